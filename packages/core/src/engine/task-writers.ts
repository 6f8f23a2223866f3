/** Which events write a place of the data: what an automatic row waits for, somebody must do. */
import type { Composed } from '../compose/composed.ts';
import type { Update } from '../language/expressions.ts';
import { reads, walk } from '../language/reads.ts';

/** Top place and field: `copies.state` for the field of a member, `number` for a plain one. */
type Place = string;

const cache = new WeakMap<Composed, Map<Place, Set<string>>>();

/** Events by the places that they write, of their own rows, of members and through signals. */
function writersOf(definition: Composed): Map<Place, Set<string>> {
  const known = cache.get(definition);
  if (known) return known;
  const writers = new Map<Place, Set<string>>();
  const note = (place: Place, event: string) => {
    const events = writers.get(place) ?? new Set();
    writers.set(place, events.add(event));
  };
  for (const region of [...Object.values(definition.regions), ...Object.values(definition.pointRegions)]) {
    for (const row of region.rows) {
      if (row.on === 'auto') continue;
      const signals = new Set<string>();
      for (const place of written(definition, row.do ?? [], signals)) note(place, row.on);
      for (const member of Object.values(definition.members)) {
        const moves = member.rows.filter(
          ({ on }) => on.includes(row.on) || on.some((name) => name.startsWith('@') && signals.has(name.slice(1))),
        );
        for (const move of moves)
          for (const field of [member.field, ...Object.keys(move.with ?? {})])
            note(`${top(member.list)}.${field}`, row.on);
      }
    }
  }
  cache.set(definition, writers);
  return writers;
}

const top = (path: string): string => path.replace(/^data\./, '').split(/[.[]/)[0]!;

function written(definition: Composed, updates: readonly Update[], signals: Set<string>): Place[] {
  const places: Place[] = [];
  walk(updates, (part) => {
    if (typeof part.set === 'string' && part.set.startsWith('data.')) places.push(top(part.set));
    if (typeof part.append === 'string') places.push(top(part.append));
    if (typeof part.patch === 'string')
      for (const field of Object.keys(part.with ?? {})) places.push(`${top(part.patch)}.${field}`);
    if (typeof part.signal === 'string' && !signals.has(part.signal)) {
      signals.add(part.signal);
      places.push(...written(definition, definition.signals[part.signal]?.do ?? [], signals));
    }
  });
  return places;
}

/** Places that a condition reads, with the facts and values that it names. */
function placesRead(definition: Composed, node: unknown, seen = new Set<string>()): Set<Place> {
  const places = new Set<Place>();
  for (const path of reads(node)) {
    const [root, first, ...rest] = path.replaceAll('[]', '').split('.');
    if (root !== 'data' || !first) continue;
    places.add(first);
    if (rest[0]) places.add(`${first}.${rest[0]}`);
  }
  walk(node, (part) => {
    for (const [kind, name] of [
      ['fact', part.fact],
      ['value', part.value],
    ] as const) {
      if (typeof name !== 'string' || seen.has(`${kind} ${name}`)) continue;
      seen.add(`${kind} ${name}`);
      const of = kind === 'fact' ? definition.facts[name]?.is : definition.values[name]?.of;
      for (const place of placesRead(definition, of, seen)) places.add(place);
    }
  });
  return places;
}

/** Events that write what the condition reads. */
export function writersFor(definition: Composed, condition: unknown): Set<string> {
  const writers = writersOf(definition);
  const events = new Set<string>();
  for (const place of placesRead(definition, condition))
    for (const event of writers.get(place) ?? []) events.add(event);
  return events;
}
