/** Invented content of desks, errors and administration. */
import type { AdminProps, DeskSubjectProps, ErrorProps } from '../../packages/server/src/pages/index.ts';
import { chrome, due, form, head, reason, tx } from './fixtures.ts';

type Lang = 'zh' | 'en';

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
