/** What a place holds, as a schema: paths are followed through it, loop variables get the schema of an item. */
import type { Schema } from '../language/definition.ts';
import type { Json, Op } from '../language/expressions.ts';
import { termPath } from '../meaning/env.ts';
import type { Composed } from './composed.ts';

/** A schema; `unknown` where nothing is known of a place, so that nothing is said of what is read from it. */
export type Shape = Schema | 'unknown';

export interface Scope {
  composed: Composed;
  /** Forms of the events in which an expression is evaluated; undefined: not known. */
  forms?: { event: string; form: Schema }[] | undefined;
  /** The form of a sitting. */
  form?: Schema | undefined;
  vars: { [name: string]: Shape };
}
/** What is wrong with a path: the kind of the thing that is not there. */
export type Wrong =
  | 'UNKNOWN_DATA'
  | 'UNKNOWN_FIELD'
  | 'UNKNOWN_PATH'
  | 'UNKNOWN_TERM'
  | 'UNKNOWN_REGION'
  | 'UNKNOWN_PARAM'
  | 'FIELD_NOT_ON_EVENT';

const strings = (...names: string[]): { [name: string]: Schema } =>
  Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
const TERM_FIELDS = {
  ...strings('id', 'key', 'party', 'kind', 'status', 'startedOn', 'due'),
  own: { type: 'boolean' },
  token: { type: 'integer' },
  expiries: { type: 'integer' },
};
const TERM: Schema = {
  type: 'object',
  properties: {
    ...TERM_FIELDS,
    pauses: { type: 'array', items: { type: 'object', properties: strings('ground', 'from', 'to') } },
  },
};
const PAPER: Schema = {
  type: 'object',
  properties: {
    ...strings('code', 'on', 'party'),
    seq: { type: 'integer' },
    version: { type: 'integer' },
    with: { type: 'object' },
  },
};
const ACTOR: Schema = {
  type: 'object',
  properties: {
    ...strings('person', 'post', 'role', 'part', 'unit', 'plugin'),
    rank: { type: 'integer' },
    behalf: { type: 'array', items: { type: 'string' } },
    evidence: {},
  },
};
const AT: Schema = { type: 'object', properties: strings('now', 'today', 'on') };
const listOf = (items: Shape): Shape => ({ type: 'array', ...(items !== 'unknown' && { items }) });

/** The shape at a path under a shape; undefined where there is no such place. */
export function shapeAt(shape: Shape, keys: readonly string[]): Shape | undefined {
  let at: Shape | undefined = shape;
  for (const key of keys) {
    if (at === 'unknown' || at === undefined) return at;
    at = step(at, key);
  }
  return at;
}

function step(schema: Schema, key: string): Shape | undefined {
  const branches = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined;
  if (branches) return branches.map((branch) => step(branch, key)).find((found) => found !== undefined);
  const properties = schema.properties as { [name: string]: Schema } | undefined;
  if (properties?.[key]) return properties[key];
  const more = schema.additionalProperties;
  if (typeof more === 'object' && more !== null) return more as Schema;
  const types = [schema.type].flat();
  // A member of a list by its place.
  if (types.includes('array') && /^\d+$/.test(key)) return (schema.items as Schema | undefined) ?? 'unknown';
  if (
    types.includes('array') ||
    (properties === undefined && types.some((type) => type !== 'object' && type !== undefined))
  )
    return undefined;
  return properties === undefined ? 'unknown' : undefined;
}

/** The shape of the items of a list; undefined where the shape is no list. */
export function itemsOf(shape: Shape | undefined): Shape | undefined {
  if (shape === undefined || shape === 'unknown') return shape;
  if (shape.items) return shape.items as Schema;
  const branch = ((shape.anyOf ?? shape.oneOf) as Schema[] | undefined)?.find((part) => part.items);
  if (branch) return branch.items as Schema;
  return [shape.type].flat().includes('array') || Object.keys(shape).length === 0 ? 'unknown' : undefined;
}

/** The shape at the path of a `get`, or what is wrong with it. */
export function resolve(path: string, scope: Scope): { shape: Shape } | { wrong: Wrong; name: string } {
  const keys = path.split('.');
  const [root, ...rest] = keys as [string, ...string[]];
  const { composed } = scope;
  const under = (shape: Shape, wrong: Wrong, name = path) => {
    const found = shapeAt(shape, rest);
    return found === undefined ? { wrong, name } : { shape: found };
  };
  if (Object.hasOwn(scope.vars, root)) return under(scope.vars[root]!, 'UNKNOWN_PATH');
  switch (root) {
    case 'data':
      return under(composed.data, 'UNKNOWN_DATA', rest.join('.'));
    case 'event':
      return eventShape(rest, scope);
    case 'actor':
      return under(ACTOR, 'UNKNOWN_PATH');
    case 'at':
      return under(AT, 'UNKNOWN_PATH');
    case 'state': {
      const region = rest.join('.');
      return composed.regions[region] || composed.pointRegions[region]
        ? { shape: { type: 'string' } }
        : { wrong: 'UNKNOWN_REGION', name: region };
    }
    case 'term': {
      const { id, field } = termPath(keys);
      if (!composed.terms[id]) return { wrong: 'UNKNOWN_TERM', name: id };
      return Object.hasOwn(TERM_FIELDS, field) ? { shape: { type: 'string' } } : { wrong: 'UNKNOWN_PATH', name: path };
    }
    case 'terms':
      return rest.length ? { wrong: 'UNKNOWN_PATH', name: path } : { shape: listOf(TERM) };
    case 'documents':
      return rest.length ? { wrong: 'UNKNOWN_PATH', name: path } : { shape: listOf(PAPER) };
    case 'param':
      return paramShape(composed.params, rest) ?? { wrong: 'UNKNOWN_PARAM', name: rest.join('.') };
    case 'number':
    case 'signal':
      return { shape: 'unknown' };
    case 'form':
      return scope.form ? under(scope.form, 'UNKNOWN_FIELD') : { wrong: 'UNKNOWN_PATH', name: path };
    default:
      return { wrong: 'UNKNOWN_PATH', name: path };
  }
}

function eventShape(keys: readonly string[], { forms }: Scope): { shape: Shape } | { wrong: Wrong; name: string } {
  if (!forms?.length || keys.length === 0) return { shape: 'unknown' };
  const found = forms.map(({ form }) => shapeAt(form, keys));
  const first = found.find((shape) => shape !== undefined);
  const name = `${keys.join('.')} (${forms
    .filter((_, at) => found[at] === undefined)
    .map(({ event }) => event)
    .join(', ')})`;
  if (first === undefined) return { wrong: 'UNKNOWN_FIELD', name };
  return found.includes(undefined) ? { wrong: 'FIELD_NOT_ON_EVENT', name } : { shape: first };
}

function paramShape(params: Json, keys: readonly string[]): { shape: Shape } | undefined {
  let at: Json | undefined = params;
  for (const key of keys) at = typeof at === 'object' && at !== null && !Array.isArray(at) ? at[key] : undefined;
  return at === undefined ? undefined : { shape: jsonShape(at) };
}
function jsonShape(value: Json): Shape {
  if (Array.isArray(value)) return listOf(value.length ? jsonShape(value[0]!) : 'unknown');
  if (value === null) return 'unknown';
  if (typeof value !== 'object') return { type: typeof value };
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(value).flatMap(([key, part]) => {
        const shape = jsonShape(part);
        return [[key, shape === 'unknown' ? {} : shape]];
      }),
    ),
  };
}

/** The shape that an operand gives; `unknown` where it is not followed. */
export function shapeOf(op: Op, scope: Scope): Shape {
  if (op === null || typeof op !== 'object') return { type: op === null ? 'null' : typeof op };
  if (Array.isArray(op)) return listOf(op.length ? shapeOf(op[0]!, scope) : 'unknown');
  if ('get' in op) {
    const found = resolve(op.get, scope);
    return 'shape' in found ? found.shape : 'unknown';
  }
  if ('pluck' in op) {
    const [list, name, , take] = op.pluck;
    const item = itemsOf(shapeOf(list, scope)) ?? 'unknown';
    return listOf(shapeOf(take, { ...scope, vars: { ...scope.vars, [name]: item } }));
  }
  if ('first' in op) return itemsOf(shapeOf(op.first, scope)) ?? 'unknown';
  if ('last' in op) return itemsOf(shapeOf(op.last, scope)) ?? 'unknown';
  if ('field' in op) return shapeAt(shapeOf(op.field[0], scope), op.field[1].split('.')) ?? 'unknown';
  if ('concat' in op)
    return (
      op.concat.map((part) => shapeOf(part, scope)).find((shape) => itemsOf(shape) !== 'unknown') ?? listOf('unknown')
    );
  if ('of' in op) return listOf(op.of.length ? shapeOf(op.of[0]!, scope) : 'unknown');
  if ('object' in op)
    return {
      type: 'object',
      properties: Object.fromEntries(
        Object.entries(op.object).map(([key, part]) => {
          const shape = shapeOf(part, scope);
          return [key, shape === 'unknown' ? {} : shape];
        }),
      ),
    };
  if ('value' in op) {
    const named = scope.composed.values[op.value];
    return named ? shapeOf(named.of, { ...scope, vars: {} }) : 'unknown';
  }
  if ('ask' in op) return scope.composed.asks[op.ask]?.gives ?? 'unknown';
  return 'unknown';
}
