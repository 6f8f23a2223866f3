/** The database of a host: its own PostgreSQL under the data folder, or the one that the settings name. */
import type pg from 'pg';
import { attachEmbedded, startEmbedded } from '../postgres/embedded/index.ts';
import type { Settings } from './settings.ts';

export interface OpenDatabase {
  owner: pg.PoolConfig;
  engine: pg.PoolConfig;
  pages: pg.PoolConfig;
  embedded: boolean;
  /** Resolves when an own server has ended by itself. */
  ended?: Promise<void>;
  stop(): Promise<void>;
}

/** Bytes and seconds are bounded by one setting for both pools. */
const POOL = { connectionTimeoutMillis: 10_000, idleTimeoutMillis: 30_000 };

/**
 * @param beside a command beside a running host: its server is used where there is one
 * @throws DatabaseError with a text in both languages
 */
export async function openDatabase(
  settings: Settings,
  log: (line: string) => void,
  beside = false,
): Promise<OpenDatabase> {
  if (settings.databaseUrl !== undefined) {
    const at = (url: string | undefined): pg.PoolConfig => ({ ...POOL, connectionString: url ?? settings.databaseUrl });
    return {
      owner: at(settings.migrateDatabaseUrl),
      engine: at(undefined),
      pages: at(settings.pagesDatabaseUrl),
      embedded: false,
      stop: async () => {},
    };
  }
  const running = beside ? attachEmbedded(settings.dataDir) : undefined;
  if (running) return { ...running, embedded: true };
  const own = await startEmbedded({ dataDir: settings.dataDir, log });
  return {
    owner: { ...POOL, ...own.owner },
    engine: { ...POOL, ...own.engine },
    pages: { ...POOL, ...own.pages },
    embedded: true,
    ended: own.ended,
    stop: own.stop,
  };
}
