/** Figures read off a dispute (`dispute.md` §13); rates name their denominator. */
import { all, count, eq, has, type IndicatorDef, isIn, json, lt, not, pluck, some, sum } from '@fengqiao/core';
import { d } from './rows/common.ts';
import { v } from './words.ts';

const one = (id: string, zh: string, en: string, when: IndicatorDef['when']): IndicatorDef => ({
  id,
  zh,
  en,
  of: 1,
  when,
});
const isRoot = not(some(d.links, (l) => eq(l.kind, 'splitFrom')));
/** A guarantee and what it secures count once: only what secures nothing is added. */
const own = pluck(
  d.obligations,
  (o) => o.amount as any,
  (o) => all(eq(o.state, 'performed'), has(o.amount), eq(count(o.secures), 0)),
);

export const indicators: IndicatorDef[] = [
  one('accepted', '受理数', 'accepted', all(eq(d.accepted, true), isRoot)),
  one('mediated', '调解数', 'mediated', all(eq(d.mediationBegan, true), isRoot)),
  one('succeeded', '调解成功数', 'succeeded', all(eq(d.mediationResult, 'agreement'), isRoot)),
  one('casesClosed', '办结数', 'cases closed', all(eq(d.caseClosed, true), eq(d.accepted, true))),
  one('disputesResolved', '化解纠纷数', 'disputes resolved', all(eq(v.stage, 'archived'), eq(d.outcome, 'settled'))),
  {
    id: 'amountRecovered',
    zh: '帮助追回金额',
    en: 'amount recovered',
    of: json(sum(own as any)),
    when: all(eq(d.disputeType, 'labour'), eq(d.subtype, '欠薪')),
  },
  one(
    'confirmed',
    '司法确认数',
    'confirmed',
    some(d.versions, (x) => eq(x.confirmation, 'confirmed')),
  ),
  one('followedUp', '回访数', 'followed up', lt(0, d.followUps)),
  one('satisfied', '满意数', 'satisfied', isIn(d.satisfaction, ['very_satisfied', 'satisfied', 'basically'])),
];
