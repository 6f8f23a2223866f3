/**
 * Names of a plugin made full: what its tables declare as `x` is `<plugin>.x` in the composed definition, and so is
 * every reference to it. A name that the plugin does not declare means the base (or another plugin, by its full name).
 */
import type { PluginDefinition, Row } from '../language/definition.ts';

type Kind =
  | 'events'
  | 'rules'
  | 'facts'
  | 'values'
  | 'signals'
  | 'terms'
  | 'asks'
  | 'documents'
  | 'params'
  | 'regions'
  | 'codes'
  | 'notices';
/** Where expressions name something, and what. */
const REFERENCES: { [key: string]: Kind } = {
  fact: 'facts',
  value: 'values',
  ask: 'asks',
  put: 'terms',
  produce: 'documents',
  signal: 'signals',
  notify: 'notices',
};
/** Maps from arbitrary names to operands: their keys are not words of the language. */
const MAPS = new Set(['with', 'item', 'values', 'object']);

export interface Qualifier {
  name(kind: Kind, name: string): string;
  /** A copy of an expression, an update or an effect with full names. */
  part<T>(node: T): T;
  row(row: Row): Row;
  /** A table with full names as keys. */
  keys<T>(kind: Kind, table: { [name: string]: T }, map?: (value: T) => T): { [name: string]: T };
}

export function qualifier(plugin: PluginDefinition): Qualifier {
  const own = `${plugin.id}.`;
  const full = (name: string) => (name.startsWith(own) ? name : own + name);
  const name = (kind: Kind, given: string) => {
    const table = (plugin[kind] ?? {}) as { [name: string]: unknown };
    return given.startsWith(own) || !Object.hasOwn(table, given) ? given : own + given;
  };
  const path = (given: string): string => {
    const [root, ...keys] = given.split('.') as [string, ...string[]];
    if (root === 'state') return `state.${name('regions', keys.join('.'))}`;
    if (root === 'term') return `term.${name('terms', keys.slice(0, -1).join('.'))}.${keys.at(-1)}`;
    if (root === 'param' && keys[0] !== undefined && keys[0] !== plugin.id && Object.hasOwn(plugin.params, keys[0]))
      return `param.${own}${keys.join('.')}`;
    return given;
  };
  const terms = (given: unknown): unknown =>
    typeof given === 'string' ? name('terms', given) : Array.isArray(given) ? given.map(terms) : part(given);

  function part<T>(node: T): T {
    if (node === null || typeof node !== 'object') return node;
    if (Array.isArray(node)) return node.map((inner) => part(inner)) as T;
    return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, word(key, inner)])) as T;
  }
  function word(key: string, inner: unknown): unknown {
    if (typeof inner === 'string') {
      if (key === 'get') return path(inner);
      const kind = REFERENCES[key];
      return kind ? name(kind, inner) : key === 'cancel' ? terms(inner) : inner;
    }
    if (key === 'cancel' || key === 'pause') return terms(inner);
    if (key === 'due' && Array.isArray(inner) && typeof inner[0] === 'string')
      return [name('terms', inner[0]), part(inner[1])];
    if (key === 'lookup' && Array.isArray(inner)) return [name('codes', inner[0]), part(inner[1]), inner[2]];
    if (MAPS.has(key) && inner !== null && typeof inner === 'object' && !Array.isArray(inner))
      return Object.fromEntries(Object.entries(inner).map(([field, op]) => [field, part(op)]));
    return part(inner);
  }

  return {
    name,
    part,
    row: (row) => ({
      ...part(row),
      id: full(row.id),
      on: row.on === 'auto' ? row.on : name('events', row.on),
      ...(row.rules && { rules: row.rules.map((rule) => name('rules', rule)) }),
    }),
    keys: (_kind, table, map) =>
      Object.fromEntries(Object.entries(table).map(([key, value]) => [full(key), map ? map(value) : part(value)])),
  };
}
