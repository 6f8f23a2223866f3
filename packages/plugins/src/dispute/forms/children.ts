/** Events that only reactions of the chart send: a child of a split case opens, a merged duplicate hands over (§9). */
import {
  coded,
  date,
  type EventWords,
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
import { claim, factors, level, material, partyObject } from '../data.ts';

const recorded = titled(
  z
    .array(
      z.object({
        fact: label('事实', 'fact', 1, 60),
        on: date('日期', 'date'),
        party: label('当事人', 'party', 1, 40).optional(),
      }),
    )
    .max(500),
  '记录的事实',
  'recorded facts',
).optional();
const claims = titled(
  z.array(claim.extend({ splitOff: yes('已分出', 'handled elsewhere').optional() })).max(100),
  '诉求',
  'claims',
);

export const children = {
  OPEN_CHILD: {
    zh: '分案立项',
    en: 'open a split case',
    correctable: 'never',
    internal: true,
    opens: true,
    form: z.object({
      start: oneOf(
        {
          intake: ['受理登记', 'intake'],
          triage: ['研判定级', 'triage'],
          channelChoice: ['选定调处方式', 'choice of channel'],
        },
        '起始环节',
        'starting state',
      ),
      ground: coded('splitGrounds', codes.splitGrounds, '分案事由', 'ground'),
      source: coded('caseSources', codes.caseSources, '来源', 'source'),
      disputeType: coded('disputeTypes', codes.disputeTypes, '纠纷类型', 'type of dispute'),
      subtype: label('子类', 'subtype', 1, 50).optional(),
      parties: titled(
        z
          .array(
            partyObject.extend({
              will: oneOf({ named: ['待表态', 'named'], consented: ['同意', 'consented'] }, '意愿', 'will').optional(),
              noticed: yes('已告知权利义务', 'notified of rights').optional(),
            }),
          )
          .min(1)
          .max(100),
        '当事人',
        'parties',
      ),
      facts: text('纠纷事实', 'facts', 1, 4000),
      claims,
      amountCny: money('涉及金额', 'amount').optional(),
      involvedPersons: int('涉及人数', 'persons involved', 0, 1_000_000).optional(),
      factors: factors.optional(),
      place: text('纠纷发生地', 'place', 1, 200).optional(),
      gridCode: label('网格编码', 'grid code', 1, 30).optional(),
      applicationForm: oneOf(
        { written: ['书面', 'written'], oral: ['口头', 'oral'], none: ['无（主动调解）', 'none'] },
        '申请方式',
        'application',
      ),
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
      caseNo: label('案号', 'case number').optional(),
      committee: refer('unit', '调委会', 'committee').optional(),
      acceptedOn: date('受理日期', 'accepted on').optional(),
      level: level('等级', 'level').optional(),
      planState: oneOf(
        { none: ['无', 'none'], pending: ['待启动', 'pending'], current: ['已启动', 'current'] },
        '预案状态',
        'plan',
      ).optional(),
      planId: label('预案', 'plan', 1, 20).optional(),
      lead: refer('person', '牵头人', 'lead').optional(),
      team: refers('person', '成员', 'team').optional(),
      rung: int('当前层级', 'rung', 0, 10).optional(),
      policeReport: label('报告公安', 'police report', 1, 10).optional(),
      measure: label('防范措施', 'measure', 1, 10).optional(),
      lastIncidentAt: instant('最近事件时间', 'last incident').optional(),
      labourFrom: date('劳动调解期限起算日', 'labour mediation from').optional(),
      limitationFrom: date('诉讼时效起算日', 'limitation from').optional(),
      recorded,
    }),
  },
  TAKE_MERGED: {
    zh: '接收并入的重复登记',
    en: 'take over a merged duplicate',
    correctable: 'never',
    internal: true,
    form: z.object({
      source: coded('caseSources', codes.caseSources, '来源', 'source'),
      claims,
      materials: titled(z.array(material).max(1000), '材料', 'materials'),
      unknown: int('未登记的当事人数', 'parties not yet known', 0, 100),
    }),
  },
} as const satisfies Record<string, EventWords<z.ZodObject>>;
