/** Forms of the agreement and of its judicial confirmation (`dispute.md` §7). */
import {
  coded,
  date,
  type EventWords,
  file,
  files,
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
import { clause } from '../data.ts';
import { caseNo, members, reason, signature } from './common.ts';

const clauses = titled(z.array(clause).min(1).max(100), '条款', 'clauses', { label: 'no' });
const missing = titled(
  z
    .array(label('事项', 'item', 1, 200))
    .min(1)
    .max(50),
  '补正事项',
  'missing',
);
/** The mediator's review of lawfulness (R-PM-03, R-PM-40, R-PT-03, R-PS-04). */
const checklist = titled(
  z.object({
    lawful: yes('内容不违反法律、政策', 'lawful'),
    noThirdPartyHarm: yes('不损害国家、公共和他人利益', 'no harm to others'),
    voluntary: yes('各方自愿', 'of free will'),
    disposable: yes('当事人有权处分', 'the parties may dispose of it'),
    noCoercion: yes('无罚款等强制内容', 'no coercive content'),
  }),
  '合法性审查',
  'review of lawfulness',
);
const ruling = { rulingNo: label('裁定书号', 'ruling number', 2, 80), ruledOn: date('日期', 'date') };
const grounds = [...codes.confirmationNonAcceptance, ...codes.confirmationRejection];
const papers = titled(
  z
    .array(
      z
        .enum([
          'agreement',
          'mediation_proof',
          'identity',
          'property',
          'power_of_attorney',
          'register_form',
          'signed_text',
        ])
        .meta({
          labels: {
            agreement: { zh: '调解协议', en: 'agreement' },
            mediation_proof: { zh: '调解组织主持调解的证明', en: 'proof of mediation' },
            identity: { zh: '身份、资格证明及联系方式', en: 'identity and contacts' },
            property: { zh: '财产权利证明', en: 'property papers' },
            power_of_attorney: { zh: '授权委托书', en: 'power of attorney' },
            register_form: { zh: '口头协议登记表', en: 'oral agreement form' },
            signed_text: { zh: '各方签名的协议内容', en: 'signed text' },
          },
        }),
    )
    .max(7),
  '材料清单',
  'papers',
);

export const agreement = {
  DRAFT_AGREEMENT: {
    zh: '起草协议',
    en: 'draft the agreement',
    verb: { zh: '提交签署', en: 'submit for signature' },
    correctable: 'fields',
    form: z.object({
      form: oneOf({ written: ['书面', 'written'] }, '形式', 'form'),
      factsAndIssues: text('事实与争议', 'facts and issues', 2, 4000),
      responsibility: text('责任', 'responsibility', 2, 2000).optional(),
      clauses,
      checklist,
      confirmationWanted: yes('拟申请司法确认', 'confirmation wanted'),
      penaltyNote: text('含罚则字样的说明', 'note on penalty words', 2, 500).optional(),
      adviser: refer('person', '法律顾问', 'legal adviser').optional(),
    }),
  },
  RECORD_ORAL: {
    zh: '登记口头协议',
    en: 'record an oral agreement',
    correctable: 'fields',
    form: z.object({
      form: oneOf({ oral: ['口头', 'oral'], immediate: ['即时履行', 'performed on the spot'] }, '形式', 'form'),
      clauses,
      reachedOn: date('达成日', 'reached on'),
      noWrittenWanted: refers('party', '表示无需书面的当事人', 'want none written'),
      performedNow: titled(
        z.array(z.int().min(1).max(200)).max(100),
        '当场履行的条款号',
        'clauses performed at once',
      ).optional(),
      checklist,
      mediatorSignature: signature.meta({ title: '调解员签名', en: "mediator's signature" }),
      seal: titled(z.object({ sealedOn: date('盖章日', 'sealed on') }), '盖章', 'seal').optional(),
      members: members('达成协议者', 'who agreed'),
    }),
  },
  RESUME_MEDIATION: {
    zh: '继续调解',
    en: 'go on mediating',
    correctable: 'never',
    form: z.object({ reason: reason() }),
  },
  SIGN: {
    zh: '当事人签署',
    en: 'sign',
    correctable: 'never',
    form: z.object({
      party: refer('party', '签署人', 'party'),
      signedOn: date('签署日期', 'date'),
      kind: oneOf(
        {
          signature: ['签名', 'signature'],
          seal: ['盖章', 'seal'],
          fingerprint: ['指印', 'fingerprint'],
          eSignature: ['电子签名', 'e-signature'],
        },
        '方式',
        'kind',
      ),
      by: label('代签人（代理人、代表人编号）', 'signed by agent or representative', 1, 20).optional(),
      officialSeal: yes('已加盖公章', 'official seal').optional(),
      scan: file('签名页扫描件', 'scan of the signed page').optional(),
    }),
  },
  UNSIGN: {
    zh: '撤回签署',
    en: 'take the signature back',
    correctable: 'never',
    form: z.object({ party: refer('party', '当事人', 'party') }),
  },
  MEDIATOR_SIGN: {
    zh: '调解员签名',
    en: 'the mediator signs',
    correctable: 'never',
    form: z.object({ signedOn: date('签名日期', 'date') }),
  },
  SEAL: {
    zh: '盖章',
    en: 'seal',
    correctable: 'never',
    form: z.object({
      sealedOn: date('盖章日', 'sealed on'),
      kind: oneOf(
        { committeeSeal: ['调委会印章', "committee's seal"], officialSeal: ['机关公章', 'official seal'] },
        '印章',
        'kind',
      ),
    }),
  },
  COURT_LETTER: {
    zh: '出具调解书',
    en: 'issue the letter',
    correctable: 'never',
    form: z.object({ letterNo: label('调解书号', 'letter number', 2, 80), issuedOn: date('日期', 'date') }),
  },
  REDRAFT: {
    zh: '重新起草',
    en: 'redraft',
    correctable: 'never',
    form: z.object({
      reason: text('更正（撤回）理由', 'reason', 5, 1000),
      members: members('签名失效者', 'signatures that fall'),
    }),
  },
  APPLY_CONFIRMATION: {
    zh: '申请司法确认',
    en: 'apply for confirmation',
    correctable: 'annul',
    form: z.object({
      applicants: refers('party', '全体申请人', 'all applicants', 1),
      agents: titled(
        z
          .array(z.object({ party: refer('party', '当事人', 'party'), agent: label('代理人编号', 'agent id', 1, 20) }))
          .max(100),
        '代理人',
        'agents',
      ).optional(),
      court: refer('court', '法院', 'court'),
      jurisdictionBasis: oneOf(
        {
          inviting_court: ['邀请调解的法院', 'inviting court'],
          party_domicile: ['当事人住所地', "party's domicile"],
          subject_matter: ['标的物所在地', 'place of the subject matter'],
          organisation_place: ['调解组织所在地', 'place of the organisation'],
        },
        '管辖依据',
        'basis of jurisdiction',
      ),
      form: oneOf({ written: ['书面', 'written'], oral: ['口头', 'oral'] }, '方式', 'form'),
      papers,
      propertyConcerned: yes('涉及财产权属', 'property is concerned').optional(),
      appliedOn: date('申请日', 'applied on'),
      postmark: date('邮戳日', 'postmark').optional(),
      insist: text('坚持申请的书面说明', 'written note of insistence', 1, 1000).optional(),
    }),
  },
  SKIP_CONFIRMATION: {
    zh: '不申请司法确认',
    en: 'no confirmation',
    correctable: 'never',
    form: z.object({ reason: text('不申请理由', 'reason', 5, 500) }),
  },
  REVISE_AGREEMENT: {
    zh: '变更协议',
    en: 'revise the agreement',
    correctable: 'annul',
    form: z.object({
      by: refers('party', '同意变更的当事人', 'agreed by', 1),
      reason: text('变更理由', 'reason', 2, 1000),
    }),
  },
  REOPEN: {
    zh: '重新处理',
    en: 'reopen',
    correctable: 'annul',
    form: z.object({
      reason: text('重新处理理由', 'reason', 5, 1000),
      members: members('重新列入待表态者', 'named again'),
    }),
  },
  SUE_ON_AGREEMENT: {
    zh: '就协议起诉',
    en: 'sue on the agreement',
    correctable: 'annul',
    form: z.object({
      plaintiff: refer('party', '原告', 'plaintiff'),
      defendants: refers('party', '被告', 'defendants', 1),
      obligationIds: refers('obligation', '义务', 'obligations').optional(),
      procedure: coded('procedures', codes.procedures, '程序', 'procedure').optional(),
    }),
  },
  COURT_ACCEPT: {
    zh: '法院受理',
    en: 'accepted by the court',
    correctable: 'fields',
    form: z.object({ caseNo, filedOn: date('立案日', 'filed on'), judge: text('承办人', 'judge', 2, 50).optional() }),
  },
  COURT_ASK_SUPPLEMENT: {
    zh: '法院要求补正',
    en: 'supplement asked by the court',
    correctable: 'fields',
    form: z.object({ missing, dueOn: date('法院指定日', "court's date") }),
  },
  SUPPLY: {
    zh: '提交补正',
    en: 'supply',
    correctable: 'annul',
    form: z.object({ documents: files('材料', 'papers', 1) }),
  },
  COURT_ENQUIRE: {
    zh: '法院询问',
    en: 'enquiry of the court',
    correctable: 'fields',
    form: z.object({
      kind: oneOf(
        { appear: ['到场', 'appear'], explain: ['说明', 'explain'], evidence: ['举证', 'evidence'] },
        '方式',
        'kind',
      ),
      addressees: refers('party', '对象（不选为调委会）', 'addressees, none: the committee'),
      dueOn: date('时间', 'due on').optional(),
    }),
  },
  WITHDRAW_CONFIRMATION: {
    zh: '撤回确认申请',
    en: 'withdraw the application',
    correctable: 'never',
    form: z.object({
      by: refers('party', '撤回人', 'withdrawn by', 1),
      reason: text('理由', 'reason', 1, 500).optional(),
    }),
  },
  END_CONFIRMATION: {
    zh: '准许撤回（按撤回处理）',
    en: 'end the confirmation',
    correctable: 'never',
    form: z.object({
      outcome: oneOf(
        { withdrawn: ['准许撤回', 'withdrawn'], deemed_withdrawn: ['按撤回处理', 'deemed withdrawn'] },
        '结果',
        'outcome',
      ),
      ...ruling,
    }),
  },
  REFUSE_CONFIRMATION: {
    zh: '不予受理（驳回）',
    en: 'refuse the confirmation',
    correctable: 'never',
    form: z.object({
      outcome: oneOf(
        { not_accepted: ['不予受理', 'not accepted'], dismissed: ['驳回申请', 'dismissed'] },
        '结果',
        'outcome',
      ),
      grounds: titled(
        z
          .array(
            z.enum([...new Set(grounds.map((ground) => ground.code))] as [string, ...string[]]).meta({
              labels: Object.fromEntries(grounds.map((ground) => [ground.code, { zh: ground.zh, en: ground.en }])),
            }),
          )
          .max(11),
        '情形',
        'grounds',
      ),
      ...ruling,
      next: text('告知途径', 'routes told', 1, 1000).optional(),
    }),
  },
  CONFIRM: {
    zh: '裁定确认有效',
    en: 'confirm',
    correctable: 'never',
    form: z.object({
      ...ruling,
      confirmedClauses: titled(
        z.array(z.int().min(1).max(200)).max(100),
        '确认的条款号',
        'confirmed clauses',
      ).optional(),
    }),
  },
} as const satisfies Record<string, EventWords<z.ZodObject>>;
