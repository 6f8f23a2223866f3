/**
 * Authoring of conditions, operands and updates: typed references in, plain JSON out.
 * Nobody writes a generic: a typo in a path is a compile error at the typo.
 */
import type { Cond, OpMap, Update } from './expressions.ts';

declare const VALUE: unique symbol;
/** Something that has a value of type T when the rule runs. */
export interface Op<out T> {
  readonly [VALUE]: T;
}
type Flat = string | number | boolean | null | undefined;
type Present<T> = NonNullable<T>;
type Gap<T> = undefined extends T ? undefined : never;
/** Of `any` every field may be read (parameters of signals and presets). */
type Fields<T> = 0 extends 1 & T
  ? any
  : [T] extends [Flat]
    ? unknown
    : [Present<T>] extends [readonly unknown[]]
      ? unknown
      : { readonly [K in keyof Present<T>]-?: Ref<Present<T>[K] | Gap<T>> };
/** A reference to a place that holds a T. */
export type Ref<T> = Op<T> & Fields<T>;
/** A literal or something that has that value. */
export type In<T> = T | Op<T>;

const PATH = Symbol('path');

/** A reference by path, for roots that the types do not know (`state.…`, loop variables). */
export function refTo<T>(path: string): Ref<T> {
  return new Proxy(Object.create(null), {
    get: (_, key) => {
      if (key === PATH) return path;
      if (key === 'toJSON') return () => ({ get: path });
      return typeof key === 'string' ? refTo(path ? `${path}.${key}` : key) : undefined;
    },
  }) as Ref<T>;
}
/** The path of a reference. */
export const pathOf = (ref: unknown): string => (ref as any)[PATH];

/** The JSON of an operand, a literal, a list or an object of operands. */
export function json(value: any): any {
  if (value === null || typeof value !== 'object') return value;
  if (value[PATH] !== undefined) return { get: value[PATH] };
  if (value[OPERAND] !== undefined) return value[OPERAND];
  if (Array.isArray(value))
    return value.some((item) => item !== null && typeof item === 'object') ? { of: value.map(json) } : value;
  return value;
}
export const map = (values: object): OpMap =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([, op]) => op !== undefined)
      .map(([key, op]) => [key, json(op)]),
  );
const op = <T>(value: unknown): Op<T> => value as Op<T>;
const OPERAND = Symbol('operand');
/** A computed object whose fields may be read (`first(list).amount`). */
function computed<T>(operand: any): Ref<T> {
  return new Proxy(Object.create(null), {
    get: (_, key) => {
      if (key === OPERAND) return operand;
      if (key === 'toJSON') return () => operand;
      if (typeof key !== 'string') return undefined;
      return computed(
        Array.isArray(operand.field)
          ? { field: [operand.field[0], `${operand.field[1]}.${key}`] }
          : { field: [operand, key] },
      );
    },
  }) as Ref<T>;
}

let depth = 0;
/** Names the variable of a loop by its depth, so that equal loops have equal JSON. */
export function loop<R>(body: (item: any) => R): [string, R] {
  const name = `i${depth++}`;
  try {
    return [name, body(refTo(name))];
  } finally {
    depth--;
  }
}

// ---- conditions
export const all = (...parts: Cond[]): Cond => ({ all: parts });
export const any = (...parts: Cond[]): Cond => ({ any: parts });
export const not = (part: Cond): Cond => ({ not: part });
export const always: Cond = { all: [] };
export const implies = (when: Cond, then: Cond): Cond => any(not(when), then);
export const eq = <T extends string | number | boolean>(a: Op<T | undefined>, b: In<NoInfer<T>> | Op<any>): Cond => ({
  eq: [json(a), json(b)],
});
export const lt = <T extends string | number>(a: In<T>, b: In<T>): Cond => ({ lt: [json(a), json(b)] });
export const le = <T extends string | number>(a: In<T>, b: In<T>): Cond => ({ le: [json(a), json(b)] });
export const isIn = <T extends string | number | boolean>(
  a: Op<T | undefined>,
  b: readonly NoInfer<T>[] | Op<readonly any[]>,
): Cond => ({ in: [json(a), json(b)] });
export const includes = <T>(list: Op<readonly T[]>, item: In<NoInfer<T>>): Cond => ({ in: [json(item), json(list)] });
export const covers = <T>(big: Op<readonly T[]>, small: readonly NoInfer<T>[] | Op<readonly any[]>): Cond => ({
  covers: [json(big), json(small)],
});
export const mentions = (text: Op<string>, words: readonly string[] | Op<readonly string[]>): Cond => ({
  mentions: [json(text), json(words)],
});
export const has = (value: Op<unknown>): Cond => ({ has: json(value) });
export const some = <T>(list: Op<readonly T[] | undefined>, where: (item: Ref<T>) => Cond): Cond => {
  const [name, cond] = loop(where);
  return { some: [json(list), name, cond] };
};
export const every = <T>(list: Op<readonly T[] | undefined>, where: (item: Ref<T>) => Cond): Cond => {
  const [name, cond] = loop(where);
  return { every: [json(list), name, cond] };
};
export const fact = (name: string): Cond => ({ fact: name });

// ---- operands
/** Says aloud that absent counts as missing, and missing refuses. */
export const must = <T>(value: Op<T>): Op<Present<T>> => value as any;
/** What an absent value counts as. */
export const or = <T>(value: Op<T>, otherwise: Present<T> & Flat): Op<Present<T>> => {
  const operand = json(value);
  return op(
    'get' in operand ? { ...operand, else: otherwise } : { table: [[[{ has: operand }, operand]], otherwise, 'first'] },
  );
};
export const named = <T>(name: string): Op<T> => op({ value: name });
export const pluck = <T, R>(
  list: Op<readonly T[] | undefined>,
  take: (item: Ref<T>) => Op<R>,
  where?: (item: Ref<T>) => Cond,
): Op<Present<R>[]> => {
  const [name, [cond, value]] = loop((item) => [where ? where(item) : null, json(take(item))] as const);
  return op({ pluck: [json(list), name, cond, value] });
};
export const filter = <T>(list: Op<readonly T[] | undefined>, where: (item: Ref<T>) => Cond): Op<T[]> =>
  pluck(list, (item) => item as Op<T>, where) as Op<any>;
export const first = <T>(list: Op<readonly T[]>): Ref<T> => computed<T>({ first: json(list) });
export const last = <T>(list: Op<readonly T[]>): Ref<T> => computed<T>({ last: json(list) });
export const list = <T>(...items: In<T>[]): Op<T[]> => op({ of: items.map(json) });
export const concat = <T>(...lists: (Op<readonly T[]> | readonly T[])[]): Op<T[]> => op({ concat: lists.map(json) });
export const join = (...parts: In<any>[]): Op<string> => op({ join: parts.map(json) });
export const object = (values: object): Op<any> => op({ object: map(values) });
/** A field of a computed object, by dotted path. */
export const field = <T>(of: Op<any>, path: string): Op<T> => op({ field: [json(of), path] });
export const count = (value: Op<readonly unknown[] | undefined> | Op<string>): Op<number> => op({ count: json(value) });
export const sum = (value: Op<readonly number[]> | readonly In<number>[]): Op<number> => op({ sum: json(value) });
export const max = <T extends string | number>(value: Op<readonly T[]> | readonly In<any>[]): Op<T> =>
  op({ max: json(value) });
export const min = <T extends string | number>(value: Op<readonly T[]> | readonly In<any>[]): Op<T> =>
  op({ min: json(value) });
const between =
  (unit: string) =>
  (from: Op<any>, to: Op<any>): Op<number> =>
    op({ between: [unit, json(from), json(to)] });
export const years = between('y');
export const days = between('d');
export const minutes = between('min');
export const times = (value: Op<number>, by: number): Op<number> => op({ times: [json(value), by] });
export const rank = (value: Op<any>, order: readonly (string | number)[]): Op<number> =>
  op({ rank: [json(value), [...order]] });
export const table = <T extends string | number | boolean>(
  rows: readonly (readonly [Cond, In<T>])[],
  otherwise: In<T>,
  hit: 'first' | 'max' = 'first',
): Op<T> => op({ table: [rows.map(([when, value]) => [when, json(value)]), json(otherwise), hit] });
export const choose = <T extends string | number | boolean>(when: Cond, then: In<T>, otherwise: In<T>): Op<T> =>
  table<T>([[when, then]], otherwise);
/** A field of an item of a code list (`lookup('procedures', data.procedure, 'confirmable')`). */
export const lookup = <T>(codes: string, code: Op<any>, field: string): Op<T> =>
  op({ lookup: [codes, json(code), field] });
/** The due day of a term of this chart if it started then. */
export const dueOf = (term: string, from: Op<any>): Op<string> => op({ due: [term, json(from)] });
/** The answer of a capability: asked before the step, recorded in the entry. */
export const ask = <T>(name: string, args: object): Op<T> => op({ ask: name, with: map(args) });

// ---- updates
export const set = (ref: Op<any>, to: In<any>): Update => ({ set: pathOf(ref), to: json(to) });
export const append = (ref: Op<any>, item: object): Update => ({ append: pathOf(ref), item: map(item) });
export const patch = <T>(
  ref: Op<readonly T[]>,
  where: (item: Ref<T>) => Cond,
  change: (item: Ref<T>) => { [K in keyof T]?: In<any> },
): Update => {
  const [name, [cond, fields]] = loop((item) => [where(item), map(change(item))] as const);
  return { patch: pathOf(ref), name, where: cond, with: fields };
};
export const each = <T>(
  items: Op<readonly T[] | undefined>,
  body: (item: Ref<T>) => Update[],
  where?: (item: Ref<T>) => Cond,
): Update => {
  const [name, [cond, updates]] = loop((item) => [where ? where(item) : null, body(item)] as const);
  return { each: [json(items), name, cond], do: updates };
};
export const iff = (when: Cond, then: Update[], otherwise?: Update[]): Update => ({
  if: when,
  do: then,
  ...(otherwise && { else: otherwise }),
});
export const put = (
  term: string,
  at: { key?: In<any>; from?: In<any>; due?: In<any>; party?: In<any> } = {},
): Update => ({ put: term, ...map(at) });
export const cancel = (terms: string | readonly string[], key?: In<any>): Update => ({
  cancel: typeof terms === 'string' ? terms : [...terms],
  ...(key !== undefined && { key: json(key) }),
});
export const pause = (terms: Op<readonly string[]> | readonly string[], ground: In<string>): Update => ({
  pause: json(terms),
  ground: json(ground),
});
export const resume = (ground: In<string>): Update => ({ resume: json(ground) });
export const produce = (document: string, o: { party?: In<any>; with?: object } = {}): Update => ({
  produce: document,
  ...(o.party !== undefined && { party: json(o.party) }),
  ...(o.with && { with: map(o.with) }),
});
export const notify = (text: string, to: { role?: In<any>; person?: In<any>; with?: object }): Update => ({
  notify: text,
  ...(to.role !== undefined && { role: json(to.role) }),
  ...(to.person !== undefined && { person: json(to.person) }),
  ...(to.with && { with: map(to.with) }),
});
export const signal = (name: string, args?: object): Update => ({ signal: name, ...(args && { with: map(args) }) });
