/**
 * Proof of one invariant: the model keeps what the invariant reads; on a counterexample it also keeps what the rows
 * on the way read, until the invariant is proved, the counterexample stays, or the budget ends (design §8).
 */
import type { Composed } from '../compose/composed.ts';
import { canonical } from '../language/canonical.ts';
import type { InvariantDef } from '../language/definition.ts';
import type { Cond } from '../language/expressions.ts';
import { assume, entailed } from './assumptions.ts';
import { type Explored, explore, wayTo } from './explore.ts';
import { deepReads, envOf, type Tracked, trackedOf } from './model.ts';
import { structural } from './structure.ts';

export type Verdict = 'proved' | 'failed' | 'vacuous' | 'unknown';
export interface Proof {
  invariant: string;
  verdict: Verdict;
  states: number;
  edges: number;
  rounds: number;
  /** Shortest way to the break: events in order, with the stage after each. */
  way: { event: string; stage: string }[];
  /** What broke, in words of the definition (state or event). */
  at?: string;
  tracked: string[];
}

interface Break {
  key: string;
  last?: string;
}

/** Explorations by what they kept: many invariants ask the same model. */
export type Explorations = Map<string, Explored>;

export function prove(
  definition: Composed,
  invariant: InvariantDef,
  budget?: number,
  made: Explorations = new Map(),
): Proof {
  const fixed = structural(definition, invariant);
  if (fixed) return { invariant: invariant.id, states: 0, edges: 0, rounds: 0, tracked: [], ...fixed };
  // First with nothing kept: what a row's own rules prove needs no facts. Then with what the invariant reads.
  let wanted = new Set<string>();
  for (let rounds = 1; ; rounds++) {
    const tracked = trackedOf(definition, wanted);
    const explored = exploredOf(definition, tracked, budget, made);
    const names = [...tracked.paths, ...tracked.lists.map((list) => list.path), ...tracked.terms];
    const base = {
      invariant: invariant.id,
      states: explored.reached.size,
      edges: explored.edges,
      rounds,
      tracked: names,
      way: [],
    };
    const result = check(definition, invariant, explored, tracked);
    if (result === 'vacuous') return { ...base, verdict: 'vacuous' };
    if (result === 'proved') return { ...base, verdict: explored.complete ? 'proved' : 'unknown' };
    const before = names.length;
    if (rounds === 1) wanted = deepReads(definition, needOf(invariant));
    else for (const path of onWay(definition, explored, result)) wanted.add(path);
    const next = trackedOf(definition, wanted);
    const grown = next.paths.length + next.lists.length + next.terms.length > before;
    // A use of a rule is proved by its row alone: no fact of the subject can mend it.
    const last = 'rows' in invariant.check ? 1 : ROUNDS;
    if ((!grown && rounds > 1) || rounds >= last || !explored.complete) {
      const way = wayTo(explored, result.key);
      const verdict = explored.complete ? 'failed' : 'unknown';
      return {
        ...base,
        verdict,
        way: result.last ? [...way, { event: result.last, stage: '' }] : way,
        at: result.last ?? way.at(-1)?.stage ?? '',
      };
    }
  }
}

/** Refinements before a counterexample is believed. */
const ROUNDS = 5;

function exploredOf(definition: Composed, tracked: Tracked, budget: number | undefined, made: Explorations): Explored {
  const key = canonical(tracked);
  let explored = made.get(key);
  if (!explored) made.set(key, (explored = explore(definition, tracked, budget)));
  return explored;
}

const needOf = (invariant: InvariantDef): Cond[] => {
  const { check: what } = invariant;
  if ('always' in what) return [what.always];
  if ('rows' in what) return [what.need, ...Object.values(what.needOn)];
  if ('need' in what) return [what.need];
  return [];
};

function check(
  definition: Composed,
  invariant: InvariantDef,
  explored: Explored,
  tracked: Tracked,
): 'proved' | 'vacuous' | Break {
  const { check: what } = invariant;
  let met = 0;
  if ('always' in what) {
    for (const [key, { state }] of explored.reached) {
      if (what.in && !what.in.includes(state.at.stage!)) continue;
      met++;
      if (entailed(definition, what.always, envOf(definition, tracked, state), new Set())[0] < 2) return { key };
    }
    return met ? 'proved' : 'vacuous';
  }
  const judged = new Map<string, boolean>();
  for (const { taken, from } of explored.taken) {
    if (!concerns(what, taken)) continue;
    met++;
    const mark = `${taken.row}|${from}`;
    let fine = judged.get(mark);
    if (fine === undefined) {
      const env = envOf(definition, tracked, taken.before);
      fine = entailed(definition, needAt(what, taken.event), env, assume(definition, taken.held))[0] === 2;
      judged.set(mark, fine);
    }
    if (!fine) return { key: from, last: taken.event };
  }
  return met ? 'proved' : 'vacuous';
}

type Check = InvariantDef['check'];
/** Whether an invariant speaks of a step. */
function concerns(what: Check, taken: Explored['taken'][number]['taken']): boolean {
  if ('before' in what) return what.before.includes(taken.event);
  if ('rows' in what) return what.rows.includes(taken.row);
  return 'entering' in what && entersOf(what.entering, taken.before.at.stage!, taken.after.at.stage!);
}
const needAt = (what: Check, event: string): Cond =>
  'rows' in what ? (what.needOn[event] ?? what.need) : (what as { need: Cond }).need;

const entersOf = (states: readonly string[], before: string, after: string): boolean =>
  states.includes(after) && !states.includes(before);

/** What the rows on the way to a break read: the facts that may show that it cannot happen. */
function onWay(definition: Composed, explored: Explored, broken: Break): Set<string> {
  const events = new Set([
    ...wayTo(explored, broken.key).map((step) => step.event),
    ...(broken.last ? [broken.last] : []),
    'auto',
  ]);
  const read = new Set<string>();
  for (const region of [...Object.values(definition.regions), ...Object.values(definition.pointRegions)])
    for (const row of region.rows)
      if (events.has(row.on)) {
        deepReads(definition, row.when, read);
        for (const id of [...(row.rules ?? []), ...(definition.eventRules[row.on] ?? [])])
          deepReads(definition, definition.rules[id]?.need, read);
      }
  return read;
}
