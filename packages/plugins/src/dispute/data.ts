/** What a dispute holds (`dispute.md` §1, §3, §8): the case data that rules read. Names of persons and free text are personal. */
import { coded, date, file, instant, int, label, money, oneOf, refer, refers, text, titled, yes } from '@fengqiao/core';
import { z } from 'zod';
import * as codes from '../domain/index.ts';

export const levels = ['unrated', 'blue', 'yellow', 'red'] as const;
export const levelTexts = {
  unrated: ['未定级', 'unrated'],
  blue: ['蓝色', 'blue'],
  yellow: ['黄色', 'yellow'],
  red: ['红色', 'red'],
} as const;
const level = (zh: string, en: string) => oneOf(levelTexts, zh, en);
const personal = { personal: true } as const;

export const agent = z.object({
  id: label('代理人编号', 'agent id', 1, 20, { auto: 'id' }).optional(),
  name: text('代理人姓名', "agent's name", 2, 50),
  category: coded('agentCategories', codes.agentCategories, '代理人类别', 'category'),
  relation: text('与当事人关系', 'relation to the party', 1, 50).optional(),
  powers: titled(
    z
      .array(
        z
          .enum(['settle', 'confirm', 'receive', 'general'])
          .meta({
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

export const clause = z.object({
  no: int('条款号', 'clause number', 1, 200),
  kind: coded('clauseKinds', codes.clauseKinds, '条款种类', 'kind of clause'),
  obligor: refer('party', '义务人', 'obligor').optional(),
  obligee: refer('party', '权利人', 'obligee').optional(),
  amount: money('金额', 'amount').optional(),
  share: titled(z.number().min(0).max(100), '比例（%）', 'share (%)').optional(),
  base: text('计算基数', 'base', 1, 200).optional(),
  dueDate: date('履行日期', 'due date').optional(),
  dueCondition: text('履行条件', 'condition', 1, 300).optional(),
  secures: titled(z.array(z.int().min(1).max(200)).max(50), '担保的条款号', 'secures clauses').optional(),
  method: text('履行方式', 'manner', 1, 100).optional(),
  place: text('履行地点', 'place', 1, 100).optional(),
  text: text('条款内容', 'wording', 2, 2000),
});

export const obligationStates = {
  pending: ['未到期', 'not yet due'],
  standing: ['持续义务', 'standing'],
  contingent: ['或有（担保）', 'contingent'],
  overdue: ['逾期', 'overdue'],
  enforcing: ['执行中', 'in enforcement'],
  performed: ['已履行', 'performed'],
  ended: ['终结', 'ended'],
  replaced: ['被替代', 'replaced'],
} as const;
export const obligation = z.object({
  id: label('义务编号', 'obligation id', 1, 40),
  state: oneOf(obligationStates, '履行状态', 'state'),
  /** Text version that it comes from; 0: a decision or judgment. */
  version: int('文本号', 'text number', 0, 1000),
  clauseNo: int('条款号', 'clause number', 1, 200).optional(),
  documentItem: label('文书主文', 'item of the paper', 1, 200).optional(),
  standing: yes('持续义务', 'standing'),
  immediate: yes('即时履行', 'performed on the spot'),
  debtor: refer('party', '义务人', 'debtor'),
  creditor: refer('party', '权利人', 'creditor').optional(),
  act: text('义务内容', 'act', 1, 2000),
  amount: money('金额', 'amount').optional(),
  paid: money('已付', 'paid'),
  dueOn: date('到期日', 'due on').optional(),
  dueCondition: text('履行条件', 'condition', 1, 300).optional(),
  secures: titled(z.array(z.string().max(40)).max(50), '担保的义务', 'secures'),
  performedOn: date('履行日', 'performed on').optional(),
  endedBy: coded('obligationEnds', codes.obligationEnds, '终结方式', 'ended by').optional(),
});
/** An obligation as a decision or judgment states it. */
export const obligationObject = obligation
  .pick({ documentItem: true, debtor: true, creditor: true, act: true, amount: true, dueOn: true, dueCondition: true })
  .extend({ standing: yes('持续义务', 'standing').optional() });

export const version = z.object({
  no: int('协议版本', 'version', 1, 1000),
  state: oneOf(
    {
      draft: ['草稿', 'draft'],
      force: ['有效', 'in force'],
      replaced: ['被替代', 'replaced'],
      lapsed: ['失效', 'lapsed'],
    },
    '状态',
    'state',
  ),
  form: coded('agreementForms', codes.agreementForms, '协议形式', 'form'),
  procedure: coded('procedures', codes.procedures, '程序', 'procedure'),
  effectivenessRule: coded('effectivenessRules', codes.effectivenessRules, '生效规则', 'rule of effect'),
  /** Made in an administrative or judicial procedure, or in mediation. */
  origin: oneOf(
    {
      mediation: ['调解', 'mediation'],
      administrative: ['行政程序', 'administrative'],
      judicial: ['司法程序', 'judicial'],
    },
    '出处',
    'origin',
  ),
  clauses: titled(z.array(clause).max(100), '协议条款', 'clauses'),
  factsAndIssues: text('事实与争议', 'facts and issues', 2, 4000).optional(),
  responsibility: text('责任', 'responsibility', 2, 2000).optional(),
  confirmationWanted: yes('拟申请司法确认', 'confirmation wanted'),
  draftedOn: date('起草日', 'drafted on'),
  mediatorSignedOn: date('调解员签名日', 'mediator signed on').optional(),
  sealedOn: date('盖章日', 'sealed on').optional(),
  letterNo: label('调解书号', 'letter number').optional(),
  letterOn: date('调解书日期', 'date of the letter').optional(),
  reachedOn: date('达成日', 'reached on').optional(),
  effectiveOn: date('生效日', 'effective on').optional(),
  replaces: int('替代版本', 'replaces', 1, 1000).optional(),
  confirmation: oneOf(
    {
      none: ['未申请', 'none'],
      confirmed: ['确认有效', 'confirmed'],
      not_accepted: ['不予受理', 'not accepted'],
      dismissed: ['驳回', 'dismissed'],
      withdrawn: ['撤回', 'withdrawn'],
      deemed_withdrawn: ['按撤回处理', 'deemed withdrawn'],
      revoked: ['撤销', 'revoked'],
    },
    '司法确认',
    'confirmation',
  ),
  grounds: titled(z.array(z.string().max(40)).max(20), '不予确认情形', 'grounds'),
  rulingNo: label('裁定书号', 'ruling number').optional(),
  rulingOn: date('裁定日', 'ruled on').optional(),
  title: oneOf(
    {
      none: ['无', 'none'],
      ...(Object.fromEntries(codes.enforceableTitles.map((item) => [item.code, [item.zh, item.en]])) as Record<
        (typeof codes.enforceableTitles)[number]['code'],
        [string, string]
      >),
    },
    '执行依据',
    'title to enforce',
  ),
  restored: yes('已准许顺延', 'restoration granted'),
});

export const session = z.object({
  id: label('场次', 'session', 1, 20),
  state: oneOf(
    {
      scheduled: ['已约定', 'scheduled'],
      running: ['进行中', 'running'],
      recorded: ['已记录', 'recorded'],
      cancelled: ['已取消', 'cancelled'],
      left: ['未记录', 'left unrecorded'],
    },
    '状态',
    'state',
  ),
  time: instant('时间', 'time'),
  place: text('地点', 'place', 1, 100),
  location: coded('locationKinds', codes.locationKinds, '地点种类', 'kind of place'),
  kind: oneOf({ joint: ['共同', 'joint'], separate: ['分别', 'separate'] }, '形式', 'kind'),
  mediators: refers('person', '调解员', 'mediators'),
  presiding: refer('person', '主持', 'presiding'),
  recordedLater: yes('补录', 'recorded later'),
  openness: coded('openness', codes.openness, '公开方式', 'openness').optional(),
  present: refers('party', '到场当事人', 'present').optional(),
  openedOn: date('开始日', 'opened on').optional(),
  result: coded('sessionResults', codes.sessionResults, '结果', 'result').optional(),
});

export const application = z.object({
  no: int('次序', 'number', 1, 100),
  version: int('协议版本', 'version', 1, 1000),
  applicants: refers('party', '申请人', 'applicants'),
  court: refer('court', '法院', 'court'),
  form: oneOf({ written: ['书面', 'written'], oral: ['口头', 'oral'] }, '申请方式', 'form'),
  appliedOn: date('申请日', 'applied on'),
  postmark: date('邮戳日', 'postmark').optional(),
  insist: text('坚持申请说明', 'note of insistence', 1, 1000).optional(),
  open: yes('在审', 'open'),
  accepted: yes('已受理', 'accepted'),
  leaveAsked: yes('已申请撤回', 'leave asked'),
  questionsOpen: yes('补正或询问未答复', 'supplement or questions unanswered'),
  caseNo: label('案号', 'case number').optional(),
  outcome: coded('confirmationOutcomes', codes.confirmationOutcomes, '结果', 'outcome').optional(),
});

export const factorFields = {
  involvedPersons: int('涉及人数', 'persons involved', 0, 1_000_000).optional(),
  violenceRisk: oneOf(
    {
      none: ['无', 'none'],
      verbal_threat: ['言语威胁', 'verbal threat'],
      minor_physical: ['轻微肢体冲突', 'minor physical'],
      injury_or_weapon: ['伤害或持械', 'injury or weapon'],
    },
    '暴力风险',
    'risk of violence',
  ).optional(),
  selfHarmRisk: oneOf(
    { none: ['无', 'none'], hinted: ['有暗示', 'hinted'], explicit: ['明确表示', 'explicit'] },
    '自伤自杀风险',
    'risk of self-harm',
  ).optional(),
  gatheringRisk: oneOf(
    {
      none: ['无', 'none'],
      possible: ['可能', 'possible'],
      planned_or_occurring: ['已计划或发生', 'planned or occurring'],
    },
    '聚集风险',
    'risk of gathering',
  ).optional(),
  amountCny: titled(z.number().min(0).max(1e12), '涉及金额（元）', 'amount (yuan)').optional(),
  specialGroups: titled(
    z
      .array(
        z
          .enum([
            'minor',
            'elderly',
            'disabled',
            'dv_victim',
            'severe_mental_disorder',
            'migrant_wage',
            'hardship',
            'community_correction',
            'pregnant',
          ])
          .meta({
            labels: {
              minor: { zh: '未成年人', en: 'minor' },
              elderly: { zh: '老年人', en: 'elderly' },
              disabled: { zh: '残疾人', en: 'disabled' },
              dv_victim: { zh: '家庭暴力受害人', en: 'victim of domestic violence' },
              severe_mental_disorder: { zh: '严重精神障碍患者', en: 'severe mental disorder' },
              migrant_wage: { zh: '农民工欠薪', en: 'migrant workers unpaid' },
              hardship: { zh: '困难家庭', en: 'hardship' },
              community_correction: { zh: '社区矫正对象', en: 'community correction' },
              pregnant: { zh: '孕产妇', en: 'pregnant' },
            },
          }),
      )
      .max(9),
    '特殊群体',
    'special groups',
  ).optional(),
  priorMediationFailures: int('此前调解失败次数', 'earlier failed mediations', 0, 1000).optional(),
  policeCalls90d: int('近90日报警次数', 'police calls in 90 days', 0, 1000).optional(),
  petitions: int('同一事项信访次数', 'petitions on the matter', 0, 1000).optional(),
  skipLevelPetitionPlanned: yes('拟越级上访', 'skip-level petition planned').optional(),
  publicity: oneOf(
    {
      none: ['无', 'none'],
      local_online: ['本地网络', 'local online'],
      trending_or_media: ['热点或媒体', 'trending or media'],
    },
    '舆情',
    'publicity',
  ).optional(),
  durationDays: int('持续时间（日）', 'duration in days', 0, 100_000).optional(),
  crossArea: yes('跨区域或跨行业', 'across areas or trades').optional(),
  livelihoodImpact: yes('影响基本生活', 'touches livelihood').optional(),
  sensitivePeriod: yes('重要时间节点', 'sensitive period').optional(),
  deathInvolved: yes('涉及死亡', 'death involved').optional(),
  suspectedCrime: yes('涉嫌犯罪', 'suspected crime').optional(),
  safetyHazard: yes('现实安全隐患', 'safety hazard').optional(),
};
export const factors = titled(z.object(factorFields), '研判指标', 'factors');
export const claim = z.object({
  id: label('编号', 'id', 1, 20, { auto: 'id' }),
  text: text('诉求内容', 'claim', 2, 1000),
});
export const route = z.object({
  route: coded('procedures', codes.procedures, '途径', 'route'),
  authority: label('有权处理的机关', 'authority', 2, 100),
  limit: label('期限', 'limit', 1, 100),
  dueDate: date('届满日', 'due on').optional(),
});
export const handover = z.object({
  unit: label('接收单位', 'receiving unit', 2, 100),
  at: instant('移交时间', 'handed over at'),
});

export const data = z.object({
  source: coded('caseSources', codes.caseSources, '来源', 'source'),
  disputeType: coded('disputeTypes', codes.disputeTypes, '纠纷类型', 'type of dispute'),
  subtype: label('子类', 'subtype', 1, 50).optional(),
  parties: titled(z.array(party).max(100), '当事人', 'parties'),
  papers: titled(z.array(paper).max(2000), '文书', 'papers'),
  facts: text('纠纷事实', 'facts', 1, 4000),
  claims: titled(z.array(claim).max(50), '诉求', 'claims'),
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
  rung: int('当前层级', 'rung', 0, 10),
  handler: refer('person', '承办人', 'handler').optional(),

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
  materials: titled(
    z
      .array(
        z.object({
          id: label('编号', 'id', 1, 20),
          kind: label('材料种类', 'kind', 1, 60),
          title: text('名称', 'title', 1, 100),
          sensitive: yes('敏感', 'sensitive'),
          party: refer('party', '当事人', 'party').optional(),
          file: file('文件', 'file'),
        }),
      )
      .max(1000),
    '材料',
    'materials',
  ),
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

  outcome: coded('caseOutcomes', codes.caseOutcomes, '办结方式', 'outcome').optional(),
  mediationResult: coded('mediationResults', codes.mediationResults, '调解结果', 'result of mediation').optional(),
  followUps: int('回访次数', 'follow-ups', 0, 1000),
  satisfaction: coded('satisfaction', codes.satisfaction, '满意度', 'satisfaction').optional(),
  handover: titled(handover, '移交', 'handover').optional(),
  receiver: label('接收单位', 'receiver', 1, 100).optional(),
  fileNo: label('归档号', 'file number').optional(),
  retention: oneOf(
    {
      short_5y: ['短期（5年）', 'short, 5 years'],
      long_10y: ['长期（10年）', 'long, 10 years'],
      permanent: ['永久', 'permanent'],
    },
    '保管期限',
    'retention',
  ).optional(),
});
export type Data = z.output<typeof data>;
export type Party = z.output<typeof party>;
export type Paper = z.output<typeof paper>;
export type Obligation = z.output<typeof obligation>;
export type Version = z.output<typeof version>;
