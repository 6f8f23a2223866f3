import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RunningTerm } from '../chart/subject.ts';
import type { Cond, Op } from '../language/expressions.ts';
import { compilerOf } from './compile.ts';
import { askKey, type Frame, instanceOf, type Parts, readPath } from './env.ts';
import { holds, value } from './evaluate.ts';

const parts: Parts = {
  facts: {
    anyBig: { is: { some: [{ get: 'data.list' }, 'x', { lt: [5, { get: 'x.n' }] }] } },
    known: { is: { has: { get: 'data.text' } } },
  },
  values: {
    size: { of: { count: { get: 'data.list' } } },
    sumOfAll: { of: { sum: { pluck: [{ get: 'data.list' }, 'y', null, { get: 'y.n' }] } } },
  },
  codes: {
    kinds: [
      { code: 'a', zh: '甲', en: 'A', weight: 3 },
      { code: 'b', zh: '乙', en: 'B' },
    ],
  },
};
const terms: RunningTerm[] = [
  {
    id: 'T',
    key: '',
    kind: 'duty',
    own: true,
    status: 'running',
    startedOn: '2026-01-01',
    due: '2026-02-01',
    token: 1,
  },
];

function frameOf(data: object, event: object): Frame {
  const frame: Frame = {
    roots: {
      data,
      event,
      at: { now: '2026-05-01T03:00:00.000000Z', today: '2026-05-01', on: '2026-04-30' },
      terms,
      documents: [],
      param: { most: 3 },
    },
    state: { stage: 'a.b', 'p.r': 'done' },
    parts,
    vars: [],
    places: [],
    get: (path) => readPath(frame, path),
    term: (id) => instanceOf(terms, id),
    ask: (name, args) => ({ [askKey('check', { id: 'a' })]: true })[askKey(name, args)],
    due: (term, from) => (term === 'T' ? `${from} due` : undefined),
    dayOf: (instant) => instant.slice(0, 10),
  };
  return frame;
}

const paths = [
  'data.n',
  'data.text',
  'data.day',
  'data.list',
  'data.deep.n',
  'data.none',
  'data.flags',
  'event.n',
  'event.text',
  'at.today',
  'at.on',
  'state.stage',
  'state.p.r',
  'state.q',
  'term.T.status',
  'term.T.due',
  'term.U.status',
  'terms',
  'param.most',
];
const fields = ['n', 'id', 'text', 'none'];
const scalar = fc.constantFrom<any>(
  0,
  1,
  5,
  7,
  'a',
  'b',
  '2026-05-01',
  '2024-02-29',
  true,
  false,
  null,
  'running',
  'done',
);

/** Random operands and conditions, with the loop variables that are in scope. */
function ops(depth: number, scope: string[]): fc.Arbitrary<Op> {
  const get = fc.oneof(
    fc.constantFrom(...paths),
    ...(scope.length
      ? [
          fc
            .tuple(fc.constantFrom(...scope), fc.constantFrom('', ...fields))
            .map(([name, field]) => (field ? `${name}.${field}` : name)),
        ]
      : []),
  );
  const leaf: fc.Arbitrary<Op> = fc.oneof(
    scalar,
    get.map((path) => ({ get: path })),
    fc.tuple(get, scalar).map(([path, otherwise]) => ({ get: path, else: otherwise })),
    fc.constantFrom<Op>(
      { value: 'size' },
      { value: 'sumOfAll' },
      ['a', 'b'],
      [1, 5],
      { ask: 'check', with: { id: 'a' } },
      { ask: 'check', with: { id: { get: 'data.text' } } },
    ),
  );
  if (depth === 0) return leaf;
  const inner = () => ops(depth - 1, scope);
  const name = `v${scope.length}`;
  const within = [...scope, name];
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    fc.array(inner(), { maxLength: 3 }).map((of) => ({ of })),
    fc.tuple(inner(), inner()).map(([a, b]) => ({ object: { a, b } })),
    inner().map((of) => ({ field: [{ object: { a: of } }, 'a'] as [Op, string] })),
    fc
      .tuple(inner(), fc.option(conds(depth - 1, within)), ops(depth - 1, within))
      .map(([list, where, take]) => ({ pluck: [list, name, where, take] as [Op, string, Cond | null, Op] })),
    inner().map((of) => ({ first: of })),
    inner().map((of) => ({ last: of })),
    fc.array(inner(), { maxLength: 3 }).map((concat) => ({ concat })),
    fc.array(inner(), { maxLength: 3 }).map((join) => ({ join })),
    inner().map((of) => ({ count: of })),
    inner().map((of) => ({ sum: of })),
    inner().map((of) => ({ max: of })),
    inner().map((of) => ({ min: of })),
    fc
      .tuple(fc.constantFrom('y', 'd', 'min'), inner(), inner())
      .map(([unit, a, b]) => ({ between: [unit, a, b] as ['y', Op, Op] })),
    inner().map((of) => ({ times: [of, 3] as [Op, number] })),
    inner().map((of) => ({ due: ['T', of] as [string, Op] })),
    inner().map((of) => ({ rank: [of, ['a', 1, 'b']] as [Op, string[]] })),
    fc
      .tuple(conds(depth - 1, scope), inner(), inner(), fc.constantFrom('first', 'max'))
      .map(([when, then, otherwise, hit]) => ({
        table: [
          [
            [when, then],
            [{ all: [] }, 4],
          ],
          otherwise,
          hit,
        ] as any,
      })),
    inner().map((of) => ({ lookup: ['kinds', of, 'weight'] as [string, Op, string] })),
  );
}

function conds(depth: number, scope: string[]): fc.Arbitrary<Cond> {
  const op = () => ops(Math.max(0, depth - 1), scope);
  const two = fc.tuple(op(), op());
  const atoms: fc.Arbitrary<Cond>[] = [
    two.map((eq) => ({ eq })),
    two.map((lt) => ({ lt })),
    two.map((le) => ({ le })),
    two.map((pair) => ({ in: pair })),
    two.map((covers) => ({ covers })),
    two.map((mentions) => ({ mentions })),
    op().map((has) => ({ has })),
    fc.constantFrom<Cond>({ fact: 'anyBig' }, { fact: 'known' }),
  ];
  if (depth === 0) return fc.oneof(...atoms);
  const inner = () => conds(depth - 1, scope);
  const name = `v${scope.length}`;
  const loop = fc.tuple(op(), conds(depth - 1, [...scope, name]));
  return fc.oneof(
    ...atoms,
    fc.array(inner(), { maxLength: 3 }).map((all) => ({ all })),
    fc.array(inner(), { maxLength: 3 }).map((any) => ({ any })),
    inner().map((not) => ({ not })),
    loop.map(([list, where]) => ({ some: [list, name, where] as [Op, string, Cond] })),
    loop.map(([list, where]) => ({ every: [list, name, where] as [Op, string, Cond] })),
  );
}

const item = fc.record(
  { id: fc.constantFrom('a', 'b'), n: fc.integer({ min: 0, max: 9 }), text: fc.constantFrom('a', 'abc', '') },
  { requiredKeys: ['id'] },
);
const data = fc.record(
  {
    n: fc.integer({ min: 0, max: 9 }),
    text: fc.constantFrom('a', 'b', 'abc', ''),
    day: fc.constantFrom('2026-05-01', '2024-02-29'),
    list: fc.array(item, { maxLength: 3 }),
    deep: fc.record({ n: fc.integer({ min: 0, max: 9 }) }),
    flags: fc.array(fc.constantFrom('a', 'b', 1), { maxLength: 3 }),
  },
  { requiredKeys: [] },
);

test('compiled conditions mean what the evaluator says', () => {
  let settled = 0;
  fc.assert(
    fc.property(conds(3, []), data, data, (cond, subject, event) => {
      const frame = frameOf(subject, event);
      const meant = holds(cond, frame);
      if (meant !== undefined) settled++;
      expect(compilerOf(parts).cond(cond)(frame)).toBe(meant);
    }),
    { numRuns: 4000 },
  );
  expect(settled).toBeGreaterThan(800);
});

test('compiled operands give what the evaluator gives', () => {
  fc.assert(
    fc.property(ops(3, []), data, data, (op, subject, event) => {
      const frame = frameOf(subject, event);
      expect(compilerOf(parts).op(op)(frame) ?? undefined).toEqual(value(op, frame) ?? undefined);
    }),
    { numRuns: 4000 },
  );
});

test('a fact that is read inside a loop leaves the variable of the loop alone', () => {
  const cond: Cond = { some: [{ get: 'data.list' }, 'x', { all: [{ fact: 'anyBig' }, { eq: [{ get: 'x.n' }, 1] }] }] };
  const frame = frameOf({ list: [{ n: 1 }, { n: 9 }] }, {});
  expect(compilerOf(parts).cond(cond)(frame)).toBe(true);
});
