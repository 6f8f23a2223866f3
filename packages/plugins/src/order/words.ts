/** Words of the order chart 闭环工单 (`mechanisms.md` §2): roles, states, data and forms. */
import {
  date,
  type EventWords,
  files,
  int,
  label,
  oneOf,
  type RoleDef,
  refer,
  refers,
  type Text,
  text,
  titled,
  vocabulary,
  yes,
} from '@fengqiao/core';
import { z } from 'zod';

export const roles = {
  registrar: { zh: '受理登记员', en: 'registrar', part: 'staff' },
  coordinator: { zh: '综治协调员', en: 'coordinator', part: 'staff' },
  handlingStaff: { zh: '普通工作人员', en: 'handling staff', part: 'staff', rank: 0 },
  unitHead: { zh: '单位负责人', en: 'head of the unit', part: 'lead', rank: 1 },
  leaderInCharge: { zh: '分管领导', en: 'leader in charge', part: 'lead', rank: 2 },
  topLeader: { zh: '街道（镇）主要负责人', en: 'top leader', part: 'lead', rank: 3 },
  callbackOfficer: { zh: '回访员', en: 'call-back officer', part: 'staff' },
  supervisor: { zh: '督办员', en: 'supervisor', part: 'oversight' },
  clock: { zh: '系统时钟', en: 'system clock', part: 'clock' },
} as const satisfies Record<string, RoleDef>;
export type OrderRole = keyof typeof roles;

export const stageTexts = {
  received: { zh: '接件', en: 'received' },
  registered: { zh: '登记', en: 'registered' },
  dispatched: { zh: '批转', en: 'dispatched' },
  accepted: { zh: '受理', en: 'accepted' },
  handling: { zh: '办理', en: 'in hand' },
  reported: { zh: '已反馈待回访', en: 'reported' },
  supervised: { zh: '督办', en: 'supervised' },
  closed: { zh: '总结办结', en: 'closed' },
  cancelled: { zh: '作废', en: 'cancelled' },
} as const satisfies Record<string, Text>;
export type OrderStage = keyof typeof stageTexts;

const source = oneOf(
  {
    hotline: ['热线', 'hotline'],
    window: ['窗口', 'counter'],
    grid: ['网格', 'grid'],
    online: ['网络', 'online'],
    letter: ['信件', 'letter'],
    transfer: ['转办', 'transfer'],
  },
  '来源',
  'source',
);
const category = oneOf(
  {
    neighbour: ['邻里', 'neighbours'],
    property: ['物业', 'property management'],
    environment: ['环境', 'environment'],
    safety: ['安全', 'safety'],
    livelihood: ['民生', 'livelihood'],
    other: ['其他', 'other'],
  },
  '类别',
  'category',
);
const satisfied = oneOf(
  {
    satisfied: ['满意', 'satisfied'],
    basically: ['基本满意', 'basically satisfied'],
    unsatisfied: ['不满意', 'unsatisfied'],
  },
  '满意度',
  'satisfaction',
);

export const data = z.object({
  source,
  subject: text('诉求内容', 'subject', 5, 2000),
  address: text('地址', 'address', 1, 200).optional(),
  gridCode: label('网格编码', 'grid code', 1, 30).optional(),
  contact: text('联系人', 'contact', 2, 50).optional(),
  phone: label('联系电话', 'telephone', 3, 30, { personal: true, ui: 'tel' }).optional(),
  anonymous: yes('匿名', 'anonymous'),
  urgent: yes('紧急', 'urgent'),
  orderNo: label('工单号', 'order number').optional(),
  category: category.optional(),
  toUnit: refer('unit', '派往单位', 'dispatched to').optional(),
  coUnits: refers('unit', '协办单位', 'co-units'),
  dueOn: date('办理期限', 'due on').optional(),
  handlers: refers('person', '经办人', 'handlers'),
  rung: int('当前层级', 'rung', 0, 10, { ladder: true }),
  returnHands: int('回手次数', 'returns to hand', 0, 100),
  result: text('办理结果', 'result', 10, 2000).optional(),
  resolved: yes('已解决', 'resolved').optional(),
  satisfied: satisfied.optional(),
  reportedOn: date('反馈时间', 'reported on').optional(),
  closedOn: date('办结时间', 'closed on').optional(),
  converted: yes('已转矛盾纠纷', 'turned into a dispute'),
  links: titled(
    z
      .array(
        z.object({
          kind: label('关联类型', 'kind', 1, 40),
          to: refer('subject', '关联事项', 'to'),
          waiting: yes('等待', 'waiting'),
        }),
      )
      .max(100),
    '关联事项',
    'links',
  ),
});

const reason = text('理由', 'reason', 5, 500);
export const eventWords = {
  RECEIVE: {
    zh: '接件',
    en: 'receive',
    correctable: 'fields',
    opens: true,
    form: z.object({
      source,
      subject: text('诉求内容', 'subject', 5, 2000),
      address: text('地址', 'address', 1, 200).optional(),
      gridCode: label('网格编码', 'grid code', 1, 30).optional(),
      contact: text('联系人', 'contact', 2, 50).optional(),
      phone: label('联系电话', 'telephone', 3, 30, { personal: true, ui: 'tel' }).optional(),
      anonymous: yes('匿名', 'anonymous').optional(),
      urgent: yes('紧急', 'urgent').optional(),
    }),
  },
  REGISTER: {
    zh: '登记',
    en: 'register',
    correctable: 'fields',
    form: z.object({
      category,
      gridCode: label('网格编码', 'grid code', 1, 30).optional(),
      unit: refer('unit', '主管单位', 'unit').optional(),
    }),
  },
  CANCEL: {
    zh: '作废',
    en: 'cancel',
    correctable: 'never',
    form: z.object({
      why: oneOf({ duplicate: ['重复', 'duplicate'], void: ['无效', 'void'] }, '原因', 'why'),
      original: refer('subject', '原工单', 'original').optional(),
      reason,
    }),
  },
  DISPATCH: {
    zh: '批转',
    en: 'dispatch',
    correctable: 'annul',
    form: z.object({
      toUnit: refer('unit', '派往单位', 'unit'),
      coUnits: refers('unit', '协办单位', 'co-units').optional(),
      dueOn: date('办理期限', 'due on'),
      reason: text('批转理由', 'reason', 2, 500).optional(),
    }),
  },
  ACCEPT: {
    zh: '受理',
    en: 'accept',
    correctable: 'annul',
    form: z.object({ note: text('说明', 'note', 1, 500).optional() }),
  },
  RETURN: { zh: '退回', en: 'return', correctable: 'never', form: z.object({ reason }) },
  START: { zh: '开始办理', en: 'start', correctable: 'annul', form: z.object({}) },
  LOG: { zh: '办理记录', en: 'log', correctable: 'fields', form: z.object({ text: text('记录', 'log', 2, 2000) }) },
  REPORT: {
    zh: '反馈结果',
    en: 'report',
    correctable: 'annul',
    form: z.object({
      result: text('办理结果', 'result', 10, 2000),
      resolved: yes('已解决', 'resolved'),
      evidence: files('凭据', 'evidence').optional(),
    }),
  },
  CALL_BACK: {
    zh: '回访',
    en: 'call back',
    correctable: 'fields',
    form: z.object({
      contacted: yes('已联系上', 'reached'),
      resolved: yes('已解决', 'resolved').optional(),
      satisfied: satisfied.optional(),
      remarks: text('情况', 'remarks', 1, 1000),
    }),
  },
  SIGN_OFF: {
    zh: '总结办结',
    en: 'sign off',
    correctable: 'never',
    form: z.object({ summary: text('总结', 'summary', 10, 2000) }),
  },
  REJECT_REPORT: { zh: '退回重办', en: 'reject the report', correctable: 'never', form: z.object({ reason }) },
  EXPLAIN_CLOSE: {
    zh: '解释办结',
    en: 'close with an explanation',
    correctable: 'never',
    form: z.object({ explanation: text('解释', 'explanation', 10, 2000), evidence: files('凭据', 'evidence', 1) }),
  },
  ESCALATE: { zh: '提级', en: 'escalate', correctable: 'never', form: z.object({ reason }) },
  CONVERT: {
    zh: '转为矛盾纠纷',
    en: 'turn into a dispute',
    verb: { zh: '转为矛盾纠纷', en: 'open a dispute' },
    correctable: 'never',
    form: z.object({
      applicant: text('申请人', 'applicant', 2, 50),
      applicantPhone: label('申请人电话', "applicant's telephone", 3, 30, { personal: true, ui: 'tel' }),
      respondent: text('被申请人', 'respondent', 2, 50),
      facts: text('纠纷事实', 'facts', 10, 4000),
      noticeVersion: label('个人信息告知版本', 'privacy notice version', 1, 40),
    }),
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
    }),
  },
} as const satisfies Record<string, EventWords<z.ZodObject>>;

export const forms = Object.fromEntries(Object.entries(eventWords).map(([id, word]) => [id, word.form])) as {
  [E in keyof typeof eventWords]: (typeof eventWords)[E]['form'];
};
export const v = vocabulary({
  data,
  forms,
  roles: Object.keys(roles) as OrderRole[],
  states: Object.keys(stageTexts) as OrderStage[],
  asks: {},
});
