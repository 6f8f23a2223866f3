/** Which component a schema gets. A schema that none fits is an error at start, never a silent text box. */
import type { Json, Schema } from '@fengqiao/core';
import type { Lang } from '../text.ts';
import { FormFieldUnknown } from './model.ts';

export type Component =
  | 'auto'
  | 'file'
  | 'files'
  | 'fileOrWords'
  | 'money'
  | 'boolean'
  | 'enum'
  | 'checks'
  | 'ref'
  | 'refs'
  | 'date'
  | 'instant'
  | 'time'
  | 'integer'
  | 'number'
  | 'area'
  | 'text'
  | 'group'
  | 'list';

/** Longest string that is written on one line. */
const ONE_LINE = 120;
/** Segments of a name: an own key or an index, never `__proto__` and its like. */
export const SEGMENT = /^(?:[A-Za-z][A-Za-z0-9-]*|[A-Za-z][A-Za-z0-9_-]*[A-Za-z0-9]|\d{1,3})$/;
const BANNED = new Set(['constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf']);
export const allowedSegment = (segment: string): boolean => SEGMENT.test(segment) && !BANNED.has(segment);

export const asSchema = (value: Json | undefined): Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Schema) : {};
export const propertiesOf = (schema: Schema): [string, Schema][] =>
  Object.entries(asSchema(schema.properties)).map(([key, own]) => [key, asSchema(own)]);
export const requiredOf = (schema: Schema): Set<string> =>
  new Set(Array.isArray(schema.required) ? (schema.required as string[]) : []);
export const itemsOf = (schema: Schema): Schema => asSchema(schema.items);
export const alternativesOf = (schema: Schema): Schema[] =>
  ((schema.anyOf ?? schema.oneOf ?? []) as Json[]).map(asSchema);

export const titleOf = (schema: Schema, lang: Lang): string => {
  const title = lang === 'en' ? (schema.en ?? schema.title) : schema.title;
  return typeof title === 'string' ? title : '';
};
export const helpOf = (schema: Schema, lang: Lang): string | undefined => {
  const help = asSchema(schema.help)[lang];
  return typeof help === 'string' ? help : undefined;
};
/** Codes of an enum with what they are called in the language. */
export const labelsOf = (schema: Schema, lang: Lang): { value: string; label: string }[] =>
  ((schema.enum ?? []) as Json[]).map((code) => {
    const label = asSchema(asSchema(schema.labels)[String(code)])[lang];
    return { value: String(code), label: typeof label === 'string' ? label : String(code) };
  });

/** @throws FormFieldUnknown */
export function componentOf(schema: Schema, path: string): Component {
  const ui = schema.ui;
  if (schema.auto === 'id') return 'auto';
  if (ui === 'file') return 'file';
  if (ui === 'files') return 'files';
  const alternatives = alternativesOf(schema);
  if (alternatives.length) {
    const kinds = alternatives.map((own) => (own.ui === 'file' ? 'file' : own.type));
    if (kinds.length === 2 && kinds.includes('file') && kinds.includes('string')) return 'fileOrWords';
    throw new FormFieldUnknown(path, `no component for the alternatives ${kinds.join(' | ')}`);
  }
  switch (schema.type) {
    case 'string':
      if (schema.enum) return 'enum';
      if (schema.ref || ui === 'role') return 'ref';
      if (schema.format === 'date') return 'date';
      if (schema.format === 'date-time') return 'instant';
      if (schema.format === 'time') return 'time';
      return ui === 'textarea' || Number(schema.maxLength ?? 0) > ONE_LINE ? 'area' : 'text';
    case 'integer':
      return ui === 'money' ? 'money' : 'integer';
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'object':
      if (schema.properties) return 'group';
      break;
    case 'array': {
      const items = itemsOf(schema);
      if (items.enum) return 'checks';
      if (items.ref && items.type === 'string') return 'refs';
      if (items.type) return 'list';
    }
  }
  throw new FormFieldUnknown(path, `no component for type ${JSON.stringify(schema.type ?? null)}`);
}

/**
 * Walks a form schema at start: a component for every field, a title in both languages, names that can be sent.
 * @throws FormFieldUnknown naming the path
 */
export function checkFormSchema(schema: Schema, path = ''): void {
  for (const [key, own] of propertiesOf(schema)) {
    const at = path ? `${path}.${key}` : key;
    if (!allowedSegment(key)) throw new FormFieldUnknown(at, 'the name cannot be sent');
    const component = componentOf(own, at);
    if (component === 'auto') continue;
    if (!titleOf(own, 'zh') || typeof own.en !== 'string')
      throw new FormFieldUnknown(at, 'it has no title in zh and en');
    if (component === 'group') checkFormSchema(own, at);
    if (component === 'list') {
      const items = itemsOf(own);
      if (componentOf(items, `${at}.0`) === 'group') checkFormSchema(items, `${at}.0`);
    }
  }
}
