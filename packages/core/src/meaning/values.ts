/** Values that expressions compute with: real JSON, and the abstract ones that proving and offering use. */
import { canonical } from '../language/canonical.ts';

/** Present, but its value is not known. */
export const SOME = Symbol('some value');
/** Not known at all: may be absent, may be anything. */
export const ANY = Symbol('any value');
/** An abstract list: only the set of states that its members are in is known. */
export class Members {
  readonly states: ReadonlySet<string>;
  readonly field: string;
  constructor(states: Iterable<string>, field = 'state') {
    this.states = new Set(states);
    this.field = field;
  }
  /** One member per occupied state; every other field of it is unknown. */
  representatives(): unknown[] {
    return [...this.states].map((state) => representative({ [this.field]: state }));
  }
}

/** An object of which only the given fields are known. */
export const representative = (known: Record<string, unknown>): unknown =>
  new Proxy(known, { get: (target, key) => (typeof key !== 'string' || key in target ? target[key as string] : ANY) });

export const vague = (value: unknown): boolean => value === SOME || value === ANY;
export const absent = (value: unknown): boolean => value === undefined || value === null;
/** What a rule counts as not given. */
export const empty = (value: unknown): boolean =>
  absent(value) || value === '' || (Array.isArray(value) && value.length === 0);

export const same = (a: unknown, b: unknown): boolean =>
  a === b ||
  (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null && canonical(a) === canonical(b));

/** Follows a path; unknown stays unknown, absent stays absent. */
export function dig(value: any, keys: readonly string[], from = 0): unknown {
  for (let i = from; i < keys.length; i++) {
    if (value === SOME || value === ANY || value instanceof Members) return ANY;
    if (value === null || value === undefined) return undefined;
    value = value[keys[i]!];
  }
  return value;
}

const isInstant = (value: string): boolean => value.length > 16 && value.charCodeAt(10) === 84;

/** Order of numbers, civil dates and instants (which may be written with different offsets); undefined where there is none. */
export function compare(a: unknown, b: unknown): number | undefined {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a !== 'string' || typeof b !== 'string') return undefined;
  if (isInstant(a) && isInstant(b)) {
    const apart = Date.parse(a) - Date.parse(b);
    if (apart !== 0 || !a.endsWith('Z') || !b.endsWith('Z')) return apart;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}

const DAY = 86_400_000;
/** Full years, calendar days or minutes from one date or instant to another. `dayOf` gives the civil day of an instant. */
export function between(
  unit: 'y' | 'd' | 'min',
  from: unknown,
  to: unknown,
  dayOf: (instant: string) => string,
): number | undefined {
  if (typeof from !== 'string' || typeof to !== 'string') return undefined;
  if (unit === 'min') return finite(Math.floor((Date.parse(to) - Date.parse(from)) / 60_000));
  const [a, b] = [isInstant(from) ? dayOf(from) : from, isInstant(to) ? dayOf(to) : to];
  if (unit === 'd') return finite(Math.round((Date.parse(b) - Date.parse(a)) / DAY));
  const years = Number(b.slice(0, 4)) - Number(a.slice(0, 4));
  return finite(b.slice(5, 10) < a.slice(5, 10) ? years - 1 : years);
}
const finite = (value: number): number | undefined => (Number.isFinite(value) ? value : undefined);

/** Greatest or smallest of a list in the order of `compare`; undefined for an empty list or where something is absent. */
export function extreme(list: readonly unknown[], sign: 1 | -1): unknown {
  let best: unknown;
  for (const item of list) {
    if (absent(item)) return undefined;
    if (best === undefined) best = item;
    else {
      const order = compare(item, best);
      if (order === undefined) return undefined;
      if (order * sign > 0) best = item;
    }
  }
  return best;
}

/** Sum of a list of numbers; undefined where something in it is not a number. */
export function sumOf(list: readonly unknown[]): number | undefined {
  let total = 0;
  for (const item of list) {
    if (typeof item !== 'number') return undefined;
    total += item;
  }
  return total;
}

/** Items of a list, characters of a text; absent counts as none. A personal value has no length that a rule may read. */
export function size(value: unknown): number | undefined {
  if (absent(value)) return 0;
  return Array.isArray(value) ? value.length : typeof value === 'string' ? [...value].length : undefined;
}

export const member = (value: unknown, list: unknown): boolean | undefined =>
  Array.isArray(list) ? list.some((item) => same(item, value)) : undefined;
export const coversAll = (big: unknown, small: unknown): boolean | undefined =>
  Array.isArray(big) && Array.isArray(small) ? small.every((item) => member(item, big)) : undefined;
export function mentionsAny(text: unknown, words: unknown): boolean | undefined {
  const list = typeof words === 'string' ? [words] : words;
  return typeof text === 'string' && Array.isArray(list)
    ? list.some((word) => typeof word === 'string' && text.includes(word))
    : undefined;
}
/** Text of several parts; undefined where one is absent or not a scalar. */
export function joined(parts: readonly unknown[]): string | undefined {
  let out = '';
  for (const part of parts) {
    if (absent(part) || typeof part === 'object') return undefined;
    out += String(part);
  }
  return out;
}
