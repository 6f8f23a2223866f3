import type { ChartDefinition, SittingStep } from '../../language/definition.ts';
import {
  append,
  cancel,
  count,
  each,
  eq,
  every,
  fact,
  filter,
  has,
  iff,
  implies,
  includes,
  isIn,
  join,
  json,
  le,
  lt,
  must,
  not,
  notify,
  or,
  pause,
  plain,
  produce,
  put,
  refTo,
  resume,
  schemaOf,
  set,
  signal,
  some,
  sum,
} from '../../language/index.ts';
import { askTable, data as dataForm, eventTable, words } from './words.ts';

const { data, actor, at, ask, event, row, auto, member, rule, number, term } = words;
const most = refTo<number>('param.mostRenewals');
type Copy = { id: string; state: string };
const out = ['lent.out', 'lent.overdue'] as const;
const staff = ['librarian', 'head'] as const;

const rules: ChartDefinition['rules'] = {
  cardValid: rule({
    zh: '借书证无效',
    en: 'the card is not valid',
    need: eq(ask.cardValid({ card: must(data.card) }), true),
    law: ['L-1'],
    why: { zh: '只借给持有效证的读者', en: 'only readers with a valid card borrow' },
    cures: [],
  }),
  headForRare: rule({
    zh: '珍本须由主任办理',
    en: 'rare copies are lent by the head',
    need: implies(
      some(data.copies, (copy) => eq(copy.kind, 'rare')),
      eq(actor.role, 'head'),
    ),
    law: ['L-2'],
    why: { zh: '珍本贵重', en: 'rare copies are valuable' },
    hard: true,
    cures: [],
  }),
  fewRenewals: rule({
    zh: '续借次数已满',
    en: 'no renewal is left',
    need: lt(or(data.renewals, 0), most),
    law: [],
    why: { zh: '让其他读者也能借到', en: 'others want to read too' },
    cures: [],
  }),
  noFine: rule({
    zh: '有未缴罚款',
    en: 'a fine is open',
    need: not(has(data.fine)),
    law: [],
    why: { zh: '先缴清', en: 'fines are paid first' },
    cures: ['CHECK'],
    needOn: { CANCEL: le(or(data.fine, 0), 100) },
  }),
  copyOut: rule({
    zh: '所列图书不在借阅中',
    en: 'a listed copy is not on loan',
    need: every(event('BRING_BACK').copies, (id) =>
      some(data.copies, (copy) => ({ all: [eq(copy.id, id as any), eq(copy.state, 'due')] })),
    ),
    law: [],
    why: { zh: '只能归还在借的图书', en: 'only copies on loan come back' },
    cures: [],
  }),
  termRuns: rule({
    zh: '借期已过',
    en: 'the loan has run out',
    need: eq(term('LOAN').status, 'running'),
    law: ['L-1'],
    why: { zh: '逾期不能续借', en: 'no renewal after the last day' },
    cures: [],
    code: 'TERM_PASSED',
  }),
};

const stageRows: ChartDefinition['regions'][string]['rows'] = [
  row('L1', 'REQUEST', {
    from: [],
    to: 'requested',
    by: ['reader', 'librarian', 'head'],
    do: (e) => [
      set(data.reader, e.reader),
      set(data.card, e.card),
      each(e.copies, (copy) => [
        append(data.copies, { id: copy.id, title: copy.title, kind: copy.kind, state: 'due' }),
      ]),
      put('PICKUP'),
      produce('slip', { with: { card: e.card } }),
    ],
  }),
  row('L2', 'LEND', {
    from: ['requested'],
    to: 'lent.out',
    by: staff,
    rules: ['cardValid', 'headForRare'],
    do: [
      set(data.lentOn, at.on),
      set(data.number, number('loan')),
      cancel('PICKUP'),
      put('LOAN', { from: at.on }),
      signal('noteIt', { text: join('借出 ', at.on) }),
    ],
  }),
  row('L3', 'CANCEL', {
    from: ['requested'],
    to: 'cancelled',
    by: ['reader', ...staff],
    rules: ['noFine'],
    do: [cancel('PICKUP')],
  }),
  row('L4', 'RENEW', {
    from: ['lent.out'],
    by: ['reader', 'librarian'],
    when: fact('readerRenews'),
    rules: ['fewRenewals', 'noFine', 'termRuns'],
    do: [set(data.renewals, sum([or(data.renewals, 0), 1])), put('LOAN', { from: at.on })],
  }),
  row('L5', 'BRING_BACK', {
    from: out,
    by: staff,
    rules: ['copyOut'],
    do: (e) => [signal('noteIt', { text: join('归还', count(e.copies)) })],
  }),
  row('L6', 'REPORT_LOST', {
    from: out,
    by: ['reader', 'librarian'],
    do: (e) => [
      iff(
        some(data.copies, (copy) => ({ all: [eq(copy.id, e.copy), eq(copy.kind, 'rare')] })),
        [set(data.fine, 500)],
        [set(data.fine, 50)],
      ),
    ],
  }),
  row('L7', 'TERM_EXPIRED', {
    from: ['lent.out'],
    to: 'lent.overdue',
    by: ['clock'],
    when: (e) => eq(e.termId, 'LOAN'),
    do: [notify('overdue', { role: 'librarian', with: { card: data.card } })],
  }),
  row('L8', 'TERM_EXPIRED', { from: ['requested', ...out], by: ['clock'] }),
  row('L9', 'CHECK', {
    from: ['returned'],
    to: 'closed',
    by: staff,
    when: (e) => eq(e.sound, true),
    rules: ['noFine'],
  }),
  row('L10', 'CHECK', { from: ['returned'], by: staff, do: [set(data.fine, null)] }),
  row('L11', 'HOLD', { from: out, by: staff, do: (e) => [pause(['LOAN'], e.ground)] }),
  row('L12', 'UNHOLD', { from: out, by: staff, do: (e) => [resume(e.ground)] }),
  auto('A1', {
    from: out,
    to: 'returned',
    when: every(data.copies, (copy) => isIn(copy.state, ['back', 'lost'])),
    do: [cancel('LOAN')],
  }),
];

export const libraryChart: ChartDefinition = plain({
  kind: 'chart',
  id: 'loan',
  language: 1,
  zh: '图书借阅',
  en: 'loan of books',
  roles: {
    reader: { zh: '读者', en: 'reader', part: 'party' },
    librarian: { zh: '馆员', en: 'librarian', part: 'staff', rank: 1 },
    head: { zh: '主任', en: 'head', part: 'lead', rank: 2 },
    clock: { zh: '系统时钟', en: 'clock', part: 'clock' },
  },
  behalf: [{ of: ['reader'], by: ['head'], evidence: true }],
  data: schemaOf(dataForm),
  events: eventTable,
  rules,
  facts: {
    readerRenews: {
      zh: '读者或馆员续借',
      en: 'renewed by reader or librarian',
      is: isIn(actor.part, ['party', 'staff']),
    },
    rareAmong: {
      zh: '有珍本',
      en: 'a rare copy is among them',
      is: some(data.copies, (copy) => eq(copy.kind, 'rare')),
    },
  },
  values: {
    open: {
      zh: '在借册数',
      en: 'copies on loan',
      of: json(count(filter(data.copies, (copy) => eq(copy.state, 'due')))),
      domain: [0, 1, 2],
    },
  },
  signals: {
    noteIt: {
      zh: '记一笔',
      en: 'note it',
      do: [append(data.notes, { id: join('n', sum([count(data.notes), 1])), text: refTo<string>('signal.text') })],
    },
  },
  terms: {
    LOAN: {
      zh: '借期',
      en: 'loan',
      length: 14,
      unit: 'day',
      startsFrom: 'lent',
      rollsOver: true,
      kind: 'duty',
      own: true,
      basis: '本馆规则',
      strength: 'policy',
      onExpiry: { zh: '催还', en: 'remind' },
    },
    PICKUP: {
      zh: '取书期',
      en: 'pick-up',
      length: 48,
      unit: 'hour',
      startsFrom: 'requested',
      rollsOver: false,
      kind: 'right',
      basis: '本馆规则',
      strength: 'policy',
      onExpiry: { zh: '取消预留', en: 'release the copies' },
    },
  },
  asks: askTable,
  params: { mostRenewals: 2, desk: { name: 'east', seats: 4 } },
  notices: { overdue: { zh: '图书逾期未还', en: 'copies are overdue' } },
  documents: { slip: { zh: '借阅单', en: 'loan slip' } },
  codes: {
    shelves: [
      { code: 'a', zh: '甲架', en: 'shelf A', floor: 1 },
      { code: 'b', zh: '乙架', en: 'shelf B', floor: 2 },
    ],
  },
  law: {
    'L-1': { zh: '凭有效证借阅', en: 'a valid card is needed', basis: '本馆规则第一条' },
    'L-2': { zh: '珍本从严', en: 'rare copies', basis: '本馆规则第二条' },
  },
  reactions: [
    {
      id: 'tellReader',
      on: 'LEND',
      do: [
        { call: 'message', with: { card: json(data.card), due: json(term('LOAN').due) } },
        { each: [json(data.copies), 'i0', null], do: [{ row: 'shelf', values: { copy: { get: 'i0.id' } } }] },
      ],
      onRefused: 'drop',
    },
  ],
  columns: [{ id: 'card', zh: '证号', en: 'card', value: json(data.card), as: 'text', search: true }],
  indicators: [],
  regions: {
    stage: {
      zh: '借阅环节',
      en: 'stage of the loan',
      initial: 'requested',
      states: {
        requested: { zh: '已申请', en: 'requested' },
        lent: {
          zh: '借出',
          en: 'lent',
          entry: [append(data.notes, { id: 'p', text: '进入借出' })],
          exit: [append(data.notes, { id: 'q', text: '离开借出' })],
        },
        'lent.out': { zh: '在借', en: 'out' },
        'lent.overdue': { zh: '逾期', en: 'overdue' },
        returned: { zh: '已还待验收', en: 'returned, to be checked' },
        closed: { zh: '已结束', en: 'closed', final: true },
        cancelled: { zh: '已取消', en: 'cancelled', final: true },
      },
      rows: stageRows,
    },
    care: {
      zh: '关注程度',
      en: 'care',
      initial: 'normal',
      states: { normal: { zh: '正常', en: 'normal' }, watched: { zh: '重点', en: 'watched' } },
      rows: [row('C1', 'WATCH', { from: ['normal' as any], to: 'watched' as any, by: staff })],
    },
  },
  members: {
    copy: {
      zh: '图书',
      en: 'copy',
      list: 'copies',
      field: 'state',
      initial: ['due'],
      states: {
        due: { zh: '在借', en: 'on loan' },
        back: { zh: '已还', en: 'back', done: true },
        lost: { zh: '遗失', en: 'lost', done: true },
      },
      rows: [
        member<Copy>('M1', ['BRING_BACK'], {
          from: ['due'],
          to: 'back',
          where: (it, e) => includes(e.copies, it.id),
          with: () => ({ backOn: at.on }),
        }),
        member<Copy>('M2', ['REPORT_LOST'], { from: ['due'], to: 'lost', where: (it, e) => eq(it.id, e.copy) }),
      ],
    },
  },
  sittings: {
    counter: {
      zh: '当面借出',
      en: 'lend at the counter',
      from: [],
      form: {
        type: 'object',
        properties: {
          request: { ...eventTable.REQUEST!.form, title: '借阅申请', en: 'request' },
          lend: { type: 'boolean', title: '立即借出', en: 'lend at once' },
        },
        required: ['request'],
      },
      steps: [
        {
          event: 'REQUEST',
          with: {
            reader: { get: 'form.request.reader' },
            card: { get: 'form.request.card' },
            copies: { get: 'form.request.copies' },
          },
        },
        { event: 'LEND', when: { eq: [{ get: 'form.lend' }, true] }, with: {} },
      ] as SittingStep[],
    },
  },
  desks: {},
  ladder: ['librarian', 'head'],
  identity: { title: json(data.card), number: json(data.number), level: 'care' },
  neverBlocked: ['CANCEL'],
  invariants: [],
});
