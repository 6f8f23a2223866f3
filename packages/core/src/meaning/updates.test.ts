import { expect, test } from 'vitest';
import type { Json, Update } from '../language/expressions.ts';
import { compilerOf } from './compile.ts';
import { type Frame, readPath } from './env.ts';
import { compileUpdates, type Gathered } from './updates.ts';

function run(updates: Update[], data: { [key: string]: Json }, event: object = {}): Gathered {
  const frame: Frame = {
    roots: { data, event },
    state: {},
    parts: { facts: {}, values: {}, codes: {} },
    vars: [],
    places: [],
    get: (path) => readPath(frame, path),
    term: () => undefined,
    ask: () => undefined,
    due: () => undefined,
    dayOf: (instant) => instant,
  };
  const into: Gathered = { data, work: [] };
  compileUpdates(updates, compilerOf(frame.parts))(frame, into);
  return into;
}
const people: Json[] = [
  { id: 'a', n: 1, note: 'x' },
  { id: 'b', n: 2 },
];

test('every value is read from the state before; writes gather', () => {
  const { data } = run(
    [
      { set: 'data.a', to: { get: 'data.b' } },
      { set: 'data.b', to: { get: 'data.a' } },
      { append: 'data.list', item: { n: { count: { get: 'data.list' } } } },
      { append: 'data.list', item: { n: { count: { get: 'data.list' } } } },
    ],
    { a: 1, b: 2 },
  );
  expect(data).toEqual({ a: 2, b: 1, list: [{ n: 0 }, { n: 0 }] });
});

test('absent removes, in a set, a patch and an item; nothing that was not written changes', () => {
  const before = { people, deep: { x: { y: 1 } }, other: { z: 1 } };
  const { data } = run(
    [
      { set: 'data.deep.x.y', to: null },
      { set: 'data.deep.new.place', to: 3 },
      {
        patch: 'data.people',
        name: 'i0',
        where: { eq: [{ get: 'i0.id' }, 'a'] },
        with: { note: { get: 'event.none' }, n: 5 },
      },
      { append: 'data.items', item: { id: 'x', gone: { get: 'event.none' } } },
    ],
    before,
  );
  expect(data).toEqual({
    people: [{ id: 'a', n: 5 }, people[1]],
    deep: { x: {}, new: { place: 3 } },
    other: { z: 1 },
    items: [{ id: 'x' }],
  });
  expect(data.other).toBe(before.other);
  expect((data.people as Json[])[1]).toBe(people[1]);
  expect(before.people).toBe(people);
});

test('two patches of one member lie over each other, each reading the member as it was', () => {
  const all = { all: [] };
  const { data } = run(
    [
      { patch: 'data.people', name: 'i0', where: all, with: { n: 9 } },
      { patch: 'data.people', name: 'i0', where: { eq: [{ get: 'i0.n' }, 1] }, with: { note: 'was one' } },
      { append: 'data.people', item: { id: 'c', n: 1 } },
      { patch: 'data.people', name: 'i0', where: all, with: { late: true } },
    ],
    { people },
  );
  expect(data.people).toEqual([
    { id: 'a', n: 9, note: 'was one', late: true },
    { id: 'b', n: 9, late: true },
    { id: 'c', n: 1 },
  ]);
});

test('loops nest; a write through the loop variable goes to its place', () => {
  const groups = [
    {
      id: 'g',
      members: [
        { id: 'm', n: 1 },
        { id: 'o', n: 2 },
      ],
    },
  ];
  const { data, work } = run(
    [
      {
        each: [{ get: 'data.groups' }, 'i0', null],
        do: [
          { set: 'i0.seen', to: true },
          {
            each: [{ get: 'i0.members' }, 'i1', { eq: [{ get: 'i1.n' }, 2] }],
            do: [
              { set: 'i1.last', to: { get: 'i0.id' } },
              { put: 'T', key: { get: 'i1.id' } },
            ],
          },
          { patch: 'i0.members', name: 'i1', where: { eq: [{ get: 'i1.id' }, 'm'] }, with: { first: true } },
        ],
      },
    ],
    { groups },
  );
  expect(data.groups).toEqual([
    {
      id: 'g',
      seen: true,
      members: [
        { id: 'm', n: 1, first: true },
        { id: 'o', n: 2, last: 'g' },
      ],
    },
  ]);
  expect(work).toEqual([{ put: 'T', key: 'o' }]);
});

test('what is asked of terms, papers, notices and signals comes with its values', () => {
  const { work } = run(
    [
      { put: 'T', from: { get: 'event.on' }, key: 'k', party: { get: 'event.none' } },
      { put: 'T', from: { get: 'event.none' } },
      { cancel: ['A', 'B'], key: { get: 'event.on' } },
      { pause: ['A'], ground: 'g' },
      { resume: 'g' },
      { produce: 'paper', with: { on: { get: 'event.on' } } },
      { notify: 'told', role: 'mediator' },
      { signal: 's', with: { x: 1 } },
      { if: { has: { get: 'event.none' } }, do: [{ signal: 'yes' }], else: [{ signal: 'no' }] },
    ],
    {},
    { on: '2026-01-01' },
  );
  expect(work).toEqual([
    { put: 'T', from: '2026-01-01', key: 'k' },
    { cancel: ['A', 'B'], key: '2026-01-01' },
    { pause: ['A'], ground: 'g' },
    { resume: 'g' },
    { produce: 'paper', with: { on: '2026-01-01' } },
    { notify: 'told', role: 'mediator' },
    { signal: 's', with: { x: 1 } },
    { signal: 'no', with: {} },
  ]);
});
