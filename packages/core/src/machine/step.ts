/**
 * The generated machine takes every step that `decide` takes, through one reused scope (about a third of the cost of
 * the public `transition()`, which builds an actor on every call). Its guards are answered by the rows that were
 * taken; where it comes to another state, the definition and its machine mean different things and nothing is stored.
 * The scope is not documented API of XState: the version is pinned, and a test compares with `transition()`.
 */
import { type AnyMachineSnapshot, type AnyStateMachine, assign, createActor } from 'xstate';
import type { Composed } from '../compose/composed.ts';
import { canonical } from '../language/canonical.ts';
import { foreignParts, machineConfig, stateValue, toMachine } from './generate.ts';

/** What answers the guards of one step. */
export interface Oracle {
  rows: ReadonlySet<string>;
  /** Automatic rows in the order in which they were taken. */
  autos: readonly string[];
  /** State of the regions after the step. */
  after: { [region: string]: string };
}

interface Stepper {
  definition: Composed;
  machine: AnyStateMachine;
  scope: any;
  autos: ReadonlySet<string>;
  /** Names of all regions, base ones first. */
  regions: readonly string[];
  starts: Map<string, AnyMachineSnapshot>;
  values: Map<string, unknown>;
  oracle: Oracle;
}

const steppers = new WeakMap<Composed, Stepper>();
/** Start snapshots kept per machine; they are few, for they hold states only. */
const STARTS = 500;

function stepperOf(definition: Composed): Stepper {
  let made = steppers.get(definition);
  if (!made) steppers.set(definition, (made = makeStepper(definition)));
  return made;
}

function makeStepper(definition: Composed): Stepper {
  const foreign = foreignParts(machineConfig(definition));
  if (foreign.length)
    throw new Error(`the machine of ${definition.id} cannot be stepped purely: ${foreign.join(', ')}`);
  const autos = new Set(definition.regions.stage!.rows.filter((row) => row.on === 'auto').map((row) => row.id));
  const stepper: Stepper = {
    definition,
    autos,
    regions: [...Object.keys(definition.regions), ...Object.keys(definition.pointRegions)],
    starts: new Map(),
    values: new Map(),
    oracle: { rows: new Set(), autos: [], after: {} },
    machine: undefined as never,
    scope: undefined,
  };
  stepper.machine = runnable(definition, autos, () => stepper.oracle);
  const self = createActor(stepper.machine);
  const nothing = () => {};
  stepper.scope = {
    self,
    defer: nothing,
    id: '',
    logger: nothing,
    sessionId: '',
    stopChild: nothing,
    system: self.system,
    emit: nothing,
    actionExecutor: nothing,
  };
  return stepper;
}

/** The machine with guards that are answered by an oracle of the step. */
export function runnable(definition: Composed, autos: ReadonlySet<string>, oracle: () => Oracle): AnyStateMachine {
  return toMachine(definition).provide({
    guards: {
      row: ({ context }: any, { id }: any) =>
        autos.has(id) ? oracle().autos[context.autos] === id : oracle().rows.has(id),
      enter: (_: unknown, { region, state }: any) => oracle().after[region] === state,
    },
    actions: {
      row: assign({ autos: ({ context }: any, { id }: any) => context.autos + (autos.has(id) ? 1 : 0) }),
    },
  } as never) as unknown as AnyStateMachine;
}

/** What the rows of a step mean to the machine. */
export function oracleOf(
  autos: ReadonlySet<string>,
  taken: readonly string[],
  after: { [region: string]: string },
): Oracle {
  return { rows: new Set(taken), autos: taken.filter((id) => autos.has(id)), after };
}

/** What tells states apart: the state of each region in a fixed order. */
function keyOf(stepper: Stepper, state: { [region: string]: string } | undefined): string {
  let key = '';
  if (state) for (const region of stepper.regions) key += `${state[region] ?? ''} `;
  return key;
}

function kept<T>(cache: Map<string, T>, key: string, make: () => T): T {
  let found = cache.get(key);
  if (found === undefined) {
    if (cache.size >= STARTS) cache.clear();
    cache.set(key, (found = make()));
  }
  return found;
}

const stateOf = (stepper: Stepper, state: { [region: string]: string } | undefined): any =>
  kept(stepper.values, keyOf(stepper, state), () => stateValue(stepper.definition, state));

function startOf(stepper: Stepper, state: { [region: string]: string } | undefined): AnyMachineSnapshot {
  return kept(stepper.starts, keyOf(stepper, state), () => {
    const start = { value: stateOf(stepper, state), context: { autos: 0 } };
    return stepper.machine.resolveState(start as never) as AnyMachineSnapshot;
  });
}

/** The state value that the machine comes to from a state, on an event, with the rows that were taken. */
export function stepMachine(
  definition: Composed,
  before: { [region: string]: string } | undefined,
  event: string,
  taken: readonly string[],
  after: { [region: string]: string },
): unknown {
  const stepper = stepperOf(definition);
  stepper.oracle = oracleOf(stepper.autos, taken, after);
  const start = startOf(stepper, before);
  return (stepper.machine.transition(start, { type: event }, stepper.scope) as AnyMachineSnapshot).value;
}

/** State values are objects of state values, or names. */
function sameValue(a: any, b: any): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => sameValue(a[key], b[key]));
}

/** Throws `STEP_DISAGREES` where the machine does not come to the state that was decided. */
export function verifyStep(
  definition: Composed,
  before: { [region: string]: string } | undefined,
  event: string,
  taken: readonly string[],
  after: { [region: string]: string },
): void {
  const reached = stepMachine(definition, before, event, taken, after);
  const decided = stateOf(stepperOf(definition), after);
  if (!sameValue(reached, decided))
    throw new Error(
      `STEP_DISAGREES: ${event} with ${taken.join(', ')}: the machine came to ${canonical(reached)}, decided was ${canonical(decided)}`,
    );
}
