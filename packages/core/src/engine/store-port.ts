/**
 * The store port (design §9): what the engine asks of a database. In memory and on PostgreSQL, one contract suite.
 * Nothing else reaches the tables of the engine; the engine never joins a transaction of its caller.
 */
import type { Subject } from '../chart/subject.ts';
import type { Json } from '../language/expressions.ts';
import type { Entry } from './envelope.ts';
import type { Refusal } from './refusal.ts';

/** A personal value on its way to its own table: never in an entry or a snapshot. */
export interface PersonalValue {
  ref: string;
  /** Path of the field in the form, without indexes (`parties.name`). */
  field: string;
  value: string;
  /** Salt of the commitment HMAC-SHA256(salt, value) that the entry holds, base64. */
  salt: string;
}

/** What is due later, by itself: a term that runs out, a reaction, a message. */
export interface DuePut {
  /** `term:<id>:<key>`, `reaction:<eventId>:<id>:<n>` … unique within a subject. */
  key: string;
  dueAt: string;
  token: number;
  what: { [key: string]: Json };
}

/** A row that must be unique in its district; the loser is refused alone. */
export interface KeyedRow {
  scope: string;
  key: string;
  rule: string;
}

/** A task as people see it: work that waits for the holder of a role. */
export interface TaskRow {
  key: string;
  roles: string[];
  unit: string;
  text: { zh: string; en: string };
  events: string[];
  due?: string;
  since: string;
  claimedBy?: string;
  rung?: number;
}

/** What lists show and search, written in the same commit. */
export interface Projection {
  /** Values of the ledger columns by column id; personal columns hold references. */
  columns: { [column: string]: Json };
  stage: string;
  level?: string;
  final: boolean;
  unit: string;
  openedOn: string;
  nextDue?: string;
  tasks: TaskRow[];
  notices: { seq: number; n: number; text: { zh: string; en: string }; role?: string; person?: string; at: string }[];
  /** Tokens of `term_index` that are not personal (case number parts …). Those of personal values are made by the store from `personal`. */
  tokens: string[];
  /** Members that point to an account or person, for access. */
  persons: string[];
}

/** What an acknowledged event id answers for ever. */
export interface Answer {
  eventId: string;
  /** SHA-256 of the canonical payload as it was sent, personal values keyed. */
  payloadHash: string;
  actor: string;
  body: { [key: string]: Json };
}

/** One commit of one subject: one entry, or several of a sitting, all or none. */
export interface Commit {
  district: string;
  kind: string;
  subject: string;
  /** Head that the decision was made on; 0 for a new subject. */
  expectedSeq: number;
  entries: Entry[];
  /** Canonical bytes of each entry, as they were hashed. */
  bytes: string[];
  snapshot: Subject;
  answers: Answer[];
  due: DuePut[];
  dueCancel: string[];
  keys: KeyedRow[];
  personal: PersonalValue[];
  projection: Projection;
  /** Heads of other subjects that the decision read. */
  reads: { subject: string; seq: number }[];
  /** Number of the reference data that the decision used. */
  reference: number;
  /** Gapless number that this commit takes; the commit is built again inside the transaction with the value. */
  number?: { series: string; build(value: number): Commit };
}

export type CommitResult =
  | { ok: 'accepted'; seq: number }
  | { ok: 'duplicate'; answer: Answer }
  | { ok: 'conflict'; head: number }
  | { ok: 'taken'; rule: string; key: string }
  | { ok: 'stale-reference'; number: number }
  | { ok: 'failed'; error: Error };

/** An answer as it is kept: of an acceptance for ever, of a refusal until an instant. */
export type KeptAnswer = Answer & { refusal?: Refusal; until?: string };

/** Refusals of rules are remembered for seven days, so that a form sent twice gets its first answer. */
export interface RefusedAnswer extends Answer {
  district: string;
  refusal: Refusal;
  until: string;
}

export interface Claimed {
  district: string;
  kind: string;
  subject: string;
  key: string;
  dueAt: string;
  token: number;
  attempts: number;
  what: { [key: string]: Json };
}

export interface Store {
  /** Snapshots by id; unknown ids are absent. */
  load(district: string, ids: readonly string[]): Promise<Subject[]>;
  /** Each commit is accepted or refused on its own; acknowledged ones are durable. Same order as given. */
  commit(commits: readonly Commit[]): Promise<CommitResult[]>;
  /** The answer that an event id got before, in this district; a refusal with the instant until which it holds. */
  answer(district: string, eventId: string): Promise<KeptAnswer | undefined>;
  /** The same for several ids in one round trip; those without an answer are absent. */
  answers(district: string, eventIds: readonly string[]): Promise<KeptAnswer[]>;
  remember(refused: RefusedAnswer): Promise<void>;
  /** Due work up to `now`, leased until `now + lease` milliseconds, oldest first. */
  claim(now: string, n: number, lease: number): Promise<Claimed[]>;
  /** Done, or given back with the error (parked after `maxAttempts`). */
  settle(work: Claimed, result: { done: true } | { retryAt: string; error: string; park: boolean }): Promise<void>;
  /** Instant of the next due work, if any. */
  nextDue(): Promise<string | undefined>;
  /** Entries of a subject after `seq`, in order, with the bytes that were hashed. */
  entries(district: string, subject: string, afterSeq?: number): Promise<{ entry: Entry; bytes: string }[]>;
  /** Composed definitions live in the database under their fingerprints. */
  putDefinition(row: { shape: string; conduct: string; kind: string; body: Json; at: string }): Promise<void>;
  definition(conduct: string): Promise<Json | undefined>;
  close(): Promise<void>;
}

/** The clock port: the only source of time. */
export interface Clock {
  now(): string;
}
