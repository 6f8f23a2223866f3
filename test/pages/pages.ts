/** Every page in every state, as HTML by name: what is validated, measured and looked at. */
import * as pages from '../../packages/server/src/pages/index.ts';
import { adminPropsOf, deskPropsOf, errorPropsOf } from './fixture-desk.ts';
import { ledger, tasks } from './fixture-lists.ts';
import { casePropsOf, chrome, due, eventsPropsOf, form, head, level, membersPropsOf, term } from './fixtures.ts';

const tx = (zh: string, en: string) => ({ zh, en });
const SVG =
  '<svg class="sc" role="img" aria-labelledby="x-title" viewBox="0 0 10 10" width="10" height="10"><title id="x-title">图</title></svg>';

export function allPages(lang: 'zh' | 'en'): { [name: string]: string } {
  const back = { href: '/cases/2', text: tx('返回', 'Back') };
  const hidden: [string, string][] = [['_csrf', 'token']];
  const step = (state: 'full' | 'empty' | 'faults') =>
    pages.stepPage({
      chrome: chrome(lang),
      head: head(),
      back,
      title: tx('记录本次调解', 'record'),
      form: form(lang, state),
      reasons: [],
      several: state === 'full' ? [tx('告知', 'tell'), tx('开始', 'open')] : undefined,
    });
  return {
    'sign-in': pages.signInPage({
      chrome: chrome(lang, false),
      action: '/login',
      hidden,
      demo: {
        password: 'fengqiao',
        accounts: [{ account: 'zhou', name: '周淑芬', post: tx('人民调解员', 'mediator') }],
      },
    }),
    'sign-in-error': pages.signInPage({
      chrome: chrome(lang, false),
      action: '/login',
      hidden,
      account: 'zhou',
      error: tx('账号或者密码不正确', 'wrong'),
      note: tx('登录已过期', 'expired'),
    }),
    tasks: pages.tasksPage(tasks(lang, true)),
    'tasks-empty': pages.tasksPage(tasks(lang, false)),
    ledger: pages.ledgerPage(ledger(lang, true)),
    'ledger-empty': pages.ledgerPage(ledger(lang, false)),
    'ledger-first': pages.ledgerPage({ ...ledger(lang, false), chips: [] }),
    case: pages.casePage(casePropsOf(lang, 'full', SVG)),
    'case-empty': pages.casePage(casePropsOf(lang, 'empty')),
    'case-error': pages.casePage(casePropsOf(lang, 'faults')),
    'case-closed': pages.casePage({
      ...casePropsOf(lang, 'empty'),
      waiting: undefined,
      closed: tx('双方已履行', 'performed'),
    }),
    'step-open': pages.stepPage({
      chrome: chrome(lang),
      back,
      title: tx('登记', 'register'),
      form: form(lang, 'empty'),
      reasons: [],
    }),
    step: step('full'),
    'step-error': step('faults'),
    'step-not': pages.stepPage({
      chrome: chrome(lang),
      head: head(),
      back,
      title: tx('起草协议', 'draft'),
      reasons: casePropsOf(lang, 'full').actions[2]!.reasons,
    }),
    members: pages.membersPage(membersPropsOf(lang, true)),
    'members-empty': pages.membersPage(membersPropsOf(lang, false)),
    deadlines: pages.deadlinesPage({
      chrome: chrome(lang),
      head: head(),
      terms: [term('调解期限', 'mediation', due(-5)), term('回访', 'visit', due(3, { status: 'ended' }))],
    }),
    'deadlines-empty': pages.deadlinesPage({ chrome: chrome(lang), head: head(), terms: [] }),
    flow: pages.flowPage({
      chrome: chrome(lang),
      head: head(),
      diagram: SVG,
      states: [
        {
          text: tx('受理', 'intake'),
          status: 'now',
          ways: [
            { text: tx('受理', 'accept'), to: tx('研判', 'triage'), who: [tx('登记员', 'registrar')] },
            { text: tx('补充', 'add'), who: [] },
          ],
        },
      ],
      version: [{ label: tx('结构', 'shape'), value: 'ab' }],
      superseded: true,
    }),
    events: pages.eventsPage(eventsPropsOf(lang, true)),
    'events-empty': pages.eventsPage(eventsPropsOf(lang, false)),
    desk: pages.deskPage({
      chrome: chrome(lang),
      title: tx('司法确认', 'Confirmation'),
      columns: ledger(lang, true).columns,
      rows: ledger(lang, true).rows,
    }),
    'desk-empty': pages.deskPage({
      chrome: chrome(lang),
      title: tx('司法确认', 'Confirmation'),
      columns: [],
      rows: [],
    }),
    'desk-subject': pages.deskSubjectPage(deskPropsOf(lang, 'full')),
    'desk-subject-error': pages.deskSubjectPage(deskPropsOf(lang, 'faults')),
    'desk-subject-not': pages.deskSubjectPage(deskPropsOf(lang, 'empty')),
    ...Object.fromEntries(
      [403, 404, 409, 413, 422, 500, 503].map((status) => [
        `error-${status}`,
        pages.errorPage(errorPropsOf(lang, status)),
      ]),
    ),
    conflict: pages.conflictPage({
      chrome: chrome(lang),
      back,
      title: tx('更正', 'correct'),
      by: '马建国',
      at: '2026-11-24 14:20',
      rows: [{ label: tx('金额', 'amount'), shown: '100', now: '200', yours: '300' }],
      action: '/cases/2/do/X',
      hidden,
      fields: [['amount', '300']],
      ref: '0194',
    }),
    prefs: pages.prefsPage({
      chrome: chrome(lang),
      action: '/prefs',
      hidden,
      values: { size: 'large', lang, shortcuts: true },
      saved: true,
    }),
    help: pages.helpPage({
      chrome: chrome(lang),
      page: 'help',
      glossary: [{ label: tx('期限', 'term'), value: tx('办理的最后日期', 'last day') }],
    }),
    keys: pages.helpPage({
      chrome: { ...chrome(lang), fontSize: 'huge', flash: { kind: 'done', text: tx('已保存', 'saved') } },
      page: 'keys',
    }),
    admin: pages.adminPage(adminPropsOf(lang)),
    levels: pages.ledgerPage({
      ...ledger(lang, true),
      rows: [0, 1, 2, 3].map((rank) => ({
        href: '/x',
        title: '甲',
        level: level(rank),
        cells: [{ level: level(rank) }],
      })),
    }),
  };
}
