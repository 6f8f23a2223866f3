/** Facts of the dispute chart (`dispute.md` §8): true or false, computed from the case; nothing here is typed in. */
import { all, any, type Cond, eq, every, has, isIn, not, some, type Text } from '@fengqiao/core';
import { everyNecessary, onEachSide } from './necessary.ts';
import { loopItems } from './rules/closing.ts';
import { d, hasVersion, someObligation } from './rules/common.ts';
import { documentNeeds, documentsPresent } from './rules/documents.ts';
import { suitBarred } from './rules/procedures.ts';
import { when } from './rules/when.ts';
import { hardRed } from './warning.ts';
import { v } from './words.ts';

const states: { [fact: string]: Text & { is: Cond } } = {
  accepted: { zh: '已受理', en: 'accepted', is: when.accepted },
  rated: { zh: '已定级', en: 'rated', is: when.rated },
  caseClosed: { zh: '已结案', en: 'closed', is: eq(d.caseClosed, true) },
  mediationBegan: { zh: '已进入调解', en: 'mediation began', is: eq(d.mediationBegan, true) },
  reentry: { zh: '再次进入调解', en: 'mediation is entered again', is: eq(d.reentry, true) },
  suitPending: { zh: '诉讼（仲裁）在审', en: 'a suit or arbitration is pending', is: when.suitPending },
  adminText: { zh: '文书出自行政程序', en: 'the text comes from an administrative procedure', is: when.adminText },
  courtNamed: { zh: '调解员由法院指定', en: 'the mediator was named by the court', is: when.courtNamedMediator },
  exclusive: {
    zh: '医疗纠纷已由其他机关受理',
    en: 'another body has the medical dispute',
    is: all(eq(d.disputeType, 'medical'), eq(d.exclusiveTaken, true)),
  },
  sessionUnrecorded: {
    zh: '有调解场次未记录',
    en: 'a session is unrecorded',
    is: some(d.sessions, (s) => isIn(s.state, ['running', 'left'])),
  },
  restWilling: {
    zh: '其余当事人愿意继续',
    en: 'the rest are willing to go on',
    is: every(d.parties, (p) => any(not(eq(p.breaksRest, true)), not(isIn(p.will, ['refused', 'left'])))),
  },
  bothSidesPresent: { zh: '双方都有必要当事人', en: 'a necessary party on each side', is: onEachSide() },
  allConsented: {
    zh: '各方都同意调解',
    en: 'every party consented',
    is: everyNecessary((p) => eq(p.will, 'consented')),
  },
  mediatorSigned: {
    zh: '调解员已签名',
    en: 'the mediator signed',
    is: hasVersion('draft', (x) => has(x.mediatorSignedOn)),
  },
  sealed: { zh: '已盖章', en: 'sealed', is: hasVersion('draft', (x) => has(x.sealedOn)) },
  letterMade: { zh: '调解书已出具', en: 'the letter was issued', is: hasVersion('draft', (x) => has(x.letterOn)) },
  effectComplete: { zh: '生效条件齐备', en: 'every requirement of effect is met', is: when.effectComplete },
  versionInForce: { zh: '有生效协议', en: 'a version is in force', is: when.versionInForce },
  pastConfirmation: { zh: '司法确认阶段已过', en: 'past confirmation', is: when.pastConfirmation },
  fullyDone: { zh: '协议已全部履行', en: 'the agreement is fully done', is: when.fullyDone },
  courtAccepted: { zh: '法院已受理确认申请', en: 'the court accepted the application', is: when.courtAccepted },
  leaveAsked: {
    zh: '已申请撤回确认',
    en: 'leave to withdraw was asked',
    is: some(d.applications, (a) => all(eq(a.open, true), eq(a.leaveAsked, true))),
  },
  someStanding: {
    zh: '有持续义务',
    en: 'an obligation stands',
    is: someObligation((o) => eq(o.state, 'standing')),
  },
  someOverdue: { zh: '有逾期义务', en: 'an obligation is overdue', is: when.someOverdue },
  someEnforcing: { zh: '有义务在执行', en: 'an obligation is being enforced', is: when.someEnforcing },
  noneOpen: { zh: '没有待履行的义务', en: 'no obligation is open', is: when.noneOpen },
  everyoneAnswered: { zh: '各方均已回访答复', en: 'every party was answered', is: when.everyoneAnswered },
  hardRed: { zh: '触发红色指标', en: 'a red trigger hits', is: hardRed },
  suitBarred: { zh: '有仲裁协议，不得起诉', en: 'an arbitration agreement bars the suit', is: suitBarred },
  paused: { zh: '办理已中止', en: 'the handling is suspended', is: eq(v.state('clock'), 'paused') },
  red: { zh: '红色预警', en: 'warning is red', is: eq(v.state('warning'), 'red') },
  ended: { zh: '已有办结方式', en: 'the way of ending is known', is: has(d.outcome) },
  documentsComplete: { zh: '卷宗材料齐全', en: 'the file is complete', is: documentsPresent },
};
export const facts: { [fact: string]: Text & { is: Cond } } = { ...states, ...loopItems, ...documentNeeds };
