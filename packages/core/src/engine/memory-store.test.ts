import { randomUUID } from 'node:crypto';
import { storeContract } from '@fengqiao/core/testing';
import { expect, test } from 'vitest';
import { createMemoryStore } from './memory-store.ts';
import { unwritableAt } from './writable-text.ts';

for (const check of storeContract) {
  test(check.name, async () => {
    const store = createMemoryStore();
    await check.run({ store, ...store }, randomUUID());
  });
}

test('what is loaded is a copy: changing it changes nothing', async () => {
  const store = createMemoryStore();
  const { sketch } = await import('@fengqiao/core/testing');
  const commit = sketch({ data: { list: [1] } });
  await store.commit([commit]);
  commit.snapshot.data.list = [];
  const [subject] = await store.load(commit.district, [commit.subject]);
  expect(subject?.data).toEqual({ list: [1] });
});

test('text that cannot be stored is named by its place', () => {
  expect(unwritableAt({ a: ['x', { b: '\u0000' }] })).toBe('a.1.b');
  expect(unwritableAt({ a: '\ud800' })).toBe('a');
  expect(unwritableAt('\udfff')).toBe('(text)');
  expect(unwritableAt({ a: '\\u0000', b: '😀', c: null, d: 1 })).toBeUndefined();
});
