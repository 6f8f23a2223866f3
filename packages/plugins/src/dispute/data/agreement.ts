/** Clauses, agreement versions, obligations and applications for confirmation. */
import { coded, date, int, label, money, oneOf, refer, refers, text, titled, yes } from '@fengqiao/core';
import { z } from 'zod';
import * as codes from '../../domain/index.ts';

export const clause = z.object({
  no: int('条款号', 'clause number', 1, 200),
  kind: coded('clauseKinds', codes.clauseKinds, '条款种类', 'kind of clause'),
  obligor: refer('party', '义务人', 'obligor').optional(),
  obligee: refer('party', '权利人', 'obligee').optional(),
  amount: money('金额', 'amount').optional(),
  share: titled(z.number().min(0).max(100), '比例（%）', 'share (%)').optional(),
  base: text('计算基数', 'base', 1, 200).optional(),
  dueDate: date('履行日期', 'due date').optional(),
  dueCondition: text('履行条件', 'condition', 1, 300).optional(),
  secures: titled(z.array(z.int().min(1).max(200)).max(50), '担保的条款号', 'secures clauses').optional(),
  method: text('履行方式', 'manner', 1, 100).optional(),
  place: text('履行地点', 'place', 1, 100).optional(),
  text: text('条款内容', 'wording', 2, 2000),
});

export const obligationStates = {
  pending: ['未到期', 'not yet due'],
  standing: ['持续义务', 'standing'],
  contingent: ['或有（担保）', 'contingent'],
  overdue: ['逾期', 'overdue'],
  enforcing: ['执行中', 'in enforcement'],
  performed: ['已履行', 'performed'],
  ended: ['终结', 'ended'],
  replaced: ['被替代', 'replaced'],
} as const;
export const obligation = z.object({
  id: label('义务编号', 'obligation id', 1, 40),
  state: oneOf(obligationStates, '履行状态', 'state'),
  /** Text version that it comes from; 0: a decision or judgment. */
  version: int('文本号', 'text number', 0, 1000),
  clauseNo: int('条款号', 'clause number', 1, 200).optional(),
  documentItem: label('文书主文', 'item of the paper', 1, 200).optional(),
  standing: yes('持续义务', 'standing'),
  immediate: yes('即时履行', 'performed on the spot'),
  debtor: refer('party', '义务人', 'debtor'),
  creditor: refer('party', '权利人', 'creditor').optional(),
  act: text('义务内容', 'act', 1, 2000),
  amount: money('金额', 'amount').optional(),
  paid: money('已付', 'paid'),
  dueOn: date('到期日', 'due on').optional(),
  dueCondition: text('履行条件', 'condition', 1, 300).optional(),
  secures: titled(z.array(z.string().max(40)).max(50), '担保的义务', 'secures'),
  performedOn: date('履行日', 'performed on').optional(),
  endedBy: coded('obligationEnds', codes.obligationEnds, '终结方式', 'ended by').optional(),
});
/** An obligation as a decision or judgment states it. */
export const obligationObject = obligation
  .pick({ documentItem: true, debtor: true, creditor: true, act: true, amount: true, dueOn: true, dueCondition: true })
  .extend({
    id: label('编号', 'id', 1, 20, { auto: 'id' }),
    standing: yes('持续义务', 'standing').optional(),
  });

export const version = z.object({
  no: int('协议版本', 'version', 1, 1000),
  state: oneOf(
    {
      draft: ['草稿', 'draft'],
      force: ['有效', 'in force'],
      replaced: ['被替代', 'replaced'],
      lapsed: ['失效', 'lapsed'],
    },
    '状态',
    'state',
  ),
  form: coded('agreementForms', codes.agreementForms, '协议形式', 'form'),
  procedure: coded('procedures', codes.procedures, '程序', 'procedure'),
  effectivenessRule: coded('effectivenessRules', codes.effectivenessRules, '生效规则', 'rule of effect'),
  /** Made in an administrative or judicial procedure, or in mediation. */
  origin: oneOf(
    {
      mediation: ['调解', 'mediation'],
      administrative: ['行政程序', 'administrative'],
      judicial: ['司法程序', 'judicial'],
    },
    '出处',
    'origin',
  ),
  clauses: titled(z.array(clause).max(100), '协议条款', 'clauses'),
  factsAndIssues: text('事实与争议', 'facts and issues', 2, 4000).optional(),
  responsibility: text('责任', 'responsibility', 2, 2000).optional(),
  confirmationWanted: yes('拟申请司法确认', 'confirmation wanted'),
  draftedOn: date('起草日', 'drafted on'),
  mediatorSignedOn: date('调解员签名日', 'mediator signed on').optional(),
  sealedOn: date('盖章日', 'sealed on').optional(),
  letterNo: label('调解书号', 'letter number').optional(),
  letterOn: date('调解书日期', 'date of the letter').optional(),
  reachedOn: date('达成日', 'reached on').optional(),
  effectiveOn: date('生效日', 'effective on').optional(),
  replaces: int('替代版本', 'replaces', 1, 1000).optional(),
  confirmation: oneOf(
    {
      none: ['未申请', 'none'],
      confirmed: ['确认有效', 'confirmed'],
      not_accepted: ['不予受理', 'not accepted'],
      dismissed: ['驳回', 'dismissed'],
      withdrawn: ['撤回', 'withdrawn'],
      deemed_withdrawn: ['按撤回处理', 'deemed withdrawn'],
      revoked: ['撤销', 'revoked'],
    },
    '司法确认',
    'confirmation',
  ),
  grounds: titled(z.array(z.string().max(40)).max(20), '不予确认情形', 'grounds'),
  rulingNo: label('裁定书号', 'ruling number').optional(),
  rulingOn: date('裁定日', 'ruled on').optional(),
  title: oneOf(
    {
      none: ['无', 'none'],
      ...(Object.fromEntries(codes.enforceableTitles.map((item) => [item.code, [item.zh, item.en]])) as Record<
        (typeof codes.enforceableTitles)[number]['code'],
        [string, string]
      >),
    },
    '执行依据',
    'title to enforce',
  ),
  restored: yes('已准许顺延', 'restoration granted'),
});

export const application = z.object({
  no: int('次序', 'number', 1, 100),
  version: int('协议版本', 'version', 1, 1000),
  applicants: refers('party', '申请人', 'applicants'),
  court: refer('court', '法院', 'court'),
  form: oneOf({ written: ['书面', 'written'], oral: ['口头', 'oral'] }, '申请方式', 'form'),
  appliedOn: date('申请日', 'applied on'),
  postmark: date('邮戳日', 'postmark').optional(),
  insist: text('坚持申请说明', 'note of insistence', 1, 1000).optional(),
  open: yes('在审', 'open'),
  accepted: yes('已受理', 'accepted'),
  leaveAsked: yes('已申请撤回', 'leave asked'),
  questionsOpen: yes('补正或询问未答复', 'supplement or questions unanswered'),
  caseNo: label('案号', 'case number').optional(),
  outcome: coded('confirmationOutcomes', codes.confirmationOutcomes, '结果', 'outcome').optional(),
});
export type Obligation = z.output<typeof obligation>;
export type Version = z.output<typeof version>;
