/** The audit names the first place of a history that does not hold. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditChains } from '../../packages/server/src/cli/audit.ts';
import { createPostgresStore } from '../../packages/server/src/postgres/store.ts';
import { benchOn, type TestStore } from '../engine/support.ts';
import { freshDatabase, type TestDatabase } from '../support/postgres.ts';

let database: TestDatabase;
let owner: pg.Pool;
let store: TestStore;
let ids: string[];
let district: string;
beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Pool({ ...database.owner, max: 2 });
  store = createPostgresStore({ engine: database.engine, keyFor: () => Buffer.alloc(32, 1) });
  const bench = benchOn(store);
  district = bench.district.id;
  ids = await Promise.all([bench.open(), bench.open(), bench.open(), bench.open(), bench.open()]);
  for (const id of ids) await bench.send(id, bench.act('LEND'));
});
afterAll(async () => {
  await owner.end();
  await store.close();
});

describe('audit verify', () => {
  it('finds nothing where nothing was touched', async () => {
    expect(await auditChains(owner)).toEqual({ subjects: 5, entries: 10, faults: [] });
  });
  it('names what was altered, taken away, cut off, or recomputed', async () => {
    const [altered, missing, cut, copied, orphan] = ids as [string, string, string, string, string];
    await owner.query(`update entry set bytes = replace(bytes, 'LEND', 'LENT') where subject = $1 and seq = 2`, [
      altered,
    ]);
    await owner.query('delete from entry where subject = $1 and seq = 1', [missing]);
    await owner.query('delete from entry where subject = $1 and seq = 2', [cut]);
    await owner.query(`update entry set entry = jsonb_set(entry, '{hash}', '"0"') where subject = $1 and seq = 1`, [
      copied,
    ]);
    await owner.query('delete from subject where id = $1', [orphan]);
    const { faults } = await auditChains(owner);
    const found = Object.fromEntries(faults.map(({ subject, seq, fault }) => [subject, `${fault} ${seq}`]));
    expect(found).toEqual({
      [altered]: 'altered 2',
      [missing]: 'missing 1',
      [cut]: 'truncated 2',
      [copied]: 'copy-differs 1',
      [orphan]: 'missing 0',
    });
    expect(faults.every((fault) => fault.district === district)).toBe(true);
  });
  it('the engine itself may not touch what it wrote', async () => {
    const engine = new pg.Pool({ ...database.engine, max: 1 });
    await expect(engine.query('delete from entry')).rejects.toMatchObject({ code: '42501' });
    await engine.end();
  });
});
