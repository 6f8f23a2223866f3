/**
 * Reading for pages: the only file that opens a transaction on the pages login. It is READ ONLY, sees one moment, and its
 * first statement names the district; row-level security shows nothing of any other, and nothing at all without one.
 */
import pg from 'pg';
import type { PageRead, Reader } from '../host/reader-port.ts';
import { createVault, type KeyFor, readPersonal } from './personal.ts';
import { createPool } from './pool.ts';
import { pageRead } from './read/page-read.ts';
import type { Query } from './read/query.ts';

export type { Query } from './read/query.ts';

export interface ReaderOptions {
  /** The pages' login. */
  pages: pg.PoolConfig;
  keyFor: KeyFor;
  /** Connections, 4 by default. */
  connections?: number;
}

export interface PostgresReader extends Reader {
  /** Runs `work` in one READ ONLY transaction with the district set. */
  read<T>(district: string, work: (query: Query) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const STATEMENT_TIMEOUT = 10_000;

export function createReader({ pages, keyFor, connections = 4 }: ReaderOptions): PostgresReader {
  const vault = createVault(keyFor);
  const pool = createPool(pages, { max: connections, name: 'fengqiao pages', statementTimeout: STATEMENT_TIMEOUT });

  async function read<T>(district: string, work: (query: Query) => Promise<T>): Promise<T> {
    if (!district) throw new RangeError('a page reads one district');
    const client = await pool.connect();
    let broken: Error | undefined;
    const onError = (error: Error) => {
      broken = error;
    };
    client.on('error', onError);
    try {
      // one round trip: the district is the first statement of the transaction
      await client.query(
        `begin transaction isolation level repeatable read read only; select set_config('fengqiao.district', ${pg.escapeLiteral(district)}, true)`,
      );
      const rows = async <Row extends pg.QueryResultRow>(
        text: string,
        values: readonly unknown[] = [],
      ): Promise<Row[]> => (await client.query<Row>(text, [...values])).rows;
      const query: Query = Object.assign(rows, {
        personal: (refs: readonly string[]) =>
          readPersonal((text, values) => client.query(text, values), vault, district, refs),
        district,
        searchKey: vault.searchKey(district),
      });
      return await work(query);
    } finally {
      // nothing was written: ending it any way is the same, and a rollback also ends a failed transaction
      await client.query('rollback').catch((error: Error) => {
        broken ??= error;
      });
      client.off('error', onError);
      client.release(broken);
    }
  }

  return {
    read,
    page: <T>(district: string, work: (read: PageRead) => Promise<T>) =>
      read(district, (query) => work(pageRead(query))),
    close: () => pool.end(),
  };
}
