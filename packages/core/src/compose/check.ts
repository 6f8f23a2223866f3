/** Everything that is checked of a composed definition before it may run; all that is wrong is said at once. */
import type { PluginDefinition } from '../language/definition.ts';
import { type Checker, expressionChecker } from './check-expressions.ts';
import { checkOptional } from './check-optional.ts';
import { checkRegions } from './check-regions.ts';
import { checkSchemas } from './check-schemas.ts';
import { checkSlices } from './check-slices.ts';
import { checkTexts } from './check-texts.ts';
import type { Composed } from './composed.ts';
import type { Report } from './findings.ts';
import { listKeys } from './names.ts';
import { ownerOf, type Place, sayAt } from './owner.ts';
import { itemsOf, type Scope, type Shape, shapeAt } from './shapes.ts';

export function checkDefinition(composed: Composed, plugins: readonly PluginDefinition[], report: Report): void {
  for (const plugin of plugins)
    for (const capability of plugin.requires)
      if (!composed.asks[capability] && !composed.plugins.includes(capability))
        report('MISSING_CAPABILITY', { plugin: plugin.id, path: 'requires', name: capability });
  checkRegions(composed, report);
  checkSlices(composed, report);
  checkSchemas(composed, report);
  checkTexts(composed, report);
  checkOptional(composed, report);
  checkNames(composed, report);
  const checker = expressionChecker(report);
  checkRowParts(composed, checker);
  checkRuleParts(composed, checker, report);
  checkOtherParts(composed, checker, report);
}

const scopeOf = (composed: Composed, events?: readonly string[], vars: { [name: string]: Shape } = {}): Scope => ({
  composed,
  vars,
  ...(events && {
    forms: events.flatMap((event) => (composed.events[event] ? [{ event, form: composed.events[event].form }] : [])),
  }),
});
const placeOf = (composed: Composed, name: string, path: string): Place => ({ path, plugin: ownerOf(composed, name) });

function checkNames(composed: Composed, report: Report): void {
  for (const kind of ['reactions', 'columns', 'indicators'] as const) {
    const seen = new Set<string>();
    for (const { id } of composed[kind]) {
      if (seen.has(id)) sayAt(report, placeOf(composed, id, kind), 'DUPLICATE_ID', id);
      seen.add(id);
    }
  }
  for (const behalf of composed.behalf)
    for (const role of [...behalf.of, ...behalf.by])
      if (!composed.roles[role]) sayAt(report, { path: 'behalf' }, 'UNKNOWN_ROLE', role);
  for (const role of composed.ladder)
    if (!composed.roles[role]) sayAt(report, { path: 'ladder' }, 'UNKNOWN_ROLE', role);
  for (const event of composed.neverBlocked)
    if (!composed.events[event]) sayAt(report, { path: 'neverBlocked' }, 'UNKNOWN_EVENT', event);
  for (const [list, items] of Object.entries(composed.codes)) {
    const codes = items.map((item) => item.code);
    for (const code of new Set(codes.filter((one, at) => codes.indexOf(one) !== at)))
      sayAt(report, { path: `codes.${list}` }, 'DUPLICATE_ID', code);
  }
}

function checkRowParts(composed: Composed, checker: Checker): void {
  const regions = [...Object.entries(composed.regions), ...Object.entries(composed.pointRegions)];
  for (const [name, region] of regions) {
    const base = placeOf(composed, name, `regions.${name}`);
    for (const row of region.rows) {
      const place = { ...base, path: `${base.path}.rows.${row.id}` };
      const scope = scopeOf(composed, row.on === 'auto' ? undefined : [row.on]);
      checker.ops(row.when, scope, { ...place, path: `${place.path}.when` });
      checker.updates(row.do, scope, { ...place, path: `${place.path}.do` });
    }
    for (const [state, def] of Object.entries(region.states)) {
      checker.updates(def.entry, scopeOf(composed), { ...base, path: `${base.path}.states.${state}.entry` });
      checker.updates(def.exit, scopeOf(composed), { ...base, path: `${base.path}.states.${state}.exit` });
    }
  }
  for (const [name, region] of Object.entries(composed.pointRegions)) {
    const base = placeOf(composed, name, `pointRegions.${name}`);
    checker.ops(region.enter, scopeOf(composed), { ...base, path: `${base.path}.enter` });
    for (const [event, updates] of Object.entries(region.onBase ?? {}))
      checker.updates(updates, scopeOf(composed, [event]), { ...base, path: `${base.path}.onBase.${event}` });
  }
  for (const [name, member] of Object.entries(composed.members)) {
    const it = itemsOf(shapeAt(composed.data, listKeys(member.list))) ?? 'unknown';
    for (const row of member.rows) {
      const place = placeOf(composed, name, `members.${name}.rows.${row.id}`);
      const signalled = row.on.some((on) => on.startsWith('@'));
      const scope = scopeOf(composed, signalled ? undefined : row.on, { it });
      checker.ops(row.where, scope, place);
      for (const op of Object.values(row.with ?? {})) checker.ops(op, scope, place);
    }
  }
}

function checkRuleParts(composed: Composed, checker: Checker, report: Report): void {
  const regions = [...Object.values(composed.regions), ...Object.values(composed.pointRegions)];
  const events = new Map<string, Set<string>>();
  const use = (rule: string, event: string) => events.set(rule, (events.get(rule) ?? new Set()).add(event));
  for (const region of regions) for (const row of region.rows) for (const rule of row.rules ?? []) use(rule, row.on);
  for (const [event, rules] of Object.entries(composed.eventRules)) for (const rule of rules) use(rule, event);
  for (const [name, rule] of Object.entries(composed.rules)) {
    const place = placeOf(composed, name, `rules.${name}`);
    const own = Object.keys(rule.needOn ?? {});
    const asked = [...(events.get(name) ?? [])].filter((event) => !own.includes(event));
    checker.ops(rule.need, scopeOf(composed, asked.length ? asked : undefined), place);
    for (const [event, need] of Object.entries(rule.needOn ?? {})) {
      if (!composed.events[event]) sayAt(report, place, 'UNKNOWN_EVENT', event, 'needOn');
      checker.ops(need, scopeOf(composed, [event]), { ...place, path: `${place.path}.needOn.${event}` });
    }
    for (const event of rule.cures) if (!composed.events[event]) sayAt(report, place, 'UNKNOWN_EVENT', event, 'cures');
    for (const law of rule.law) if (!composed.law[law]) sayAt(report, place, 'UNKNOWN_LAW', law, 'law');
  }
}

function checkOtherParts(composed: Composed, checker: Checker, report: Report): void {
  const plain = scopeOf(composed);
  for (const [name, signal] of Object.entries(composed.signals))
    checker.updates(signal.do, plain, placeOf(composed, name, `signals.${name}.do`));
  for (const [name, fact] of Object.entries(composed.facts))
    checker.ops(fact.is, plain, placeOf(composed, name, `facts.${name}`));
  for (const [name, value] of Object.entries(composed.values))
    checker.ops(value.of, plain, placeOf(composed, name, `values.${name}`));
  for (const column of composed.columns)
    checker.ops(column.value, plain, placeOf(composed, column.id, `columns.${column.id}`));
  for (const { id, of, per, when } of composed.indicators)
    checker.ops([of, per, when], plain, placeOf(composed, id, `indicators.${id}`));
  for (const [name, event] of Object.entries(composed.events)) {
    const place = placeOf(composed, name, `events.${name}`);
    for (const op of Object.values(event.prefill ?? {}))
      checker.ops(op, plain, { ...place, path: `${place.path}.prefill` });
    if (event.number)
      checker.ops(event.number.unit, scopeOf(composed, [name]), { ...place, path: `${place.path}.number` });
  }
  for (const reaction of composed.reactions) {
    const place = placeOf(composed, reaction.id, `reactions.${reaction.id}`);
    if (!composed.events[reaction.on]) sayAt(report, place, 'UNKNOWN_EVENT', reaction.on, 'on');
    const scope = scopeOf(composed, [reaction.on]);
    checker.ops(reaction.when, scope, place);
    checker.effects(reaction.do, scope, place);
  }
  checker.ops(
    [
      composed.identity.title,
      composed.identity.number,
      composed.refs && Object.values(composed.refs).map((ref) => ref.list),
    ],
    plain,
    { path: 'identity' },
  );
  for (const [name, sitting] of Object.entries(composed.sittings)) {
    const place = placeOf(composed, name, `sittings.${name}`);
    const scope: Scope = { ...plain, form: sitting.form };
    for (const state of sitting.from)
      if (!composed.regions.stage?.states[state]) sayAt(report, place, 'UNKNOWN_STATE', state, 'from');
    checker.ops(sitting.when, plain, place);
    for (const [at, step] of sitting.steps.entries()) {
      const here = { ...place, path: `${place.path}.steps.${at}` };
      const form = composed.events[step.event]?.form;
      if (!form) sayAt(report, here, 'UNKNOWN_EVENT', step.event);
      else
        for (const field of Object.keys(step.with))
          if (shapeAt(form, [field]) === undefined) sayAt(report, here, 'UNKNOWN_FIELD', `${step.event}.${field}`);
      const [list, variable, where] = step.each ?? [];
      if (step.each) checker.ops(list, scope, here);
      const inner = variable === undefined ? scope : { ...scope, vars: { [variable]: 'unknown' as const } };
      checker.ops([where, step.when, step.behalf, ...Object.values(step.with)], inner, here);
    }
  }
  for (const [name, desk] of Object.entries(composed.desks)) {
    const place = placeOf(composed, name, `desks.${name}`);
    for (const role of desk.roles) if (!composed.roles[role]) sayAt(report, place, 'UNKNOWN_ROLE', role);
    for (const state of desk.states)
      if (!composed.regions.stage?.states[state]) sayAt(report, place, 'UNKNOWN_STATE', state);
    for (const event of desk.events) if (!composed.events[event]) sayAt(report, place, 'UNKNOWN_EVENT', event);
  }
}
