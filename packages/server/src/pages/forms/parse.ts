/** Fields as a browser sends them → the payload, read by the schema. Names outside the schema never reach it. */
import type { Json, Schema } from '@fengqiao/core';
import { allowedSegment, componentOf, itemsOf, propertiesOf, requiredOf } from './component.ts';
import type { ParsedForm } from './model.ts';
import { operate, operationOf } from './operation.ts';
import { dateOf, fenOf, instantOf, integerOf, numberOf, typedText } from './values.ts';

export type SentFields = Iterable<readonly [name: string, value: string]>;
export interface ParseOptions {
  zone: string;
  /** As in `formModel`. */
  prefix?: string;
  /** Keep items that are still empty: for drafts that are shown again. A button of the form does so by itself. */
  keepEmpty?: boolean;
}

/** Marker that an item of a list was on the page, also when none of its boxes was ticked. */
export const ITEM_MARK = '_i';

interface Sent {
  values: Map<string, string[]>;
  /** Path → the segments that follow it. */
  under: Map<string, Set<string>>;
}
/** `empty`: nothing was filled in, so that an optional part or a spare item can be left out. */
interface Read {
  value: Json | undefined;
  empty: boolean;
}
interface Reading extends ParseOptions {
  sent: Sent;
  keep: boolean;
}

export function parseForm(schema: Schema, fields: SentFields, options: ParseOptions): ParsedForm {
  const sent: Sent = { values: new Map(), under: new Map() };
  let asked: string | undefined;
  const names: string[] = [];
  for (const [name, value] of fields) {
    if (name === '_op') asked = value;
    if (name.startsWith('_')) continue;
    names.push(name);
    take(sent, name, value);
  }
  const operation = asked === undefined ? undefined : operationOf(asked, schema, options.prefix);
  const reading = { ...options, sent, keep: Boolean(operation) || Boolean(options.keepEmpty) };
  const known = new Set<string>();
  const payload = group(schema, options.prefix ?? '', reading, known).value as ParsedForm['payload'];
  const inside = options.prefix ? `${options.prefix}.` : '';
  return {
    payload: operation ? operate(payload, operation, options.prefix) : payload,
    ...(operation ? { operation } : {}),
    unknown: [...new Set(names)].filter((name) => name.startsWith(inside) && !known.has(name)),
  };
}

/** A name with a segment that is not allowed is left out. */
function take({ values, under }: Sent, name: string, value: string): void {
  const segments = name.split('.');
  const marked = segments.at(-1) === ITEM_MARK ? segments.slice(0, -1) : segments;
  if (!marked.length || !marked.every(allowedSegment)) return;
  values.set(name, [...(values.get(name) ?? []), value]);
  for (let depth = 0; depth < marked.length; depth++) {
    const path = marked.slice(0, depth).join('.');
    const next = under.get(path) ?? new Set();
    under.set(path, next.add(marked[depth]!));
  }
}

function group(schema: Schema, path: string, reading: Reading, known: Set<string>): Read {
  const required = requiredOf(schema);
  const value: { [key: string]: Json } = {};
  let empty = true;
  for (const [key, own] of propertiesOf(schema)) {
    const at = path ? `${path}.${key}` : key;
    const read = field(own, at, !required.has(key), reading, known);
    if (!read.empty) empty = false;
    if (read.value !== undefined) value[key] = read.value;
  }
  return { value, empty };
}

const GONE: Read = { value: undefined, empty: true };
const given = (value: Json): Read => ({ value, empty: false });

function field(schema: Schema, path: string, optional: boolean, reading: Reading, known: Set<string>): Read {
  known.add(path);
  const all = reading.sent.values.get(path) ?? [];
  const typed = typedText(all.at(-1) ?? '');
  const one = (read: (typed: string) => Json): Read => (typed === '' ? GONE : given(read(typed)));
  switch (componentOf(schema, path)) {
    case 'auto':
      // The engine numbers what has no id yet.
      return { value: typed || undefined, empty: true };
    case 'text':
    case 'area':
    case 'enum':
    case 'ref':
    case 'time':
      return one((own) => own);
    case 'money':
      return one(fenOf);
    case 'integer':
      return one(integerOf);
    case 'number':
      return one(numberOf);
    case 'date':
      return one(dateOf);
    case 'instant':
      return one((own) => instantOf(own, reading.zone));
    case 'boolean':
      if (typed === 'true' || typed === 'on') return given(true);
      if (typed === 'false') return given(false);
      // An unticked box sends nothing: no, where the schema asks for an answer.
      return { value: optional ? undefined : false, empty: true };
    case 'checks':
      return several(all.map(typedText).filter(Boolean), optional);
    case 'refs':
      return all.length || !reading.sent.under.has(path)
        ? several(all.map(typedText).filter(Boolean), optional)
        : list(schema, path, optional, reading, known);
    case 'file':
      return file(path, reading, known);
    case 'files':
      return several(
        indexes(path, reading)
          .map((index) => file(`${path}.${index}`, reading, known).value)
          .filter((own) => own !== undefined),
        optional,
      );
    case 'fileOrWords': {
      const stored = file(path, reading, known);
      known.add(`${path}.words`);
      const words = typedText(reading.sent.values.get(`${path}.words`)?.at(-1) ?? typed);
      return stored.value !== undefined ? stored : words ? given(words) : GONE;
    }
    case 'group': {
      const read = group(schema, path, reading, known);
      return optional && read.empty && !reading.keep ? GONE : read;
    }
    case 'list':
      return list(schema, path, optional, reading, known);
  }
}

const several = (items: Json[], optional: boolean): Read =>
  items.length ? given(items) : { value: optional ? undefined : [], empty: true };

const indexes = (path: string, { sent }: Reading): number[] =>
  [...(sent.under.get(path) ?? [])]
    .filter((segment) => /^\d+$/.test(segment))
    .map(Number)
    .sort((a, b) => a - b);

function file(path: string, { sent }: Reading, known: Set<string>): Read {
  const part = (key: string) => {
    known.add(`${path}.${key}`);
    return sent.values.get(`${path}.${key}`)?.at(-1) ?? '';
  };
  const [sha256, size, type, name] = [part('sha256'), part('size'), part('type'), part('name')];
  return sha256 ? given({ sha256, size: integerOf(size), type, name }) : GONE;
}

function list(schema: Schema, path: string, optional: boolean, reading: Reading, known: Set<string>): Read {
  const items = itemsOf(schema);
  const grouped = componentOf(items, `${path}.0`) === 'group';
  const least = optional ? 0 : Number(schema.minItems ?? 0);
  const kept: Json[] = [];
  let empty = true;
  indexes(path, reading).forEach((index, place) => {
    const at = `${path}.${index}`;
    known.add(`${at}.${ITEM_MARK}`);
    const read = grouped ? group(items, at, reading, known) : field(items, at, false, reading, known);
    if (!read.empty) empty = false;
    if (read.empty && !reading.keep && place >= least) return;
    if (read.value !== undefined || reading.keep) kept.push(read.value ?? '');
  });
  return kept.length ? { value: kept, empty } : { value: optional ? undefined : [], empty: true };
}
