/** The parts of a definition: what a chart and a plugin are, as JSON (design §5–§7). */
import type { Cond, Effect, Json, Op, OpMap, Scalar, Update } from './expressions.ts';
import type { Text } from './text.ts';

/** Version of the language that a definition is written in. */
export const LANGUAGE = 1;

/** JSON Schema of a listed subset of zod 4 (design §5.8), with our own keys (`en`, `labels`, `ui`, `personal`, `ref` …). */
export type Schema = { [key: string]: Json };

/** Kinds of holder of a role; gates and the rule of acting on behalf read it. */
export type Part =
  | 'party'
  | 'staff'
  | 'lead'
  | 'body'
  | 'court'
  | 'tribunal'
  | 'police'
  | 'grid'
  | 'oversight'
  | 'clock';

export interface RoleDef extends Text {
  part: Part;
  /** Place on the ladder of ranks (mediator 0 … topLeader 4), where the role has one. */
  rank?: number;
}

/** Who may enter acts of others, with the paper attached (`dispute.md` §2). */
export interface BehalfDef {
  of: string[];
  by: string[];
  evidence: true;
}

export interface RuleDef extends Text {
  /** Must be true; false and missing refuse. */
  need: Cond;
  /** The same rule asked of a certain event, where its payload differs. */
  needOn?: { [event: string]: Cond };
  /** Ids of the rules of law that it checks. */
  law: string[];
  why: Text;
  /** A rule of law: no plugin may weaken it. */
  hard?: true;
  /** Events that can cure it, in the order in which they are offered. */
  cures: string[];
  code?: 'TERM_PASSED';
}

export interface EventDef extends Text {
  form: Schema;
  /** What the button of its form says. */
  verb: Text;
  correctable: 'fields' | 'annul' | 'never';
  /** Event raised by the engine only (clock, reaction); never offered as a form. */
  internal?: true;
  /** Opens a new subject. */
  opens?: true;
  /** Label of the day on which the act happened, where it is asked for; without it the day of recording counts. */
  occurredOn?: Text;
  /** Values that the system offers in the form when it is opened. */
  prefill?: OpMap;
  /** A gapless number of the unit and the civil year, handed to the step as `number.<series>`. */
  number?: { series: string; unit: Op; format: Text };
}

/** One row of a transition table. `from` lists states of its region; no `to` = the state stays. `auto` rows have no event. */
export interface Row {
  id: string;
  on: string;
  from: string[];
  to?: string;
  by?: string[];
  when?: Cond;
  rules?: string[];
  do?: Update[];
}

export interface StateDef extends Text {
  final?: true;
  entry?: Update[];
  exit?: Update[];
  /** Kind of work that waits here, for tasks: roles that are expected to act. Derived from the rows when absent. */
  expects?: { roles: string[]; events: string[] };
}

/** A region that always runs beside the others: `stage` is the body, its top-level states are the points. */
export interface BaseRegion extends Text {
  initial: string;
  states: { [state: string]: StateDef };
  rows: Row[];
}

/** A region that a plugin adds to a point of the body. */
export interface PointRegion extends Text {
  plugin: string;
  point: string;
  kind: 'blocking' | 'watching';
  /** Base events that it blocks until it is done. */
  blocks: string[];
  enter?: Cond;
  once?: true;
  initial: string;
  done: string[];
  states: { [state: string]: StateDef };
  rows: Row[];
  onBase?: { [event: string]: Update[] };
}

/** A row of an each-region. `it` is the member; `on` names events or signals (`@name`). */
export interface MemberRow {
  id: string;
  on: string[];
  from: string[];
  to: string;
  where: Cond;
  with?: OpMap;
}

/** An each-region: one small chart per member of a list of the subject; the state is a field of the member. */
export interface MemberRegion extends Text {
  list: string;
  field: string;
  /** States in which a new member may be added. */
  initial: string[];
  states: { [state: string]: StateDef & { done?: true } };
  rows: MemberRow[];
}

export type TermUnit = 'hour' | 'day' | 'working_day' | 'month' | 'year';

export interface TermDef extends Text {
  /** Null: the day is set by a court or a document. */
  length: number | null;
  unit: TermUnit;
  startsFrom: string;
  /** Whether the last day moves over rest days. */
  rollsOver: boolean;
  kind: 'duty' | 'right' | 'right_opens' | 'retention_minimum';
  /** A duty of the side that runs the case: it blocks the archive while it is open. */
  own?: true;
  ladder?: true;
  basis: string;
  strength: 'hard' | 'soft' | 'policy';
  /** Days before the due day on which holders are reminded. */
  reminders?: number[];
  onExpiry: Text;
}

export interface AskDef extends Text {
  version: number;
  args: Schema;
  gives: Schema;
}

export interface DocumentDef extends Text {
  /** Internal paper, never in the file given to parties. */
  internal?: true;
}

/** Several events from one form as one commit, all or none (`dispute.md` §16). */
export interface SittingDef extends Text {
  /** States in which it is offered; empty: it opens a subject. */
  from: string[];
  when?: Cond;
  form: Schema;
  prefill?: OpMap;
  steps: SittingStep[];
}
export interface SittingStep {
  event: string;
  when?: Cond;
  each?: [list: Op, name: string, where: Cond | null];
  with: OpMap;
  /** Party on whose behalf the actor acts in this step, with the evidence of the form. */
  behalf?: Op;
}

/** A page of work for one kind of user, made of states and fields (the court's queue, for instance). */
export interface DeskDef extends Text {
  path: string;
  roles: string[];
  states: string[];
  /** Case list columns, by column id. */
  columns: string[];
  /** Two panes on the page of one subject: lists and fields to read, beside the events that are decided there. */
  read: { title: Text; value: Op; schema: Schema }[];
  events: string[];
  /** Facts about each read item, shown beside it (a blocked clause, for instance). */
  marks?: { title: Text; list: Op; name: string; when: Cond; text: Text }[];
}

export interface ColumnDef extends Text {
  id: string;
  value: Op;
  /** How it is shown and searched. */
  as: 'text' | 'code' | 'date' | 'money' | 'number' | 'personal' | 'state' | 'level';
  codes?: string;
  search?: true;
}

export interface IndicatorDef extends Text {
  id: string;
  of: Op;
  per?: Op;
  when?: Cond;
}

export interface ReactionDef {
  id: string;
  on: string;
  when?: Cond;
  do: Effect[];
  onRefused: 'drop' | 'park' | 'retryUntil';
}

/** A bundle of updates that rows start by name, with member rows of its own (`@name`). */
export interface SignalDef extends Text {
  do: Update[];
}

export interface CodeItem extends Text {
  code: string;
  [field: string]: Json;
}

/** Facts of law and codes that a definition carries, so that it explains itself without a second source. */
export interface Common extends Text {
  id: string;
  language: typeof LANGUAGE;
  roles: { [role: string]: RoleDef };
  data: Schema;
  events: { [event: string]: EventDef };
  rules: { [rule: string]: RuleDef };
  facts: { [fact: string]: Text & { is: Cond } };
  values: { [value: string]: Text & { of: Op; domain: Scalar[] } };
  signals: { [signal: string]: SignalDef };
  terms: { [term: string]: TermDef };
  asks: { [ask: string]: AskDef };
  params: { [param: string]: Json };
  documents: { [document: string]: DocumentDef };
  /** Words of notices that `notify` names; a term's id names its `onExpiry`. */
  notices?: { [notice: string]: Text };
  codes: { [list: string]: CodeItem[] };
  law: { [rule: string]: Text & { basis: string } };
  reactions: ReactionDef[];
  columns: ColumnDef[];
  indicators: IndicatorDef[];
}

export interface ChartDefinition extends Common {
  kind: 'chart';
  behalf: BehalfDef[];
  /** `stage` first. */
  regions: { [region: string]: BaseRegion };
  members: { [member: string]: MemberRegion };
  sittings: { [sitting: string]: SittingDef };
  desks: { [desk: string]: DeskDef };
  ladder: string[];
  /** What the case page shows as identity and which region is a level that parties never see. */
  identity: { title: Op; number: Op; level?: string };
  /** What fields with `ref` choose from, where it is a list of the subject (`party`, `clause` …). */
  refs?: { [ref: string]: RefDef };
  /** Base events that no region may block (`neverWeaker`). */
  neverBlocked: string[];
  invariants: InvariantDef[];
}

/** Members of a list of the subject as choices: the path of the id in a member, and the paths of what is shown, the first that has a value. */
export interface RefDef {
  list: Op;
  id: string;
  label: string[];
  /** Paths of what is said beside it (the standing of a party). */
  note?: string[];
}

/** A statement that the proof checks: of states (`always`), of an event (`before`: holds whenever it is taken), or of offers. */
export interface InvariantDef extends Text {
  id: string;
  version: number;
  law: string[];
  check:
    | { always: Cond; in?: string[] }
    | { before: string[]; need: Cond }
    | { entering: string[]; need: Cond }
    | { rows: string[]; need: Cond; needOn: { [event: string]: Cond } }
    | { offered: string[]; in: string[]; unconditional?: true }
    | { neverOffered: string[]; in: string[]; when?: Cond }
    | { absent: string[] };
}

export interface PluginDefinition extends Common {
  kind: 'plugin';
  base: string;
  regions: { [region: string]: Omit<PointRegion, 'plugin'> };
  /** Rules added to base events. */
  tighten: { [event: string]: string[] };
  /** Fields added to base forms under `ext.<plugin>`. */
  fields: { [event: string]: Schema };
  requires: string[];
}

export type Definition = ChartDefinition | PluginDefinition;
