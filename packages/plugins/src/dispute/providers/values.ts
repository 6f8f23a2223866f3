/** Personal values that a question needs: those that came with the act, else those of the database. */
import { type AskContext, isPersonalRef, type Json } from '@fengqiao/core';
import type { Reference } from './port.ts';

export type Item = { [key: string]: Json };
export const listOf = (value: Json | undefined): Item[] => (Array.isArray(value) ? (value as Item[]) : []);

/** A list of the subject, with what the act brings of it: members that are not there yet. */
export function membersOf(context: AskContext, list: string): Item[] {
  const known = listOf(context.subject?.data[list]);
  return [...known, ...listOf(context.act.payload[list]).filter((item) => !known.some(({ id }) => id === item.id))];
}

/** Reads values in clear; a place without a value gives undefined. */
export async function clear(
  reference: Reference,
  context: AskContext,
  places: readonly (Json | undefined)[],
): Promise<(string | undefined)[]> {
  const incoming = new Map(context.incoming.map(({ ref, value }) => [ref, value]));
  const refs = places.flatMap((place) => (isPersonalRef(place) && !incoming.has(place.ref) ? [place.ref] : []));
  const stored = refs.length ? await reference.personal(refs) : new Map<string, string>();
  return places.map((place) => {
    if (isPersonalRef(place)) return incoming.get(place.ref) ?? stored.get(place.ref);
    return typeof place === 'string' ? place : undefined;
  });
}

/** Values that are there. */
export async function allClear(
  reference: Reference,
  context: AskContext,
  places: readonly (Json | undefined)[],
): Promise<string[]> {
  return (await clear(reference, context, places)).filter((value) => value !== undefined);
}

/** Full years from a date of birth to a day. */
export function age(born: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4));
  return on.slice(5) < born.slice(5) ? years - 1 : years;
}
