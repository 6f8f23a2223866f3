/** Subjects that set off each other, on the charts and districts of the project: order and dispute, split, merger. */
import { isPersonalRef, type Subject } from '@fengqiao/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as payloads from '../../packages/plugins/src/dispute/scenarios/payloads.ts';
import { type DistrictBench, districtBench, type Payload } from './district-bench.ts';

describe('linked subjects', () => {
  let bench: DistrictBench;
  beforeAll(async () => {
    bench = await districtBench('haitang');
  });
  afterAll(() => bench.store.close());

  const linkedTo = async (id: string): Promise<Subject[]> => {
    const links = await bench.store.linkedTo('haitang', id);
    return bench.store.load(
      'haitang',
      links.map(({ subject }) => subject),
    );
  };
  const must = async (
    kind: string,
    subject: string | undefined,
    type: string,
    payload: Payload,
    role: string,
    unit = 'ht.dl.tj',
  ) => {
    bench.clock.pass(60_000);
    const done = await bench.send(kind, subject, type, payload, bench.actorOf(role, unit));
    expect(done, `${type} ${JSON.stringify(done)}`).toMatchObject({ ok: true });
    return done.ok ? done.subject : '';
  };
  const opened = (more: Payload = {}) => payloads.opened({ gridCode: 'HT-DL-01', ...more });

  it('an order that turns out to be a quarrel opens a dispute that names it', async () => {
    const order = await must(
      'order',
      undefined,
      'RECEIVE',
      { source: 'window', subject: '楼上漏水无人处理', gridCode: 'HT-DL-01' },
      'registrar',
    );
    await must('order', order, 'REGISTER', { category: 'neighbour', gridCode: 'HT-DL-01' }, 'registrar');
    await must('order', order, 'DISPATCH', { toUnit: 'ht.yl', dueOn: '2026-03-20' }, 'coordinator');
    await must('order', order, 'ACCEPT', {}, 'handlingStaff', 'ht.yl');
    await must('order', order, 'START', {}, 'handlingStaff', 'ht.yl');
    const quarrel = {
      applicant: '周某某',
      applicantPhone: '13800000001',
      respondent: '吴某某',
      facts: '楼上漏水致墙面受损，双方多次协商未果',
      noticeVersion: '2026',
    };
    await must('order', order, 'CONVERT', quarrel, 'handlingStaff', 'ht.yl');
    await bench.runner.drain();
    expect(bench.lines).toEqual([]);
    const [dispute] = await linkedTo(order);
    expect(dispute).toMatchObject({ kind: 'dispute', state: { stage: 'intake' }, opened: { unit: 'ht.yl' } });
    expect(dispute!.data.links).toEqual([{ kind: 'order', to: order, waiting: false }]);
    expect(isPersonalRef((dispute!.data.parties as any)[0].name)).toBe(true);
    const [{ entry }] = (await bench.store.entries('haitang', dispute!.id)) as unknown as [{ entry: any }];
    expect(entry).toMatchObject({ type: 'OPEN', actor: { plugin: 'order' }, cause: { reaction: 'openDispute', n: 0 } });
    // Done twice, as after a crash: still one.
    await bench.runner.drain();
    expect(await linkedTo(order)).toHaveLength(1);
    // Somebody of the street takes it up like any other: what is not known yet is asked for first.
    const early = await bench.send(
      'dispute',
      dispute!.id,
      'ACCEPT',
      { committee: 'ht.yl.tj' },
      bench.actorOf('registrar', 'ht.yl.tj'),
    );
    expect(early).toMatchObject({ code: 'RULE_FAILED', reasons: [{ rule: 'partiesIdentified' }] });
    const respondent = {
      id: 'p2',
      kind: 'natural_person',
      role: 'respondent',
      side: 'respondent',
      name: '吴某某',
      phone: '13800000002',
    };
    const patch = { parties: [respondent], claims: [{ id: 'c1', text: '修复墙面' }], involvedPersons: 2 };
    await must('dispute', dispute!.id, 'SUPPLEMENT', { patch, note: '电话核实' }, 'registrar', 'ht.yl.tj');
    await must('dispute', dispute!.id, 'ACCEPT', { committee: 'ht.yl.tj' }, 'registrar', 'ht.yl.tj');
    expect((await bench.subjectOf(dispute!.id)).data.caseNo).toBe('（2026）玉兰调字第1号');
  });

  it('a split opens its children, once each', async () => {
    const parties = [payloads.party('A'), payloads.party('B', 'respondent'), payloads.party('C')];
    const claims = [
      { id: 'c1', text: '修复墙面' },
      { id: 'c2', text: '赔偿家具' },
    ];
    const parent = await must('dispute', undefined, 'OPEN', opened({ parties, claims }), 'registrar');
    await must('dispute', parent, 'ACCEPT', { committee: 'ht.dl.tj' }, 'registrar');
    const children = [{ parties: ['C', 'B'], claims: ['c2'] }];
    await must('dispute', parent, 'SPLIT', { ground: 'by_claims', children }, 'coordinator');
    await bench.runner.drain();
    expect(bench.lines).toEqual([]);
    const made = await linkedTo(parent);
    expect(made).toHaveLength(1);
    expect(made[0]).toMatchObject({ kind: 'dispute', state: { stage: 'triage' } });
    expect((made[0]!.data.parties as any[]).map(({ id }) => id).sort()).toEqual(['B', 'C']);
    expect((made[0]!.data.links as any[])[0]).toMatchObject({ kind: 'splitFrom', to: parent });
  });

  it('a duplicate goes into its original, which is told', async () => {
    const same = { parties: [payloads.party('A'), payloads.party('B', 'respondent')] };
    const original = await must('dispute', undefined, 'OPEN', opened(same), 'registrar');
    const duplicate = await must('dispute', undefined, 'OPEN', opened(same), 'registrar');
    const before = (await bench.subjectOf(original)).seq;
    await must('dispute', duplicate, 'MERGE', { original, reason: '同一事项重复登记' }, 'registrar');
    await bench.runner.drain();
    expect(bench.lines).toEqual([]);
    const types = (await bench.store.entries('haitang', original, before)).map(({ entry }) => entry.type);
    expect(types).toEqual(['TAKE_MERGED']);
    expect((await bench.subjectOf(duplicate)).state.stage).toBe('followUp');
  });
});
