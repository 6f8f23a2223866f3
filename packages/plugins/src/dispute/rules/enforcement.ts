/** Rules of obligations, titles, enforcement, service and objection (`dispute.md` §6). */
import {
  all,
  any,
  type Cond,
  covers,
  dueOf,
  eq,
  every,
  has,
  includes,
  isIn,
  last,
  le,
  list,
  lt,
  must,
  not,
  or,
  pluck,
  some,
  table,
} from '@fengqiao/core';
import { enforceableTitles } from '../../domain/index.ts';
import { partyWith } from '../necessary.ts';
import { restorable } from '../terms.ts';
import { v } from '../words.ts';
import { d, guard, hasVersion, named, runs, termIs, yes } from './common.ts';
import { wageException } from './procedures.ts';

const sue = v.event('SUE_ON_AGREEMENT');
const waive = v.event('WAIVE_OBLIGATION');
const enforce = v.event('APPLY_ENFORCEMENT');
const resume = v.event('RESUME_ENFORCEMENT');
const ended = v.event('ENFORCEMENT_ENDED');
const order = v.event('APPLY_PAYMENT_ORDER');
const serve = v.event('SERVE');
const object = v.event('OBJECT');
const restore = v.event('ASK_RESTORATION');

const titles = enforceableTitles.map((item) => item.code);
const theOne = (of: (o: any) => Cond): Cond =>
  some(d.obligations, (o) => all(eq(o.id, v.event('PERFORM').obligationId), of(o)));
const stateIn =
  (...states: string[]) =>
  (o: any) =>
    isIn(o.state, states as any);
const notClosed = stateIn('pending', 'standing', 'contingent', 'overdue', 'enforcing');
/** The paper that an obligation comes from is a title: its version, or a decision or judgment that is not contested. */
const titled = (o: any, is: (title: any) => Cond): Cond =>
  any(
    some(d.versions, (x) => all(eq(x.no, o.version), not(eq(x.title, 'none')), is(x.title))),
    all(
      eq(o.version, 0),
      some(d.papersInForce, (x) => all(eq(x.contested, false), is(x.title))),
    ),
  );
/** The court that made the paper: that of the last application that was granted, else the one of the suit. */
const madeBy = table<any>(
  [
    [
      some(d.applications, (a) => eq(or(a.outcome as any, 'none'), 'confirmed')),
      last(
        pluck(
          d.applications,
          (a) => a.court,
          (a) => eq(or(a.outcome as any, 'none'), 'confirmed'),
        ),
      ) as any,
    ],
    [has(d.suit.court), d.suit.court as any],
  ],
  null as any,
);
const paymentClause = (o: any): Cond =>
  some(d.versions, (x) =>
    all(
      eq(x.state, 'force'),
      eq(x.no, o.version),
      some(x.clauses, (c) => all(eq(c.no, o.clauseNo), eq(c.kind, 'payment'))),
    ),
  );

export const enforcement = {
  suable: guard({
    zh: '不能就协议起诉',
    en: 'no suit on the agreement',
    law: ['R-PM-33', 'R-LB-04'],
    why: [
      '对协议的履行或者内容有争议的，可以起诉对方当事人，不能告调委会；已有执行依据的申请执行；劳动争议先仲裁',
      'in a dispute about the agreement the other party is sued, never the committee; who has a title enforces it; labour goes to arbitration first',
    ],
    cures: ['APPLY_ENFORCEMENT'],
    need: all(
      hasVersion('force', (x) => eq(x.title, 'none')),
      not(includes(sue.defendants, sue.plaintiff)),
      every(sue.defendants, (id) => partyWith(id, () => all())),
      partyWith(sue.plaintiff, () => all()),
      isIn(or(sue.procedure as any, 'default'), ['default', 'litigation', 'labour_arbitration'] as any),
      any(
        not(eq(d.disputeType, 'labour')),
        not(eq(or(sue.procedure as any, 'labour_arbitration'), 'litigation')),
        wageException,
      ),
      any(eq(d.disputeType, 'labour'), not(eq(or(sue.procedure as any, 'default'), 'labour_arbitration'))),
    ),
  }),
  obligationOpen: guard({
    zh: '该义务已了结',
    en: 'this obligation is settled',
    law: [],
    why: [
      '已履行、终结或者被替代的义务不能再履行、违约或者免除',
      'what is performed, ended or replaced is neither performed, broken nor waived again',
    ],
    cures: [],
    need: theOne(notClosed),
    needOn: {
      BREACH: theOne(stateIn('pending', 'standing')),
      TRIGGER_OBLIGATION: theOne(stateIn('pending', 'contingent')),
    },
  }),
  underEnforcement: guard({
    zh: '该义务不在执行中',
    en: 'this obligation is not being enforced',
    law: ['R-EN-04'],
    why: ['只有正在执行的义务才有执行结果', 'only an obligation in enforcement has a result of enforcement'],
    cures: [],
    need: all(
      has(ended.obligationIds),
      named(ended.obligationIds, (o) => eq(o.state, 'enforcing')),
    ),
  }),
  byCreditor: guard({
    zh: '只有权利人可免除',
    en: 'only the creditor may waive',
    law: ['R-PM-30'],
    why: [
      '协议约定的权利只能由权利人放弃；长期无人主张的，督办员说明理由后可以不再跟踪，权利本身不受影响',
      'only the creditor gives its right up; where nobody pursues it for long the supervisor may stop watching it with a reason, and the right itself is untouched',
    ],
    cures: ['WAIVE_OBLIGATION'],
    need: any(
      all(
        eq(waive.kind, 'waived'),
        has(waive.by),
        theOne((o) => covers(list(o.creditor), waive.by as any)),
      ),
      all(
        eq(waive.kind, 'not_pursued'),
        eq(v.actor.role, 'supervisor'),
        has(waive.reason),
        any(termIs(['DL-EN-APPLY', 'DL-LM-GEN'], ['expired']), le(3, or(waive.attempts, 0))),
      ),
    ),
  }),
  enforceable: guard({
    zh: '没有执行依据，不能申请强制执行',
    en: 'no title to enforce',
    law: ['R-EN-04', 'R-JC-17'],
    why: [
      '调解协议本身不能强制执行，须经确认，或者有判决、裁决、调解书、支付令等执行依据',
      'an agreement by itself is not enforced: it needs a confirmation, or a judgment, award, letter or payment order',
    ],
    cures: ['APPLY_CONFIRMATION', 'SUE_ON_AGREEMENT', 'APPLY_PAYMENT_ORDER'],
    need: all(
      isIn(enforce.title, titles as any),
      named(enforce.obligationIds, (o) =>
        all(
          eq(o.state, 'overdue'),
          titled(o, (title) => eq(title, enforce.title)),
        ),
      ),
    ),
    needOn: {
      RESUME_ENFORCEMENT: named(resume.obligationIds, (o) =>
        all(
          eq(o.state, 'ended'),
          titled(o, (title) => isIn(title, titles as any)),
        ),
      ),
    },
  }),
  enforcementCourt: guard({
    zh: '执行法院不对',
    en: 'not the court of enforcement',
    law: ['R-EN-01', 'R-EN-02'],
    why: [
      '由作出文书的法院或者被执行财产所在地的同级法院执行；超过申请执行期限的仍可申请，但对方可以异议',
      'the court that made the paper enforces it, or one of the same level where the property is; after the limit an application is still taken, but the debtor may object',
    ],
    cures: ['APPLY_ENFORCEMENT'],
    need: eq(v.ask.enforcementCourtFits({ court: enforce.court, madeBy }), true),
  }),
  paymentOrderOpen: guard({
    zh: '不符合支付令条件',
    en: 'the conditions of a payment order are not met',
    law: ['R-LB-05'],
    why: [
      '因支付拖欠劳动报酬、工伤医疗费、经济补偿达成协议，到期不履行的，劳动者可以申请支付令；数额须明确，且没有其他债务纠纷',
      'on an agreement about wages, injury costs or compensation that was not kept, the worker may ask for a payment order; the sum is clear and no other debt is in dispute',
    ],
    cures: ['SUE_ON_AGREEMENT'],
    need: all(
      eq(d.disputeType, 'labour'),
      isIn(or(d.subtype, ''), ['欠薪', '工伤', '经济补偿']),
      yes(order.noOtherDispute),
      named(order.obligationIds, (o) =>
        all(has(o.amount), lt(must(o.dueOn), v.at.on), isIn(o.state, ['pending', 'overdue']), paymentClause(o)),
      ),
    ),
  }),
  letterIssued: guard({
    zh: '文书尚未作出',
    en: 'the paper has not been made',
    law: ['R-CM-11', 'R-JC-17'],
    why: ['调解书、裁定书作出后才能送达', 'a letter or ruling is served after it was made'],
    cures: ['COURT_LETTER', 'CONFIRM'],
    need: any(
      not(isIn(serve.document, ['letter', 'ruling'])),
      all(
        eq(serve.document, 'letter'),
        some(d.versions, (x) => all(isIn(x.state, ['draft', 'force']), has(x.letterOn))),
      ),
      all(
        eq(serve.document, 'ruling'),
        some(d.versions, (x) => has(x.rulingNo)),
      ),
    ),
  }),
  objectionLimitOver: guard({
    zh: '当事人异议期未满',
    en: "a party's time to object still runs",
    law: ['R-JC-20'],
    why: [
      '当事人自收到裁定之日起十五日内可以提出异议，期满前不归档',
      'a party may object within fifteen days of receiving the ruling; the file is not closed before',
    ],
    cures: ['TERM_EXPIRED'],
    need: not(runs('DL-JC-OBJ-PARTY')),
  }),
  objectionInTime: guard({
    zh: '已过异议期限',
    en: 'the time to object is over',
    law: ['R-JC-11', 'R-JC-20', 'R-JC-21'],
    why: [
      '对确认裁定不能上诉，当事人十五日内、利害关系人自知道之日起六个月内可以提出异议',
      'a confirmation is not appealed; a party may object within fifteen days, an interested person within six months of knowing',
    ],
    cures: [],
    need: all(
      some(d.versions, (x) => eq(x.confirmation, 'confirmed')),
      any(
        all(
          eq(object.standing, 'party'),
          has(object.party),
          some(v.terms, (t: any) =>
            all(eq(t.id, 'DL-JC-OBJ-PARTY'), eq(t.status, 'running'), eq(t.key, object.party as any)),
          ),
        ),
        all(
          eq(object.standing, 'interested_person'),
          any(runs('DL-JC-OBJ-THIRD'), le(v.at.on, dueOf('DL-JC-OBJ-THIRD', object.knownOn))),
        ),
      ),
    ),
  }),
  restorationInTime: guard({
    zh: '已过申请顺延期限',
    en: 'the time to ask for restoration is over',
    law: ['R-PD-06'],
    why: [
      '因不可抗力或者其他正当理由耽误期限的，在障碍消除后十日内可以申请顺延，由法院决定',
      'who missed a limit for a good reason may ask within ten days after the obstacle ended, and the court decides',
    ],
    cures: [],
    need: all(
      isIn(restore.term, restorable as any),
      le(restore.endedOn, v.at.on),
      any(runs('DL-PD-RESTORE'), le(v.at.on, dueOf('DL-PD-RESTORE', restore.endedOn))),
    ),
  }),
};
