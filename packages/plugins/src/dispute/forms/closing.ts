/** Forms of performance, service, objection, follow-up, archive and acts at any time (`dispute.md` §7). */
import {
  coded,
  date,
  type EventWords,
  file,
  instant,
  label,
  money,
  oneOf,
  refer,
  refers,
  text,
  titled,
  yes,
} from '@fengqiao/core';
import { z } from 'zod';
import * as codes from '../../domain/index.ts';
import { members, proof } from './common.ts';

const theObligation = refer('obligation', '义务', 'obligation');
const theObligations = refers('obligation', '义务', 'obligations', 1);
const missing = titled(
  z
    .array(label('缺件', 'missing paper', 1, 100))
    .min(1)
    .max(50),
  '缺件清单',
  'missing papers',
);

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

export const closing = {
  VISIT: {
    zh: '回访',
    en: 'follow-up',
    correctable: 'fields',
    occurredOn: { zh: '回访日期', en: 'date of the visit' },
    form: z.object({
      parties: refers('party', '回访对象', 'visited', 1),
      result: coded('visitResults', codes.visitResults, '回访结果', 'result'),
      satisfaction: coded('satisfaction', codes.satisfaction, '满意度', 'satisfaction').optional(),
      method: oneOf(
        { visit: ['上门', 'visit'], phone: ['电话', 'telephone'], online: ['线上', 'online'] },
        '方式',
        'method',
      ),
      visitor: refer('person', '回访人', 'visitor'),
      remarks: text('情况', 'remarks', 1, 2000),
      residualRisk: yes('仍有激化隐患', 'risk remains').optional(),
      members: members('重新列入待表态者', 'named again'),
    }),
  },
  WAIVE_VISIT: {
    zh: '免予回访',
    en: 'waive the visit',
    correctable: 'annul',
    form: z.object({
      parties: refers('party', '对象', 'of', 1),
      reason: text('理由', 'reason', 10, 500),
      answer: file('书面答复', 'written answer').optional(),
    }),
  },
  CLOSE_CASE: {
    zh: '结案',
    en: 'close the case',
    correctable: 'annul',
    form: z.object({
      closedOn: date('结案日', 'closed on'),
      opinion: text('负责人意见', 'opinion', 1, 1000).optional(),
    }),
  },
  RETURN_FILE: {
    zh: '退卷',
    en: 'return the file',
    correctable: 'never',
    form: z.object({
      missing,
      followUpMissing: yes('缺回访记录', 'a follow-up record is missing').optional(),
      parties: refers('party', '缺回访记录的当事人', 'parties without a record').optional(),
    }),
  },
  ARCHIVE: {
    zh: '归档',
    en: 'archive',
    correctable: 'never',
    form: z.object({
      fileNo: label('卷号', 'file number', 2, 60),
      retention: oneOf(
        {
          short_5y: ['短期（5年）', 'short, 5 years'],
          long_10y: ['长期（10年）', 'long, 10 years'],
          permanent: ['永久', 'permanent'],
        },
        '保管期限',
        'retention',
      ),
    }),
  },
} as const satisfies Record<string, EventWords<z.ZodObject>>;

export const anytime = {
  RECORD_FACT: {
    zh: '记录事实',
    en: 'record a fact',
    correctable: 'annul',
    form: z.object({
      fact: coded('startFacts', codes.startFacts, '事实', 'fact'),
      on: date('日期', 'date'),
      proof,
      party: refer('party', '当事人', 'party').optional(),
    }),
  },
  ADD_MATERIAL: {
    zh: '添加材料',
    en: 'add material',
    correctable: 'annul',
    form: z.object({
      kind: label('材料种类', 'kind', 1, 60),
      title: text('名称', 'title', 1, 100),
      party: refer('party', '提供的当事人', 'given by').optional(),
      file: file('文件', 'file'),
      sensitive: yes('敏感个人信息', 'sensitive').optional(),
      separateConsent: yes('已取得单独同意', 'separate consent on file').optional(),
    }),
  },
  PAUSE: {
    zh: '中止计时',
    en: 'pause',
    correctable: 'annul',
    form: z.object({
      ground: coded('pauseGrounds', codes.pauseGrounds, '事由', 'ground'),
      document: file('依据', 'document'),
      from: date('起', 'from'),
      terms: refers('term', '期限', 'terms').optional(),
    }),
  },
  RESUME: {
    zh: '恢复计时',
    en: 'resume',
    correctable: 'annul',
    form: z.object({ pauseId: refer('pause', '中止', 'pause'), to: date('止', 'to') }),
  },
  REPORT_POLICE: {
    zh: '报告公安机关',
    en: 'report to the police',
    correctable: 'never',
    form: z.object({
      reportedTo: label('报告对象', 'reported to', 2, 100),
      reportedAt: instant('报告时间', 'reported at'),
      riskFacts: text('风险事实', 'facts of the risk', 2, 2000),
      measures: text('措施', 'measures', 2, 2000),
      reference: label('回执', 'reference', 1, 80).optional(),
    }),
  },
  RECORD_MEASURE: {
    zh: '记录防范措施',
    en: 'record a measure',
    correctable: 'fields',
    form: z.object({ measure: text('防范措施', 'measure', 10, 2000) }),
  },
  REPORT_STATUS: {
    zh: '报告进展',
    en: 'report the status',
    correctable: 'fields',
    form: z.object({ text: text('进展', 'status', 10, 2000) }),
  },
  COMPLAIN_MEDIATOR: {
    zh: '投诉调解员',
    en: 'complain of a mediator',
    correctable: 'fields',
    form: z.object({
      mediator: refer('person', '调解员', 'mediator'),
      code: coded('mediatorMisconduct', codes.mediatorMisconduct, '情形', 'kind'),
      facts: text('事实', 'facts', 2, 2000),
    }),
  },
  ASK_RESTORATION: {
    zh: '申请顺延期限',
    en: 'ask for restoration',
    correctable: 'annul',
    form: z.object({
      term: refer('term', '期限', 'term'),
      obstacle: text('障碍', 'obstacle', 2, 1000),
      endedOn: date('消除日', 'ended on'),
    }),
  },
  RESTORATION_DECIDED: {
    zh: '顺延决定',
    en: 'restoration decided',
    correctable: 'never',
    form: z.object({
      term: refer('term', '期限', 'term'),
      granted: yes('准许', 'granted'),
      newDue: date('新期限', 'new due date').optional(),
      documentNo: label('文号', 'number', 2, 80),
    }),
  },
  ASSIGN: {
    zh: '指定承办人',
    en: 'assign',
    correctable: 'annul',
    form: z.object({ user: refer('person', '承办人', 'person'), role: label('角色', 'role', 2, 40, { ui: 'role' }) }),
  },
  ESCALATE: {
    zh: '提级',
    en: 'escalate',
    correctable: 'never',
    form: z.object({ reason: text('升级原因', 'reason', 5, 500) }),
  },
  TERM_EXPIRED: {
    zh: '期限届满',
    en: 'time limit over',
    correctable: 'never',
    internal: true,
    form: z.object({
      termId: label('期限', 'term', 1, 60),
      key: label('实例', 'instance', 0, 80),
      token: z.int().min(0).meta({ title: '令牌', en: 'token' }),
      party: refer('party', '当事人', 'party').optional(),
      obligationId: refer('obligation', '义务', 'obligation').optional(),
    }),
  },
} as const satisfies Record<string, EventWords<z.ZodObject>>;
