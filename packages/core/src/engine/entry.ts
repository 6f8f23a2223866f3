/**
 * Entries of history, envelope v1. The bytes of an entry are its canonical JSON (RFC 8785) without `hash`;
 * `hash` = SHA-256 of `alg` LF `prev` LF bytes, in UTF-8, as 64 hexadecimal digits. `prev` of the first entry is empty.
 */
import { createHash } from 'node:crypto';
import type { Subject } from '../chart/subject.ts';
import { canonical } from '../language/canonical.ts';
import { carried } from './carried.ts';
import { applyChanges } from './changes.ts';
import type { Entry } from './envelope.ts';

/** The hash that an entry must have, from the bytes of it and the hash of the entry before. */
export const hashOf = (alg: Entry['alg'], prev: string, bytes: string): string =>
  createHash('sha256').update(`${alg}\n${prev}\n${bytes}`, 'utf8').digest('hex');

/** The bytes of an entry that are hashed and kept. */
export function bytesOf(entry: Omit<Entry, 'hash'> | Entry): string {
  const { hash: _, ...rest } = entry as Entry;
  return canonical(rest);
}

/** Puts bytes and hash on an entry. */
export function sealed(entry: Omit<Entry, 'hash'>): { entry: Entry; bytes: string } {
  const bytes = bytesOf(entry);
  return { entry: { ...entry, hash: hashOf(entry.alg, entry.prev, bytes) }, bytes };
}

/**
 * The snapshot that a history makes, from recorded outcomes alone: nothing is decided again and nothing is asked.
 * Starts from `from` where a snapshot of an earlier entry is at hand.
 * Throws `HISTORY_BROKEN` where an entry does not follow the one before.
 */
export function rebuild(entries: readonly Entry[], from?: Subject): Subject | undefined {
  let subject = from;
  for (const entry of entries) subject = applyEntry(subject, entry);
  return subject;
}

/** The snapshot after one entry. What the engine carries beside the chart (claims, opening) is kept as it was. */
export function applyEntry(subject: Subject | undefined, entry: Entry): Subject {
  if (entry.seq !== (subject?.seq ?? 0) + 1 || entry.prev !== (subject?.head ?? ''))
    throw new Error(`HISTORY_BROKEN: entry ${entry.seq} of ${entry.subject}`);
  if (hashOf(entry.alg, entry.prev, bytesOf(entry)) !== entry.hash)
    throw new Error(`HISTORY_BROKEN: hash of entry ${entry.seq} of ${entry.subject}`);
  const { outcome } = entry;
  let terms = subject?.terms ?? [];
  for (const changed of outcome.terms) {
    const at = terms.findIndex((term) => term.id === changed.id && term.key === changed.key);
    terms = at < 0 ? [...terms, changed] : terms.with(at, changed);
  }
  const after: Subject = {
    district: entry.district,
    kind: entry.kind,
    id: entry.subject,
    seq: entry.seq,
    pointSeq: outcome.pointEntered ? entry.seq : (subject?.pointSeq ?? entry.seq),
    shape: entry.shape,
    conduct: entry.conduct,
    state: outcome.state,
    done: outcome.done,
    data: applyChanges(subject?.data ?? {}, outcome.changes),
    terms,
    documents: [...(subject?.documents ?? []), ...outcome.documents.map((paper) => ({ ...paper, seq: entry.seq }))],
    claims: subject?.claims ?? {},
    at: entry.at,
    head: entry.hash,
  };
  return carried(subject, after, entry);
}
