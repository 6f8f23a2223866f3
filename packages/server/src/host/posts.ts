/** Posts in units, with dates: who holds what today, what a post sees, and what its role may do. */
import type { Composed } from '@fengqiao/core';
import type { District, Post, SignedIn } from './context.ts';
import type { Sight } from './reader-port.ts';

export const postsHeld = (district: District, person: string, now: string): Post[] => {
  const today = district.calendar.dayOf(now);
  return district.posts.filter(
    (post) => post.person === person && (post.from ?? today) <= today && today <= (post.to ?? today),
  );
};

/** A unit with all units under it. */
function under(district: District, unit: string): string[] {
  const found = [unit];
  for (const id of found)
    for (const child of district.units) if (child.parent === id && !found.includes(child.id)) found.push(child.id);
  return found;
}

/** Units whose subjects a post sees: its own, those under it, and those that its unit serves with those under them. */
export function unitsSeen(district: District, post: Post): string[] {
  const own = district.units.find((unit) => unit.id === post.unit);
  return [...new Set([post.unit, ...(own?.serves ?? [])].flatMap((unit) => under(district, unit)))];
}

/** A party sees what it is a member of; staff also what belongs to the units of the post; without a post: only the former. */
export function sightOf(user: SignedIn, definition: Composed): Sight {
  const part = user.post && definition.roles[user.post.role]?.part;
  const units = user.post && part && part !== 'party' ? unitsSeen(user.district, user.post) : [];
  return { person: user.person, units };
}

/**
 * The person under the post for which work waits here: the chosen one, else another of the same person that sees the
 * subject (in a small committee one person registers, coordinates and mediates). `waits` lists roles by urgency.
 */
export function workingPost(user: SignedIn, unit: string, waits: readonly (readonly string[])[]): SignedIn {
  if (!user.post) return user;
  const posts = [user.post, ...user.posts.filter((post) => post.id !== user.post?.id)];
  for (const roles of waits) {
    const found = posts.find(
      (post) => roles.includes(post.role) && (post === user.post || unitsSeen(user.district, post).includes(unit)),
    );
    if (found) return { ...user, post: found };
  }
  return user;
}

export const isParty = (user: SignedIn, definition: Composed): boolean =>
  !user.post || definition.roles[user.post.role]?.part === 'party';

/** Roles that may ever take the event, in any region. */
export function rolesOf(definition: Composed, event: string): Set<string> {
  const regions = [...Object.values(definition.regions), ...Object.values(definition.pointRegions)];
  return new Set(
    regions
      .flatMap((region) => region.rows)
      .filter((row) => row.on === event)
      .flatMap((row) => row.by ?? []),
  );
}

export type May = 'self' | 'behalf' | 'no';
/** Whether a role may take an event itself, may enter it for others with their paper, or may not. */
export function may(definition: Composed, role: string, event: string): May {
  const roles = rolesOf(definition, event);
  if (roles.has(role)) return 'self';
  return definition.behalf.some((rule) => rule.by.includes(role) && rule.of.some((other) => roles.has(other)))
    ? 'behalf'
    : 'no';
}

/**
 * The post under which a person takes an event: the chosen one where its role may, another of the same person otherwise
 * (a sitting raises events of several roles); undefined when none may.
 */
export function postFor(
  definition: Composed,
  user: SignedIn,
  event: string,
): { post: Post; may: Exclude<May, 'no'> } | undefined {
  const posts = user.post ? [user.post, ...user.posts.filter((post) => post.id !== user.post!.id)] : [];
  for (const wanted of ['self', 'behalf'] as const)
    for (const post of posts) if (may(definition, post.role, event) === wanted) return { post, may: wanted };
  return undefined;
}
