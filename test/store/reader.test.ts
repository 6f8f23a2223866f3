import { createHash, randomUUID } from 'node:crypto';
import type { Commit, PersonalValue, TaskRow } from '@fengqiao/core';
import { sketch } from '@fengqiao/core/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createReader, type PostgresReader } from '../../packages/server/src/postgres/reader.ts';
import { createPostgresStore, type PostgresStore } from '../../packages/server/src/postgres/store.ts';
import { freshDatabase, type TestDatabase } from '../support/postgres.ts';

const keyFor = (district: string): Buffer => createHash('sha256').update(`reader ${district}`).digest();
const KIND = 'example';
let database: TestDatabase;
let store: PostgresStore;
let reader: PostgresReader;
beforeAll(async () => {
  database = await freshDatabase();
  store = createPostgresStore({ engine: database.engine, keyFor });
  reader = createReader({ pages: database.pages, keyFor });
});
afterAll(async () => {
  await store.close();
  await reader.close();
});

const personal = (field: string, value: string): PersonalValue => ({
  ref: randomUUID(),
  field,
  value,
  salt: 'c2FsdA==',
});
const task = (key: string, more: Partial<TaskRow> = {}): TaskRow => ({
  key,
  roles: ['clerk'],
  unit: 'u-1',
  text: { zh: '待办', en: 'to do' },
  events: ['example.NOTE'],
  since: '2026-03-02',
  ...more,
});
async function put(commit: Commit, projection: Partial<Commit['projection']> = {}): Promise<Commit> {
  const whole = { ...commit, projection: { ...commit.projection, ...projection } };
  expect(await store.commit([whole])).toMatchObject([{ ok: 'accepted' }]);
  return whole;
}
const anywhere = { person: 'nobody' };

test('a page sees a subject of its district with its projection, and no other', async () => {
  const district = randomUUID();
  const notices = [
    { seq: 1, n: 0, text: { zh: '已登记', en: 'registered' }, role: 'clerk', at: '2026-03-02T01:00:00.000001Z' },
  ];
  const projection = {
    stage: 'open',
    level: 'red',
    unit: 'u-1',
    nextDue: '2026-03-09',
    persons: ['p-9'],
    tasks: [task('t'), task('t2', { due: '2026-03-05', claimedBy: 'p-1', rung: 2 })],
    notices,
  };
  const commit = await put(sketch({ district }), projection);
  const found = await reader.page(district, (read) => read.subject(commit.subject));
  expect(found?.subject).toEqual(commit.snapshot);
  expect(found?.projection).toEqual({
    ...commit.projection,
    tasks: [projection.tasks[1], projection.tasks[0]],
    tokens: [],
  });
  expect(await reader.page(district, (read) => read.entries(commit.subject))).toEqual(commit.entries);
  expect(await reader.page(randomUUID(), (read) => read.subject(commit.subject))).toBeUndefined();
  expect(await reader.page(randomUUID(), (read) => read.entries(commit.subject))).toEqual([]);
});

test('tasks, notices and the ledger follow a later commit', async () => {
  const district = randomUUID();
  const first = await put(sketch({ district }), { tasks: [task('a'), task('b')] });
  await put(sketch({ on: first.snapshot }), {
    tasks: [task('b', { due: '2026-04-01' }), task('c')],
    stage: 'closed',
    final: true,
  });
  const found = await reader.page(district, (read) => read.subject(first.subject));
  expect(found?.projection.tasks.map(({ key, due }) => [key, due])).toEqual([
    ['b', '2026-04-01'],
    ['c', undefined],
  ]);
  const closed = await reader.page(district, (read) =>
    read.ledger({ kind: KIND, sight: anywhere, view: 'closed', today: '2026-03-02', size: 9 }),
  );
  expect(closed.rows.map((row) => [row.subject, row.stage])).toEqual([[first.subject, 'closed']]);
});

test('personal values are opened on demand, with the key of their district only', async () => {
  const district = randomUUID();
  const name = personal('name', '王小明');
  await put({ ...sketch({ district }), personal: [name] });
  expect(await reader.page(district, (read) => read.personal([name.ref, name.ref, 'none']))).toEqual(
    new Map([[name.ref, '王小明']]),
  );
  const stranger = createReader({ pages: database.pages, keyFor: () => Buffer.alloc(32, 7) });
  expect(await stranger.page(district, (read) => read.personal([name.ref]))).toEqual(new Map());
  await stranger.close();
  const owner = new pg.Client(database.owner);
  await owner.connect();
  // moved to another reference, or altered, it does not open
  await owner.query('update person_value set ref = $2 where ref = $1', [name.ref, 'moved']);
  expect(await reader.page(district, (read) => read.personal(['moved']))).toEqual(new Map());
  await owner.end();
});

test('the ledger finds names, initials, numbers, last four digits and parts of case numbers', async () => {
  const district = randomUUID();
  const known = await put(
    {
      ...sketch({ district }),
      personal: [
        personal('name', '欧阳建国'),
        personal('id', '330602199001011234'),
        personal('phone', '139 0000 5678'),
        personal('statement', '他说王五欠钱'.repeat(20)),
      ],
    },
    { tokens: ['〔2026〕', '17'] },
  );
  await put({ ...sketch({ district }), personal: [personal('name', '欧阳修')] });
  const find = async (words: string) =>
    (
      await reader.page(district, (read) =>
        read.ledger({ kind: KIND, sight: anywhere, words, today: '2026-03-02', size: 9 }),
      )
    ).rows;
  for (const words of [
    '建国',
    '欧阳建国',
    '国',
    'oyjg',
    'yjg',
    '330602199001011234',
    '1234',
    '13900005678',
    '5678',
    '〔2026〕',
    '17',
    '欧阳 1234',
  ]) {
    expect(
      (await find(words)).map((row) => row.subject),
      words,
    ).toEqual([known.subject]);
  }
  expect(await find('欧阳')).toHaveLength(2);
  for (const words of ['王五', '建民', '9999', '欧阳 9999', ''])
    expect(await find(words), words).toHaveLength(words ? 0 : 2);
  const { rows } = await store.pool.query('select token from term_index where district = $1', [district]);
  expect(JSON.stringify(rows)).not.toMatch(/欧|建|1234|5678/);
});

test('the ledger is filtered, sorted and paged without losing or repeating a row', async () => {
  const district = randomUUID();
  const made: Commit[] = [];
  for (let n = 0; n < 23; n += 1) {
    made.push(
      await put(sketch({ district }), {
        openedOn: `2026-03-${String(1 + (n % 7)).padStart(2, '0')}`,
        unit: n % 2 ? 'u-1' : 'u-2',
        columns: { amount: (n * 7) % 10, title: '标题' },
        final: n % 5 === 0,
        ...(n % 3 ? { nextDue: `2026-03-${10 + n}` } : {}),
        persons: n === 2 ? ['p-2'] : [],
      }),
    );
  }
  const pageThrough = async (query: {
    sort?: string;
    view?: 'open' | 'overdue';
    sight?: { units: string[]; person: string };
  }) => {
    const seen: { subject: string; amount: unknown; openedOn: string }[] = [];
    let after: string | undefined;
    for (let page = 0; page < 30; page += 1) {
      const found = await reader.page(district, (read) =>
        read.ledger({
          kind: KIND,
          sight: anywhere,
          today: '2026-03-20',
          size: 4,
          ...query,
          ...(after ? { after } : {}),
        }),
      );
      seen.push(
        ...found.rows.map((row) => ({ subject: row.subject, amount: row.columns.amount, openedOn: row.openedOn })),
      );
      after = found.next;
      if (!after) return { seen, total: found.total };
    }
    throw new Error('the pages do not end');
  };
  for (const sort of [undefined, 'openedOn', 'amount', '-amount', 'nextDue', 'missing']) {
    const { seen, total } = await pageThrough(sort ? { sort } : {});
    expect(total).toBe(23);
    expect(new Set(seen.map((row) => row.subject)).size).toBe(23);
    expect(seen).toHaveLength(23);
    if (sort === 'amount')
      expect(seen.map((row) => row.amount)).toEqual(seen.map((row) => Number(row.amount)).sort((a, b) => a - b));
    if (!sort)
      expect(seen.map((row) => row.openedOn)).toEqual(
        seen
          .map((row) => row.openedOn)
          .sort()
          .reverse(),
      );
  }
  expect((await pageThrough({ view: 'open' })).seen).toHaveLength(18);
  const overdue = made.filter((_, n) => n % 3 !== 0 && n % 5 !== 0 && 10 + n < 20);
  expect((await pageThrough({ view: 'overdue' })).seen.map((row) => row.subject).sort()).toEqual(
    overdue.map((commit) => commit.subject).sort(),
  );
  expect((await pageThrough({ sight: { units: ['u-1'], person: 'p-2' } })).seen).toHaveLength(12);
});

test('tasks are those of a role in its unit, of what may be seen, and those that the person has claimed', async () => {
  const district = randomUUID();
  const one = await put(sketch({ district }), {
    tasks: [
      task('mine', { due: '2026-03-05' }),
      task('theirs', { roles: ['judge'] }),
      task('elsewhere', { unit: 'u-2' }),
    ],
  });
  const two = await put(sketch({ district }), {
    unit: 'u-2',
    tasks: [task('claimed', { roles: ['judge'], claimedBy: 'p-1' }), task('hidden')],
  });
  const ask = (units?: string[]) =>
    reader.page(district, (read) =>
      read.tasks({
        posts: [{ role: 'clerk', unit: 'u-1' }],
        person: 'p-1',
        sight: { person: 'p-1', ...(units ? { units } : {}) },
        limit: 9,
      }),
    );
  expect((await ask()).map((item) => [item.subject, item.key])).toEqual(
    expect.arrayContaining([
      [one.subject, 'mine'],
      [two.subject, 'claimed'],
      [two.subject, 'hidden'],
    ]),
  );
  expect((await ask()).at(0)?.key).toBe('mine');
  expect((await ask(['u-1'])).map((item) => item.key)).toEqual(['mine']);
});

test('notices reach the person, and the role that may see the subject', async () => {
  const district = randomUUID();
  const notice = (n: number, more: object) => ({
    seq: 1,
    n,
    text: { zh: '通知', en: 'note' },
    at: `2026-03-02T01:00:0${n}.000000Z`,
    ...more,
  });
  await put(sketch({ district }), {
    notices: [notice(0, { role: 'clerk' }), notice(1, { person: 'p-1' }), notice(2, { role: 'judge' }), notice(3, {})],
  });
  const ask = (units: string[]) =>
    reader.page(district, (read) =>
      read.notices({
        posts: [{ role: 'clerk', unit: 'u-1' }],
        person: 'p-1',
        sight: { person: 'p-1', units },
        limit: 9,
      }),
    );
  expect((await ask(['u-1'])).map((item) => item.n)).toEqual([1, 0]);
  expect(await ask(['u-2'])).toEqual([]);
});

test('the transaction of a page writes nothing and names its district first', async () => {
  await expect(
    reader.read('d', (query) => query(`insert into setting values ('d', 'k', '1', '2026-01-01')`)),
  ).rejects.toMatchObject({ code: '25006' });
  const settled = await reader.read(`d'; select 1 --`, (query) =>
    query<{ district: string; mode: string }>(
      `select current_setting('fengqiao.district') as district, current_setting('transaction_read_only') as mode`,
    ),
  );
  expect(settled).toEqual([{ district: `d'; select 1 --`, mode: 'on' }]);
  await expect(reader.read('', async () => {})).rejects.toThrow(RangeError);
  // an error inside leaves the connection usable, and no district behind
  for (let n = 0; n < 8; n += 1)
    await expect(reader.read('d', (query) => query('select nonsense'))).rejects.toMatchObject({ code: '42703' });
  expect(await reader.read('d', (query) => query('select 1 as one'))).toEqual([{ one: 1 }]);
});
