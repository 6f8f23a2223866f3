/** Trials of the rules of mediators, sessions, endings and texts. */
import { type Case, clause, obligation, paper, session, set, type Trial, term, version } from './trial.ts';

const conflict = (c: Case) => {
  c.data.declarations[0].relation = 'relative';
};
const waived = (c: Case) => {
  conflict(c);
  c.data.declarations[0].waived = true;
};
const stopped = (c: Case) =>
  c.data.pauses.push({ id: 'z1', ground: 'sham_suspected', from: '2026-11-01', stopsSteps: true });
const adjudication = set('data.procedure', 'administrative_adjudication');
const entrusted = set('data.procedure', 'court_entrusted');
const list = { lawful: true, noThirdPartyHarm: true, voluntary: true, disposable: true, noCoercion: true };
const guarantee = (more: object = {}) => clause(2, { kind: 'guarantee', secures: [1], ...more });

export const mediationTrials: { [rule: string]: Trial | Trial[] } = {
  mediatorsQualified: [
    {
      on: 'SCHEDULE_SESSION',
      good: entrusted,
      e: () => ({ mediators: ['m1'], presiding: 'm1', time: '2026-11-21T01:00:00Z' }),
      bad: [
        set('asks.onRoster', false),
        set('asks.onCourtRoster', false),
        set('asks.holdsRole', true),
        set('event.presiding', 'm2'),
        set('event.mediators', []),
        set('data.parties.0.person', 'm1'),
      ],
    },
    {
      on: 'REPLACE_MEDIATOR',
      e: () => ({ from: 'm1', to: 'm2', presiding: 'm2' }),
      bad: [set('asks.onRoster', false), set('event.presiding', 'm1'), set('event.presiding', 'm9')],
    },
  ],
  mediatorsDeclared: { on: 'OPEN_SESSION', bad: [set('data.declarations', []), set('data.mediators', [])] },
  mediatorUnconflicted: [
    { on: 'OPEN_SESSION', bad: [conflict], also: [waived] },
    { on: 'SCHEDULE_SESSION', e: () => ({ mediators: ['m1'] }), bad: [conflict], also: [waived] },
    { on: 'REPLACE_MEDIATOR', e: () => ({ to: 'm1' }), bad: [conflict] },
    { on: 'MEDIATOR_SIGN', bad: [conflict] },
  ],
  notSuspended: [
    {
      on: 'OPEN_SESSION',
      bad: [stopped],
      also: [
        (c) => {
          stopped(c);
          c.data.pauses[0].to = '2026-11-02';
        },
        (c) => {
          stopped(c);
          c.actor.part = 'tribunal';
        },
      ],
    },
    {
      on: 'DRAFT_AGREEMENT',
      bad: [stopped],
      also: [
        (c) => {
          stopped(c);
          c.actor.role = 'coordinator';
        },
      ],
    },
    { on: 'SEAL', bad: [stopped] },
  ],
  restWilling: {
    on: 'SCHEDULE_SESSION',
    bad: [
      (c) => {
        c.data.parties[1].will = 'left';
        c.data.parties[1].breaksRest = true;
      },
    ],
    also: [
      (c) => {
        c.data.parties[1].will = 'left';
      },
      set('data.parties.1.breaksRest', true),
    ],
  },
  everyConsented: {
    on: 'OPEN_SESSION',
    bad: [
      set('data.parties.1.will', 'named'),
      set('data.parties.1.willHow', undefined),
      set('data.parties.1.willOn', undefined),
    ],
    also: [
      (c) => {
        adjudication(c);
        c.data.parties[1].will = 'named';
      },
    ],
  },
  everyNoticed: { on: 'OPEN_SESSION', bad: [set('data.papers.1.state', 'unnoticed'), set('data.textNo', 2)] },
  everyAcceptsMediators: {
    on: 'OPEN_SESSION',
    bad: [set('data.parties.1.accepts', []), set('data.mediators', ['m1', 'm2'])],
  },
  everyHeard: { on: 'DRAFT_AGREEMENT', bad: [set('data.parties.1.heard', false)] },
  attendanceSuffices: {
    on: 'OPEN_SESSION',
    e: () => ({ present: [{ party: 'A' }, { party: 'B' }] }),
    also: [
      (c) => {
        c.data.sessions = [session('scheduled', { kind: 'separate' })];
        c.event.present = [{ party: 'A' }];
      },
    ],
    bad: [
      set('event.present', [{ party: 'A' }]),
      set('data.sessions', []),
      (c) => {
        c.data.parties[0].agents = [
          { id: 'g1', category: 'lawyer_or_legal_worker', document: paper, validTo: '2026-11-01' },
        ];
        c.event.present[0].agent = 'g1';
      },
    ],
  },
  helpersConsented: {
    on: 'OPEN_SESSION',
    e: () => ({ helpers: [{ name: '邻居', role: 'helper', consents: ['A', 'B'] }] }),
    also: [set('event.helpers', undefined)],
    bad: [set('event.helpers', [{ name: '邻居', role: 'helper', consents: ['A'] }])],
  },
  opennessAllowed: {
    on: 'OPEN_SESSION',
    e: () => ({ openness: 'open', opennessAgreed: ['A', 'B'] }),
    also: [
      (c) => {
        c.event = { openness: 'closed' };
      },
    ],
    bad: [
      set('event.opennessAgreed', ['A']),
      set('event.privacy', true),
      set('data.disputeType', 'medical'),
      entrusted,
    ],
  },
  protectionArranged: {
    on: 'OPEN_SESSION',
    good: (c) => {
      c.data.factors = { specialGroups: ['dv_victim'] };
      c.data.sessions = [session('scheduled', { kind: 'separate' })];
    },
    e: () => ({ protection: { addressHidden: true, bothConsent: false } }),
    bad: [
      set('event.protection.addressHidden', false),
      set('data.sessions', [session('scheduled')]),
      set('data.factors', { specialGroups: ['dv_victim', 'minor'] }),
      set('asks.capacityOf', 'none'),
    ],
    also: [
      (c) => {
        c.asks.capacityOf = 'none';
        c.data.policeReport = 'done';
      },
    ],
  },
  courtClockStarted: {
    on: 'OPEN_SESSION',
    good: (c) => {
      entrusted(c);
      c.data.recorded = [{ fact: 'court_materials_signed_for', on: '2026-11-01' }];
    },
    bad: [set('data.recorded', []), set('data.recorded', [{ fact: 'complaint_received', on: '2026-11-01' }])],
  },
  onlineReady: {
    on: 'OPEN_SESSION',
    good: (c) => {
      c.data.sessions = [session('scheduled', { location: 'online' })];
    },
    e: () => ({ online: { identityChecked: true, warned: true, addressForms: true } }),
    bad: ['identityChecked', 'warned', 'addressForms'].map((key) => set(`event.online.${key}`, false)),
  },
  recordSigned: {
    on: 'CLOSE_SESSION',
    good: (c) => {
      c.data.sessions = [session('running')];
    },
    e: () => ({
      minutes: '笔录',
      mediatorSigned: true,
      recorderSigned: true,
      signatures: [
        { party: 'A', kind: 'signature' },
        { party: 'B', kind: 'refused' },
      ],
    }),
    bad: [
      set('event.mediatorSigned', false),
      set('event.recorderSigned', false),
      set('event.signatures', [{ party: 'A', kind: 'signature' }]),
      set('data.sessions', []),
    ],
  },
  everyAttendantHeard: {
    on: 'CLOSE_SESSION',
    good: (c) => {
      c.data.sessions = [session('running')];
    },
    e: () => ({ statements: [{ party: 'A' }, { party: 'B' }] }),
    bad: [set('event.statements', [{ party: 'B' }]), set('event.statements', [])],
  },
  ownText: {
    on: 'TERMINATE',
    bad: [
      set('actor.role', 'judge'),
      (c) => {
        c.actor.role = 'departmentOfficer';
        c.state.stage = 'agreement.drafting';
      },
      (c) => {
        c.actor.role = 'arbitrator';
        c.state.stage = 'agreement.drafting';
        c.data.procedure = 'litigation';
      },
    ],
    also: [
      (c) => {
        c.actor.role = 'judge';
        c.state.stage = 'agreement.drafting';
        c.data.procedure = 'litigation';
      },
    ],
  },
  terminationReasoned: {
    on: 'TERMINATE',
    e: () => ({ reason: 'no_agreement' }),
    bad: [
      set('event.reason', 'agreement'),
      set('event.reason', 'time_limit'),
      set('event.reason', 'capacity'),
      set('event.reason', 'false_mediation'),
      (c) => {
        c.event.reason = 'party_died';
        c.data.parties[0].succeededBy = 'C';
      },
    ],
    also: [
      (c) => {
        c.event.reason = 'time_limit';
        c.terms.push(term('DL-PM-MEDIATE', 'expired'));
      },
      (c) => {
        c.event.reason = 'false_mediation';
        stopped(c);
      },
    ],
  },
  extensionAgreed: {
    on: 'EXTEND',
    good: (c) => c.terms.push(term('DL-PM-MEDIATE')),
    e: () => ({ term: 'DL-PM-MEDIATE', newDue: '2026-12-20', by: ['A', 'B'], reason: '继续', document: paper }),
    bad: [
      set('event.by', ['A']),
      set('event.newDue', '2026-12-01'),
      set('data.extensions', 2),
      set('terms', []),
      set('data.disputeType', 'medical'),
      (c) => {
        c.terms.push(term('DL-JC-APPLY'));
        c.event.term = 'DL-JC-APPLY';
      },
    ],
  },
  runsInMediation: { on: 'RESUME_MEDIATION', bad: [adjudication] },
  formAllowed: [
    { on: 'DRAFT_AGREEMENT', e: () => ({ form: 'written' }), bad: [set('event.form', 'oral')] },
    {
      on: 'RECORD_ORAL',
      e: () => ({ form: 'oral', noWrittenWanted: ['A', 'B'] }),
      bad: [
        set('event.noWrittenWanted', ['A']),
        ...['labour', 'medical', 'forest_land'].map((type) => set('data.disputeType', type)),
        entrusted,
        set('param.writtenTypes', ['neighbour']),
      ],
    },
  ],
  clausesLawful: [
    {
      on: 'DRAFT_AGREEMENT',
      e: () => ({ clauses: [clause(1)], checklist: { ...list } }),
      bad: [
        ...Object.keys(list).map((key) => set(`event.checklist.${key}`, false)),
        set('event.clauses', [clause(1, { kind: 'drop_criminal_charge' })]),
        set('asks.penaltyWords', true),
      ],
      also: [
        (c) => {
          c.asks.penaltyWords = true;
          c.event.penaltyNote = '引用判决';
        },
      ],
    },
    {
      on: 'RECORD_ORAL',
      e: () => ({ clauses: [clause(1)], checklist: { ...list } }),
      bad: [set('event.checklist.lawful', false)],
    },
  ],
  clausesClear: [
    {
      on: 'DRAFT_AGREEMENT',
      e: () => ({ confirmationWanted: true, clauses: [clause(1), guarantee()] }),
      bad: [
        set('event.clauses', [clause(1, { amount: undefined })]),
        set('event.clauses', [clause(1, { dueDate: undefined })]),
        set('event.clauses', [clause(1), guarantee({ secures: [7] })]),
        set('event.clauses', [clause(1), guarantee({ secures: undefined })]),
      ],
      also: [
        (c) => {
          c.event = { confirmationWanted: false, clauses: [clause(1, { amount: undefined })] };
        },
      ],
    },
    {
      on: 'RECORD_ORAL',
      e: () => ({ clauses: [clause(1), guarantee()] }),
      bad: [set('event.clauses', [guarantee({ secures: [9] })])],
    },
  ],
  everySigned: {
    on: 'COURT_LETTER',
    good: (c) => {
      for (const p of c.data.papers) p.state = 'signed';
    },
    bad: [set('data.papers.1.state', 'noticed')],
  },
  agreementUsable: {
    on: 'SKIP_CONFIRMATION',
    good: (c) => {
      c.data.versions = [version()];
      c.data.obligations = [obligation('pending')];
    },
    bad: [set('data.versions', [version({ confirmation: 'dismissed', grounds: ['public_order'] })])],
    also: [
      set('data.versions', [version({ confirmation: 'dismissed', grounds: ['unclear'] })]),
      (c) => {
        c.data.versions = [version({ confirmation: 'dismissed', grounds: ['public_order'] })];
        c.data.obligations = [];
      },
    ],
  },
  confirmationInformed: {
    on: 'DRAFT_AGREEMENT',
    good: set('data.disputeType', 'medical'),
    bad: [set('data.parties.1.confirmationInformed', false)],
  },
};
