/**
 * Questions to the outside (design §5, fact providers): what a rule must know and the case does not hold.
 * Answers are small, finite and say nothing personal: a person's age, name or address never leaves its provider.
 */
import { type AskWords, int, label, oneOf, refer, titled, yes } from '@fengqiao/core';
import { z } from 'zod';

/** A civil date, or an instant that the provider turns into the civil day of the district. */
const on = label('日期', 'day', 10, 40);
const person = refer('person', '人员', 'person');
const unit = refer('unit', '单位', 'unit');
const party = refer('party', '当事人', 'party');
const grid = label('网格编码', 'grid code', 1, 30).optional();

export const asks = {
  inJurisdiction: {
    zh: '当事人住址或者纠纷发生地是否在该调委会辖区，或者已确定由其牵头共同调解',
    en: "whether a party's address or the place of the dispute lies in the committee's area, or it leads a joint mediation",
    version: 1,
    args: z.object({ committee: unit, gridCode: grid }),
    gives: z.boolean(),
  },
  unitKind: {
    zh: '该单位是调委会、调处中心、行政机关、法院还是仲裁机构',
    en: 'what kind of body a unit is',
    version: 1,
    args: z.object({ unit }),
    gives: oneOf(
      {
        committee: ['人民调解委员会', "people's mediation committee"],
        centre: ['调处中心', 'centre'],
        authority: ['行政机关', 'authority'],
        court: ['人民法院', 'court'],
        tribunal: ['仲裁机构', 'tribunal'],
        other: ['其他', 'other'],
      },
      '单位种类',
      'kind of unit',
    ),
  },
  unitCompetent: {
    zh: '按职责清单，该单位是否主管此类、此地的纠纷',
    en: 'whether the duty list makes the unit competent for this type and place',
    version: 1,
    args: z.object({
      unit,
      procedure: label('程序', 'procedure', 1, 60),
      disputeType: label('纠纷类型', 'type of dispute', 1, 60),
      gridCode: grid,
    }),
    gives: z.boolean(),
  },
  onRoster: {
    zh: '该人当日是否为该调委会在册的成年调解员',
    en: "whether the person is an adult mediator, active in the committee's roster on the day",
    version: 1,
    args: z.object({ person, committee: unit, on }),
    gives: z.boolean(),
  },
  onCourtRoster: {
    zh: '该人当日是否在法院特邀调解员名册内',
    en: "whether the person is on the court's roster of invited mediators on the day",
    version: 1,
    args: z.object({ person, on }),
    gives: z.boolean(),
  },
  holdsRole: {
    zh: '该人当日是否担任该角色',
    en: 'whether the person holds the role on the day',
    version: 1,
    args: z.object({ person, role: label('角色', 'role', 2, 40), on }),
    gives: z.boolean(),
  },
  rankOf: {
    zh: '该人当日的最高职级（0 调解员、1 调委会主任、2 社区书记、3 街道分管领导、4 主要负责人，-1 无）',
    en: 'highest rank that the person holds on the day (0 mediator … 4 top leader, -1 none)',
    version: 1,
    args: z.object({ person, on }),
    gives: int('职级', 'rank', -1, 4),
  },
  capacityOf: {
    zh: '该当事人当日的民事行为能力',
    en: "the party's capacity on the day, from its date of birth",
    version: 1,
    args: z.object({ party, on }),
    gives: oneOf(
      { full: ['完全', 'full'], limited: ['限制', 'limited'], none: ['无', 'none'] },
      '行为能力',
      'capacity',
    ),
  },
  underFourteen: {
    zh: '该当事人当日是否不满十四周岁',
    en: 'whether the party is under fourteen on the day',
    version: 1,
    args: z.object({ party, on }),
    gives: z.boolean(),
  },
  electedFromMembers: {
    zh: '推选的代表人是否都是该群体的成员（名单仅在推选证明上的，以推选证明为准）',
    en: 'whether every elected representative is a member of the group (of the list, or of the sheet where only that lists them)',
    version: 1,
    args: z.object({ party }),
    gives: z.boolean(),
  },
  agentOpposes: {
    zh: '该代理人是否本案对方当事人',
    en: 'whether the agent is itself a party on the opposing side',
    version: 1,
    args: z.object({ party, agent: label('代理人编号', 'agent id', 1, 20) }),
    gives: z.boolean(),
  },
  originalFits: {
    zh: '原案是否存在、未归档、同一事项并有共同当事人',
    en: 'whether the original case exists, is not archived, concerns the same matter and has a common party',
    version: 1,
    args: z.object({ original: refer('subject', '原案', 'original') }),
    gives: oneOf(
      {
        fits: ['符合', 'fits'],
        absent: ['不存在', 'absent'],
        archived: ['已归档', 'archived'],
        other_matter: ['不是同一事项', 'another matter'],
        no_common_party: ['无共同当事人', 'no common party'],
      },
      '原案',
      'original',
    ),
  },
  linkedWaiting: {
    zh: '所等待的关联事项中尚未办结的件数',
    en: 'how many of the linked subjects that are waited for are still open',
    version: 1,
    args: z.object({ subjects: titled(z.array(z.string().max(80)).max(100), '关联事项', 'linked subjects') }),
    gives: int('件数', 'number', 0, 100),
  },
  courtCandidates: {
    zh: '可以受理司法确认申请的法院及其管辖依据（级别管辖已计入）',
    en: 'courts to which the application for confirmation may go, with the basis of jurisdiction (level counted in)',
    version: 1,
    args: z.object({
      committee: unit.optional(),
      disputeType: label('纠纷类型', 'type of dispute', 1, 60),
      amount: int('金额（分）', 'amount in fen', 0, 10_000_000_000_000).optional(),
      gridCode: grid,
    }),
    gives: z
      .array(
        z.object({
          court: refer('court', '法院', 'court'),
          basis: oneOf(
            {
              inviting_court: ['邀请调解的法院', 'inviting court'],
              party_domicile: ['当事人住所地', "party's domicile"],
              subject_matter: ['标的物所在地', 'place of the subject matter'],
              organisation_place: ['调解组织所在地', 'place of the organisation'],
            },
            '管辖依据',
            'basis of jurisdiction',
          ),
        }),
      )
      .max(50),
  },
  enforcementCourtFits: {
    zh: '该法院是否作出执行依据的法院，或者被执行财产所在地的同级法院',
    en: 'whether the court is the one that made the paper, or one of the same level where the property is',
    version: 1,
    args: z.object({
      court: refer('court', '法院', 'court'),
      madeBy: label('作出文书的法院（机构）', 'court or body that made the paper', 1, 100).optional(),
    }),
    gives: z.boolean(),
  },
  penaltyWords: {
    zh: '协议条款中是否出现罚款、拘留、没收等字样',
    en: 'whether the wording of a clause speaks of fines, detention or confiscation',
    version: 1,
    args: z.object({ version: int('文本号', 'text number', 1, 1000) }),
    gives: yes('出现', 'yes'),
  },
} as const satisfies Record<string, AskWords>;
