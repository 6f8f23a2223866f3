/**
 * The abstract model of a composed definition (design §8): where the regions are, and what is known of the facts that
 * a property reads. Everything else may be anything: payloads what their schema allows, answers of capabilities anything,
 * terms may run out at any moment. A list is the set of states that its members occupy, right for any number of members.
 */
import type { Composed } from '../compose/composed.ts';
import { canonical } from '../language/canonical.ts';
import type { Schema } from '../language/definition.ts';
import { reads } from '../language/reads.ts';
import type { Env } from '../meaning/env.ts';
import { ANY, dig, Members, SOME } from '../meaning/values.ts';

export interface Abstract {
  readonly at: { readonly [region: string]: string };
  readonly known: { readonly [path: string]: unknown };
  /** Signals that wait, within a step. */
  readonly pending?: readonly string[];
}

/** What a model keeps apart: scalar paths of the data, lists of members by path, terms by id. */
export interface Tracked {
  paths: string[];
  lists: { path: string; field: string; member: string }[];
  terms: string[];
}

export const shown = (value: unknown): unknown =>
  value === SOME ? '…' : value === ANY ? '?' : value instanceof Members ? [...value.states].sort() : (value ?? null);
export const keyOf = (state: Abstract): string =>
  canonical({
    at: state.at,
    pending: state.pending ?? [],
    known: Object.fromEntries(Object.entries(state.known).map(([path, value]) => [path, shown(value)])),
  });

/** The schema at a path of the data, if it is declared. */
export function schemaAt(schema: Schema, keys: readonly string[]): Schema | undefined {
  let here: any = schema;
  for (const key of keys) here = here?.properties?.[key];
  return here;
}
const isScalar = (schema: any): boolean =>
  Boolean(schema) && schema.type !== 'array' && schema.type !== 'object' && !schema.anyOf;

/** Of the paths that a property reads, those that the model can keep. */
export function trackedOf(definition: Composed, wanted: Iterable<string>): Tracked {
  const tracked: Tracked = { paths: [], lists: [], terms: [] };
  const memberLists = Object.entries(definition.members);
  for (const path of new Set(wanted)) {
    if (path.startsWith('term.') && path.endsWith('.status')) tracked.terms.push(path.slice(5, -7));
    if (!path.startsWith('data.')) continue;
    const [base, field] = path.split('[].') as [string, string?];
    for (const [member, region] of memberLists)
      if (
        region.list === base.slice(5) &&
        (!field || field === region.field) &&
        !tracked.lists.some((list) => list.member === member)
      )
        tracked.lists.push({ path: base, field: region.field, member });
    if (!path.includes('[]') && isScalar(schemaAt(definition.data, path.split('.').slice(1)))) tracked.paths.push(path);
  }
  // Two aspects of one list would need their product: the model keeps the first and says the second is unknown.
  tracked.lists = tracked.lists.filter(
    (list, place) => tracked.lists.findIndex((other) => other.path === list.path) === place,
  );
  return tracked;
}

/** Everything that an expression reads, facts and named values expanded. */
export function deepReads(
  definition: Composed,
  node: unknown,
  found = new Set<string>(),
  seen = new Set<string>(),
): Set<string> {
  for (const path of reads(node)) found.add(path);
  const visit = (part: any): void => {
    if (part === null || typeof part !== 'object') return;
    if (typeof part.fact === 'string' && !seen.has(`fact ${part.fact}`)) {
      seen.add(`fact ${part.fact}`);
      deepReads(definition, definition.facts[part.fact]?.is, found, seen);
    }
    if (typeof part.value === 'string' && Object.keys(part).length === 1 && !seen.has(`value ${part.value}`)) {
      seen.add(`value ${part.value}`);
      deepReads(definition, definition.values[part.value]?.of, found, seen);
    }
    for (const inner of Object.values(part)) visit(inner);
  };
  visit(node);
  return found;
}

/** Evaluation over an abstract state. A payload field is given where the exploration chose it; else it may be anything. */
export function envOf(
  definition: Composed,
  tracked: Tracked,
  state: Abstract,
  payload: { [field: string]: unknown } = {},
): Env {
  const known = new Set([
    ...tracked.paths,
    ...tracked.lists.map((list) => list.path),
    ...tracked.terms.map((term) => `term.${term}.status`),
  ]);
  return {
    parts: { facts: definition.facts, values: definition.values, codes: definition.codes },
    ask: () => ANY,
    due: () => ANY,
    dayOf: (instant) => instant.slice(0, 10),
    get(path) {
      const keys = path.split('.');
      if (keys[0] === 'state') return state.at[path.slice(6)] ?? 'none';
      if (keys[0] === 'event') return keys[1]! in payload ? dig(payload[keys[1]!], keys, 2) : ANY;
      if (keys[0] === 'param') return dig(definition.params, keys, 1);
      return known.has(path) ? state.known[path] : ANY;
    },
  };
}
