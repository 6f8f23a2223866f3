/**
 * Base chart, plugins and preset put together (design §6, §7). The order in which plugins are named cannot matter:
 * they are taken by the code points of their ids, every table is a union of full names, and a name that two would
 * give is an error and not a choice.
 */

import { fingerprint } from '../language/canonical.ts';
import type { ChartDefinition, PluginDefinition } from '../language/definition.ts';
import type { Json } from '../language/expressions.ts';
import { checkDefinition } from './check.ts';
import type { Composed, Finding } from './composed.ts';
import { type Report, reporter } from './findings.ts';
import { addPlugin, widenedForms } from './union.ts';

/** What a district chose for a chart: `params` go over those of the definitions, plugins' under their id. */
export interface Preset {
  id: string;
  params: { [param: string]: Json };
}

/**
 * The composed definition, frozen, with its fingerprints, and everything that is wrong with it, all at once.
 * A finding of level `error` refuses installation. Never throws for what definitions say.
 */
export function compose(
  base: ChartDefinition,
  plugins: readonly PluginDefinition[],
  preset: Preset,
): { composed: Composed; findings: Finding[] } {
  const { report, findings } = reporter();
  const sorted = [...plugins].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const { kind: _, ...rest } = structuredClone(base);
  const draft: Composed = {
    ...rest,
    kind: 'composed',
    chart: base.id,
    plugins: [...new Set(sorted.map((plugin) => plugin.id))],
    preset: preset.id,
    pointRegions: {},
    eventRules: {},
    shape: '',
    conduct: '',
  };
  sorted.forEach((plugin, at) => {
    if (acceptable(plugin, base, sorted[at - 1], report)) addPlugin(draft, structuredClone(plugin), report);
  });
  widenedForms(draft, base.codes);
  draft.params = merged(draft.params, preset.params) as Composed['params'];
  draft.shape = fingerprint(shapeOf(draft));
  draft.conduct = fingerprint({ ...draft, conduct: undefined });
  checkDefinition(draft, sorted, report);
  return { composed: frozen(draft), findings };
}

function acceptable(
  plugin: PluginDefinition,
  base: ChartDefinition,
  before: PluginDefinition | undefined,
  report: Report,
): boolean {
  if (!/^[a-z][a-z-]*$/.test(plugin.id)) report('BAD_PLUGIN_ID', { plugin: plugin.id, path: 'id', name: plugin.id });
  if (plugin.base !== base.id) {
    report('WRONG_BASE', { plugin: plugin.id, path: 'base', name: plugin.base });
    return false;
  }
  if (before?.id === plugin.id) {
    report('DUPLICATE_ID', { plugin: plugin.id, path: 'id', name: plugin.id });
    return false;
  }
  return true;
}

/** What stays with a running subject: states, regions, events, schemas and term ids (design §9, Versions). */
function shapeOf(composed: Composed): Json {
  const states = (region: { initial: string; states: object }) => ({
    initial: region.initial,
    states: Object.keys(region.states).sort(),
  });
  const each = <T>(table: { [name: string]: T }, of: (value: T) => unknown) =>
    Object.fromEntries(Object.entries(table).map(([name, value]) => [name, of(value)]));
  return {
    language: composed.language,
    chart: composed.chart,
    data: bare(composed.data),
    regions: each(composed.regions, states),
    pointRegions: each(composed.pointRegions, (region) => ({
      ...states(region),
      point: region.point,
      kind: region.kind,
      once: region.once ?? false,
      done: region.done,
    })),
    members: each(composed.members, (member) => ({
      list: member.list,
      field: member.field,
      states: Object.keys(member.states).sort(),
    })),
    events: each(composed.events, (event) => bare(event.form)),
    terms: Object.keys(composed.terms).sort(),
  } as unknown as Json;
}

const WORDS = new Set(['title', 'en', 'help', 'labels', 'ui', 'label']);
/** A schema without its words: renaming a field for people is conduct. */
function bare(schema: Json): Json {
  if (schema === null || typeof schema !== 'object') return schema;
  if (Array.isArray(schema)) return schema.map(bare);
  const named = (inner: Json) =>
    Object.fromEntries(Object.entries(inner as object).map(([name, part]) => [name, bare(part)]));
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => !WORDS.has(key))
      .map(([key, part]) => [key, key === 'properties' ? named(part) : bare(part)]),
  );
}

/** Params over params; lists and scalars are replaced. */
function merged(under: Json, over: Json): Json {
  if (!isObject(under) || !isObject(over)) return over;
  const out: { [key: string]: Json } = { ...under };
  for (const [key, value] of Object.entries(over)) out[key] = out[key] === undefined ? value : merged(out[key], value);
  return out;
}
const isObject = (value: Json): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function frozen<T>(value: T): T {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) frozen(part);
  return value;
}
