/** The plainest neighbour quarrel in four forms: the three sittings and ARCHIVE (`dispute.md` §16). */
import {
  type DecidedAll,
  decideAll,
  fillIds,
  type Json,
  parsePayload,
  type Subject,
  sittingActs,
} from '@fengqiao/core';
import { expect, test } from 'vitest';
import * as p from './payloads.ts';
import { answering, calendar, composed } from './walk.ts';

const today = '2026-03-02';
const moment = { now: '2026-03-02T09:00:00.000000Z', today };
const identity = { district: 'test', kind: 'dispute', id: 'D' };
/** One person holds all parts that a step may need. */
const roleOf = (event: string): string =>
  ({ RATE: 'coordinator', ACTIVATE_PLAN: 'coordinator', CHOOSE_CHANNEL: 'coordinator', SEAL: 'committeeChair' })[
    event
  ] ?? (['OPEN', 'ACCEPT'].includes(event) ? 'registrar' : 'mediator');

function sit(name: string, given: any, subject: Subject | undefined): any {
  const sitting = composed.sittings[name]!;
  const parsed = parsePayload(sitting.form, fillIds(sitting.form, given as { [key: string]: Json }, subject));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.reasons));
  const actor = { person: 'mediator1', post: 'post', role: 'mediator', unit: 'committee1' };
  const acts = sittingActs(composed, sitting, parsed.payload, { calendar, subject, moment, actor }).map((act, n) => ({
    eventId: `${name}-${n}`,
    type: act.type,
    payload: fillIds(composed.events[act.type]!.form, act.payload, subject),
    actor: { ...actor, role: roleOf(act.type), ...(act.behalf && { behalf: act.behalf, evidence: 'a'.repeat(64) }) },
  }));
  const numbers = acts.map(({ type }) => {
    const numbered = composed.events[type]?.number;
    return numbered && { series: numbered.series, value: '（2026）测调字第1号' };
  });
  return answering((answers) =>
    decideAll({ definition: composed, calendar, subject, identity, acts, answers, moment, numbers }),
  );
}
const done = (outcome: any): DecidedAll => {
  if (!outcome.ok) throw new Error(`${outcome.event} ${outcome.code} ${JSON.stringify(outcome.reasons)}`);
  return outcome;
};
const types = (outcome: DecidedAll) => outcome.steps.map((step) => step.entry.type);
const person = (id: string, side: string, name: string, consents: boolean) => ({
  id,
  side,
  kind: 'natural_person',
  name,
  phone: '13800000001',
  consents,
});
const received = () =>
  done(
    sit(
      'reception',
      {
        source: 'party_application',
        disputeType: 'neighbour',
        parties: [person('A', 'applicant', '张三', true), person('B', 'respondent', '李四', false)],
        facts: '楼上夜间噪声，多次协商未果，影响休息',
        claim: '夜间安静',
        noticeVersion: '2026',
        committee: 'committee1',
        gridCode: 'G-01',
        reason: '一般邻里纠纷',
        lead: 'mediator1',
        members: ['mediator1', 'gridWorker1'],
      },
      undefined,
    ),
  );
const table = (more: object, noWritten = [true, true]) => ({
  noticeVersion: '2026',
  parties: ['A', 'B'].map((party, n) => ({
    party,
    consents: true,
    acceptsMediators: true,
    noWritten: noWritten[n],
    statement: '陈述意见',
    kind: 'signature',
  })),
  evidence: p.paper,
  mediators: ['mediator1'],
  presiding: 'mediator1',
  mode: 'assigned',
  noConflict: true,
  time: '2026-03-02T01:00:00Z',
  place: '楼道',
  location: 'on_site',
  recorder: '记录人甲',
  minutes: '各方到场陈述意见，经调解员主持协商并记录在案。',
  checklist: { lawful: true, noThirdPartyHarm: true, voluntary: true, disposable: true, noCoercion: true },
  signedOn: today,
  ...more,
});
const apology = { no: 1, kind: 'apology', obligor: 'B', obligee: 'A', text: '当场赔礼道歉' };

test('four forms from registration to file, oral', () => {
  const opened = received();
  expect(types(opened)).toEqual(['OPEN', 'ACCEPT', 'RATE', 'ACTIVATE_PLAN', 'CHOOSE_CHANNEL']);
  expect(opened.subject.state.stage).toBe('mediation.preparing');
  const oral = table({ ending: 'oral', clauses: [apology], performedNow: [1] });
  const settled = done(sit('onTheSpot', oral, opened.subject));
  expect(types(settled)).toEqual([
    'NOTICE_RIGHTS',
    'DECLARE_CONFLICT',
    'ACCEPT_MEDIATOR',
    'ACCEPT_MEDIATOR',
    'SCHEDULE_SESSION',
    'OPEN_SESSION',
    'CLOSE_SESSION',
    'RECORD_ORAL',
  ]);
  expect(settled.subject.state.stage).toBe('followUp');
  const visit = {
    performed: [],
    result: 'satisfied',
    satisfaction: 'satisfied',
    method: 'visit',
    visitor: 'mediator1',
    remarks: '双方满意',
    sealedOn: today,
    closedOn: today,
  };
  const closed = done(sit('visitAndClose', visit, settled.subject));
  expect(types(closed)).toEqual(['VISIT', 'SEAL', 'CLOSE_CASE']);
  const archivist = { person: 'archivist1', post: 'post', role: 'archivist', unit: 'committee1' };
  const acts = [{ eventId: 'archive', type: 'ARCHIVE', payload: p.archives, actor: archivist }];
  const archived = answering((answers) =>
    decideAll({ definition: composed, calendar, subject: closed.subject, identity, acts, answers, moment }),
  );
  expect(done(archived).subject.state.stage).toBe('archived');
});

test('the written ending signs for each party with its paper, and is in force with the seal', () => {
  const form = table({
    ending: 'written',
    clauses: [p.pays(1, 'B', 'A')],
    factsAndIssues: '噪声及补偿数额',
    confirmationWanted: true,
    sealedOn: today,
  });
  const written = done(sit('onTheSpot', form, received().subject));
  expect(types(written).slice(-5)).toEqual(['DRAFT_AGREEMENT', 'SIGN', 'SIGN', 'MEDIATOR_SIGN', 'SEAL']);
  expect(written.subject.state.stage).toBe('agreement.effective');
  const signed = written.steps.filter((step) => step.entry.type === 'SIGN');
  expect(signed.map((step) => step.entry.actor.behalf)).toEqual([['A'], ['B']]);
});

test('a rule that refuses names its step, and nothing of the sitting stands', () => {
  const refused = sit('onTheSpot', table({ ending: 'oral', clauses: [apology] }, [true, false]), received().subject);
  expect(refused).toMatchObject({ ok: false, event: 'RECORD_ORAL' });
  expect(refused.subject).toBeUndefined();
  expect(refused.reasons.map((reason: any) => reason.rule)).toEqual(['formAllowed']);
});
