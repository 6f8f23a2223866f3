/**
 * Updates as pure functions: what a stage of a step does to the data, and what it asks of terms, papers, notices and
 * signals. Every value is read from the state before the stage; writes of one stage gather in order. Absent removes.
 */
import type { Json, Op, OpMap, Update } from '../language/expressions.ts';
import type { Compiler, Scope, Test, Value } from './compile.ts';
import type { Frame } from './env.ts';
import { absent } from './values.ts';

type Data = { [key: string]: Json };
export type Work =
  | { put: string; key?: string; from?: string; due?: string; party?: string; skip?: true }
  | { cancel: string[]; key?: string }
  | { pause: string[]; ground: string }
  | { resume: string }
  | { produce: string; party?: string; with?: Data }
  | { notify: string; role?: string; person?: string; with?: Data }
  | { signal: string; with: Data };

/** Gathers what a stage does. `data` is the data after the stage; it shares what did not change. */
export interface Gathered {
  data: Data;
  work: Work[];
}
export type Run = (frame: Frame, into: Gathered) => void;
/** Places in the data of loop variables that stand for items of a list of the data. */
type Places = { readonly [name: string]: { list: Value; slot: number } };

/** A copy with one place changed; absent removes it. Path without the root. */
export function changed(data: any, keys: readonly string[], to: (old: any) => any, at = 0): any {
  const key = keys[at]!;
  const value = at === keys.length - 1 ? to(data?.[key]) : changed(data?.[key], keys, to, at + 1);
  if (Array.isArray(data)) return data.with(Number(key), value);
  const copy = { ...data };
  if (absent(value)) delete copy[key];
  else copy[key] = value;
  return copy;
}

/** Fields of a change laid over an item; absent ones are removed from it. */
export function merged(item: Data, fields: readonly (readonly [string, Value])[], frame: Frame): Data {
  const copy = { ...item };
  for (const [key, of] of fields) {
    const value = of(frame);
    if (absent(value)) delete copy[key];
    else copy[key] = stored(value);
  }
  return copy;
}

/** What is kept of a computed value: absent items of a list become null, absent fields go. */
export function stored(value: any): any {
  if (absent(value)) return null;
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.some((item) => item === undefined) ? value.map(stored) : value;
  return value;
}

/** Compiles a list of updates; `scope` names the loop variables around it. */
export function compileUpdates(
  updates: readonly Update[],
  compiler: Compiler,
  scope: Scope = [],
  places: Places = {},
): Run {
  const runs = updates.map((update) => compileUpdate(update, compiler, scope, places));
  return (frame, into) => {
    for (const run of runs) run(frame, into);
  };
}

function compileUpdate(update: Update, compiler: Compiler, scope: Scope, places: Places): Run {
  if ('set' in update) {
    const [place, to] = [placeOf(update.set, places), compiler.op(update.to, scope)];
    return (frame, into) => {
      const value = to(frame);
      into.data = changed(into.data, place(frame), () => (absent(value) ? undefined : stored(value)));
    };
  }
  if ('append' in update) {
    const [place, item] = [placeOf(update.append, places), compiler.map(update.item, scope)];
    return (frame, into) => {
      const made = item(frame);
      into.data = changed(into.data, place(frame), (old) => [...(old ?? []), stored(made)]);
    };
  }
  if ('patch' in update) return compilePatch(update, compiler, scope, places);
  if ('each' in update) return compileEach(update, compiler, scope, places);
  if ('if' in update) {
    const test = compiler.cond(update.if, scope);
    const yes = compileUpdates(update.do, compiler, scope, places);
    const no = update.else && compileUpdates(update.else, compiler, scope, places);
    return (frame, into) => {
      if (test(frame) === true) yes(frame, into);
      else no?.(frame, into);
    };
  }
  const work = compileWork(update, compiler, scope);
  return (frame, into) => {
    const made = work(frame);
    if (made) into.work.push(made);
  };
}

/** A patch changes the members that the list had before the stage; what the stage appends is written as it should be. */
function compilePatch(
  update: Extract<Update, { patch: string }>,
  compiler: Compiler,
  scope: Scope,
  places: Places,
): Run {
  const inner = [...scope, update.name];
  const slot = scope.length;
  const place = placeOf(update.patch, places);
  const before = compiler.op({ get: update.patch }, scope);
  const where = compiler.cond(update.where, inner);
  const fields = Object.entries(update.with).map(([key, part]) => [key, compiler.op(part, inner)] as const);
  return (frame, into) => {
    const old = before(frame);
    if (!Array.isArray(old)) return;
    const list: (Data | undefined)[] = old.map((item) => {
      frame.vars[slot] = item;
      return where(frame) === true ? merged({}, fields, frame) : undefined;
    });
    if (!list.some(Boolean)) return;
    const removes = fields.map(([key]) => key);
    into.data = changed(into.data, place(frame), (now: Data[] | undefined) =>
      now?.map((item, i) => {
        const change = list[i];
        if (!change) return item;
        const copy = { ...item, ...change };
        for (const key of removes) if (!(key in change)) delete copy[key];
        return copy;
      }),
    );
  };
}

function compileEach(
  update: Extract<Update, { each: unknown }>,
  compiler: Compiler,
  scope: Scope,
  places: Places,
): Run {
  const [listOp, name, where] = update.each;
  const list = compiler.op(listOp, scope);
  const slot = scope.length;
  const inner = [...scope, name];
  const test: Test | null = where && compiler.cond(where, inner);
  const within = isPath(listOp) ? { ...places, [name]: { list: placeValue(listOp.get, places), slot } } : places;
  const body = compileUpdates(update.do, compiler, inner, within);
  return (frame, into) => {
    const items = list(frame);
    if (!Array.isArray(items)) return;
    items.forEach((item, at) => {
      frame.vars[slot] = item;
      frame.places[slot] = at;
      if (!test || test(frame) === true) body(frame, into);
    });
  };
}

const isPath = (op: Op): op is { get: string } =>
  typeof op === 'object' && op !== null && !Array.isArray(op) && 'get' in op;
const placeValue =
  (path: string, places: Places): Value =>
  (frame) =>
    placeOf(path, places)(frame);

/** Keys of a place in the data: `data.…`, or the field of an item of a list of the data that a loop stands on. */
function placeOf(path: string, places: Places): (frame: Frame) => string[] {
  const [head, ...rest] = path.split('.') as [string, ...string[]];
  if (head === 'data') return () => rest;
  const place = places[head];
  if (!place) throw new Error(`an update cannot write to ${path}`);
  return (frame) => [...(place.list(frame) as string[]), String(frame.places[place.slot]), ...rest];
}

function compileWork(update: Update, compiler: Compiler, scope: Scope): (frame: Frame) => Work | undefined {
  const op = (part: Op | undefined): Value | undefined => (part === undefined ? undefined : compiler.op(part, scope));
  const map = (part: OpMap | undefined) => (part === undefined ? undefined : compiler.map(part, scope));
  if ('put' in update) {
    const parts = { key: op(update.key), from: op(update.from), due: op(update.due), party: op(update.party) };
    return (frame) => {
      const made: { [key: string]: string } = {};
      for (const [key, of] of Object.entries(parts)) {
        if (!of) continue;
        const value = of(frame);
        // The fact that the term counts from has not happened: there is no term to start.
        if (absent(value) && key !== 'party') return undefined;
        if (!absent(value)) made[key] = String(value);
      }
      return { put: update.put, ...made };
    };
  }
  if ('cancel' in update) {
    const key = op(update.key);
    const cancelled = typeof update.cancel === 'string' ? [update.cancel] : update.cancel;
    return (frame) => {
      if (!key) return { cancel: cancelled };
      const value = key(frame);
      return absent(value) ? undefined : { cancel: cancelled, key: String(value) };
    };
  }
  if ('pause' in update) {
    const [terms, ground] = [op(update.pause)!, op(update.ground)!];
    return (frame) => {
      const ids = terms(frame);
      return Array.isArray(ids) ? { pause: ids as string[], ground: String(ground(frame) ?? '') } : undefined;
    };
  }
  if ('resume' in update) {
    const ground = op(update.resume)!;
    return (frame) => ({ resume: String(ground(frame) ?? '') });
  }
  if ('produce' in update) {
    const [party, fields] = [op(update.party), map(update.with)];
    return (frame) => ({
      produce: update.produce,
      ...given('party', party?.(frame)),
      ...(fields && { with: fields(frame) }),
    });
  }
  if ('notify' in update) {
    const [role, person, fields] = [op(update.role), op(update.person), map(update.with)];
    return (frame) => ({
      notify: update.notify,
      ...given('role', role?.(frame)),
      ...given('person', person?.(frame)),
      ...(fields && { with: fields(frame) }),
    });
  }
  if ('signal' in update) {
    const fields = map(update.with);
    return (frame) => ({ signal: update.signal, with: fields?.(frame) ?? {} });
  }
  throw new Error(`not an update: ${JSON.stringify(update)}`);
}
const given = (key: string, value: unknown) => (absent(value) ? {} : { [key]: String(value) });
