/** Rules of mediators (`dispute.md` §6): who may mediate, declarations and conflicts. */
import { all, any, type Cond, covers, eq, every, has, includes, isIn, not, type Op, some } from '@fengqiao/core';
import { everyNecessary } from '../necessary.ts';
import { v } from '../words.ts';
import { courtAnnexed, d, guard, inMediation, officialAct, officialActByPaper, paperIn } from './common.ts';

const schedule = v.event('SCHEDULE_SESSION');
const replace = v.event('REPLACE_MEDIATOR');

/** On the roster of the committee on the day and adult; in a court-annexed case on the court's roster and in no other role there. */
const qualified = (person: Op<any>, on: Op<string>): Cond =>
  all(
    eq(v.ask.onRoster({ person, committee: d.committee, on }), true),
    any(
      not(courtAnnexed),
      all(
        eq(v.ask.onCourtRoster({ person, on }), true),
        eq(v.ask.holdsRole({ person, role: 'judge', on }), false),
        eq(v.ask.holdsRole({ person, role: 'courtClerk', on }), false),
        not(some(d.parties, (p) => all(has(p.person), eq(p.person, person as any)))),
      ),
    ),
  );
/** Declared or admitted a relation, and not all parties waived it in writing. */
const conflicted = (person: Op<any>): Cond =>
  some(d.declarations, (x) => all(eq(x.mediator, person), not(eq(x.relation, 'none')), not(eq(x.waived, true))));
const noneConflicted: Cond = every(d.mediators, (m) => not(conflicted(m)));
const stopped: Cond = some(d.pauses, (x) => all(not(has(x.to)), eq(x.stopsSteps, true)));

export const mediation = {
  mediatorsQualified: guard({
    zh: '调解员不符合条件',
    en: 'a mediator is not qualified',
    law: ['R-PM-07', 'R-PM-12', 'R-CM-03', 'R-CM-04', 'R-CM-14'],
    why: [
      '调解员须在本调委会名册内并已成年，数人调解的由一人主持；法院委派委托的还须在法院特邀名册内，且不在该案另任他职',
      'a mediator is an adult on the roster of this committee, and of several one presides; for the court also on its roster of invited mediators and in no other role of that case',
    ],
    cures: ['SCHEDULE_SESSION', 'REPLACE_MEDIATOR'],
    need: all(
      has(schedule.mediators),
      includes(schedule.mediators, schedule.presiding),
      every(schedule.mediators, (m) => qualified(m, schedule.time)),
    ),
    needOn: {
      REPLACE_MEDIATOR: all(
        qualified(replace.to, v.at.on),
        any(
          eq(replace.presiding, replace.to),
          all(not(eq(replace.presiding, replace.from)), includes(d.mediators, replace.presiding)),
        ),
      ),
    },
  }),
  mediatorsDeclared: guard({
    zh: '调解员未作回避声明',
    en: 'a mediator has made no declaration of conflict',
    law: ['R-PM-14', 'R-CM-05'],
    why: [
      '每名调解员须在本案声明与当事人有无关系，当事人才能决定是否接受',
      'each mediator declares in this case whether it has a relation to a party, so that the parties can decide whether to accept it',
    ],
    cures: ['DECLARE_CONFLICT'],
    need: all(
      has(d.mediators),
      every(d.mediators, (m) => some(d.declarations, (x) => eq(x.mediator, m as any))),
    ),
  }),
  mediatorUnconflicted: guard({
    zh: '调解员须回避',
    en: 'a mediator must step back',
    law: ['R-PM-14', 'R-CM-05'],
    why: [
      '与当事人有亲属、利害或者其他可能影响公正的关系的，应当回避，各方书面同意的除外',
      'one related to a party, with an interest or another relation that may touch fairness steps back, unless all parties agree in writing',
    ],
    cures: ['REPLACE_MEDIATOR', 'WAIVE_CONFLICT'],
    need: noneConflicted,
    needOn: {
      SCHEDULE_SESSION: every(schedule.mediators, (m) => not(conflicted(m))),
      REPLACE_MEDIATOR: not(conflicted(replace.to)),
      MEDIATOR_SIGN: all(noneConflicted, not(conflicted(v.actor.person))),
    },
  }),
  notSuspended: guard({
    zh: '调解已中止',
    en: 'the mediation is suspended',
    law: ['R-CM-13'],
    why: [
      '涉嫌虚假调解、行为能力存疑、当事人死亡等中止期间，不得开会、起草、签署；法院、行政机关、仲裁机构的行为不受此限',
      'while it is suspended (sham suspected, capacity in doubt, a party died) nobody sits, drafts or signs; acts of court, body and tribunal are not held up',
    ],
    cures: ['RESUME'],
    need: any(officialAct, not(stopped)),
    needOn: {
      DRAFT_AGREEMENT: any(officialActByPaper, not(stopped)),
      SEAL: any(officialActByPaper, not(stopped)),
    },
  }),
  restWilling: guard({
    zh: '须先征得其余当事人同意继续',
    en: 'the rest must first agree to go on',
    law: ['R-PM-10'],
    why: [
      '有人拒绝或者退出的，其余当事人愿意继续方可在他们之间调解',
      'after a refusal or departure mediation goes on among the rest only if they want it',
    ],
    cures: ['CONTINUE_REST', 'CONSENT', 'TERMINATE'],
    need: every(d.parties, (p) => any(not(eq(p.breaksRest, true)), not(isIn(p.will, ['refused', 'left'])))),
  }),
  everyConsented: guard({
    zh: '有当事人未同意调解',
    en: 'a party has not consented to the mediation',
    law: ['R-PM-02', 'R-PM-09', 'R-CM-02'],
    why: [
      '调解以各方自愿为前提，须有每一方何时、以何方式同意的记录',
      'mediation rests on free will: of every party it is on record when and how it consented',
    ],
    cures: ['CONSENT'],
    need: inMediation(everyNecessary((p) => all(eq(p.will, 'consented'), has(p.willOn), has(p.willHow)))),
  }),
  everyNoticed: guard({
    zh: '有当事人未签收权利义务告知书',
    en: 'a party has not signed for the notice of rights',
    law: ['R-PM-18', 'R-PM-19', 'R-PM-21'],
    why: [
      '调解前须告知调解的性质、原则、效力和当事人的权利义务',
      'before mediation the parties are told its nature, principles and effect, and their rights and duties',
    ],
    cures: ['NOTICE_RIGHTS'],
    need: inMediation(everyNecessary((p) => paperIn(p.id, ['noticed', 'signed', 'served', 'objected']))),
  }),
  everyAcceptsMediators: guard({
    zh: '有当事人未接受调解员',
    en: 'a party has not accepted the mediators',
    law: ['R-PM-13', 'R-CM-03'],
    why: ['当事人有权选择或者接受调解员', 'the parties have the right to choose or accept the mediators'],
    cures: ['ACCEPT_MEDIATOR', 'REPLACE_MEDIATOR'],
    need: inMediation(everyNecessary((p) => covers(p.accepts, d.mediators))),
  }),
  everyHeard: guard({
    zh: '有当事人未参加过调解',
    en: 'a party was heard in no session',
    law: ['R-PM-17'],
    why: [
      '调解员应当充分听取各方陈述；没有参加过调解的人不能被写进协议',
      'mediators hear all parties; one who was never heard is not put into an agreement',
    ],
    cures: ['RESUME_MEDIATION'],
    need: inMediation(everyNecessary((p) => eq(p.heard, true))),
  }),
};
