/** Forms of sessions, of their end and of other routes (`dispute.md` §7). */
import {
  coded,
  date,
  type EventWords,
  file,
  instant,
  label,
  oneOf,
  refer,
  refers,
  text,
  titled,
  yes,
} from '@fengqiao/core';
import { z } from 'zod';
import * as codes from '../../domain/index.ts';
import { members, reason, signatures } from './common.ts';

const statements = titled(
  z.array(z.object({ party: refer('party', '当事人', 'party'), text: text('陈述', 'statement', 1, 2000) })).max(100),
  '各方陈述',
  'statements',
);

export const mediation = {
  SCHEDULE_SESSION: {
    zh: '约定调解',
    en: 'schedule a session',
    correctable: 'annul',
    form: z.object({
      time: instant('时间', 'time'),
      place: text('地点', 'place', 1, 100),
      location: coded('locationKinds', codes.locationKinds, '地点种类', 'kind of place'),
      kind: oneOf({ joint: ['共同调解', 'joint'], separate: ['分别调解', 'separate'] }, '形式', 'kind'),
      mediators: refers('person', '调解员', 'mediators', 1),
      presiding: refer('person', '主持', 'presiding'),
      mode: coded('assignmentModes', codes.assignmentModes, '产生方式', 'mode'),
      recordedLater: yes('补录（已经进行）', 'recorded later').optional(),
    }),
  },
  CANCEL_SESSION: {
    zh: '取消调解',
    en: 'cancel the session',
    correctable: 'never',
    form: z.object({ reason: text('取消理由', 'reason', 5, 500) }),
  },
  OPEN_SESSION: {
    zh: '开始调解',
    en: 'open the session',
    correctable: 'fields',
    occurredOn: { zh: '调解日期', en: 'date of the session' },
    form: z.object({
      present: titled(
        z
          .array(
            z.object({
              party: refer('party', '当事人', 'party'),
              agent: label('代理人编号', 'agent id', 1, 20).optional(),
            }),
          )
          .min(1)
          .max(100),
        '到场人',
        'present',
      ),
      helpers: titled(
        z
          .array(
            z.object({
              name: text('姓名', 'name', 2, 50),
              role: oneOf({ helper: ['邀请协助', 'helper'], expert: ['专家', 'expert'] }, '身份', 'role'),
              consents: refers('party', '同意的当事人', 'consents'),
            }),
          )
          .max(20),
        '邀请人员',
        'helpers',
      ).optional(),
      openness: coded('openness', codes.openness, '公开方式', 'openness'),
      privacy: yes('涉及隐私或商业秘密', 'privacy or trade secret').optional(),
      opennessAgreed: refers('party', '同意公开的当事人', 'agreed to an open session').optional(),
      recorder: text('记录人', 'recorder', 2, 50),
      safeguard: titled(
        z.object({
          officer: text('保障人员', 'officer', 2, 50).optional(),
          ground: text('不派员的书面理由', 'ground why not', 5, 500).optional(),
        }),
        '现场保障',
        'safeguard',
      ).optional(),
      protection: titled(
        z.object({
          addressHidden: yes('住址已保密', 'address hidden'),
          bothConsent: yes('双方同意共同调解且有人在场保护', 'both consent and an officer is present'),
        }),
        '家暴案件保护',
        'protection',
      ).optional(),
      online: titled(
        z.object({
          identityChecked: yes('已核验身份', 'identity checked'),
          warned: yes('已告知虚假调解后果', 'sham warning given'),
          addressForms: yes('已签送达地址确认书', 'service address forms'),
        }),
        '线上核验',
        'online checks',
      ).optional(),
    }),
  },
  CLOSE_SESSION: {
    zh: '结束并记录调解',
    en: 'close the session',
    verb: { zh: '保存调解记录', en: 'save the record' },
    correctable: 'fields',
    form: z.object({
      session: refer('session', '场次', 'session').optional(),
      result: coded('sessionResults', codes.sessionResults, '调解结果', 'result'),
      minutes: text('调解笔录', 'minutes', 20, 20_000),
      statements,
      concessions: statements.meta({ title: '让步（不外传）', en: 'concessions, never passed on' }).optional(),
      undisputedFacts: titled(
        z.array(text('无争议事实', 'undisputed fact', 2, 500)).max(50),
        '无争议事实',
        'undisputed facts',
      ).optional(),
      signatures,
      mediatorSigned: yes('调解员已签名', 'signed by the mediator'),
      recorderSigned: yes('记录人已签名', 'signed by the recorder'),
      nextAt: instant('下次时间', 'next session').optional(),
    }),
  },
  TERMINATE: {
    zh: '终止调解',
    en: 'terminate the mediation',
    correctable: 'never',
    form: z.object({
      reason: coded('terminationReasons', codes.terminationReasons, '终止原因', 'reason'),
      note: text('说明', 'note', 1, 1000).optional(),
      returned: text('退还材料', 'papers returned', 1, 500).optional(),
      members: members('签名失效者', 'signatures that fall'),
    }),
  },
  EXTEND: {
    zh: '延长期限',
    en: 'extend',
    correctable: 'never',
    form: z.object({
      term: refer('term', '期限', 'term'),
      newDue: date('延长至', 'new due date'),
      by: refers('party', '同意的当事人', 'agreed by', 1),
      committeeAgrees: yes('调委会同意', 'the committee agrees').optional(),
      reason: reason(2),
      document: file('同意书', 'written consent'),
    }),
  },
  OTHER_ROUTE: {
    zh: '记录另选途径',
    en: 'another route taken',
    correctable: 'fields',
    form: z.object({
      party: refer('party', '当事人', 'party').optional(),
      procedure: coded('procedures', codes.procedures, '途径', 'route'),
      authority: label('机关', 'authority', 2, 100),
      acceptedOn: date('受理日', 'accepted on').optional(),
      caseNo: label('案号', 'case number').optional(),
    }),
  },
  GUIDE: {
    zh: '引导',
    en: 'guide',
    correctable: 'fields',
    form: z.object({
      party: refer('party', '当事人', 'party'),
      procedure: coded('procedures', codes.procedures, '引导途径', 'route'),
      authority: label('机关', 'authority', 2, 100),
      limit: label('期限', 'limit', 1, 100).optional(),
    }),
  },
} as const satisfies Record<string, EventWords<z.ZodObject>>;
