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
  starts: Map<string, AnyMachineSnapshot>;
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
    starts: new Map(),
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

function startOf(stepper: Stepper, value: { [region: string]: unknown }): AnyMachineSnapshot {
  const key = canonical(value);
  let start = stepper.starts.get(key);
  if (!start) {
    if (stepper.starts.size >= STARTS) stepper.starts.clear();
    start = stepper.machine.resolveState({ value, context: { autos: 0 } } as never) as AnyMachineSnapshot;
    stepper.starts.set(key, start);
  }
  return start;
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
  const start = startOf(stepper, stateValue(definition, before));
  return (stepper.machine.transition(start, { type: event }, stepper.scope) as AnyMachineSnapshot).value;
}

/** Throws `STEP_DISAGREES` where the machine does not come to the state that was decided. */
export function verifyStep(
  definition: Composed,
  before: { [region: string]: string } | undefined,
  event: string,
  taken: readonly string[],
  after: { [region: string]: string },
): void {
  const [reached, decided] = [stepMachine(definition, before, event, taken, after), stateValue(definition, after)];
  if (canonical(reached) !== canonical(decided))
    throw new Error(
      `STEP_DISAGREES: ${event} with ${taken.join(', ')}: the machine came to ${canonical(reached)}, decided was ${canonical(decided)}`,
    );
}
