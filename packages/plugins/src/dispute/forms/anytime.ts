/** Forms of acts that are legal at any time (`dispute.md` §7). */
import { coded, date, type EventWords, file, instant, label, refer, refers, text, titled, yes } from '@fengqiao/core';
import { z } from 'zod';
import * as codes from '../../domain/index.ts';
import { agent } from '../data.ts';
import { proof } from './common.ts';

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
      /** A power of attorney, or the proof of a guardian: the agent whom it names. */
      agent: titled(agent, '代理人', 'agent').optional(),
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
