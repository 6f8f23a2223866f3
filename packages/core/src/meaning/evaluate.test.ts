import { describe, expect, test } from 'vitest';
import type { Cond, Op } from '../language/expressions.ts';
import type { Env } from './env.ts';
import { holds, span, value } from './evaluate.ts';
import { ANY, between, compare, Members, SOME } from './values.ts';

const env = (known: { [path: string]: unknown }): Env => ({
  get: (path) => known[path],
  parts: { facts: { f: { is: { has: { get: 'a' } } } }, values: { v: { of: { count: { get: 'list' } } } }, codes: {} },
  ask: () => ANY,
  due: (_, from) => `${from}+`,
  dayOf: (instant) => (instant.slice(11, 13) >= '16' ? 'next' : instant.slice(0, 10)),
});
const of = (cond: Cond, known: { [path: string]: unknown } = {}) => span(cond, env(known));
const a: Op = { get: 'a' };

describe('missing', () => {
  test('refuses: neither a comparison with it nor its denial is true', () => {
    for (const cond of [
      { eq: [a, 1] },
      { not: { eq: [a, 1] } },
      { lt: [a, 1] },
      { in: [a, [1]] },
      { some: [a, 'x', { all: [] }] },
      { every: [a, 'x', { all: [] }] },
    ] as Cond[])
      expect(holds(cond, env({}))).toBe(undefined);
    expect(of({ any: [{ eq: [a, 1] }, { all: [] }] })).toEqual([2, 2]);
    expect(of({ all: [{ eq: [a, 1] }, { any: [] }] })).toEqual([0, 0]);
  });
  test('`has` and `else` say what it means', () => {
    for (const empty of [undefined, null, '', []]) expect(holds({ has: a }, env({ a: empty }))).toBe(false);
    for (const given of [0, false, 'x', [0], {}]) expect(holds({ has: a }, env({ a: given }))).toBe(true);
    expect(value({ get: 'a', else: 7 }, env({}))).toBe(7);
    expect(value({ count: a }, env({}))).toBe(0);
    expect(value({ sum: { of: [1, a] } }, env({}))).toBe(undefined);
    expect(value({ concat: [a, [1]] }, env({}))).toEqual([1]);
    expect(value({ object: { x: a, y: 1 } }, env({}))).toEqual({ y: 1 });
  });
  test('values of different kinds have no order', () => {
    expect(holds({ lt: [1, 'x'] }, env({}))).toBe(undefined);
    expect(compare(true, false)).toBe(undefined);
  });
});

describe('abstract values', () => {
  test('what is not known may turn out either way; what is settled without it is settled', () => {
    expect(of({ eq: [a, 1] }, { a: ANY })).toEqual([0, 2]);
    expect(of({ has: a }, { a: SOME })).toEqual([2, 2]);
    expect(of({ has: a }, { a: ANY })).toEqual([0, 2]);
    expect(of({ any: [{ eq: [a, 1] }, { all: [] }] }, { a: ANY })).toEqual([2, 2]);
    expect(of({ fact: 'f' }, { a: ANY })).toEqual([0, 2]);
    expect(of({ in: [1, { of: [a, 2] }] }, { a: ANY })).toEqual([0, 2]);
    expect(value({ table: [[[{ eq: [a, 1] }, 1]], 2, 'first'] }, env({ a: ANY }))).toBe(ANY);
    expect(value({ ask: 'q', with: {} }, env({}))).toBe(ANY);
  });
  test('a list of which the states of its members are known is judged by one member for each', () => {
    const list = (...states: string[]) => ({ list: new Members(states, 'will') });
    const all: Cond = { every: [{ get: 'list' }, 'p', { eq: [{ get: 'p.will' }, 'yes'] }] };
    const one: Cond = { some: [{ get: 'list' }, 'p', { eq: [{ get: 'p.will' }, 'no'] }] };
    expect(of(all, list('yes'))).toEqual([2, 2]);
    expect(of(all, list('yes', 'no'))).toEqual([0, 0]);
    expect(of(one, list('yes', 'no'))).toEqual([2, 2]);
    expect(of({ some: [{ get: 'list' }, 'p', { eq: [{ get: 'p.name' }, 'x'] }] }, list('yes'))).toEqual([0, 2]);
    expect(of({ eq: [{ count: { get: 'list' } }, 0] }, list('yes'))).toEqual([0, 0]);
    expect(of({ eq: [{ value: 'v' }, 0] }, list())).toEqual([2, 2]);
  });
});

test('instants are compared as instants, whatever offset they are written with', () => {
  expect(compare('2026-01-01T09:00:00+08:00', '2026-01-01T01:00:00Z')).toBe(0);
  expect(compare('2026-01-01T00:00:00+08:00', '2026-01-01T00:00:00Z')).toBeLessThan(0);
  expect(compare('2026-01-01T00:00:00.000001Z', '2026-01-01T00:00:00.000002Z')).toBeLessThan(0);
});

test('days are civil days of the district, years are full years', () => {
  const day = (instant: string) => (instant.includes('T16') ? '2026-01-02' : instant.slice(0, 10));
  expect(between('d', '2026-01-01', '2026-03-01', day)).toBe(59);
  expect(between('d', '2026-01-01T16:00:00Z', '2026-01-03', day)).toBe(1);
  expect(between('y', '2008-02-29', '2026-02-28', day)).toBe(17);
  expect(between('y', '2008-02-29', '2026-03-01', day)).toBe(18);
  expect(between('min', '2026-01-01T00:00:00Z', '2026-01-01T01:30:59Z', day)).toBe(90);
  expect(between('d', 'nonsense', '2026-01-01', day)).toBe(undefined);
});
