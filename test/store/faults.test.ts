import { createHash, randomUUID } from 'node:crypto';
import type { Commit } from '@fengqiao/core';
import { sketch, verdicts } from '@fengqiao/core/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPostgresStore, type PostgresStore } from '../../packages/server/src/postgres/store.ts';
import { type CutProxy, cutProxy } from '../support/cut-proxy.ts';
import { freshDatabase, type TestDatabase } from '../support/postgres.ts';

const keyFor = (district: string): Buffer => createHash('sha256').update(`faults ${district}`).digest();
let database: TestDatabase;
let store: PostgresStore;
let proxy: CutProxy;
let owner: pg.Client;
const district = 'faults';
beforeAll(async () => {
  database = await freshDatabase();
  proxy = await cutProxy(String(database.engine.host));
  store = createPostgresStore({ engine: { ...database.engine, host: proxy.host }, keyFor, unknownFor: 5_000 });
  owner = new pg.Client(database.owner);
  await owner.connect();
});
afterAll(async () => {
  await store.close();
  await owner.end();
  await proxy.close();
});
const history = async (commits: readonly Commit[]) =>
  Promise.all(commits.map(async (commit) => (await store.entries(district, commit.subject)).length));

test('one commit that cannot be written fails alone; the others of its statement are written once', async () => {
  const commits = Array.from({ length: 40 }, () => sketch({ district }));
  // a date that only PostgreSQL refuses
  commits[17] = { ...commits[17]!, projection: { ...commits[17]!.projection, openedOn: '2026-02-31' } };
  const results = await store.commit(commits);
  expect(verdicts(results)).toEqual(commits.map((_, n) => (n === 17 ? 'failed' : 'accepted')));
  expect(results[17]).toMatchObject({ ok: 'failed', error: { code: '22008' } });
  expect(await history(commits)).toEqual(commits.map((_, n) => (n === 17 ? 0 : 1)));
});

for (const when of ['before', 'after'] as const) {
  test(`a connection that breaks ${when} the answer: each commit is found to be accepted, once`, async () => {
    const commits = Array.from({ length: 5 }, () => sketch({ district }));
    const cuts = proxy.cuts();
    proxy.cut(when, commits[2]!.subject);
    expect(verdicts(await store.commit(commits))).toEqual(['accepted', 'accepted', 'accepted', 'accepted', 'accepted']);
    expect(proxy.cuts()).toBe(cuts + 1);
    expect(await history(commits)).toEqual([1, 1, 1, 1, 1]);
    const next = sketch({ on: commits[0]!.snapshot });
    const stale = sketch({ on: commits[0]!.snapshot, data: { other: true } });
    expect(verdicts(await store.commit([next]))).toEqual(['accepted']);
    proxy.cut(when, stale.answers[0]!.eventId);
    expect(verdicts(await store.commit([stale]))).toEqual(['conflict']);
  });
}

test('a numbered commit whose answer is lost takes one number', async () => {
  const numbered = (): Commit => {
    const plain = sketch({ district });
    return {
      ...plain,
      number: { series: 'lost', build: (value) => ({ ...plain, snapshot: { ...plain.snapshot, data: { value } } }) },
    };
  };
  const commit = numbered();
  proxy.cut('after', commit.subject);
  const [result] = await store.commit([commit]);
  // the answer of the statement was lost before the transaction was ended: it is made again
  expect(result?.ok).toBe('accepted');
  const next = numbered();
  await store.commit([next]);
  const found = await store.load(district, [commit.subject, next.subject]);
  expect(found.map((subject) => subject.data.value).sort()).toEqual([1, 2]);
});

test('a server process that is ended while it writes: the commit is made again', async () => {
  const first = sketch({ district });
  await store.commit([first]);
  const blocker = new pg.Client(database.engine);
  await blocker.connect();
  await blocker.query('begin');
  await blocker.query('select from subject where district = $1 and id = $2 for update', [district, first.subject]);
  const waiting = store.commit([sketch({ on: first.snapshot })]);
  const ended = await until(async () => {
    const { rows } = await blocker.query(`select pg_terminate_backend(pid) as done from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like 'with%'`);
    return rows.length > 0;
  });
  expect(ended).toBe(true);
  await blocker.query('rollback');
  await blocker.end();
  expect(verdicts(await waiting)).toEqual(['accepted']);
  expect(await history([first])).toEqual([2]);
});

test('without a server, commits fail and are not unknown', async () => {
  const nowhere = createPostgresStore({ engine: { ...database.engine, host: '/nonexistent' }, keyFor });
  const [result] = await nowhere.commit([sketch({ district })]);
  expect(result).toMatchObject({ ok: 'failed', error: { code: 'UNAVAILABLE' } });
  await nowhere.close();
});

test('three stores that commit on the same subjects: every accepted one is there, in order, without a gap', async () => {
  const opened = Array.from({ length: 12 }, () => sketch({ district }));
  await store.commit(opened);
  const stores = Array.from({ length: 3 }, () => createPostgresStore({ engine: database.engine, keyFor }));
  let accepted = 0;
  await Promise.all(
    stores.map(async (one, offset) => {
      for (let round = 0; round < 15; round += 1) {
        const ids = opened.map((commit) => commit.subject).filter((_, n) => (n + round + offset) % 3);
        const now = await one.load(district, ids);
        // each reads a subject that this store does not write, and another store may
        const reads = now.slice(0, 1).map(({ id, seq }) => ({ subject: id, seq }));
        const commits = now
          .slice(1)
          .map((on) =>
            sketch({ on, more: { reads, keys: [{ scope: 'race', key: `${on.id} ${on.seq}`, rule: 'R' }] } }),
          );
        const results = await one.commit(commits);
        for (const result of results) expect(['accepted', 'conflict', 'taken']).toContain(result.ok);
        accepted += results.filter((result) => result.ok === 'accepted').length;
      }
    }),
  );
  const { rows } = await owner.query<{ entries: number; gaps: number; keys: number }>(
    `select (select count(*)::int from entry e join subject s on s.id = e.subject where s.id = any($1)) as entries,
       (select count(*)::int from subject s where s.id = any($1) and s.seq <> (select count(*) from entry e where e.subject = s.id)) as gaps,
       (select count(*)::int from keyed_row where scope = 'race') as keys`,
    [opened.map((commit) => commit.subject)],
  );
  expect(rows).toEqual([{ entries: 12 + accepted, gaps: 0, keys: accepted }]);
  expect(accepted).toBeGreaterThan(30);
  await Promise.all(stores.map((one) => one.close()));
});

test('a refusal is forgotten when its time is over, an acceptance never', async () => {
  const accepted = sketch({ district });
  await store.commit([accepted]);
  const refusal = { ok: false as const, status: 409, code: 'RULE_FAILED' as const, reasons: [] };
  const refused = (until: string) => ({ ...sketch({ district }).answers[0]!, district, refusal, until });
  const [old, fresh] = [refused('2026-03-09T00:00:00.000000Z'), refused('2026-03-11T00:00:00.000000Z')];
  await store.remember(old);
  await store.remember(fresh);
  expect(await store.tidy('2026-03-10T00:00:00Z')).toBe(1);
  expect(await store.answer(district, old.eventId)).toBeUndefined();
  expect(await store.answer(district, fresh.eventId)).toMatchObject({ until: fresh.until });
  expect(await store.answer(district, accepted.answers[0]!.eventId)).toEqual(accepted.answers[0]);
});

test('a personal value lies in clear in no table', async () => {
  const canary = '金丝雀测试人';
  const number = '330602199001017777';
  const personal = [canary, number].map((value) => ({ ref: randomUUID(), field: 'f', value, salt: 'c2FsdA==' }));
  expect(verdicts(await store.commit([{ ...sketch({ district }), personal }]))).toEqual(['accepted']);
  const tables = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r'`,
  );
  let rows = 0;
  for (const { name } of tables.rows) {
    const found = await owner.query<{ row: string }>(`select t::text as row from ${pg.escapeIdentifier(name)} t`);
    rows += found.rows.length;
    for (const { row } of found.rows) expect(row.includes(canary) || row.includes(number), name).toBe(false);
  }
  expect(rows).toBeGreaterThan(100);
});

async function until(check: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await check()) return true;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return false;
}
