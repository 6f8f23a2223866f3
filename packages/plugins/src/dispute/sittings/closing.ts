/** 回访结案: what was performed, the visit that reached everybody, and the closing in one form (`dispute.md` §16). */
import {
  all,
  any,
  coded,
  date,
  eq,
  has,
  isIn,
  map,
  money,
  not,
  object,
  oneOf,
  plain,
  pluck,
  refer,
  refTo,
  type SittingDef,
  schemaOf,
  some,
  text,
  titled,
} from '@fengqiao/core';
import { z } from 'zod';
import * as codes from '../../domain/index.ts';
import { theNecessary } from '../rows/common.ts';
import { v } from '../words.ts';

const d = v.data;
const form = z.object({
  performed: titled(
    z
      .array(
        z.object({
          obligation: refer('obligation', '义务', 'obligation'),
          performedOn: date('履行日期', 'performed on'),
          amountCny: money('金额', 'amount').optional(),
          evidence: text('凭据说明', 'description of the proof', 2, 300),
        }),
      )
      .max(100),
    '已履行完毕的义务',
    'obligations performed in full',
    { label: 'obligation' },
  ),
  result: oneOf(
    { satisfied: ['满意', 'satisfied'], informed: ['已告知答复', 'informed'] },
    '回访结果（各方均已联系上）',
    'result (everybody was reached)',
  ),
  satisfaction: coded('satisfaction', codes.satisfaction, '满意度', 'satisfaction').optional(),
  method: oneOf(
    { visit: ['上门', 'visit'], phone: ['电话', 'telephone'], online: ['线上', 'online'] },
    '方式',
    'method',
  ),
  visitor: refer('person', '回访人', 'visitor'),
  remarks: text('情况', 'remarks', 1, 2000),
  sealedOn: date('口头协议登记表盖章日', 'seal on the oral agreement form').optional(),
  closedOn: date('结案日', 'closed on'),
  opinion: text('负责人意见', 'opinion', 1, 1000).optional(),
});
const f = refTo<z.output<typeof form>>('form');
const o = refTo<z.output<typeof form>['performed'][number]>('o');

export const visitAndClose: SittingDef = plain({
  zh: '回访结案',
  en: 'visit and close',
  from: ['followUp', 'performance.performing', 'performance.overdue'],
  form: schemaOf(form),
  prefill: map({
    visitor: v.actor.person,
    closedOn: v.at.on,
    performed: pluck(
      d.obligations,
      (x) => object({ obligation: x.id, performedOn: v.at.on }),
      (x) => isIn(x.state, ['pending', 'overdue']),
    ),
    result: 'satisfied',
    method: 'visit',
  }),
  steps: [
    {
      event: 'PERFORM',
      each: [{ get: 'form.performed' }, 'o', null],
      with: map({
        obligationId: o.obligation,
        performedOn: o.performedOn,
        amountCny: o.amountCny,
        evidence: o.evidence,
        complete: true,
      }),
    },
    {
      event: 'VISIT',
      with: map({
        parties: theNecessary(),
        result: f.result,
        satisfaction: f.satisfaction,
        method: f.method,
        visitor: f.visitor,
        remarks: f.remarks,
      }),
    },
    {
      event: 'SEAL',
      when: all(
        has(f.sealedOn),
        some(d.versions, (x) => all(eq(x.state, 'force'), any(not(has(x.sealedOn))))),
      ),
      with: map({ sealedOn: f.sealedOn, kind: 'committeeSeal' }),
    },
    { event: 'CLOSE_CASE', with: map({ closedOn: f.closedOn, opinion: f.opinion }) },
  ],
});
