/** What the engine is given from outside: a district as it is now, and where other things come from. */
import type { Calendar } from '../calendar/index.ts';
import type { Composed } from '../compose/composed.ts';
import type { Json } from '../language/expressions.ts';
import type { Text } from '../language/text.ts';
import type { Act, Actor } from './act.ts';
import type { Random } from './ids.ts';
import type { FactProvider } from './providers.ts';
import type { Refusal } from './refusal.ts';
import type { Clock, Store } from './store-port.ts';

/** A district as it is now: immutable. A change of posts, units or presets is a new object with a higher number. */
export interface DistrictRuntime {
  id: string;
  calendar: Calendar;
  /** Number of the reference data; the statement of a commit requires it. */
  reference: number;
  /** The definition on which new subjects of the kind open. */
  current(kind: string): Composed | undefined;
  /** Any definition that was ever stored, by its conduct fingerprint. */
  byConduct(conduct: string): Promise<Composed | undefined>;
  provider(ask: string): FactProvider | undefined;
  /** Persons who hold a role on a civil day for the subjects of a unit. */
  holders(role: string, unit: string, on: string): readonly string[];
  /** Whether the post is held by that person, in that role and unit, on a civil day. Absent: not checked. */
  holds?(actor: Actor, on: string): boolean;
  /** How a unit is called in numbers of papers (`海棠`). */
  unitName?(unit: string): Text | undefined;
}

/** A subject that links to another one. */
export interface Linked {
  subject: string;
  kind: string;
}

/** Places at which tests stop a host: between arrival and commit, and between commit and answer. */
export type PausePoint = 'arrived' | 'decided' | 'committed';

export interface EngineParts {
  store: Store;
  clock: Clock;
  district(id: string): DistrictRuntime | undefined;
  /** Called when the database has a higher number of reference data than the district object. */
  refresh?(district: string, number: number): Promise<void>;
  random: Random;
  /** Keys the hash of payloads, so that nobody can try values of persons against it. The same on every host. */
  payloadKey: string | Uint8Array;
  /** Subjects of the district that link to this one. */
  linkedTo?(district: string, subject: string): Promise<readonly Linked[]>;
  /** Told after every commit; it must not wait for anything. */
  committed?(done: { district: string; subject: string; due: readonly string[] }): void;
  pauseAt?(point: PausePoint, eventId: string): Promise<void>;
  limits?: Partial<Limits>;
}

export interface Limits {
  /** Events in one statement. */
  batch: number;
  /** Statements in flight. */
  lanes: number;
  waiting: number;
  /** Submissions of one person in one batch. */
  perActor: number;
  /** How often a decision is made again after another one came first. */
  tries: number;
}
export const LIMITS: Limits = { batch: 64, lanes: 2, waiting: 2000, perActor: 8, tries: 5 };

export interface Submission {
  district: string;
  kind: string;
  /** Absent: the first act opens a subject. */
  subject?: string;
  /** One act, or those of a sitting in order. */
  acts: Act[];
  basis?: Basis;
}
/** What a form was filled upon (design §9): the point's entry and hashes of the values that it showed for change. */
export interface Basis {
  pointSeq: number;
  /** Dotted path of the data → SHA-256 of its canonical JSON, or `-` when it was missing. */
  values: { [path: string]: string };
}
export interface Done {
  ok: true;
  subject: string;
  seq: number;
  state: { [region: string]: string };
  /** What this event id answers for ever. */
  answer: { [key: string]: Json };
}
export type Submitted = Done | Refusal;
