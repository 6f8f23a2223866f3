/** Which events lead on from a state and which end a term: read off the rows of a definition, once. */
import type { Composed } from '../compose/composed.ts';
import type { Row } from '../language/definition.ts';
import type { Update } from '../language/expressions.ts';
import { walk } from '../language/reads.ts';
import { writersFor } from './task-writers.ts';

export interface Lead {
  roles: string[];
  events: string[];
}
/** A row, or an automatic row seen from the events that make it fire. */
interface Step {
  event: string;
  region: string;
  from: string[];
  to?: string;
  by: string[];
}
/** A step that ends a term, with the number of terms that it ends in all. */
interface Ending extends Step {
  ends: number;
}
/** A step that ends more terms than this is a way out and not what any one of them asks for. */
const SPECIFIC = 8;
interface Index {
  steps: Step[];
  /** By term: steps that end it by what they do, and steps that leave or enter a state that does. */
  direct: Map<string, Ending[]>;
  byMove: Map<string, Ending[]>;
}

const indexes = new WeakMap<Composed, Index>();
const unique = (list: readonly string[]): string[] => [...new Set(list)];

/** Roles that somebody of the offices holds: neither a party nor the clock. */
export const staffOf = (definition: Composed, roles: readonly string[]): string[] =>
  unique(roles).filter((role) => {
    const part = definition.roles[role]?.part;
    return part !== undefined && part !== 'party' && part !== 'clock';
  });

function indexOf(definition: Composed): Index {
  const known = indexes.get(definition);
  if (known) return known;
  const made = build(definition);
  indexes.set(definition, made);
  return made;
}

function build(definition: Composed): Index {
  const index: Index = { steps: [], direct: new Map(), byMove: new Map() };
  for (const [region, def] of [...Object.entries(definition.regions), ...Object.entries(definition.pointRegions)]) {
    for (const row of def.rows) {
      for (const step of stepsOf(definition, region, def.rows, row)) {
        index.steps.push(step);
        note(index.direct, endedBy(definition, row.do ?? []), step);
        if (!row.to) continue;
        for (const from of row.from) {
          if (from !== row.to)
            note(index.byMove, endedBy(definition, def.states[from]?.exit ?? []), { ...step, from: [from] });
        }
        note(index.byMove, endedBy(definition, def.states[row.to]?.entry ?? []), step);
      }
    }
  }
  return index;
}

function note(into: Map<string, Ending[]>, terms: readonly string[], step: Step): void {
  for (const term of terms) into.set(term, [...(into.get(term) ?? []), { ...step, ends: terms.length }]);
}

/** An automatic row stands for every event from its states that writes what it waits for. */
function stepsOf(definition: Composed, region: string, rows: readonly Row[], row: Row): Step[] {
  const internal = (event: string) => definition.events[event]?.internal === true;
  const to = row.to !== undefined && { to: row.to };
  if (row.on !== 'auto')
    return internal(row.on) ? [] : [{ event: row.on, region, from: row.from, by: row.by ?? [], ...to }];
  const writers = writersFor(definition, row.when);
  return rows
    .filter((other) => other.on !== 'auto' && !internal(other.on) && other.to === undefined && writers.has(other.on))
    .flatMap((other) => {
      const from = other.from.filter((state) => row.from.includes(state));
      return from.length ? [{ event: other.on, region, from, by: other.by ?? [], ...to }] : [];
    });
}

/** Terms that updates end, through signals too. */
function endedBy(definition: Composed, updates: readonly Update[], seen = new Set<string>()): string[] {
  const terms: string[] = [];
  walk(updates, (part) => {
    if (part.cancel !== undefined) terms.push(...(typeof part.cancel === 'string' ? [part.cancel] : part.cancel));
    if (typeof part.signal !== 'string' || seen.has(part.signal)) return;
    seen.add(part.signal);
    terms.push(...endedBy(definition, definition.signals[part.signal]?.do ?? [], seen));
  });
  return unique(terms);
}

/**
 * What leads on from a state: steps into the next state that comes after it in the order of the definition, by the
 * offices. Ways out that are open at any time (`neverBlocked`) are not work that waits.
 */
export function leadsFrom(definition: Composed, region: string, state: string): Lead | undefined {
  const states = Object.keys((definition.regions[region] ?? definition.pointRegions[region])!.states);
  const place = (name: string) => states.indexOf(name);
  const forward = indexOf(definition).steps.filter(
    (step) =>
      step.region === region &&
      step.to !== undefined &&
      place(step.to) > place(state) &&
      waits(definition, step, state),
  );
  if (!forward.length) return undefined;
  const nearest = Math.min(...forward.map(({ to }) => place(to!)));
  return leadOf(
    definition,
    forward.filter(({ to }) => place(to!) === nearest),
  );
}

const waits = (definition: Composed, step: Step, state: string): boolean =>
  step.from.includes(state) && !definition.neverBlocked.includes(step.event) && staffOf(definition, step.by).length > 0;

const leadOf = (definition: Composed, steps: readonly Step[]): Lead => ({
  roles: staffOf(
    definition,
    steps.flatMap(({ by }) => by),
  ),
  events: unique(steps.map(({ event }) => event)),
});

/**
 * The events that end a term from the present states, and who may take them. None where only ways out end it, such as a
 * merger that ends all, or a step back; what ends it by moving counts where nothing else does.
 */
export function cancelsOf(definition: Composed, term: string, state: { [region: string]: string }): Lead {
  const { direct, byMove } = indexOf(definition);
  for (const index of [direct, byMove]) {
    const here = (index.get(term) ?? []).filter(
      (step) => step.ends <= SPECIFIC && staffOf(definition, step.by).length > 0 && goesOn(definition, step, state),
    );
    const asked = here.filter(({ event }) => !definition.neverBlocked.includes(event));
    if (here.length) return leadOf(definition, asked.length ? asked : here);
  }
  return { roles: [], events: [] };
}

/** Whether a step starts in the present state and does not lead back from it. */
function goesOn(definition: Composed, { region, from, to }: Step, state: { [region: string]: string }): boolean {
  const at = state[region];
  if (at === undefined || !from.includes(at)) return false;
  const states = Object.keys((definition.regions[region] ?? definition.pointRegions[region])!.states);
  return to === undefined || states.indexOf(to) >= states.indexOf(at);
}
