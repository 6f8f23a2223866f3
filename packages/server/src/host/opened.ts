/** A subject as a page shows it: the snapshot with its definition and its personal values, after the second gate. */
import type { Entry, Json, Projection } from '@fengqiao/core';
import { isPersonalRef } from '@fengqiao/core';
import type { KindCall, Opened } from './call.ts';
import { sightOf } from './posts.ts';
import type { PageRead, Sight } from './reader-port.ts';

export const sees = (sight: Sight, projection: Projection): boolean =>
  projection.persons.includes(sight.person) || (sight.units ?? []).includes(projection.unit);

/** Undefined for an unknown subject, one of another kind, and one that may not be seen. */
export async function openSubject({ deps, user, kind }: KindCall, id: string): Promise<Opened | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return undefined;
  return deps.reader.page(user.district.id, async (read) => {
    const found = await read.subject(id);
    if (!found || found.subject.kind !== kind) return undefined;
    const definition = await user.district.byConduct(found.subject.conduct);
    if (!definition || !sees(sightOf(user, definition), found.projection)) return undefined;
    const entries = await read.entries(id);
    return {
      ...found,
      definition,
      entries,
      personal: await personalOf(read, [
        found.subject.data,
        found.subject.documents as unknown as Json,
        ...entries.flatMap(insideOf),
      ]),
    };
  });
}

const insideOf = ({ payload, actor, outcome }: Entry): Json[] => [
  payload,
  actor.evidence ?? null,
  outcome.changes as unknown as Json,
];

/** All personal values that are referred to anywhere inside. */
export async function personalOf(read: PageRead, inside: readonly Json[]): Promise<Map<string, string>> {
  const refs = new Set<string>();
  const walk = (value: unknown): void => {
    if (isPersonalRef(value)) refs.add(value.ref);
    else if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  inside.forEach(walk);
  return refs.size ? read.personal([...refs]) : new Map();
}
