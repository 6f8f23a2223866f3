/**
 * The meaning of operands and conditions, over real values and over abstract ones (ANY, SOME, Members).
 * One evaluator over false < missing < true serves deciding, explaining, offering and proving (design §5.2);
 * `compile.ts` gives the same meaning over real values only, and is tested against this one.
 */
import type { Cond, Op, OpMap } from '../language/expressions.ts';
import { type Env, lookUp } from './env.ts';
import { both, either, FALSE, MISSING, OPEN, opposite, point, type Span, TRUE, type Truth, truthOf } from './truth.ts';
import {
  ANY,
  absent,
  between,
  compare,
  coversAll,
  dig,
  empty,
  extreme,
  joined,
  Members,
  member,
  mentionsAny,
  SOME,
  same,
  size,
  sumOf,
  vague,
} from './values.ts';

export type Vars = { readonly [name: string]: unknown };

/** The value of an operand; undefined where something that it needs is missing, ANY or SOME where it is not known. */
export function value(op: Op, env: Env, vars: Vars = {}): unknown {
  if (op === null || typeof op !== 'object' || Array.isArray(op)) return op;
  if ('get' in op) {
    const found = readGet(op.get, env, vars);
    return absent(found) && op.else !== undefined ? op.else : found;
  }
  if ('of' in op) return op.of.map((part) => value(part, env, vars));
  if ('object' in op) return objectOf(op.object, env, vars);
  if ('field' in op) return dig(value(op.field[0], env, vars), op.field[1].split('.'));
  if ('pluck' in op) return pluck(op.pluck, env, vars);
  if ('first' in op) return endOf(value(op.first, env, vars), 0);
  if ('last' in op) return endOf(value(op.last, env, vars), -1);
  if ('concat' in op) return concat(op.concat.map((part) => value(part, env, vars)));
  if ('join' in op) {
    const parts = op.join.map((part) => value(part, env, vars));
    return parts.some(unclear) ? ANY : joined(parts);
  }
  if ('count' in op) {
    const list = value(op.count, env, vars);
    if (list instanceof Members) return list.states.size > 0 ? SOME : 0;
    return vague(list) ? ANY : size(list);
  }
  if ('sum' in op) return folded(value(op.sum, env, vars), sumOf);
  if ('max' in op) return folded(value(op.max, env, vars), (list) => extreme(list, 1));
  if ('min' in op) return folded(value(op.min, env, vars), (list) => extreme(list, -1));
  if ('between' in op) {
    const [from, to] = [value(op.between[1], env, vars), value(op.between[2], env, vars)];
    return vague(from) || vague(to) ? ANY : between(op.between[0], from, to, env.dayOf);
  }
  if ('times' in op) {
    const number = value(op.times[0], env, vars);
    return vague(number) ? ANY : typeof number === 'number' ? number * op.times[1] : undefined;
  }
  if ('due' in op) {
    const from = value(op.due[1], env, vars);
    return vague(from) ? ANY : typeof from === 'string' ? env.due(op.due[0], from) : undefined;
  }
  if ('rank' in op) {
    const ranked = value(op.rank[0], env, vars);
    if (vague(ranked)) return ANY;
    const place = op.rank[1].indexOf(ranked as string);
    return place < 0 ? undefined : place;
  }
  if ('table' in op) return tableOf(op.table, env, vars);
  if ('lookup' in op) {
    const code = value(op.lookup[1], env, vars);
    return vague(code) ? ANY : lookUp(env.parts.codes, op.lookup[0], code, op.lookup[2]);
  }
  if ('value' in op) {
    const named = env.parts.values[op.value];
    if (!named) throw new Error(`no value ${op.value}`);
    return value(named.of, env);
  }
  const args = objectOf(op.with, env, vars);
  if ('ask' in op) return env.ask(op.ask, args);
  return env.code ? env.code(op.code, args) : ANY;
}

/** The values of a map of operands; keys whose value is missing are left out. */
export function objectOf(map: OpMap, env: Env, vars: Vars = {}): { [key: string]: unknown } {
  const out: { [key: string]: unknown } = {};
  for (const key of Object.keys(map)) {
    const got = value(map[key]!, env, vars);
    if (!absent(got)) out[key] = got;
  }
  return out;
}

/** True, false, or undefined where the condition is missing or not settled. */
export const holds = (cond: Cond, env: Env, vars: Vars = {}): Truth => truthOf(span(cond, env, vars));

/** The truth values that a condition may have. */
export function span(cond: Cond, env: Env, vars: Vars = {}): Span {
  if ('all' in cond) return fold(cond.all, true, (part) => span(part, env, vars));
  if ('any' in cond) return fold(cond.any, false, (part) => span(part, env, vars));
  if ('not' in cond) return opposite(span(cond.not, env, vars));
  if ('fact' in cond) {
    const named = env.parts.facts[cond.fact];
    if (!named) throw new Error(`no fact ${cond.fact}`);
    return span(named.is, env);
  }
  if ('has' in cond) {
    const got = value(cond.has, env, vars);
    if (got instanceof Members) return point(got.states.size > 0);
    return got === ANY ? OPEN : got === SOME ? TRUE : point(!empty(got));
  }
  if ('some' in cond) return loop(cond.some, false, env, vars);
  if ('every' in cond) return loop(cond.every, true, env, vars);
  return atom(cond, env, vars);
}

function loop([list, name, where]: [Op, string, Cond], every: boolean, env: Env, vars: Vars): Span {
  const got = value(list, env, vars);
  const items = got instanceof Members ? got.representatives() : got;
  if (!Array.isArray(items)) return vague(items) ? OPEN : MISSING;
  return fold(items, every, (item) => span(where, env, { ...vars, [name]: item }));
}

function fold<T>(parts: readonly T[], all: boolean, of: (part: T) => Span): Span {
  let result = all ? TRUE : FALSE;
  for (const part of parts) {
    result = all ? both(result, of(part)) : either(result, of(part));
    if (all ? result[1] === 0 : result[0] === 2) break;
  }
  return result;
}

function atom(cond: Cond, env: Env, vars: Vars): Span {
  const [left, right] = Object.values(cond)[0] as [Op, Op];
  const a = value(left, env, vars);
  const b = value(right, env, vars);
  if ('eq' in cond && ((a === SOME && b === 0) || (a === 0 && b === SOME))) return FALSE;
  if ('lt' in cond && a === 0 && b === SOME) return TRUE;
  if ('le' in cond && a === SOME && b === 0) return FALSE;
  if (unclear(a) || unclear(b)) return OPEN;
  if (absent(a) || absent(b)) return MISSING;
  const order = 'lt' in cond || 'le' in cond ? compare(a, b) : 0;
  if (order === undefined) return MISSING;
  const truth =
    'eq' in cond
      ? same(a, b)
      : 'lt' in cond
        ? order < 0
        : 'le' in cond
          ? order <= 0
          : 'in' in cond
            ? member(a, b)
            : 'covers' in cond
              ? coversAll(a, b)
              : mentionsAny(a, b);
  return truth === undefined ? MISSING : point(truth);
}

/** Not known, or a list with something unknown in it. */
const unclear = (found: unknown): boolean =>
  vague(found) || found instanceof Members || (Array.isArray(found) && found.some(vague));

function readGet(path: string, env: Env, vars: Vars): unknown {
  const keys = path.split('.');
  return keys[0]! in vars ? dig(vars[keys[0]!], keys, 1) : env.get(path);
}

function pluck([list, name, where, take]: [Op, string, Cond | null, Op], env: Env, vars: Vars): unknown {
  const items = value(list, env, vars);
  if (!Array.isArray(items)) return vague(items) || items instanceof Members ? ANY : undefined;
  const out: unknown[] = [];
  for (const item of items) {
    const inner = { ...vars, [name]: item };
    const chosen = where ? span(where, env, inner) : TRUE;
    if (chosen[0] !== chosen[1]) return ANY;
    if (chosen[0] === 2) out.push(value(take, env, inner));
  }
  return out;
}

function endOf(list: unknown, at: 0 | -1): unknown {
  if (vague(list) || list instanceof Members) return ANY;
  return Array.isArray(list) ? list.at(at) : undefined;
}

function concat(lists: readonly unknown[]): unknown {
  if (lists.some((list) => vague(list) || list instanceof Members)) return ANY;
  const out: unknown[] = [];
  for (const list of lists) if (Array.isArray(list)) out.push(...list);
  return out;
}

function folded(list: unknown, by: (list: readonly unknown[]) => unknown): unknown {
  if (unclear(list)) return ANY;
  return Array.isArray(list) ? by(list) : undefined;
}

function tableOf([rows, otherwise, hit]: [[Cond, Op][], Op, 'first' | 'max'], env: Env, vars: Vars): unknown {
  let best: unknown;
  for (const [when, then] of rows) {
    const fits = span(when, env, vars);
    if (fits[0] !== fits[1]) return ANY;
    if (fits[0] !== 2) continue;
    const got = value(then, env, vars);
    if (hit === 'first') return got;
    if (vague(got)) return ANY;
    if (best === undefined || (compare(got, best) ?? 0) > 0) best = got;
  }
  return best ?? value(otherwise, env, vars);
}
