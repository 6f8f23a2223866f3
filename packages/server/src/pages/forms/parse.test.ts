import type { Schema } from '@fengqiao/core';
import { describe, expect, it } from 'vitest';
import { formModel } from './build.ts';
import { formFaults } from './check.ts';
import { checkFormSchema } from './component.ts';
import { ENVELOPE, envelopeSchema } from './envelope.ts';
import { FormFieldUnknown } from './model.ts';
import { parseForm } from './parse.ts';
import { withUploads } from './uploads.ts';
import { dateOf, fenOf, instantOf, instantShown, localText, yuanShown, yuanText } from './values.ts';

const zone = 'Asia/Shanghai';
const named = (schema: Schema): Schema => ({ title: '标题', en: 'title', ...schema });
const person = named({
  type: 'object',
  properties: {
    id: { type: 'string', auto: 'id' },
    name: named({ type: 'string', maxLength: 50 }),
    age: named({ type: 'integer' }),
    tags: named({ type: 'array', items: { type: 'string', enum: ['x', 'y'] } }),
  },
  required: ['id', 'name', 'tags'],
});
const schema: Schema = {
  type: 'object',
  properties: {
    people: named({ type: 'array', items: person, minItems: 1 }),
    amount: named({ type: 'integer', ui: 'money' }),
    sure: named({ type: 'boolean' }),
    proof: named({
      anyOf: [named({ type: 'object', ui: 'file', properties: {} }), named({ type: 'string', maxLength: 300 })],
    }),
    papers: named({ type: 'array', ui: 'files', items: { type: 'object', ui: 'file', properties: {} } }),
  },
  required: ['people', 'sure'],
};

describe('parseForm', () => {
  it('reads by the schema: nothing for an empty box, numbers, one box as a list', () => {
    const { payload } = parseForm(
      schema,
      [
        ['people.0._i', '1'],
        ['people.0.name', ' 张三 '],
        ['people.0.age', '１２'],
        ['people.0.tags', 'x'],
        ['amount', '48,620.5 元'],
        ['sure', 'true'],
      ],
      { zone },
    );
    expect(payload).toEqual({ people: [{ name: '张三', age: 12, tags: ['x'] }], amount: 4862050, sure: true });
  });
  it('keeps what cannot be read, so that it is refused at its field', () => {
    const { payload } = parseForm(
      schema,
      [
        ['people.0.name', 'a'],
        ['people.0.age', '十二'],
        ['amount', '四万八'],
      ],
      { zone },
    );
    expect(payload).toMatchObject({ amount: '四万八', sure: false });
    expect(payload.people).toEqual([{ name: 'a', age: '十二', tags: [] }]);
  });
  it('drops spare empty items, but keeps those that the schema demands', () => {
    const sent: [string, string][] = [
      ['people.0._i', '1'],
      ['people.0.name', ''],
      ['people.1._i', '1'],
      ['people.1.name', ''],
    ];
    expect(parseForm(schema, sent, { zone }).payload.people).toEqual([{ tags: [] }]);
  });
  it('refuses names that reach for a prototype and reports names that the schema does not have', () => {
    const { payload, unknown } = parseForm(
      schema,
      [
        ['__proto__.polluted', 'x'],
        ['people.0.constructor.y', 'x'],
        ['people.__proto__.name', 'x'],
        ['extra', '1'],
        ['_csrf', 't'],
      ],
      { zone },
    );
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
    expect(JSON.stringify(payload)).not.toContain('"x"');
    expect(unknown).toEqual(['people.0.constructor.y', 'people.__proto__.name', 'extra']);
  });
  it('adds and removes by its buttons, and never loses what is there', () => {
    const sent: [string, string][] = [
      ['people.0._i', '1'],
      ['people.0.name', '甲'],
      ['people.1._i', '1'],
      ['people.1.name', ''],
    ];
    const more = parseForm(schema, [...sent, ['_op', 'add:people']], { zone });
    expect(more.operation).toEqual({ kind: 'add', path: 'people' });
    expect(more.payload.people).toHaveLength(3);
    const less = parseForm(schema, [...sent, ['_op', 'del:people:0']], { zone });
    expect(less.payload.people).toEqual([{ tags: [] }]);
  });
  it('shows the form again for a button that it does not know, and never sends', () => {
    for (const op of ['add:nothing', 'del:__proto__:0', 'x', 'add:amount'])
      expect(parseForm(schema, [['_op', op]], { zone }).operation).toEqual({ kind: 'edit' });
    expect(parseForm(schema, [['_op', 'draft']], { zone }).operation).toEqual({ kind: 'draft' });
  });
  it('takes a file before words, and words without a file', () => {
    const file = [
      ['proof.sha256', 'aa'],
      ['proof.size', '3'],
      ['proof.type', 'image/png'],
      ['proof.name', '收条.png'],
    ] as [string, string][];
    expect(parseForm(schema, [...file, ['proof', '口头']], { zone }).payload.proof).toEqual({
      sha256: 'aa',
      size: 3,
      type: 'image/png',
      name: '收条.png',
    });
    expect(parseForm(schema, [['proof', '口头']], { zone }).payload.proof).toBe('口头');
    expect(parseForm(schema, [...file, ['_op', 'del:proof']], { zone }).payload.proof).toBeUndefined();
  });
});

it('puts uploads among the fields', () => {
  const one = { sha256: 'a', size: 1, type: 't', name: 'n' };
  const fields = withUploads(
    schema,
    [['papers.0.sha256', 'old']],
    [
      { field: 'papers', ...one },
      { field: 'amount', ...one },
      { field: 'proof', ...one },
    ],
  );
  expect(fields.filter(([name]) => name.endsWith('sha256'))).toEqual([
    ['papers.0.sha256', 'old'],
    ['papers.1.sha256', 'a'],
    ['proof.sha256', 'a'],
  ]);
});

describe('components', () => {
  it('names the path of a field that no component fits', () => {
    const bad = {
      type: 'object',
      properties: {
        a: named({ type: 'array', items: named({ type: 'object', properties: { b: named({ type: 'null' }) } }) }),
      },
    };
    expect(() => checkFormSchema(bad)).toThrow(/FORM_FIELD_UNKNOWN a\.0\.b/);
    expect(() => checkFormSchema({ type: 'object', properties: { a: { type: 'string' } } })).toThrow(FormFieldUnknown);
    expect(() =>
      checkFormSchema({ type: 'object', properties: JSON.parse('{"__proto__":{"type":"string"}}') }),
    ).toThrow(FormFieldUnknown);
  });
  it('finds every form of a definition that cannot be drawn', () => {
    const form = { type: 'object', properties: { a: named({ type: 'null' }) } };
    const event = { form, zh: '一', en: 'one' };
    const found = formFaults({
      events: { X: event, Y: { ...event, internal: true } },
      sittings: { s: { ...event, form: { type: 'object', properties: { envelope: named({ type: 'string' }) } } } },
    } as never);
    expect(found.map(({ path }) => path)).toEqual(['events.X.form.a', 'sittings.s.form.envelope']);
  });
  it('chooses by size: radios to five, a select to fifteen, a lookup beyond', () => {
    const kinds = [5, 15, 16].map(
      (n) =>
        formModel(
          {
            type: 'object',
            properties: { a: named({ type: 'string', enum: Array.from({ length: n }, (_, i) => `c${i}`) }) },
            required: ['a'],
          },
          { zone, lang: 'zh' },
        )[0]!.kind,
    );
    expect(kinds).toEqual(['radios', 'select', 'lookup']);
  });
  it('shows faults at their field', () => {
    const nodes = formModel(schema, {
      zone,
      lang: 'en',
      values: { people: [{ name: '' }] },
      errors: [{ path: 'people.0.name', text: 'too short' }],
    });
    expect(JSON.stringify(nodes)).toContain('too short');
    expect(nodes[0]).toMatchObject({
      kind: 'repeat',
      items: [{ children: [{}, { id: 'f-people-0-name', error: 'too short' }, {}, {}] }],
    });
  });
  it('asks for the day, the party and the paper of an act entered for others', () => {
    const asked = envelopeSchema({ on: { zh: '日期', en: 'day' }, behalf: 'must' });
    checkFormSchema(asked);
    expect(formModel(asked, { zone, lang: 'zh', prefix: ENVELOPE }).map(({ path }) => path)).toEqual([
      'envelope.on',
      'envelope.behalf',
      'envelope.evidence',
    ]);
    expect(
      parseForm(
        asked,
        [
          ['envelope.on', '2026-11-24'],
          ['on', 'x'],
        ],
        { zone, prefix: ENVELOPE },
      ),
    ).toEqual({ payload: { on: '2026-11-24', behalf: [] }, unknown: [] });
  });
});

describe('values', () => {
  it('reads yuan exactly', () => {
    expect(['0.1', '0.29', '19.99', '1234567890123.45', '¥ 1,000', '１２。５'].map(fenOf)).toEqual([
      10, 29, 1999, 123456789012345, 100000, 1250,
    ]);
    expect(['-1', '1.234', '', '1e3', '四'].map(fenOf)).toEqual(['-1', '1.234', '', '1e3', '四']);
    expect([0, 5, 100, 4862050].map(yuanText)).toEqual(['0', '0.05', '1', '48620.50']);
    expect(yuanShown(123456789)).toBe('1,234,567.89');
  });
  it('reads the wall clock of the district, across a change of the clocks too', () => {
    expect(instantOf('2026-11-23T14:30', zone)).toBe('2026-11-23T14:30:00+08:00');
    expect(instantOf('2026-07-01T08:00', 'Europe/Berlin')).toBe('2026-07-01T08:00:00+02:00');
    expect(instantOf('2026-03-29T03:30', 'Europe/Berlin')).toBe('2026-03-29T03:30:00+02:00');
    expect(localText('2026-11-23T06:30:00Z', zone)).toBe('2026-11-23T14:30');
    expect(instantShown('2026-11-23T06:30:00Z', zone)).toBe('2026-11-23 14:30');
    expect(instantOf('明天', zone)).toBe('明天');
  });
  it('reads dates as people write them', () => {
    expect(['2026/1/5', '2026年11月3日', '20261103', '2026-11-03', '昨天'].map(dateOf)).toEqual([
      '2026-01-05',
      '2026-11-03',
      '2026-11-03',
      '2026-11-03',
      '昨天',
    ]);
  });
});
