import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compose } from '../compose/index.ts';
import { canonical } from '../language/canonical.ts';
import type { Json } from '../language/expressions.ts';
import { camera, copies, deposit, libraryChart, play } from '../testing/library/index.ts';
import { applyChanges, changesOf } from './changes.ts';
import { bytesOf, rebuild } from './entry.ts';

const { composed } = compose(libraryChart, [deposit, camera], { id: 'test', params: {} });

function played() {
  const game = play(composed);
  game.must('REQUEST', { role: 'reader', payload: { reader: '张三', card: 'c1', copies: copies('rare', 'regular') } });
  game.must('deposit.PAY', { role: 'cashier', payload: { amount: 100 } });
  game.must('LEND', { role: 'head', number: '9' });
  game.must('camera.SHOOT');
  game.must('HOLD', { payload: { ground: '停电' } });
  game.must('UNHOLD', { payload: { ground: '停电' }, at: '2026-11-26T01:00:00Z' });
  game.must('REPORT_LOST', { payload: { copy: 'b1' } });
  game.must('BRING_BACK', { payload: { copies: ['b2'] } });
  game.must('CHECK', { payload: { sound: false } });
  game.must('CHECK', { payload: { sound: true } });
  return game;
}

test('the history alone makes the snapshot, byte for byte, from any point on', () => {
  const game = played();
  expect(game.subject!.state.stage).toBe('closed');
  const sent = JSON.parse(JSON.stringify(game.entries));
  expect(canonical(rebuild(sent))).toBe(canonical(game.subject));
  for (const at of [1, 4, 7])
    expect(canonical(rebuild(sent.slice(at), rebuild(sent.slice(0, at))))).toBe(canonical(game.subject));
});

test('each hash is that of algorithm, previous hash and bytes', () => {
  const game = played();
  let prev = '';
  for (const [at, entry] of game.entries.entries()) {
    const bytes = game.bytes[at]!;
    expect(entry.prev).toBe(prev);
    expect(bytes).toBe(bytesOf(entry));
    expect(bytes).not.toContain(entry.hash);
    expect(entry.hash).toBe(createHash('sha256').update(`sha256\n${prev}\n${bytes}`).digest('hex'));
    prev = entry.hash;
  }
});

test('a changed, missing or moved entry is noticed', () => {
  const { entries } = played();
  const forged = structuredClone(entries);
  forged[2]!.outcome.changes[0]!.value = 'x';
  expect(() => rebuild(forged)).toThrow('HISTORY_BROKEN');
  expect(() => rebuild(entries.toSpliced(3, 1))).toThrow('HISTORY_BROKEN');
  expect(() => rebuild([entries[1]!, entries[0]!])).toThrow('HISTORY_BROKEN');
});

test('changes make the data after of the data before, whatever they are', () => {
  const scalar: fc.Arbitrary<Json> = fc.oneof(fc.integer(), fc.constantFrom('a', 'b/c', 'd~e', true, null));
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      scalar,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('x', 'y', 'a/b', 'c~d'), tie('value'), { maxKeys: 3 }),
    ),
  }));
  const data = fc.dictionary(
    fc.constantFrom('one', 'two', 'three'),
    (value as fc.Arbitrary<Json>).filter((part) => part !== null),
    { maxKeys: 3 },
  );
  fc.assert(
    fc.property(data, data, (before, after) => {
      expect(canonical(applyChanges(before, changesOf(before, after)))).toBe(canonical(after));
    }),
    { numRuns: 2000 },
  );
});
