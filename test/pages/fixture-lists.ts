/** Invented content of lists. */
import type { LedgerProps, TasksProps } from '../../packages/server/src/pages/index.ts';
import { chrome, due, level, tx } from './fixtures.ts';

type Lang = 'zh' | 'en';

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
