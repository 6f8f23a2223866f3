/**
 * Form schemas: a listed subset of zod 4 with titles in both languages, kept as JSON Schema.
 * Keys of ours in the schema: `title` (zh), `en`, `help`, `labels` (of an enum), `codes` (the code list),
 * `personal` (never in an entry or a snapshot), `ref` (what an id names), `ui` (a hint for the component),
 * `auto` (filled by the system: `id`), `unit` (`fen`).
 */
import { z } from 'zod';
import type { CodeItem, Schema } from './definition.ts';
import type { Text } from './text.ts';

export type Reference =
  | 'party'
  | 'person'
  | 'unit'
  | 'obligation'
  | 'clause'
  | 'term'
  | 'session'
  | 'subject'
  | 'court'
  | 'pause';
export interface FieldMeta {
  help?: Text;
  ui?: string;
  personal?: true;
  ref?: Reference;
  auto?: 'id';
  /** In the data of a chart: no two subjects of the district have the same value. */
  unique?: true;
  /** In the data of a chart: the rung of the ladder. */
  ladder?: true;
  unit?: 'fen';
  label?: string;
}

/** Gives a field its title in both languages. */
export const titled = <S extends z.ZodType>(schema: S, zh: string, en: string, meta: FieldMeta = {}): S =>
  schema.meta({ title: zh, en, ...meta }) as S;

/** Free text of a person: may name somebody, so it is personal unless it is said not to be. */
export const text = (zh: string, en: string, minimum = 1, maximum = 2000, meta: FieldMeta = { personal: true }) =>
  titled(z.string().min(minimum).max(maximum), zh, en, meta);
/** A number or code of a paper: short, not personal. */
export const label = (zh: string, en: string, minimum = 1, maximum = 80, meta: FieldMeta = {}) =>
  titled(z.string().min(minimum).max(maximum), zh, en, meta);
export const date = (zh: string, en: string, meta: FieldMeta = {}) => titled(z.iso.date(), zh, en, meta);
export const instant = (zh: string, en: string, meta: FieldMeta = {}) =>
  titled(z.iso.datetime({ offset: true }), zh, en, meta);
export const yes = (zh: string, en: string, meta: FieldMeta = {}) => titled(z.boolean(), zh, en, meta);
export const int = (zh: string, en: string, minimum = 0, maximum = 1_000_000, meta: FieldMeta = {}) =>
  titled(z.int().min(minimum).max(maximum), zh, en, meta);
/** Money in integer fen; at most one hundred billion yuan. */
export const money = (zh: string, en: string) =>
  titled(z.int().min(0).max(10_000_000_000_000).brand<'Fen'>(), zh, en, { ui: 'money', unit: 'fen' });
export type Fen = z.output<ReturnType<typeof money>>;
export const refer = (to: Reference, zh: string, en: string, meta: FieldMeta = {}) =>
  titled(z.string().min(1).max(80), zh, en, { ref: to, ...meta });
export const refers = (to: Reference, zh: string, en: string, minimum = 0, maximum = 100) =>
  titled(
    z
      .array(z.string().min(1).max(80).meta({ ref: to, title: zh, en }))
      .min(minimum)
      .max(maximum),
    zh,
    en,
    { ref: to },
  );
/** One of a small closed set, with labels. */
export const oneOf = <const K extends string>(
  options: Record<K, readonly [zh: string, en: string]>,
  zh: string,
  en: string,
  meta: FieldMeta = {},
) => {
  const codes = Object.keys(options) as [K, ...K[]];
  const labels = Object.fromEntries(codes.map((code) => [code, { zh: options[code][0], en: options[code][1] }]));
  return titled(z.enum(codes).meta({ labels }), zh, en, meta);
};
/** One of a code list of the domain. */
export const coded = <const K extends string>(
  codes: string,
  items: readonly (CodeItem & { code: K })[],
  zh: string,
  en: string,
  meta: FieldMeta = {},
) => {
  const labels = Object.fromEntries(items.map((item) => [item.code, { zh: item.zh, en: item.en }]));
  return titled(z.enum(items.map((item) => item.code) as [K, ...K[]]).meta({ labels, codes }), zh, en, meta);
};
/** A file kept by its SHA-256; the name that the sender gave is personal. */
export const file = (zh: string, en: string) =>
  titled(
    z.object({
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      size: z.int().min(1),
      type: z.string().max(100),
      name: z.string().max(200).meta({ personal: true }),
    }),
    zh,
    en,
    { ui: 'file' },
  );
export const files = (zh: string, en: string, minimum = 0) =>
  titled(z.array(file(zh, en)).min(minimum).max(50), zh, en, { ui: 'files' });

/** The JSON Schema of a form, as a definition stores it. */
export const schemaOf = (form: z.ZodType): Schema => {
  const schema = z.toJSONSchema(form, { io: 'input' }) as Schema;
  delete schema.$schema;
  return schema;
};
