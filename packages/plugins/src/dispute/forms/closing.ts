/** Forms of follow-up and archive (`dispute.md` §7). */
import { coded, date, type EventWords, file, label, oneOf, refer, refers, text, titled, yes } from '@fengqiao/core';
import { z } from 'zod';
import * as codes from '../../domain/index.ts';
import { members } from './common.ts';

const missing = titled(
  z
    .array(label('缺件', 'missing paper', 1, 100))
    .min(1)
    .max(50),
  '缺件清单',
  'missing papers',
);

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
