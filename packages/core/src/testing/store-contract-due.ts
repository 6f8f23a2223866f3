/** Contract of the store port, third part: due work. */
import assert from 'node:assert/strict';
import type { Claimed, DuePut } from '../engine/store-port.ts';
import { sketch } from './commits.ts';
import { loaded, type StoreCheck } from './store-check.ts';

const put = (key: string, dueAt: string, token = 1): DuePut => ({ key, dueAt, token, what: { term: key, n: token } });
const noon = (day: number): string => `2030-01-${String(day).padStart(2, '0')}T04:00:00.000000Z`;
const MINUTE = 60_000;

/** Claims until nothing is due, and keeps what belongs to the district: checks may share a store. */
async function claimed(
  store: { claim(now: string, n: number, lease: number): Promise<Claimed[]> },
  district: string,
  now: string,
) {
  const found: Claimed[] = [];
  for (;;) {
    const some = await store.claim(now, 100, MINUTE);
    found.push(...some.filter((work) => work.district === district));
    if (some.length < 100) return found;
  }
}
const keysOf = (work: readonly Claimed[]): string[] => work.map(({ key }) => key);

export const dueChecks: StoreCheck[] = [
  {
    name: 'due work is put, replaced and cancelled by its key in the commit',
    async run({ store }, district) {
      const first = sketch({ district, more: { due: [put('a', noon(1)), put('b', noon(1)), put('c', noon(1))] } });
      await store.commit([first]);
      const on = await loaded(store, district, first.subject);
      await store.commit([sketch({ on, more: { due: [put('b', noon(9), 2)], dueCancel: ['a', 'b', 'zz'] } })]);
      assert.deepEqual(keysOf(await claimed(store, district, noon(2))), ['c']);
      const later = await claimed(store, district, noon(10));
      assert.deepEqual(
        later.filter(({ key }) => key === 'b').map(({ token, what, dueAt }) => ({ token, what, dueAt })),
        [{ token: 2, what: { term: 'b', n: 2 }, dueAt: noon(9) }],
      );
    },
  },
  {
    name: 'a refused commit puts and cancels nothing',
    async run({ store }, district) {
      const first = sketch({ district, more: { due: [put('a', noon(1))] } });
      await store.commit([first]);
      await store.commit([
        sketch({ district, subject: first.subject, more: { due: [put('b', noon(1))], dueCancel: ['a'] } }),
      ]);
      assert.deepEqual(keysOf(await claimed(store, district, noon(2))), ['a']);
    },
  },
  {
    name: 'claimed work is leased: nobody else gets it before the lease ends, anybody after',
    async run({ store }, district) {
      await store.commit([
        sketch({ district, more: { due: [put('a', noon(1)), put('b', noon(2)), put('late', noon(20))] } }),
      ]);
      const [one, two] = await Promise.all([claimed(store, district, noon(3)), claimed(store, district, noon(3))]);
      assert.deepEqual(keysOf([...one, ...two]).sort(), ['a', 'b']);
      assert.deepEqual(
        [...one, ...two].map(({ attempts }) => attempts),
        [1, 1],
      );
      assert.deepEqual(await claimed(store, district, noon(3)), []);
      const again = await claimed(store, district, '2030-01-03T04:01:00.000000Z');
      assert.deepEqual(
        again.map(({ key, attempts, dueAt }) => ({ key, attempts, dueAt })),
        [
          { key: 'a', attempts: 2, dueAt: noon(1) },
          { key: 'b', attempts: 2, dueAt: noon(2) },
        ],
      );
    },
  },
  {
    name: 'work that is done is gone; work that failed comes back when it says, or is parked',
    async run({ store }, district) {
      await store.commit([
        sketch({ district, more: { due: [put('a', noon(1)), put('b', noon(1)), put('c', noon(1))] } }),
      ]);
      const work = await claimed(store, district, noon(2));
      const of = (key: string) => work.find((item) => item.key === key)!;
      await store.settle(of('a'), { done: true });
      await store.settle(of('b'), { retryAt: noon(5), error: 'no answer', park: false });
      await store.settle(of('c'), { retryAt: noon(3), error: 'no answer', park: true });
      assert.deepEqual(keysOf(await claimed(store, district, noon(4))), []);
      const again = await claimed(store, district, noon(6));
      assert.deepEqual(
        again.map(({ key, attempts }) => ({ key, attempts })),
        [{ key: 'b', attempts: 2 }],
      );
      assert.deepEqual(keysOf(await claimed(store, district, noon(28))), ['b']);
    },
  },
  {
    name: 'settling what was replaced meanwhile leaves the new work',
    async run({ store }, district) {
      const first = sketch({ district, more: { due: [put('a', noon(1))] } });
      await store.commit([first]);
      const [work] = await claimed(store, district, noon(2));
      await store.commit([sketch({ on: first.snapshot, more: { due: [put('a', noon(3), 2)] } })]);
      await store.settle(work!, { done: true });
      const [next] = await claimed(store, district, noon(4));
      assert.deepEqual([next?.token, next?.attempts], [2, 1]);
      // a worker that lost its lease does not push away the one that has it
      const [second] = await claimed(store, district, noon(5));
      await store.settle(next!, { retryAt: noon(30), error: 'late', park: true });
      assert.deepEqual(keysOf(await claimed(store, district, noon(6))), ['a']);
      assert.equal(second?.attempts, 2);
    },
  },
  {
    name: 'the next due time is the nearest that waits',
    async run({ store }, district) {
      const soon = '2001-01-01T00:00:00.000000Z';
      const first = sketch({ district, more: { due: [put('a', soon), put('b', noon(1))] } });
      await store.commit([first]);
      assert.equal(await store.nextDue(), soon);
      await store.commit([sketch({ on: first.snapshot, more: { dueCancel: ['a'] } })]);
      assert.notEqual(await store.nextDue(), soon);
    },
  },
];
