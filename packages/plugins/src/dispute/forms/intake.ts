/** Forms from the first appeal to the choice of the channel (`dispute.md` §7). */
import {
  coded,
  type EventWords,
  file,
  instant,
  int,
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
import { claim, factors, handover, partyObject, route } from '../data.ts';
import { how, members, reason } from './common.ts';

const given = {
  source: coded('caseSources', codes.caseSources, '来源', 'source'),
  disputeType: coded('disputeTypes', codes.disputeTypes, '纠纷类型', 'type of dispute'),
  subtype: label('子类', 'subtype', 1, 50).optional(),
  parties: titled(z.array(partyObject).min(1).max(100), '当事人', 'parties', { label: 'name' }),
  facts: text('纠纷事实', 'facts', 10, 4000),
  claims: titled(z.array(claim).max(50), '诉求', 'claims'),
  amountCny: money('涉及金额', 'amount').optional(),
  involvedPersons: int('涉及人数', 'persons involved', 1, 1_000_000).optional(),
  factors: factors.optional(),
  place: text('纠纷发生地', 'place', 1, 200).optional(),
  gridCode: label('网格编码', 'grid code', 1, 30).optional(),
};
const plan = oneOf(
  {
    'plan.blue': ['蓝色预案', 'blue plan'],
    'plan.yellow': ['黄色预案', 'yellow plan'],
    'plan.red': ['红色预案', 'red plan'],
  },
  '预案',
  'plan',
);
const level = oneOf({ blue: ['蓝色', 'blue'], yellow: ['黄色', 'yellow'], red: ['红色', 'red'] }, '等级', 'level');
const routes = titled(z.array(route).max(20), '建议途径与期限', 'routes and limits');

export const intake = {
  OPEN: {
    zh: '登记',
    en: 'register',
    verb: { zh: '提交登记', en: 'register' },
    correctable: 'fields',
    opens: true,
    occurredOn: { zh: '申请（发现）日期', en: 'date of the application' },
    form: z.object({
      ...given,
      applicationForm: oneOf(
        { written: ['书面', 'written'], oral: ['口头', 'oral'], none: ['无（主动调解）', 'none'] },
        '申请方式',
        'application',
      ),
      voluntaryStatement: yes('申请人声明自愿调解', 'the applicant states its own will').optional(),
      noticeVersion: label('个人信息告知版本', 'privacy notice version', 1, 40),
      handedOverBy: titled(
        z.object({ unit: label('移送单位', 'unit', 2, 100), document: label('移送文号', 'document', 1, 80) }),
        '移送单位',
        'handed over by',
      ).optional(),
      courtCaseNo: label('法院案号', 'court case number').optional(),
      link: titled(
        z.object({
          kind: coded('linkKinds', codes.linkKinds, '关联类型', 'kind of link'),
          to: refer('subject', '关联事项', 'to'),
        }),
        '关联',
        'link',
      ).optional(),
    }),
  },
  SUPPLEMENT: {
    zh: '补正登记',
    en: 'supplement',
    verb: { zh: '保存补正', en: 'save' },
    correctable: 'fields',
    form: z.object({
      patch: titled(z.object(given).partial(), '补正内容', 'supplemented fields'),
      note: text('说明', 'note', 1, 500),
    }),
  },
  ACCEPT: {
    zh: '受理',
    en: 'accept',
    correctable: 'annul',
    form: z.object({
      note: text('受理意见', 'note', 1, 500).optional(),
      committee: refer('unit', '调委会', 'committee'),
      excluded: yes(
        '只能由专门机关处理，或者法律禁止民间调解',
        'kept for a special authority, or mediation forbidden',
      ).optional(),
      handledElsewhere: yes(
        '法院、公安或者其他机关已经受理或者解决',
        'accepted or resolved by another body',
      ).optional(),
    }),
  },
  DECLINE: {
    zh: '不予受理',
    en: 'decline',
    correctable: 'annul',
    form: z.object({
      reason: coded('nonAcceptanceReasons', codes.nonAcceptanceReasons, '不予受理原因', 'reason'),
      nextAuthority: routes,
      handover: titled(handover, '移交', 'handover').optional(),
    }),
  },
  RATE: {
    zh: '研判定级',
    en: 'rate',
    verb: { zh: '确定等级', en: 'set the level' },
    correctable: 'never',
    form: z.object({
      level,
      factors,
      reason: text('理由', 'reason', 1, 1000),
      second: refer('person', '第二人', 'second person').optional(),
    }),
  },
  RAISE_WARNING: {
    zh: '调高预警',
    en: 'raise the warning',
    correctable: 'never',
    form: z.object({ level, reason: reason(), incidentAt: instant('事件时间', 'time of the incident').optional() }),
  },
  LOWER_WARNING: {
    zh: '调低预警',
    en: 'lower the warning',
    correctable: 'never',
    form: z.object({ level, reason: reason(20), second: refer('person', '第二人', 'second person').optional() }),
  },
  SET_FACTORS: {
    zh: '更新研判指标',
    en: 'update the factors',
    correctable: 'fields',
    form: z.object({ factors, incidentAt: instant('事件时间', 'time of the incident').optional() }),
  },
  ACTIVATE_PLAN: {
    zh: '启动预案',
    en: 'activate the plan',
    correctable: 'fields',
    form: z.object({
      planId: plan,
      lead: refer('person', '牵头人', 'lead'),
      members: refers('person', '成员', 'team'),
    }),
  },
  CHOOSE_CHANNEL: {
    zh: '选定调处方式',
    en: 'choose the channel',
    correctable: 'annul',
    form: z.object({
      channel: coded('channels', codes.channels, '调处方式', 'channel'),
      procedure: coded('procedures', codes.procedures, '程序', 'procedure'),
      platform: coded('platforms', codes.platforms, '平台', 'platform'),
      reason: text('理由', 'reason', 1, 1000),
      consents: titled(
        z
          .array(
            z.object({
              party: refer('party', '当事人', 'party'),
              how: how('方式', 'how'),
              at: z.iso.date().meta({ title: '日期', en: 'date' }).optional(),
            }),
          )
          .max(100),
        '已同意的当事人',
        'consents',
      ).optional(),
      unit: refer('unit', '主管单位', 'unit').optional(),
      arbitrationAgreement: file('仲裁协议', 'arbitration agreement').optional(),
      joint: yes('各方共同申请', 'joint application').optional(),
      members: members('重新列入待表态者', 'named again'),
    }),
  },
  END_CASE: {
    zh: '终结办理',
    en: 'end the case',
    correctable: 'never',
    form: z.object({
      reason: coded('terminationReasons', codes.terminationReasons, '终止原因', 'reason'),
      nextAuthority: routes,
      note: text('说明', 'note', 1, 1000).optional(),
      handover: titled(handover, '移交', 'handover').optional(),
    }),
  },
  RESUME_PERFORMANCE: {
    zh: '恢复履行',
    en: 'resume performance',
    correctable: 'never',
    form: z.object({ reason: reason() }),
  },
  REFER: {
    zh: '移送',
    en: 'refer',
    correctable: 'annul',
    form: z.object({
      receiver: refer('unit', '接收单位', 'receiver'),
      reason: text('移送原因', 'reason', 2, 1000),
      attachments: titled(z.array(label('材料', 'paper', 1, 100)).max(50), '材料', 'papers').optional(),
      consents: refers('party', '信息共享同意', 'consents to sharing').optional(),
      duty: text('法定职责依据', 'legal duty', 2, 200).optional(),
    }),
  },
  REFERRAL_TAKEN: {
    zh: '移送已接收',
    en: 'referral taken',
    correctable: 'fields',
    form: z.object({ receiptNo: label('回执号', 'receipt number', 1, 60) }),
  },
  REFERRAL_RETURNED: {
    zh: '移送被退回',
    en: 'referral returned',
    correctable: 'never',
    form: z.object({ reason: text('退回理由', 'reason', 5, 1000) }),
  },
  WITHDRAW: {
    zh: '撤回申请',
    en: 'withdraw',
    correctable: 'never',
    form: z.object({
      by: refers('party', '撤回人', 'withdrawn by', 1),
      kind: oneOf(
        { withdrawn: ['撤回', 'withdrawn'], settled_privately: ['自行和解', 'settled privately'] },
        '类型',
        'kind',
      ),
      reason: text('理由', 'reason', 1, 1000).optional(),
    }),
  },
  MERGE: {
    zh: '并入原案',
    en: 'merge',
    correctable: 'annul',
    form: z.object({ original: refer('subject', '原案', 'original'), reason: text('理由', 'reason', 2, 1000) }),
  },
  SPLIT: {
    zh: '分案',
    en: 'split',
    correctable: 'never',
    form: z.object({
      ground: coded('splitGrounds', codes.splitGrounds, '分案事由', 'ground'),
      children: titled(
        z
          .array(
            z.object({
              parties: refers('party', '当事人', 'parties', 1),
              claims: titled(
                z
                  .array(label('诉求编号', 'claim id', 1, 20))
                  .min(1)
                  .max(50),
                '诉求',
                'claims',
              ),
            }),
          )
          .min(1)
          .max(20),
        '分出内容',
        'children',
      ),
    }),
  },
} as const satisfies Record<string, EventWords<z.ZodObject>>;
