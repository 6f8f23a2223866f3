/** Entry envelope v1: what history is made of (design §9). */
import type { RunningTerm } from '../chart/subject.ts';
import type { Json } from '../language/expressions.ts';
import type { Actor, Answers } from './act.ts';

export interface Entry {
  v: 1;
  district: string;
  kind: string;
  subject: string;
  seq: number;
  eventId: string;
  type: string;
  /** Personal values replaced by `{ref, commit}`. */
  payload: { [key: string]: Json };
  actor: Actor & { part?: string };
  at: string;
  /** Civil date on which the act happened. */
  effectiveAt: string;
  shape: string;
  conduct: string;
  facts: Answers;
  reads: { subject: string; seq: number }[];
  cause?: { eventId: string; reaction: string; n: number };
  outcome: Outcome;
  prev: string;
  alg: 'sha256';
  hash: string;
}

/** What the step did, enough to rebuild the snapshot without deciding again. */
export interface Outcome {
  state: { [region: string]: string };
  done: string[];
  /** Ids of the rows that were taken, members as `row:member`. */
  taken: string[];
  /** RFC 6902-like changes of data: path → new value; null removes. */
  changes: { path: string; value: Json }[];
  terms: RunningTerm[];
  documents: { code: string; on: string; party?: string; with?: { [key: string]: Json } }[];
  notices: Notice[];
  pointEntered: boolean;
}

/** Somebody is told of something: shown in the case and in the list of the one who holds the role. */
export interface Notice {
  text: string;
  role?: string;
  person?: string;
  with?: { [key: string]: Json };
}

export { isPersonalRef, type PersonalRef } from '../chart/personal.ts';
