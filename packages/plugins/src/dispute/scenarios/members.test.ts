/** Each-regions beyond the scenarios: guarantees and what they secure, succession, revision, what a judgment replaces. */
import { expect, test } from 'vitest';
import { toDrafting, toEffective, toSession, walk } from './given.ts';
import * as p from './payloads.ts';
import type { Walk } from './walk.ts';

const three = {
  parties: [p.party('A'), p.party('B', 'respondent'), p.party('C', 'respondent', { role: 'guarantor' })],
  involvedPersons: 3,
};
const secured = [
  p.pays(1, 'B', 'A'),
  { ...p.pays(2, 'C', 'A'), kind: 'guarantee', secures: [1], dueDate: '2026-07-31' },
];
const guaranteed = () => {
  const of = toEffective(walk(), secured, three, ['A', 'B', 'C']);
  of.must({ by: 'mediator', event: 'SKIP_CONFIRMATION', with: { reason: '各方约定直接履行' } });
  return of;
};
const state = (of: Walk, id: string) => of.data.obligations.find((o: any) => o.id === id)?.state;
const paid = (of: Walk, id: string) => of.data.obligations.find((o: any) => o.id === id)?.paid;

test('a guarantee waits; the debtor who pays in full ends it', () => {
  const of = guaranteed();
  expect([state(of, 'o1-1'), state(of, 'o1-2')]).toEqual(['pending', 'contingent']);
  expect([of.running('DL-OB-DUE', 'o1-1')?.due, of.running('DL-OB-DUE', 'o1-2')]).toEqual(['2026-06-30', undefined]);
  of.must({ by: 'respondent', event: 'PERFORM', with: p.performed('o1-1') });
  expect([state(of, 'o1-1'), state(of, 'o1-2'), of.stage]).toEqual(['performed', 'performed', 'followUp']);
});
test('a guarantor who pays in full ends what it secures', () => {
  const of = guaranteed();
  of.must({ by: 'thirdParty', event: 'PERFORM', with: p.performed('o1-2') });
  expect([state(of, 'o1-1'), state(of, 'o1-2')]).toEqual(['performed', 'performed']);
  expect(of.running('DL-OB-DUE')).toBeUndefined();
});
test('part payment counts once on both', () => {
  const of = guaranteed();
  of.must({
    by: 'respondent',
    event: 'PERFORM',
    with: p.performed('o1-1', { complete: false, amountCny: 200_000 }),
  });
  expect([paid(of, 'o1-1'), paid(of, 'o1-2'), state(of, 'o1-1')]).toEqual([200_000, 200_000, 'pending']);
});
test('the debtor is late: the guarantee falls due, an enforcement without result leaves it standing', () => {
  const of = guaranteed();
  of.must(of.expire('DL-OB-DUE', 'o1-1'));
  expect([state(of, 'o1-1'), state(of, 'o1-2'), of.stage]).toEqual(['overdue', 'pending', 'performance.overdue']);
  expect(of.running('DL-OB-DUE', 'o1-2')?.due).toBe('2026-07-31');
  expect(of.running('DL-PM-PERF-CHECK', 'o1-1')).toBeDefined();
});
test('what the creditor waives ends its guarantee', () => {
  const of = guaranteed();
  of.must({
    by: 'applicant',
    event: 'WAIVE_OBLIGATION',
    with: { obligationId: 'o1-1', kind: 'waived', by: ['A'], document: p.paper },
  });
  expect([state(of, 'o1-1'), state(of, 'o1-2')]).toEqual(['ended', 'performed']);
});
test('effect is the last of all requirements, never typed', () => {
  const of = toDrafting(walk('2026-03-02'));
  of.must({ by: 'mediator', event: 'DRAFT_AGREEMENT', with: p.drafted([p.pays(1, 'B', 'A')]) });
  for (const [by, event, day, payload] of [
    ['applicant', 'SIGN', '2026-03-03', p.signs('A')],
    ['committeeChair', 'SEAL', '2026-03-04', p.seals],
    ['respondent', 'SIGN', '2026-03-05', p.signs('B')],
  ] as const) {
    of.today = day;
    of.must({ by, event, with: payload });
  }
  of.today = '2026-03-06';
  of.must({ by: 'mediator', event: 'MEDIATOR_SIGN', with: () => ({ signedOn: '2026-03-04' }) });
  expect(of.stage).toBe('agreement.effective');
  expect(of.data.versions[0]).toMatchObject({ state: 'force', effectiveOn: '2026-03-05' });
  expect(of.running('DL-JC-APPLY')?.startedOn).toBe('2026-03-05');
});
test('a new version replaces the old one and its obligations when it takes effect, not before', () => {
  const of = toEffective(walk(), [p.pays(1, 'B', 'A')]);
  of.must({ by: 'mediator', event: 'REVISE_AGREEMENT', with: { by: ['A', 'B'], reason: '分期履行' } });
  expect([of.data.versions[0].state, state(of, 'o1-1')]).toEqual(['force', 'pending']);
  of.must({
    by: 'mediator',
    event: 'DRAFT_AGREEMENT',
    with: p.drafted([p.pays(1, 'B', 'A', { dueDate: '2026-09-30' })]),
  });
  for (const [by, id] of [
    ['applicant', 'A'],
    ['respondent', 'B'],
  ] as const)
    of.must({ by, event: 'SIGN', with: p.signs(id) });
  of.must({ by: 'mediator', event: 'MEDIATOR_SIGN', with: p.mediatorSigns });
  of.must({ by: 'committeeChair', event: 'SEAL', with: p.seals });
  expect(of.data.versions.map((x: any) => [x.no, x.state, x.replaces])).toEqual([
    [1, 'replaced', undefined],
    [2, 'force', 1],
  ]);
  expect([state(of, 'o1-1'), state(of, 'o2-1')]).toEqual(['replaced', 'pending']);
  expect(of.running('DL-OB-DUE', 'o1-1')).toBeUndefined();
});
test('a revision that fails leaves the old version standing', () => {
  const of = toEffective(walk(), [p.pays(1, 'B', 'A')]);
  of.must({ by: 'mediator', event: 'REVISE_AGREEMENT', with: { by: ['A', 'B'], reason: '分期履行' } });
  of.must({ by: 'respondent', event: 'LEAVE', with: { party: 'B' } });
  expect([of.stage, of.data.versions[0].state, state(of, 'o1-1')]).toEqual(['agreement.effective', 'force', 'pending']);
});
test('a successor takes the place of the one it succeeds in text, obligations and service', () => {
  const of = toEffective(walk(), [p.pays(1, 'B', 'A')]);
  const died = { kind: 'succession', title: '死亡证明及继承公证', party: 'B', file: p.paper };
  of.must({ by: 'mediator', event: 'ADD_MATERIAL', with: died });
  const outcome = of.act({
    by: 'mediator',
    event: 'ADD_PARTY',
    with: { party: p.party('H', 'respondent'), why: '继承人承继', succeeds: 'B' },
  });
  expect(outcome.ok ? '' : `${outcome.rules} ${outcome.said}`).toBe('');
  const wills = Object.fromEntries(of.data.parties.map((party: any) => [party.id, party.will]));
  expect(wills).toEqual({ A: 'consented', B: 'released', H: 'consented' });
  expect(of.data.versions[0].clauses[0].obligor).toBe('H');
  expect(of.data.obligations[0].debtor).toBe('H');
  expect(of.data.papers.map((x: any) => x.party)).toEqual(['A', 'H']);
});
test('after as many sessions as the level has, another channel is offered', () => {
  const of = toSession(walk());
  const offered = () => of.last!.entry.outcome.notices.some((notice) => notice.text === 'otherChannel');
  for (const last of [false, false, true]) {
    of.must({ by: 'mediator', event: 'CLOSE_SESSION', with: p.closed(['A', 'B'], 'continue') });
    expect(offered()).toBe(last);
    of.must({ by: 'mediator', event: 'SCHEDULE_SESSION', with: p.scheduled() });
    of.must({ by: 'mediator', event: 'OPEN_SESSION', with: p.session(['A', 'B']) });
  }
});
