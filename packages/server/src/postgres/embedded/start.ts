/** Life of the embedded PostgreSQL: start, refuse a second host, stop (design §11). */
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { DatabaseError } from '../errors.ts';
import { accountFor } from './account.ts';
import { reachableBinaries } from './binaries.ts';
import { clusterExists, clusterFolder, dropStaleLock, lowDisk, runningServer, socketHost } from './folder.ts';
import { DATABASE, LOGINS, makeCluster } from './initialise.ts';
import { nativeFolder } from './platform.ts';
import { spawnServer } from './spawn.ts';

export interface EmbeddedOptions {
  /** The host's data directory; the cluster is `postgres` in it. Made with mode 0700 where it is missing. */
  dataDir: string;
  /** Lines that PostgreSQL writes, and warnings. They hold no personal data: statements are not logged. */
  log?: (line: string) => void;
  /** Only for tests: the owner may make databases. Read when the cluster is made. */
  mayCreateDatabases?: boolean;
  /** Further settings, `name=value`. */
  settings?: readonly string[];
}

export interface Embedded {
  owner: pg.PoolConfig;
  engine: pg.PoolConfig;
  pages: pg.PoolConfig;
  /** Process of the server. */
  pid: number;
  /** What should be looked after, such as a disk that is nearly full. */
  warnings: DatabaseError[];
  /** Resolves when the server has ended, however it ended. */
  ended: Promise<void>;
  /** Clean stop; resolves when the server has ended. Harmless when called again. */
  stop(): Promise<void>;
}

/** Any number that no migration uses: the host that runs on the folder holds it while it lives. */
const HOST_LOCK = 7_303_014;
const SETTINGS = [
  'listen_addresses=',
  'unix_socket_permissions=0700',
  'io_method=sync',
  'shared_buffers=64MB',
  'jit=off',
  'log_min_error_statement=panic',
  'log_parameter_max_length_on_error=0',
  'log_error_verbosity=terse',
  'log_checkpoints=off',
];

const configs = (cluster: string) => {
  const host = socketHost(cluster);
  const as = (user: string): pg.PoolConfig => ({ host, port: 5432, user, database: DATABASE });
  return { owner: as(LOGINS.owner), engine: as(LOGINS.engine), pages: as(LOGINS.pages) };
};

/** A connection that holds the lock of the host, or undefined where a living host has it. */
async function holdHostLock(config: pg.PoolConfig): Promise<pg.Client | undefined> {
  const client = new pg.Client(config);
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [HOST_LOCK]);
    if (rows[0]?.held) return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
  await client.end();
  return undefined;
}

/**
 * Waits for a server that is on its way down, and ends one whose host is gone. A host that has just started its server
 * has not taken the lock yet, so a young server is given time.
 * @throws DatabaseError DATA_DIR_IN_USE where a living host runs on the folder.
 */
async function waitUntilFree(cluster: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const server = runningServer(cluster);
    if (!server) return;
    if (server.status === 'ready') {
      const lock = await holdHostLock(configs(cluster).pages).catch(() => 'unreachable' as const);
      if (lock === undefined) throw new DatabaseError('DATA_DIR_IN_USE', `process ${server.pid}`);
      if (lock !== 'unreachable') {
        await lock.end();
        if (tries >= 50) process.kill(server.pid, 'SIGINT');
      }
    }
    await pause(100);
  }
  throw new DatabaseError('DATA_DIR_IN_USE', 'its server does not end');
}

/**
 * Starts PostgreSQL on the folder, making the cluster first where there is none.
 * @throws DatabaseError PLATFORM_UNKNOWN, BINARIES_MISSING, DATA_DIR_IN_USE, DATA_DIR_NOT_OURS, DATA_DIR_MAJOR, NO_ACCOUNT,
 * INITDB_FAILED, START_FAILED.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const log = options.log ?? (() => {});
  const native = nativeFolder();
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  const cluster = clusterFolder(options.dataDir);
  const low = lowDisk(options.dataDir);
  if (low) log(low.message);
  const who = accountFor(existsSync(cluster) ? cluster : undefined);
  const bin = path.join(reachableBinaries(native, who), 'bin');
  if (!clusterExists(cluster)) makeCluster(cluster, bin, who, options.mayCreateDatabases ?? false);
  await waitUntilFree(cluster);
  dropStaleLock(cluster);

  const settings = [...SETTINGS, ...(options.settings ?? [])].flatMap((setting) => ['-c', setting]);
  const child = spawnServer(path.join(bin, 'postgres'), ['-k', '.', '-p', '5432', ...settings], cluster, who);
  let said = '';
  let started = 0;
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-2000);
    started ||= Number(/\[(\d+)\] LOG: {2}starting PostgreSQL/.exec(said)?.[1] ?? 0);
    for (const line of text.split('\n')) if (line) log(line);
  });
  let over = false;
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('exit', () => resolve());
  }).then(() => {
    over = true;
  });

  const { owner, engine, pages } = configs(cluster);
  let lock: pg.Client | undefined;
  for (let waited = 0; lock === undefined; waited += 10) {
    const ours = runningServer(cluster);
    // the socket may still be that of another server: it is ours once the lock file names the process that wrote to us
    if (!over && started && ours?.pid === started && ours.status === 'ready')
      lock = await holdHostLock(pages).catch(() => undefined);
    if (lock) break;
    if (over && /lock file .* already exists|pre-existing shared memory/.test(said))
      throw new DatabaseError('DATA_DIR_IN_USE');
    if (over || waited > 60_000) {
      child.kill('SIGTERM');
      throw new DatabaseError('START_FAILED', said.trim().slice(-1000));
    }
    await pause(10);
  }
  const held = lock;
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopping ??= (async () => {
      await held.end().catch(() => {});
      if (!over) child.kill('SIGTERM');
      await ended;
      // the shell between us may have been killed by itself: the server is then ours to end
      for (let tries = 0; tries < 300 && runningServer(cluster)?.pid === started; tries += 1) {
        if (tries === 0) process.kill(started, 'SIGINT');
        await pause(20);
      }
    })();
    return stopping;
  };
  return { owner, engine, pages, pid: started, warnings: low ? [low] : [], ended, stop };
}

/**
 * The logins of the server that a host already runs on the folder, for commands beside it; undefined where none runs.
 * Its `stop` leaves the server alone.
 */
export function attachEmbedded(dataDir: string): Omit<Embedded, 'ended'> | undefined {
  const cluster = clusterFolder(dataDir);
  if (!existsSync(cluster) || !clusterExists(cluster)) return undefined;
  const server = runningServer(cluster);
  if (server?.status !== 'ready') return undefined;
  return { ...configs(cluster), pid: server.pid, warnings: [], stop: async () => {} };
}
