/** The ledger 矛盾纠纷排查化解台账 (`dispute.md` §13): 27 columns, each with its value. */
import {
  all,
  any,
  type ColumnDef,
  count,
  eq,
  every,
  first,
  has,
  isIn,
  json,
  last,
  not,
  or,
  pluck,
  some,
  table,
} from '@fengqiao/core';
import { d } from './rows/common.ts';
import { v } from './words.ts';

const column = (
  id: string,
  zh: string,
  en: string,
  value: unknown,
  as: ColumnDef['as'],
  more: Partial<ColumnDef> = {},
): ColumnDef => ({ id, zh, en, value: json(value), as, ...more });
const nameOf = (...roles: string[]) =>
  first(
    pluck(
      d.parties,
      (p) => p.name,
      (p) => all(isIn(p.role, roles as any), not(isIn(p.will, ['released']))),
    ),
  );
const inForce = <K extends 'no' | 'form' | 'effectiveOn' | 'rulingNo'>(field: K) =>
  last(
    pluck(
      d.versions,
      (x) => x[field] as any,
      (x) => all(eq(x.state, 'force'), has(x[field])),
    ),
  );
const some_ = (state: string) => some(d.obligations, (o) => eq(o.state, state as any));
/** How it stands with performance, read off the obligations (`dispute.md` §3). */
const performance = table<any>(
  [
    [eq(count(d.obligations), 0), 'none'],
    [any(some_('overdue'), some_('enforcing')), 'overdue'],
    [any(some_('pending'), some_('standing'), some_('contingent')), 'not_due'],
    [every(d.obligations, (o) => eq(o.state, 'replaced')), 'replaced'],
    [every(d.obligations, (o) => isIn(o.state, ['performed', 'replaced'])), 'performed'],
  ],
  'ended',
);
const visits = table<any>(
  [
    [some(d.parties, (p) => eq(p.visited, 'unsatisfied')), 'unsatisfied'],
    [some(d.parties, (p) => eq(p.visited, 'reached')), or(d.satisfaction as any, 'reached')],
    [some(d.parties, (p) => eq(p.visited, 'waived')), 'waived'],
  ],
  'none',
);

export const columns: ColumnDef[] = [
  // The running number is the place in the list: given by whoever prints it.
  column('no', '序号', 'no.', d.caseNo, 'number'),
  column('caseNo', '案号', 'case number', d.caseNo, 'text', { search: true }),
  column('acceptedOn', '受理日期', 'accepted on', d.acceptedOn, 'date'),
  column('source', '来源', 'source', d.source, 'code', { codes: 'caseSources' }),
  column('gridCode', '网格编码', 'grid code', d.gridCode, 'text', { search: true }),
  column('applicant', '申请人', 'applicant', nameOf('applicant'), 'personal', { search: true }),
  column('respondent', '被申请人', 'respondent', nameOf('respondent'), 'personal', { search: true }),
  column('thirdParty', '第三人', 'third party', nameOf('third_party', 'guarantor'), 'personal'),
  column('disputeType', '纠纷类型', 'type of dispute', d.disputeType, 'code', { codes: 'disputeTypes' }),
  column('involvedPersons', '涉及人数', 'persons involved', d.involvedPersons, 'number'),
  column('amount', '涉及金额', 'amount', d.amount, 'money'),
  column('warning', '预警等级', 'warning level', v.state('warning'), 'level'),
  column('plan', '预案', 'plan', d.planId, 'code', { codes: 'plans' }),
  column('handler', '责任人', 'responsible', or(d.handler as any, null as any), 'text'),
  column('platform', '平台', 'platform', d.platform, 'code', { codes: 'platforms' }),
  column('channel', '调处方式', 'channel', d.channel, 'code', { codes: 'channels' }),
  column('procedure', '程序', 'procedure', d.procedure, 'code', { codes: 'procedures' }),
  column(
    'sessions',
    '调解次数',
    'sessions',
    count(
      pluck(
        d.sessions,
        (s) => s.id,
        (s) => isIn(s.state, ['running', 'recorded', 'left']),
      ),
    ),
    'number',
  ),
  column('agreementNo', '协议编号', 'agreement number', inForce('no'), 'number'),
  column('agreementForm', '协议形式', 'form of the agreement', inForce('form'), 'code', { codes: 'agreementForms' }),
  column('effectiveOn', '生效日期', 'effective on', inForce('effectiveOn'), 'date'),
  column('rulingNo', '司法确认文号', 'confirmation ruling', inForce('rulingNo'), 'text', { search: true }),
  column('performance', '履行情况', 'performance', performance, 'code', { codes: 'performance' }),
  column('visit', '回访结果', 'follow-up', visits, 'code', { codes: 'visitState' }),
  column('closedOn', '结案日期', 'closed on', d.closedOn, 'date'),
  column('outcome', '办结方式', 'outcome', d.outcome, 'code', { codes: 'caseOutcomes' }),
  column('fileNo', '归档号', 'file number', d.fileNo, 'text', { search: true }),
];
