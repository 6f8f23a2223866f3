/** The confirmation desk of the court: the text read beside the obligations, with the clauses that cannot be confirmed marked. */
import {
  all,
  any,
  type DeskDef,
  eq,
  field,
  filter,
  first,
  has,
  isIn,
  json,
  last,
  lookup,
  not,
  plain,
  refTo,
  schemaOf,
} from '@fengqiao/core';
import { z } from 'zod';
import { application, clause, obligation } from './data.ts';
import { d } from './rows/common.ts';
import { conf } from './states.ts';

const clausesInForce = field(last(filter(d.versions, (x) => eq(x.state, 'force'))), 'clauses');
const openApplication = first(filter(d.applications, (a) => eq(a.open, true)));
/** A payment without a sum (or share and base), or without a day or condition, cannot be enforced (R-JC-16, R-EN-03). */
const unclear = (c: any) =>
  all(
    isIn(c.kind, ['payment', 'guarantee'] as any),
    any(not(any(has(c.amount), all(has(c.share), has(c.base)))), not(any(has(c.dueDate), has(c.dueCondition)))),
  );
const theClause = refTo<any>('c');
const marked = (zh: string, en: string, text: { zh: string; en: string }, when: any) => ({
  title: { zh, en },
  list: json(clausesInForce),
  name: 'c',
  when,
  text,
});

export const desks: { [desk: string]: DeskDef } = plain<any>({
  confirmation: {
    zh: '司法确认',
    en: 'judicial confirmation',
    path: 'court',
    roles: ['judge', 'courtClerk', 'courtLiaison'],
    states: [...conf],
    columns: ['caseNo', 'applicant', 'respondent', 'disputeType', 'amount', 'effectiveOn'],
    read: [
      { title: { zh: '协议条款', en: 'clauses' }, value: json(clausesInForce), schema: schemaOf(z.array(clause)) },
      {
        title: { zh: '履行情况', en: 'obligations' },
        value: json(d.obligations),
        schema: schemaOf(z.array(obligation)),
      },
      { title: { zh: '确认申请', en: 'application' }, value: json(openApplication), schema: schemaOf(application) },
    ],
    events: [
      'COURT_ACCEPT',
      'COURT_ASK_SUPPLEMENT',
      'COURT_ENQUIRE',
      'END_CONFIRMATION',
      'REFUSE_CONFIRMATION',
      'CONFIRM',
    ],
    marks: [
      marked(
        '身份关系',
        'personal status',
        { zh: '身份关系条款，不予受理（民诉法解释第355条）', en: 'personal status: not to be accepted' },
        eq(lookup('clauseKinds', theClause.kind, 'ground'), 'status_relation'),
      ),
      marked(
        '确权',
        'title',
        { zh: '物权、知识产权确权条款，不予受理（民诉法解释第355条）', en: 'declares title: not to be accepted' },
        eq(lookup('clauseKinds', theClause.kind, 'ground'), 'title_determination'),
      ),
      marked(
        '违反强制性规定',
        'mandatory law',
        { zh: '违反法律强制性规定，应当驳回', en: 'against mandatory law: to be dismissed' },
        eq(lookup('clauseKinds', theClause.kind, 'ground'), 'mandatory_law'),
      ),
      marked(
        '内容不明确',
        'not clear',
        { zh: '给付数额或者期限不明确，不能强制执行', en: 'amount or date not clear: cannot be enforced' },
        unclear(theClause),
      ),
    ],
  },
});
