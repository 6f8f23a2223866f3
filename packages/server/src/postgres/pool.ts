/** Connections. One setting bounds them: the engine's pool and that of the pages each take half of it. */
import pg from 'pg';

export interface PoolOptions {
  /** Most connections at once. */
  max: number;
  /** Name under which they appear in pg_stat_activity. */
  name: string;
  /** A statement that runs longer is cancelled, milliseconds. */
  statementTimeout: number;
  /** Further settings of each session; names and values are ours. */
  settings?: { readonly [name: string]: string };
}

/** How long a request for a connection waits, milliseconds. */
const CONNECT_TIMEOUT = 5_000;

/**
 * A pool whose sessions know nothing of the server's own defaults that matter to us: commits are durable when they are
 * acknowledged, and instants are written in UTC.
 */
export function createPool(config: pg.PoolConfig, options: PoolOptions): pg.Pool {
  const settings = {
    synchronous_commit: 'on',
    timezone: 'UTC',
    jit: 'off',
    statement_timeout: String(options.statementTimeout),
    idle_in_transaction_session_timeout: String(options.statementTimeout * 2),
    ...options.settings,
  };
  const setup = Object.entries(settings)
    .map(([name, value]) => `set ${name} = ${pg.escapeLiteral(value)}`)
    .join('; ');
  const pool = new pg.Pool({
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    ...config,
    max: options.max,
    application_name: options.name,
    onConnect: async (client) => {
      await client.query(setup);
    },
  });
  // an idle connection that breaks is replaced; without a listener Node would end the process
  pool.on('error', () => {});
  return pool;
}
