/** Rules of the order chart (`mechanisms.md` §2). */
import { all, any, eq, has, implies, includes, lt, not, type RuleDef } from '@fengqiao/core';
import { v } from './words.ts';

const d = v.data;

const e = v.event('CALL_BACK');
const why = (zh: string, en: string) => ({ zh, en });
export const rules: Record<string, RuleDef> = {
  placeOrUnitKnown: v.rule({
    zh: '须写明地点或主管单位',
    en: 'a place or a unit must be known',
    need: any(has(v.event('REGISTER').gridCode), has(v.event('REGISTER').unit), has(d.gridCode), has(d.address)),
    law: [],
    why: why('没有地点或单位就无法批转', 'without a place or a unit nobody can be sent'),
    cures: ['REGISTER'],
  }),
  duplicateNamed: v.rule({
    zh: '重复的工单须写明原工单',
    en: 'a duplicate names the original',
    need: implies(eq(v.event('CANCEL').why, 'duplicate'), has(v.event('CANCEL').original)),
    law: [],
    why: why('作废的诉求仍须能找到办理它的工单', 'the appeal must still lead to the order that handles it'),
    cures: ['CANCEL'],
  }),
  notHandler: v.rule({
    zh: '经办人不得自行回访',
    en: 'a person who handled the order may not call back',
    need: not(includes(d.handlers, v.actor.person)),
    law: [],
    why: why('回访是对办理的检查', 'the call back checks the handling'),
    cures: ['CALL_BACK'],
  }),
  answerComplete: v.rule({
    zh: '已联系上的须记录是否解决和满意度',
    en: 'when reached, resolution and satisfaction are recorded',
    need: implies(eq(e.contacted, true), all(has(e.resolved), has(e.satisfied))),
    law: [],
    why: why('三率由此计算', 'the three rates are computed from it'),
    cures: ['CALL_BACK'],
  }),
  rungLeft: v.rule({
    zh: '已在最高层级',
    en: 'already at the top rung',
    need: lt(d.rung, 3),
    law: [],
    why: why('阶梯止于主要负责人', 'the ladder ends with the top leader'),
    cures: [],
  }),
  atTopRung: v.rule({
    zh: '仅最高层级可以解释办结',
    en: 'closing with an explanation needs the top rung',
    need: not(lt(d.rung, 3)),
    law: [],
    why: why('解释不能代替办理', 'an explanation does not replace the work'),
    cures: ['ESCALATE'],
  }),
};
