/** Rules of level and plan (`dispute.md` §6, §10). */
import { all, any, dueOf, eq, has, implies, isIn, join, le, lt, not, type Op, rank } from '@fengqiao/core';
import { levels } from '../data.ts';
import { levelFrom } from '../warning.ts';
import { v } from '../words.ts';
import { d, guard, officialAct, officialActByPaper } from './common.ts';

const rate = v.event('RATE');
const lower = v.event('LOWER_WARNING');
const plan = v.event('ACTIVATE_PLAN');
const present = v.state('warning');
const order = (level: Op<any>) => rank(level, levels);
const proposed = levelFrom(rate.factors);
const another = (second: Op<string | undefined>) => all(has(second), not(eq(second, v.actor.person)));

const current = all(eq(d.planState, 'current'), not(eq(d.policeReport, 'due')));

export const warning = {
  levelReasoned: guard({
    zh: '低于建议等级须说明理由（红色须第二人）',
    en: 'below the proposed level a reason is needed, for red a second person',
    law: ['R-PI-07'],
    why: [
      '等级由人确认，不由机器自动决定；低于建议等级须有理由，低于建议的红色须第二人同意，且不得低于现等级',
      'a person decides the level, not the machine alone: going below the proposal needs a reason, below a proposed red a second person, and never below the present level',
    ],
    cures: ['RATE'],
    need: all(
      any(le(order(proposed), order(rate.level)), has(rate.reason)),
      implies(all(eq(proposed, 'red'), not(eq(rate.level, 'red'))), another(rate.second)),
      le(order(present), order(rate.level)),
    ),
  }),
  levelHigher: guard({
    zh: '等级未升高',
    en: 'the level is not higher',
    law: [],
    why: ['调高须高于现等级，否则没有变化', 'a raise goes above the present level, or nothing is raised'],
    cures: ['RAISE_WARNING'],
    need: lt(order(present), order(v.event('RAISE_WARNING').level)),
  }),
  levelLower: guard({
    zh: '等级未降低',
    en: 'the level is not lower',
    law: [],
    why: ['调低须低于现等级，否则没有变化', 'a lowering goes below the present level, or nothing is lowered'],
    cures: ['LOWER_WARNING'],
    need: lt(order(lower.level), order(present)),
  }),
  lowerable: guard({
    zh: '降级条件未满足',
    en: 'the conditions for lowering are not met',
    law: ['R-PM-22'],
    why: [
      '有激化可能的纠纷须已采取防范措施并平稳一段时间，红色还须街道（镇）分管领导为第二人，才可调低',
      'a dispute that may escalate is lowered only after a measure was taken and a time without incident, and from red with the street leader as second person',
    ],
    cures: ['RECORD_MEASURE', 'LOWER_WARNING'],
    need: all(
      has(lower.reason),
      eq(d.measure, 'recorded'),
      any(
        not(eq(present, 'red')),
        all(
          another(lower.second),
          eq(v.ask.holdsRole({ person: lower.second, role: 'streetLeader', on: v.at.on }), true),
        ),
      ),
      any(not(has(d.lastIncidentAt)), le(dueOf('DL-FQ-LOWER', d.lastIncidentAt), v.at.now)),
      not(isIn(v.term('DL-FQ-LOWER').status, ['running', 'paused'])),
    ),
  }),
  planMatchesLevel: guard({
    zh: '预案与等级不符',
    en: 'the plan does not belong to the level',
    law: [],
    why: ['每个等级有自己的预案', 'each colour has its own plan'],
    cures: ['ACTIVATE_PLAN'],
    need: eq(plan.planId, join('plan.', present)),
  }),
  leadHoldsRank: guard({
    zh: '牵头人级别不够',
    en: "the lead's rank is too low",
    law: [],
    why: [
      '蓝色由调解员、黄色由社区书记、红色由街道（镇）分管领导或者更高级别牵头，才调得动人',
      'blue is led by a mediator, yellow by the community secretary, red by the street leader or above, or nobody can be called in',
    ],
    cures: ['ACTIVATE_PLAN'],
    need: any(
      all(eq(present, 'blue'), le(0, v.ask.rankOf({ person: plan.lead, on: v.at.on }))),
      all(eq(present, 'yellow'), le(2, v.ask.rankOf({ person: plan.lead, on: v.at.on }))),
      all(eq(present, 'red'), le(3, v.ask.rankOf({ person: plan.lead, on: v.at.on }))),
    ),
  }),
  planCurrent: guard({
    zh: '预案未启动或未按规定报告',
    en: 'the plan is not active, or the report is missing',
    law: ['R-PM-23'],
    why: [
      '预警等级对应的预案未启动、应当报告公安机关而未报告的，不得推进调解；法院、行政机关、仲裁机构的行为不受此限',
      'mediation does not move on before the plan of the level is active and a due report to the police is made; acts of court, body and tribunal are not held up',
    ],
    cures: ['ACTIVATE_PLAN', 'REPORT_POLICE'],
    need: any(officialAct, current),
    needOn: { DRAFT_AGREEMENT: any(officialActByPaper, current) },
  }),
  safeguardPresent: guard({
    zh: '红色案件须现场保障',
    en: 'a red case needs a safeguard on the spot',
    law: [],
    why: [
      '红色案件调解时须有人在场保障安全，不派员的须书面说明理由',
      'at a session of a red case an officer keeps people safe, or it is written down why none is needed',
    ],
    cures: ['OPEN_SESSION'],
    need: any(
      not(eq(present, 'red')),
      has(v.event('OPEN_SESSION').safeguard.officer),
      has(v.event('OPEN_SESSION').safeguard.ground),
    ),
  }),
};
