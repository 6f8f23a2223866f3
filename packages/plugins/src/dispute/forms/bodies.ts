/** Forms of administrative and judicial procedures (`dispute.md` §7). */
import { coded, date, type EventWords, files, label, oneOf, refer, refers, text, titled, yes } from '@fengqiao/core';
import { z } from 'zod';
import * as codes from '../../domain/index.ts';
import { obligationObject } from '../data.ts';
import { caseNo, documentNo, members, reason } from './common.ts';

const missing = titled(
  z
    .array(label('事项', 'item', 1, 200))
    .min(1)
    .max(50),
  '补正事项',
  'missing',
);
const obligations = titled(z.array(obligationObject).max(100), '义务', 'obligations').optional();
const kind = coded('documentKinds', codes.documentKinds, '种类', 'kind');
/** What a settlement before an authority or a court may be about, where the law limits it (R-AD-03, R-AD-07, R-PE-04). */
const settlement = titled(
  z.object({
    subject: oneOf(
      {
        compensation: ['行政赔偿、补偿', 'compensation'],
        discretion: ['行政机关裁量权', 'discretion'],
        other: ['其他', 'other'],
      },
      '调解内容',
      'subject',
    ),
    lawful: yes('内容合法，不损害国家、公共和他人利益', 'lawful, no harm to others'),
    voluntary: yes('各方自愿', 'of free will'),
  }),
  '调解的范围',
  'scope of the settlement',
).optional();
const minutes = text('调解笔录', 'minutes', 20, 20_000);

export const bodies = {
  ADMIN_ASK_SUPPLEMENT: {
    zh: '行政机关要求补正',
    en: 'supplement asked',
    correctable: 'fields',
    form: z.object({ missing, dueOn: date('期限', 'due on').optional() }),
  },
  ADMIN_SUPPLEMENT: {
    zh: '提交补正材料',
    en: 'supplement filed',
    correctable: 'annul',
    form: z.object({ documents: files('补正材料', 'papers', 1) }),
  },
  ADMIN_ACCEPT: {
    zh: '行政机关受理',
    en: 'accepted by the authority',
    correctable: 'fields',
    form: z.object({
      officer: text('承办人', 'officer', 2, 50),
      acceptedOn: date('受理日', 'accepted on'),
      simple: yes('简易程序', 'simplified').optional(),
    }),
  },
  ADMIN_DECLINE: {
    zh: '行政机关不予受理',
    en: 'declined by the authority',
    correctable: 'never',
    form: z.object({ reason: text('不受理理由', 'reason', 5, 1000) }),
  },
  ADMIN_SETTLE: {
    zh: '行政调解达成一致',
    en: 'settled before the authority',
    correctable: 'annul',
    form: z.object({ minutes, settlement }),
  },
  ADMIN_DECIDE: {
    zh: '作出行政决定',
    en: 'administrative decision',
    correctable: 'never',
    form: z.object({
      documentNo: label('文号', 'number', 2, 80),
      kind,
      decidedOn: date('日期', 'date'),
      obligations,
      enforceableBy: label('可执行依据', 'enforceable by', 2, 100).optional(),
    }),
  },
  ADMIN_END: {
    zh: '行政程序终止',
    en: 'procedure ended',
    correctable: 'never',
    form: z.object({
      reason: text('终止理由', 'reason', 5, 1000),
      documentNo: label('文号', 'number', 2, 80).optional(),
    }),
  },
  NEXT_INSTANCE: {
    zh: '进入下一程序',
    en: 'next instance',
    correctable: 'annul',
    form: z.object({
      procedure: coded('procedures', codes.procedures, '程序', 'procedure'),
      body: label('机关', 'body', 2, 100),
      receivedOn: date('收到日', 'received on'),
      reason: text('理由', 'reason', 2, 1000),
    }),
  },
  FILE_SUIT: {
    zh: '立案受理',
    en: 'case filed',
    correctable: 'fields',
    form: z.object({
      caseNo,
      court: label('法院（机构）', 'court or body', 2, 100),
      procedureKind: oneOf(
        {
          ordinary: ['普通程序', 'ordinary'],
          simplified: ['简易程序', 'simplified'],
          small_claims: ['小额诉讼', 'small claims'],
          other: ['其他', 'other'],
        },
        '适用程序',
        'procedure',
      ),
      filedOn: date('立案日', 'filed on'),
    }),
  },
  SUIT_NOT_ACCEPTED: {
    zh: '不予立案受理',
    en: 'not accepted',
    correctable: 'never',
    form: z.object({ reason: text('理由', 'reason', 5, 1000), documentNo: documentNo.optional() }),
  },
  HAND_TO_MEDIATION: {
    zh: '委派（委托）调解',
    en: 'hand to mediation',
    correctable: 'annul',
    form: z.object({
      organisation: refer('unit', '调解组织', 'organisation'),
      letterNo: label('函号', 'letter number', 2, 80),
      consents: refers('party', '同意的当事人', 'consents', 1),
      procedureKind: oneOf(
        { ordinary: ['普通程序', 'ordinary'], simplified: ['简易程序', 'simplified'] },
        '适用程序',
        'procedure',
      ).optional(),
      members: members('重新列入待表态者', 'named again'),
    }),
  },
  JUDICIAL_SETTLE: {
    zh: '法院（仲裁）调解达成一致',
    en: 'settled before the court',
    correctable: 'annul',
    form: z.object({ minutes, settlement }),
  },
  JUDGMENT: {
    zh: '裁判（裁决）生效',
    en: 'judgment in force',
    correctable: 'never',
    form: z.object({
      documentNo,
      kind,
      inForceOn: date('生效日', 'in force on'),
      obligations,
      members: refers('obligation', '被替代的义务', 'replaced obligations').optional(),
    }),
  },
  SUIT_WITHDRAWN: {
    zh: '撤诉（撤回材料）',
    en: 'suit withdrawn',
    correctable: 'never',
    form: z.object({ documentNo: label('裁定号', 'ruling number', 2, 80).optional(), reason: reason(1).optional() }),
  },
  WITHDRAW_SUIT: {
    zh: '准许撤诉',
    en: 'withdrawal of the suit allowed',
    correctable: 'never',
    form: z.object({ documentNo: label('准许撤诉裁定号', 'ruling number', 2, 80), ruledOn: date('日期', 'date') }),
  },
} as const satisfies Record<string, EventWords<z.ZodObject>>;
