/** A small chart that is no dispute: a loan of several copies from a library. It has one of everything. */
import { z } from 'zod';
import { asksOf, date, eventsOf, int, label, oneOf, refers, text, titled, vocabulary } from '../../language/index.ts';

const copyStates = { due: ['在借', 'on loan'], back: ['已还', 'back'], lost: ['遗失', 'lost'] } as const;
const levels = { regular: ['普通', 'regular'], rare: ['珍本', 'rare'] } as const;

const copy = z.object({
  id: label('编号', 'id', 1, 20, { auto: 'id' }),
  title: label('书名', 'title', 1, 80),
  kind: oneOf(levels, '类别', 'kind'),
});
export const data = z.object({
  reader: text('读者姓名', 'name of the reader', 2, 50).optional(),
  card: label('借书证号', 'card number', 1, 20).optional(),
  copies: titled(
    z
      .array(
        copy.extend({ state: oneOf(copyStates, '借阅状态', 'state'), backOn: date('归还日', 'back on').optional() }),
      )
      .max(20),
    '借阅图书',
    'copies',
  ),
  lentOn: date('借出日', 'lent on').optional(),
  renewals: int('续借次数', 'renewals', 0, 20).optional(),
  fine: int('罚款', 'fine', 0, 100_000).optional(),
  number: label('借阅号', 'loan number').optional(),
  notes: titled(
    z.array(z.object({ id: label('编号', 'id'), text: label('内容', 'text') })).max(50),
    '备注',
    'notes',
  ).optional(),
});

export const forms = {
  REQUEST: z.object({
    reader: text('读者姓名', 'name of the reader', 2, 50),
    card: label('借书证号', 'card number', 1, 20),
    copies: titled(z.array(copy).min(1).max(5), '借阅图书', 'copies'),
  }),
  LEND: z.object({ note: label('说明', 'note', 1, 80).optional() }),
  CANCEL: z.object({ reason: label('原因', 'reason', 2, 80) }),
  RENEW: z.object({ days: int('续借天数', 'days', 1, 30) }),
  BRING_BACK: z.object({ copies: refers('clause', '归还的图书', 'copies that come back', 1) }),
  REPORT_LOST: z.object({ copy: label('遗失的图书', 'lost copy', 1, 20) }),
  HOLD: z.object({ ground: label('暂停事由', 'ground', 1, 40) }),
  UNHOLD: z.object({ ground: label('暂停事由', 'ground', 1, 40) }),
  WATCH: z.object({ why: label('理由', 'why', 1, 80) }),
  CHECK: z.object({ sound: titled(z.boolean(), '完好', 'sound') }),
  TERM_EXPIRED: z.object({
    termId: label('期限', 'term'),
    key: label('对象', 'key', 0, 80),
    token: int('令牌', 'token'),
  }),
};

export const stages = ['requested', 'lent.out', 'lent.overdue', 'returned', 'closed', 'cancelled'] as const;
export const roles = ['reader', 'librarian', 'head', 'clock'] as const;

const asks = {
  cardValid: {
    zh: '借书证是否有效',
    en: 'whether the card is valid',
    version: 1,
    args: z.object({ card: label('证号', 'card') }),
    gives: z.boolean(),
  },
};

export const words = vocabulary({ data, forms, roles, states: stages, asks });
export const askTable = asksOf(asks);
export const eventTable = eventsOf({
  REQUEST: { zh: '申请借阅', en: 'request a loan', form: forms.REQUEST, correctable: 'fields', opens: true },
  LEND: {
    zh: '借出',
    en: 'lend',
    form: forms.LEND,
    correctable: 'annul',
    occurredOn: { zh: '借出日期', en: 'day of lending' },
    number: { series: 'loan', unit: { get: 'actor.unit' }, format: { zh: '借{value}', en: 'L{value}' } },
  },
  CANCEL: { zh: '取消', en: 'cancel', form: forms.CANCEL, correctable: 'never' },
  RENEW: { zh: '续借', en: 'renew', form: forms.RENEW, correctable: 'annul' },
  BRING_BACK: { zh: '归还', en: 'bring back', form: forms.BRING_BACK, correctable: 'annul' },
  REPORT_LOST: { zh: '报失', en: 'report a loss', form: forms.REPORT_LOST, correctable: 'annul' },
  HOLD: { zh: '暂停计时', en: 'stop the clock', form: forms.HOLD, correctable: 'annul' },
  UNHOLD: { zh: '恢复计时', en: 'start the clock again', form: forms.UNHOLD, correctable: 'annul' },
  WATCH: { zh: '重点关注', en: 'watch', form: forms.WATCH, correctable: 'annul' },
  CHECK: { zh: '验收', en: 'check', form: forms.CHECK, correctable: 'annul' },
  TERM_EXPIRED: {
    zh: '期限届满',
    en: 'a term ran out',
    form: forms.TERM_EXPIRED,
    correctable: 'never',
    internal: true,
  },
});
