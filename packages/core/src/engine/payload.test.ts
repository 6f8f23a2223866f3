import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { date, file, instant, int, label, money, oneOf, schemaOf, text, titled, yes } from '../language/forms.ts';
import { parsePayload } from './payload.ts';

const form = z.object({
  name: text('姓名', 'name', 2, 10),
  born: date('出生日期', 'date of birth').optional(),
  heldAt: instant('时间', 'time').optional(),
  amount: money('金额', 'amount').optional(),
  persons: int('人数', 'persons', 1, 9).optional(),
  kind: oneOf({ a: ['甲', 'A'], b: ['乙', 'B'] }, '类别', 'kind').optional(),
  agreed: yes('同意', 'agreed').optional(),
  claims: titled(
    z
      .array(label('诉求', 'claim', 2, 20))
      .min(1)
      .max(2),
    '诉求',
    'claims',
  ).optional(),
  parties: titled(
    z.array(z.object({ id: label('编号', 'id'), name: text('当事人姓名', 'name of the party', 2, 50) })),
    '当事人',
    'parties',
  ).optional(),
  paper: file('附件', 'paper').optional(),
});
const schema = schemaOf(form);
const faults = (payload: unknown) => {
  const parsed = parsePayload(schema, payload);
  return parsed.ok ? [] : parsed.reasons.map((reason) => [reason.path, reason.text.zh, reason.text.en]);
};

test('a fitting payload passes as it is', () => {
  const payload = {
    name: '张三丰',
    born: '1990-02-28',
    heldAt: '2026-01-01T09:00:00+08:00',
    amount: 100,
    kind: 'a',
    agreed: true,
    claims: ['还钱'],
    parties: [{ id: 'p1', name: '李四' }],
  };
  expect(parsePayload(schema, payload)).toEqual({ ok: true, payload });
});

test('every fault is told at once, with path, title and rule of the field', () => {
  expect(
    faults({
      name: '张',
      born: '2026-02-30',
      heldAt: '9点',
      amount: 1.5,
      persons: 12,
      kind: 'c',
      agreed: '是',
      claims: [],
      parties: [{ id: 'p1' }, { name: '王五', extra: 1 }],
      odd: 1,
    }),
  ).toEqual([
    ['name', '姓名至少须有2个字', 'Name must have at least 2 characters'],
    ['born', '出生日期须是日期（年-月-日）', 'Date of birth must be a date (year-month-day)'],
    ['heldAt', '时间须是日期和时间', 'Time must be a date and time'],
    ['amount', '金额须是整数', 'Amount must be a whole number'],
    ['persons', '人数不得大于9', 'Persons must be at most 9'],
    ['kind', '类别须从所列选项中选择', 'Kind must be one of the listed choices'],
    ['agreed', '同意须选择是或否', 'Agreed must be yes or no'],
    ['claims', '诉求至少须有1项', 'Claims must have at least 1 item'],
    ['parties.0.name', '第1项当事人姓名须填写', 'Name of the party (item 1) is required'],
    ['parties.1.id', '第2项编号须填写', 'Id (item 2) is required'],
    ['parties.1.extra', '表单中没有“extra”这一项', 'The form has no field “extra”'],
    ['odd', '表单中没有“odd”这一项', 'The form has no field “odd”'],
  ]);
  expect(faults({})).toEqual([['name', '姓名须填写', 'Name is required']]);
  expect(faults({ name: '' })).toEqual([['name', '姓名须填写', 'Name is required']]);
  expect(faults({ name: '张三', parties: ['p1'] })).toEqual([
    ['parties.0', '第1项当事人填写有误', 'Parties (item 1) is not valid'],
  ]);
  expect(faults({ name: '张三', amount: -1 })).toEqual([
    ['amount', '金额不得小于0.00元', 'Amount must be at least 0.00 yuan'],
  ]);
});

test('a personal value may have been replaced by its reference, other values may not', () => {
  const reference = { ref: 'r1', commit: 'c1' };
  expect(parsePayload(schema, { name: reference }).ok).toBe(true);
  expect(faults({ name: '张三', kind: reference }).map(([path]) => path)).toEqual(['kind']);
  expect(faults({ name: { ref: 'r1' } }).map(([path]) => path)).toEqual(['name']);
});

test('no fault repeats what somebody typed', () => {
  const secret = '110101199001011234';
  expect(JSON.stringify(faults({ name: secret + secret, born: secret, kind: secret, persons: secret }))).not.toContain(
    secret,
  );
});

test('read back from JSON, the schema gives the same verdict as the form', () => {
  const strict = form
    .extend({
      parties: z.array(z.strictObject({ id: z.string().min(1).max(80), name: z.string().min(2).max(50) })).optional(),
    })
    .strict();
  const odd = fc.constantFrom<any>(
    undefined,
    null,
    1,
    1.5,
    -1,
    '',
    'a',
    '张三',
    '2026-01-01',
    '2026-01-01T00:00:00Z',
    true,
    [],
    ['还钱'],
    ['x'],
    {},
    [{ id: 'p', name: '李四' }],
    [{ id: 'p' }],
  );
  const fitting: { [field: string]: unknown } = {
    name: '张三',
    born: '2026-01-01',
    heldAt: '2026-01-01T00:00:00Z',
    amount: 5,
    persons: 1,
    kind: 'a',
    agreed: true,
    claims: ['还钱'],
    parties: [{ id: 'p', name: '李四' }],
  };
  const field = (key: string) =>
    fc.oneof({ weight: 6, arbitrary: fc.constant(fitting[key]) }, { weight: 1, arbitrary: odd });
  const payload = fc
    .record(Object.fromEntries(Object.keys(form.shape).map((key) => [key, field(key)])), { requiredKeys: ['name'] })
    .map((one) => Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)));
  let good = 0;
  fc.assert(
    fc.property(payload, (one) => {
      const verdict = strict.safeParse(one).success;
      good += Number(verdict);
      expect(parsePayload(schema, one).ok).toBe(verdict);
    }),
    { numRuns: 3000 },
  );
  expect(good).toBeGreaterThan(300);
});
