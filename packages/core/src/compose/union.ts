/** One plugin added to the composed definition: every table a union, every clash a finding. */
import { canonical } from '../language/canonical.ts';
import type { CodeItem, PluginDefinition, RuleDef, Schema } from '../language/definition.ts';
import type { Cond, Json } from '../language/expressions.ts';
import type { Composed } from './composed.ts';
import type { Report } from './findings.ts';
import { blockRule } from './names.ts';
import { type Qualifier, qualifier } from './qualify.ts';

export function addPlugin(draft: Composed, plugin: PluginDefinition, report: Report): void {
  const q = qualifier(plugin);
  const say = (path: string, name: string) => report('DUPLICATE_ID', { plugin: plugin.id, path, name });
  /** Adds full names to a table. */
  const add = (path: string, into: { [name: string]: any }, from: { [name: string]: unknown }) => {
    for (const [name, value] of Object.entries(from)) {
      if (Object.hasOwn(into, name)) say(`${path}.${name}`, name);
      else into[name] = value;
    }
  };
  /** Adds shared names, which all must declare alike. */
  const share = (path: string, into: { [name: string]: any }, from: { [name: string]: unknown }) => {
    for (const [name, value] of Object.entries(from)) {
      if (!Object.hasOwn(into, name)) into[name] = value;
      else if (canonical(into[name]) !== canonical(value))
        report('DECLARED_DIFFERENTLY', { plugin: plugin.id, path: `${path}.${name}`, name });
    }
  };

  share('roles', draft.roles, plugin.roles);
  share('law', draft.law, plugin.law);
  add('events', draft.events, q.keys('events', plugin.events));
  add(
    'rules',
    draft.rules,
    q.keys('rules', plugin.rules, (rule) => ruleOf(rule, q)),
  );
  add('facts', draft.facts, q.keys('facts', plugin.facts));
  add('values', draft.values, q.keys('values', plugin.values));
  add('signals', draft.signals, q.keys('signals', plugin.signals));
  add('terms', draft.terms, q.keys('terms', plugin.terms));
  add('asks', draft.asks, q.keys('asks', plugin.asks));
  if (plugin.notices) add('notices', (draft.notices ??= {}), q.keys('notices', plugin.notices));
  add('documents', draft.documents, q.keys('documents', plugin.documents));
  addCodes(draft, plugin, q, say);
  draft.params = { ...draft.params, ...(Object.keys(plugin.params).length && { [plugin.id]: plugin.params }) };
  addData(draft, plugin);
  addFields(draft, plugin, report);
  addRegions(draft, plugin, q, say);
  for (const [event, rules] of Object.entries(plugin.tighten))
    addRules(
      draft,
      q.name('events', event),
      rules.map((rule) => q.name('rules', rule)),
    );
  const own = <T extends { id: string }>(item: T): T => ({ ...q.part(item), id: `${plugin.id}.${item.id}` });
  draft.reactions.push(
    ...plugin.reactions.map((reaction) => ({ ...own(reaction), on: q.name('events', reaction.on) })),
  );
  draft.columns.push(...plugin.columns.map(own));
  draft.indicators.push(...plugin.indicators.map(own));
}

function ruleOf(rule: RuleDef, q: Qualifier): RuleDef {
  return {
    ...q.part(rule),
    cures: rule.cures.map((event) => q.name('events', event)),
    ...(rule.needOn && {
      needOn: Object.fromEntries(
        Object.entries(rule.needOn).map(([event, need]) => [q.name('events', event), q.part(need)]),
      ),
    }),
  };
}

const addRules = (draft: Composed, event: string, rules: readonly string[]) => {
  draft.eventRules[event] = [...new Set([...(draft.eventRules[event] ?? []), ...rules])];
};

/** Options are added to lists of the base; a list of its own gets the full name. */
function addCodes(
  draft: Composed,
  plugin: PluginDefinition,
  q: Qualifier,
  say: (path: string, name: string) => void,
): void {
  for (const [list, items] of Object.entries(plugin.codes)) {
    const base = Object.hasOwn(draft.codes, list) ? list : q.keys('codes', { [list]: items });
    const name = typeof base === 'string' ? base : Object.keys(base)[0]!;
    const known = draft.codes[name] ?? [];
    const codes = new Set(known.map((item) => item.code));
    for (const item of items) if (codes.has(item.code)) say(`codes.${list}`, item.code);
    draft.codes[name] = [...known, ...items.filter((item) => !codes.has(item.code))];
  }
}

/** The data of a plugin is a slice of its own: `data.ext.<plugin>`. */
function addData(draft: Composed, plugin: PluginDefinition): void {
  if (Object.keys(plugin.data).length === 0) return;
  const properties = (draft.data.properties ??= {}) as { [field: string]: Schema };
  const ext = (properties.ext ??= { type: 'object', properties: {} }) as { properties: { [plugin: string]: Schema } };
  ext.properties[plugin.id] = plugin.data;
}

/** Fields of a plugin on forms of the base: `ext.<plugin>`, required where one of its fields is. */
function addFields(draft: Composed, plugin: PluginDefinition, report: Report): void {
  for (const [event, schema] of Object.entries(plugin.fields)) {
    const form = draft.events[event]?.form;
    if (!form) {
      report('UNKNOWN_EVENT', { plugin: plugin.id, path: `fields.${event}`, name: event });
      continue;
    }
    const properties = (form.properties ??= {}) as { [field: string]: Schema };
    const ext = (properties.ext ??= { type: 'object', properties: {}, title: '其他', en: 'other' }) as Schema & {
      properties: { [plugin: string]: Schema };
    };
    ext.properties[plugin.id] = schema;
    if (!(schema.required as string[] | undefined)?.length) continue;
    ext.required = [...new Set([...((ext.required as string[] | undefined) ?? []), plugin.id])];
    form.required = [...new Set([...((form.required as string[] | undefined) ?? []), 'ext'])];
  }
}

function addRegions(
  draft: Composed,
  plugin: PluginDefinition,
  q: Qualifier,
  say: (path: string, name: string) => void,
): void {
  for (const [local, region] of Object.entries(plugin.regions)) {
    const name = Object.keys(q.keys('regions', { [local]: region }))[0]!;
    if (draft.pointRegions[name]) say(`regions.${local}`, local);
    const { rows, blocks, onBase, ...rest } = region;
    draft.pointRegions[name] = {
      ...q.part(rest),
      plugin: plugin.id,
      blocks,
      rows: rows.map(q.row),
      ...(onBase && {
        onBase: Object.fromEntries(Object.entries(onBase).map(([event, updates]) => [event, q.part(updates)])),
      }),
    };
    if (region.kind !== 'blocking') continue;
    const at = { get: `state.${name}` };
    const need: Cond = { any: [{ eq: [at, 'none'] }, { in: [at, region.done] }] };
    draft.rules[blockRule(name)] = {
      zh: `须先完成“${region.zh}”`,
      en: `“${region.en}” must be done first`,
      need,
      law: [],
      why: { zh: '该环节完成前不能继续', en: 'the case cannot go on before this step is done' },
      cures: [
        ...new Set(draft.pointRegions[name].rows.filter((row) => row.on !== 'TERM_EXPIRED').map((row) => row.on)),
      ],
    };
    for (const event of blocks) addRules(draft, event, [blockRule(name)]);
  }
}

/** Choices of code lists in forms and data follow the lists, so that an option of a plugin can be chosen. */
export function widenedForms(draft: Composed, base: { [list: string]: readonly CodeItem[] }): void {
  const widen = (node: Json | undefined): void => {
    if (node === null || typeof node !== 'object') return;
    if (Array.isArray(node)) {
      for (const part of node) widen(part);
      return;
    }
    const items = typeof node.codes === 'string' ? draft.codes[node.codes] : undefined;
    if (items && Array.isArray(node.enum))
      addChoices(node, items.slice(base[node.codes as string]?.length ?? items.length));
    for (const part of Object.values(node)) widen(part);
  };
  widen(draft.data);
  for (const event of Object.values(draft.events)) widen(event.form);
  for (const sitting of Object.values(draft.sittings)) widen(sitting.form);
}

/** Only options that plugins added: a form may offer a part of a list on purpose. */
function addChoices(schema: Schema, items: readonly CodeItem[]): void {
  const known = new Set(schema.enum as string[]);
  const added = items.filter((item) => !known.has(item.code));
  if (!added.length) return;
  schema.enum = [...known, ...added.map((item) => item.code)];
  schema.labels = {
    ...(schema.labels as object),
    ...Object.fromEntries(added.map((item) => [item.code, { zh: item.zh, en: item.en }])),
  };
}
