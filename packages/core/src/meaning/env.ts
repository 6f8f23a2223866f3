/** What an expression is evaluated in. */
import type { RunningTerm } from '../chart/subject.ts';
import { canonical } from '../language/canonical.ts';
import type { CodeItem, Common } from '../language/definition.ts';
import type { Cond, Op } from '../language/expressions.ts';
import { dig } from './values.ts';

/** The named parts of a definition that expressions refer to. */
export interface Parts {
  facts: { [fact: string]: { is: Cond } };
  values: { [value: string]: { of: Op } };
  codes: Common['codes'];
}

/** Evaluation by paths, over real or abstract values. */
export interface Env {
  get(path: string): unknown;
  parts: Parts;
  /** Answer of a capability; undefined where it was not given. */
  ask(name: string, args: { [arg: string]: unknown }): unknown;
  /** Due day of a declared term from a start; undefined where it has no length. */
  due(term: string, from: string): unknown;
  /** Civil day of an instant in the zone of the district. */
  dayOf(instant: string): string;
  code?(name: string, args: { [arg: string]: unknown }): unknown;
}

/** Evaluation over real values, as compiled expressions use it. */
export interface Frame extends Env {
  roots: { [root: string]: any };
  state: { [region: string]: string };
  term(id: string): RunningTerm | undefined;
  /** Places of the items of `each` by depth, beside `vars`: where a write through the loop variable goes. */
  places: number[];
  /** Loop variables by depth. */
  vars: unknown[];
}

/** Key under which the answer to a question is kept. */
export const askKey = (name: string, args: unknown): string => `${name}${canonical(args)}`;

/** Splits `term.<id>.<field>`: ids of plugins have dots. */
export function termPath(keys: readonly string[]): { id: string; field: string } {
  return { id: keys.slice(1, -1).join('.'), field: keys.at(-1)! };
}

/** Reads a path of a frame (roots: see `Op` in the language). */
export function readPath(frame: Pick<Frame, 'roots' | 'state' | 'term'>, path: string): unknown {
  const keys = path.split('.');
  if (keys[0] === 'state') return frame.state[path.slice(6)] ?? 'none';
  if (keys[0] === 'term') {
    const { id, field } = termPath(keys);
    const running = frame.term(id);
    return field === 'status' ? (running?.status ?? 'none') : running?.[field as 'due'];
  }
  return dig(frame.roots[keys[0]!], keys, 1);
}

const RANK = { running: 0, paused: 1, expired: 2, ended: 3 } as const;
/** Of several instances of a term the running one that is due first; else a paused, an expired, an ended one. */
export function instanceOf(terms: readonly RunningTerm[], id: string): RunningTerm | undefined {
  let best: RunningTerm | undefined;
  for (const term of terms) {
    if (term.id !== id) continue;
    if (!best || RANK[term.status] < RANK[best.status] || (term.status === best.status && term.due < best.due))
      best = term;
  }
  return best;
}

const indexes = new WeakMap<readonly CodeItem[], Map<string, CodeItem>>();
/** A field of an item of a code list. */
export function lookUp(codes: Parts['codes'], list: string, code: unknown, field: string): unknown {
  const items = codes[list];
  if (!items) return undefined;
  let index = indexes.get(items);
  if (!index) indexes.set(items, (index = new Map(items.map((item) => [item.code, item]))));
  return dig(index.get(code as string), field.split('.'));
}
