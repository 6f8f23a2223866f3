/** Invented content for every page: full, empty and with faults. */
import type {
  ActionView,
  AdminProps,
  CaseProps,
  Chrome,
  DeskSubjectProps,
  Due,
  ErrorProps,
  EventsProps,
  FormView,
  LedgerProps,
  Level,
  MembersProps,
  SubjectHead,
  TasksProps,
  TermView,
} from '../../packages/server/src/pages/index.ts';
import { envelopeSchema, formModel } from '../../packages/server/src/pages/index.ts';
import { FORM } from './fixture-form.ts';

type Lang = Chrome['lang'];
const tx = (zh: string, en: string) => ({ zh, en });

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

const reason = {
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

export const ledger = (lang: Lang, full: boolean): LedgerProps => ({
  chrome: chrome(lang),
  title: tx('案件台账', 'Cases'),
  summary: tx('在办 236 件，其中 3 件超期', '236 open, 3 of them overdue'),
  views: [
    { href: '?view=open', text: tx('在办', 'open'), count: 236, current: true },
    { href: '?view=overdue', text: tx('超期', 'overdue'), count: 3 },
    { href: '?view=closed', text: tx('已归档', 'closed'), count: 1043 },
  ],
  action: '/cases',
  filters: [
    {
      name: 'words',
      label: tx('关键词', 'Words'),
      kind: 'text',
      value: '',
      placeholder: tx('案号、姓名', 'number, name'),
    },
    {
      name: 'stage',
      label: tx('当前环节', 'Stage'),
      kind: 'select',
      value: 'b',
      options: [
        { value: '', text: tx('全部', 'all') },
        { value: 'b', text: tx('调解中', 'in session'), group: tx('调解', 'mediation') },
      ],
    },
    {
      name: 'level',
      label: tx('预警等级', 'Level'),
      kind: 'select',
      value: '',
      options: [
        { value: '', text: tx('全部', 'all') },
        { value: 'l3', text: tx('红色', 'red') },
      ],
    },
    { name: 'from', label: tx('登记日期', 'Opened from'), kind: 'date', value: '', more: true },
  ],
  keep: [['view', 'open']],
  chips: [{ text: tx('当前环节：调解中', 'stage: in session'), removeHref: '?view=open' }],
  clearHref: '?',
  columns: [
    { id: 'who', text: tx('当事人', 'Parties') },
    { id: 'type', text: tx('纠纷类型', 'Type'), sortHref: '?sort=type' },
    { id: 'stage', text: tx('当前环节', 'Stage'), sortHref: '?sort=stage' },
    { id: 'level', text: tx('预警等级', 'Level') },
    { id: 'amount', text: tx('涉及金额', 'Amount'), numeric: true, sortHref: '?sort=amount' },
    { id: 'due', text: tx('办理期限', 'Due'), sortHref: '?sort=-due', sorted: 'ascending' },
  ],
  rows: full
    ? Array.from({ length: 10 }, (_, index) => ({
        href: `/cases/${index}`,
        title: ['拖欠物业服务费纠纷', '楼上漏水损害赔偿纠纷', '拖欠工资纠纷', '噪声扰民纠纷'][index % 4]!,
        number: `（2026）清河民调字第${1187 - index}号`,
        level: level(3 - (index % 4)),
        cells: [
          { text: '安和物业服务有限公司', sub: '王建国等 14 人' },
          { text: tx('物业服务', 'property') },
          { text: tx('调解中', 'in session'), progress: { done: 4, of: 9 } },
          { level: level(3 - (index % 4)) },
          { text: '48,620.00' },
          index === 8 ? {} : { due: due([-5, -2, 0, 1, 3, 12][index % 6]!) },
        ],
      }))
    : [],
  ...(full ? { total: 236, nextHref: '?after=x' } : {}),
  order: tx('按期限排序', 'by due day'),
  sizes: [25, 50, 100].map((n) => ({ href: `?size=${n}`, text: String(n), current: n === 25 })),
  create: [{ href: '/cases/new', text: tx('登记新案', 'Register') }],
});

export const tasks = (lang: Lang, full: boolean): TasksProps => ({
  chrome: chrome(lang),
  mine: full ? [task(3, -5, true)] : [],
  open: full ? [task(2, 0, false), task(1, 2, false), task(0, 12, false)] : [],
  notices: full
    ? [
        {
          text: tx('调解期限届满，提级一层', 'one rung up'),
          at: '2026-11-18 00:00',
          href: '/cases/2',
          title: '拖欠物业服务费纠纷',
        },
      ]
    : [],
  drafts: full ? [{ text: tx('登记', 'register'), at: '2026-11-23 14:52', href: '/cases/new' }] : [],
  ledger: { href: '/cases', text: tx('案件台账', 'Cases') },
});
const task = (rank: number, days: number, mine: boolean) => ({
  href: '/cases/2',
  title: '拖欠物业服务费纠纷',
  number: '（2026）清河民调字第1187号',
  text: tx('约定调解', 'schedule a session'),
  stage: tx('调解准备', 'preparing'),
  level: level(rank),
  due: due(days),
  since: '2026-11-20',
  ...(rank === 3 ? { rung: tx('已提级：主任', 'escalated: chair') } : {}),
  ...(rank === 1
    ? { heldBy: '马建国' }
    : { claim: { action: '/tasks/claim', hidden: [['task', 't']] as [string, string][], mine } }),
});

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

export const deskPropsOf = (lang: Lang, state: 'full' | 'empty' | 'faults'): DeskSubjectProps => ({
  chrome: chrome(lang),
  title: tx('司法确认审查', 'Confirmation'),
  deskHref: '/desks/court',
  head: head(1),
  queue: [
    {
      href: '/desks/court/2',
      title: '民间借贷纠纷',
      number: '（2026）清河民调字第1103号',
      due: due(-1),
      current: true,
    },
    { href: '/desks/court/3', title: '装修质量纠纷', number: '（2026）清河民调字第1142号', due: due(2) },
  ],
  read: [
    {
      title: tx('协议条款', 'Clauses'),
      marks: [{ text: tx('第 2 条涉及身份关系', 'clause 2 is on status'), href: '#r-clauses-1' }],
      parts: [
        {
          label: tx('第 1 条', 'clause 1'),
          id: 'r-clauses-0',
          parts: [
            {
              label: tx('内容', 'text'),
              value: '被申请人罗卫东于 2026 年 12 月 31 日前向申请人高玉珍返还借款本金人民币 100000 元。',
            },
            { label: tx('金额', 'amount'), value: tx('100,000.00 元', '100,000.00 yuan') },
          ],
        },
        {
          label: tx('第 2 条', 'clause 2'),
          id: 'r-clauses-1',
          marks: [tx('利率超过规定', 'the rate is too high')],
          parts: [
            {
              label: tx('内容', 'text'),
              value: '被申请人按年利率 24% 支付自 2025 年 3 月 1 日起至实际清偿之日止的利息。',
            },
          ],
        },
      ],
    },
  ],
  files: [{ href: '/cases/2/files/ab', text: '询问笔录.pdf' }],
  marks: [
    {
      title: tx('不予受理情形', 'grounds of refusal'),
      items: [{ text: tx('第 2 条涉及身份关系', 'clause 2 is on status'), href: '#r-clauses-1' }],
    },
    { title: tx('驳回情形', 'grounds of dismissal'), items: [] },
  ],
  decisions: [
    {
      text: tx('裁定确认有效', 'confirm'),
      href: '?do=a',
      available: true,
      open: state !== 'empty',
      ...(state === 'empty' ? {} : { form: form(lang, state) }),
      reasons: [],
    },
    { text: tx('裁定驳回', 'dismiss'), href: '?do=b', available: true, reasons: [] },
    {
      text: tx('要求补正', 'ask to supplement'),
      href: '?do=c',
      available: false,
      open: state === 'empty',
      reasons: [reason],
    },
  ],
});

export const errorPropsOf = (lang: Lang, status: number): ErrorProps => ({
  chrome: chrome(lang, status !== 403),
  status,
  code: `CODE_${status}`,
  ref: '0194-ab',
  ...(status === 409 ? { reasons: [reason] } : {}),
  back: { href: '/cases', text: tx('返回台账', 'Back to the ledger') },
  ...(status >= 500 ? { retry: '/cases/2' } : {}),
});

export const adminPropsOf = (lang: Lang): AdminProps => ({
  chrome: chrome(lang),
  charts: [
    {
      title: tx('矛盾纠纷', 'dispute'),
      facts: [{ label: tx('结构指纹', 'shape'), value: 'ab12' }],
      plugins: [{ id: 'grid', title: tx('网格', 'grid'), preset: 'default' }],
      findings: [{ level: 'warning', code: 'TEXT', path: 'a.b', text: tx('文本过长', 'too long') }],
      states: 24,
      events: 120,
    },
    { title: tx('闭环工单', 'order'), facts: [], plugins: [], findings: [], states: 9, events: 20 },
  ],
});
