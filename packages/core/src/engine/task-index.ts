/** Which events lead on from a state and which end a term: read off the rows of a definition, once. */
import type { Composed } from '../compose/composed.ts';
import type { Row } from '../language/definition.ts';
import type { Update } from '../language/expressions.ts';
import { walk } from '../language/reads.ts';

export interface Lead {
  roles: string[];
  events: string[];
}
interface Ending {
  event: string;
  region: string;
  from: string[];
  by: string[];
}
interface Index {
  rows: { region: string; row: Row }[];
  /** By term: rows that end it by what they do themselves, and rows that leave or enter a state that does. */
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
  let made = indexes.get(definition);
  if (!made) indexes.set(definition, (made = build(definition)));
  return made;
}

function build(definition: Composed): Index {
  const index: Index = { rows: [], direct: new Map(), byMove: new Map() };
  const note = (into: Map<string, Ending[]>, region: string, row: Row, updates: readonly Update[] | undefined) => {
    for (const term of endedBy(definition, updates ?? [])) {
      const ending = { event: row.on, region, from: row.from, by: row.by ?? [] };
      into.set(term, [...(into.get(term) ?? []), ending]);
    }
  };
  for (const [region, def] of [...Object.entries(definition.regions), ...Object.entries(definition.pointRegions)]) {
    for (const row of def.rows) {
      if (row.on === 'auto' || definition.events[row.on]?.internal) continue;
      index.rows.push({ region, row });
      note(index.direct, region, row, row.do);
      if (!row.to) continue;
      for (const from of row.from)
        if (from !== row.to) note(index.byMove, region, { ...row, from: [from] }, def.states[from]?.exit);
      note(index.byMove, region, row, def.states[row.to]?.entry);
    }
  }
  return index;
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
 * What leads on from a state: rows into the next state that comes after it in the order of the definition, by the
 * offices. Ways out that are open at any time (`neverBlocked`) are not work that waits.
 */
export function leadsFrom(definition: Composed, region: string, state: string): Lead | undefined {
  const states = Object.keys((definition.regions[region] ?? definition.pointRegions[region])!.states);
  const place = (name: string) => states.indexOf(name);
  const forward = indexOf(definition).rows.filter(
    ({ region: of, row }) =>
      of === region &&
      row.from.includes(state) &&
      row.to !== undefined &&
      place(row.to) > place(state) &&
      !definition.neverBlocked.includes(row.on) &&
      staffOf(definition, row.by ?? []).length > 0,
  );
  if (!forward.length) return undefined;
  const nearest = Math.min(...forward.map(({ row }) => place(row.to!)));
  const rows = forward.filter(({ row }) => place(row.to!) === nearest).map(({ row }) => row);
  return {
    roles: staffOf(
      definition,
      rows.flatMap((row) => row.by ?? []),
    ),
    events: unique(rows.map((row) => row.on)),
  };
}

/** The events that end a term from the present states, and who may take them; those that end it on their way out come last. */
export function cancelsOf(definition: Composed, term: string, state: { [region: string]: string }): Lead {
  const { direct, byMove } = indexOf(definition);
  for (const index of [direct, byMove]) {
    const here = (index.get(term) ?? []).filter(
      ({ region, from, by, event }) =>
        state[region] !== undefined &&
        from.includes(state[region]) &&
        staffOf(definition, by).length > 0 &&
        !definition.neverBlocked.includes(event),
    );
    if (here.length)
      return {
        roles: staffOf(
          definition,
          here.flatMap(({ by }) => by),
        ),
        events: unique(here.map(({ event }) => event)),
      };
  }
  return { roles: [], events: [] };
}
