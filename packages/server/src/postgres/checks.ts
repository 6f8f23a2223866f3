/** Is this PostgreSQL fit to keep what is acknowledged? Asked at start and by `/readyz` (design §11). */
import pg from 'pg';
import { DatabaseError, type DatabaseErrorCode } from './errors.ts';
import { APPEND_ONLY } from './grants.ts';

/** Oldest major version that is supported. */
export const OLDEST = 15;

export interface DatabaseReport {
  /** As `server_version` says. */
  version: string;
  /** What stands in the way of starting; empty where nothing does. All at once. */
  errors: DatabaseError[];
  /**
   * Whether PostgreSQL itself keeps the engine from changing history. It cannot where the engine's login owns the tables, and
   * start, `/readyz` and audit then say so.
   */
  appendOnly: boolean;
  /** Whether PostgreSQL itself keeps pages within their district: where their login is not the engine's or the owner. */
  pagesApart: boolean;
}

interface Facts {
  version: string;
  number: number;
  fsync: string;
  encoding: string;
  superuser: boolean;
}
const FACTS = `select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
  current_setting('fsync') as fsync, pg_encoding_to_char(d.encoding) as encoding,
  (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as superuser
  from pg_database d where d.datname = current_database()`;

async function asked<Row extends pg.QueryResultRow>(
  config: pg.PoolConfig,
  text: string,
  values: unknown[] = [],
): Promise<Row> {
  const client = new pg.Client({ connectionTimeoutMillis: 5_000, ...config });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<Row>(text, values);
    return rows[0]!;
  } catch (error) {
    // the message of pg may hold the address with its password
    const code = (error as { code?: string }).code;
    throw new DatabaseError('DATABASE_UNREACHABLE', code ?? '');
  } finally {
    await client.end().catch(() => {});
  }
}

/** May the login change what is only added to? Tables that are not there yet count as guarded. */
const MAY_CHANGE = `select coalesce(bool_or(has_table_privilege(c.oid, 'update') or has_table_privilege(c.oid, 'delete')
    or has_table_privilege(c.oid, 'truncate') or pg_has_role(c.relowner, 'usage')), false) as may
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relname = any($1)`;
const PAGES_MAY = `select coalesce(bool_or(has_table_privilege(c.oid, 'insert') or pg_has_role(c.relowner, 'usage')), false) as may
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relname = 'subject'`;

/**
 * Looks at the server and at what the logins may do. Ask after migrating.
 * @throws DatabaseError DATABASE_UNREACHABLE
 */
export async function checkDatabase(engine: pg.PoolConfig, pages: pg.PoolConfig = engine): Promise<DatabaseReport> {
  const facts = await asked<Facts>(engine, FACTS);
  const reader = await asked<Facts>(pages, FACTS);
  const wrong: (false | [DatabaseErrorCode, string])[] = [
    facts.number < OLDEST * 10_000 && ['VERSION_TOO_OLD', facts.version],
    facts.fsync !== 'on' && ['FSYNC_OFF', ''],
    facts.encoding !== 'UTF8' && ['ENCODING_NOT_UTF8', facts.encoding],
    (facts.superuser || reader.superuser) && ['LOGIN_IS_SUPERUSER', ''],
  ];
  const { may } = await asked<{ may: boolean }>(engine, MAY_CHANGE, [[...APPEND_ONLY]]);
  const pagesMay = await asked<{ may: boolean }>(pages, PAGES_MAY);
  return {
    version: facts.version,
    errors: wrong.flatMap((fault) => (fault ? [new DatabaseError(...fault)] : [])),
    appendOnly: !may,
    pagesApart: !pagesMay.may,
  };
}
