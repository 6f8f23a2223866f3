/** Roles of the dispute chart (`dispute.md` §2) and the groups in which the tables name them. */
import type { BehalfDef, RoleDef } from '@fengqiao/core';

export const roles = {
  applicant: { zh: '申请人', en: 'applicant', part: 'party' },
  respondent: { zh: '被申请人', en: 'respondent', part: 'party' },
  thirdParty: { zh: '第三人、担保人', en: 'third party or guarantor', part: 'party' },
  registrar: { zh: '受理登记员', en: 'registrar', part: 'staff' },
  coordinator: { zh: '综治协调员', en: 'coordinator', part: 'staff' },
  mediator: { zh: '人民调解员', en: 'mediator', part: 'staff', rank: 0 },
  committeeChair: { zh: '人民调解委员会主任', en: 'committee chair', part: 'staff', rank: 1 },
  communitySecretary: { zh: '社区党组织书记', en: 'community secretary', part: 'staff', rank: 2 },
  streetLeader: { zh: '街道（镇）分管领导', en: 'street leader', part: 'lead', rank: 3 },
  topLeader: { zh: '街道（镇）主要负责人', en: 'top leader', part: 'lead', rank: 4 },
  communityPoliceOfficer: { zh: '社区民警', en: 'community police officer', part: 'police' },
  departmentOfficer: { zh: '职能部门承办人', en: 'department officer', part: 'body' },
  councilSecretary: { zh: '理事会秘书', en: 'council secretary', part: 'staff' },
  legalAdviser: { zh: '法律顾问', en: 'legal adviser', part: 'staff' },
  judge: { zh: '法官', en: 'judge', part: 'court' },
  courtClerk: { zh: '书记员、立案人员', en: 'court clerk', part: 'court' },
  courtLiaison: { zh: '法院联络员', en: 'court liaison', part: 'court' },
  arbitrator: { zh: '仲裁员', en: 'arbitrator', part: 'tribunal' },
  gridWorker: { zh: '网格员', en: 'grid worker', part: 'grid' },
  supervisor: { zh: '督办员', en: 'supervisor', part: 'oversight' },
  archivist: { zh: '档案员', en: 'archivist', part: 'staff' },
  justiceBureau: { zh: '司法行政机关', en: 'justice bureau', part: 'oversight' },
  clock: { zh: '系统时钟', en: 'system clock', part: 'clock' },
} as const satisfies Record<string, RoleDef>;
export type Role = keyof typeof roles;

export const party = ['applicant', 'respondent', 'thirdParty'] as const satisfies readonly Role[];
export const staff = [
  'registrar',
  'coordinator',
  'mediator',
  'committeeChair',
  'communitySecretary',
] as const satisfies readonly Role[];
export const court = ['judge', 'courtClerk', 'courtLiaison'] as const satisfies readonly Role[];
export const body = ['departmentOfficer'] as const satisfies readonly Role[];
export const tribunal = ['arbitrator'] as const satisfies readonly Role[];
export const visitors = [
  'gridWorker',
  'mediator',
  'councilSecretary',
  'registrar',
  'supervisor',
] as const satisfies readonly Role[];
export const clock = ['clock'] as const satisfies readonly Role[];

/** Staff record acts made on paper; acts of court, body and tribunal reach the case through the liaison or the coordinator. */
export const behalf: BehalfDef[] = [
  { of: [...party], by: [...staff, 'gridWorker', 'councilSecretary', 'courtLiaison'], evidence: true },
  { of: [...court, ...body, ...tribunal], by: ['courtLiaison', 'coordinator'], evidence: true },
];

/** Ladder of the base (`dispute.md` §10). */
export const ladder = [
  'mediator',
  'committeeChair',
  'communitySecretary',
  'streetLeader',
  'topLeader',
] as const satisfies readonly Role[];
