/** Brings the tables up to date: umzug under an advisory lock, each step in a transaction of its own. */
import { fingerprint } from '@fengqiao/core';
import pg from 'pg';
import { Umzug, type UmzugStorage } from 'umzug';
import { LOGINS } from './embedded/index.ts';
import { grantStatements, type Logins } from './grants.ts';
import { MIGRATIONS } from './migrations/index.ts';

/** Two hosts that start at once: the second waits and finds the work done. */
const MIGRATION_LOCK = 7_303_001;

const storage = (client: pg.ClientBase): UmzugStorage => ({
  logMigration: async ({ name }) => void (await client.query('insert into migration (name) values ($1)', [name])),
  unlogMigration: async ({ name }) => void (await client.query('delete from migration where name = $1', [name])),
  executed: async () =>
    (await client.query<{ name: string }>('select name from migration order by name')).rows.map((row) => row.name),
});

/** Logins by name; those that do not exist are the owner. */
async function knownLogins(client: pg.ClientBase, given: Partial<Logins>): Promise<Logins> {
  const { rows } = await client.query<{ me: string }>('select current_user as me');
  const me = rows[0]?.me ?? '';
  const wanted = { engine: given.engine ?? LOGINS.engine, pages: given.pages ?? LOGINS.pages };
  const found = await client.query<{ name: string }>('select rolname as name from pg_roles where rolname = any($1)', [
    Object.values(wanted),
  ]);
  const exists = (login: string) => (found.rows.some((row) => row.name === login) ? login : me);
  return { owner: given.owner ?? me, engine: exists(wanted.engine), pages: exists(wanted.pages) };
}

/** Names of the logins of three configurations, for {@link migrate}. */
export function loginNames(configs: {
  owner: pg.PoolConfig;
  engine: pg.PoolConfig;
  pages: pg.PoolConfig;
}): Partial<Logins> {
  const named = ({ user, connectionString }: pg.PoolConfig) =>
    user ?? (connectionString ? decodeURIComponent(new URL(connectionString).username) || undefined : undefined);
  const found = { owner: named(configs.owner), engine: named(configs.engine), pages: named(configs.pages) };
  return Object.fromEntries(Object.entries(found).filter(([, name]) => name !== undefined));
}

/** Rights lock every table for a moment, so they are set only where they have changed. */
async function setRights(client: pg.ClientBase, rights: readonly string[]): Promise<void> {
  const mark = `rights:${fingerprint(rights)}`;
  const { rowCount } = await client.query('select from migration where name = $1', [mark]);
  if (rowCount) return;
  await client.query('begin');
  await client.query(rights.join(';\n'));
  await client.query(`delete from migration where name like 'rights:%'`);
  await client.query('insert into migration (name) values ($1)', [mark]);
  await client.query('commit');
}

/**
 * Runs what has not run yet and sets the rights of the logins.
 * @param owner the login that owns the tables
 * @param logins names of the other logins, where they are not those of the embedded database
 * @param upTo name of the last step, for `restore`
 * @returns names of the steps that ran
 */
export async function migrate(owner: pg.PoolConfig, logins: Partial<Logins> = {}, upTo?: string): Promise<string[]> {
  const client = new pg.Client(owner);
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query('create table if not exists migration (name text primary key)');
    const last = MIGRATIONS.findIndex((step) => step.name === upTo);
    const steps = last < 0 ? MIGRATIONS : MIGRATIONS.slice(0, last + 1);
    const umzug = new Umzug({
      migrations: steps.map(({ name, statements }) => ({
        name,
        up: async () => {
          await client.query('begin');
          try {
            for (const statement of statements) await client.query(statement);
            await client.query('commit');
          } catch (error) {
            await client.query('rollback');
            throw error;
          }
        },
      })),
      storage: storage(client),
      logger: undefined,
    });
    const ran = await umzug.up();
    const tables = await client.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind = 'r' order by c.relname`,
    );
    const rights = grantStatements(
      tables.rows.map((row) => row.name),
      await knownLogins(client, logins),
    );
    await setRights(client, rights);
    return ran.map((step) => step.name);
  } finally {
    // ending the session frees the lock
    await client.end();
  }
}

/** Are all steps of this release in? Asked by `/readyz` with the engine's login. */
export async function migrated(client: pg.Pool | pg.ClientBase): Promise<boolean> {
  try {
    const { rows } = await client.query<{ name: string }>('select name from migration');
    return MIGRATIONS.every(({ name }) => rows.some((row) => row.name === name));
  } catch (error) {
    if ((error as { code?: string }).code === '42P01') return false;
    throw error;
  }
}
