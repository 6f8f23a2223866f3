import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { APPEND_ONLY, WITHOUT_DISTRICT } from '../../packages/server/src/postgres/grants.ts';
import { migrate, migrated } from '../../packages/server/src/postgres/migrate.ts';
import { emptyDatabase, freshDatabase, type TestDatabase } from '../support/postgres.ts';

let database: TestDatabase;
let engine: pg.Client;
let pages: pg.Client;
beforeAll(async () => {
  database = await freshDatabase();
  engine = new pg.Client(database.engine);
  pages = new pg.Client(database.pages);
  await engine.connect();
  await pages.connect();
});
afterAll(async () => {
  await engine.end();
  await pages.end();
});

test('no login of the host is a superuser', async () => {
  for (const config of [database.owner, database.engine, database.pages]) {
    const client = new pg.Client(config);
    await client.connect();
    const { rows } = await client.query('select rolsuper, rolbypassrls from pg_roles where rolname = current_user');
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false }]);
    await client.end();
  }
});

test('the engine may add to history and may not change, remove or empty it', async () => {
  for (const table of APPEND_ONLY) {
    await expect(engine.query(`update ${table} set district = 'x'`)).rejects.toMatchObject({ code: '42501' });
    await expect(engine.query(`delete from ${table}`)).rejects.toMatchObject({ code: '42501' });
    await expect(engine.query(`truncate ${table}`)).rejects.toMatchObject({ code: '42501' });
  }
  const day = ['a', '2026-01-01', 'r', 0, 'p', 's', '2026-01-02T00:00:00Z'];
  const added = await engine.query('insert into anchor values ($1, $2, $3, $4, $5, $6, $7)', day);
  expect(added.rowCount).toBe(1);
});

test('pages see the rows of the district that is set, and none without one', async () => {
  await engine.query(`insert into reference (district, number) values ('a', 1), ('b', 2)`);
  const seen = async () =>
    (await pages.query('select district from reference order by 1')).rows.map((row) => row.district);
  expect(await seen()).toEqual([]);
  await pages.query(`select set_config('fengqiao.district', 'b', false)`);
  expect(await seen()).toEqual(['b']);
  await pages.query(`select set_config('fengqiao.district', '', false)`);
  expect(await seen()).toEqual([]);
});

test('pages may write nothing and read no password', async () => {
  await expect(pages.query(`insert into reference (district, number) values ('c', 1)`)).rejects.toMatchObject({
    code: '42501',
  });
  await expect(pages.query('select hash from account')).rejects.toMatchObject({ code: '42501' });
  await expect(pages.query('select * from session')).rejects.toMatchObject({ code: '42501' });
  expect((await pages.query('select login from account')).rows).toEqual([]);
});

test('every table has a district and forced row-level security, except those that are named', async () => {
  const { rows } = await engine.query<{ name: string; forced: boolean; district: boolean }>(
    `select c.relname as name, c.relforcerowsecurity as forced,
            exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'district') as district
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r'`,
  );
  expect(rows.length).toBeGreaterThan(20);
  const without = rows.filter((row) => !row.forced || !row.district).map((row) => row.name);
  expect(without.sort()).toEqual([...WITHOUT_DISTRICT].sort());
});

test('migrations run once, also when two hosts start together', async () => {
  const empty = await emptyDatabase();
  const client = new pg.Client(empty.owner);
  await client.connect();
  expect(await migrated(client)).toBe(false);
  const ran = await Promise.all([migrate(empty.owner), migrate(empty.owner)]);
  expect(ran.map((names) => names.length).sort()).toEqual([0, 3]);
  expect(await migrated(client)).toBe(true);
  await client.end();
});

test('with one login only, it may do everything and reads all districts', async () => {
  const empty = await emptyDatabase();
  await migrate(empty.owner, { engine: 'nobody-here', pages: 'nor-here' });
  const client = new pg.Client(empty.owner);
  await client.connect();
  await client.query(`insert into reference (district, number) values ('a', 1), ('b', 2)`);
  expect((await client.query('select from reference')).rowCount).toBe(2);
  await client.end();
});
