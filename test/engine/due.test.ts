import { type Claimed, type Composed, type MemoryStore, rebuild, type Subject, tasksOf } from '@fengqiao/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, benchOn, head, librarian, libraryDefinition, reader, stores, type TestStore } from './support.ts';

/** The library with a laddered loan, reminders, and a rung. */
const laddered = (): Composed =>
  libraryDefinition([], (chart) => {
    Object.assign(chart.terms.LOAN, { ladder: true, reminders: [3, 1] });
    chart.data.properties.rung = { type: 'integer', minimum: 0, maximum: 5, ladder: true, title: '层级', en: 'rung' };
    chart.regions.stage.rows.find((row: any) => row.id === 'L7').do.push({ set: 'data.rung', to: 1 });
    chart.reactions = [];
  });

describe.each(stores)('due work on %s', (name, make) => {
  let store: TestStore;
  let bench: Bench;
  let definition: Composed;
  beforeAll(async () => {
    store = await make();
  });
  beforeEach(async () => {
    // What an earlier test left is not of this one.
    while ((await store.claim('2099-01-01T00:00:00Z', 1000, 1)).length) {
      for (const work of await store.claim('2099-01-01T00:00:00Z', 1000, 1)) await store.settle(work, { done: true });
    }
    definition = laddered();
    bench = benchOn(store, { definitions: { loan: definition } });
  });
  afterAll(() => store.close());

  const subjectOf = async (id: string) => (await store.load(bench.district.id, [id]))[0] as Subject;
  const lent = async () => {
    const id = await bench.open();
    await bench.send(id, bench.act('LEND'));
    return id;
  };
  /** Everything that is due by then, done; what it was. */
  const runUntil = async (instant: string): Promise<string[]> => {
    bench.clock.set(instant);
    const keys: string[] = [];
    for (const work of await store.claim(bench.clock.now(), 100, 1000)) {
      keys.push(work.key);
      const fired = await bench.engine.fire(work);
      expect(fired).toMatchObject({ done: true });
      await store.settle(work, { done: true });
    }
    return keys;
  };

  it('puts terms and reminders at the end of their days, and takes them away with the term', async () => {
    const id = await lent();
    const due = async () =>
      (await store.claim('2099-01-01T00:00:00Z', 100, 1)).map(({ key, dueAt }: Claimed) => `${key} ${dueAt}`).sort();
    // Lent on 2 March 2026 for 14 days: the last day is 16 March, which ends at 16:00 UTC.
    expect(await due()).toEqual([
      'remind:LOAN::1 2026-03-14T16:00:00.000000Z',
      'remind:LOAN::3 2026-03-12T16:00:00.000000Z',
      'term:LOAN: 2026-03-16T16:00:00.000000Z',
    ]);
    await bench.send(id, bench.act('HOLD', { ground: '馆内盘点' }));
    expect(await due()).toEqual([]);
    bench.clock.set('2026-03-05T01:00:00Z');
    await bench.send(id, bench.act('UNHOLD', { ground: '馆内盘点' }));
    expect((await due()).at(-1)).toBe('term:LOAN: 2026-03-19T16:00:00.000000Z');
    await bench.send(id, bench.act('BRING_BACK', { copies: ['c1'] }));
    expect(await due()).toEqual([]);
    expect((await subjectOf(id)).terms.find((term) => term.id === 'LOAN')?.status).toBe('ended');
  });

  it('reminds, then expires, moves the ladder and tells the holder of the rung', async () => {
    const id = await lent();
    expect(await runUntil('2026-03-12T15:59:00Z')).toEqual([]);
    expect(await runUntil('2026-03-12T16:00:00Z')).toEqual(['remind:LOAN::3']);
    const reminded = (await store.entries(bench.district.id, id)).at(-1)!.entry;
    expect(reminded).toMatchObject({
      type: 'TERM_REMINDED',
      outcome: {
        notices: [
          { text: 'term:LOAN', role: 'librarian', with: { days: 3, due: '2026-03-16' } },
          { text: 'term:LOAN', role: 'head' },
        ],
      },
    });
    expect((await runUntil('2026-03-16T16:00:00Z')).sort()).toEqual(['remind:LOAN::1', 'term:LOAN:']);
    const subject = await subjectOf(id);
    expect(subject.state.stage).toBe('lent.overdue');
    const expired = (await store.entries(bench.district.id, id))
      .map(({ entry }) => entry)
      .find(({ type }) => type === 'TERM_EXPIRED')!;
    expect(expired.actor).toMatchObject({ role: 'clock', plugin: 'clock' });
    // Told: the librarian by the row of the chart, and the holder of the rung that the step set.
    expect(expired.outcome.notices).toEqual([
      { text: 'overdue', role: 'librarian', with: { card: 'C-1' } },
      { text: 'term:LOAN', role: 'head', person: 'p-he', with: { key: '', due: '2026-03-16', rung: 1 } },
    ]);
    const task = tasksOf(definition, subject, 'u-main').find(({ key }) => key.startsWith('ladder:'));
    expect(task).toMatchObject({
      roles: ['head'],
      rung: 1,
      due: '2026-03-16',
      text: { zh: '借期：已逾期，请督促办理' },
    });
    expect(rebuild((await store.entries(bench.district.id, id)).map(({ entry }) => entry))).toEqual(subject);
    if (name === 'memory') {
      const shown = (store as unknown as MemoryStore).projection(bench.district.id, id)!;
      expect(shown.notices.map(({ text, person }) => [text.zh, person])).toContainEqual([
        '借期：已于2026-03-16届满',
        'p-he',
      ]);
      expect(shown.nextDue).toBe('2026-03-16');
    }
  });

  it('drops a firing that comes late, and does one that comes twice once', async () => {
    const id = await lent();
    const [work] = (await store.claim('2026-03-17T00:00:00Z', 100, 1000)).filter(({ key }) => key === 'term:LOAN:');
    await bench.send(id, bench.act('RENEW', { days: 3 }, reader));
    expect(await bench.engine.fire(work!)).toEqual({ done: true, late: true, results: [] });
    expect((await subjectOf(id)).state.stage).toBe('lent.out');
    const [again] = (await store.claim('2026-04-17T00:00:00Z', 100, 1000)).filter(({ key }) => key === 'term:LOAN:');
    bench.clock.set('2026-04-17T00:00:00Z');
    const [one, two] = await Promise.all([bench.engine.fire(again!), bench.engine.fire(again!)]);
    expect([one, two]).toMatchObject([{ done: true }, { done: true }]);
    const types = (await store.entries(bench.district.id, id)).map(({ entry }) => entry.type);
    expect(types.filter((type) => type === 'TERM_EXPIRED')).toHaveLength(1);
  });

  it('lets nobody but the clock say that a term ran out', async () => {
    const id = await lent();
    const payload = { termId: 'LOAN', key: '', token: 1 };
    expect(await bench.send(id, bench.act('TERM_EXPIRED', payload))).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
  });

  it('claims and releases work by entries; a claim ends with its point', async () => {
    const id = await bench.open();
    const [task] = tasksOf(definition, await subjectOf(id), 'u-main');
    expect(task).toMatchObject({ roles: ['librarian', 'head'], events: ['LEND'], text: { zh: '已申请' } });
    const claim = (actor = librarian) => bench.send(id, bench.act('TASK_CLAIM', { task: task!.key }, actor));
    expect(await claim(reader)).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
    expect(await claim()).toMatchObject({ ok: true, seq: 2 });
    expect(await claim(head)).toMatchObject({ code: 'RULE_FAILED', reasons: [{ rule: 'taskFree' }] });
    expect(tasksOf(definition, await subjectOf(id), 'u-main')[0]).toMatchObject({ claimedBy: 'p-li' });
    expect(await bench.send(id, bench.act('TASK_RELEASE', { task: task!.key }, librarian))).toMatchObject({ ok: true });
    expect((await subjectOf(id)).claims).toEqual({});
    expect(await claim(head)).toMatchObject({ ok: true });
    await bench.send(id, bench.act('LEND'));
    expect((await subjectOf(id)).claims).toEqual({});
    expect(await claim(head)).toMatchObject({ code: 'WRONG_STATE' });
    const entries = (await store.entries(bench.district.id, id)).map(({ entry }) => entry);
    expect(entries.map(({ type }) => type)).toEqual(['REQUEST', 'TASK_CLAIM', 'TASK_RELEASE', 'TASK_CLAIM', 'LEND']);
    expect(rebuild(entries)).toEqual(await subjectOf(id));
  });

  it('gives an own duty its day, on the task that ends it', async () => {
    const id = await lent();
    const subject = await subjectOf(id);
    expect(tasksOf(definition, subject, 'u-main')).toEqual([
      {
        key: `stage:lent.out:${subject.pointSeq}`,
        roles: ['librarian', 'head'],
        unit: 'u-main',
        text: { zh: '在借', en: 'out' },
        events: ['BRING_BACK', 'REPORT_LOST'],
        since: subject.at,
        due: '2026-03-16',
      },
    ]);
  });
});
