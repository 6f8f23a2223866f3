/** Contract of the store port, second part: what reaches beyond one subject. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Commit } from '../engine/store-port.ts';
import { sketch } from './commits.ts';
import { loaded, type StoreCheck, verdicts } from './store-check.ts';

const CANARY = '金丝雀样本330602199001011234';

export const setChecks: StoreCheck[] = [
  {
    name: 'a taken key refuses its commit alone, and nothing of that commit stays',
    async run({ store }, district) {
      const row = (key: string, rule = 'R-ONCE') => ({ scope: 'file', key, rule });
      const holder = sketch({ district, more: { keys: [row('1')] } });
      assert.deepEqual(verdicts(await store.commit([holder])), ['accepted']);
      const loser = sketch({ district, more: { keys: [row('9'), row('1', 'R-SAME')] } });
      const other = sketch({ district, more: { keys: [row('2')] } });
      const results = await store.commit([loser, other]);
      assert.deepEqual(results, [
        { ok: 'taken', rule: 'R-SAME', key: '1' },
        { ok: 'accepted', seq: 1 },
      ]);
      assert.deepEqual(await store.load(district, [loser.subject]), []);
      const free = sketch({ district, more: { keys: [row('9')] } });
      const elsewhere = sketch({ district: `${district}-b`, more: { keys: [row('1')] } });
      const scoped = sketch({ district, more: { keys: [{ scope: 'vote', key: '1', rule: 'R' }] } });
      assert.deepEqual(verdicts(await store.commit([free, elsewhere, scoped])), ['accepted', 'accepted', 'accepted']);
    },
  },
  {
    name: 'of many that want one key at once, exactly one gets it',
    async run({ store }, district) {
      const wanting = Array.from({ length: 12 }, (_, n) =>
        sketch({
          district,
          more: {
            keys: [
              { scope: 'seat', key: '1', rule: 'R' },
              { scope: 'own', key: String(n), rule: 'R' },
            ],
          },
        }),
      );
      const results = (await Promise.all(wanting.map((commit) => store.commit([commit])))).flat();
      assert.deepEqual(verdicts(results).sort(), ['accepted', ...Array.from({ length: 11 }, () => 'taken')]);
      const written = await store.load(
        district,
        wanting.map((commit) => commit.subject),
      );
      assert.equal(written.length, 1);
      const free = results.flatMap((result, n) => (result.ok === 'taken' ? [String(n)] : []));
      const later = free.map((key) => sketch({ district, more: { keys: [{ scope: 'own', key, rule: 'R' }] } }));
      assert.deepEqual(new Set(verdicts(await store.commit(later))), new Set(['accepted']), 'the losers hold nothing');
    },
  },
  {
    name: 'a subject that was read and has moved is a conflict',
    async run({ store }, district) {
      const read = sketch({ district });
      const open = sketch({ district });
      await store.commit([read, open]);
      const reads = [{ subject: read.subject, seq: 1 }];
      assert.deepEqual(verdicts(await store.commit([sketch({ on: open.snapshot, more: { reads } })])), ['accepted']);
      await store.commit([sketch({ on: read.snapshot })]);
      const on = await loaded(store, district, open.subject);
      assert.deepEqual(await store.commit([sketch({ on, more: { reads } })]), [{ ok: 'conflict', head: 2 }]);
      const absent = [{ subject: randomUUID(), seq: 1 }];
      assert.deepEqual(verdicts(await store.commit([sketch({ on, more: { reads: absent } })])), ['conflict']);
    },
  },
  {
    name: 'two commits of one call that read each other do not both pass',
    async run({ store }, district) {
      const a = sketch({ district });
      const b = sketch({ district });
      await store.commit([a, b]);
      const onA = sketch({ on: a.snapshot, more: { reads: [{ subject: b.subject, seq: 1 }] } });
      const onB = sketch({ on: b.snapshot, more: { reads: [{ subject: a.subject, seq: 1 }] } });
      assert.deepEqual(verdicts(await store.commit([onA, onB])), ['accepted', 'conflict']);
    },
  },
  {
    name: 'a step decided on older reference data is refused with the number that holds',
    async run({ store, setReference }, district) {
      await setReference(district, 7);
      const old = sketch({ district, more: { reference: 6 } });
      const now = sketch({ district, more: { reference: 7 } });
      assert.deepEqual(await store.commit([old, now]), [
        { ok: 'stale-reference', number: 7 },
        { ok: 'accepted', seq: 1 },
      ]);
    },
  },
  {
    name: 'numbers have no gaps, also where commits that took one are refused',
    async run({ store }, district) {
      const series = `u-1/2026`;
      const numbered = (given: Parameters<typeof sketch>[0] = {}): Commit => {
        const plain = sketch({ district, ...given });
        const build = (value: number): Commit => ({
          ...plain,
          snapshot: { ...plain.snapshot, data: { number: value } },
        });
        return { ...plain, number: { series, build } };
      };
      const stale = sketch({ district });
      await store.commit([stale]);
      const wanted = Array.from({ length: 32 }, (_, n) =>
        n % 4 === 3 ? numbered({ subject: stale.subject }) : numbered(),
      );
      const results = (await Promise.all(wanted.map((commit) => store.commit([commit])))).flat();
      assert.deepEqual(
        verdicts(results),
        wanted.map((_, n) => (n % 4 === 3 ? 'conflict' : 'accepted')),
      );
      const subjects = await store.load(
        district,
        wanted.filter((_, n) => n % 4 !== 3).map((commit) => commit.subject),
      );
      const numbers = subjects.map((subject) => Number(subject.data.number)).sort((x, y) => x - y);
      assert.deepEqual(
        numbers,
        Array.from({ length: 24 }, (_, n) => n + 1),
      );
      const next = sketch({ district });
      const broken: Commit = {
        ...next,
        number: {
          series,
          build: () => {
            throw new Error('cannot build');
          },
        },
      };
      assert.deepEqual(verdicts(await store.commit([broken, numbered()])), ['failed', 'accepted']);
      const other = numbered();
      await store.commit([{ ...other, number: { series: 'u-1/2027', build: other.number!.build } }]);
      assert.deepEqual((await loaded(store, district, other.subject)).data, { number: 1 });
    },
  },
  {
    name: 'a personal value is found by its reference, and is in no entry and no snapshot',
    async run({ store, personal }, district) {
      const ref = randomUUID();
      const value = { ref, field: 'parties.name', value: CANARY, salt: 'c2FsdHNhbHRzYWx0c2FsdA==' };
      const marked = { name: { ref, commit: 'f'.repeat(64) } };
      const commit = sketch({ district, data: marked, payload: marked, more: { personal: [value] } });
      assert.deepEqual(verdicts(await store.commit([commit])), ['accepted']);
      assert.deepEqual(await personal(district, [ref, randomUUID()]), new Map([[ref, CANARY]]));
      assert.deepEqual(await personal(`${district}-b`, [ref]), new Map());
      const kept = [
        await store.load(district, [commit.subject]),
        await store.entries(district, commit.subject),
        await store.answer(district, commit.answers[0]!.eventId),
      ];
      assert.equal(JSON.stringify(kept).includes(CANARY), false);
      const refused = sketch({
        on: { ...commit.snapshot, seq: 0, head: '' },
        more: { personal: [{ ...value, ref: randomUUID() }] },
      });
      assert.deepEqual(verdicts(await store.commit([refused])), ['conflict']);
      assert.equal((await personal(district, [refused.personal[0]!.ref])).size, 0);
    },
  },
  {
    name: 'a subject is found by those that name it',
    async run({ store, linkedTo }, district) {
      const named = randomUUID();
      const link = sketch({ district });
      const tokens = [`link:${named}`, '2026'];
      await store.commit([{ ...link, projection: { ...link.projection, tokens } }, sketch({ district })]);
      assert.deepEqual(await linkedTo(district, named), [{ subject: link.subject, kind: link.kind }]);
      assert.deepEqual(await linkedTo(`${district}-b`, named), []);
      assert.deepEqual(await linkedTo(district, randomUUID()), []);
    },
  },
  {
    name: 'many subjects at once: each commit gets its own answer, in the order given',
    async run({ store }, district) {
      const opened = Array.from({ length: 150 }, () => sketch({ district }));
      assert.equal((await store.commit(opened)).filter((result) => result.ok === 'accepted').length, 150);
      const mixed = opened.map((commit, n) =>
        n % 3 ? sketch({ on: commit.snapshot }) : sketch({ district, subject: commit.subject }),
      );
      assert.deepEqual(
        verdicts(await store.commit(mixed)),
        mixed.map((_, n) => (n % 3 ? 'accepted' : 'conflict')),
      );
    },
  },
];
