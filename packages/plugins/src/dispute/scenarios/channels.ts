/** S3: entrusted by the court, ends in its letter. S5: raised to red in mediation. S9: ended where nothing more is done. */
import { toScheduled, toSession, walk } from './given.ts';
import * as p from './payloads.ts';
import { expires, type Scenario } from './table.ts';
import { Walk } from './walk.ts';

export const S3: Scenario = {
  id: 'S3',
  title: "entrusted: ends in the court's letter, never in confirmation",
  lines: [
    {
      n: 1,
      by: 'courtLiaison',
      event: 'OPEN',
      with: p.opened({
        source: 'court_post_filing',
        courtCaseNo: '（2026）津0116民初9号',
        handedOverBy: { unit: '滨海新区法院', document: '委托函9号' },
      }),
      to: 'intake',
    },
    { n: 2, by: 'registrar', event: 'ACCEPT', with: p.accepted, to: 'triage' },
    { n: 3, by: 'coordinator', event: 'RATE', with: p.rated('blue'), to: 'plan' },
    { n: 4, by: 'coordinator', event: 'ACTIVATE_PLAN', with: p.planned(), to: 'channelChoice' },
    {
      n: 5,
      by: 'coordinator',
      event: 'CHOOSE_CHANNEL',
      with: p.chosen('court_entrusted', { platform: 'court', consents: p.consents('A', 'B') }),
      to: 'mediation.preparing',
    },
    { n: 6, by: 'mediator', event: 'NOTICE_RIGHTS', with: p.noticed(['A', 'B']), to: 'mediation.preparing' },
    { n: 7, by: 'mediator', event: 'DECLARE_CONFLICT', with: p.declared, to: 'mediation.preparing' },
    { n: 8, by: 'mediator', event: 'SCHEDULE_SESSION', with: p.scheduled(), to: 'mediation.scheduled' },
    {
      n: 9,
      by: 'mediator',
      event: 'OPEN_SESSION',
      with: p.session(['A', 'B']),
      to: 'mediation.scheduled',
      refused: ['courtClockStarted'],
    },
    {
      n: 10,
      by: 'mediator',
      event: 'RECORD_FACT',
      with: { fact: 'court_materials_signed_for', on: '2026-03-02', proof: '签收单' },
      to: 'mediation.scheduled',
    },
    { n: 11, by: 'mediator', event: 'OPEN_SESSION', with: p.session(['A', 'B']), to: 'mediation.inSession' },
    { n: 12, by: 'mediator', event: 'CLOSE_SESSION', with: p.closed(['A', 'B']), to: 'agreement.drafting' },
    {
      n: 13,
      by: 'mediator',
      event: 'RECORD_ORAL',
      with: p.oral('oral', [p.pays(1, 'B', 'A')], ['A', 'B']),
      to: 'agreement.drafting',
      refused: ['formAllowed'],
    },
    {
      n: 14,
      by: 'mediator',
      event: 'DRAFT_AGREEMENT',
      with: p.drafted([p.pays(1, 'B', 'A')]),
      to: 'agreement.signing',
    },
    {
      n: 15,
      by: 'judge',
      event: 'COURT_LETTER',
      with: { letterNo: '（2026）津0116民初9号', issuedOn: '2026-03-02' },
      to: 'agreement.signing',
      refused: ['everySigned'],
    },
    { n: 16, by: 'applicant', event: 'SIGN', with: p.signs('A'), to: 'agreement.signing' },
    { n: 17, by: 'respondent', event: 'SIGN', with: p.signs('B'), to: 'agreement.signing' },
    {
      n: 18,
      by: 'judge',
      event: 'COURT_LETTER',
      with: { letterNo: '（2026）津0116民初9号', issuedOn: '2026-03-02' },
      to: 'agreement.signing',
    },
    { n: 19, by: 'courtLiaison', event: 'SERVE', with: p.served('A', 'letter'), to: 'agreement.signing' },
    { n: 20, by: 'courtLiaison', event: 'SERVE', with: p.served('B', 'letter'), to: 'performance.performing' },
    {
      n: 21,
      by: 'applicant',
      event: 'APPLY_CONFIRMATION',
      with: p.applies(['A', 'B']),
      to: 'performance.performing',
      refused: ['confirmableProcedure', 'withinWindow'],
    },
    { n: 22, by: 'clock', event: 'TERM_EXPIRED', acts: expires('DL-OB-DUE', 'o1-1'), to: 'performance.overdue' },
    {
      n: 23,
      by: 'applicant',
      event: 'APPLY_ENFORCEMENT',
      with: (w) => ({
        title: 'court_mediation_letter',
        titleNo: '（2026）津0116民初9号',
        obligationIds: ['o1-1'],
        court: 'court1',
        appliedOn: w.today,
      }),
      to: 'performance.enforcing',
    },
    {
      n: 24,
      by: 'judge',
      event: 'ENFORCEMENT_ENDED',
      with: { result: 'fulfilled', obligationIds: ['o1-1'], documentNo: '执行结案1号' },
      to: 'followUp',
    },
  ],
};

export const S5: Scenario = {
  id: 'S5',
  title: 'raised to red in mediation',
  given: () => toScheduled(walk()),
  lines: [
    {
      n: 2,
      by: 'gridWorker',
      event: 'RAISE_WARNING',
      with: { level: 'red', reason: '当事人明确表示自伤' },
      to: 'mediation.scheduled',
    },
    {
      n: 3,
      by: 'mediator',
      event: 'OPEN_SESSION',
      with: p.session(['A', 'B'], p.officer),
      to: 'mediation.scheduled',
      refused: ['planCurrent'],
    },
    {
      n: 4,
      by: 'mediator',
      event: 'ACTIVATE_PLAN',
      with: p.planned('red', 'leader1'),
      to: 'mediation.scheduled',
      refused: 'ROLE_NOT_ALLOWED',
    },
    {
      n: 5,
      by: 'coordinator',
      event: 'ACTIVATE_PLAN',
      with: p.planned('red', 'mediator1'),
      to: 'mediation.scheduled',
      refused: ['leadHoldsRank'],
    },
    { n: 6, by: 'streetLeader', event: 'ACTIVATE_PLAN', with: p.planned('red', 'leader1'), to: 'mediation.scheduled' },
    {
      n: 7,
      by: 'mediator',
      event: 'OPEN_SESSION',
      with: p.session(['A', 'B'], p.officer),
      to: 'mediation.scheduled',
      refused: ['planCurrent'],
    },
    {
      n: 8,
      by: 'mediator',
      event: 'REPORT_POLICE',
      with: { reportedTo: '派出所', reportedAt: '2026-03-02T10:00:00Z', riskFacts: '自伤风险', measures: '专人看护' },
      to: 'mediation.scheduled',
    },
    {
      n: 9,
      by: 'mediator',
      event: 'OPEN_SESSION',
      with: p.session(['A', 'B']),
      to: 'mediation.scheduled',
      refused: ['safeguardPresent'],
    },
    { n: 10, by: 'mediator', event: 'OPEN_SESSION', with: p.session(['A', 'B'], p.officer), to: 'mediation.inSession' },
    { n: 11, by: 'respondent', event: 'LEAVE', with: { party: 'B' }, to: 'channelChoice' },
    {
      n: 12,
      by: 'streetLeader',
      event: 'LOWER_WARNING',
      with: { level: 'yellow', reason: '当事人情绪已经平稳，风险基本消除，家属已到场看护' },
      to: 'channelChoice',
      refused: ['lowerable'],
    },
    {
      n: 13,
      by: 'coordinator',
      event: 'CHOOSE_CHANNEL',
      with: p.chosen('litigation', { platform: 'court' }),
      to: 'judicial.filing',
    },
    {
      n: 14,
      by: 'courtClerk',
      event: 'FILE_SUIT',
      with: {
        caseNo: '（2026）津0116民初2号',
        court: '滨海新区法院',
        procedureKind: 'ordinary',
        filedOn: '2026-03-02',
      },
      to: 'judicial.hearing',
    },
    {
      n: 15,
      by: 'judge',
      event: 'JUDGMENT',
      with: {
        documentNo: '（2026）津0116民初2号',
        kind: 'judgment',
        inForceOn: '2026-03-02',
        obligations: [
          {
            id: 'x1',
            documentItem: '一',
            debtor: 'B',
            creditor: 'A',
            act: '赔偿五千元',
            amount: 500_000,
            dueOn: '2026-05-08',
          },
        ],
      },
      to: 'performance.performing',
    },
  ],
};

const routes = [{ route: 'litigation', authority: '人民法院', limit: '诉讼时效三年', dueDate: '2029-03-02' }];
export const S9: Scenario = {
  id: 'S9',
  title: 'ended where nothing more is done; a session left unrecorded',
  given: () => toSession(walk()),
  lines: [
    { n: 2, by: 'respondent', event: 'LEAVE', with: { party: 'B' }, to: 'channelChoice' },
    {
      n: 3,
      by: 'mediator',
      event: 'CLOSE_SESSION',
      with: p.closed(['A', 'B'], 'failed', { session: 's1' }),
      to: 'channelChoice',
    },
    {
      n: 4,
      by: 'coordinator',
      event: 'CHOOSE_CHANNEL',
      with: p.chosen(),
      to: 'channelChoice',
      refused: ['bothSides'],
    },
    { n: 5, by: 'clock', event: 'TERM_EXPIRED', acts: expires('DL-FQ-CHOOSE'), to: 'channelChoice' },
    {
      n: 6,
      by: 'coordinator',
      event: 'END_CASE',
      with: { reason: 'party_refuses', nextAuthority: routes },
      to: 'followUp',
    },
    { n: 7, by: 'gridWorker', event: 'VISIT', with: p.visited(['A'], 'informed'), to: 'archive' },
  ],
};

/** A case that an authority decided, with nothing left to perform. */
function decidedCase(): Walk {
  const w = new Walk();
  w.must({ by: 'registrar', event: 'OPEN', with: p.opened({ parties: [p.party('A'), p.party('B', 'respondent')] }) });
  w.must({ by: 'registrar', event: 'ACCEPT', with: p.accepted });
  w.must({ by: 'coordinator', event: 'RATE', with: p.rated('blue') });
  w.must({ by: 'coordinator', event: 'ACTIVATE_PLAN', with: p.planned() });
  w.must({
    by: 'coordinator',
    event: 'CHOOSE_CHANNEL',
    with: p.chosen('administrative_adjudication', { platform: 'department', unit: 'authority1' }),
  });
  w.must({
    by: 'departmentOfficer',
    event: 'ADMIN_ACCEPT',
    with: { officer: '承办人甲', acceptedOn: w.today },
  });
  w.must({
    by: 'departmentOfficer',
    event: 'ADMIN_DECIDE',
    with: { documentNo: '裁决1号', kind: 'adjudication', decidedOn: w.today },
  });
  w.must({ by: 'gridWorker', event: 'VISIT', with: p.visited(['B'], 'informed') });
  return w;
}
export const S9c: Scenario = {
  id: 'S9c',
  title: 'a decided case is answered in writing',
  given: decidedCase,
  lines: [
    { n: 9, by: 'gridWorker', event: 'VISIT', with: p.visited(['A'], 'unsatisfied'), to: 'followUp' },
    {
      n: 10,
      by: 'supervisor',
      event: 'WAIVE_VISIT',
      with: { parties: ['A'], reason: '已书面答复并告知救济途径', answer: p.paper },
      to: 'archive',
    },
  ],
};
