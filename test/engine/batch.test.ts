import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, benchOn, librarian, reader, stores, type TestStore } from './support.ts';

/** A store that notes its statements and can be made slow or broken. */
function watched(store: TestStore) {
  const seen = { statements: [] as number[], most: 0, flying: 0 };
  let fails: (subjects: string[]) => boolean = () => false;
  const commit: TestStore['commit'] = async (commits) => {
    seen.statements.push(commits.length);
    seen.flying += 1;
    seen.most = Math.max(seen.most, seen.flying);
    await new Promise((resolve) => setTimeout(resolve, 5));
    try {
      if (fails(commits.map((one) => one.subject))) throw new Error('a broken statement');
      return await store.commit(commits);
    } finally {
      seen.flying -= 1;
    }
  };
  return {
    seen,
    failWhen: (test: typeof fails) => {
      fails = test;
    },
    store: { ...store, commit } as TestStore,
  };
}

describe.each(stores)('batches on %s', (_name, make) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await make();
  });
  afterAll(() => store.close());

  const people = (n: number) => ({ ...reader, person: `p-${n}` });
  const openMany = (bench: Bench, count: number, who: (n: number) => typeof reader = people) =>
    Promise.all(
      Array.from({ length: count }, (_, n) =>
        bench.send(
          undefined,
          bench.act(
            'REQUEST',
            { reader: '刘芳', card: `C-${n}`, copies: [{ title: '尔雅', kind: 'regular' }] },
            who(n),
          ),
        ),
      ),
    );

  it('puts what waits into one statement, at most 64, two in flight', async () => {
    const { store: slow, seen } = watched(store);
    const bench = benchOn(slow);
    const results = await openMany(bench, 200);
    expect(results.every((result) => result.ok)).toBe(true);
    expect(Math.max(...seen.statements)).toBe(64);
    expect(seen.statements.length).toBeLessThan(10);
    expect(seen.most).toBe(2);
  });

  it('lets one person fill eight places of a statement', async () => {
    const { store: slow, seen } = watched(store);
    const bench = benchOn(slow);
    await openMany(bench, 20, () => reader);
    expect(Math.max(...seen.statements)).toBe(8);
  });

  it('refuses what is too much to wait', async () => {
    const { store: slow } = watched(store);
    const bench = benchOn(slow, { parts: { limits: { waiting: 10, batch: 4 } } });
    const results = await openMany(bench, 40);
    const busy = results.filter((result) => !result.ok && result.code === 'BUSY');
    expect(busy.length).toBe(30);
    expect(results.filter((result) => result.ok).length).toBe(10);
  });

  it('steps several events of one subject in order, in one commit', async () => {
    const { store: slow, seen } = watched(store);
    const bench = benchOn(slow);
    const id = await bench.open([
      { title: '甲', kind: 'regular' },
      { title: '乙', kind: 'regular' },
    ]);
    await bench.send(id, bench.act('LEND'));
    seen.statements.length = 0;
    const results = await Promise.all([
      bench.send(id, bench.act('WATCH', { why: '留意' })),
      bench.send(id, bench.act('BRING_BACK', { copies: ['c1'] })),
      bench.send(id, bench.act('BRING_BACK', { copies: ['c1'] })),
      bench.send(id, bench.act('BRING_BACK', { copies: ['c2'] }, { ...librarian, person: 'p-2' })),
    ]);
    expect(results.map((result) => (result.ok ? result.seq : result.code))).toEqual([3, 4, 'RULE_FAILED', 5]);
    expect(seen.statements).toEqual([1]);
    const entries = await store.entries(bench.district.id, id);
    expect(entries.map(({ entry }) => entry.type)).toEqual(['REQUEST', 'LEND', 'WATCH', 'BRING_BACK', 'BRING_BACK']);
  });

  it('halves a failed statement, and gives up only the event that fails alone', async () => {
    const { store: slow, failWhen } = watched(store);
    const bench = benchOn(slow);
    const ids = await Promise.all(Array.from({ length: 7 }, () => bench.open()));
    for (const id of ids) await bench.send(id, bench.act('LEND'));
    failWhen((subjects) => subjects.includes(ids[3]!));
    const results = await Promise.all(
      ids.map((id, n) => bench.send(id, bench.act('WATCH', { why: '留意' }, { ...librarian, person: `p-${n}` }))),
    );
    expect(results.map((result) => (result.ok ? 'ok' : result.code))).toEqual([
      'ok',
      'ok',
      'ok',
      'EVENT_UNWRITABLE',
      'ok',
      'ok',
      'ok',
    ]);
    failWhen(() => false);
    expect(await bench.send(ids[3], bench.act('WATCH', { why: '留意' }))).toMatchObject({ ok: true });
  });

  it('answers UNAVAILABLE while the database does not answer, and keeps nothing of it', async () => {
    const bench = benchOn({ ...store, load: () => Promise.reject(new Error('connection lost')) } as TestStore);
    const open = bench.act(
      'REQUEST',
      { reader: '赵敏', card: 'C-1', copies: [{ title: '易', kind: 'regular' }] },
      reader,
    );
    expect(await bench.send(undefined, open)).toMatchObject({ code: 'UNAVAILABLE', status: 503 });
    expect(await store.answer(bench.district.id, open.eventId)).toBeUndefined();
  });
});
