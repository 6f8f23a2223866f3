/** Plugins for the library: one with a blocking and a `once` region, one that watches; and one to be put in any order. */
import type { PluginDefinition } from '../../language/definition.ts';

const bare = (id: string): PluginDefinition => ({
  kind: 'plugin',
  id,
  base: 'loan',
  language: 1,
  zh: '插件',
  en: 'plugin',
  roles: {},
  data: {},
  events: {},
  rules: {},
  facts: {},
  values: {},
  signals: {},
  terms: {},
  asks: {},
  params: {},
  documents: {},
  codes: {},
  law: {},
  reactions: [],
  columns: [],
  indicators: [],
  regions: {},
  tighten: {},
  fields: {},
  requires: [],
});

const note = (zh: string, en: string) => ({ type: 'string', minLength: 1, maxLength: 80, title: zh, en });

/** Deposit: must be paid before lending; a term of its own; asked again only once. */
export const deposit: PluginDefinition = {
  ...bare('deposit'),
  zh: '押金',
  en: 'deposit',
  roles: { cashier: { zh: '出纳', en: 'cashier', part: 'staff' } },
  data: {
    type: 'object',
    properties: {
      paid: { type: 'integer', minimum: 0, title: '押金', en: 'deposit' },
      seen: { type: 'string', title: '最近事项', en: 'last seen' },
    },
    title: '押金',
    en: 'deposit',
  },
  events: {
    PAY: {
      zh: '缴纳押金',
      en: 'pay the deposit',
      verb: { zh: '收款', en: 'take payment' },
      correctable: 'annul',
      form: {
        type: 'object',
        properties: { amount: { type: 'integer', minimum: 1, title: '金额', en: 'amount' } },
        required: ['amount'],
      },
    },
  },
  rules: {
    enough: {
      zh: '押金不足',
      en: 'the deposit is too small',
      need: { le: [{ get: 'param.least' }, { get: 'event.amount' }] },
      law: [],
      why: { zh: '须够赔付', en: 'it must cover a loss' },
      cures: [],
    },
    notTwice: {
      zh: '说明不得写“免押”',
      en: 'the note may not waive the deposit',
      need: { not: { mentions: [{ get: 'event.note', else: '' }, ['免押']] } },
      law: [],
      why: { zh: '押金不得免除', en: 'a deposit is never waived' },
      cures: [],
    },
  },
  facts: { wanted: { zh: '须缴押金', en: 'a deposit is wanted', is: { fact: 'rareAmong' } } },
  terms: {
    PAY: {
      zh: '缴纳期',
      en: 'payment',
      length: 3,
      unit: 'working_day',
      startsFrom: 'asked',
      rollsOver: false,
      kind: 'duty',
      basis: '本馆规则',
      strength: 'policy',
      onExpiry: { zh: '提醒', en: 'remind' },
    },
  },
  params: { least: 100 },
  codes: { shelves: [{ code: 'safe', zh: '保险柜', en: 'safe', floor: 0 }] },
  columns: [{ id: 'paid', zh: '押金', en: 'deposit', value: { get: 'data.ext.deposit.paid' }, as: 'money' }],
  regions: {
    cash: {
      zh: '押金收取',
      en: 'deposit',
      point: 'requested',
      kind: 'blocking',
      blocks: ['LEND'],
      enter: { fact: 'wanted' },
      initial: 'asked',
      done: ['paid'],
      states: {
        asked: { zh: '待缴', en: 'asked', entry: [{ put: 'PAY' }] },
        paid: { zh: '已缴', en: 'paid', entry: [{ cancel: 'PAY' }] },
      },
      rows: [
        {
          id: 'D1',
          on: 'PAY',
          from: ['asked'],
          to: 'paid',
          by: ['cashier'],
          rules: ['enough'],
          do: [{ set: 'data.ext.deposit.paid', to: { get: 'event.amount' } }],
        },
        {
          id: 'D2',
          on: 'TERM_EXPIRED',
          from: ['asked'],
          by: ['clock'],
          when: { eq: [{ get: 'event.termId' }, 'deposit.PAY'] },
          do: [{ set: 'data.ext.deposit.seen', to: 'late' }],
        },
      ],
    },
  },
  tighten: { LEND: ['notTwice'] },
  fields: {
    LEND: { type: 'object', properties: { receipt: note('收据号', 'receipt') }, title: '押金', en: 'deposit' },
  },
  requires: [],
};

/** Watches the copies while they are out; done once, it stays done. */
export const camera: PluginDefinition = {
  ...bare('camera'),
  zh: '拍照',
  en: 'camera',
  data: {
    type: 'object',
    properties: {
      shots: {
        type: 'array',
        maxItems: 50,
        title: '照片',
        en: 'shots',
        items: {
          type: 'object',
          properties: { on: { type: 'string', format: 'date', title: '日期', en: 'day' } },
          required: ['on'],
        },
      },
    },
    title: '拍照',
    en: 'camera',
  },
  events: {
    SHOOT: {
      zh: '拍照',
      en: 'take a picture',
      verb: { zh: '拍照', en: 'shoot' },
      correctable: 'never',
      form: { type: 'object', properties: {} },
    },
  },
  regions: {
    pictures: {
      zh: '拍照留存',
      en: 'pictures',
      point: 'lent',
      kind: 'watching',
      blocks: [],
      once: true,
      initial: 'none-yet',
      done: ['taken'],
      states: { 'none-yet': { zh: '未拍', en: 'none yet' }, taken: { zh: '已拍', en: 'taken' } },
      rows: [
        {
          id: 'P1',
          on: 'SHOOT',
          from: ['none-yet'],
          to: 'taken',
          by: ['librarian'],
          do: [{ append: 'data.ext.camera.shots', item: { on: { get: 'at.on' } } }],
        },
      ],
      onBase: { RENEW: [{ append: 'data.ext.camera.shots', item: { on: { get: 'at.today' } } }] },
    },
  },
};

/** A plugin with nothing but a rule, for tests of order. */
export const small = (id: string): PluginDefinition => ({
  ...bare(id),
  zh: `插件${id}`,
  rules: {
    always: { zh: '总能满足', en: 'always met', need: { all: [] }, law: [], why: { zh: '无', en: 'none' }, cures: [] },
  },
  tighten: { LEND: ['always'], CHECK: ['always'] },
  facts: { yes: { zh: '是', en: 'yes', is: { all: [] } } },
  roles: { helper: { zh: '助手', en: 'helper', part: 'staff' } },
});
