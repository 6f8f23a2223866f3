/** Section 4.6: the text of an agreement, its signatures and its effect. */
import {
  all,
  append,
  cancel,
  eq,
  iff,
  isIn,
  lookup,
  not,
  notify,
  or,
  patch,
  produce,
  put,
  type Row,
  set,
  signal,
  some,
  table,
} from '@fengqiao/core';
import { party } from '../roles.ts';
import { when } from '../rules/when.ts';
import { nextText } from '../signals/mediation.ts';
import { conf, perf } from '../states.ts';
import { otherChannelTerms, suitTerms } from '../terms.ts';
import { v } from '../words.ts';
import { at, d, versionNo } from './common.ts';

const mediators = ['mediator', 'committeeChair'] as const;
const texts = [...mediators, 'departmentOfficer', 'judge', 'courtLiaison', 'arbitrator'] as const;
const afterEffect = ['agreement.effective', ...conf, ...perf, 'followUp', 'archive'] as const;
const online = some(d.sessions, (s) => all(eq(s.state, 'recorded'), eq(s.location, 'online')));

/** The rule by which a text takes effect (`dispute.md` §8 effectivenessRule). */
export const ruleOfEffect = (form: any) =>
  table<any>(
    [
      [all(eq(d.procedure, 'people_mediation'), isIn(form, ['oral', 'immediate'])), 'oral'],
      [all(eq(d.procedure, 'people_mediation'), eq(d.disputeType, 'labour')), 'labour'],
      [all(eq(d.procedure, 'people_mediation'), eq(d.disputeType, 'medical')), 'medical'],
      [all(eq(d.procedure, 'court_delegated'), online), 'online_court'],
    ],
    lookup('procedures', d.procedure, 'effectivenessRule') as any,
  );
const origin = table<any>(
  [
    [eq(lookup('procedures', d.procedure, 'entry'), 'administrative.accepting'), 'administrative'],
    [eq(lookup('procedures', d.procedure, 'entry'), 'judicial.filing'), 'judicial'],
  ],
  'mediation',
);
const textOf = (e: any, more: object) => ({
  state: 'draft',
  form: e.form,
  procedure: d.procedure,
  effectivenessRule: ruleOfEffect(e.form),
  origin,
  clauses: e.clauses,
  draftedOn: at.on,
  replaces: versionNo('force'),
  confirmation: 'none',
  grounds: [],
  title: 'none',
  restored: false,
  ...more,
});
/** A text written anew stands in the place of the draft with the same number. */
const draftText = (e: any, more: object) => [
  iff(
    some(d.versions, (x) => all(eq(x.state, 'draft'), eq(x.no, d.textNo))),
    [
      patch(
        d.versions,
        (x) => eq(x.state, 'draft'),
        () => textOf(e, { ...more, mediatorSignedOn: null, sealedOn: null, letterNo: null, letterOn: null }) as any,
      ),
    ],
    [append(d.versions, { no: d.textNo, ...textOf(e, more) })],
  ),
];
const heard = ['everyConsented', 'everyNoticed', 'everyAcceptsMediators', 'everyHeard', 'groupRepresented'] as const;
const sound = ['formAllowed', 'clausesLawful', 'clausesClear', 'clausePartiesJoined'] as const;
const onVersion = (state: 'draft' | 'force', change: object) =>
  patch(
    d.versions,
    (x) => eq(x.state, state),
    () => change as any,
  );

export const agreementRows: Row[] = [
  v.row('T74', 'DRAFT_AGREEMENT', {
    from: ['agreement.drafting'],
    to: 'agreement.signing',
    by: [...texts],
    rules: ['planCurrent', 'notSuspended', 'restWilling', 'bothSides', ...heard, ...sound, 'confirmationInformed'],
    do: (e) => [
      ...draftText(e, {
        factsAndIssues: e.factsAndIssues,
        responsibility: e.responsibility,
        confirmationWanted: e.confirmationWanted,
      }),
      put('DL-FQ-SIGN'),
      notify('textReady', { role: 'applicant' }),
      notify('textReady', { role: 'respondent' }),
    ],
  }),
  v.row('T75', 'RECORD_ORAL', {
    from: ['agreement.drafting'],
    to: 'agreement.effective',
    by: [...mediators],
    rules: ['planCurrent', 'notSuspended', 'restWilling', 'bothSides', ...heard, ...sound],
    do: (e) => [
      ...draftText(e, {
        confirmationWanted: false,
        reachedOn: e.reachedOn,
        mediatorSignedOn: at.on,
        sealedOn: (e.seal as any).sealedOn,
      }),
      produce('oral-agreement', { with: { version: d.textNo } }),
      signal('inForce', { confirmable: true, performedNow: e.performedNow }),
    ],
  }),
  v.row('T76', 'RESUME_MEDIATION', {
    from: ['agreement.drafting'],
    to: 'mediation.preparing',
    by: [...mediators],
    rules: ['runsInMediation'],
  }),
  v.row('T77', 'SIGN', {
    from: ['agreement.signing'],
    by: [...party],
    rules: ['signerEntitled', 'notSuspended'],
  }),
  v.row('T78', 'UNSIGN', { from: ['agreement.signing'], by: [...party] }),
  v.row('T79', 'MEDIATOR_SIGN', {
    from: ['agreement.signing'],
    by: ['mediator'],
    rules: ['mediatorUnconflicted', 'notSuspended'],
    do: (e) => [onVersion('draft', { mediatorSignedOn: e.signedOn })],
  }),
  v.row('T80', 'SEAL', {
    from: ['agreement.signing'],
    by: ['committeeChair', 'departmentOfficer'],
    rules: ['notSuspended'],
    do: (e) => [onVersion('draft', { sealedOn: e.sealedOn })],
  }),
  v.row('T81', 'COURT_LETTER', {
    from: ['agreement.signing'],
    by: ['judge', 'courtLiaison', 'arbitrator'],
    rules: ['everySigned', 'suitPendingNow'],
    do: (e) => [onVersion('draft', { letterNo: e.letterNo, letterOn: e.issuedOn })],
  }),
  v.row('T82', 'REDRAFT', {
    from: ['agreement.signing'],
    to: 'agreement.drafting',
    by: [...mediators, ...party, 'judge', 'arbitrator', 'departmentOfficer'],
    rules: ['ownText'],
    do: [cancel('DL-FQ-SIGN'), signal('signaturesFallen')],
  }),
  v.auto('T83', {
    from: ['agreement.signing'],
    to: 'agreement.effective',
    when: all(when.effectComplete, when.confirmableProcedure),
    do: [signal('inForce', { confirmable: true })],
  }),
  v.auto('T84', {
    from: ['agreement.signing'],
    to: 'performance.performing',
    when: when.effectComplete,
    do: [
      iff(not(eq(origin, 'administrative')), [set(d.suitPending, false), cancel(suitTerms)]),
      signal('inForce', { confirmable: false }),
    ],
  }),
  v.auto('T85', { from: ['agreement.effective'], to: 'followUp', when: when.fullyDone }),
  v.row('T86', 'MEDIATOR_SIGN', {
    from: afterEffect,
    by: ['mediator'],
    rules: ['notSuspended'],
    do: (e) => [onVersion('force', { mediatorSignedOn: e.signedOn })],
  }),
  v.row('T87', 'SEAL', {
    from: afterEffect,
    by: ['committeeChair'],
    rules: ['notSuspended'],
    do: (e) => [onVersion('force', { sealedOn: e.sealedOn })],
  }),
];

export const revisionRows: Row[] = [
  v.row('T89', 'SKIP_CONFIRMATION', {
    from: ['agreement.effective'],
    to: 'performance.performing',
    by: [...party, 'mediator'],
    rules: ['agreementUsable', 'confirmationInformed'],
  }),
  v.row('T90', 'REVISE_AGREEMENT', {
    from: ['agreement.effective', ...perf],
    to: 'agreement.drafting',
    by: [...mediators],
    rules: ['revisionAgreed'],
    do: [set(d.procedure, 'people_mediation'), set(d.channel, 'peoplesMediation'), set(d.reentry, true), nextText()],
  }),
  v.row('T91', 'REOPEN', {
    from: ['agreement.effective', ...perf],
    to: 'channelChoice',
    by: ['coordinator', 'communitySecretary', 'mediator'],
    do: [set(d.reentry, true), signal('namedAgain')],
  }),
  v.row('T92', 'SUE_ON_AGREEMENT', {
    from: ['agreement.effective', 'performance.performing', 'performance.overdue'],
    to: 'judicial.filing',
    by: [...party],
    rules: ['suable'],
    do: (e) => [
      set(d.procedure, or(e.procedure as any, 'litigation')),
      set(d.channel, 'judicial'),
      cancel(otherChannelTerms),
    ],
  }),
];
