/**
 * Soundness of a composition: from every reachable state a final one can be reached, every event and row can be taken,
 * every region can be done. Of the abstract model; what it means is said in the report.
 */
import type { Composed } from '../compose/composed.ts';
import { type Explored, eventsOf, explore, wayTo } from './explore.ts';
import type { Tracked } from './model.ts';

export interface Unsound {
  kind: 'stuck' | 'event never taken' | 'row never taken' | 'region never done' | 'state never reached';
  name: string;
  way: { event: string; stage: string }[];
}
export interface Soundness {
  states: number;
  edges: number;
  stages: number;
  complete: boolean;
  faults: Unsound[];
}

const NOTHING: Tracked = { paths: [], lists: [], terms: [] };

export function soundness(definition: Composed, budget?: number): Soundness {
  const explored = explore(definition, NOTHING, budget);
  const faults: Unsound[] = [];
  for (const key of stuck(definition, explored))
    faults.push({ kind: 'stuck', name: explored.reached.get(key)!.state.at.stage!, way: wayTo(explored, key) });
  const takenRows = new Set(explored.taken.map(({ taken }) => `${taken.region}|${taken.row}|${taken.event}`));
  const takenEvents = new Set(explored.taken.map(({ taken }) => taken.event));
  const { opening, running } = eventsOf(definition);
  for (const event of [...opening, ...running])
    if (!takenEvents.has(event)) faults.push({ kind: 'event never taken', name: event, way: [] });
  const regions = { ...definition.regions, ...definition.pointRegions };
  const stages = new Set([...explored.reached.values()].map(({ state }) => state.at.stage!));
  for (const [name, region] of Object.entries(regions))
    for (const row of region.rows)
      if (row.on !== 'auto' && !takenRows.has(`${name}|${row.id}|${row.on}`))
        faults.push({ kind: 'row never taken', name: `${name} ${row.id}`, way: [] });
  const names = Object.keys(definition.regions.stage!.states);
  // A point with states of its own is never a state itself.
  const leaves = names.filter((name) => !names.some((other) => other.startsWith(`${name}.`)));
  for (const state of leaves)
    if (!stages.has(state)) faults.push({ kind: 'state never reached', name: state, way: [] });
  for (const [name, region] of Object.entries(definition.pointRegions))
    if (![...explored.reached.values()].some(({ state }) => region.done.includes(state.at[name] ?? '')))
      faults.push({ kind: 'region never done', name, way: [] });
  return {
    states: explored.reached.size,
    edges: explored.edges,
    stages: stages.size,
    complete: explored.complete,
    faults,
  };
}

/** Reachable states from which no final state can be reached. */
function stuck(definition: Composed, explored: Explored): string[] {
  const back = new Map<string, string[]>();
  for (const { from, to } of explored.taken) {
    const list = back.get(to);
    if (list) list.push(from);
    else back.set(to, [from]);
  }
  const final = [...explored.reached]
    .filter(([, { state }]) => definition.regions.stage!.states[state.at.stage!]?.final)
    .map(([key]) => key);
  const good = new Set(final);
  for (const queue = [...final]; queue.length; )
    for (const from of back.get(queue.pop()!) ?? [])
      if (!good.has(from)) {
        good.add(from);
        queue.push(from);
      }
  return [...explored.reached.keys()].filter((key) => !good.has(key));
}
