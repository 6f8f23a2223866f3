import { createHash, randomUUID } from 'node:crypto';
import { storeContract } from '@fengqiao/core/testing';
import { afterAll, beforeAll, test } from 'vitest';
import { createPostgresStore, type PostgresStore } from '../../packages/server/src/postgres/store.ts';
import { freshDatabase } from '../support/postgres.ts';

export const keyFor = (district: string): Buffer => createHash('sha256').update(`test ${district}`).digest();

let store: PostgresStore;
beforeAll(async () => {
  const { engine } = await freshDatabase();
  store = createPostgresStore({ engine, keyFor });
});
afterAll(() => store.close());

for (const check of storeContract) {
  test(check.name, () => check.run({ store, ...store }, randomUUID()));
}
