/** The rows of a batch as arrays, one parameter a column: how a commit reaches the one statement. */
import type { Commit } from '@fengqiao/core';
import type { Vault } from '../personal.ts';
import { plainToken, tokensOfValue } from '../search-tokens.ts';

/** Sources of the statement with the columns and types of each; `n` is the place of the commit in the batch. */
export const SOURCES = {
  c: {
    n: 'int4',
    district: 'text',
    kind: 'text',
    subject: 'text',
    expected: 'int4',
    seq: 'int4',
    point_seq: 'int4',
    shape: 'text',
    conduct: 'text',
    head: 'text',
    at: 'timestamptz',
    snapshot: 'text',
    reference: 'int4',
    stage: 'text',
    level: 'text',
    unit: 'text',
    final: 'bool',
    opened_on: 'date',
    next_due: 'text',
    persons: 'text',
    columns: 'text',
  },
  e: {
    n: 'int4',
    seq: 'int4',
    event_id: 'text',
    type: 'text',
    at: 'timestamptz',
    effective_at: 'date',
    person: 'text',
    post: 'text',
    prev: 'text',
    hash: 'text',
    bytes: 'text',
  },
  a: { n: 'int4', i: 'int4', event_id: 'text', payload_hash: 'text', actor: 'text', body: 'text' },
  r: { n: 'int4', subject: 'text', seq: 'int4' },
  k: { n: 'int4', i: 'int4', scope: 'text', key: 'text', rule: 'text' },
  d: { n: 'int4', key: 'text', due_at: 'timestamptz', token: 'int4', what: 'text' },
  x: { n: 'int4', key: 'text' },
  p: { n: 'int4', ref: 'text', field: 'text', cipher: 'text', key_id: 'text', salt: 'text' },
  t: { n: 'int4', token: 'text' },
  w: {
    n: 'int4',
    key: 'text',
    roles: 'text',
    unit: 'text',
    text: 'text',
    events: 'text',
    due: 'text',
    since: 'text',
    claimed_by: 'text',
    rung: 'int4',
  },
  o: { n: 'int4', seq: 'int4', i: 'int4', text: 'text', role: 'text', person: 'text', at: 'timestamptz' },
} as const;
export type Source = keyof typeof SOURCES;
type Value = string | number | boolean | null;
type Row<S extends Source> = { [column in keyof (typeof SOURCES)[S]]: Value };
type Rows = { [S in Source]: Row<S>[] };

/** A text array in PostgreSQL's own writing, for columns that hold lists. */
export const listLiteral = (items: readonly string[]): string =>
  `{${items.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;

function add(rows: Rows, n: number, commit: Commit, vault: Vault): void {
  const { district, kind, subject, snapshot, projection } = commit;
  rows.c.push({
    n,
    district,
    kind,
    subject,
    expected: commit.expectedSeq,
    seq: snapshot.seq,
    point_seq: snapshot.pointSeq,
    shape: snapshot.shape,
    conduct: snapshot.conduct,
    head: snapshot.head,
    at: snapshot.at,
    snapshot: JSON.stringify(snapshot),
    reference: commit.reference,
    stage: projection.stage,
    level: projection.level ?? null,
    unit: projection.unit,
    final: projection.final,
    opened_on: projection.openedOn,
    next_due: projection.nextDue ?? null,
    persons: listLiteral(projection.persons),
    columns: JSON.stringify(projection.columns),
  });
  commit.entries.forEach((entry, i) => {
    rows.e.push({
      n,
      seq: entry.seq,
      event_id: entry.eventId,
      type: entry.type,
      at: entry.at,
      effective_at: entry.effectiveAt,
      person: entry.actor.person,
      post: entry.actor.post,
      prev: entry.prev,
      hash: entry.hash,
      bytes: commit.bytes[i]!,
    });
  });
  commit.answers.forEach(({ eventId, payloadHash, actor, body }, i) => {
    rows.a.push({ n, i, event_id: eventId, payload_hash: payloadHash, actor, body: JSON.stringify(body) });
  });
  for (const read of commit.reads) rows.r.push({ n, ...read });
  // in one order everywhere, so that two statements that want the same keys cannot wait for each other
  const keys = commit.keys.map((key, i) => ({ n, i, scope: key.scope, key: key.key, rule: key.rule }));
  rows.k.push(...keys.sort((a, b) => (`${a.scope}\n${a.key}` < `${b.scope}\n${b.key}` ? -1 : 1)));
  const puts = new Map(commit.due.map((put) => [put.key, put]));
  for (const put of puts.values())
    rows.d.push({ n, key: put.key, due_at: put.dueAt, token: put.token, what: JSON.stringify(put.what) });
  // a statement may not delete and write the same row: what is put again is replaced
  for (const key of new Set(commit.dueCancel)) if (!puts.has(key)) rows.x.push({ n, key });
  for (const { ref, field, value, salt } of commit.personal) {
    const { cipher, keyId } = vault.seal(district, ref, value);
    rows.p.push({ n, ref, field, cipher: cipher.toString('base64'), key_id: keyId, salt });
  }
  const found = commit.personal.flatMap(({ value }) => tokensOfValue(value, vault.searchKey(district)));
  for (const token of new Set([...projection.tokens.map(plainToken), ...found])) rows.t.push({ n, token });
  for (const task of projection.tasks) {
    rows.w.push({
      n,
      key: task.key,
      roles: listLiteral(task.roles),
      unit: task.unit,
      text: JSON.stringify(task.text),
      events: listLiteral(task.events),
      due: task.due ?? null,
      since: task.since,
      claimed_by: task.claimedBy ?? null,
      rung: task.rung ?? null,
    });
  }
  for (const notice of projection.notices) {
    rows.o.push({
      n,
      seq: notice.seq,
      i: notice.n,
      text: JSON.stringify(notice.text),
      role: notice.role ?? null,
      person: notice.person ?? null,
      at: notice.at,
    });
  }
}

/** The rows of a batch by source. */
export function rowsOf(commits: readonly Commit[], vault: Vault): Rows {
  const rows: Rows = { c: [], e: [], a: [], r: [], k: [], d: [], x: [], p: [], t: [], w: [], o: [] };
  commits.forEach((commit, n) => {
    add(rows, n, commit, vault);
  });
  return rows;
}

/** The rows of these sources as parameters, one a column, in the order of {@link SOURCES}. */
export const columnsOf = (rows: Rows, wanted: (source: Source) => boolean): Value[][] =>
  (Object.keys(SOURCES) as Source[]).filter(wanted).flatMap((source) => {
    const list = rows[source] as { [column: string]: Value }[];
    return Object.keys(SOURCES[source]).map((column) => list.map((row) => row[column] ?? null));
  });
