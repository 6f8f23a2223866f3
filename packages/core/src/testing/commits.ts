/** Commits as an engine would make them, for the contract of stores. */
import { createHash, randomUUID } from 'node:crypto';
import type { Subject } from '../chart/subject.ts';
import { sealed } from '../engine/entry.ts';
import type { Entry } from '../engine/envelope.ts';
import { precise } from '../engine/instants.ts';
import type { Commit } from '../engine/store-port.ts';
import { canonical } from '../language/canonical.ts';
import type { Json } from '../language/expressions.ts';

export const DISTRICT = 'north';
export const KIND = 'example';
const START = Date.parse('2026-03-02T01:00:00Z');

export interface CommitSketch {
  district?: string;
  /** The subject as it was loaded; absent: a new one. */
  on?: Subject;
  subject?: string;
  /** One entry for each, with its event id. */
  events?: string[];
  data?: { [key: string]: Json };
  payload?: { [key: string]: Json };
  more?: Partial<Commit>;
}

/** A subject without entries. */
const blank = (district: string, id: string): Subject => ({
  district,
  kind: KIND,
  id,
  seq: 0,
  pointSeq: 0,
  shape: 's'.repeat(64),
  conduct: 'c'.repeat(64),
  state: { stage: 'open' },
  done: [],
  data: {},
  terms: [],
  documents: [],
  claims: {},
  at: precise(new Date(START).toISOString()),
  head: '',
});

/** A commit on a subject; entries are chained as the envelope says, with 1 ms between two. */
export function sketch(given: CommitSketch = {}): Commit {
  const district = given.district ?? given.on?.district ?? DISTRICT;
  const before = given.on ?? blank(district, given.subject ?? randomUUID());
  const events = given.events ?? [randomUUID()];
  const entries: Entry[] = [];
  const bytes: string[] = [];
  let head = before.head;
  events.forEach((eventId, n) => {
    const at = precise(new Date(START + before.seq + n + 1).toISOString());
    const made = sealed(entryOf(before, eventId, before.seq + n + 1, at, head, given.payload ?? {}));
    head = made.entry.hash;
    entries.push(made.entry);
    bytes.push(made.bytes);
  });
  const last = entries.at(-1)!;
  return {
    district,
    kind: KIND,
    subject: before.id,
    expectedSeq: before.seq,
    entries,
    bytes,
    snapshot: { ...before, seq: last.seq, head, at: last.at, data: given.data ?? before.data },
    answers: events.map((eventId) => ({
      eventId,
      payloadHash: hashOf(given.payload ?? {}),
      actor: 'p-1',
      body: { seq: last.seq },
    })),
    due: [],
    dueCancel: [],
    keys: [],
    personal: [],
    projection: {
      columns: { title: 'a', amount: 1200 },
      stage: 'open',
      final: false,
      unit: 'u-1',
      openedOn: '2026-03-02',
      tasks: [],
      notices: [],
      tokens: [],
      persons: [],
    },
    reads: [],
    reference: 0,
    ...given.more,
  };
}

const hashOf = (value: Json): string => createHash('sha256').update(canonical(value)).digest('hex');

function entryOf(
  on: Subject,
  eventId: string,
  seq: number,
  at: string,
  prev: string,
  payload: { [key: string]: Json },
): Omit<Entry, 'hash'> {
  return {
    v: 1,
    district: on.district,
    kind: on.kind,
    subject: on.id,
    seq,
    eventId,
    type: 'example.NOTE',
    payload,
    actor: { person: 'p-1', post: 'post-1', role: 'clerk', unit: 'u-1' },
    at,
    effectiveAt: '2026-03-02',
    shape: on.shape,
    conduct: on.conduct,
    facts: {},
    reads: [],
    outcome: {
      state: on.state,
      done: [],
      taken: ['note'],
      changes: [],
      terms: [],
      documents: [],
      notices: [],
      pointEntered: seq === 1,
    },
    prev,
    alg: 'sha256',
  };
}
