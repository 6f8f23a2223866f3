/** Rules of handing over, merging, splitting and withdrawing (`dispute.md` §6). */
import { all, any, covers, eq, every, has, includes, isIn, list, lt, not, or, pluck, some } from '@fengqiao/core';
import { isNecessary } from '../necessary.ts';
import { v } from '../words.ts';
import { d, guard, hasVersion, listOf, no, openObligation } from './common.ts';

const refer = v.event('REFER');
const withdraw = v.event('WITHDRAW');
const unbound = all(not(hasVersion('force')), not(openObligation));
const applicants = pluck(
  d.parties,
  (p) => p.id,
  (p) => all(isNecessary(p), eq(p.role, 'applicant')),
);

export const leaving = {
  sharingConsented: guard({
    zh: '向他人提供信息未取得单独同意',
    en: 'somebody did not consent to the sharing of its data',
    law: ['R-PI-05'],
    why: [
      '向其他处理者提供个人信息须取得本人单独同意，履行法定职责的除外',
      'data goes to another body only with the consent of the person, or where a legal duty covers it',
    ],
    cures: ['REFER'],
    need: any(
      has(refer.duty),
      every(d.parties, (p) =>
        any(
          not(isIn(p.kind, ['natural_person', 'individual_business', 'group'])),
          eq(p.will, 'released'),
          includes(listOf(refer.consents), p.id),
        ),
      ),
    ),
  }),
  receiverNamed: guard({
    zh: '未写明接收单位',
    en: 'no receiver is named',
    law: [],
    why: [
      '移送须有本单位以外的接收单位和理由，才有人接手',
      'a referral needs a receiver other than the own unit, and a reason, so that somebody takes it up',
    ],
    cures: ['REFER'],
    need: all(
      has(refer.receiver),
      has(refer.reason),
      not(isIn(refer.receiver, list(or(d.committee, '-'), or(v.actor.unit, '-')))),
    ),
  }),
  originalOpen: guard({
    zh: '原案不存在或已归档',
    en: 'the original does not exist or is archived',
    law: [],
    why: [
      '并案须并入仍在办理的同一事项，且有共同当事人，否则诉求会落空',
      'a duplicate is merged only into an open case of the same matter with a common party, or the appeal would be lost',
    ],
    cures: ['MERGE'],
    need: eq(v.ask.originalFits({ original: v.event('MERGE').original }), 'fits'),
  }),
  splitSound: guard({
    zh: '分案内容不成立',
    en: 'the split does not hold',
    law: ['R-AD-13', 'R-JC-24'],
    why: [
      '分出的每一案须双方有人、有诉求；已受生效协议约束的内容不得分出',
      'each child needs a party on each side and a claim of the case; what a version in force settles does not move',
    ],
    cures: ['SPLIT'],
    need: all(
      has(v.event('SPLIT').ground),
      every(v.event('SPLIT').children, (child) =>
        all(
          some(d.parties, (p) => all(eq(p.side, 'applicant'), includes(child.parties, p.id))),
          some(d.parties, (p) => all(eq(p.side, 'respondent'), includes(child.parties, p.id))),
          has(child.claims),
          covers(
            pluck(
              d.claims,
              (c) => c.id,
              (c) => no(c.splitOff),
            ),
            child.claims,
          ),
          any(
            not(some(d.versions, (x) => eq(x.state, 'force'))),
            some(child.parties, (id) => not(some(d.papers, (y) => boundPaper(y, id)))),
          ),
        ),
      ),
    ),
  }),
  rungLeft: guard({
    zh: '已在最高层级',
    en: 'already at the top rung',
    law: [],
    why: ['升级阶梯止于街道（镇）主要负责人', 'the ladder ends with the top leader of the street or town'],
    cures: [],
    need: lt(d.rung, 4),
  }),
  courtKeepsSuit: guard({
    zh: '仅限退回委托法院',
    en: 'only back to the court that entrusted it',
    law: ['R-CM-12'],
    why: [
      '立案后委托调解的案件仍在法院，调解组织只能把材料退回委托法院，恢复审理',
      'a case entrusted after filing stays with the court: the papers go back to that court and the trial goes on',
    ],
    cures: [],
    need: eq(d.source, 'court_post_filing'),
  }),
  nothingInForce: guard({
    zh: '已有生效协议或未履行义务',
    en: 'an agreement is in force or an obligation is open',
    law: ['R-PM-30'],
    why: [
      '调解协议对各方有约束力，不能因移送、并案而搁置',
      'an agreement binds the parties; a referral or merger may not leave it hanging',
    ],
    cures: ['RESUME_PERFORMANCE'],
    need: unbound,
  }),
  nothingOwed: guard({
    zh: '协议已生效，不能撤回',
    en: 'an agreement is in force: it cannot be withdrawn from',
    law: ['R-PM-30'],
    why: [
      '协议生效后应当履行，只能履行、变更、确认或者起诉，不能撤回、终结了事',
      'once in force it is performed, changed, confirmed or sued upon; it does not end by withdrawing or by closing the case',
    ],
    cures: ['RESUME_PERFORMANCE', 'WAIVE_OBLIGATION'],
    need: unbound,
  }),
  everyApplicant: guard({
    zh: '须全部申请人撤回',
    en: 'all applicants must withdraw',
    law: ['R-PM-18'],
    why: [
      '撤回使整个调解结束，须全部申请人表示；其中一人不愿继续的，由其本人退出',
      'a withdrawal ends the whole mediation, so all applicants declare it; one alone may leave',
    ],
    cures: ['LEAVE'],
    need: all(covers(withdraw.by, applicants), covers(applicants, withdraw.by)),
  }),
};
/** Signed for the version in force. */
function boundPaper(y: any, id: any) {
  return all(
    eq(y.party, id),
    isIn(y.state, ['signed', 'served', 'objected'] as any),
    some(d.versions, (x) => all(eq(x.state, 'force'), eq(x.no, y.version))),
  );
}
