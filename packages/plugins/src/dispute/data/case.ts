/** What is known of the case itself, its level, plan and channel, and how it ended. */
import { coded, date, instant, int, label, money, oneOf, refer, refers, text, titled, yes } from '@fengqiao/core';
import { z } from 'zod';
import * as codes from '../../domain/index.ts';
import { claim, factors, handover, level } from './factors.ts';
import { paper, party, partyObject } from './party.ts';

/** What was registered and is supplemented. */
export const registered = {
  source: coded('caseSources', codes.caseSources, '来源', 'source'),
  disputeType: coded('disputeTypes', codes.disputeTypes, '纠纷类型', 'type of dispute'),
  subtype: label('子类', 'subtype', 1, 50).optional(),
  parties: titled(z.array(party).max(100), '当事人', 'parties'),
  papers: titled(z.array(paper).max(2000), '文书', 'papers'),
  facts: text('纠纷事实', 'facts', 1, 4000),
  claims: titled(
    z.array(claim.extend({ splitOff: yes('已分出', 'handled in another case').optional() })).max(100),
    '诉求',
    'claims',
  ),
  amount: money('涉及金额', 'amount').optional(),
  involvedPersons: int('涉及人数', 'persons involved', 0, 1_000_000).optional(),
  factors,
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
  links: titled(
    z
      .array(
        z.object({
          kind: coded('linkKinds', codes.linkKinds, '关联类型', 'kind of link'),
          to: refer('subject', '关联事项', 'to'),
          waiting: yes('等待', 'waiting'),
        }),
      )
      .max(100),
    '关联事项',
    'links',
  ),
};

/** What came from a duplicate, and who left for a case of their own. */
export const merged = {
  otherSources: titled(
    z.array(coded('caseSources', codes.caseSources, '来源', 'source')).max(50),
    '并入的来源',
    'sources merged in',
  ).optional(),
  /** Members who left a group for a case of their own, with the last such act. */
  departing: titled(
    z.array(partyObject).max(100),
    '退出群体另行处理者',
    'members who left for their own case',
  ).optional(),
};

/** Where the case stands. */
export const progress = {
  caseNo: label('案号', 'case number').optional(),
  committee: refer('unit', '调委会', 'committee').optional(),
  acceptedOn: date('受理日期', 'accepted on').optional(),
  accepted: yes('已受理', 'accepted'),
  rated: yes('已定级', 'rated'),
  caseClosed: yes('已结案', 'closed'),
  closedOn: date('结案日期', 'closed on').optional(),
  mediationBegan: yes('已进入调解', 'mediation began'),
  reentry: yes('再次调解', 're-entry'),
  matter: oneOf(
    {
      civil: ['民事', 'civil'],
      administrative: ['行政', 'administrative'],
      mixed: ['民行交叉', 'mixed'],
      criminal: ['涉刑', 'criminal'],
    },
    '性质',
    'matter',
  ),
};

/** Warning, plan and duties of protection. */
export const response = {
  proposedLevel: level('建议等级', 'proposed level'),
  planState: oneOf(
    { none: ['无', 'none'], pending: ['待启动', 'pending'], current: ['已启动', 'current'] },
    '预案状态',
    'plan',
  ),
  planId: oneOf(
    {
      'plan.blue': ['蓝色预案', 'blue plan'],
      'plan.yellow': ['黄色预案', 'yellow plan'],
      'plan.red': ['红色预案', 'red plan'],
    },
    '预案',
    'plan',
  ).optional(),
  lead: refer('person', '牵头人', 'lead').optional(),
  team: refers('person', '成员', 'team'),
  policeReport: oneOf(
    { none: ['不需', 'none'], due: ['应报告', 'due'], done: ['已报告', 'done'] },
    '报告公安',
    'police report',
  ),
  measure: oneOf(
    { none: ['不需', 'none'], due: ['应采取', 'due'], recorded: ['已记录', 'recorded'] },
    '防范措施',
    'preventive measure',
  ),
  lastIncidentAt: instant('最近事件时间', 'last incident').optional(),
  highestLevel: level('最高等级', 'highest level'),
  rung: int('当前层级', 'rung', 0, 10, { ladder: true }),
  handler: refer('person', '承办人', 'handler').optional(),
};

/** Channel, procedure and suit. */
export const handling = {
  channel: coded('channels', codes.channels, '调处方式', 'channel').optional(),
  procedure: coded('procedures', codes.procedures, '程序', 'procedure').optional(),
  platform: coded('platforms', codes.platforms, '平台', 'platform').optional(),
  unit: refer('unit', '主管单位', 'unit').optional(),
  suitPending: yes('诉讼（仲裁）在审', 'suit pending'),
  suit: titled(
    z.object({
      caseNo: label('案号', 'case number'),
      court: label('法院（机构）', 'court', 1, 100),
      kind: label('适用程序', 'kind', 1, 30),
      filedOn: date('立案日', 'filed on'),
    }),
    '诉讼（仲裁）',
    'suit',
  ).optional(),
  exclusiveTaken: yes('其他机关已受理同一医疗纠纷', 'another body has the medical dispute'),
};

/** How it ended. */
export const ending = {
  outcome: coded('caseOutcomes', codes.caseOutcomes, '办结方式', 'outcome').optional(),
  mediationResult: coded('mediationResults', codes.mediationResults, '调解结果', 'result of mediation').optional(),
  followUps: int('回访次数', 'follow-ups', 0, 1000),
  satisfaction: coded('satisfaction', codes.satisfaction, '满意度', 'satisfaction').optional(),
  handover: titled(handover, '移交', 'handover').optional(),
  receiver: label('接收单位', 'receiver', 1, 100).optional(),
  fileNo: label('归档号', 'file number', 1, 80, { unique: true }).optional(),
  retention: oneOf(
    {
      short_5y: ['短期（5年）', 'short, 5 years'],
      long_10y: ['长期（10年）', 'long, 10 years'],
      permanent: ['永久', 'permanent'],
    },
    '保管期限',
    'retention',
  ).optional(),
};
