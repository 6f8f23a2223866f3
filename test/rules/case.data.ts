/** Trials of the rules of registration, level, channel and authorities. */
import { type Case, group, obligation, set, type Trial, term, version } from './trial.ts';

const will = (at: number, to: string) => (c: Case) => {
  c.data.parties[at].will = to;
};
const inForce = (c: Case) => {
  c.data.versions = [version()];
};
const signed = (c: Case) => {
  for (const p of c.data.papers) p.state = 'signed';
};
const route = { route: 'litigation', authority: '法院', limit: '三年', dueDate: '2029-11-20' };

export const caseTrials: { [rule: string]: Trial | Trial[] } = {
  privacyNotified: {
    on: 'OPEN',
    e: () => ({ noticeVersion: '2026', parties: [{ id: 'A' }, { id: 'B', noticeVersion: '2026' }] }),
    bad: [set('event.noticeVersion', '2019'), set('event.parties', [{ id: 'A', noticeVersion: '2019' }])],
  },
  sensitiveConsented: {
    on: 'ADD_MATERIAL',
    e: () => ({ kind: 'documentary', party: 'A' }),
    also: [
      (c) => {
        c.event.sensitive = true;
        c.event.separateConsent = true;
      },
    ],
    bad: [set('event.sensitive', true), set('event.kind', 'health'), set('asks.underFourteen', true)],
  },
  sharingConsented: {
    on: 'REFER',
    e: () => ({ receiver: 'u2', reason: '他处', consents: ['A', 'B'] }),
    also: [
      (c) => {
        c.event.consents = undefined;
        c.event.duty = '法定职责';
      },
    ],
    bad: [set('event.consents', ['A']), set('event.consents', undefined)],
  },
  partiesIdentified: {
    on: 'ACCEPT',
    bad: [
      set('data.claims', []),
      set('data.involvedPersons', undefined),
      (c) => c.data.parties.pop(),
      (c) => delete c.data.parties[1].phone,
      (c) => c.data.parties.push({ ...group('G', 'applicant', 'applicant'), representatives: [] }),
      (c) => c.data.parties.push(group('G', 'third_party', 'other')),
    ],
    also: [(c) => c.data.parties.push(group('G', 'applicant', 'applicant'))],
  },
  inJurisdiction: { on: 'ACCEPT', e: () => ({ committee: 'u1' }), bad: [set('asks.inJurisdiction', false)] },
  mediable: {
    on: 'ACCEPT',
    e: () => ({ committee: 'u1' }),
    also: [
      (c) => {
        c.data.disputeType = 'administrative_dispute';
        c.data.matter = 'administrative';
        c.asks.unitKind = 'centre';
      },
      (c) => {
        c.event.handledElsewhere = true;
        c.data.handedOverBy = { unit: '派出所', document: '1' };
      },
    ],
    bad: [
      set('event.excluded', true),
      set('event.handledElsewhere', true),
      set('data.source', 'police_transfer'),
      set('data.matter', 'mixed'),
      set('data.matter', 'administrative'),
      set('data.otherRoutes', [{ procedure: 'litigation', accepted: true }]),
    ],
  },
  consentAtAcceptance: {
    on: 'ACCEPT',
    good: set('data.disputeType', 'medical'),
    bad: [will(1, 'named'), will(0, 'refused')],
    also: [
      (c) => {
        c.data.disputeType = 'neighbour';
        c.data.parties[1].will = 'named';
      },
    ],
  },
  oneTrack: {
    on: 'ACCEPT',
    good: set('data.disputeType', 'medical'),
    bad: [
      set('data.exclusiveTaken', true),
      set('data.suitPending', true),
      set('data.otherRoutes', [{ procedure: 'litigation', accepted: true }]),
    ],
  },
  nextAuthorityNamed: [
    {
      on: 'DECLINE',
      e: () => ({ reason: 'not_civil', nextAuthority: [route] }),
      bad: [
        set('event.nextAuthority', []),
        set('event.nextAuthority', [{ ...route, dueDate: undefined }]),
        set('event.reason', 'no_jurisdiction'),
      ],
    },
    {
      on: 'END_CASE',
      e: () => ({ reason: 'no_contact', nextAuthority: [route] }),
      bad: [set('event.nextAuthority', [])],
    },
  ],
  handoverIfRisky: {
    on: 'DECLINE',
    also: [
      (c) => {
        c.data.proposedLevel = 'red';
        c.event.handover = { unit: '派出所', at: '2026-11-20T01:00:00Z' };
      },
    ],
    bad: [set('data.proposedLevel', 'yellow'), set('data.proposedLevel', 'red')],
  },
  receiverNamed: {
    on: 'REFER',
    e: () => ({ receiver: 'u2', reason: '他处' }),
    bad: [set('event.receiver', 'u1'), set('event.reason', '')],
  },
  originalOpen: {
    on: 'MERGE',
    e: () => ({ original: 'x' }),
    bad: ['absent', 'archived', 'other_matter', 'no_common_party'].map((answer) => set('asks.originalFits', answer)),
  },
  splitSound: {
    on: 'SPLIT',
    e: () => ({ ground: 'by_claims', children: [{ parties: ['A', 'B'], claims: ['q1'] }] }),
    bad: [
      set('event.children', [{ parties: ['A'], claims: ['q1'] }]),
      set('event.children', [{ parties: ['A', 'B'], claims: [] }]),
      set('event.children', [{ parties: ['A', 'B'], claims: ['q9'] }]),
      (c) => {
        inForce(c);
        signed(c);
      },
    ],
  },
  rungLeft: { on: 'ESCALATE', bad: [set('data.rung', 4)] },
  courtKeepsSuit: {
    on: 'REFER',
    good: set('data.source', 'court_post_filing'),
    bad: [set('data.source', 'court_pre_filing')],
  },
  nothingInForce: { on: 'REFER', bad: [inForce, (c) => c.data.obligations.push(obligation('overdue'))] },
  nothingOwed: { on: 'WITHDRAW', bad: [inForce, (c) => c.data.obligations.push(obligation('pending'))] },
  everyApplicant: {
    on: 'WITHDRAW',
    e: () => ({ by: ['A'] }),
    bad: [
      set('event.by', ['B']),
      set('event.by', ['A', 'B']),
      (c) => c.data.parties.push({ ...c.data.parties[0], id: 'C' }),
    ],
  },
  levelReasoned: {
    on: 'RATE',
    e: () => ({ level: 'blue', factors: {}, reason: '一般' }),
    also: [
      (c) => {
        c.event.factors = { deathInvolved: true };
        c.event.second = 'm2';
      },
    ],
    bad: [
      set('event.factors', { deathInvolved: true }),
      (c) => {
        c.event.factors = { deathInvolved: true };
        c.event.second = 'm1';
      },
      set('state.warning', 'yellow'),
      (c) => {
        c.event.factors = { petitions: 2 };
        c.event.reason = '';
      },
    ],
  },
  levelHigher: {
    on: 'RAISE_WARNING',
    e: () => ({ level: 'yellow' }),
    bad: [set('state.warning', 'yellow'), set('state.warning', 'red')],
  },
  levelLower: {
    on: 'LOWER_WARNING',
    e: () => ({ level: 'blue' }),
    good: set('state.warning', 'yellow'),
    bad: [set('state.warning', 'blue')],
  },
  lowerable: {
    on: 'LOWER_WARNING',
    good: (c) => {
      c.state.warning = 'red';
      c.data.measure = 'recorded';
      c.data.lastIncidentAt = '2026-11-10T00:00:00Z';
      c.asks.holdsRole = true;
    },
    e: () => ({ level: 'yellow', reason: '已平稳', second: 'm2' }),
    bad: [
      set('data.measure', 'due'),
      set('event.second', undefined),
      set('event.second', 'm1'),
      set('asks.holdsRole', false),
      set('data.lastIncidentAt', '2026-11-19T00:00:00Z'),
      (c) => c.terms.push(term('DL-FQ-LOWER')),
    ],
  },
  planMatchesLevel: { on: 'ACTIVATE_PLAN', e: () => ({ planId: 'plan.blue' }), bad: [set('state.warning', 'red')] },
  leadHoldsRank: {
    on: 'ACTIVATE_PLAN',
    good: set('state.warning', 'red'),
    e: () => ({ lead: 'x' }),
    bad: [set('asks.rankOf', 2), set('asks.rankOf', -1)],
  },
  planCurrent: [
    {
      on: 'SCHEDULE_SESSION',
      bad: [set('data.planState', 'pending'), set('data.policeReport', 'due')],
      also: [
        (c) => {
          c.data.planState = 'pending';
          c.actor.part = 'court';
        },
      ],
    },
    { on: 'DRAFT_AGREEMENT', bad: [set('data.planState', 'pending')] },
  ],
  safeguardPresent: {
    on: 'OPEN_SESSION',
    good: set('state.warning', 'red'),
    e: () => ({ safeguard: { officer: '民警' } }),
    bad: [set('event.safeguard', undefined), set('event.safeguard', {})],
  },
  procedureInChannel: {
    on: 'CHOOSE_CHANNEL',
    e: () => ({ channel: 'judicial', procedure: 'litigation' }),
    bad: [set('event.channel', 'peoplesMediation'), set('event.procedure', 'legal_aid')],
  },
  procedureOpen: [
    {
      on: 'CHOOSE_CHANNEL',
      e: () => ({ procedure: 'litigation' }),
      bad: [
        set('data.disputeType', 'labour'),
        set('data.matter', 'administrative'),
        (c) => {
          c.data.disputeType = 'forest_land';
          c.data.subtype = '权属争议';
        },
        ...[
          'court_delegated',
          'court_entrusted',
          'labour_arbitration',
          'commercial_arbitration',
          'rural_land_arbitration',
          'administrative_litigation',
          'administrative_reconsideration',
        ].map((code) => set('event.procedure', code)),
        (c) => {
          c.data.disputeType = 'traffic_accident';
          c.event.procedure = 'administrative_mediation';
          c.event.joint = true;
        },
        (c) => {
          c.data.suitPending = true;
          c.event.procedure = 'people_mediation';
        },
      ],
      also: [
        (c) => {
          c.data.disputeType = 'labour';
          c.data.papersInForce = [{ kind: 'award', title: 'award', contested: true }];
        },
        (c) => {
          c.data.disputeType = 'traffic_accident';
          c.event.procedure = 'administrative_mediation';
          c.event.joint = true;
          c.terms.push(term('DL-PM-TRAFFIC-SWITCH'));
        },
        (c) => {
          c.event.procedure = 'court_entrusted';
          c.data.suitPending = true;
        },
      ],
    },
    { on: 'NEXT_INSTANCE', e: () => ({ procedure: 'litigation' }), bad: [set('data.disputeType', 'labour')] },
  ],
  civilMatter: {
    on: 'CHOOSE_CHANNEL',
    bad: [
      set('data.matter', 'mixed'),
      set('data.disputeType', 'administrative_dispute'),
      set('data.matter', 'criminal'),
    ],
  },
  noClearRefusal: [
    { on: 'SCHEDULE_SESSION', bad: [will(1, 'refused')], also: [will(1, 'left')] },
    {
      on: 'CHOOSE_CHANNEL',
      good: will(1, 'refused'),
      e: () => ({ consents: [{ party: 'B', how: 'oral' }] }),
      bad: [set('event.consents', undefined)],
    },
    {
      on: 'HAND_TO_MEDIATION',
      good: will(1, 'refused'),
      e: () => ({ consents: ['A', 'B'] }),
      bad: [set('event.consents', ['A'])],
    },
  ],
  bothSides: { on: 'SCHEDULE_SESSION', bad: [will(1, 'left'), will(0, 'released')] },
  unitCompetent: {
    on: 'CHOOSE_CHANNEL',
    e: () => ({ unit: 'u2', procedure: 'administrative_adjudication' }),
    bad: [set('event.unit', undefined), set('asks.unitCompetent', false)],
  },
  obligationLeft: {
    on: 'RESUME_PERFORMANCE',
    good: (c) => c.data.obligations.push(obligation('performed')),
    bad: [set('data.obligations', []), set('data.obligations', [obligation('replaced')])],
  },
  instanceInTime: {
    on: 'NEXT_INSTANCE',
    good: (c) => {
      c.state.stage = 'followUp';
      c.terms.push(term('DL-AD-SUE-AFTER'));
    },
    bad: [set('terms', []), set('terms', [term('DL-AD-SUE-AFTER', 'expired')])],
    also: [
      (c) => {
        c.terms = [];
        c.state.stage = 'judicial.hearing';
      },
    ],
  },
  delegationAgreed: {
    on: 'HAND_TO_MEDIATION',
    e: () => ({ consents: ['A', 'B'] }),
    bad: [set('event.consents', ['A'])],
  },
  lettersAllowed: {
    on: 'JUDICIAL_SETTLE',
    good: set('data.procedure', 'administrative_reconsideration'),
    e: () => ({ settlement: { subject: 'discretion', lawful: true, voluntary: true } }),
    bad: [
      set('event.settlement', undefined),
      set('event.settlement.lawful', false),
      set('event.settlement.voluntary', false),
      set('event.settlement.subject', 'other'),
      (c) => {
        c.data.procedure = 'administrative_litigation';
        c.event.settlement.subject = 'other';
      },
    ],
  },
  notMediationOnly: {
    on: 'ADMIN_DECIDE',
    good: set('data.procedure', 'administrative_adjudication'),
    bad: [set('data.procedure', 'administrative_mediation'), set('data.procedure', 'police_mediation')],
  },
  suitPendingNow: { on: 'COURT_LETTER', good: set('data.suitPending', true), bad: [set('data.suitPending', false)] },
};
