/**
 * The contract of the store port: what every store does, as named checks that throw. Test runners wrap each in a test of
 * their own; nothing here needs one.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { KIND, sketch } from './commits.ts';
import { loaded, type StoreCheck, verdicts } from './store-check.ts';
import { dueChecks } from './store-contract-due.ts';
import { setChecks } from './store-contract-sets.ts';

const basics: StoreCheck[] = [
  {
    name: 'an accepted commit is there as it was given, and nowhere else',
    async run({ store }, district) {
      const commit = sketch({ district, data: { b: 1, a: { z: [1, null, '枫桥'] } } });
      assert.deepEqual(await store.commit([commit]), [{ ok: 'accepted', seq: 1 }]);
      assert.deepEqual(await store.load(district, [commit.subject, randomUUID()]), [commit.snapshot]);
      assert.deepEqual(await store.load(`${district}-other`, [commit.subject]), []);
      assert.deepEqual(await store.entries(district, commit.subject), [
        { entry: commit.entries[0], bytes: commit.bytes[0] },
      ]);
      assert.deepEqual(await store.entries(`${district}-other`, commit.subject), []);
    },
  },
  {
    name: 'a stale head is a conflict that names the head and changes nothing',
    async run({ store }, district) {
      const first = sketch({ district });
      await store.commit([first]);
      const on = await loaded(store, district, first.subject);
      assert.deepEqual(verdicts(await store.commit([sketch({ on, data: { who: 'winner' } })])), ['accepted']);
      assert.deepEqual(await store.commit([sketch({ on, data: { who: 'loser' } })]), [{ ok: 'conflict', head: 2 }]);
      assert.deepEqual((await loaded(store, district, first.subject)).data, { who: 'winner' });
      assert.deepEqual(await store.commit([sketch({ district, subject: first.subject })]), [
        { ok: 'conflict', head: 2 },
      ]);
      assert.equal((await store.entries(district, first.subject)).length, 2);
    },
  },
  {
    name: 'one subject twice in a call is taken in order',
    async run({ store }, district) {
      const first = sketch({ district });
      const second = sketch({ on: first.snapshot, data: { n: 2 } });
      const late = sketch({ on: first.snapshot, data: { n: 3 } });
      const other = sketch({ district });
      assert.deepEqual(verdicts(await store.commit([first, second, late, other])), [
        'accepted',
        'accepted',
        'conflict',
        'accepted',
      ]);
      assert.deepEqual((await loaded(store, district, first.subject)).data, { n: 2 });
    },
  },
  {
    name: 'an event id that was accepted gives its first answer, whatever comes with it',
    async run({ store }, district) {
      const commit = sketch({ district, payload: { text: 'first' } });
      await store.commit([commit]);
      const again = await store.commit([commit]);
      assert.deepEqual(again, [{ ok: 'duplicate', answer: commit.answers[0] }]);
      const reused = sketch({ district, events: [commit.answers[0]!.eventId], payload: { text: 'other' } });
      assert.deepEqual(await store.commit([reused]), [{ ok: 'duplicate', answer: commit.answers[0] }]);
      assert.deepEqual(await store.load(district, [reused.subject]), []);
      assert.deepEqual(await store.answer(district, commit.answers[0]!.eventId), commit.answers[0]);
      assert.equal(await store.answer(`${district}-other`, commit.answers[0]!.eventId), undefined);
      const twice = sketch({ district });
      const same = sketch({ district, events: [twice.answers[0]!.eventId] });
      assert.deepEqual(verdicts(await store.commit([twice, same])), ['accepted', 'duplicate']);
    },
  },
  {
    name: 'a refusal is remembered, gives way to nothing older and to an acceptance',
    async run({ store }, district) {
      const commit = sketch({ district });
      const answer = commit.answers[0]!;
      const refusal = { ok: false as const, status: 409, code: 'RULE_FAILED' as const, reasons: [] };
      const until = '2026-03-09T01:00:00.000000Z';
      await store.remember({ ...answer, district, refusal, until });
      assert.deepEqual(await store.answer(district, answer.eventId), { ...answer, refusal, until });
      await store.remember({
        ...answer,
        payloadHash: 'later',
        district,
        refusal,
        until: '2026-03-01T01:00:00.000000Z',
      });
      assert.equal((await store.answer(district, answer.eventId))?.payloadHash, answer.payloadHash);
      assert.deepEqual(verdicts(await store.commit([commit])), ['accepted']);
      assert.deepEqual(await store.answer(district, answer.eventId), answer);
      await store.remember({ ...answer, district, refusal, until: '2027-01-01T00:00:00.000000Z' });
      assert.deepEqual(await store.answer(district, answer.eventId), answer, 'an acceptance is for ever');
    },
  },
  {
    name: 'a sitting is one commit: all its entries, or none',
    async run({ store }, district) {
      const opened = sketch({ district });
      await store.commit([opened]);
      const sitting = sketch({ on: opened.snapshot, events: [randomUUID(), randomUUID(), randomUUID()] });
      assert.deepEqual(await store.commit([sitting]), [{ ok: 'accepted', seq: 4 }]);
      const rows = await store.entries(district, opened.subject, 1);
      assert.deepEqual(
        rows.map(({ entry }) => entry.seq),
        [2, 3, 4],
      );
      assert.deepEqual(
        rows.map(({ bytes }) => bytes),
        sitting.bytes,
      );
      assert.deepEqual(
        rows.map(({ entry }) => entry),
        sitting.entries,
      );
      // its last event was answered before: nothing of it is written
      const spent = sketch({ on: sitting.snapshot, events: [randomUUID(), sitting.answers[1]!.eventId] });
      assert.deepEqual(await store.commit([spent]), [{ ok: 'duplicate', answer: sitting.answers[1] }]);
      assert.equal((await store.entries(district, opened.subject)).length, 4);
      assert.equal(await store.answer(district, spent.answers[0]!.eventId), undefined);
    },
  },
  {
    name: 'entries that do not follow the head are refused',
    async run({ store }, district) {
      const commit = sketch({ district });
      const gap = { ...commit, entries: commit.entries.map((entry) => ({ ...entry, seq: 2 })) };
      assert.deepEqual(verdicts(await store.commit([gap, { ...commit, bytes: [] }])), ['failed', 'failed']);
      assert.deepEqual(await store.load(district, [commit.subject]), []);
    },
  },
  {
    name: 'a text that cannot be stored refuses its commit alone',
    async run({ store }, district) {
      const good = sketch({ district, payload: { text: '表情😀' } });
      const nul = sketch({ district, payload: { text: 'a\0b' } });
      const half = sketch({
        district,
        more: { personal: [{ ref: randomUUID(), field: 'name', value: '\ud83d', salt: 'c2FsdA==' }] },
      });
      const name = sketch({ district, data: { 'k\udc00': 1 } });
      const results = await store.commit([nul, good, half, name]);
      assert.deepEqual(verdicts(results), ['failed', 'accepted', 'failed', 'failed']);
      assert.equal(results[0]?.ok === 'failed' && (results[0].error as { code?: string }).code, 'TEXT_UNWRITABLE');
      const [row] = await store.entries(district, good.subject);
      assert.deepEqual(row?.entry.payload, { text: '表情😀' });
    },
  },
  {
    name: 'definitions are kept under their fingerprints, in the order of their keys, and never replaced',
    async run({ store }) {
      const conduct = randomUUID();
      const body = { states: { z: 1, a: 2 }, name: '定义' };
      await store.putDefinition({ shape: 's', conduct, kind: KIND, body, at: '2026-03-02T01:00:00Z' });
      await store.putDefinition({ shape: 's', conduct, kind: KIND, body: { other: true }, at: '2026-03-02T01:00:00Z' });
      assert.equal(JSON.stringify(await store.definition(conduct)), JSON.stringify(body));
      assert.equal(await store.definition(randomUUID()), undefined);
    },
  },
];

/** All checks, those of due work and of sets included. */
export const storeContract: readonly StoreCheck[] = [...basics, ...setChecks, ...dueChecks];
