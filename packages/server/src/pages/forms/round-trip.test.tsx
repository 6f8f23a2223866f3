import type { Json, Schema } from '@fengqiao/core';
import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { tell } from '../strings.ts';
import { formModel } from './build.ts';
import { Fields } from './field.tsx';
import { parseForm } from './parse.ts';

const plain = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
const attribute = (tag: string, name: string) => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`).exec(tag);
  return found ? plain(found[1] ?? '') : undefined;
};
/** What a browser would send of the page, files left out. */
export function sentFields(html: string): [string, string][] {
  const sent: [string, string][] = [];
  for (const found of html.matchAll(
    /<input(?:[^>"]|"[^"]*")*>|<textarea(?:[^>"]|"[^"]*")*>[\s\S]*?<\/textarea>|<select(?:[^>"]|"[^"]*")*>[\s\S]*?<\/select>/g,
  )) {
    const whole = found[0];
    const tag = /^<(?:[^>"]|"[^"]*")*>/.exec(whole)![0];
    const name = attribute(tag, 'name');
    const type = attribute(tag, 'type');
    if (!name || type === 'file') continue;
    if (tag.startsWith('<textarea'))
      sent.push([
        name,
        plain(whole.slice(tag.length, -'</textarea>'.length)).replace(/^\n/, '').replaceAll('\n', '\r\n'),
      ]);
    else if (tag.startsWith('<select')) {
      const options = [...whole.matchAll(/<option(?:[^>"]|"[^"]*")*>/g)].map(([option]) => option);
      const chosen = options.find((option) => attribute(option, 'selected') !== undefined) ?? options[0];
      sent.push([name, attribute(chosen!, 'value') ?? '']);
    } else if (type === 'checkbox' || type === 'radio') {
      if (attribute(tag, 'checked') !== undefined) sent.push([name, attribute(tag, 'value') ?? 'on']);
    } else sent.push([name, attribute(tag, 'value') ?? '']);
  }
  return sent;
}

type Pair = { schema: Schema; value: Json | undefined };
const titled = { title: '标题', en: 'title' };
const words = fc
  .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
  .map((text) => text.replace(/\r\n?/g, '\n').replaceAll('\0', 'x').trim())
  .filter((text) => text !== '');
const line = words.map((text) => text.replaceAll('\n', ' ').trim()).filter((text) => text !== '');
const codes = ['a', 'b_1', 'c-2', '丙', 'e', 'f', 'g'];
const instant = fc
  .tuple(
    fc.integer({ min: 2000, max: 2060 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 23 }),
    fc.integer({ min: 0, max: 59 }),
    fc.integer({ min: 0, max: 59 }),
  )
  .map(
    ([y, m, d, h, i, s]) =>
      `${y}-${[m, d].map((n) => String(n).padStart(2, '0')).join('-')}T${[h, i, s].map((n) => String(n).padStart(2, '0')).join(':')}+08:00`,
  );
const file = fc.record({
  sha256: fc.constant('ab'.repeat(32)),
  size: fc.integer({ min: 1, max: 1e9 }),
  type: fc.constantFrom('application/pdf', 'image/png'),
  name: line,
});
const FILE: Schema = {
  type: 'object',
  ui: 'file',
  properties: {
    sha256: { type: 'string' },
    size: { type: 'integer' },
    type: { type: 'string' },
    name: { type: 'string' },
  },
  ...titled,
};

const leaf = (): fc.Arbitrary<Pair> => {
  const of = (schema: Schema, value: fc.Arbitrary<Json>) =>
    value.map((own) => ({ schema: { ...schema, ...titled }, value: own }));
  return fc.oneof(
    of({ type: 'string', maxLength: 60 }, line),
    of({ type: 'string', maxLength: 2000 }, words),
    of({ type: 'string', ui: 'tel', maxLength: 30 }, line),
    of({ type: 'integer', ui: 'money' }, fc.integer({ min: 0, max: 10_000_000_000_000 })),
    of({ type: 'integer' }, fc.integer({ min: -1e9, max: 1e9 })),
    of(
      { type: 'number' },
      fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 100),
    ),
    of(
      { type: 'string', format: 'date' },
      instant.map((own) => own.slice(0, 10)),
    ),
    of({ type: 'string', format: 'date-time' }, instant),
    of({ type: 'boolean' }, fc.boolean()),
    of({ type: 'string', enum: codes.slice(0, 3) }, fc.constantFrom(...codes.slice(0, 3))),
    of({ type: 'string', enum: codes }, fc.constantFrom(...codes)),
    of({ type: 'array', items: { type: 'string', enum: codes } }, fc.subarray(codes)),
    of({ type: 'string', ref: 'party' }, fc.constantFrom('p1', 'p9')),
    of({ type: 'array', items: { type: 'string', ref: 'party' } }, fc.subarray(['p1', 'p2'])),
    of(
      { type: 'array', items: { type: 'string', ref: 'court', maxLength: 80, ...titled } },
      fc.array(line, { maxLength: 3 }),
    ),
    of({ type: 'array', items: { type: 'string', maxLength: 80, ...titled } }, fc.array(line, { maxLength: 3 })),
    of({ type: 'array', items: { type: 'integer' } }, fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 3 })),
    of(FILE, file),
    of({ type: 'array', ui: 'files', items: FILE }, fc.array(file, { maxLength: 2 })),
    of({ anyOf: [FILE, { type: 'string', maxLength: 300, ...titled }] }, fc.oneof(file, words)),
  );
};
/** Leaving out: an optional no, an optional empty list and an optional empty part are the same as nothing. */
const nothing = (schema: Schema, value: Json | undefined): boolean =>
  value === undefined ||
  (Array.isArray(value) && !value.length) ||
  (schema.type === 'boolean' && value === false) ||
  (schema.type === 'object' && !schema.ui && bare(schema, value));
/** A part of which nothing would be seen on paper. */
const bare = (schema: Schema, value: Json): boolean =>
  Object.entries(schema.properties as { [key: string]: Schema }).every(([key, own]) => {
    const inside = (value as { [key: string]: Json })[key];
    return (
      own.auto === 'id' || (own.type === 'boolean' && !(own.ui === 'yesno') ? inside !== true : nothing(own, inside))
    );
  });

const object = (inside: fc.Arbitrary<Pair>, loose: boolean): fc.Arbitrary<Pair> =>
  fc.array(fc.tuple(inside, fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 4 }).map((parts) => {
    const properties: { [key: string]: Schema } = {};
    const required: string[] = [];
    const value: { [key: string]: Json } = {};
    parts.forEach(([pair, must, left], index) => {
      const key = `k${index}_x`;
      // A required box inside an optional part is asked for by name, as the components do.
      properties[key] = loose && must && pair.schema.type === 'boolean' ? { ...pair.schema, ui: 'yesno' } : pair.schema;
      if (must) required.push(key);
      if (must || (!left && !nothing(pair.schema, pair.value))) value[key] = pair.value!;
    });
    return { schema: { type: 'object', properties, required, ...titled }, value };
  });
const list = (inside: fc.Arbitrary<Pair>): fc.Arbitrary<Pair> =>
  fc.tuple(object(inside, false), fc.integer({ min: 0, max: 3 })).map(([{ schema, value }, count]) => {
    const items: Schema = {
      ...schema,
      properties: { id: { type: 'string', auto: 'id' }, ...(schema.properties as object) },
    };
    const kept = bare(items, value!) ? 0 : count;
    return {
      schema: { type: 'array', items, ...titled },
      value: Array.from({ length: kept }, (_, index) => ({ id: `x${index}`, ...(value as object) })),
    };
  });
const form = object(
  fc.oneof(
    { weight: 4, arbitrary: leaf() },
    { weight: 1, arbitrary: object(leaf(), true) },
    { weight: 1, arbitrary: list(fc.oneof(leaf(), list(leaf()))) },
  ),
  false,
);

const choices = (ref: string) => (ref === 'party' ? ['p1', 'p2'].map((value) => ({ value, label: value })) : undefined);
const options = { zone: 'Asia/Shanghai', lang: 'zh', choices } as const;

it('shows values and reads them back unchanged', () => {
  let forms = 0;
  fc.assert(
    fc.property(form, ({ schema, value }) => {
      forms++;
      const html = renderToString(<Fields nodes={formModel(schema, { ...options, values: value })} t={tell('zh')} />);
      const { payload, unknown } = parseForm(schema, sentFields(html), options);
      expect(payload).toEqual(value);
      expect(unknown).toEqual([]);
    }),
    { numRuns: 400 },
  );
  expect(forms).toBeGreaterThanOrEqual(400);
});
