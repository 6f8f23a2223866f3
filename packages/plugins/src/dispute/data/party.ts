/** Parties, their agents and their papers (`dispute.md` §3): the members of the each-regions of parties. */
import { coded, date, file, int, label, money, oneOf, refer, refers, text, titled, yes } from '@fengqiao/core';
import { z } from 'zod';
import * as codes from '../../domain/index.ts';

const personal = { personal: true } as const;

export const agent = z.object({
  id: label('代理人编号', 'agent id', 1, 20, { auto: 'id' }).optional(),
  name: text('代理人姓名', "agent's name", 2, 50),
  category: coded('agentCategories', codes.agentCategories, '代理人类别', 'category'),
  relation: text('与当事人关系', 'relation to the party', 1, 50).optional(),
  powers: titled(
    z
      .array(
        z.enum(['settle', 'confirm', 'receive', 'general']).meta({
          labels: {
            settle: { zh: '和解、签署协议', en: 'settle and sign' },
            confirm: { zh: '申请司法确认', en: 'apply for confirmation' },
            receive: { zh: '代收文书', en: 'receive papers' },
            general: { zh: '一般代理', en: 'general' },
          },
        }),
      )
      .max(4),
    '代理权限',
    'powers',
  ),
  validFrom: date('起始日', 'valid from').optional(),
  validTo: date('截止日', 'valid to').optional(),
  document: file('授权委托书', 'power of attorney').optional(),
});

/** One party as it is registered; running fields are added by `party`. */
export const partyObject = z.object({
  id: label('编号', 'id', 1, 20, { auto: 'id' }),
  kind: coded('partyKinds', codes.partyKinds, '当事人类别', 'kind'),
  role: coded('partyRoles', codes.partyRoles, '当事人地位', 'standing'),
  side: oneOf(
    { applicant: ['申请方', 'applicant side'], respondent: ['被申请方', 'respondent side'], other: ['其他', 'other'] },
    '所属一方',
    'side',
  ),
  name: text('姓名或名称', 'name', 2, 50),
  /** The account under which the party itself signs in: it sees the case and may act in it. */
  person: refer('person', '本人的平台账号', 'account of the party', { ui: 'account' }).optional(),
  birthDate: date('出生日期', 'date of birth', personal).optional(),
  idKind: coded('idDocumentKinds', codes.idDocumentKinds, '证件类型', 'kind of identity paper').optional(),
  idNumber: label('证件号码', 'identity number', 1, 40, { ...personal, ui: 'idcard' }).optional(),
  uscc: label('统一社会信用代码', 'credit code', 18, 18, { ...personal, ui: 'credit-code' }).optional(),
  phone: label('联系电话', 'telephone', 3, 30, { ...personal, ui: 'tel' }).optional(),
  address: text('住址', 'address', 2, 200).optional(),
  legalRepresentative: text('法定代表人', 'legal representative', 2, 50).optional(),
  noticeVersion: label('已告知个人信息处理事项（版本）', 'privacy notice acknowledged (version)', 1, 40).optional(),
  memberCount: int('群体人数', 'number of members', 2, 100_000).optional(),
  members: titled(
    z
      .array(
        z.object({
          id: label('编号', 'id', 1, 20, { auto: 'id' }),
          name: text('姓名', 'name', 2, 50),
          phone: label('电话', 'telephone', 3, 30, personal).optional(),
          amount: money('金额', 'amount').optional(),
        }),
      )
      .max(500),
    '群体成员',
    'members',
  ).optional(),
  representatives: titled(
    z
      .array(
        z.object({
          id: label('编号', 'id', 1, 20, { auto: 'id' }),
          name: text('姓名', 'name', 2, 50),
          phone: label('电话', 'telephone', 3, 30, personal).optional(),
          address: text('住址', 'address', 2, 200).optional(),
        }),
      )
      .max(5),
    '推选代表人',
    'elected representatives',
  ).optional(),
  electionSheet: file('推选证明', 'election sheet').optional(),
  settleAuthority: yes('代表人有权和解', 'representatives may settle').optional(),
});

export const willStates = {
  named: ['已列入待表态', 'named'],
  consented: ['同意', 'consented'],
  refused: ['拒绝', 'refused'],
  left: ['已退出', 'left'],
  released: ['已解除', 'released'],
} as const;
export const party = partyObject.extend({
  will: oneOf(willStates, '意愿', 'will'),
  willOn: date('表态日', 'will stated on').optional(),
  willHow: label('表态方式', 'how', 1, 20).optional(),
  /** Refused or left since the last agreement of the rest to go on (`restWilling`). */
  breaksRest: yes('须征得其余当事人同意继续', 'rest to be asked'),
  accepts: refers('person', '接受的调解员', 'accepted mediators'),
  agents: titled(z.array(agent).max(10), '代理人', 'agents'),
  joinedOn: date('加入日', 'joined on'),
  heard: yes('已陈述', 'heard'),
  visited: oneOf(
    {
      no: ['未回访', 'not visited'],
      reached: ['已回访', 'reached'],
      unsatisfied: ['不满意', 'unsatisfied'],
      waived: ['免予回访', 'waived'],
    },
    '回访',
    'follow-up',
  ),
  attempts: int('未联系上次数', 'vain attempts', 0, 100),
  confirmationInformed: yes('已告知司法确认', 'told of confirmation'),
  succeededBy: refer('party', '承继人', 'successor').optional(),
});

export const paperStates = {
  unnoticed: ['未告知', 'not notified'],
  noticed: ['已告知权利义务', 'notified of rights'],
  signed: ['已签署', 'signed'],
  served: ['已送达', 'served'],
  objected: ['已提异议', 'objected'],
} as const;
export const paper = z.object({
  id: label('编号', 'id', 1, 40),
  party: refer('party', '当事人', 'party'),
  version: int('文本号', 'text number', 1, 1000),
  state: oneOf(paperStates, '文书', 'papers'),
  noticedOn: date('告知日', 'notified on').optional(),
  signedOn: date('签署日', 'signed on').optional(),
  signKind: label('签署方式', 'kind of signature', 1, 20).optional(),
  signedBy: label('代签人', 'signed by', 1, 40).optional(),
  servedOn: date('送达日', 'served on').optional(),
  objectedOn: date('异议日', 'objected on').optional(),
});
export type Party = z.output<typeof party>;
export type Paper = z.output<typeof paper>;
