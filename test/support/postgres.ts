/**
 * A real PostgreSQL for tests: one server per worker, started when it is first asked for, and a new migrated database for
 * whoever wants one. Servers live in `.tmp/postgres/<n>`, are kept between runs, and end with their worker.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprint } from '@fengqiao/core';
import pg from 'pg';
import { type Embedded, startEmbedded } from '../../packages/server/src/postgres/embedded/index.ts';
import { grantStatements } from '../../packages/server/src/postgres/grants.ts';
import { migrate } from '../../packages/server/src/postgres/migrate.ts';
import { MIGRATIONS } from '../../packages/server/src/postgres/migrations/index.ts';

export interface TestDatabase {
  name: string;
  owner: pg.PoolConfig;
  engine: pg.PoolConfig;
  pages: pg.PoolConfig;
  /** Not needed: databases of a run before are dropped when the server starts again. */
  drop(): Promise<void>;
}

const home = fileURLToPath(new URL('../../.tmp/postgres', import.meta.url));
const rights = grantStatements(['entry', 'subject'], { owner: 'o', engine: 'e', pages: 'p' });
const template = `template_${fingerprint([MIGRATIONS, rights]).slice(0, 12)}`;

let server: Promise<Embedded> | undefined;
let admin: Promise<pg.Client> | undefined;

/** The server of this worker: the first folder that no other worker uses. */
async function start(): Promise<Embedded> {
  for (let slot = 1; slot < 50; slot += 1) {
    const dataDir = path.join(home, `${process.getuid?.() ?? 0}-${slot}`);
    mkdirSync(dataDir, { recursive: true });
    try {
      const embedded = await startEmbedded({ dataDir, mayCreateDatabases: true });
      await prepare(embedded);
      return embedded;
    } catch (error) {
      if ((error as { code?: string }).code !== 'DATA_DIR_IN_USE') throw error;
    }
  }
  throw new Error('no free folder for a test database');
}

async function prepare(embedded: Embedded): Promise<void> {
  const client = new pg.Client({ ...embedded.owner, database: 'postgres' });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database where datname like 't\\_%' or datname like 'template\\_%'`,
  );
  for (const { name } of rows)
    if (name !== template) await client.query(`drop database ${pg.escapeIdentifier(name)} with (force)`);
  if (!rows.some(({ name }) => name === template)) {
    await client.query(`create database ${template}_new`);
    await migrate({ ...embedded.owner, database: `${template}_new` });
    await client.query(`alter database ${template}_new rename to ${template}`);
  }
  await client.end();
}

/** The server itself: its default database is not migrated. */
export function testServer(): Promise<Embedded> {
  server ??= start();
  return server;
}

/** A new database with all tables and rights, empty. About 50 ms. */
export async function freshDatabase(): Promise<TestDatabase> {
  const { owner, engine, pages } = await testServer();
  admin ??= (async () => {
    const client = new pg.Client({ ...owner, database: 'postgres' });
    client.on('error', () => {});
    await client.connect();
    return client;
  })();
  const client = await admin;
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await client.query(`create database ${name} template ${template}`);
  const of = (config: pg.PoolConfig): pg.PoolConfig => ({ ...config, database: name });
  return {
    name,
    owner: of(owner),
    engine: of(engine),
    pages: of(pages),
    drop: async () => void (await client.query(`drop database ${name} with (force)`)),
  };
}

/** A new database without tables. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const database = await freshDatabase();
  const { owner } = await testServer();
  const client = new pg.Client({ ...owner, database: 'postgres' });
  await client.connect();
  await client.query(`drop database ${database.name} with (force)`);
  await client.query(`create database ${database.name}`);
  await client.end();
  return database;
}
