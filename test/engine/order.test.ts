/** The order chart on the same engine: another chart, the same tables, tasks and ladder. */
import {
  type Actor,
  compose,
  createMemoryStore,
  type Json,
  type MemoryStore,
  type Subject,
  tasksOf,
} from '@fengqiao/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { orderChart } from '../../packages/plugins/src/order/index.ts';
import { type Bench, benchOn, type TestStore } from './support.ts';

const { composed } = compose(orderChart, [], { id: 'plain', params: {} });
const as = (role: string, person = `p-${role}`): Actor => ({ person, post: `post-${role}`, role, unit: 'u-street' });

describe('an order', () => {
  let store: MemoryStore;
  let bench: Bench;
  let id: string;
  beforeEach(async () => {
    store = createMemoryStore();
    bench = benchOn(store as unknown as TestStore, {
      definitions: { order: composed },
      holders: (role) => [`holder-${role}`],
    });
    const opened = await send(
      undefined,
      'RECEIVE',
      { source: 'window', subject: '楼道堆物影响通行', address: '玉兰街道1号' },
      as('registrar'),
    );
    id = opened.ok ? opened.subject : '';
  });
  const send = (subject: string | undefined, type: string, payload: { [key: string]: Json }, actor: Actor) =>
    bench.engine.submit({
      district: bench.district.id,
      kind: 'order',
      ...(subject && { subject }),
      acts: [bench.act(type, payload, actor)],
    });
  const now = async () => (await store.load(bench.district.id, [id]))[0] as Subject;
  const waits = async () =>
    tasksOf(composed, await now(), 'u').map(({ roles, events, due }) => [roles.join(), events.join(), due]);
  const dispatched = async () => {
    await send(id, 'REGISTER', { category: 'neighbour' }, as('registrar'));
    await send(id, 'DISPATCH', { toUnit: 'u-street', dueOn: '2026-03-10' }, as('coordinator'));
  };

  it('is walked to its end by its parts, each with its work waiting and its number given', async () => {
    expect(await waits()).toEqual([['registrar', 'REGISTER', undefined]]);
    await dispatched();
    expect((await now()).data.orderNo).toBe('工单〔2026〕1号');
    expect(await waits()).toContainEqual(['handlingStaff', 'ACCEPT', '2026-03-03']);
    for (const type of ['ACCEPT', 'START'])
      expect(await send(id, type, {}, as('handlingStaff'))).toMatchObject({ ok: true });
    expect(await waits()).toEqual([['handlingStaff', 'REPORT', '2026-03-10']]);
    await send(id, 'REPORT', { result: '已清理楼道，物品归还住户', resolved: true }, as('handlingStaff'));
    const call = { contacted: true, resolved: true, satisfied: 'satisfied', remarks: '满意' };
    const self = await send(id, 'CALL_BACK', call, as('callbackOfficer', 'p-handlingStaff'));
    expect(self).toMatchObject({ code: 'RULE_FAILED', reasons: [{ rule: 'notHandler' }] });
    expect(await send(id, 'CALL_BACK', call, as('callbackOfficer'))).toMatchObject({
      ok: true,
      state: { stage: 'supervised' },
    });
    expect(await send(id, 'SIGN_OFF', { summary: '已办结并经回访确认满意' }, as('supervisor'))).toMatchObject({
      state: { stage: 'closed' },
    });
    expect(await waits()).toEqual([]);
    expect(store.projection(bench.district.id, id)).toMatchObject({
      final: true,
      stage: 'closed',
      unit: 'u-street',
      tasks: [],
    });
    expect(store.waiting()).toEqual([]);
  });

  it('moves up its ladder when it is not taken up, and tells the holder of each rung', async () => {
    await dispatched();
    bench.clock.set('2026-03-03T16:00:00Z');
    for (const work of await store.claim(bench.clock.now(), 10, 1000)) {
      if (work.what.kind !== 'term') continue;
      expect(await bench.engine.fire(work)).toMatchObject({ done: true });
    }
    expect((await now()).data.rung).toBe(1);
    const entries = await store.entries(bench.district.id, id);
    expect(entries.at(-1)!.entry.outcome.notices).toContainEqual({
      text: 'term:OR-ACCEPT',
      role: 'unitHead',
      person: 'holder-unitHead',
      with: { key: '', due: '2026-03-03', rung: 1 },
    });
    expect(await waits()).toContainEqual(['unitHead', 'ACCEPT', '2026-03-03']);
  });
});
