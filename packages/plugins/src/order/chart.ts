/** The order chart 闭环工单 (`mechanisms.md` §2, §9) as data. */
import { type ChartDefinition, eventsOf, json, LANGUAGE, plain, schemaOf, type TermDef } from '@fengqiao/core';
import { openDispute } from './reactions.ts';
import { rules } from './rules.ts';
import { stage } from './stage.ts';
import { data, eventWords, type OrderRole, roles, v } from './words.ts';

const d = v.data;

const ladder = ['handlingStaff', 'unitHead', 'leaderInCharge', 'topLeader'] as const satisfies readonly OrderRole[];

const term = (zh: string, en: string, length: number, unit: TermDef['unit'], startsFrom: string): TermDef => ({
  zh,
  en,
  length,
  unit,
  startsFrom,
  rollsOver: true,
  kind: 'duty',
  own: true,
  ladder: true,
  basis: 'product default',
  strength: 'policy',
  onExpiry: { zh: '提级一层', en: 'one rung up' },
});
const terms = {
  'OR-ACCEPT': term('受理工单', 'accept the order', 1, 'working_day', 'dispatched'),
  'OR-HANDLE': {
    ...term('办理工单', 'handle the order', null as unknown as number, 'day', 'set_by_document'),
    length: null,
  },
  'OR-CALLBACK': term('回访', 'call back', 3, 'working_day', 'reported'),
} satisfies Record<string, TermDef>;

export const orderChart: ChartDefinition = plain({
  kind: 'chart',
  id: 'order',
  zh: '闭环工单',
  en: 'order',
  language: LANGUAGE,
  roles,
  data: schemaOf(data),
  events: eventsOf({
    ...eventWords,
    REGISTER: {
      ...eventWords.REGISTER,
      number: { series: 'order', unit: v.actor.unit, format: { zh: '工单〔{year}〕{n}号', en: 'order {year}-{n}' } },
    },
  } as any),
  rules,
  facts: {},
  values: {},
  signals: {},
  terms,
  asks: {},
  params: {},
  documents: {},
  notices: {
    overdue: { zh: '工单逾期，已提级督促', en: 'the order is overdue and has moved up a rung' },
    returned: { zh: '回访未解决或不满意，工单退回重办', en: 'not solved or not satisfied: the order is handled again' },
  },
  codes: {},
  law: {},
  reactions: [openDispute],
  columns: [
    { id: 'orderNo', zh: '工单号', en: 'order number', value: json(d.orderNo), as: 'text', search: true },
    { id: 'source', zh: '来源', en: 'source', value: json(d.source), as: 'code' },
    { id: 'category', zh: '类别', en: 'category', value: json(d.category), as: 'code' },
    { id: 'gridCode', zh: '网格', en: 'grid', value: json(d.gridCode), as: 'text' },
    { id: 'toUnit', zh: '派往单位', en: 'dispatched to', value: json(d.toUnit), as: 'text' },
    { id: 'rung', zh: '当前层级', en: 'rung', value: json(d.rung), as: 'number' },
    { id: 'returnHands', zh: '回手次数', en: 'returns to hand', value: json(d.returnHands), as: 'number' },
    { id: 'resolved', zh: '是否解决', en: 'resolved', value: json(d.resolved), as: 'text' },
    { id: 'satisfied', zh: '是否满意', en: 'satisfied', value: json(d.satisfied), as: 'code' },
    { id: 'closedOn', zh: '办结时间', en: 'closed on', value: json(d.closedOn), as: 'date' },
  ],
  indicators: [{ id: 'returnHandCount', zh: '回手次数', en: 'returns to hand', of: json(d.returnHands) }],
  behalf: [],
  regions: { stage },
  members: {},
  sittings: {},
  desks: {},
  ladder: [...ladder],
  identity: { title: json(d.subject), number: json(d.orderNo) },
  neverBlocked: ['ESCALATE'],
  invariants: [],
} as ChartDefinition);
