/** The nodes of a form, from its JSON Schema and the values as they stand. Pure: the same in, the same out. */
import type { Json, Schema } from '@fengqiao/core';
import {
  alternativesOf,
  asSchema,
  type Component,
  componentOf,
  helpOf,
  itemsOf,
  labelsOf,
  propertiesOf,
  requiredOf,
  titleOf,
} from './component.ts';
import { type Choice, type FieldNode, type FileNode, type FormOptions, idOf, type RepeatNode } from './model.ts';
import { localText, textOf, yuanText } from './values.ts';
import { WORDS } from './words.ts';

interface Place extends FormOptions {
  path: string;
  optional: boolean;
  /** The field stands in a group that may be left out as a whole. */
  loose: boolean;
}

/** Fields of an object schema, in its order. @throws FormFieldUnknown */
export function formModel(schema: Schema, options: FormOptions): FieldNode[] {
  return children(schema, options.values, { ...options, path: options.prefix ?? '', optional: false, loose: false });
}

const isObject = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const member = (value: Json | undefined, key: string): Json | undefined =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;

function children(schema: Schema, value: Json | undefined, place: Place): FieldNode[] {
  const required = requiredOf(schema);
  return propertiesOf(schema).map(([key, own]) =>
    node(own, member(value, key), {
      ...place,
      path: place.path ? `${place.path}.${key}` : key,
      optional: !required.has(key),
    }),
  );
}

function node(schema: Schema, value: Json | undefined, place: Place): FieldNode {
  const { path, lang, optional } = place;
  const component = componentOf(schema, path);
  // Which of several it is stands in the frame around the field.
  const error = placeless(place.errors?.find((fault) => fault.path === path)?.text);
  const base = {
    path,
    id: idOf(path),
    title: titleOf(schema, lang),
    help: helpOf(schema, lang),
    optional,
    error,
    width: widthOf(schema, component),
  };
  switch (component) {
    case 'auto':
      return { ...base, kind: 'hidden', value: textOf(value) };
    case 'text':
      return { ...base, kind: 'text', value: textOf(value), maxLength: limit(schema), ...lineOf(schema) };
    case 'area': {
      const most = limit(schema);
      return { ...base, kind: 'textarea', value: textOf(value), maxLength: most, rows: (most ?? 0) > 500 ? 5 : 3 };
    }
    case 'money':
      return {
        ...base,
        kind: 'text',
        value: yuanText(value),
        inputMode: 'decimal',
        unit: WORDS.yuan[lang],
        style: 'money',
      };
    case 'integer':
    case 'number': {
      const inputMode = component === 'integer' ? 'numeric' : 'decimal';
      return { ...base, kind: 'text', value: textOf(value), inputMode, style: 'number' };
    }
    case 'date':
      return { ...base, kind: 'date', value: textOf(value) };
    case 'time':
      return { ...base, kind: 'time', value: textOf(value) };
    case 'instant':
      return { ...base, kind: 'datetime-local', value: localText(value, place.zone) };
    case 'boolean':
      return booleanNode(schema, value, place, base);
    case 'enum':
      return { ...base, ...choiceNode(labelsOf(schema, lang), textOf(value), schema.ui, optional, lang) };
    case 'ref': {
      const offered = place.choices?.(String(schema.ref ?? schema.ui), path);
      if (!offered) return { ...base, kind: 'text', value: textOf(value), style: 'plain', maxLength: limit(schema) };
      return {
        ...base,
        ...choiceNode(offered, textOf(value), schema.ui ?? (offered.length > 5 ? 'select' : undefined), optional, lang),
      };
    }
    case 'checks':
      return { ...base, kind: 'checkboxes', values: textsOf(value), options: labelsOf(itemsOf(schema), lang) };
    case 'refs': {
      const offered = place.choices?.(String(itemsOf(schema).ref), path);
      return offered
        ? { ...base, kind: 'checkboxes', values: textsOf(value), options: withOwn(offered, textsOf(value)) }
        : list(schema, value, place, base);
    }
    case 'file':
    case 'files':
    case 'fileOrWords':
      return fileNode(component, schema, value, place, base);
    case 'group':
      return {
        ...base,
        kind: 'group',
        children: children(schema, value, { ...place, loose: place.loose || optional }),
      };
    case 'list':
      return list(schema, value, place, base);
  }
}

/** A fault without the place in the list that the sentence begins with or holds. */
export function placeless(text: string): string;
export function placeless(text: string | undefined): string | undefined;
export function placeless(text: string | undefined): string | undefined {
  return text?.replace(/^第\s?\d+\s?项/, '').replace(/ \(item \d+\)/, '');
}

type Base = Pick<FieldNode, 'path' | 'id' | 'title' | 'help' | 'optional' | 'error' | 'width'>;

const limit = (schema: Schema): number | undefined =>
  typeof schema.maxLength === 'number' ? schema.maxLength : undefined;
const textsOf = (value: Json | undefined): string[] => (Array.isArray(value) ? value.map(textOf).filter(Boolean) : []);

function lineOf(schema: Schema) {
  switch (schema.ui) {
    case 'idcard':
    case 'credit-code':
      return { style: 'code', inputMode: 'text', autoComplete: 'off' } as const;
    case 'tel':
      return { style: 'code', inputMode: 'tel', autoComplete: 'off' } as const;
    default:
      return { style: 'plain', ...(schema.personal ? { autoComplete: 'off' } : {}) } as const;
  }
}

function widthOf(schema: Schema, component: Component): FieldNode['width'] {
  if (component === 'text' || component === 'ref') return Number(schema.maxLength ?? 0) > 80 ? 'full' : 'half';
  if (['money', 'integer', 'number', 'date', 'time', 'instant', 'enum'].includes(component)) return 'half';
  return 'full';
}

/** Where leaving a whole group out must stay different from answering no, the answer is asked for by name. */
function booleanNode(schema: Schema, value: Json | undefined, place: Place, base: Base): FieldNode {
  const asked = schema.ui === 'yesno' || (place.loose && !place.optional);
  if (!asked) return { ...base, kind: 'boolean', checked: value === true };
  const options = [
    { value: 'true', label: WORDS.yes[place.lang] },
    { value: 'false', label: WORDS.no[place.lang] },
  ];
  return { ...base, kind: 'radios', value: typeof value === 'boolean' ? String(value) : '', options };
}

function choiceNode(
  offered: readonly Choice[],
  value: string,
  ui: Json | undefined,
  optional: boolean,
  lang: FormOptions['lang'],
) {
  const options = withOwn(offered, value ? [value] : []);
  const kind =
    ui === 'radios' || ui === 'select' || ui === 'lookup'
      ? ui
      : options.length <= 5
        ? 'radios'
        : options.length <= 15
          ? 'select'
          : 'lookup';
  // A radio cannot be taken back: an optional one offers “not stated”.
  if (kind === 'radios' && optional)
    return { kind, value, options: [...options, { value: '', label: WORDS.unstated[lang] }] } as const;
  return { kind, value, options } as const;
}
/** A value that is no longer offered stays visible: it is refused by a rule, not lost by a list. */
const withOwn = (offered: readonly Choice[], values: readonly string[]): readonly Choice[] => [
  ...offered,
  ...values.filter((own) => !offered.some((choice) => choice.value === own)).map((own) => ({ value: own, label: own })),
];

function fileNode(component: Component, schema: Schema, value: Json | undefined, place: Place, base: Base): FileNode {
  const many = component === 'files';
  const stored = (many ? (Array.isArray(value) ? value : []) : [value])
    .map((own, index) => ({ own, path: many ? `${base.path}.${index}` : base.path }))
    .filter(({ own }) => isObject(own) && typeof own.sha256 === 'string')
    .map(({ own, path }) => {
      const part = (key: string) => textOf(member(own, key));
      return { path, sha256: part('sha256'), size: part('size'), type: part('type'), name: part('name') };
    });
  const worded = component === 'fileOrWords' ? alternativesOf(schema).find((own) => own.type === 'string') : undefined;
  const words = worded && {
    value: typeof value === 'string' ? value : '',
    title: titleOf(worded, place.lang),
    maxLength: limit(worded),
  };
  return { ...base, kind: 'file', multiple: many, uploaded: stored, ...(words ? { words } : {}) };
}

function list(schema: Schema, value: Json | undefined, place: Place, base: Base): RepeatNode {
  const items = itemsOf(schema);
  const given = Array.isArray(value) ? value : [];
  const least = place.optional ? 0 : Number(schema.minItems ?? 0);
  const most = Number(schema.maxItems ?? 200);
  const count = Math.max(given.length, least);
  const itemTitle = titleOf(items, place.lang) || base.title;
  const grouped = componentOf(items, `${base.path}.0`) === 'group';
  return {
    ...base,
    kind: 'repeat',
    itemTitle,
    canAdd: count < most,
    items: Array.from({ length: count }, (_, index) => {
      const path = `${base.path}.${index}`;
      const own = given[index];
      const inside = { ...place, path, optional: false, loose: false };
      const shown = typeof schema.label === 'string' ? textOf(member(own, schema.label)) : '';
      const named = {
        ...items,
        title: `${titleOf(items, 'zh') || titleOf(schema, 'zh')} ${index + 1}`,
        en: `${titleOf(items, 'en') || titleOf(schema, 'en')} ${index + 1}`,
      };
      return {
        path,
        title: `${itemTitle} ${index + 1}`,
        ...(shown ? { label: shown } : {}),
        removable: count > least,
        children: grouped ? children(items, own, inside) : [node(asSchema(named), own, inside)],
      };
    }),
  };
}
