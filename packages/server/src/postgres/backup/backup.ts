/** Writes all tables as they are at one moment into one file, while the host goes on (design §11). */

import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import {
  FORMAT,
  type Foot,
  fileName,
  type Head,
  isBackup,
  LEFT_OUT,
  lineHash,
  type Manifest,
  MOST_KEPT,
} from './format.ts';

/** Rows fetched at once; large values one by one. */
const FETCH = 500;
const SINGLE: readonly string[] = ['file'];

/** Opens one moment of the database, for reading only. */
async function openMoment(client: pg.Client): Promise<void> {
  await client.query(`set timezone = 'UTC'`);
  await client.query('begin transaction isolation level repeatable read read only');
}

async function headOf(client: pg.Client, at: string): Promise<Head> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and c.relname <> all($1)
     group by c.relname order by c.relname`,
    [LEFT_OUT],
  );
  const steps = await client.query<{ name: string }>(
    `select name from migration where name not like 'rights:%' order by name`,
  );
  const version = await client.query<{ server_version: string }>('show server_version');
  return {
    fengqiao: 'backup',
    format: FORMAT,
    at,
    server: version.rows[0]?.server_version ?? '',
    migrations: steps.rows.map((step) => step.name),
    tables: rows,
  };
}

async function* rowsOf(client: pg.Client, table: string): AsyncGenerator<string> {
  const name = pg.escapeIdentifier(table);
  await client.query(`declare rows_of no scroll cursor for select row_to_json(t)::text as row from ${name} t`);
  const fetch = `fetch ${SINGLE.includes(table) ? 1 : FETCH} from rows_of`;
  for (;;) {
    const { rows } = await client.query<{ row: string }>(fetch);
    if (!rows.length) break;
    for (const { row } of rows) yield row;
  }
  await client.query('close rows_of');
}

/**
 * Writes a backup into the folder and removes all but the newest 14 of those in it.
 * @param owner the login that owns the tables
 * @param now instant of the backup, which names the file
 * @returns the manifest, which is also the end of the file
 */
export async function backup(owner: pg.PoolConfig, folder: string, now: string): Promise<Manifest> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, fileName(now));
  const unfinished = `${file}.part`;
  const client = new pg.Client(owner);
  client.on('error', () => {});
  await client.connect();
  let head: Head | undefined;
  let foot: Foot | undefined;
  async function* lines(): AsyncGenerator<string> {
    const hash = lineHash();
    const counts: Foot['counts'] = {};
    const line = (text: string): string => {
      hash.add(text);
      return `${text}\n`;
    };
    head = await headOf(client, now);
    yield line(JSON.stringify(head));
    for (const { name } of head.tables) {
      yield line(JSON.stringify({ table: name }));
      counts[name] = 0;
      for await (const row of rowsOf(client, name)) {
        counts[name] += 1;
        // a line break can only be space between tokens: in JSON text it is always escaped
        yield line(`r${row.replaceAll('\n', ' ')}`);
      }
    }
    foot = { counts, sha256: hash.end() };
    yield `${JSON.stringify({ foot })}\n`;
  }
  try {
    await openMoment(client);
    await pipeline(Readable.from(lines()), createGzip(), createWriteStream(unfinished, { mode: 0o600 }));
    await flushed(unfinished);
    await rename(unfinished, file);
    await flushed(folder);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    await client.end();
  }
  await prune(folder);
  const { size } = await stat(file);
  return { file, at: now, migrations: head!.migrations, bytes: size, ...foot! };
}

/** On disk, and not only handed to the system. */
async function flushed(name: string): Promise<void> {
  const handle = await open(name, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function prune(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter(isBackup).sort().reverse();
  for (const name of names.slice(MOST_KEPT)) await rm(path.join(folder, name));
}
