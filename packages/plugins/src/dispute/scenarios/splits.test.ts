/** SPLIT, MEMBER_OUT to a case of its own, MERGE: what the reactions open and what they take along (`dispute.md` §9). */
import { expect, test } from 'vitest';
import { toChoice, toDrafting, toEffective, toReady, walk } from './given.ts';
import * as p from './payloads.ts';
import { Walk } from './walk.ts';

const three = {
  parties: [p.party('A'), p.party('B', 'respondent'), p.party('C', 'respondent')],
  claims: [
    { id: 'c1', text: '对B的诉求' },
    { id: 'c2', text: '对C的诉求' },
  ],
  involvedPersons: 3,
};
const workers = { parties: [p.group('G'), p.party('D', 'respondent')], involvedPersons: 37 };
/** The child that the first reaction opens, as the engine sends it. */
const child = (parent: Walk): Walk => {
  const effect = parent.last!.effects[0]!;
  expect(effect.do).toMatchObject({ create: 'dispute', event: 'OPEN_CHILD', link: 'splitFrom' });
  const opened = new Walk(parent.today);
  opened.must({
    by: 'clock',
    event: 'OPEN_CHILD',
    with: { ...effect.values, link: { kind: 'splitFrom', to: 'parent' } },
  });
  return opened;
};
const split = (ground: string, parties: string[], claims: string[]) => ({
  by: 'coordinator',
  event: 'SPLIT',
  with: { ground, children: [{ parties, claims }] },
});
const will = (of: Walk, id: string) => of.data.parties.find((party: any) => party.id === id)?.will;
const paper = (of: Walk, id: string) => of.data.papers.find((x: any) => x.party === id)?.state;

test('by persons: every will is asked anew, notices travel, who has nothing left in the parent is released', () => {
  const parent = toReady(walk(), three, ['A', 'B', 'C']);
  parent.must(split('by_persons', ['A', 'C'], ['c2']));
  expect(['A', 'B', 'C'].map((id) => will(parent, id))).toEqual(['consented', 'consented', 'released']);
  const opened = child(parent);
  expect([opened.stage, opened.subject!.state.warning]).toEqual(['channelChoice', 'blue']);
  expect(['A', 'C'].map((id) => will(opened, id))).toEqual(['named', 'named']);
  expect(['A', 'C'].map((id) => paper(opened, id))).toEqual(['noticed', 'noticed']);
  expect(opened.data.claims.map((claim: any) => claim.id)).toEqual(['c2']);
  expect(opened.data).toMatchObject({ planState: 'current', accepted: true, rated: true });
  expect(opened.data).toMatchObject({ versions: [], sessions: [], obligations: [] });
  expect(opened.data.links).toEqual([{ kind: 'splitFrom', to: 'parent', waiting: false }]);
  expect(opened.data.caseNo).toBe(`${parent.data.caseNo}之c2`);
});
test('a split moves no limit', () => {
  const parent = toChoice(walk('2026-03-02'), three);
  const before = parent.running('DL-PM-MEDIATE')!;
  parent.today = '2026-03-10';
  parent.must(split('by_claims', ['A', 'B', 'C'], ['c2']));
  const after = child(parent).running('DL-PM-MEDIATE')!;
  expect([after.startedOn, after.due]).toEqual([before.startedOn, before.due]);
});
test('by claims between the same parties: the consents travel', () => {
  const parent = toReady(walk(), three, ['A', 'B', 'C']);
  parent.must(split('by_claims', ['A', 'B', 'C'], ['c2']));
  for (const one of [parent, child(parent)])
    expect(['A', 'B', 'C'].map((id) => will(one, id))).toEqual(['consented', 'consented', 'consented']);
});
test('a child of a case in intake starts in intake, of one in triage in triage', () => {
  const early = walk();
  early.must({ by: 'registrar', event: 'OPEN', with: p.opened(three) });
  early.must(split('by_claims', ['A', 'B', 'C'], ['c2']));
  expect(child(early).stage).toBe('intake');
  early.must({ by: 'registrar', event: 'ACCEPT', with: p.accepted });
  early.must(split('by_claims', ['A', 'B', 'C'], ['c1']));
  const opened = child(early);
  expect([opened.stage, opened.subject!.state.warning, opened.data.rated]).toEqual(['triage', 'unrated', false]);
});
test('a split while the text is signed lets all signatures fall', () => {
  const parent = toDrafting(walk(), three, ['A', 'B', 'C']);
  parent.must({ by: 'mediator', event: 'DRAFT_AGREEMENT', with: p.drafted([p.pays(1, 'B', 'A')]) });
  parent.must({ by: 'applicant', event: 'SIGN', with: p.signs('A') });
  parent.must({ by: 'mediator', event: 'MEDIATOR_SIGN', with: p.mediatorSigns });
  parent.must(split('by_persons', ['A', 'C'], ['c2']));
  expect([parent.stage, paper(parent, 'A')]).toEqual(['agreement.drafting', 'noticed']);
  expect(parent.data.versions[0].mediatorSignedOn).toBeUndefined();
});
test('who is bound by a version in force does not move to a child', () => {
  const parent = toEffective(walk(), [p.pays(1, 'B', 'A')], three, ['A', 'B', 'C']);
  expect(parent.act(split('by_persons', ['A', 'C'], ['c2']))).toMatchObject({ ok: false, rules: ['splitSound'] });
});
test('a member leaves its group for a case of its own', () => {
  const parent = toChoice(walk(), workers);
  parent.must({ by: 'applicant', event: 'MEMBER_OUT', with: { group: 'G', persons: ['w36'], to: 'child' } });
  const [group] = parent.data.parties;
  expect([group.members.length, group.memberCount]).toEqual([35, 35]);
  const opened = child(parent);
  expect(opened.data.parties.map((party: any) => [party.id, party.side, party.will])).toEqual([
    ['G-w36', 'applicant', 'named'],
    ['D', 'respondent', 'named'],
  ]);
});
test('members become parties of their own', () => {
  const parent = toChoice(walk(), workers);
  parent.must({ by: 'applicant', event: 'MEMBER_OUT', with: { group: 'G', persons: ['w35', 'w36'], to: 'own_party' } });
  expect(parent.last!.effects).toEqual([]);
  expect(parent.data.parties.map((party: any) => party.id)).toEqual(['G', 'D', 'G-w35', 'G-w36']);
  expect(paper(parent, 'G-w36')).toBe('unnoticed');
});
test('the last member of a group is the party', () => {
  const two = {
    memberCount: 2,
    members: [
      { id: 'w1', name: '工人甲' },
      { id: 'w2', name: '工人乙' },
    ],
    representatives: [{ id: 'w1', name: '工人甲', phone: '13900000001' }],
  };
  const parent = toChoice(walk(), { parties: [p.group('G', two), p.party('D', 'respondent')], involvedPersons: 3 });
  parent.must({ by: 'applicant', event: 'MEMBER_OUT', with: { group: 'G', persons: ['w2'], to: 'own_party' } });
  expect(parent.data.parties[0]).toMatchObject({ id: 'G', kind: 'natural_person', name: '工人甲' });
  expect(parent.data.parties[0].members).toBeUndefined();
});
test('a duplicate hands its claims to the original and still answers its applicant', () => {
  const duplicate = toChoice(walk());
  duplicate.must({ by: 'registrar', event: 'MERGE', with: { original: 'orig', reason: '同一事项' } });
  expect(duplicate.stage).toBe('followUp');
  expect(duplicate.data).toMatchObject({ outcome: 'merged', links: [{ kind: 'mergedInto', to: 'orig' }] });
  const running = duplicate.subject!.terms.filter((term) => term.status === 'running').map((term) => term.id);
  expect(running).toEqual(['DL-FQ-VISIT']);
  const effect = duplicate.last!.effects[0]!;
  expect(effect.do).toMatchObject({ raise: 'TAKE_MERGED', on: 'mergedInto' });
  const original = toChoice(walk());
  original.must({ by: 'clock', event: 'TAKE_MERGED', with: effect.values });
  expect(original.data.claims.length).toBe(2);
  expect(original.data.otherSources).toEqual(['party_application']);
});
