/** 现场受理: a plain quarrel is registered, accepted, rated blue and brought to mediation in one form (`dispute.md` §16). */
import {
  any,
  coded,
  count,
  eq,
  every,
  int,
  label,
  list,
  map,
  money,
  object,
  or,
  plain,
  pluck,
  refer,
  refers,
  refTo,
  type SittingDef,
  schemaOf,
  text,
  titled,
  yes,
} from '@fengqiao/core';
import { z } from 'zod';
import * as codes from '../../domain/index.ts';
import { factors } from '../data.ts';
import { bool, given } from '../rows/common.ts';
import { v } from '../words.ts';

const personal = { personal: true } as const;
const form = z.object({
  source: coded('caseSources', codes.caseSources, '来源', 'source'),
  disputeType: coded('disputeTypes', codes.disputeTypes, '纠纷类型', 'type of dispute'),
  parties: titled(
    z
      .array(
        z.object({
          id: label('编号', 'id', 1, 20, { auto: 'id' }),
          side: titled(
            z.enum(['applicant', 'respondent']).meta({
              labels: {
                applicant: { zh: '申请方', en: 'applicant' },
                respondent: { zh: '被申请方', en: 'respondent' },
              },
            }),
            '所属一方',
            'side',
          ),
          kind: coded('partyKinds', codes.partyKinds, '当事人类别', 'kind'),
          name: text('姓名或名称', 'name', 2, 50),
          phone: label('联系电话', 'telephone', 3, 30, { ...personal, ui: 'tel' }).optional(),
          address: text('住址', 'address', 2, 200).optional(),
          birthDate: titled(z.iso.date(), '出生日期', 'date of birth', personal).optional(),
          consents: yes('当场同意调解', 'consents on the spot').optional(),
        }),
      )
      .min(2)
      .max(20),
    '当事人',
    'parties',
    { label: 'name' },
  ),
  facts: text('纠纷事实', 'facts', 10, 4000),
  claim: text('诉求', 'claim', 2, 1000),
  amountCny: money('涉及金额', 'amount').optional(),
  involvedPersons: int('涉及人数', 'persons involved', 1, 1_000_000).optional(),
  place: text('纠纷发生地', 'place', 1, 200).optional(),
  gridCode: label('网格编码', 'grid code', 1, 30).optional(),
  noticeVersion: label('个人信息告知版本', 'privacy notice version', 1, 40),
  committee: refer('unit', '调委会', 'committee'),
  factors: factors.optional(),
  reason: text('定级理由', 'reason for the level', 1, 1000),
  lead: refer('person', '牵头人', 'lead'),
  members: refers('person', '成员', 'team'),
});

const f = refTo<z.output<typeof form>>('form');
/** One row of the short table as a party of the register. */
const asParty = (p: any) =>
  object({
    id: p.id,
    kind: p.kind,
    role: p.side,
    side: p.side,
    name: p.name,
    phone: p.phone,
    address: p.address,
    birthDate: p.birthDate,
    noticeVersion: f.noticeVersion,
  });

export const reception: SittingDef = plain({
  zh: '现场受理',
  en: 'reception on the spot',
  from: [],
  form: schemaOf(form),
  prefill: map({
    noticeVersion: v.param.privacyNotice,
    committee: v.actor.unit,
    lead: v.actor.person,
    members: list(v.actor.person),
  }),
  steps: [
    {
      event: 'OPEN',
      with: map({
        source: f.source,
        disputeType: f.disputeType,
        parties: pluck(f.parties, asParty as any),
        facts: f.facts,
        claims: list(object({ id: 'c1', text: f.claim })),
        amountCny: f.amountCny,
        involvedPersons: given(f.involvedPersons, count(f.parties)),
        factors: f.factors,
        place: f.place,
        gridCode: f.gridCode,
        applicationForm: 'oral',
        voluntaryStatement: bool(
          every(f.parties, (p) => any(eq(p.side, 'respondent'), eq(or(p.consents, false), true))),
        ),
        noticeVersion: f.noticeVersion,
      }),
    },
    { event: 'ACCEPT', with: map({ committee: f.committee }) },
    { event: 'RATE', with: map({ level: 'blue', factors: given(f.factors, object({})), reason: f.reason }) },
    { event: 'ACTIVATE_PLAN', with: map({ planId: 'plan.blue', lead: f.lead, members: f.members }) },
    {
      event: 'CHOOSE_CHANNEL',
      with: map({
        channel: 'peoplesMediation',
        procedure: 'people_mediation',
        platform: 'community',
        reason: f.reason,
        consents: pluck(
          f.parties,
          (p) => object({ party: p.id, how: 'oral' }),
          (p) => eq(or(p.consents, false), true),
        ),
      }),
    },
  ],
});
