/** Trials of the rules of effect, confirmation, enforcement and objection. */
import { application, type Case, clause, obligation, paper, set, type Trial, term, version } from './trial.ts';

const effective = (c: Case) => {
  c.data.versions = [version()];
  for (const p of c.data.papers) p.state = 'signed';
};
const papers = ['agreement', 'mediation_proof', 'identity'];
const lawyer = { id: 'g1', category: 'lawyer_or_legal_worker', document: paper };
const owed =
  (state: string, more: object = {}) =>
  (c: Case) => {
    effective(c);
    c.data.obligations = [obligation(state, more)];
  };

export const courtTrials: { [rule: string]: Trial | Trial[] } = {
  revisionAgreed: {
    on: 'REVISE_AGREEMENT',
    good: effective,
    e: () => ({ by: ['A', 'B'] }),
    bad: [set('event.by', ['A']), set('data.versions', [])],
  },
  versionEffective: {
    on: 'APPLY_CONFIRMATION',
    good: effective,
    bad: [
      set('data.versions', [version({ state: 'draft' })]),
      set('data.versions', [version({ effectiveOn: undefined })]),
    ],
  },
  jointApplication: [
    {
      on: 'APPLY_CONFIRMATION',
      good: effective,
      e: () => ({ applicants: ['A', 'B'] }),
      bad: [
        set('event.applicants', ['A']),
        set('event.applicants', ['A', 'B', 'Z']),
        set('event.agents', [{ party: 'A', agent: 'g9' }]),
        (c) => {
          c.data.parties[0].agents = ['g1', 'g2', 'g3'].map((id) => ({ ...lawyer, id }));
          c.event.agents = ['g1', 'g2', 'g3'].map((agent) => ({ party: 'A', agent }));
        },
      ],
      also: [
        (c) => {
          c.data.parties[0].agents = [lawyer];
          c.event.agents = [{ party: 'A', agent: 'g1' }];
        },
      ],
    },
    {
      on: 'CONFIRM',
      good: (c) => {
        effective(c);
        c.data.applications = [application()];
      },
      bad: [set('data.applications', [application({ applicants: ['A'] })]), set('data.applications', [])],
    },
  ],
  withinWindow: {
    on: 'APPLY_CONFIRMATION',
    good: (c) => {
      effective(c);
      c.terms = [term('DL-JC-APPLY')];
    },
    bad: [
      set('terms', []),
      set('terms', [term('DL-JC-APPLY', 'expired')]),
      (c) => {
        c.terms = [term('DL-JC-APPLY', 'expired')];
        c.event.postmark = '2026-12-11';
      },
    ],
    also: [
      (c) => {
        c.terms = [term('DL-JC-APPLY', 'expired')];
        c.event.postmark = '2026-12-10';
      },
      (c) => {
        c.terms = [];
        c.data.versions[0].restored = true;
      },
    ],
  },
  confirmableProcedure: {
    on: 'APPLY_CONFIRMATION',
    good: effective,
    bad: [
      set('data.versions', [version({ procedure: 'court_entrusted' })]),
      set('data.versions', [version({ procedure: 'administrative_mediation' })]),
      set('asks.unitKind', 'other'),
    ],
  },
  confirmable: {
    on: 'APPLY_CONFIRMATION',
    good: effective,
    bad: ['status', 'declare_title', 'drop_criminal_charge']
      .map((kind) => set('data.versions', [version({ clauses: [clause(1, { kind })] })]))
      .concat(set('data.versions', [version({ clauses: [clause(1, { amount: undefined })] })])),
    also: [
      (c) => {
        c.data.versions = [version({ clauses: [clause(1, { kind: 'status' })] })];
        c.event.insist = '坚持申请';
      },
    ],
  },
  courtIsCandidate: {
    on: 'APPLY_CONFIRMATION',
    good: effective,
    e: () => ({ court: 'c1', jurisdictionBasis: 'organisation_place' }),
    bad: [
      set('event.court', 'c2'),
      set('event.jurisdictionBasis', 'party_domicile'),
      set('event.jurisdictionBasis', 'inviting_court'),
      set('data.source', 'court_pre_filing'),
      (c) => {
        c.data.disputeType = 'labour';
        c.asks.courtCandidates = [{ court: 'c1', basis: 'party_domicile' }];
        c.event.jurisdictionBasis = 'party_domicile';
      },
    ],
  },
  papersComplete: {
    on: 'APPLY_CONFIRMATION',
    good: effective,
    e: () => ({ papers }),
    bad: [
      ...papers.map((one) =>
        set(
          'event.papers',
          papers.filter((other) => other !== one),
        ),
      ),
      set('event.propertyConcerned', true),
      set('event.agents', [{ party: 'A', agent: 'g1' }]),
      set('data.versions', [version({ form: 'oral' })]),
    ],
  },
  oneApplication: {
    on: 'APPLY_CONFIRMATION',
    good: effective,
    bad: [set('data.applications', [application()])],
    also: [set('data.applications', [application({ open: false })])],
  },
  noTitleYet: {
    on: 'APPLY_CONFIRMATION',
    good: effective,
    bad: [set('data.versions', [version({ title: 'confirmed_ruling' })])],
  },
  groundListed: {
    on: 'REFUSE_CONFIRMATION',
    e: () => ({ outcome: 'not_accepted', grounds: ['title_determination'] }),
    bad: [set('event.grounds', []), set('event.grounds', ['unclear'])],
    also: [
      (c) => {
        c.event = { outcome: 'dismissed', grounds: ['unclear', 'title_determination'] };
      },
    ],
  },
  noLeaveAsked: {
    on: 'CONFIRM',
    good: set('data.applications', [application()]),
    bad: [set('data.applications', [application({ leaveAsked: true })]), set('data.applications', [])],
  },
  endGrounded: {
    on: 'END_CONFIRMATION',
    good: (c) => {
      c.data.applications = [application({ leaveAsked: true })];
    },
    e: () => ({ outcome: 'withdrawn' }),
    bad: [set('event.outcome', 'deemed_withdrawn'), set('data.applications', [application()])],
    also: [
      (c) => {
        c.data.applications = [application({ questionsOpen: true })];
        c.event.outcome = 'deemed_withdrawn';
      },
    ],
  },
  suable: {
    on: 'SUE_ON_AGREEMENT',
    good: effective,
    e: () => ({ plaintiff: 'A', defendants: ['B'] }),
    bad: [
      set('data.versions', []),
      set('data.versions', [version({ title: 'confirmed_ruling' })]),
      set('event.defendants', ['A']),
      set('event.defendants', ['u1']),
      set('event.procedure', 'payment_order'),
      set('event.procedure', 'labour_arbitration'),
      (c) => {
        c.data.disputeType = 'labour';
        c.event.procedure = 'litigation';
      },
    ],
    also: [
      (c) => {
        c.data.disputeType = 'labour';
        c.data.subtype = '欠薪';
        c.event.procedure = 'litigation';
      },
    ],
  },
  obligationOpen: [
    {
      on: 'PERFORM',
      good: owed('overdue'),
      e: () => ({ obligationId: 'o1' }),
      bad: [owed('performed'), owed('ended'), owed('replaced'), set('event.obligationId', 'o9')],
    },
    { on: 'BREACH', good: owed('standing'), e: () => ({ obligationId: 'o1' }), bad: [owed('overdue')] },
    { on: 'TRIGGER_OBLIGATION', good: owed('contingent'), e: () => ({ obligationId: 'o1' }), bad: [owed('standing')] },
  ],
  underEnforcement: {
    on: 'ENFORCEMENT_ENDED',
    good: owed('enforcing'),
    e: () => ({ obligationIds: ['o1'] }),
    bad: [owed('overdue'), set('event.obligationIds', ['o1', 'o2']), set('event.obligationIds', [])],
  },
  byCreditor: {
    on: 'WAIVE_OBLIGATION',
    good: owed('pending'),
    e: () => ({ obligationId: 'o1', kind: 'waived', by: ['A'] }),
    bad: [
      set('event.by', ['B']),
      set('event.by', []),
      set('event.kind', 'void'),
      (c) => {
        c.event.kind = 'not_pursued';
        c.event.reason = '无人主张';
        c.event.attempts = 3;
      },
      (c) => {
        c.actor.role = 'supervisor';
        c.event.kind = 'not_pursued';
        c.event.reason = '无人主张';
        c.event.attempts = 2;
      },
    ],
    also: [
      (c) => {
        c.actor.role = 'supervisor';
        c.event.kind = 'not_pursued';
        c.event.reason = '无人主张';
        c.event.attempts = 3;
      },
    ],
  },
  enforceable: [
    {
      on: 'APPLY_ENFORCEMENT',
      good: (c) => {
        owed('overdue')(c);
        c.data.versions[0].title = 'confirmed_ruling';
      },
      e: () => ({ title: 'confirmed_ruling', obligationIds: ['o1'] }),
      bad: [
        set('event.title', 'judgment'),
        set('event.title', 'agreement'),
        set('data.versions.0.title', 'none'),
        set('data.obligations.0.state', 'pending'),
        set('event.obligationIds', ['o1', 'o2']),
      ],
      also: [
        (c) => {
          c.event.title = 'judgment';
          c.data.obligations[0].version = 0;
          c.data.papersInForce = [{ kind: 'judgment', title: 'judgment', contested: false }];
        },
      ],
    },
    {
      on: 'RESUME_ENFORCEMENT',
      good: (c) => {
        owed('ended')(c);
        c.data.versions[0].title = 'confirmed_ruling';
      },
      e: () => ({ obligationIds: ['o1'] }),
      bad: [set('data.versions.0.title', 'none'), set('data.obligations.0.state', 'performed')],
    },
  ],
  enforcementCourt: {
    on: 'APPLY_ENFORCEMENT',
    e: () => ({ court: 'c1' }),
    bad: [set('asks.enforcementCourtFits', false)],
  },
  paymentOrderOpen: {
    on: 'APPLY_PAYMENT_ORDER',
    good: (c) => {
      owed('overdue')(c);
      c.data.disputeType = 'labour';
      c.data.subtype = '欠薪';
    },
    e: () => ({ obligationIds: ['o1'], noOtherDispute: true }),
    bad: [
      set('event.noOtherDispute', false),
      set('data.disputeType', 'contract'),
      set('data.subtype', '社会保险'),
      set('data.obligations.0.dueOn', '2026-11-20'),
      set('data.obligations.0.amount', undefined),
      set('data.versions.0.clauses', [clause(1, { kind: 'act' })]),
    ],
  },
  letterIssued: {
    on: 'SERVE',
    good: (c) => {
      c.data.versions = [version({ letterOn: '2026-11-12', rulingNo: '1' })];
    },
    e: () => ({ document: 'letter', party: 'A' }),
    bad: [
      set('data.versions', [version()]),
      (c) => {
        c.data.versions = [version()];
        c.event.document = 'ruling';
      },
    ],
    also: [
      set('event.document', 'ruling'),
      (c) => {
        c.data.versions = [];
        c.event.document = 'notice';
      },
    ],
  },
  objectionLimitOver: {
    on: 'ARCHIVE',
    good: set('terms', [term('DL-JC-OBJ-PARTY', 'expired')]),
    bad: [set('terms', [term('DL-JC-OBJ-PARTY', 'expired'), term('DL-JC-OBJ-PARTY', 'running', { key: 'B' })])],
  },
  objectionInTime: {
    on: 'OBJECT',
    good: (c) => {
      c.data.versions = [version({ confirmation: 'confirmed' })];
      c.terms = [term('DL-JC-OBJ-PARTY', 'running', { key: 'B' })];
    },
    e: () => ({ standing: 'party', party: 'B', knownOn: '2026-11-15' }),
    bad: [
      set('event.party', 'A'),
      set('terms', []),
      set('data.versions', [version()]),
      (c) => {
        c.event = { standing: 'interested_person', knownOn: '2026-01-01' };
      },
    ],
    also: [
      (c) => {
        c.event = { standing: 'interested_person', knownOn: '2026-11-01' };
      },
    ],
  },
  restorationInTime: {
    on: 'ASK_RESTORATION',
    e: () => ({ term: 'DL-JC-APPLY', endedOn: '2026-11-15' }),
    bad: [set('event.endedOn', '2026-11-01'), set('event.endedOn', '2026-11-25'), set('event.term', 'DL-PM-MEDIATE')],
  },
};
