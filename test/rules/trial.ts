/** For tests of the rules: a dispute in which everything is in order, and a rule asked of it. */
import { chinaCalendar, dueDay, type Env, holds, type Json, type Truth } from '@fengqiao/core';
import { disputeChart } from '@fengqiao/plugins';

const file = { sha256: 'a'.repeat(64), size: 1, type: 'application/pdf', name: 'x.pdf' };
export const paper: any = file;
const party = (id: string, role: string, side: string): any => ({
  id,
  kind: 'natural_person',
  role,
  side,
  name: '某某',
  phone: '000-1',
  idNumber: 'TEST-1',
  will: 'consented',
  willOn: '2026-11-01',
  willHow: 'oral',
  breaksRest: false,
  accepts: ['m1'],
  agents: [],
  joinedOn: '2026-11-01',
  heard: true,
  visited: 'reached',
  attempts: 0,
  confirmationInformed: true,
});
export const group = (id: string, role: string, side: string): any => ({
  ...party(id, role, side),
  kind: 'group',
  memberCount: 12,
  members: [{ id: 'w1', name: '甲乙' }],
  representatives: [{ id: 'r1', name: '甲乙', phone: '000-2' }],
  electionSheet: file,
  settleAuthority: true,
});
export const clause = (no: number, more: object = {}): any => ({
  no,
  kind: 'payment',
  obligor: 'B',
  obligee: 'A',
  amount: 100,
  dueDate: '2026-12-01',
  text: '支付',
  ...more,
});
export const version = (more: object = {}): any => ({
  no: 1,
  state: 'force',
  form: 'written',
  procedure: 'people_mediation',
  effectivenessRule: 'written_pmc',
  origin: 'mediation',
  clauses: [clause(1)],
  confirmationWanted: false,
  draftedOn: '2026-11-10',
  mediatorSignedOn: '2026-11-10',
  sealedOn: '2026-11-10',
  effectiveOn: '2026-11-10',
  confirmation: 'none',
  grounds: [],
  title: 'none',
  restored: false,
  ...more,
});
export const obligation = (state: string, more: object = {}): any => ({
  id: 'o1',
  state,
  version: 1,
  clauseNo: 1,
  standing: false,
  immediate: false,
  debtor: 'B',
  creditor: 'A',
  act: '支付',
  amount: 100,
  paid: 0,
  dueOn: '2026-11-15',
  secures: [],
  ...more,
});
export const session = (state: string, more: object = {}): any => ({
  id: 's1',
  state,
  location: 'room',
  kind: 'joint',
  mediators: ['m1'],
  presiding: 'm1',
  present: ['A', 'B'],
  ...more,
});
export const term = (id: string, status = 'running', more: object = {}): any => ({
  id,
  key: '',
  kind: 'duty',
  own: false,
  status,
  startedOn: '2026-11-10',
  due: '2026-12-10',
  token: 1,
  ...more,
});
export const application = (more: object = {}): any => ({
  no: 1,
  version: 1,
  applicants: ['A', 'B'],
  court: 'c1',
  open: true,
  accepted: true,
  leaveAsked: false,
  questionsOpen: false,
  ...more,
});

export const fresh = () => ({
  event: {} as any,
  actor: {
    role: 'mediator',
    part: 'staff',
    unit: 'u1',
    post: 'p',
    person: 'm1',
    rank: 0,
    behalf: [] as string[],
  } as any,
  at: { now: '2026-11-20T04:00:00Z', today: '2026-11-20', on: '2026-11-20' },
  state: { stage: 'mediation.scheduled', warning: 'blue', clock: 'running' } as { [region: string]: string },
  param: structuredClone(disputeChart.params) as any,
  terms: [] as any[],
  documents: [] as any[],
  asks: {
    inJurisdiction: true,
    unitKind: 'committee',
    unitCompetent: true,
    onRoster: true,
    onCourtRoster: true,
    holdsRole: false,
    rankOf: 3,
    capacityOf: 'full',
    underFourteen: false,
    electedFromMembers: true,
    agentOpposes: false,
    originalFits: 'fits',
    linkedWaiting: 0,
    courtCandidates: [
      { court: 'c1', basis: 'organisation_place' },
      { court: 'c1', basis: 'inviting_court' },
    ],
    enforcementCourtFits: true,
    penaltyWords: false,
  } as { [ask: string]: Json },
  data: {
    source: 'party_application',
    disputeType: 'neighbour',
    parties: [party('A', 'applicant', 'applicant'), party('B', 'respondent', 'respondent')],
    papers: ['A', 'B'].map((id) => ({ id: `${id}-1`, party: id, version: 1, state: 'noticed' })),
    claims: [{ id: 'q1', text: '赔偿' }],
    factors: {},
    involvedPersons: 2,
    matter: 'civil',
    proposedLevel: 'blue',
    planState: 'current',
    policeReport: 'none',
    measure: 'none',
    rung: 0,
    suitPending: false,
    exclusiveTaken: false,
    accepted: true,
    rated: true,
    caseClosed: true,
    mediationBegan: true,
    reentry: false,
    channel: 'peoplesMediation',
    procedure: 'people_mediation',
    platform: 'community',
    committee: 'u1',
    mediators: ['m1'],
    presiding: 'm1',
    mode: 'assigned',
    declarations: [{ mediator: 'm1', relation: 'none', waived: false }],
    sessions: [session('scheduled')],
    extensions: 0,
    textNo: 1,
    ...Object.fromEntries(
      [
        'links',
        'versions',
        'obligations',
        'papersInForce',
        'applications',
        'objections',
        'pauses',
        'restorations',
        'materials',
        'recorded',
        'otherRoutes',
      ].map((list) => [list, []]),
    ),
  } as any,
});
export type Case = ReturnType<typeof fresh>;

export interface Trial {
  on: string;
  /** The payload with which it holds. */
  e?: (c: Case) => object;
  /** What must be there for it to hold. */
  good?: (c: Case) => void;
  /** Each of these alone makes it refuse. */
  bad: ((c: Case) => void)[];
  /** Other ways in which it holds. */
  also?: ((c: Case) => void)[];
}

/** Sets a value by its path in a case. */
export const set =
  (path: string, to: unknown) =>
  (c: Case): void => {
    const keys = path.split('.');
    const last = keys.pop()!;
    const at = keys.reduce<any>((o, key) => (o[key] ??= {}), c);
    at[last] = to;
  };

const calendar = chinaCalendar({ zone: 'Asia/Shanghai' });
const rank = ['running', 'paused', 'expired', 'ended'];
/** What a rule says of a case when an event is tried. */
export function asked(rule: string, event: string, c: Case): Truth {
  const def = disputeChart.rules[rule]!;
  const env: Env = {
    get(path) {
      const [root, ...keys] = path.split('.');
      if (root === 'state') return c.state[keys.join('.')] ?? 'none';
      if (root === 'term') {
        const found = c.terms
          .filter((t) => t.id === keys[0])
          .sort((a, b) => rank.indexOf(a.status) - rank.indexOf(b.status))[0];
        return keys[1] === 'status' ? (found?.status ?? 'none') : found?.[keys[1]!];
      }
      return keys.reduce<any>((at, key) => at?.[key], (c as any)[root!]);
    },
    parts: disputeChart,
    ask: (name) => c.asks[name],
    due: (id, from) => dueDay(disputeChart.terms[id]!, from, calendar).due,
    dayOf: calendar.dayOf,
  };
  return holds(def.needOn?.[event] ?? def.need, env);
}
