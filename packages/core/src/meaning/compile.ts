/**
 * Operands and conditions compiled to closures over real values: the same meaning as `evaluate.ts`, several times
 * faster. Loop variables live in slots of the frame, by depth of the loop; facts and values are compiled once per depth,
 * so that a fact read inside a loop never touches the variables of that loop.
 */
import type { Cond, Op, OpMap } from '../language/expressions.ts';
import { type Frame, lookUp, type Parts, termPath } from './env.ts';
import type { Truth } from './truth.ts';
import {
  absent,
  between,
  compare,
  coversAll,
  dig,
  empty,
  extreme,
  joined,
  member,
  mentionsAny,
  same,
  size,
  sumOf,
} from './values.ts';

export type Value = (frame: Frame) => any;
export type Test = (frame: Frame) => Truth;
/** Names of the loop variables in scope, outermost first; the place is the slot. */
export type Scope = readonly string[];

export interface Compiler {
  parts: Parts;
  op(op: Op, scope?: Scope): Value;
  cond(cond: Cond, scope?: Scope): Test;
  map(map: OpMap, scope?: Scope): (frame: Frame) => { [key: string]: any };
}

/** A compiler for the expressions of one definition; the closures of its facts and values are shared. */
export function compilerOf(parts: Parts): Compiler {
  const facts = new Map<string, Test>();
  const values = new Map<string, Value>();

  /** Compiled on first use, so that definitions may name facts in any order. */
  function shared<F extends (frame: Frame) => any>(
    cache: Map<string, F>,
    name: string,
    depth: number,
    make: (scope: Scope) => F,
  ): F {
    const key = `${depth} ${name}`;
    let made: F | undefined;
    return ((frame: Frame) => {
      made ??= cache.get(key);
      if (!made) cache.set(key, (made = make(Array<string>(depth).fill(''))));
      return made(frame);
    }) as F;
  }

  const map = (entries: OpMap, scope: Scope = []) => {
    const made = Object.entries(entries).map(([key, part]) => [key, op(part, scope)] as const);
    return (frame: Frame) => {
      const out: { [key: string]: any } = {};
      for (const [key, of] of made) {
        const got = of(frame);
        if (!absent(got)) out[key] = got;
      }
      return out;
    };
  };
  const many = (parts: readonly Op[], scope: Scope) => {
    const made = parts.map((part) => op(part, scope));
    return (frame: Frame) => made.map((of) => of(frame));
  };

  function op(node: Op, scope: Scope = []): Value {
    if (node === null || typeof node !== 'object' || Array.isArray(node)) return () => node;
    if ('get' in node) return withElse(path(node.get, scope), node.else);
    if ('of' in node) return many(node.of, scope);
    if ('object' in node) return map(node.object, scope);
    if ('field' in node) {
      const [of, keys] = [op(node.field[0], scope), node.field[1].split('.')];
      return (frame) => dig(of(frame), keys);
    }
    if ('pluck' in node) return pluck(node.pluck, scope);
    if ('first' in node || 'last' in node) {
      const [of, at] = 'first' in node ? [op(node.first, scope), 0] : [op(node.last, scope), -1];
      return (frame) => {
        const list = of(frame);
        return Array.isArray(list) ? list.at(at) : undefined;
      };
    }
    if ('concat' in node) {
      const lists = many(node.concat, scope);
      return (frame) => lists(frame).flatMap((list) => (Array.isArray(list) ? list : []));
    }
    if ('join' in node) {
      const parts = many(node.join, scope);
      return (frame) => joined(parts(frame));
    }
    if ('count' in node) return after(op(node.count, scope), size);
    if ('sum' in node) return ofList(op(node.sum, scope), sumOf);
    if ('max' in node) return ofList(op(node.max, scope), (list) => extreme(list, 1));
    if ('min' in node) return ofList(op(node.min, scope), (list) => extreme(list, -1));
    if ('between' in node) {
      const [unit, from, to] = [node.between[0], op(node.between[1], scope), op(node.between[2], scope)];
      return (frame) => between(unit, from(frame), to(frame), frame.dayOf);
    }
    if ('times' in node) {
      const by = node.times[1];
      return after(op(node.times[0], scope), (number) => (typeof number === 'number' ? number * by : undefined));
    }
    if ('due' in node) {
      const [term, from] = [node.due[0], op(node.due[1], scope)];
      return (frame) => {
        const start = from(frame);
        return typeof start === 'string' ? frame.due(term, start) : undefined;
      };
    }
    if ('rank' in node) {
      const places = new Map(node.rank[1].map((item, place) => [item, place] as const).reverse());
      return after(op(node.rank[0], scope), (ranked) => places.get(ranked));
    }
    if ('table' in node) return table(node.table, scope);
    if ('lookup' in node) {
      const [list, code, field] = [node.lookup[0], op(node.lookup[1], scope), node.lookup[2]];
      return (frame) => lookUp(parts.codes, list, code(frame), field);
    }
    if ('value' in node)
      return shared(values, node.value, scope.length, (inner) =>
        op(named(parts.values, node.value, 'value').of, inner),
      );
    const args = map(node.with, scope);
    if ('ask' in node) return (frame) => frame.ask(node.ask, args(frame));
    return (frame) => frame.code?.(node.code, args(frame));
  }

  function pluck([list, name, where, take]: [Op, string, Cond | null, Op], scope: Scope): Value {
    const [items, slot, inner] = [op(list, scope), scope.length, [...scope, name]];
    const [chosen, taken] = [where ? cond(where, inner) : null, op(take, inner)];
    return (frame) => {
      const found = items(frame);
      if (!Array.isArray(found)) return undefined;
      const out: unknown[] = [];
      for (const item of found) {
        frame.vars[slot] = item;
        if (!chosen || chosen(frame) === true) out.push(taken(frame));
      }
      return out;
    };
  }

  function table([rows, otherwise, hit]: [[Cond, Op][], Op, 'first' | 'max'], scope: Scope): Value {
    const made = rows.map(([when, then]) => [cond(when, scope), op(then, scope)] as const);
    const rest = op(otherwise, scope);
    return (frame) => {
      let best: unknown;
      for (const [when, then] of made) {
        if (when(frame) !== true) continue;
        const got = then(frame);
        if (hit === 'first') return got;
        if (best === undefined || (compare(got, best) ?? 0) > 0) best = got;
      }
      return best ?? rest(frame);
    };
  }

  function cond(node: Cond, scope: Scope = []): Test {
    if ('all' in node || 'any' in node) {
      const all = 'all' in node;
      const made = (all ? node.all : (node as { any: Cond[] }).any).map((part) => cond(part, scope));
      return (frame) => {
        let result: Truth = all;
        for (const test of made) {
          const truth = test(frame);
          if (truth === !all) return truth;
          if (truth === undefined) result = undefined;
        }
        return result;
      };
    }
    if ('not' in node) {
      const test = cond(node.not, scope);
      return (frame) => {
        const truth = test(frame);
        return truth === undefined ? undefined : !truth;
      };
    }
    if ('fact' in node)
      return shared(facts, node.fact, scope.length, (inner) => cond(named(parts.facts, node.fact, 'fact').is, inner));
    if ('has' in node) return after(op(node.has, scope), (got) => !empty(got));
    if ('some' in node) return loop(node.some, false, scope);
    if ('every' in node) return loop(node.every, true, scope);
    return atom(node, scope);
  }

  function loop([list, name, where]: [Op, string, Cond], every: boolean, scope: Scope): Test {
    const [items, slot, test] = [op(list, scope), scope.length, cond(where, [...scope, name])];
    return (frame) => {
      const found = items(frame);
      if (!Array.isArray(found)) return undefined;
      let result: Truth = every;
      for (const item of found) {
        frame.vars[slot] = item;
        const truth = test(frame);
        if (truth === !every) return truth;
        if (truth === undefined) result = undefined;
      }
      return result;
    };
  }

  function atom(node: Cond, scope: Scope): Test {
    const [left, right] = (Object.values(node)[0] as [Op, Op]).map((part) => op(part, scope)) as [Value, Value];
    const test = (by: (a: any, b: any) => Truth): Test => {
      return (frame) => {
        const [a, b] = [left(frame), right(frame)];
        return absent(a) || absent(b) ? undefined : by(a, b);
      };
    };
    if ('eq' in node) return test(same);
    if ('in' in node) return test(member);
    if ('covers' in node) return test(coversAll);
    if ('mentions' in node) return test(mentionsAny);
    const strict = 'lt' in node;
    return test((a, b) => {
      const order = compare(a, b);
      return order === undefined ? undefined : strict ? order < 0 : order <= 0;
    });
  }

  return { parts, op, cond, map };
}

const after =
  (of: Value, then: (got: any) => any): Value =>
  (frame) =>
    then(of(frame));
const ofList = (of: Value, then: (list: readonly unknown[]) => unknown): Value =>
  after(of, (list) => (Array.isArray(list) ? then(list) : undefined));
const withElse = (of: Value, otherwise: unknown): Value =>
  otherwise === undefined ? of : (frame) => of(frame) ?? otherwise;

function named<T>(table: { [name: string]: T }, name: string, kind: string): T {
  const found = table[name];
  if (!found) throw new Error(`no ${kind} ${name}`);
  return found;
}

/** The reader of a path; the usual lengths are unrolled. */
function path(text: string, scope: Scope): Value {
  const keys = text.split('.');
  const slot = scope.lastIndexOf(keys[0]!);
  if (slot < 0 && keys[0] === 'state') {
    const region = text.slice(6);
    return (frame) => frame.state[region] ?? 'none';
  }
  if (slot < 0 && keys[0] === 'term') {
    const { id, field } = termPath(keys);
    if (field === 'status') return (frame) => frame.term(id)?.status ?? 'none';
    return (frame) => frame.term(id)?.[field as 'due'];
  }
  const root = keys[0]!;
  const base: Value = slot >= 0 ? (frame) => frame.vars[slot] : (frame) => frame.roots[root];
  const [, k1, k2] = keys;
  if (keys.length === 1) return base;
  if (keys.length === 2) return (frame) => base(frame)?.[k1!];
  if (keys.length === 3) return (frame) => base(frame)?.[k1!]?.[k2!];
  return (frame) => dig(base(frame), keys, 1);
}
