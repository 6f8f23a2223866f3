/** Puts the parts of a host together; `main.ts` and tests both do it here. */
import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Clock, EngineParts, Text } from '@fengqiao/core';
import { createEngine } from '@fengqiao/core';
import type { Logger } from 'winston';
import { migrated } from '../postgres/migrate.ts';
import { createReader } from '../postgres/reader.ts';
import type { PostgresStore } from '../postgres/store.ts';
import { createPostgresStore } from '../postgres/store.ts';
import type { Runner } from '../runner/index.ts';
import { createRunner } from '../runner/index.ts';
import { createAccounts } from './accounts.ts';
import type { Deps, Districts } from './context.ts';
import type { OpenDatabase } from './database.ts';
import { createDrafts } from './drafts.ts';
import { createFiles } from './files.ts';
import type { Keys } from './keys.ts';
import type { ScryptCost } from './password.ts';
import { createSeal } from './seal.ts';
import { createSessions } from './sessions.ts';
import type { Settings } from './settings.ts';

export interface Parts {
  settings: Settings;
  keys: Keys;
  database: Pick<OpenDatabase, 'engine' | 'pages'>;
  clock: Clock & { steady?(): boolean };
  log: Logger;
  districts: Districts;
  refresh?: EngineParts['refresh'];
  pauseAt?: EngineParts['pauseAt'];
  /** Tests only: cheaper hashes of passwords. */
  cost?: ScryptCost;
}
export interface Built {
  deps: Deps;
  store: PostgresStore;
  /** Does due work once it is started. */
  runner: Runner;
  close(): Promise<void>;
}

/** Key of a district: personal values of one district cannot be read with that of another. */
export const keyOf =
  (keys: Keys) =>
  (district: string): Buffer =>
    Buffer.from(hkdfSync('sha256', keys.dataKey, '', `fengqiao district ${district}`, 32));

export function buildDeps({ settings, keys, database, clock, log, districts, cost, ...more }: Parts): Built {
  const keyFor = keyOf(keys);
  const store = createPostgresStore({ engine: database.engine, keyFor });
  const reader = createReader({ pages: database.pages, keyFor });
  const engine = createEngine({
    store,
    clock,
    random: (bytes) => randomBytes(bytes),
    payloadKey: createHmac('sha256', keys.dataKey).update('payload').digest(),
    district: (id) => districts.get(id),
    linkedTo: (district, subject) => store.linkedTo(district, subject),
    // Asked for at the first commit, when there is a runner.
    committed: (done) => runner.committed(done),
    ...more,
  });
  const runner = createRunner({
    store,
    engine,
    clock,
    log: ({ event, ...line }) => log.warn(event, line),
  });
  const deps: Deps = {
    engine: { ...engine, submit: (submission) => runner.submit(submission) },
    store,
    database: store.pool,
    reader,
    districts,
    accounts: createAccounts(store.pool, clock, cost),
    sessions: createSessions(store.pool, clock, keys.sessionSecret),
    drafts: createDrafts(store.pool, clock, createSeal(keys.dataKey, 'draft')),
    files: createFiles(store.pool, clock),
    settings,
    secret: keys.sessionSecret,
    seal: createSeal(keys.dataKey, 'search'),
    clock,
    log,
    ready: async () => readiness(store, clock),
  };
  return {
    deps,
    store,
    runner,
    async close() {
      await runner.stop();
      await engine.idle();
      await Promise.all([store.close(), reader.close()]);
    },
  };
}

async function readiness(store: PostgresStore, clock: Parts['clock']): Promise<{ ready: boolean; why?: Text }> {
  if (clock.steady?.() === false) return { ready: false, why: { zh: '时钟发生跳变', en: 'the clock has jumped' } };
  try {
    return (await migrated(store.pool))
      ? { ready: true }
      : { ready: false, why: { zh: '数据库结构尚未更新', en: 'the tables are not up to date' } };
  } catch {
    return { ready: false, why: { zh: '数据库没有应答', en: 'the database does not answer' } };
  }
}
