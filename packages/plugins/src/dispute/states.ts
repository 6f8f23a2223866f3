/** States of the body of the dispute chart (`dispute.md` §3) and the sets in which its tables name them. */
import type { Text } from '@fengqiao/core';

export const stageTexts = {
  intake: { zh: '受理登记', en: 'intake' },
  triage: { zh: '研判定级', en: 'triage' },
  plan: { zh: '启动预案', en: 'response plan' },
  channelChoice: { zh: '选定调处方式', en: 'choice of channel' },
  'mediation.preparing': { zh: '调解准备', en: 'mediation: preparing' },
  'mediation.scheduled': { zh: '已约定调解', en: 'mediation: scheduled' },
  'mediation.inSession': { zh: '调解中', en: 'mediation: in session' },
  'administrative.accepting': { zh: '行政程序：待受理', en: 'administrative: awaiting acceptance' },
  'administrative.supplementing': { zh: '行政程序：待补正', en: 'administrative: supplement awaited' },
  'administrative.handling': { zh: '行政程序：办理中', en: 'administrative: in hand' },
  'judicial.filing': { zh: '司法（仲裁）：待立案受理', en: 'judicial: awaiting filing' },
  'judicial.hearing': { zh: '司法（仲裁）：审理中', en: 'judicial: hearing' },
  'agreement.drafting': { zh: '起草协议', en: 'agreement: drafting' },
  'agreement.signing': { zh: '签署协议', en: 'agreement: signing' },
  'agreement.effective': { zh: '协议生效', en: 'agreement: in effect' },
  'confirmation.lodged': { zh: '司法确认：已提交待受理', en: 'confirmation: lodged' },
  'confirmation.supplementing': { zh: '司法确认：待补正', en: 'confirmation: supplement awaited' },
  'confirmation.examining': { zh: '司法确认：审查中', en: 'confirmation: under examination' },
  'performance.performing': { zh: '履行中', en: 'performance: under way' },
  'performance.overdue': { zh: '逾期未履行', en: 'performance: overdue' },
  'performance.enforcing': { zh: '强制执行中', en: 'performance: enforcement' },
  followUp: { zh: '回访、答复', en: 'follow-up' },
  archive: { zh: '结案归档', en: 'closing and archive' },
  referred: { zh: '移送在外', en: 'referred elsewhere' },
  archived: { zh: '已归档', en: 'archived' },
} as const satisfies Record<string, Text>;
export type Stage = keyof typeof stageTexts;
export const stages = Object.keys(stageTexts) as Stage[];

const set = <const S extends readonly Stage[]>(...states: S): S => states;
export const early = set('intake', 'triage', 'plan', 'channelChoice');
export const med = set('mediation.preparing', 'mediation.scheduled', 'mediation.inSession');
export const adm = set('administrative.accepting', 'administrative.supplementing', 'administrative.handling');
export const jud = set('judicial.filing', 'judicial.hearing');
export const textStates = set('agreement.drafting', 'agreement.signing');
export const conf = set('confirmation.lodged', 'confirmation.supplementing', 'confirmation.examining');
export const perf = set('performance.performing', 'performance.overdue', 'performance.enforcing');
export const open = stages.filter((stage) => stage !== 'archived');
