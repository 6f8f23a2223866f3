/** Forms of acts of and about parties, in any channel (`dispute.md` §7). */
import { coded, type EventWords, file, label, oneOf, refer, refers, text, titled, yes } from '@fengqiao/core';
import { z } from 'zod';
import * as codes from '../../domain/index.ts';
import { partyObject } from '../data.ts';
import { how, members, signatures, theParty } from './common.ts';

const fallen = members('签名失效者', 'signatures that fall');
const freeReason = text('理由（可不填）', 'reason, never demanded', 1, 1000).optional();
const acted = { zh: '表示日期', en: 'date of the act' };

export const parties = {
  CONSENT: {
    zh: '同意调解',
    en: 'consent',
    correctable: 'annul',
    occurredOn: acted,
    form: z.object({ party: theParty, how: how('方式', 'how'), document: file('凭据', 'proof').optional() }),
  },
  REFUSE: {
    zh: '拒绝调解',
    en: 'refuse',
    correctable: 'never',
    occurredOn: acted,
    form: z.object({ party: theParty, how: how('方式', 'how'), reason: freeReason }),
  },
  LEAVE: {
    zh: '退出（终止）调解',
    en: 'leave',
    correctable: 'never',
    occurredOn: acted,
    form: z.object({
      party: theParty,
      reason: freeReason,
      refusesToSign: yes('拒绝签署协议', 'refuses to sign').optional(),
      members: fallen,
    }),
  },
  CONTINUE_REST: {
    zh: '其余当事人继续',
    en: 'the rest go on',
    correctable: 'never',
    form: z.object({
      by: refers('party', '其余当事人', 'the rest', 1),
      released: refers('party', '解除的当事人', 'released'),
      scope: text('继续范围', 'scope', 2, 500),
      document: file('书面同意', 'written consent'),
    }),
  },
  ADD_PARTY: {
    zh: '追加当事人',
    en: 'add a party',
    correctable: 'annul',
    form: z.object({
      party: partyObject.meta({ title: '当事人', en: 'party' }),
      why: text('追加理由', 'reason', 2, 500),
      succeeds: refer('party', '承继谁', 'succeeds').optional(),
      members: fallen,
    }),
  },
  MEMBER_OUT: {
    zh: '成员退出群体',
    en: 'a member leaves the group',
    correctable: 'never',
    form: z.object({
      group: refer('party', '群体', 'group'),
      persons: titled(
        z
          .array(label('成员编号', 'member id', 1, 20))
          .min(1)
          .max(100),
        '退出成员',
        'members who leave',
      ),
      to: oneOf(
        { own_party: ['单独成为当事人', 'a party of its own'], child: ['分案处理', 'a case of its own'] },
        '去向',
        'where to',
      ),
      reason: freeReason,
      members: fallen,
    }),
  },
  REPLACE_REPRESENTATIVE: {
    zh: '更换代表人',
    en: 'replace a representative',
    correctable: 'annul',
    form: z.object({
      group: refer('party', '群体', 'group'),
      out: titled(z.array(label('代表人编号', 'representative id', 1, 20)).max(5), '原代表人', 'out').optional(),
      in: titled(
        z
          .array(
            z.object({
              id: label('编号', 'id', 1, 20, { auto: 'id' }),
              name: text('姓名', 'name', 2, 50),
              phone: label('电话', 'telephone', 3, 30, { personal: true }).optional(),
            }),
          )
          .max(5),
        '新代表人',
        'in',
      ).optional(),
      electionSheet: file('推选证明', 'election sheet'),
      settleAuthority: yes('有权和解', 'may settle'),
    }),
  },
  RELEASE_PARTY: {
    zh: '解除当事人',
    en: 'release a party',
    correctable: 'annul',
    form: z.object({ party: theParty, reason: text('理由', 'reason', 2, 500) }),
  },
  NOTICE_RIGHTS: {
    zh: '权利义务告知',
    en: 'notice of rights',
    correctable: 'annul',
    occurredOn: { zh: '告知日期', en: 'date of the notice' },
    form: z.object({
      parties: refers('party', '告知的当事人', 'parties', 1),
      version: label('告知书版本', 'version of the notice', 1, 40),
      acceptsMediators: yes('同时接受调解员', 'accepts the mediators').optional(),
      mediators: refers('person', '所接受的调解员', 'accepted mediators').optional(),
      consents: titled(
        z.array(z.object({ party: refer('party', '当事人', 'party'), how: how('方式', 'how') })).max(100),
        '同意调解',
        'consents',
      ).optional(),
      openness: coded('openness', codes.openness, '公开方式', 'openness').optional(),
      confirmationInformed: yes('已告知可申请司法确认', 'told of judicial confirmation').optional(),
      signatures,
    }),
  },
  ACCEPT_MEDIATOR: {
    zh: '接受调解员',
    en: 'accept the mediators',
    correctable: 'never',
    occurredOn: acted,
    form: z.object({ party: theParty, mediators: refers('person', '调解员', 'mediators', 1) }),
  },
  OBJECT_TO_MEDIATOR: {
    zh: '对调解员提出异议',
    en: 'object to a mediator',
    correctable: 'never',
    occurredOn: acted,
    form: z.object({ party: theParty, mediator: refer('person', '调解员', 'mediator'), reason: freeReason }),
  },
  DECLARE_CONFLICT: {
    zh: '回避声明',
    en: 'declaration of conflict',
    correctable: 'never',
    form: z.object({
      mediator: refer('person', '调解员', 'mediator'),
      relation: oneOf(
        {
          none: ['无', 'none'],
          relative: ['近亲属', 'relative'],
          interest: ['利害关系', 'interest'],
          other: ['其他', 'other'],
        },
        '关系',
        'relation',
      ),
      note: text('说明', 'note', 2, 500).optional(),
    }),
  },
  WAIVE_CONFLICT: {
    zh: '各方同意不回避',
    en: 'waive the conflict',
    correctable: 'never',
    form: z.object({
      by: refers('party', '全体当事人', 'all parties', 1),
      mediator: refer('person', '调解员', 'mediator'),
      document: file('书面同意', 'written consent'),
    }),
  },
  REPLACE_MEDIATOR: {
    zh: '更换调解员',
    en: 'replace a mediator',
    correctable: 'annul',
    form: z.object({
      from: refer('person', '原调解员', 'from'),
      to: refer('person', '新调解员', 'to'),
      mode: coded('assignmentModes', codes.assignmentModes, '产生方式', 'mode'),
      presiding: refer('person', '主持', 'presiding'),
    }),
  },
} as const satisfies Record<string, EventWords<z.ZodObject>>;
