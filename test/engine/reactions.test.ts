import type { ChartDefinition, Claimed, Composed, Subject } from '@fengqiao/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, benchOn, librarian, libraryDefinition, stores, type TestStore } from './support.ts';

const text = { type: 'string', minLength: 1, maxLength: 80, title: '文字', en: 'text' };
const link = {
  type: 'object',
  title: '关联',
  en: 'link',
  properties: { kind: text, to: { ...text, ref: 'subject' } },
};

/** Loans open a shelf slip when they are lent, and close it when all came back; a slip names its loan. */
const charts = (onRefused = 'park', slipBy = ['clock']): { [kind: string]: Composed } => {
  const slip = libraryDefinition([], (chart: ChartDefinition) => {
    chart.id = 'slip';
    Object.assign(chart, {
      rules: {},
      facts: {},
      values: {},
      signals: {},
      members: {},
      sittings: {},
      reactions: [],
      asks: {},
      documents: {},
      terms: {},
    });
    chart.ladder = [];
    chart.neverBlocked = [];
    chart.columns = [];
    chart.data = {
      type: 'object',
      properties: { who: { ...text, personal: true }, link, no: { ...text, unique: true } },
    } as any;
    const event = (zh: string, en: string, form: any, more = {}) => ({
      zh,
      en,
      verb: { zh, en },
      correctable: 'never' as const,
      form,
      ...more,
    });
    chart.events = {
      MAKE: event(
        '开单',
        'make',
        { type: 'object', properties: { who: { ...text, personal: true }, link }, required: ['who'] },
        { opens: true },
      ),
      NAME: event('编号', 'number', { type: 'object', properties: { no: text }, required: ['no'] }),
      SHUT: event('关单', 'shut', { type: 'object', properties: {} }),
    };
    chart.regions = {
      stage: {
        zh: '环节',
        en: 'stage',
        initial: 'made',
        states: {
          made: { zh: '已开', en: 'made' },
          named: { zh: '已编', en: 'named' },
          shut: { zh: '已关', en: 'shut', final: true },
        },
        rows: [
          {
            id: 'S1',
            on: 'MAKE',
            from: [],
            to: 'made',
            by: slipBy,
            do: [
              { set: 'data.who', to: { get: 'event.who' } },
              { set: 'data.link', to: { get: 'event.link' } },
            ],
          },
          {
            id: 'S2',
            on: 'NAME',
            from: ['made'],
            to: 'named',
            by: ['librarian'],
            do: [{ set: 'data.no', to: { get: 'event.no' } }],
          },
          { id: 'S3', on: 'SHUT', from: ['named'], to: 'shut', by: slipBy },
        ],
      },
    };
    chart.identity = { title: { get: 'data.who' }, number: { get: 'data.no' } };
  });
  const loan = libraryDefinition([], (chart: ChartDefinition) => {
    chart.reactions = [
      {
        id: 'makeSlip',
        on: 'LEND',
        onRefused: 'park',
        do: [{ create: 'slip', event: 'MAKE', link: 'loan', with: { who: { get: 'data.reader' } } }],
      },
      { id: 'shutSlip', on: 'BRING_BACK', onRefused: onRefused as any, do: [{ raise: 'SHUT', on: 'loan', with: {} }] },
    ];
  });
  return { loan, slip };
};

describe.each(stores)('reactions on %s', (_name, make) => {
  let store: TestStore;
  let bench: Bench;
  let slips: string[];
  beforeAll(async () => {
    store = await make();
  });
  const start = (onRefused?: string, slipBy?: string[]) => {
    slips = [];
    bench = benchOn(store, {
      definitions: charts(onRefused, slipBy),
      parts: { linkedTo: async () => slips.map((subject) => ({ subject, kind: 'slip' })) },
    });
  };
  beforeEach(() => start());
  afterAll(() => store.close());

  const claimed = async (): Promise<Claimed[]> =>
    (await store.claim(bench.clock.now(), 100, 1)).filter((work) => work.district === bench.district.id);
  const lent = async () => {
    const id = await bench.open();
    expect(await bench.send(id, bench.act('LEND'))).toMatchObject({ ok: true });
    const [work] = await claimed();
    const fired = await bench.engine.fire(work!);
    await store.settle(work!, { done: true });
    const slip = fired.done && fired.results[0]?.ok ? fired.results[0].subject : '';
    slips.push(slip);
    return { id, work: work!, fired, slip };
  };
  const back = async (id: string) => {
    await bench.send(id, bench.act('BRING_BACK', { copies: ['c1'] }));
    return (await claimed())[0]!;
  };

  it('creates a linked subject once, with what is personal by reference, on behalf of the event', async () => {
    const { id, work, slip } = await lent();
    expect(work.what).toMatchObject({ kind: 'reaction', reaction: 'makeSlip', depth: 1, plugin: 'loan' });
    expect(JSON.stringify(work.what)).not.toContain('周桂芬');
    const [loan, made] = await store
      .load(bench.district.id, [id, slip])
      .then((both) => [both.find((s) => s.id === id)!, both.find((s) => s.id === slip)!] as [Subject, Subject]);
    expect(made).toMatchObject({ kind: 'slip', data: { link: { kind: 'loan', to: id }, who: loan.data.reader } });
    const [{ entry }] = (await store.entries(bench.district.id, slip)) as unknown as [{ entry: any }];
    const lend = (await store.entries(bench.district.id, id)).at(-1)!.entry;
    expect(entry.cause).toEqual({ eventId: lend.eventId, reaction: 'makeSlip', n: 0 });
    expect(entry.actor).toMatchObject({ role: 'clock', plugin: 'loan', person: 'system' });
    // Fired again, as after a crash before it was settled: the same answer, nothing new.
    expect(await bench.engine.fire(work)).toMatchObject({ done: true, results: [{ ok: true, subject: slip, seq: 1 }] });
    expect(await store.entries(bench.district.id, slip)).toHaveLength(1);
  });

  it('acts under the post of the person where that role may', async () => {
    start('park', ['librarian', 'clock']);
    const { slip } = await lent();
    const [{ entry }] = (await store.entries(bench.district.id, slip)) as unknown as [{ entry: any }];
    expect(entry.actor).toMatchObject({ role: 'librarian', person: 'p-li', plugin: 'loan' });
  });

  it('raises an event on the subjects that link to it; park waits for somebody, retryUntil tries again, drop lets go', async () => {
    for (const [onRefused, expected] of [
      ['park', { done: false, park: true, error: 'WRONG_STATE' }],
      ['retryUntil', { done: false, park: false, error: 'WRONG_STATE' }],
      ['drop', { done: true }],
    ] as const) {
      start(onRefused);
      const { id, slip } = await lent();
      const work = await back(id);
      // The slip has no number yet: it cannot be shut.
      expect(await bench.engine.fire(work)).toMatchObject(expected);
      await bench.engine.submit({
        district: bench.district.id,
        kind: 'slip',
        subject: slip,
        acts: [bench.act('NAME', { no: bench.id() })],
      });
      if (onRefused === 'retryUntil') {
        expect(await bench.engine.fire(work)).toMatchObject({
          done: true,
          results: [{ ok: true, state: { stage: 'shut' } }],
        });
        bench.clock.pass(8 * 86_400_000);
      }
      await store.settle(work, { done: true });
    }
  });

  it('ends a circle', async () => {
    const { work } = await lent();
    const deep = { ...work, what: { ...work.what, depth: 17, eventId: bench.id() } };
    expect(await bench.engine.fire(deep)).toMatchObject({ done: false, park: true, error: 'CHAIN_TOO_DEEP' });
    expect(await bench.engine.fire({ ...work, what: { kind: 'nothing' } })).toMatchObject({ done: false, park: true });
  });

  it('refuses the second of two subjects that want one number', async () => {
    const [one, two] = [await lent(), await lent()];
    const name = (subject: string, no: string) =>
      bench.engine.submit({
        district: bench.district.id,
        kind: 'slip',
        subject,
        acts: [bench.act('NAME', { no }, librarian)],
      });
    const results = await Promise.all([name(one.slip, '甲-1'), name(two.slip, '甲-1')]);
    const lost = results.filter((result) => !result.ok);
    expect(lost).toMatchObject([
      { code: 'DUPLICATE', status: 409, reasons: [{ rule: 'no', path: 'no', text: { zh: '文字已被使用' } }] },
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });
});
