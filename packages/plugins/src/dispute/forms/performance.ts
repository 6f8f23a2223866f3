/** Forms of performance, enforcement, service and objection (`dispute.md` §7). */
import { coded, date, type EventWords, file, label, money, oneOf, refer, refers, text, yes } from '@fengqiao/core';
import { z } from 'zod';
import * as codes from '../../domain/index.ts';
import { proof } from './common.ts';

const theObligation = refer('obligation', '义务', 'obligation');
const theObligations = refers('obligation', '义务', 'obligations', 1);

export const performance = {
  PERFORM: {
    zh: '记录履行',
    en: 'performance',
    correctable: 'annul',
    form: z.object({
      obligationId: theObligation,
      amountCny: money('金额', 'amount').optional(),
      performedOn: date('履行日期', 'performed on'),
      evidence: proof,
      complete: yes('已履行完毕', 'complete'),
    }),
  },
  TRIGGER_OBLIGATION: {
    zh: '条件成就',
    en: 'condition met',
    correctable: 'annul',
    form: z.object({
      obligationId: theObligation,
      metOn: date('条件成就日', 'met on'),
      dueOn: date('到期日', 'due on').optional(),
      proof: file('凭据', 'proof'),
    }),
  },
  WAIVE_OBLIGATION: {
    zh: '免除（不再跟踪）义务',
    en: 'waive an obligation',
    correctable: 'annul',
    form: z.object({
      obligationId: theObligation,
      kind: coded('obligationEnds', codes.obligationEnds, '类型', 'kind'),
      by: refers('party', '权利人', 'creditors').optional(),
      reason: text('理由', 'reason', 2, 500).optional(),
      attempts: z
        .int()
        .min(0)
        .max(100)
        .meta({ title: '联系权利人次数', en: 'attempts to reach the creditor' })
        .optional(),
      document: file('书面凭据', 'written proof'),
    }),
  },
  BREACH: {
    zh: '记录违约',
    en: 'breach',
    correctable: 'annul',
    form: z.object({ obligationId: theObligation, reason: text('违约情况', 'what happened', 5, 1000) }),
  },
  URGE: {
    zh: '督促履行',
    en: 'urge',
    correctable: 'fields',
    form: z.object({
      obligationId: theObligation,
      how: oneOf(
        {
          visit: ['上门', 'visit'],
          phone: ['电话', 'telephone'],
          online: ['线上', 'online'],
          letter: ['书面', 'letter'],
        },
        '方式',
        'how',
      ),
      note: text('情况', 'note', 1, 1000),
    }),
  },
  APPLY_ENFORCEMENT: {
    zh: '申请强制执行',
    en: 'apply for enforcement',
    correctable: 'annul',
    form: z.object({
      title: coded('enforceableTitles', codes.enforceableTitles, '执行依据', 'title'),
      titleNo: label('文号', 'number', 2, 80),
      obligationIds: theObligations,
      court: refer('court', '法院', 'court'),
      appliedOn: date('日期', 'date'),
    }),
  },
  ENFORCEMENT_ENDED: {
    zh: '执行终结',
    en: 'enforcement ended',
    correctable: 'never',
    form: z.object({
      result: coded('enforcementResults', codes.enforcementResults, '执行结果', 'result'),
      obligationIds: theObligations,
      documentNo: label('文号', 'number', 2, 80),
    }),
  },
  RESUME_ENFORCEMENT: {
    zh: '恢复执行',
    en: 'resume enforcement',
    correctable: 'annul',
    form: z.object({ obligationIds: theObligations, reason: text('理由', 'reason', 2, 500) }),
  },
  APPLY_PAYMENT_ORDER: {
    zh: '申请支付令',
    en: 'apply for a payment order',
    correctable: 'annul',
    form: z.object({
      obligationIds: theObligations,
      court: refer('court', '法院', 'court'),
      noOtherDispute: yes('无其他债务纠纷', 'no other dispute'),
    }),
  },
  SERVE: {
    zh: '送达',
    en: 'serve',
    correctable: 'annul',
    form: z.object({
      document: oneOf(
        {
          ruling: ['裁定书', 'ruling'],
          letter: ['调解书', 'letter'],
          agreement: ['协议书', 'agreement'],
          judgment: ['裁判文书', 'judgment'],
          notice: ['通知', 'notice'],
          other: ['其他', 'other'],
        },
        '文书',
        'paper',
      ),
      party: refer('party', '受送达人', 'party'),
      method: oneOf(
        {
          direct: ['直接', 'direct'],
          mail: ['邮寄', 'mail'],
          'e-service': ['电子', 'electronic'],
          left: ['留置', 'left'],
          entrusted: ['委托', 'entrusted'],
          public: ['公告', 'public notice'],
        },
        '方式',
        'method',
      ),
      receivedOn: date('收到日', 'received on'),
      signedBy: text('签收人', 'signed by', 2, 50).optional(),
    }),
  },
  OBJECT: {
    zh: '提出异议',
    en: 'object',
    correctable: 'never',
    form: z.object({
      standing: oneOf(
        { party: ['当事人', 'party'], interested_person: ['利害关系人', 'interested person'] },
        '身份',
        'standing',
      ),
      party: refer('party', '当事人', 'party').optional(),
      objector: text('异议人', 'objector', 2, 50).optional(),
      knownOn: date('知悉日', 'known on'),
      reasons: text('理由', 'reasons', 2, 2000),
    }),
  },
  OBJECTION_DECIDED: {
    zh: '异议裁定',
    en: 'objection decided',
    correctable: 'never',
    form: z.object({
      result: oneOf({ upheld: ['成立', 'upheld'], dismissed: ['驳回', 'dismissed'] }, '结果', 'result'),
      effect: oneOf({ revoked: ['撤销', 'revoked'], changed: ['变更', 'changed'] }, '处理', 'effect').optional(),
      rulingNo: label('裁定书号', 'ruling number', 2, 80),
      members: refers('obligation', '停止执行的义务', 'enforcement stopped').optional(),
    }),
  },
} as const satisfies Record<string, EventWords<z.ZodObject>>;
