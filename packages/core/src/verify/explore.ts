/** Breadth-first exploration of the abstract model, with the way to every state kept for the story. */
import type { Composed } from '../compose/composed.ts';
import { type Abstract, keyOf, type Tracked } from './model.ts';
import { Stepper, type Taken } from './step.ts';

export interface Reached {
  state: Abstract;
  from?: string;
  by?: string;
}
export interface Explored {
  reached: Map<string, Reached>;
  /** One sample of every (row, state before, state after). */
  taken: { taken: Taken; from: string; to: string }[];
  edges: number;
  /** False when the budget ran out: nothing is proved then. */
  complete: boolean;
}

/** Events that a subject may receive, opening events apart. */
export const eventsOf = (definition: Composed): { opening: string[]; running: string[] } => {
  const ids = Object.keys(definition.events);
  return {
    opening: ids.filter((id) => definition.events[id]!.opens),
    running: ids.filter((id) => !definition.events[id]!.opens),
  };
};

export function explore(definition: Composed, tracked: Tracked, budget = 60_000): Explored {
  const stepper = new Stepper(definition, tracked);
  const { opening, running } = eventsOf(definition);
  const reached = new Map<string, Reached>();
  const taken: Explored['taken'] = [];
  const queue: string[] = [];
  const seen = new Set<string>();
  let edges = 0;
  const add = (step: Taken, from: string): void => {
    edges++;
    const key = keyOf(step.after);
    const mark = `${step.region} ${step.row} ${step.event} ${from} ${key}`;
    if (seen.has(mark)) return;
    seen.add(mark);
    taken.push({ taken: step, from, to: key });
    if (reached.has(key)) return;
    reached.set(key, { state: step.after, from, by: step.event });
    queue.push(key);
  };
  const start = stepper.initial();
  const startKey = `new ${keyOf(start)}`;
  for (const event of opening) for (const step of stepper.byEvent(start, event)) add(step, startKey);
  for (let next = 0; next < queue.length && reached.size < budget; next++) {
    const key = queue[next]!;
    const { state } = reached.get(key)!;
    for (const event of running) for (const step of stepper.byEvent(state, event)) add(step, key);
  }
  return { reached, taken, edges, complete: reached.size < budget };
}

/** Events and stages from the opening to a state. */
export function wayTo(explored: Explored, key: string): { event: string; stage: string }[] {
  const way: { event: string; stage: string }[] = [];
  for (
    let here = explored.reached.get(key);
    here?.by;
    here = here.from === undefined ? undefined : explored.reached.get(here.from)
  )
    way.unshift({ event: here.by, stage: here.state.at.stage! });
  return way;
}
