/** Rules of judicial confirmation (`dispute.md` §6). */
import {
  all,
  any,
  type Cond,
  count,
  covers,
  eq,
  every,
  filter,
  has,
  isIn,
  le,
  lookup,
  not,
  some,
} from '@fengqiao/core';
import { confirmationNonAcceptance, confirmationRejection } from '../../domain/index.ts';
import { partyWith } from '../necessary.ts';
import { v } from '../words.ts';
import { clear } from './agreement.ts';
import {
  boundBy,
  d,
  fullCapacity,
  guard,
  hasVersion,
  listOf,
  paymentOnly,
  procedureField,
  runs,
  versionNo,
  yes,
} from './common.ts';

const apply = v.event('APPLY_CONFIRMATION');
const refuse = v.event('REFUSE_CONFIRMATION');
const end = v.event('END_CONFIRMATION');
const force = versionNo('force');
const bound = boundBy(force);
const openApplication = (of: (a: any) => Cond): Cond => some(d.applications, (a) => all(eq(a.open, true), of(a)));
const confirmableVersion: Cond = hasVersion('force', (x) =>
  eq(procedureField<boolean>(x.procedure, 'confirmable'), true),
);
const papers = (...needed: string[]): Cond => covers(apply.papers, needed as any);

/** Agents whom the procedure law admits (R-PT-05), a statutory agent of one without full capacity, a group's representatives. */
const agentAllowed = (p: any, id: any): Cond =>
  any(
    some(p.agents, (a: any) =>
      all(
        eq(a.id, id),
        has(a.document),
        any(
          isIn(a.category, ['lawyer_or_legal_worker', 'relative_or_employee', 'recommended_citizen'] as any),
          all(eq(a.category, 'statutory'), not(fullCapacity(p, v.at.on))),
        ),
      ),
    ),
    all(
      eq(p.kind, 'group'),
      some(listOf<any>(p.representatives), (r: any) => eq(r.id, id)),
    ),
  );
const agents = listOf<any>(apply.agents as any);
const agentsAllowed = every(agents, (x: any) =>
  all(
    partyWith(x.party, (p) => agentAllowed(p, x.agent)),
    any(
      partyWith(x.party, (p) => eq(p.kind, 'group')),
      le(count(filter(agents, (y: any) => eq(y.party, x.party))), 2),
    ),
  ),
);

const invited = any(
  eq(d.source, 'court_pre_filing'),
  hasVersion('force', (x) => eq(x.procedure, 'court_delegated')),
);
const basis = (...codes: string[]): Cond => isIn(apply.jurisdictionBasis, codes as any);
const candidate = some(
  v.ask.courtCandidates({
    committee: d.committee,
    disputeType: d.disputeType,
    amount: d.amount,
    gridCode: d.gridCode,
  }),
  (c) => all(eq(c.court, apply.court), eq(c.basis, apply.jurisdictionBasis)),
);
const oralVersion = hasVersion('force', (x) => isIn(x.form, ['oral', 'immediate']));

export const confirmation = {
  jointApplication: guard({
    zh: '须全体当事人共同申请',
    en: 'all parties must apply together',
    law: ['R-JC-01', 'R-PT-05'],
    why: [
      '司法确认由协议的全体当事人共同申请，可以各委托一至二名法律允许的代理人；群体由其代表人申请',
      'every party of the agreement applies, itself or by one or two agents whom the law admits, a group by its representatives',
    ],
    cures: ['APPLY_CONFIRMATION'],
    need: all(covers(apply.applicants, bound), covers(bound, apply.applicants), agentsAllowed),
    needOn: { CONFIRM: openApplication((a) => covers(a.applicants, boundBy(a.version))) },
  }),
  withinWindow: guard({
    zh: '已超过三十日',
    en: 'the thirty days are over',
    law: ['R-JC-02', 'R-PM-34', 'R-PD-01', 'R-PD-02', 'R-PD-05', 'R-PD-06'],
    why: [
      '自协议生效之日起三十日内申请，期满遇休息日顺延，交邮日为准；因障碍耽误的可以申请顺延，逾期不影响履行和起诉',
      'within thirty days of effect, moved over rest days, posted in time is in time; after an obstacle restoration may be asked; performance and suit stay open',
    ],
    cures: ['ASK_RESTORATION', 'REVISE_AGREEMENT'],
    code: 'TERM_PASSED',
    need: any(
      runs('DL-JC-APPLY'),
      hasVersion('force', (x) => yes(x.restored)),
      all(has(apply.postmark), le(apply.postmark as any, v.term('DL-JC-APPLY').due)),
    ),
  }),
  confirmableProcedure: guard({
    zh: '该协议不适用司法确认',
    en: 'this agreement does not go to confirmation',
    law: ['R-CM-11', 'R-JC-25'],
    why: [
      '只有依法设立的调解组织主持达成的调解协议可以确认；法院委托调解的由法院出具调解书或者准许撤诉',
      'only an agreement made before a lawfully established mediation organisation is confirmed; an entrusted case ends in the court’s letter or the withdrawal of the suit',
    ],
    cures: ['COURT_LETTER', 'WITHDRAW_SUIT'],
    need: all(confirmableVersion, isIn(v.ask.unitKind({ unit: d.committee }), ['committee', 'centre'])),
  }),
  confirmable: guard({
    zh: '协议含不能确认的条款',
    en: 'the agreement has clauses that cannot be confirmed',
    law: ['R-JC-09', 'R-JC-16', 'R-JC-24', 'R-EN-03'],
    why: [
      '身份关系、确权条款不能确认，给付不明确的会被驳回；申请人知悉后仍坚持的，附书面说明，由法院决定',
      'clauses on status or title cannot be confirmed and unclear ones are dismissed; applicants who know this may insist in writing, and the court decides',
    ],
    cures: ['REVISE_AGREEMENT', 'APPLY_CONFIRMATION'],
    need: any(
      has(apply.insist),
      hasVersion('force', (x) =>
        every(x.clauses, (c) => all(eq(lookup<boolean>('clauseKinds', c.kind, 'confirmable'), true), clear(c))),
      ),
    ),
  }),
  courtIsCandidate: guard({
    zh: '法院无管辖权',
    en: 'this court has no jurisdiction',
    law: ['R-JC-03', 'R-LB-06'],
    why: [
      '法院邀请调解的，向该法院申请；自行调解的，向当事人住所地、标的物所在地、调解组织所在地的法院申请；劳动给付协议向调委会所在地法院申请',
      'the inviting court, or else the court of a party’s domicile, of the subject matter or of the organisation; for labour payments the one of the committee’s place',
    ],
    cures: ['APPLY_CONFIRMATION'],
    need: all(
      candidate,
      any(all(invited, basis('inviting_court')), all(not(invited), not(basis('inviting_court')))),
      any(invited, not(eq(d.disputeType, 'labour')), not(paymentOnly), basis('organisation_place')),
    ),
  }),
  papersComplete: guard({
    zh: '申请材料不全',
    en: 'papers of the application are missing',
    law: ['R-JC-05', 'R-JC-06'],
    why: [
      '申请须有调解协议、主持调解证明、身份和联系方式，涉及财产的有权利证明，委托的有授权书；口头协议须有登记表和各方签名的内容',
      'agreement, proof of mediation, identity and contacts, property papers and power of attorney where they apply; for an oral agreement its form and a signed text',
    ],
    cures: ['APPLY_CONFIRMATION'],
    need: all(
      papers('mediation_proof', 'identity'),
      any(oralVersion, papers('agreement')),
      any(not(oralVersion), papers('register_form', 'signed_text')),
      any(not(yes(apply.propertyConcerned)), papers('property')),
      any(not(has(apply.agents)), papers('power_of_attorney')),
    ),
  }),
  oneApplication: guard({
    zh: '已有在审申请',
    en: 'another application is open',
    law: ['R-JC-04'],
    why: [
      '同一协议只能有一个在审申请，向两个以上法院申请的由最先立案的法院管辖',
      'one agreement has one application at a time; of several courts the first to file has it',
    ],
    cures: [],
    need: every(d.applications, (a) => any(not(eq(a.open, true)), not(eq(a.version, force)))),
  }),
  noTitleYet: guard({
    zh: '已有执行依据',
    en: 'there is a title to enforce already',
    law: ['R-EN-04'],
    why: [
      '已有执行依据的，直接申请执行，无需再确认；本来就不适用确认的协议由另一条规则说明',
      'who has a title goes to enforcement and needs no confirmation; an agreement that never goes to confirmation is refused by the rule on that',
    ],
    cures: ['APPLY_ENFORCEMENT'],
    need: any(
      not(confirmableVersion),
      hasVersion('force', (x) => eq(x.title, 'none')),
    ),
  }),
  groundListed: guard({
    zh: '理由不在法定情形内',
    en: 'the ground is not one that the law lists',
    law: ['R-JC-09', 'R-JC-10', 'R-JC-18', 'R-JC-23'],
    why: [
      '不予受理只有五种情形，驳回有六种情形，受理后发现不予受理情形的也裁定驳回',
      'there are five grounds of non-acceptance and six of dismissal; a ground of the first kind found later also leads to dismissal',
    ],
    cures: ['REFUSE_CONFIRMATION'],
    need: all(
      has(refuse.grounds),
      any(
        all(
          eq(refuse.outcome, 'not_accepted'),
          covers<string>(confirmationNonAcceptance.map((item) => item.code) as any, refuse.grounds),
        ),
        all(
          eq(refuse.outcome, 'dismissed'),
          covers<string>(
            [...confirmationNonAcceptance, ...confirmationRejection].map((item) => item.code) as any,
            refuse.grounds,
          ),
        ),
      ),
    ),
  }),
  noLeaveAsked: guard({
    zh: '已申请撤回',
    en: 'leave to withdraw was asked',
    law: ['R-JC-13'],
    why: [
      '裁定前任一当事人申请撤回的，先由法院决定是否准许',
      'before the ruling any party may ask to withdraw; the court first decides on that',
    ],
    cures: ['END_CONFIRMATION'],
    need: openApplication((a) => eq(a.leaveAsked, false)),
  }),
  endGrounded: guard({
    zh: '撤回条件不成立',
    en: 'the conditions of ending do not hold',
    law: ['R-JC-07', 'R-JC-13'],
    why: [
      '准许撤回须有当事人申请；无正当理由不补正、不答复询问的，按撤回处理',
      'leave is given to who asked for it; who does not supplement or answer without good reason is treated as withdrawn',
    ],
    cures: [],
    need: openApplication((a) =>
      any(
        all(eq(end.outcome, 'withdrawn'), eq(a.leaveAsked, true)),
        all(eq(end.outcome, 'deemed_withdrawn'), eq(a.questionsOpen, true)),
      ),
    ),
  }),
};
