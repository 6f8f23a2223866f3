/** Invariants about what is offered: read off the tables, no exploration needed. */
import type { Composed } from '../compose/composed.ts';
import { canonical } from '../language/canonical.ts';
import type { InvariantDef } from '../language/definition.ts';
import { reads } from '../language/reads.ts';
import { rowsFor } from './step.ts';

interface Fixed {
  verdict: 'proved' | 'failed' | 'vacuous';
  way: { event: string; stage: string }[];
  at?: string;
}

const proved: Fixed = { verdict: 'proved', way: [] };
const failed = (event: string, stage: string): Fixed => ({
  verdict: 'failed',
  way: [{ event, stage }],
  at: `${event} @ ${stage}`,
});

/** The verdict on an invariant that speaks of offers and names; undefined for those that need exploration. */
export function structural(definition: Composed, invariant: InvariantDef): Fixed | undefined {
  const { check } = invariant;
  if ('offered' in check) return offered(definition, check.offered, check.in, check.unconditional === true);
  if ('neverOffered' in check) return neverOffered(definition, check.neverOffered, check.in);
  if ('absent' in check) return absent(definition, check.absent);
  return undefined;
}

/** One of the events is there in every state, and (unconditional) nothing but the sender's own words decides. */
function offered(definition: Composed, events: string[], states: string[], unconditional: boolean): Fixed {
  for (const state of states) {
    const free = events.some((event) => {
      const rows = allRows(definition, event, state);
      if (!rows.length) return false;
      if (!unconditional) return true;
      if (definition.eventRules[event]?.length) return false;
      return rows.some((row) => !row.when && !(row.rules ?? []).some((id) => !payloadOnly(definition, id, event)));
    });
    if (!free) return failed(events.join(' | '), state);
  }
  return states.length ? proved : { verdict: 'vacuous', way: [] };
}

const allRows = (definition: Composed, event: string, state: string) => [
  ...rowsFor(definition.regions.stage!.rows, event, state),
  ...Object.entries(definition.regions)
    .filter(([name]) => name !== 'stage')
    .flatMap(([, region]) => region.rows.filter((row) => row.on === event)),
];

/** A rule that the sender alone can meet, by what it writes. */
function payloadOnly(definition: Composed, rule: string, event: string): boolean {
  const def = definition.rules[rule];
  return (
    def !== undefined &&
    [...reads(def.needOn?.[event] ?? def.need)].every((path) => path.startsWith('event.') || path.startsWith('actor.'))
  );
}

function neverOffered(definition: Composed, events: string[], states: string[]): Fixed {
  for (const state of states)
    for (const event of events)
      if (rowsFor(definition.regions.stage!.rows, event, state).length) return failed(event, state);
  return states.length && events.length ? proved : { verdict: 'vacuous', way: [] };
}

/** No field, event, document, column or term carries one of the names (no fee, for instance), in any language. */
function absent(definition: Composed, names: string[]): Fixed {
  const words = names.map((name) => name.toLowerCase());
  const places: [string, unknown][] = [
    ...Object.entries(definition.events).map(([id, event]) => [id, [id, event.form]] as [string, unknown]),
    ['data', definition.data],
    ['documents', Object.keys(definition.documents)],
    ['columns', definition.columns.map((column) => column.id)],
  ];
  for (const [place, what] of places) {
    const text = canonical(keysOf(what)).toLowerCase();
    const found = words.find((word) => text.includes(word));
    if (found) return failed(found, place);
  }
  return proved;
}

/** Property names and titles of a schema: descriptions and enum labels of other routes may speak of fees. */
function keysOf(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(keysOf);
  if (node === null || typeof node !== 'object') return node;
  const out: unknown[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (key === 'labels' || key === 'enum' || key === 'help') continue;
    if (key === 'properties') out.push(Object.keys(value as object));
    if (key === 'title' || key === 'en') out.push(value);
    else if (typeof value === 'object') out.push(keysOf(value));
  }
  return out;
}
