/** Trials of the rules of parties, follow-up and archive. */
import { type Case, clause, group, obligation, paper, session, set, type Trial, term, version } from './trial.ts';

const file = paper;
const will = (at: number, to: string) => (c: Case) => {
  c.data.parties[at].will = to;
};
const inForce = (c: Case) => {
  c.data.versions = [version()];
};
const signed = (c: Case) => {
  for (const p of c.data.papers) p.state = 'signed';
};
const agent = { id: 'g1', name: '代理', category: 'statutory', relation: '父', document: file, powers: ['settle'] };
const minor = set('asks.capacityOf', 'limited');

export const partyTrials: { [rule: string]: Trial | Trial[] } = {
  joinable: {
    on: 'ADD_PARTY',
    e: () => ({ party: { id: 'C' } }),
    bad: [
      set('event.party.id', 'A'),
      (c) => {
        inForce(c);
        c.state.stage = 'channelChoice';
      },
      (c) => {
        c.data.parties = Array.from({ length: 100 }, (_, i) => ({ ...c.data.parties[0], id: `x${i}` }));
      },
    ],
  },
  successionProved: {
    on: 'ADD_PARTY',
    good: (c) => c.data.materials.push({ id: 'x', kind: 'succession', party: 'B' }),
    e: () => ({ succeeds: 'B', party: { id: 'C', side: 'respondent', role: 'respondent' } }),
    bad: [
      set('data.materials', []),
      set('event.succeeds', 'Z'),
      set('event.party.side', 'applicant'),
      set('event.party.id', 'A'),
    ],
  },
  releasable: {
    on: 'RELEASE_PARTY',
    good: (c) => c.data.parties.push({ ...c.data.parties[1], id: 'C' }),
    e: () => ({ party: 'B' }),
    bad: [(c) => c.data.parties.pop(), inForce, (c) => c.data.obligations.push(obligation('pending'))],
  },
  everyRestAgrees: [
    {
      on: 'CONTINUE_REST',
      good: (c) => c.data.parties.push({ ...c.data.parties[1], id: 'C', will: 'refused' }),
      e: () => ({ by: ['A', 'B'], released: ['C'], document: file }),
      bad: [
        set('event.by', ['A']),
        set('event.released', []),
        set('event.released', ['B', 'C']),
        set('event.document', undefined),
      ],
    },
    { on: 'WAIVE_CONFLICT', e: () => ({ by: ['A', 'B'], document: file }), bad: [set('event.by', ['A'])] },
  ],
  capacityCovered: [
    {
      on: 'CONSENT',
      e: () => ({ party: 'A' }),
      bad: [
        minor,
        (c) => {
          minor(c);
          c.data.parties[0].agents = [{ ...agent, document: undefined }];
        },
        (c) => {
          minor(c);
          c.data.parties[0].agents = [agent];
          c.asks.agentOpposes = true;
        },
      ],
      also: [
        (c) => {
          minor(c);
          c.data.parties[0].agents = [agent];
        },
      ],
    },
    { on: 'NOTICE_RIGHTS', e: () => ({ parties: ['A'], consents: [{ party: 'A', how: 'oral' }] }), bad: [minor] },
    { on: 'OPEN_SESSION', e: () => ({ present: [{ party: 'A' }] }), bad: [minor] },
  ],
  groupRepresented: [
    {
      on: 'OPEN_SESSION',
      e: () => ({ present: [{ party: 'A' }, { party: 'B' }] }),
      also: [(c) => c.data.parties.push(group('G', 'applicant', 'applicant'))],
      bad: [
        (c) => c.data.parties.push({ ...group('G', 'applicant', 'applicant'), electionSheet: undefined }),
        (c) => {
          c.data.parties.push(group('G', 'applicant', 'applicant'));
          c.asks.electedFromMembers = false;
        },
        (c) => {
          for (let i = 0; i < 10; i++) c.data.parties.push({ ...c.data.parties[0], id: `x${i}` });
        },
        (c) => {
          c.data.disputeType = 'traffic_accident';
          for (const id of ['C', 'D', 'E']) {
            c.data.parties.push({ ...c.data.parties[0], id });
            c.event.present.push({ party: id });
          }
        },
        (c) => {
          for (const id of ['C', 'D', 'E', 'F', 'H']) {
            c.data.parties.push({ ...c.data.parties[0], id });
            c.event.present.push({ party: id });
          }
        },
      ],
    },
    {
      on: 'DRAFT_AGREEMENT',
      good: (c) => c.data.parties.push(group('G', 'applicant', 'applicant')),
      bad: [set('data.parties.2.settleAuthority', false)],
    },
    {
      on: 'RECORD_ORAL',
      good: (c) => c.data.parties.push(group('G', 'applicant', 'applicant')),
      bad: [set('data.parties.2.settleAuthority', false)],
    },
    {
      on: 'REPLACE_REPRESENTATIVE',
      good: (c) => c.data.parties.push(group('G', 'applicant', 'applicant')),
      e: () => ({ group: 'G', out: ['r1'], in: [{ id: 'r2' }], electionSheet: file }),
      bad: [set('event.in', []), set('event.group', 'A'), set('event.electionSheet', undefined)],
    },
  ],
  signerEntitled: {
    on: 'SIGN',
    e: () => ({ party: 'A', signedOn: '2026-11-20', kind: 'signature' }),
    also: [
      (c) => {
        c.actor.behalf = ['A'];
        c.event.scan = file;
      },
      (c) => {
        c.data.parties[0].agents = [{ ...agent, category: 'lawyer_or_legal_worker', validTo: '2026-12-31' }];
        c.event.by = 'g1';
      },
      (c) => {
        c.data.parties[0] = group('A', 'applicant', 'applicant');
        c.event.by = 'r1';
      },
    ],
    bad: [
      (c) => {
        c.actor.behalf = ['A'];
      },
      will(0, 'left'),
      signed,
      minor,
      set('data.papers', []),
      set('event.by', 'g9'),
      (c) => {
        c.data.parties[0].agents = [{ ...agent, category: 'lawyer_or_legal_worker', powers: ['general'] }];
        c.event.by = 'g1';
      },
      (c) => {
        c.data.parties[0].agents = [{ ...agent, category: 'lawyer_or_legal_worker', validTo: '2026-11-01' }];
        c.event.by = 'g1';
      },
      set('data.parties.0.kind', 'legal_person'),
      set('data.parties.0.person', 'somebody'),
      (c) => {
        c.data.parties[0] = { ...group('A', 'applicant', 'applicant'), settleAuthority: false };
        c.event.by = 'r1';
      },
    ],
  },
  pauseGrounded: {
    on: 'PAUSE',
    e: () => ({ ground: 'appraisal', document: file, terms: ['DL-PM-MED'] }),
    bad: [set('event.terms', ['DL-JC-APPLY']), set('event.document', undefined), set('event.ground', 'holiday')],
  },
  pauseOpen: {
    on: 'RESUME',
    good: (c) => c.data.pauses.push({ id: 'z1', ground: 'appraisal', from: '2026-11-01', stopsSteps: false }),
    e: () => ({ pauseId: 'z1', to: '2026-11-20' }),
    bad: [set('event.pauseId', 'z2'), set('event.to', '2026-10-01'), set('data.pauses.0.to', '2026-11-02')],
  },
  visitorFree: {
    on: 'VISIT',
    good: set('param.independentVisit', true),
    e: () => ({ visitor: 'g1' }),
    bad: [set('event.visitor', 'm1'), set('data.sessions.0.presiding', 'g1')],
    also: [
      (c) => {
        c.param.independentVisit = false;
        c.event.visitor = 'm1';
      },
    ],
  },
  attemptsMade: {
    on: 'WAIVE_VISIT',
    good: set('data.parties.1.attempts', 3),
    e: () => ({ parties: ['B'] }),
    bad: [
      set('data.parties.1.attempts', 2),
      (c) => {
        c.data.parties[1].attempts = 0;
        c.data.parties[1].visited = 'unsatisfied';
      },
    ],
    also: [
      (c) => {
        c.data.parties[1].attempts = 0;
        c.data.parties[1].visited = 'unsatisfied';
        c.event.answer = file;
      },
    ],
  },
  caseClosed: { on: 'ARCHIVE', bad: [set('data.caseClosed', false)] },
  documentsComplete: {
    on: 'ARCHIVE',
    good: (c) => {
      inForce(c);
      signed(c);
      c.data.outcome = 'settled';
      c.data.sessions = [session('recorded')];
      c.documents = ['application', 'mediation-record', 'agreement', 'followup-record'].map((code) => ({ code }));
      c.documents.push({ code: 'rights-notice', party: 'A' }, { code: 'rights-notice', party: 'B' });
    },
    bad: [
      ...['application', 'mediation-record', 'agreement', 'followup-record'].map((code) => (c: Case) => {
        c.documents = c.documents.filter((x) => x.code !== code);
      }),
      (c) => c.documents.pop(),
      set('data.outcome', undefined),
      set('data.outcome', 'decided'),
      set('data.outcome', 'failed'),
      set('data.sessions', [session('left')]),
      set('data.versions.0.sealedOn', undefined),
      set('data.versions.0.confirmation', 'confirmed'),
      set('data.parties.0.idNumber', undefined),
    ],
  },
  loopClosed: {
    on: 'ARCHIVE',
    good: (c) => {
      c.data.outcome = 'settled';
      c.terms.push(term('DL-PM-ARCHIVE', 'running', { own: true }));
    },
    bad: [
      (c) => c.terms.push(term('DL-PM-RED-REPORT', 'running', { own: true })),
      (c) => c.data.obligations.push(obligation('pending')),
      set('data.policeReport', 'due'),
      set('data.measure', 'due'),
      (c) => c.data.objections.push({ state: 'pending' }),
      (c) => c.data.pauses.push({ id: 'z1', from: '2026-11-01' }),
      (c) => {
        c.data.links.push({ kind: 'order', to: 'x', waiting: true });
        c.asks.linkedWaiting = 1;
      },
      set('data.parties.0.visited', 'no'),
      set('data.parties.0.visited', 'unsatisfied'),
      set('data.platform', undefined),
    ],
  },
  clausePartiesJoined: [
    {
      on: 'DRAFT_AGREEMENT',
      e: () => ({ clauses: [clause(1)] }),
      bad: [set('event.clauses', [clause(1, { obligor: 'Z' })]), will(1, 'left')],
    },
    {
      on: 'RECORD_ORAL',
      e: () => ({ clauses: [clause(1)] }),
      bad: [set('event.clauses', [clause(1, { obligee: 'Z' })])],
    },
  ],
};
