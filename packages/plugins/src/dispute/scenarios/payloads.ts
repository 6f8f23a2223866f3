/** Payloads of events as a test district fills them in, with what the walk of a scenario wants changed. */
import type { Payload, Walk } from './walk.ts';

const file = { sha256: 'a'.repeat(64), size: 10, type: 'application/pdf', name: 'paper.pdf' };
export const paper = file;
export const notice = '2026';
const checked = { lawful: true, noThirdPartyHarm: true, voluntary: true, disposable: true, noCoercion: true };

/** A party with what is needed for acceptance. */
export const party = (
  id: string,
  side: 'applicant' | 'respondent' | 'other' = 'applicant',
  more: Payload = {},
): Payload => ({
  id,
  kind: 'natural_person',
  role: side === 'other' ? 'third_party' : side,
  side,
  name: `当事人${id}`,
  phone: `1380000${id.charCodeAt(0)}00`,
  birthDate: '1980-01-01',
  idKind: 'resident_id',
  idNumber: `1201011980010100${id.charCodeAt(0)}`,
  noticeVersion: notice,
  ...more,
});
export const group = (id: string, more: Payload = {}): Payload => ({
  id,
  kind: 'group',
  role: 'applicant',
  side: 'applicant',
  name: `群体${id}`,
  noticeVersion: notice,
  memberCount: 36,
  members: Array.from({ length: 36 }, (_, n) => ({ id: `w${n + 1}`, name: `工人${n + 1}` })),
  representatives: ['A', 'B', 'C'].map((letter, n) => ({
    id: `w${n + 1}`,
    name: `代表${letter}`,
    phone: `1390000000${n}`,
    address: '工地',
  })),
  electionSheet: file,
  settleAuthority: true,
  ...more,
});

export const opened = (more: Payload = {}): Payload => ({
  source: 'party_application',
  disputeType: 'neighbour',
  parties: [party('A'), party('B', 'respondent')],
  facts: '楼上漏水致墙面受损，双方多次协商未果',
  claims: [{ id: 'c1', text: '修复墙面' }],
  involvedPersons: 2,
  place: '和畅社区',
  gridCode: 'G-01',
  applicationForm: 'written',
  voluntaryStatement: true,
  noticeVersion: notice,
  ...more,
});
export const accepted = { committee: 'committee1' };
export const rated = (level = 'blue', factors: Payload = {}): Payload => ({ level, factors, reason: '按研判指标确定' });
export const planned = (level = 'blue', lead = 'mediator1'): Payload => ({
  planId: `plan.${level}`,
  lead,
  members: ['mediator1', 'mediator2', 'gridWorker1'],
});
export const chosen = (procedure = 'people_mediation', more: Payload = {}): Payload => ({
  channel: channels[procedure] ?? 'peoplesMediation',
  procedure,
  platform: 'community',
  reason: '当事人愿意',
  ...more,
});
const channels: { [procedure: string]: string } = {
  litigation: 'judicial',
  court_delegated: 'judicial',
  court_entrusted: 'judicial',
  labour_arbitration: 'judicial',
  administrative_adjudication: 'administrative',
  administrative_mediation: 'administrative',
};
export const consents = (...ids: string[]) => ids.map((id) => ({ party: id, how: 'written' }));
export const consented = (id: string): Payload => ({ party: id, how: 'written' });
export const noticed = (ids: string[], more: Payload = {}): Payload => ({
  parties: ids,
  version: notice,
  acceptsMediators: true,
  mediators: ['mediator1'],
  signatures: ids.map((id) => ({ party: id, kind: 'signature' })),
  confirmationInformed: true,
  ...more,
});
export const declared: Payload = { mediator: 'mediator1', relation: 'none' };
export const scheduled =
  (more: Payload = {}) =>
  (walk: Walk): Payload => ({
    time: `${walk.today}T23:00:00Z`,
    place: '调解室',
    location: 'room',
    kind: 'joint',
    mediators: ['mediator1'],
    presiding: 'mediator1',
    mode: 'assigned',
    ...more,
  });
export const session = (ids: string[], more: Payload = {}): Payload => ({
  present: ids.map((id) => ({ party: id })),
  openness: 'closed',
  recorder: '书记员甲',
  ...more,
});
export const officer = { safeguard: { officer: '社区民警甲' } };
export const closed = (ids: string[], result = 'agreement', more: Payload = {}): Payload => ({
  result,
  minutes: '各方到场陈述意见，经调解员主持协商并记录在案。',
  statements: ids.map((id) => ({ party: id, text: '陈述意见' })),
  signatures: [...ids.map((id) => ({ party: id, kind: 'signature' })), { name: '调解员甲', kind: 'signature' }],
  mediatorSigned: true,
  recorderSigned: true,
  ...more,
});
export const pays = (no: number, obligor: string, obligee: string, more: Payload = {}): Payload => ({
  no,
  kind: 'payment',
  obligor,
  obligee,
  amount: 500_000,
  dueDate: '2026-06-30',
  text: `${obligor}向${obligee}支付五千元`,
  ...more,
});
export const drafted = (clauses: Payload[], more: Payload = {}): Payload => ({
  form: 'written',
  factsAndIssues: '漏水损害，赔偿数额',
  clauses,
  checklist: checked,
  confirmationWanted: true,
  ...more,
});
export const oral =
  (form: 'oral' | 'immediate', clauses: Payload[], noWrittenWanted: string[], more: Payload = {}) =>
  (walk: Walk): Payload => ({
    form,
    clauses,
    reachedOn: walk.today,
    noWrittenWanted,
    checklist: checked,
    mediatorSignature: { kind: 'signature', name: '调解员甲' },
    ...more,
  });
export const signs =
  (id: string, more: Payload = {}) =>
  (walk: Walk): Payload => ({
    party: id,
    signedOn: walk.today,
    kind: 'signature',
    ...more,
  });
export const mediatorSigns = (walk: Walk): Payload => ({ signedOn: walk.today });
export const seals = (walk: Walk): Payload => ({ sealedOn: walk.today, kind: 'committeeSeal' });
export const applies =
  (ids: string[], more: Payload = {}) =>
  (walk: Walk): Payload => ({
    applicants: ids,
    court: 'court1',
    jurisdictionBasis: 'organisation_place',
    form: 'written',
    papers: ['agreement', 'mediation_proof', 'identity'],
    appliedOn: walk.today,
    ...more,
  });
export const courtAccepts = (walk: Walk): Payload => ({ caseNo: '（2026）津01民特1号', filedOn: walk.today });
export const rules =
  (more: Payload = {}) =>
  (walk: Walk): Payload => ({
    rulingNo: '（2026）津01民特1号裁定',
    ruledOn: walk.today,
    ...more,
  });
export const served =
  (id: string, document = 'ruling') =>
  (walk: Walk): Payload => ({
    document,
    party: id,
    method: 'direct',
    receivedOn: walk.today,
  });
export const performed =
  (obligationId: string, more: Payload = {}) =>
  (walk: Walk): Payload => ({
    obligationId,
    performedOn: walk.today,
    evidence: '收条一份',
    complete: true,
    ...more,
  });
export const visited = (ids: string[], result = 'satisfied', more: Payload = {}): Payload => ({
  parties: ids,
  result,
  method: 'visit',
  visitor: 'gridWorker1',
  remarks: '逐一回访',
  ...(result === 'satisfied' && { satisfaction: 'satisfied' }),
  ...more,
});
export const closes = (walk: Walk): Payload => ({ closedOn: walk.today });
export const archives: Payload = { fileNo: '2026-001', retention: 'long_10y' };
