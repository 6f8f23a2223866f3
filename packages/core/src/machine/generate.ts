/**
 * The XState machine of a composed definition: what diagrams, inspection and model-based tests read (design §7).
 * The root is parallel: `stage` (the body) beside the other base regions. A top-level state of the body is a point; a
 * point with regions of plugins is a parallel state of its body and them. Guards and actions name rows by id
 * (`{type: 'row', params: {id}}`), so that the machine is data; who runs it provides what a row means.
 */
import { type AnyStateMachine, createMachine } from 'xstate';
import type { Composed } from '../compose/composed.ts';
import { pointOf } from '../compose/names.ts';
import type { PointRegion, Row, StateDef } from '../language/definition.ts';

/** State of the body before a subject exists. */
export const UNBORN = '(new)';
/** State of a point region that is not entered. */
export const NONE = 'none';
/** Body of a point that is a single state and has regions beside it. */
const HERE = 'here';

/** XState reads a dot in a key or an id as a path. */
const key = (name: string): string => name.replaceAll('.', '/');
const idOf = (region: string, state: string): string => `${key(region)}/${key(state)}`;

interface Node {
  id?: string;
  type?: 'parallel' | 'final';
  initial?: string;
  states?: { [name: string]: Node };
  on?: { [event: string]: Transition[] };
  always?: Transition[];
  meta?: { [name: string]: unknown };
}
interface Transition {
  target?: string;
  guard: { type: 'row' | 'enter'; params: { [name: string]: string } };
  actions?: { type: 'row'; params: { id: string } }[];
}

/** The configuration of the machine, as JSON. */
export function machineConfig(definition: Composed): Node & { context: { autos: number } } {
  const states: { [region: string]: Node } = {};
  for (const [name, region] of Object.entries(definition.regions))
    states[key(name)] =
      name === 'stage' ? bodyNode(definition) : compound(name, region.initial, region.states, region.rows);
  return {
    id: key(definition.id),
    type: 'parallel',
    context: { autos: 0 },
    states,
    meta: { members: definition.members },
  };
}

/** The machine of a definition; without provided guards it is for reading, not for running. */
export const toMachine = (definition: Composed): AnyStateMachine =>
  createMachine(machineConfig(definition) as never) as unknown as AnyStateMachine;

function bodyNode(definition: Composed): Node {
  const { states, rows } = definition.regions.stage!;
  const names = Object.keys(states);
  const points = [...new Set(names.map(pointOf))];
  const opening = rows.filter((row) => definition.events[row.on]?.opens);
  const nodes: { [point: string]: Node } = {
    [UNBORN]: { id: idOf('stage', UNBORN), on: grouped(opening, 'stage', definition.regions.stage!.initial) },
  };
  for (const point of points) {
    const leaves = names.filter(
      (name) => pointOf(name) === point && (name !== point || !names.some((other) => other.startsWith(`${point}.`))),
    );
    nodes[point] = pointNode(definition, point, leaves);
  }
  return { initial: UNBORN, states: nodes };
}

function pointNode(definition: Composed, point: string, leaves: readonly string[]): Node {
  const { states, rows } = definition.regions.stage!;
  const regions = Object.entries(definition.pointRegions)
    .filter(([, region]) => region.point === point)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const leaf = (state: string) => stateNode('stage', state, states[state]!, rows);
  const single = leaves.length === 1 && leaves[0] === point;
  const body: Node = single
    ? leaf(point)
    : {
        initial: key(leaves[0]!.slice(point.length + 1)),
        states: Object.fromEntries(leaves.map((state) => [key(state.slice(point.length + 1)), leaf(state)])),
      };
  if (regions.length === 0) return body;
  return {
    type: 'parallel',
    states: {
      body: single ? { initial: HERE, states: { [HERE]: body } } : body,
      ...Object.fromEntries(regions.map(([name, region]) => [key(name), regionNode(name, region)])),
    },
  };
}

/** A region of a plugin: entered from `none`, at its first state or, marked `once`, where it was done before. */
function regionNode(name: string, region: PointRegion): Node {
  const node = compound(name, NONE, region.states, region.rows);
  const entries = [...new Set([region.initial, ...(region.once ? region.done : [])])];
  const enter = (state: string): Transition => ({
    target: `#${idOf(name, state)}`,
    guard: { type: 'enter', params: { region: name, state } },
  });
  return { ...node, states: { [NONE]: { id: idOf(name, NONE), always: entries.map(enter) }, ...node.states } };
}

function compound(name: string, initial: string, states: { [state: string]: StateDef }, rows: readonly Row[]): Node {
  return {
    initial: key(initial),
    states: Object.fromEntries(
      Object.entries(states).map(([state, def]) => [key(state), stateNode(name, state, def, rows)]),
    ),
  };
}

function stateNode(region: string, state: string, def: StateDef, rows: readonly Row[]): Node {
  const here = rows.filter((row) => row.from.includes(state));
  const autos = here.filter((row) => row.on === 'auto');
  return {
    id: idOf(region, state),
    meta: { zh: def.zh, en: def.en },
    ...(def.final
      ? { type: 'final' as const }
      : {
          on: grouped(
            here.filter((row) => row.on !== 'auto'),
            region,
          ),
          ...(autos.length && { always: autos.map((row) => transition(row, region)) }),
        }),
  };
}

function grouped(rows: readonly Row[], region: string, opening?: string): { [event: string]: Transition[] } {
  const on: { [event: string]: Transition[] } = {};
  for (const row of rows)
    (on[row.on] ??= []).push(transition(opening === undefined ? row : { ...row, to: row.to ?? opening }, region));
  return on;
}

const transition = (row: Row, region: string): Transition => ({
  ...(row.to !== undefined && { target: `#${idOf(region, row.to)}` }),
  guard: { type: 'row', params: { id: row.id } },
  actions: [{ type: 'row', params: { id: row.id } }],
});

/** The state value of the machine for the state of a subject; without one, that of the machine before OPEN. */
export function stateValue(
  definition: Composed,
  state: { [region: string]: string } | undefined,
): { [region: string]: unknown } {
  const value: { [region: string]: unknown } = {};
  for (const [name, region] of Object.entries(definition.regions)) {
    const now = state?.[name];
    value[key(name)] =
      name !== 'stage' ? key(now ?? region.initial) : now === undefined ? UNBORN : stageValue(definition, now, state!);
  }
  return value;
}

function stageValue(definition: Composed, stage: string, state: { [region: string]: string }): unknown {
  const point = pointOf(stage);
  const regions = Object.keys(definition.pointRegions).filter((name) => definition.pointRegions[name]!.point === point);
  const inner = stage === point ? undefined : key(stage.slice(point.length + 1));
  if (regions.length === 0) return inner === undefined ? point : { [point]: inner };
  return {
    [point]: {
      body: inner ?? HERE,
      ...Object.fromEntries(regions.map((name) => [key(name), key(state[name] ?? NONE)])),
    },
  };
}

/** Parts that a pure step cannot take, and functions: a generated configuration has none. */
export function foreignParts(config: unknown, path = ''): string[] {
  if (typeof config === 'function') return [path];
  if (config === null || typeof config !== 'object') return [];
  return Object.entries(config).flatMap(([name, part]) =>
    ['invoke', 'spawn', 'after', 'history'].includes(name) &&
    !path.endsWith('/states') &&
    !path.endsWith('/on') &&
    !path.includes('/meta')
      ? [`${path}/${name}`]
      : foreignParts(part, `${path}/${name}`),
  );
}
