/** A composed definition made ready to run: rows by event and state, expressions compiled once. */

import type { Composed } from '../compose/composed.ts';
import { listKeys } from '../compose/names.ts';
import type {
  MemberRegion,
  MemberRow,
  PointRegion,
  ReactionDef,
  Row,
  RuleDef,
  StateDef,
} from '../language/definition.ts';
import { type Compiler, compilerOf, type Test, type Value } from '../meaning/compile.ts';
import { compileUpdates, type Run } from '../meaning/updates.ts';

export interface ReadyRule {
  id: string;
  def: RuleDef;
  plugin?: string;
  /** The condition asked of an event, uncompiled and compiled. */
  need(event: string): RuleDef['need'];
  test(event: string): Test;
}
export interface ReadyRow {
  row: Row;
  region: string;
  when?: Test;
  rules: ReadyRule[];
  run?: Run;
}
export interface ReadyRegion {
  name: string;
  initial: string;
  states: { [state: string]: StateDef };
  /** Rows by event, in order. */
  rows: Map<string, ReadyRow[]>;
  entry: Map<string, Run>;
  exit: Map<string, Run>;
  point?: PointRegion;
  enter?: Test;
}
export interface ReadyMember {
  name: string;
  def: MemberRegion;
  keys: string[];
  field: string;
  rows: Map<string, { row: MemberRow; where: Test; fields: (readonly [string, Value])[] }[]>;
}
export interface Ready {
  compiler: Compiler;
  /** `stage` first, then the other base regions, then the regions of plugins by name. */
  base: ReadyRegion[];
  points: ReadyRegion[];
  members: ReadyMember[];
  rules: Map<string, ReadyRule>;
  eventRules: Map<string, ReadyRule[]>;
  onBase: Map<string, { region: string; run: Run }[]>;
  signals: Map<string, Run>;
  reactions: Map<string, { def: ReactionDef; when?: Test }[]>;
  /** Roles that some row of the event admits, in any state. */
  roles: Map<string, Set<string>>;
}

const cache = new WeakMap<Composed, Ready>();

/** The prepared form of a definition; made once per object. */
export function ready(definition: Composed): Ready {
  let made = cache.get(definition);
  if (!made) cache.set(definition, (made = prepare(definition)));
  return made;
}

function prepare(definition: Composed): Ready {
  const compiler = compilerOf({ facts: definition.facts, values: definition.values, codes: definition.codes });
  const rules = new Map(
    Object.entries(definition.rules).map(
      ([id, def]) => [id, readyRule(id, def, compiler, definition.plugins)] as const,
    ),
  );
  const ruleOf = (id: string): ReadyRule => {
    const found = rules.get(id);
    if (!found) throw new Error(`no rule ${id}`);
    return found;
  };
  const region = (
    name: string,
    def: { initial: string; states: { [state: string]: StateDef }; rows: Row[] },
  ): ReadyRegion => ({
    name,
    initial: def.initial,
    states: def.states,
    rows: grouped(
      def.rows.map((row) => readyRow(row, name, compiler, ruleOf)),
      (row) => [row.row.on],
    ),
    entry: runsOf(def.states, 'entry', compiler),
    exit: runsOf(def.states, 'exit', compiler),
  });
  const points = Object.keys(definition.pointRegions)
    .sort()
    .map((name) => {
      const def = definition.pointRegions[name]!;
      return { ...region(name, def), point: def, ...(def.enter && { enter: compiler.cond(def.enter) }) };
    });
  const base = Object.entries(definition.regions).map(([name, def]) => region(name, def));
  base.sort((a, b) => Number(b.name === 'stage') - Number(a.name === 'stage'));
  return {
    compiler,
    base,
    points,
    members: Object.entries(definition.members).map(([name, def]) => readyMember(name, def, compiler)),
    rules,
    eventRules: new Map(Object.entries(definition.eventRules).map(([event, ids]) => [event, ids.map(ruleOf)])),
    onBase: onBaseOf(definition, compiler),
    signals: new Map(Object.entries(definition.signals).map(([name, def]) => [name, compileUpdates(def.do, compiler)])),
    reactions: grouped(
      definition.reactions.map((def) => ({ def, ...(def.when && { when: compiler.cond(def.when) }) })),
      (reaction) => [reaction.def.on],
    ),
    roles: rolesOf(definition),
  };
}

function readyRule(id: string, def: RuleDef, compiler: Compiler, plugins: readonly string[]): ReadyRule {
  const tests = new Map<string, Test>();
  const need = (event: string) => def.needOn?.[event] ?? def.need;
  const plugin = plugins.find((name) => id.startsWith(`${name}.`) || id.startsWith(`BLOCKED_BY:${name}.`));
  return {
    id,
    def,
    ...(plugin && { plugin }),
    need,
    test(event) {
      const key = def.needOn?.[event] ? event : '';
      let made = tests.get(key);
      if (!made) tests.set(key, (made = compiler.cond(need(event))));
      return made;
    },
  };
}

function readyRow(row: Row, region: string, compiler: Compiler, ruleOf: (id: string) => ReadyRule): ReadyRow {
  return {
    row,
    region,
    rules: (row.rules ?? []).map(ruleOf),
    ...(row.when && { when: compiler.cond(row.when) }),
    ...(row.do?.length && { run: compileUpdates(row.do, compiler) }),
  };
}

function readyMember(name: string, def: MemberRegion, compiler: Compiler): ReadyMember {
  const rows = def.rows.map((row) => ({
    row,
    where: compiler.cond(row.where, ['it']),
    fields: Object.entries(row.with ?? {}).map(([key, op]) => [key, compiler.op(op, ['it'])] as const),
  }));
  return { name, def, keys: listKeys(def.list), field: def.field, rows: grouped(rows, (row) => row.row.on) };
}

function runsOf(states: { [state: string]: StateDef }, kind: 'entry' | 'exit', compiler: Compiler): Map<string, Run> {
  const runs = new Map<string, Run>();
  for (const [state, def] of Object.entries(states)) {
    const updates = def[kind];
    if (updates?.length) runs.set(state, compileUpdates(updates, compiler));
  }
  return runs;
}

function onBaseOf(definition: Composed, compiler: Compiler): Ready['onBase'] {
  const runs: Ready['onBase'] = new Map();
  for (const region of Object.keys(definition.pointRegions).sort())
    for (const [event, updates] of Object.entries(definition.pointRegions[region]!.onBase ?? {}))
      runs.set(event, [...(runs.get(event) ?? []), { region, run: compileUpdates(updates, compiler) }]);
  return runs;
}

function rolesOf(definition: Composed): Map<string, Set<string>> {
  const roles = new Map<string, Set<string>>();
  for (const region of [...Object.values(definition.regions), ...Object.values(definition.pointRegions)])
    for (const row of region.rows) {
      const known = roles.get(row.on) ?? new Set();
      for (const role of row.by ?? []) known.add(role);
      roles.set(row.on, known);
    }
  return roles;
}

function grouped<T>(items: readonly T[], keys: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items)
    for (const key of keys(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  return groups;
}
