/** Section 4.1: from the first appeal to the choice of the channel. */
import {
  all,
  cancel,
  eq,
  iff,
  isIn,
  last,
  not,
  notify,
  pluck,
  produce,
  put,
  type Row,
  set,
  signal,
  table,
} from '@fengqiao/core';
import { party, staff } from '../roles.ts';
import { when } from '../rules/when.ts';
import { levelSet, policeDue } from '../signals/warning.ts';
import { early } from '../states.ts';
import { mediationTerms, otherChannelTerms, planTerms } from '../terms.ts';
import { v } from '../words.ts';
import { d, fromCourt, given, tellCourt } from './common.ts';
import { blank, limitationRestarts, partiesOf, register, supplemented } from './registration.ts';

const opensCourtCase = isIn(v.event('OPEN').source, ['court_pre_filing', 'court_post_filing']);
const leaders = ['coordinator', 'communitySecretary', 'streetLeader'] as const;
const chooses = ['coordinator', 'communitySecretary', ...party] as const;

/** Day on which the court received the complaint, where it was recorded. */
const complaintReceived = last(
  pluck(
    d.recorded,
    (x) => x.on,
    (x) => eq(x.fact, 'complaint_received'),
  ),
) as any;

const channelChosen = (e: any) => [
  set(d.channel, e.channel),
  set(d.procedure, e.procedure),
  set(d.platform, e.platform),
  set(d.unit, e.unit),
];

export const intakeRows: Row[] = [
  v.row('T1', 'OPEN', {
    from: ['intake'],
    by: [...party, ...staff, 'gridWorker', 'councilSecretary', 'courtLiaison', 'clock'],
    rules: ['privacyNotified'],
    do: (e) => [
      ...blank(),
      ...register(e),
      partiesOf(e),
      iff(eq(e.source, 'court_post_filing'), [set(d.suitPending, true)]),
      iff(eq(e.applicationForm, 'written'), [produce('application')]),
      iff(not(eq(e.applicationForm, 'written')), [produce('acceptance-register')]),
      produce('consent-personal-info', { with: { noticeVersion: e.noticeVersion } }),
      iff(opensCourtCase, [produce('delegation-letter')]),
      put('DL-PM-ACCEPT'),
      iff(eq(e.disputeType, 'labour'), [put('DL-PM-LABOUR')]),
      limitationRestarts(),
      signal('assessed'),
    ],
  }),
  v.row('T2', 'SUPPLEMENT', {
    from: ['intake'],
    by: ['registrar', 'applicant'],
    do: (e) => [...supplemented(e.patch), signal('assessed')],
  }),
  v.row('T3', 'ACCEPT', {
    from: ['intake'],
    to: 'triage',
    by: ['registrar', 'committeeChair'],
    rules: ['partiesIdentified', 'inJurisdiction', 'mediable', 'consentAtAcceptance', 'oneTrack'],
    do: (e) => [
      set(d.caseNo, v.number('case')),
      set(d.committee, e.committee),
      set(d.accepted, true),
      set(d.acceptedOn, v.at.on),
      cancel('DL-PM-ACCEPT'),
      put('DL-FQ-RATE'),
      iff(all(isIn(d.matter, ['civil', 'mixed']), not(fromCourt), not(eq(d.disputeType, 'medical'))), [
        put('DL-PM-MEDIATE'),
      ]),
      iff(all(isIn(d.matter, ['civil', 'mixed']), not(fromCourt), eq(d.disputeType, 'medical')), [put('DL-PM-MED')]),
    ],
  }),
  v.row('T4', 'DECLINE', {
    from: ['intake'],
    to: 'followUp',
    by: ['registrar', 'committeeChair'],
    rules: ['nextAuthorityNamed', 'handoverIfRisky'],
    do: (e) => [
      set(d.outcome, 'not_accepted'),
      set(d.mediationResult, 'not_accepted'),
      set(d.nextRoutes, e.nextAuthority),
      set(d.handover, e.handover),
      produce('non-acceptance', { with: { number: v.number('nonAcceptance'), reason: e.reason } }),
      cancel(['DL-PM-ACCEPT', 'DL-PM-LABOUR']),
      tellCourt('declined'),
    ],
  }),
  v.row('T5', 'RATE', {
    from: ['triage'],
    to: 'plan',
    by: [...leaders],
    rules: ['levelReasoned'],
    do: (e) => [
      set(d.factors, e.factors),
      set(d.rated, true),
      ...levelSet(e.level),
      cancel('DL-FQ-RATE'),
      produce('warning-assessment', { with: { level: e.level, proposed: d.proposedLevel } }),
      iff(eq(e.level, 'blue'), [put('DL-PM-SESSION-BLUE')]),
      iff(eq(e.level, 'yellow'), [put('DL-PM-SESSION-YELLOW')]),
      iff(all(eq(e.level, 'red'), not(eq(d.policeReport, 'done'))), policeDue()),
      iff(eq(e.level, 'red'), [notify('redSet', { role: 'topLeader' })]),
      signal('assessed'),
    ],
  }),
  // Effects of the plan stand in R4, which is taken here as well.
  v.row('T6', 'ACTIVATE_PLAN', {
    from: ['plan'],
    to: 'channelChoice',
    by: [...leaders],
    rules: ['planMatchesLevel', 'leadHoldsRank'],
  }),
  v.row('T6a', 'END_CASE', {
    from: ['triage', 'plan', 'channelChoice'],
    to: 'followUp',
    by: ['mediator', 'committeeChair', 'coordinator'],
    rules: ['terminationReasoned', 'nextAuthorityNamed', 'handoverIfRisky', 'nothingOwed'],
    do: (e) => [
      set(d.outcome, 'failed'),
      set(d.mediationResult, table<any>([[eq(e.reason, 'party_refuses'), 'refused']], 'failed')),
      set(d.endedReason, e.reason),
      set(d.nextRoutes, e.nextAuthority),
      set(d.handover, e.handover),
      produce('termination-notice', { with: { reason: e.reason } }),
      tellCourt('reportToCourt'),
    ],
  }),
  v.row('T7', 'CHOOSE_CHANNEL', {
    from: ['channelChoice'],
    to: 'mediation.preparing',
    by: ['coordinator', 'communitySecretary', 'committeeChair'],
    when: when.entersMediation,
    rules: ['planCurrent', 'procedureInChannel', 'procedureOpen', 'civilMatter', 'noClearRefusal', 'bothSides'],
    do: (e) => [
      ...channelChosen(e),
      signal('mediationEntered', {
        reentry: d.reentry,
        consents: pluck(e.consents, (c) => c.party),
      }),
      signal('willSpoken'),
    ],
  }),
  v.row('T8', 'CHOOSE_CHANNEL', {
    from: ['channelChoice'],
    to: 'administrative.accepting',
    by: [...chooses],
    when: when.entersAdministrative,
    rules: ['procedureInChannel', 'procedureOpen', 'unitCompetent'],
    do: (e) => [
      ...channelChosen(e),
      cancel(['DL-FQ-CHOOSE', ...otherChannelTerms]),
      signal('adminEntered', { procedure: e.procedure }),
    ],
  }),
  v.row('T9', 'CHOOSE_CHANNEL', {
    from: ['channelChoice'],
    to: 'judicial.filing',
    by: [...chooses],
    when: when.entersJudicial,
    rules: ['procedureInChannel', 'procedureOpen'],
    do: (e) => [
      ...channelChosen(e),
      cancel(['DL-FQ-CHOOSE', ...otherChannelTerms]),
      iff(eq(e.procedure, 'litigation'), [put('DL-CT-FILE', { from: complaintReceived })]),
    ],
  }),
  ...resumes('T9a', 'performance.performing', { when: when.pastConfirmation }),
  ...resumes('T10', 'agreement.effective', { when: when.versionInForce }),
  ...resumes('T11', 'performance.performing', { rules: ['obligationLeft'] }),
  v.row('T12', 'REFER', {
    from: [
      ...early,
      'mediation.preparing',
      'mediation.scheduled',
      'mediation.inSession',
      'administrative.accepting',
      'administrative.supplementing',
      'administrative.handling',
      'judicial.filing',
      'agreement.drafting',
      'agreement.signing',
    ],
    to: 'referred',
    by: ['coordinator', 'registrar', 'committeeChair'],
    rules: ['receiverNamed', 'sharingConsented', 'nothingInForce'],
    do: (e) => [
      set(d.receiver, e.receiver),
      produce('transfer-letter', { with: { receiver: e.receiver } }),
      cancel(['DL-PM-ACCEPT', 'DL-FQ-RATE', ...planTerms, 'DL-FQ-CHOOSE', ...mediationTerms]),
      put('DL-FQ-REFERRAL'),
      iff(
        isIn(v.stage, [
          'mediation.preparing',
          'mediation.scheduled',
          'mediation.inSession',
          'agreement.drafting',
          'agreement.signing',
        ]),
        [signal('mediationEnded', { result: 'transferred' })],
      ),
    ],
  }),
  v.row('T13', 'REFER', {
    from: ['judicial.hearing'],
    to: 'referred',
    by: ['coordinator', 'committeeChair'],
    rules: ['receiverNamed', 'courtKeepsSuit'],
    do: (e) => [
      set(d.receiver, e.receiver),
      produce('delegation-letter', { with: { reply: true } }),
      put('DL-FQ-REFERRAL'),
      tellCourt('reportToCourt'),
    ],
  }),
  v.row('T14', 'REFERRAL_TAKEN', {
    from: ['referred'],
    to: 'followUp',
    by: ['coordinator', 'registrar'],
    do: [
      set(d.outcome, 'transferred'),
      set(d.mediationResult, given(d.mediationResult, 'transferred')),
      cancel('DL-FQ-REFERRAL'),
    ],
  }),
  ...returned('T15', 'channelChoice', when.rated),
  ...returned('T16', 'triage', when.accepted),
  ...returned('T17', 'intake'),
];

function resumes(id: string, to: 'performance.performing' | 'agreement.effective', more: object): Row[] {
  return [
    v.row(id, 'RESUME_PERFORMANCE', {
      from: ['channelChoice'],
      to,
      by: ['coordinator', 'mediator', ...party],
      ...more,
      do: [cancel('DL-FQ-CHOOSE')],
    }),
  ];
}
/** Back from outside: the term of the state runs anew (that of channelChoice by its entry). */
function returned(id: string, to: 'channelChoice' | 'triage' | 'intake', cond?: any): Row[] {
  const anew = { channelChoice: [], triage: [put('DL-FQ-RATE')], intake: [put('DL-PM-ACCEPT')] }[to];
  return [
    v.row(id, 'REFERRAL_RETURNED', {
      from: ['referred'],
      to,
      by: ['coordinator', 'registrar'],
      ...(cond && { when: cond }),
      do: [cancel('DL-FQ-REFERRAL'), ...anew],
    }),
  ];
}
