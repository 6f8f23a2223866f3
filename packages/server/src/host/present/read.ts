/** Values as something to read: by their schema, personal ones in clear, files as names. */

import type { Composed, Json, Schema } from '@fengqiao/core';
import { isPersonalRef } from '@fengqiao/core';
import type { ReadView, Shown } from '../../pages/model.ts';
import type { Opened } from '../call.ts';
import type { District } from '../context.ts';
import { unitText } from './chrome.ts';
import { localTime } from './days.ts';
import { memberName } from './names.ts';
import type { Personal } from './values.ts';
import { ERASED, MASKED, mask, personName, scalarText } from './values.ts';

export interface Reading {
  definition: Composed;
  district: District;
  personal: Personal;
  opened: Opened;
}

const labelOf = (schema: Schema | undefined, key: string): Shown => ({
  zh: String(schema?.title ?? key),
  en: String(schema?.en ?? schema?.title ?? key),
});

/** Fields of an object in the order of its schema; empty ones are left out. */
export function readParts(reading: Reading, schema: Schema, value: { [key: string]: Json }): ReadView[] {
  const properties = (schema.properties ?? {}) as { [key: string]: Schema };
  return Object.entries(properties).flatMap(([key, field]) => {
    const own = value[key];
    if (own === undefined || own === null || (Array.isArray(own) && !own.length)) return [];
    return [readOne(reading, field, own, labelOf(field, key))];
  });
}

export function readOne(reading: Reading, schema: Schema, value: Json, label: Shown): ReadView {
  if (isPersonalRef(value)) {
    const clear = reading.personal.get(value.ref);
    return { label, value: clear === undefined ? ERASED : MASKED.has(String(schema.ui)) ? mask(clear) : clear };
  }
  if (Array.isArray(value)) {
    const items = (schema.items ?? {}) as Schema;
    if (value.every((item) => typeof item !== 'object' || item === null))
      return {
        label,
        value: lines(
          value.map((item) => one(reading, items.ref === undefined && schema.ref !== undefined ? schema : items, item)),
        ),
      };
    return {
      label,
      parts: value.map((item, index) =>
        readOne(reading, items, item, { zh: `第${index + 1}项`, en: `item ${index + 1}` }),
      ),
    };
  }
  if (value !== null && typeof value === 'object') {
    if (typeof value.sha256 === 'string')
      return {
        label,
        value: isPersonalRef(value.name)
          ? (reading.personal.get(value.name.ref) ?? ERASED)
          : String(value.name ?? value.sha256),
      };
    return { label, parts: readParts(reading, branch(schema), value) };
  }
  return { label, value: one(reading, schema, value) };
}

const branch = (schema: Schema): Schema =>
  schema.properties
    ? schema
    : (((schema.anyOf ?? schema.oneOf ?? []) as Schema[]).find((one) => one.properties) ?? schema);

function one({ definition, district, opened }: Reading, schema: Schema, value: Json): Shown {
  if (typeof value === 'string') {
    if (schema.ref === 'person') return personName(district, value);
    if (schema.ref === 'unit' || schema.ref === 'court') return unitText(district, value) ?? value;
    if (schema.ref === 'term')
      return definition.terms[value] ? { zh: definition.terms[value].zh, en: definition.terms[value].en } : value;
    if (schema.ref !== undefined) return memberName(opened, value);
    if (schema.format === 'date-time') return localTime(district, value);
  }
  return scalarText(value, schema, definition.codes);
}

const lines = (parts: readonly Shown[]): Shown => ({
  zh: parts.map((part) => (typeof part === 'string' ? part : part.zh)).join('、'),
  en: parts.map((part) => (typeof part === 'string' ? part : part.en)).join(', '),
});
