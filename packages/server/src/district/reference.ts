/** The reference data of a district, indexed: who holds what, which unit sees what. Immutable; days are civil days. */
import type { Actor } from '@fengqiao/core';
import type { DistrictFile } from './schema.ts';

export interface ReferenceIndex {
  /** Roles of the posts that a person holds on a day. */
  rolesOf(person: string, on: string): string[];
  rostersOf(person: string, on: string): { unit: string; born: string }[];
  /** Persons who hold the role on the day in a unit that looks after the given one; the nearest first. */
  holders(role: string, unit: string, on: string): string[];
  /** Whether this very post is held so on the day. */
  holds(actor: Actor, on: string): boolean;
}

const within = ({ from, to }: { from?: string | undefined; to?: string | undefined }, on: string): boolean =>
  (from ?? on) <= on && on <= (to ?? on);

export function referenceIndex(file: DistrictFile): ReferenceIndex {
  const units = new Map(file.units.map((unit) => [unit.id, unit]));
  const postsOf = grouped(file.posts, ({ person }) => person);
  const rostersOf = grouped(file.rosters, ({ person }) => person);

  /** The unit, those above it, and how far each is. */
  const above = (unit: string): Map<string, number> => {
    const found = new Map<string, number>();
    for (let at: string | undefined = unit, far = 0; at !== undefined && !found.has(at); far += 1) {
      found.set(at, far);
      at = units.get(at)?.parent;
    }
    return found;
  };
  /** How far a post of a unit is from the subjects of another one; undefined where it does not see them. */
  const distance = (of: string, chain: Map<string, number>): number | undefined => {
    const direct = chain.get(of);
    if (direct !== undefined) return direct;
    const served = (units.get(of)?.serves ?? []).flatMap((unit) => chain.get(unit) ?? []);
    return served.length ? Math.min(...served) + 0.5 : undefined;
  };

  return {
    rolesOf: (person, on) => [
      ...new Set((postsOf.get(person) ?? []).filter((post) => within(post, on)).map(({ role }) => role)),
    ],
    rostersOf: (person, on) =>
      (rostersOf.get(person) ?? []).filter((row) => within(row, on)).map(({ unit, born }) => ({ unit, born })),
    holders(role, unit, on) {
      const chain = above(unit);
      const found = file.posts
        .filter((post) => post.role === role && within(post, on))
        .flatMap((post) => {
          const far = distance(post.unit, chain);
          return far === undefined ? [] : [{ person: post.person, far }];
        });
      const nearest = Math.min(...found.map(({ far }) => far));
      return [...new Set(found.filter(({ far }) => far === nearest).map(({ person }) => person))];
    },
    holds: (actor, on) =>
      (postsOf.get(actor.person) ?? []).some(
        (post) => post.id === actor.post && post.role === actor.role && post.unit === actor.unit && within(post, on),
      ),
  };
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}
