import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sketch } from '@fengqiao/core/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backup, restore } from '../../packages/server/src/postgres/backup/index.ts';
import { createPostgresStore, type PostgresStore } from '../../packages/server/src/postgres/store.ts';
import { emptyDatabase, freshDatabase, type TestDatabase } from '../support/postgres.ts';

const keyFor = (district: string): Buffer => createHash('sha256').update(`backup ${district}`).digest();
const folder = mkdtempSync(path.join(os.tmpdir(), 'fq-backup-'));
let database: TestDatabase;
let store: PostgresStore;
beforeAll(async () => {
  database = await freshDatabase();
  store = createPostgresStore({ engine: database.engine, keyFor });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** All rows of all tables as text, without what a backup leaves out. */
async function contents(config: pg.PoolConfig): Promise<{ [table: string]: string[] }> {
  const client = new pg.Client(config);
  await client.connect();
  const tables = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r'`,
  );
  const found: { [table: string]: string[] } = {};
  for (const { name } of tables.rows) {
    if (['session', 'migration'].includes(name)) continue;
    found[name] = (await client.query<{ row: string }>(`select t::text as row from ${name} t`)).rows
      .map(({ row }) => row)
      .sort();
  }
  await client.end();
  return found;
}
const openDistrict = async (district: string, subjects: number) => {
  const ref = randomUUID();
  const commits = Array.from({ length: subjects }, (_, n) =>
    sketch({
      district,
      events: [randomUUID(), randomUUID()],
      payload: { text: `行\n${n}\\"😀` },
      more: {
        due: [{ key: 'a', dueAt: '2030-01-01T00:00:00.123456Z', token: 1, what: { z: 1, a: 2 } }],
        keys: [{ scope: 's', key: String(n), rule: 'R' }],
      },
    }),
  );
  commits[0]!.personal.push({ ref, field: 'name', value: '王小明', salt: 'c2FsdA==' });
  expect((await store.commit(commits)).every((result) => result.ok === 'accepted')).toBe(true);
  return { ref, commits };
};

test('a backup made under load comes back row by row, with every chain and every personal value', async () => {
  const { ref } = await openDistrict('a', 40);
  await store.putDefinition({
    shape: 's',
    conduct: 'c',
    kind: 'example',
    body: { z: 1, a: [1.5, null] },
    at: '2026-03-02T01:00:00Z',
  });
  await store.setReference('a', 3);
  const bytes = Buffer.from([0, 1, 2, 255, 10, 13]);
  await store.pool.query(`insert into file values ('a', 'f', 6, 't', $1, 'p', '2026-03-02T01:00:00.000001Z')`, [bytes]);
  await store.pool.query(`insert into access_log (district, at, person, what) values ('a', '2026-03-02', 'p', 'read')`);
  let running = true;
  const load = (async () => {
    let made = 0;
    for (; running; made += 1) await store.commit([sketch({ district: 'load' })]);
    return made;
  })();
  const manifest = await backup(database.owner, folder, '2026-03-02T01:00:00.000000Z');
  running = false;
  expect(await load).toBeGreaterThan(0);
  expect(path.basename(manifest.file)).toBe('fengqiao-20260302T010000Z.backup.gz');
  expect(statSync(manifest.file).mode & 0o777).toBe(0o600);
  expect(manifest.counts).toMatchObject({ file: 1, definition: 1, person_value: 1, due: 40, counter: 0 });
  expect(manifest.counts.entry).toBe(80 + (manifest.counts.subject! - 40));

  const target = await emptyDatabase();
  const restored = await restore(target.owner, folder);
  expect(restored).toMatchObject({
    counts: manifest.counts,
    subjects: manifest.counts.subject,
    entries: manifest.counts.entry,
  });
  const before = await contents(database.owner);
  const after = await contents(target.owner);
  expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
  for (const [table, rows] of Object.entries(after)) {
    const wanted = before[table]!.filter((row) => !/^\(load,/.test(row));
    expect(
      rows.filter((row) => !/^\(load,/.test(row)),
      table,
    ).toEqual(wanted);
  }
  const copy = createPostgresStore({ engine: target.engine, keyFor });
  expect(await copy.personal('a', [ref])).toEqual(new Map([[ref, '王小明']]));
  expect(JSON.stringify(await copy.definition('c'))).toBe('{"z":1,"a":[1.5,null]}');
  expect((await copy.commit([sketch({ district: 'a', more: { reference: 3 } })]))[0]?.ok).toBe('accepted');
  const { rows } = await copy.pool.query(
    `insert into access_log (district, at, person, what) values ('a', '2026-03-02', 'p', 'read') returning id`,
  );
  expect(Number(rows[0].id)).toBe(2);
  await copy.close();
});

test('a backup holds no personal value in clear', () => {
  const [name] = readdirSync(folder);
  const text = gunzipSync(readFileSync(path.join(folder, name!))).toString('utf8');
  expect(text).toContain('person_value');
  expect(text).not.toContain('王小明');
});

test('a database with rows is not restored into', async () => {
  await expect(restore(database.owner, folder)).rejects.toMatchObject({ code: 'TARGET_NOT_EMPTY' });
});

test('a file that was cut, altered, or tampered with is refused, and nothing is written', async () => {
  const [name] = readdirSync(folder);
  const good = readFileSync(path.join(folder, name!));
  const lines = gunzipSync(good).toString('utf8').split('\n');
  const target = await emptyDatabase();
  const attempt = async (content: Buffer) => {
    const file = path.join(folder, 'tried.gz');
    writeFileSync(file, content);
    await expect(restore(target.owner, file)).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' });
    rmSync(file);
  };
  await attempt(good.subarray(0, good.length - 100));
  await attempt(Buffer.from('nothing'));
  const at = lines.findIndex((line) => line.startsWith('r') && line.includes('example'));
  await attempt(gzipSync(lines.filter((_, n) => n !== at).join('\n')));
  await attempt(gzipSync(lines.map((line, n) => (n === at ? line.replace('example', 'exampl3') : line)).join('\n')));
  // somebody who also made the hash again is found by the chain
  const entry = lines.findIndex(
    (line) => line.startsWith('r') && line.includes('"event_id"') && line.includes('"bytes"'),
  );
  const altered = lines.map((line, n) => (n === entry ? line.replaceAll('example.NOTE', 'example.NONE') : line));
  const foot = altered.findIndex((line) => line.startsWith('{"foot":'));
  const sha256 = createHash('sha256')
    .update(`${altered.slice(0, foot).join('\n')}\n`)
    .digest('hex');
  altered[foot] = JSON.stringify({ foot: { ...JSON.parse(altered[foot]!).foot, sha256 } });
  await attempt(gzipSync(altered.join('\n')));
  for (const rows of Object.values(await contents(target.owner))) expect(rows).toEqual([]);
  // the empty tables that a refused attempt left are no hindrance
  expect((await restore(target.owner, folder)).subjects).toBeGreaterThan(39);
});

test('a backup of a newer release is refused', async () => {
  const [name] = readdirSync(folder);
  const lines = gunzipSync(readFileSync(path.join(folder, name!)))
    .toString('utf8')
    .split('\n');
  const head = { ...JSON.parse(lines[0]!), migrations: ['9999-later'] };
  const body = [JSON.stringify(head), ...lines.slice(1)];
  const foot = body.findIndex((line) => line.startsWith('{"foot":'));
  const sha256 = createHash('sha256')
    .update(`${body.slice(0, foot).join('\n')}\n`)
    .digest('hex');
  body[foot] = JSON.stringify({ foot: { ...JSON.parse(body[foot]!).foot, sha256 } });
  const file = path.join(folder, 'newer.gz');
  writeFileSync(file, gzipSync(body.join('\n')));
  const target = await emptyDatabase();
  await expect(restore(target.owner, file)).rejects.toMatchObject({ code: 'BACKUP_TOO_NEW' });
  rmSync(file);
});

test('the newest fourteen are kept, and nothing else in the folder is touched', async () => {
  writeFileSync(path.join(folder, 'note.txt'), 'keep me');
  for (let day = 1; day <= 16; day += 1)
    await backup(database.owner, folder, `2026-04-${String(day).padStart(2, '0')}T00:00:00Z`);
  const names = readdirSync(folder).sort();
  expect(names).toHaveLength(15);
  expect(names[0]).toBe('fengqiao-20260403T000000Z.backup.gz');
  expect(names.at(-1)).toBe('note.txt');
});
