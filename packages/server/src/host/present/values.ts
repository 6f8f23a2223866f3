/** Values as they are read: codes by their labels, money in yuan, personal values by reference, masked where they must be. */

import type { Composed, Json, Schema, Text } from '@fengqiao/core';
import { isPersonalRef } from '@fengqiao/core';
import type { Level, Shown } from '../../pages/model.ts';
import type { District } from '../context.ts';

export type Personal = ReadonlyMap<string, string>;
/** Said where a value was erased. */
export const ERASED: Text = { zh: '（已删除）', en: '(erased)' };

/** Integer fen as yuan with two digits. */
export const yuan = (fen: number): string => {
  const [whole, rest] = [Math.trunc(fen / 100), Math.abs(fen % 100)];
  return `${String(whole).replace(/\B(?=(\d{3})+$)/g, ',')}.${String(rest).padStart(2, '0')}`;
};

/** The same value with all personal references inside replaced by what they refer to. */
export function inClear(value: Json, personal: Personal): Json {
  if (isPersonalRef(value)) return personal.get(value.ref) ?? null;
  if (Array.isArray(value)) return value.map((item) => inClear(item, personal));
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inClear(part, personal)]));
  return value;
}

/** Numbers of identity papers and telephones stay masked: showing them is an act of its own. */
export const MASKED: ReadonlySet<string> = new Set(['idcard', 'tel', 'credit-code']);

/** As `inClear`, with what the schema says must be masked masked. */
export function inClearMasked(value: Json, schema: Schema | undefined, personal: Personal): Json {
  if (isPersonalRef(value)) {
    const clear = personal.get(value.ref);
    return clear === undefined ? null : MASKED.has(String(schema?.ui)) ? mask(clear) : clear;
  }
  if (Array.isArray(value))
    return value.map((item) => inClearMasked(item, schema?.items as Schema | undefined, personal));
  if (value === null || typeof value !== 'object') return value;
  const properties = schema?.properties as { [key: string]: Schema } | undefined;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, inClearMasked(part, properties?.[key], personal)]),
  );
}

/** Enough of a number to recognise it by, not to use it. */
export function mask(value: string): string {
  const letters = [...value];
  if (letters.length <= 2) return '*'.repeat(letters.length);
  const [head, tail] = letters.length >= 8 ? [3, 4] : [1, 1];
  return [
    ...letters.slice(0, head),
    '*'.repeat(Math.min(8, letters.length - head - tail)),
    ...letters.slice(letters.length - tail),
  ].join('');
}

type Codes = Composed['codes'];
type Labels = { [code: string]: Text };
/** The label of a code from the schema of its field, or from a list of the definition. */
export function codeText(code: string, schema: Schema | undefined, codes: Codes, list?: string): Text | undefined {
  const labels = schema?.labels as Labels | undefined;
  if (labels?.[code]) return labels[code];
  const name = list ?? (typeof schema?.codes === 'string' ? schema.codes : undefined);
  const item = name === undefined ? undefined : codes[name]?.find((one) => one.code === code);
  return item && { zh: item.zh, en: item.en };
}

/** One scalar by its schema. */
export function scalarText(value: Json, schema: Schema | undefined, codes: Codes): Shown {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  if (typeof value === 'number')
    return schema?.unit === 'fen' ? { zh: `${yuan(value)} 元`, en: `${yuan(value)} yuan` } : String(value);
  if (typeof value === 'string') return codeText(value, schema, codes) ?? value;
  return '';
}

/** States of the level region in their order: the place of a state is its rank, the first has no shape. */
export function levelOf(definition: Composed, state: string | undefined): Level | undefined {
  const region = definition.identity.level === undefined ? undefined : definition.regions[definition.identity.level];
  const def = state === undefined ? undefined : region?.states[state];
  if (!region || !def || state === undefined) return undefined;
  return { code: state, text: { zh: def.zh, en: def.en }, rank: Object.keys(region.states).indexOf(state) };
}

export const stageText = (definition: Composed, state: string | undefined): Text => {
  const def = definition.regions.stage?.states[state ?? ''];
  return def ? { zh: def.zh, en: def.en } : { zh: '', en: '' };
};

export const personName = (district: District, person: string): string =>
  district.people.find((one) => one.id === person)?.name ?? person;

export const joined = (parts: readonly Shown[], zh = '、', en = ', '): Shown =>
  parts.every((part) => typeof part === 'string')
    ? parts.join(zh)
    : {
        zh: parts.map((part) => (typeof part === 'string' ? part : part.zh)).join(zh),
        en: parts.map((part) => (typeof part === 'string' ? part : part.en)).join(en),
      };
