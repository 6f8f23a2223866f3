/**
 * What a definition may compute: operands, conditions and updates, as plain JSON (design §5).
 * The language is total: loops run over lists of the subject, dates come from declared terms only,
 * numbers are multiplied by constants only. Every evaluation ends.
 */
export type Scalar = string | number | boolean | null;
export type Json = Scalar | Json[] | { [key: string]: Json };

/**
 * Operands. A scalar or an array of scalars stands for itself; anything else is an object with one key.
 *
 * `get` reads a path. Roots: `data` (the subject), `event` (the payload), `actor` (`role part unit post person behalf`),
 * `at` (`at.now` instant, `at.today` civil date of recording, `at.on` civil date on which the act happened),
 * `state` (`state.stage`, `state.warning`, `state.<plugin>.<region>`; `none` when a region is not entered),
 * `term` (`term.<id>.status|due|startedOn`; several instances: the running one that is due first),
 * `terms` (the list of all instances), `documents` (the list of produced documents), `param` (preset), `form` (of a sitting),
 * `signal` (parameters of a signal) or a loop variable.
 */
export type Op =
  | Scalar
  | Scalar[]
  | { get: string; else?: Scalar }
  | { of: Op[] }
  | { object: OpMap }
  | { field: [of: Op, path: string] }
  | { pluck: [list: Op, name: string, where: Cond | null, value: Op] }
  | { first: Op }
  | { last: Op }
  | { concat: Op[] }
  | { join: Op[] }
  | { count: Op }
  | { sum: Op }
  | { max: Op }
  | { min: Op }
  | { between: ['y' | 'd' | 'min', from: Op, to: Op] }
  | { times: [Op, number] }
  | { due: [term: string, from: Op] }
  | { rank: [value: Op, order: Scalar[]] }
  | { table: [rows: [Cond, Op][], otherwise: Op, hit: 'first' | 'max'] }
  | { lookup: [list: string, code: Op, field: string] }
  | { value: string }
  | { ask: string; with: OpMap }
  | { code: string; with: OpMap };
export type OpMap = { [key: string]: Op };

/** Conditions: true, false or missing (something that it reads is missing). Missing refuses. */
export type Cond =
  | { all: Cond[] }
  | { any: Cond[] }
  | { not: Cond }
  | { eq: [Op, Op] }
  | { lt: [Op, Op] }
  | { le: [Op, Op] }
  | { in: [Op, Op] }
  | { covers: [big: Op, small: Op] }
  | { mentions: [text: Op, words: Op] }
  | { has: Op }
  | { some: [list: Op, name: string, where: Cond] }
  | { every: [list: Op, name: string, where: Cond] }
  | { fact: string };

/**
 * Updates of a subject. All updates of one stage of a step read the state before that stage.
 * `put` starts an instance of a term under (term, key); `from` is the civil date or instant of the starting fact,
 * `due` a date that a document sets. `signal` runs a named bundle of the chart after the updates of the row.
 */
export type Update =
  | { set: string; to: Op }
  | { append: string; item: OpMap }
  | { patch: string; name: string; where: Cond; with: OpMap }
  | { put: string; key?: Op; from?: Op; due?: Op; party?: Op }
  | { cancel: string | string[]; key?: Op }
  | { pause: Op; ground: Op }
  | { resume: Op }
  | { produce: string; party?: Op; with?: OpMap }
  | { notify: string; role?: Op; person?: Op; with?: OpMap }
  | { signal: string; with?: OpMap }
  | { if: Cond; do: Update[]; else?: Update[] }
  | { each: [list: Op, name: string, where: Cond | null]; do: Update[] };

/** What is done after the commit (design §9). `create` opens a subject of another or the same chart, `raise` an event on a linked one. */
export type Effect =
  | { create: string; event: string; with: OpMap; link: string }
  | { raise: string; on: string; with: OpMap }
  | { row: string; values: OpMap }
  | { entry: string; account: Op; points: Op; reason: Op }
  | { call: string; with: OpMap; answer?: string }
  | { each: [list: Op, name: string, where: Cond | null]; do: Effect[] };
