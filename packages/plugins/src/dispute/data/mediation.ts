/** Mediators, sessions, agreements and everything that hangs on them. */
import { coded, date, int, label, oneOf, refer, refers, titled, yes } from '@fengqiao/core';
import { z } from 'zod';
import * as codes from '../../domain/index.ts';
import { application, obligation, version } from './agreement.ts';
import { route } from './factors.ts';
import { material } from './material.ts';
import { session } from './session.ts';

/** Mediators and sessions. */
export const mediationData = {
  mediators: refers('person', '调解员', 'mediators'),
  presiding: refer('person', '主持', 'presiding').optional(),
  mode: coded('assignmentModes', codes.assignmentModes, '产生方式', 'mode').optional(),
  declarations: titled(
    z
      .array(
        z.object({
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
          waived: yes('各方书面同意不回避', 'waived by all'),
        }),
      )
      .max(50),
    '回避声明',
    'declarations',
  ),
  sessions: titled(z.array(session).max(200), '调解场次', 'sessions'),
  extensions: int('延期次数', 'extensions', 0, 100),
  endedReason: coded('terminationReasons', codes.terminationReasons, '终止原因', 'reason of ending').optional(),
  nextRoutes: titled(z.array(route).max(20), '告知的途径', 'routes told'),
};

/** Texts, obligations, confirmation, pauses, material. */
export const agreementData = {
  textNo: int('文本号', 'text number', 1, 1000),
  versions: titled(z.array(version).max(100), '协议版本', 'versions'),
  obligations: titled(z.array(obligation).max(500), '义务', 'obligations'),
  papersInForce: titled(
    z
      .array(
        z.object({
          documentNo: label('文书号', 'number'),
          kind: coded('documentKinds', codes.documentKinds, '种类', 'kind'),
          on: date('日期', 'date'),
          title: label('执行依据', 'title', 1, 40),
          contested: yes('已提起下一程序', 'contested'),
        }),
      )
      .max(50),
    '裁判决定',
    'decisions and judgments',
  ),
  applications: titled(z.array(application).max(50), '司法确认申请', 'applications for confirmation'),
  objections: titled(
    z
      .array(
        z.object({
          id: label('编号', 'id', 1, 40),
          version: int('协议版本', 'version', 1, 1000),
          standing: oneOf(
            { party: ['当事人', 'party'], interested_person: ['利害关系人', 'interested person'] },
            '身份',
            'standing',
          ),
          party: refer('party', '当事人', 'party').optional(),
          state: oneOf(
            { pending: ['待审查', 'pending'], dismissed: ['驳回', 'dismissed'], upheld: ['成立', 'upheld'] },
            '状态',
            'state',
          ),
        }),
      )
      .max(200),
    '异议',
    'objections',
  ),
  pauses: titled(
    z
      .array(
        z.object({
          id: label('编号', 'id', 1, 20),
          ground: coded('pauseGrounds', codes.pauseGrounds, '事由', 'ground'),
          from: date('起', 'from'),
          to: date('止', 'to').optional(),
          stopsSteps: yes('停止办理', 'stops steps'),
        }),
      )
      .max(100),
    '中止',
    'pauses',
  ),
  restorations: titled(
    z.array(z.object({ term: refer('term', '期限', 'term'), open: yes('待决定', 'open') })).max(20),
    '顺延申请',
    'applications for restoration',
  ),
  materials: titled(z.array(material).max(1000), '材料', 'materials'),
  recorded: titled(
    z
      .array(
        z.object({
          fact: label('事实', 'fact', 1, 60),
          on: date('日期', 'date'),
          party: refer('party', '当事人', 'party').optional(),
        }),
      )
      .max(500),
    '记录的事实',
    'recorded facts',
  ),
  otherRoutes: titled(
    z
      .array(
        z.object({
          procedure: coded('procedures', codes.procedures, '途径', 'procedure'),
          accepted: yes('已受理', 'accepted'),
        }),
      )
      .max(50),
    '当事人另行选择的途径',
    'routes taken',
  ),
};
