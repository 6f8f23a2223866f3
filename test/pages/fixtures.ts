/** Invented content for every page: full, empty and with faults. */
import type {
  ActionView,
  CaseProps,
  Chrome,
  Due,
  EventsProps,
  FormView,
  Level,
  MembersProps,
  SubjectHead,
  TermView,
} from '../../packages/server/src/pages/index.ts';
import { envelopeSchema, formModel } from '../../packages/server/src/pages/index.ts';
import { FORM } from './fixture-form.ts';

type Lang = Chrome['lang'];
export const tx = (zh: string, en: string) => ({ zh, en });

export const chrome = (lang: Lang, signedIn = true): Chrome => ({
  lang,
  fontSize: 'standard',
  url: '/cases?view=open',
  csrf: signedIn ? 'token' : 'login-token',
  district: tx('清河街道', 'Qinghe'),
  ...(signedIn
    ? {
        user: {
          name: '周淑芬',
          key: 'a1',
          post: tx('人民调解员', 'mediator'),
          unit: tx('清河街道人民调解委员会', 'Qinghe mediation committee'),
          posts: [
            { id: 'm', text: tx('人民调解员', 'mediator'), current: true },
            { id: 'r', text: tx('受理登记员', 'registrar'), current: false },
          ],
        },
      }
    : {}),
  nav: signedIn
    ? [
        { href: '/tasks', text: tx('我的待办', 'My tasks'), count: 7, key: 't' },
        { href: '/cases', text: tx('案件台账', 'Cases'), current: true, key: 'c' },
        { href: '/orders', text: tx('工单台账', 'Orders') },
        { href: '/desks/court', text: tx('司法确认', 'Confirmation'), count: 9 },
      ]
    : [],
  ...(signedIn ? { search: { action: '/cases' } } : {}),
  demo: true,
  version: '0.1.0',
  shortcuts: true,
});

export const level = (rank: number): Level => ({
  code: `l${rank}`,
  rank,
  text: [tx('未定级', 'unrated'), tx('蓝色', 'blue'), tx('黄色', 'yellow'), tx('红色', 'red')][rank]!,
});
export const due = (days: number, rest: Partial<Due> = {}): Due => ({
  at: '2026-11-29',
  days,
  status: days < 0 ? 'expired' : 'running',
  ...rest,
});

export const head = (rank = 2): SubjectHead => ({
  title: '拖欠物业服务费纠纷',
  number: '（2026）清河民调字第1187号',
  back: { href: '/cases', text: tx('案件台账', 'Cases') },
  previous: '/cases/1',
  next: '/cases/3',
  stage: tx('调解中', 'in session'),
  level: level(rank),
  due: due(-5),
  facts: [
    { label: tx('承办', 'with'), value: '周淑芬' },
    { label: tx('来源', 'source'), value: tx('法院委派', 'from the court') },
    { label: tx('受理', 'accepted'), value: '2026-11-03' },
    { label: tx('标的', 'amount'), value: tx('48,620.00 元', '48,620.00 yuan') },
  ],
  steps: [
    ['受理登记', 'intake', 'done'],
    ['研判定级', 'triage', 'done'],
    ['启动预案', 'plan', 'done'],
    ['选定调处方式', 'channel', 'done'],
    ['调解', 'mediation', 'now'],
    ['协议', 'agreement', 'todo'],
    ['司法确认', 'confirmation', 'todo'],
    ['履行', 'performance', 'todo'],
    ['回访', 'follow-up', 'todo'],
    ['归档', 'archive', 'todo'],
  ].map(([zh, en, status]) => ({ text: tx(zh!, en!), status: status as 'done' | 'now' | 'todo' })),
  tabs: [
    { href: '/cases/2', text: tx('办理', 'Work'), current: true },
    { href: '/cases/2/members', text: tx('当事人、义务', 'Parties'), count: 3 },
    { href: '/cases/2/deadlines', text: tx('期限', 'Deadlines'), count: 3 },
    { href: '/cases/2/flow', text: tx('流程图', 'Flow') },
    { href: '/cases/2/events', text: tx('动态', 'History'), count: 28 },
  ],
});

export const VALUES = {
  kind: 'joint',
  when: '2026-11-23T14:30:00+08:00',
  day: '2026-11-23',
  people: ['p1', 'p2'],
  note: '物业公司同意对电梯停运期间的服务费减免三成；业主代表同意于 12 月 31 日前一次性补缴。\n孙永福因住院未到场。',
  amount: 3403400,
  clauses: [
    { id: 'c1', no: 1, text: '王建国于 2026 年 12 月 31 日前支付 34034 元。', amount: 3403400 },
    { id: 'c2', no: 2, text: '物业公司于三日内恢复电梯运行。' },
  ],
  papers: [{ sha256: 'ab'.repeat(32), size: 421000, type: 'application/pdf', name: '第二次调解笔录.pdf' }],
  sure: true,
};
const CHOICES = (ref: string) =>
  ref === 'party'
    ? [
        ['p1', '安和物业服务有限公司'],
        ['p2', '王建国'],
        ['p3', '孙永福'],
      ].map(([value, label]) => ({ value: value!, label: label! }))
    : undefined;

export function form(lang: Lang, state: 'full' | 'empty' | 'faults'): FormView {
  const errors =
    state === 'faults'
      ? [
          { path: 'note', text: lang === 'zh' ? '至少填写 20 个字' : 'at least 20 characters' },
          { path: 'amount', text: lang === 'zh' ? '应为数字，例如 48620.00' : 'a number such as 48620.00' },
          { path: 'clauses.1.text', text: lang === 'zh' ? '请填写条款内容' : 'tell what it says' },
          { path: 'kind', text: lang === 'zh' ? '请选择形式' : 'choose one' },
          { path: 'sure', text: lang === 'zh' ? '须经各方同意' : 'all must agree' },
        ]
      : [];
  const values =
    state === 'full'
      ? VALUES
      : state === 'empty'
        ? undefined
        : { ...VALUES, amount: '四万八', kind: undefined, clauses: [VALUES.clauses[0]!, { no: 2 }] };
  const base = { lang, zone: 'Asia/Shanghai', errors, choices: CHOICES };
  return {
    action: '/cases/2/do/RECORD',
    hidden: [
      ['_csrf', 'token'],
      ['_id', '01940000-0000-7000-8000-000000000000'],
      ['_basis', '{}'],
    ],
    fields: formModel(FORM, { ...base, values: JSON.parse(JSON.stringify(values ?? null)) }),
    envelope: formModel(envelopeSchema({ on: tx('办理日期', 'day of the act'), behalf: 'may' }), {
      ...base,
      prefix: 'envelope',
    }),
    errors,
    submit: tx('保存并进入“起草协议”', 'Save and go to drafting'),
    draft: {
      key: 'cases~2~do~RECORD',
      ...(state === 'full'
        ? { savedAt: '2026-11-23 14:52', restored: true, dropAction: '/drafts/cases~2~do~RECORD/drop' }
        : {}),
    },
    cancel: { href: '/cases/2', text: tx('取消', 'Cancel') },
    ...(state === 'faults' ? { problems: [reason] } : {}),
  };
}

export const reason = {
  text: tx('还有当事人没有被告知权利义务', 'a party was not told of its rights'),
  rule: 'everyNoticed',
  basis: tx('人民调解法第二十三条', 'People’s Mediation Law, art. 23'),
  unmet: [tx('孙永福：未告知', 'Sun Yongfu: not told')],
  cure: [
    { text: tx('告知权利义务', 'tell of the rights'), href: '/cases/2/do/TELL', who: [tx('人民调解员', 'mediator')] },
  ],
};
const action = (zh: string, en: string, available: boolean): ActionView => ({
  text: tx(zh, en),
  verb: tx(zh, en),
  href: `/cases/2/do/${en.replaceAll(' ', '-')}`,
  available,
  reasons: available ? [] : [reason, { text: tx('调解次数未达到规定', 'too few sessions') }],
});
export const term = (zh: string, en: string, own: Due): TermView => ({
  title: tx(zh, en),
  of: '孙永福',
  due: own,
  kind: tx('本单位义务', 'own duty'),
  startedOn: '2026-11-03',
  startedBy: tx('受理', 'acceptance'),
  basis: tx('人民调解工作规范 第 12 条', 'rules of mediation, art. 12'),
  working: [
    tx('自 2026-11-03 的次日起算', 'from the day after 2026-11-03'),
    tx('十五个工作日，跳过 4 个休息日', 'fifteen working days, 4 rest days skipped'),
    tx('届满日为 2026-11-29', 'ends 2026-11-29'),
  ],
  pauses: [{ ground: tx('鉴定', 'appraisal'), from: '2026-11-10', to: '2026-11-12' }],
  onExpiry: tx('提级一层', 'one rung up'),
  actions: [{ href: '/cases/2/do/LONGER', text: tx('申请延期', 'extend') }],
});
const members: MembersProps['sections'] = [
  {
    title: tx('当事人', 'Parties'),
    members: [
      ['p1', '安和物业服务有限公司', '申请人', '已同意', true],
      ['p2', '王建国', '被申请人', '已同意', true],
      ['p3', '孙永福', '被申请人', '待表态', false],
    ].map(([id, name, role, text, done]) => ({
      id: String(id),
      name: String(name),
      role: tx(String(role), id === 'p1' ? 'applicant' : 'respondent'),
      states: [
        { aspect: tx('意愿', 'will'), text: tx(String(text), done ? 'agreed' : 'to be asked'), done: Boolean(done) },
        { aspect: tx('文书', 'papers'), text: tx('未告知', 'not told'), done: false },
      ],
      facts: [
        { label: tx('电话', 'telephone'), value: '138****2276' },
        { label: tx('证件号码', 'ID'), value: '3702**********1234' },
      ],
      reveal: { action: `/cases/2/members/${id}/reveal` },
      actions: [{ href: '/cases/2/do/AGREE', text: tx('记录同意', 'record consent') }],
    })),
  },
];

export const casePropsOf = (lang: Lang, state: 'full' | 'empty' | 'faults', diagram?: string): CaseProps => {
  const full = state !== 'empty';
  return {
    chrome: chrome(lang),
    head: full
      ? head(state === 'faults' ? 3 : 2)
      : { ...head(0), facts: [], steps: [], due: undefined, number: undefined },
    ...(full
      ? { current: { title: tx('记录本次调解', 'record the session'), form: form(lang, state) } }
      : {
          waiting: {
            for: [tx('人民调解员', 'mediator')],
            what: [tx('约定调解', 'schedule a session')],
            since: '2026-11-20',
          },
        }),
    claims: full
      ? [
          {
            text: tx('约定调解', 'schedule'),
            action: '/cases/2/claim',
            hidden: [['task', 't1']],
            mine: false,
            heldBy: '马建国',
          },
        ]
      : [],
    sittings: full
      ? [
          {
            ...action('当场调解', 'doorstep', true),
            several: [tx('告知权利', 'tell'), tx('开始调解', 'open'), tx('结束调解', 'close')],
          },
        ]
      : [],
    actions: full
      ? [
          action('约定调解', 'schedule', true),
          action('终止调解', 'terminate', true),
          action('起草协议', 'draft', false),
          action('中止计时', 'pause', false),
        ]
      : [],
    sections: full ? members : [{ title: tx('当事人', 'Parties'), members: [] }],
    sectionsHref: '/cases/2/members',
    terms: full
      ? [
          term('调解期限', 'mediation', due(-5)),
          term('法院委派反馈', 'report to the court', due(1)),
          term('材料补正', 'supplement', due(6)),
          term('首次联系', 'first contact', due(0, { hours: 20, at: '2026-11-24T10:00:00Z' })),
          term('鉴定', 'appraisal', due(9, { status: 'paused', provisional: true })),
        ]
      : [],
    termsHref: '/cases/2/deadlines',
    papers: full
      ? [
          { title: tx('权利义务告知书', 'notice of rights'), on: '2026-11-05', of: '王建国' },
          { title: tx('研判表', 'assessment'), on: '2026-11-04', internal: true },
        ]
      : [],
    files: full
      ? [
          {
            name: '第二次调解笔录.pdf',
            size: 421_000,
            type: 'application/pdf',
            sha256: 'ab'.repeat(32),
            href: '/cases/2/files/ab',
            with: tx('结束调解', 'close'),
            on: '2026-11-20',
          },
        ]
      : [],
    told: full
      ? [
          {
            text: tx('调解期限届满，提级一层', 'the term ran out, one rung up'),
            to: tx('调解委员会主任', 'chair'),
            at: '2026-11-18 00:00',
          },
        ]
      : [],
    timeline: full
      ? [
          {
            text: tx('结束本次调解', 'close the session'),
            by: '周淑芬',
            at: '2026-11-20 14:30',
            detail: '七名业主到场',
            href: '/cases/2/events#e-27',
          },
          { text: tx('期限届满', 'a term ran out'), by: tx('系统', 'system'), at: '2026-11-18 00:00', system: true },
          { text: tx('开始调解', 'open the session'), by: '周淑芬', at: '2026-11-11 10:05', on: '2026-11-10' },
        ]
      : [],
    entries: full ? 28 : 0,
    eventsHref: '/cases/2/events',
    ...(diagram ? { diagram } : {}),
    flowHref: '/cases/2/flow',
    links: full ? [{ href: '/orders/9', text: tx('工单 2026-9', 'order 2026-9') }] : [],
  };
};

export const membersPropsOf = (lang: Lang, full: boolean): MembersProps => ({
  chrome: chrome(lang),
  head: head(),
  sections: full
    ? [...members, { title: tx('履行义务', 'Obligations'), members: [] }]
    : [{ title: tx('当事人', 'Parties'), members: [] }],
  add: [{ href: '/cases/2/do/ADD', text: tx('添加当事人', 'add a party') }],
  ...(full ? { error: { member: 'p2', text: tx('请填写查看理由', 'give the reason') } } : {}),
});

export const eventsPropsOf = (lang: Lang, full: boolean): EventsProps => ({
  chrome: chrome(lang),
  head: head(),
  entries: full
    ? [
        {
          seq: 28,
          text: tx('结束本次调解', 'close the session'),
          by: '周淑芬',
          post: tx('人民调解员', 'mediator'),
          behalf: '王建国',
          at: '2026-11-20 14:30',
          on: '2026-11-19',
          payload: [
            { label: tx('调解结果', 'result'), value: tx('达成协议', 'agreed') },
            { label: tx('条款', 'clauses'), parts: [{ label: '1', value: '支付 34034 元' }] },
          ],
          changes: [{ label: tx('调解次数', 'sessions'), before: '1', after: '2' }],
          moved: [tx('起草协议', 'drafting')],
          hash: '9f'.repeat(32),
        },
        {
          seq: 27,
          text: tx('期限届满', 'a term ran out'),
          by: tx('系统', 'system'),
          at: '2026-11-18 00:00',
          payload: [],
          changes: [],
          moved: [],
          hash: '00',
          system: true,
        },
      ]
    : [],
  ...(full
    ? { older: '?before=27', filter: { name: 'kind', value: '', options: [{ value: '', text: tx('全部', 'all') }] } }
    : {}),
});
