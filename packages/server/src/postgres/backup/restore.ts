/** Brings a backup back into an empty database, all of it or nothing, and checks every chain of history. */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { hashOf } from '@fengqiao/core';
import pg from 'pg';
import { DatabaseError } from '../errors.ts';
import type { Logins } from '../grants.ts';
import { migrate } from '../migrate.ts';
import { MIGRATIONS } from '../migrations/index.ts';
import { type Foot, type Head, isBackup, readBackup } from './format.ts';

export interface Restored {
  file: string;
  /** Instant at which the backup was made. */
  at: string;
  counts: Foot['counts'];
  /** Chains that were checked, and entries in them. */
  subjects: number;
  entries: number;
}

/** Rows of one insert, by number and size. */
const ROWS = 500;
const CHARACTERS = 4_000_000;

/** The file itself, or the newest backup in the folder. @throws DatabaseError BACKUP_DAMAGED where there is none. */
async function chosenBackup(place: string): Promise<string> {
  const found = await stat(place).catch(() => undefined);
  if (found?.isFile()) return place;
  const newest = found && (await readdir(place)).filter(isBackup).sort().at(-1);
  if (!newest) throw new DatabaseError('BACKUP_DAMAGED', 'no backup in that place');
  return path.join(place, newest);
}

async function assertEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' and c.relname <> 'migration'`,
  );
  for (const { name } of rows) {
    const { rowCount } = await client.query(`select from ${pg.escapeIdentifier(name)} limit 1`);
    if (rowCount) throw new DatabaseError('TARGET_NOT_EMPTY', name);
  }
}

/** Writes the rows of the tables in portions. */
function inserter(client: pg.Client, head: Head) {
  const columns = new Map(
    head.tables.map((table) => [table.name, table.columns.map((column) => pg.escapeIdentifier(column)).join(', ')]),
  );
  let open: { table: string; rows: string[]; size: number } | undefined;
  const flush = async (): Promise<void> => {
    if (!open?.rows.length) return;
    const { table, rows } = open;
    open = undefined;
    const name = pg.escapeIdentifier(table);
    const list = columns.get(table);
    if (list === undefined) throw new DatabaseError('BACKUP_DAMAGED', 'a table that its head does not name');
    const text = `insert into ${name} (${list}) overriding system value select ${list} from json_populate_recordset(null::${name}, $1::json)`;
    await client.query(text, [`[${rows.join(',')}]`]);
  };
  return {
    flush,
    async add(table: string, row: string): Promise<void> {
      if (open && (open.table !== table || open.rows.length >= ROWS || open.size + row.length > CHARACTERS))
        await flush();
      open ??= { table, rows: [], size: 0 };
      open.rows.push(row);
      open.size += row.length;
    },
  };
}

/** Numbers that the database gives go on after the highest one. */
async function setSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string }>(
    `select c.relname as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
     join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and a.attidentity <> ''`,
  );
  for (const { table, column } of rows) {
    const [t, c] = [pg.escapeIdentifier(table), pg.escapeIdentifier(column)];
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2), (select coalesce(max(${c}), 0) + 1 from ${t}), false)`,
      [t, column],
    );
  }
}

/** Every chain is whole: numbers without a gap, each hash made of its bytes and the one before, the head at the end. */
async function checkChains(client: pg.Client): Promise<{ subjects: number; entries: number }> {
  await client.query(
    `declare chains no scroll cursor for
     select s.district, s.id, s.seq as last, s.head, e.seq, e.prev, e.hash, e.bytes, e.entry ->> 'hash' as copied
     from subject s full join entry e on e.district = s.district and e.subject = s.id
     order by coalesce(s.district, e.district), coalesce(s.id, e.subject), e.seq`,
  );
  interface Row {
    district: string | null;
    id: string;
    last: number;
    head: string;
    seq: number | null;
    prev: string;
    hash: string;
    bytes: string;
    copied: string;
  }
  let [subjects, entries, prev, expected] = [0, 0, '', 1];
  for (;;) {
    const { rows } = await client.query<Row>('fetch 500 from chains');
    if (!rows.length) break;
    for (const row of rows) {
      const broken = (what: string) =>
        new DatabaseError('BACKUP_DAMAGED', `history of ${row.id ?? 'no subject'}: ${what}`);
      if (row.district === null || row.seq !== expected) throw broken(`entry ${expected} is missing`);
      if (row.prev !== prev || hashOf('sha256', prev, row.bytes) !== row.hash || row.copied !== row.hash)
        throw broken(`entry ${expected} was altered`);
      entries += 1;
      if (row.seq < row.last) [prev, expected] = [row.hash, expected + 1];
      else {
        if (row.seq !== row.last || row.hash !== row.head) throw broken('it does not end at the head');
        subjects += 1;
        [prev, expected] = ['', 1];
      }
    }
  }
  if (expected !== 1) throw new DatabaseError('BACKUP_DAMAGED', 'a history ends too early');
  await client.query('close chains');
  return { subjects, entries };
}

/**
 * Restores a backup into a database without rows, which it brings up to this release afterwards.
 * @param place a file of `backup`, or a folder whose newest one is taken
 * @param logins names of the other logins, as for {@link migrate}
 * @throws DatabaseError BACKUP_DAMAGED (the file is read whole before anything is written), BACKUP_TOO_NEW,
 * TARGET_NOT_EMPTY
 */
export async function restore(owner: pg.PoolConfig, place: string, logins: Partial<Logins> = {}): Promise<Restored> {
  const file = await chosenBackup(place);
  const { head, foot } = await readBackup(
    file,
    async () => {},
    () => {},
  );
  const known = MIGRATIONS.map((step) => step.name);
  const unknown = head.migrations.find((name) => !known.includes(name));
  if (unknown) throw new DatabaseError('BACKUP_TOO_NEW', unknown);
  const client = new pg.Client(owner);
  client.on('error', () => {});
  await client.connect();
  try {
    await assertEmpty(client);
    await migrate(owner, logins, head.migrations.at(-1));
    await client.query('begin');
    const rows = inserter(client, head);
    await readBackup(file, async () => {}, rows.add);
    await rows.flush();
    await setSequences(client);
    for (const [table, count] of Object.entries(foot.counts)) {
      const found = await client.query<{ n: string }>(`select count(*) as n from ${pg.escapeIdentifier(table)}`);
      if (Number(found.rows[0]?.n) !== count) throw new DatabaseError('BACKUP_DAMAGED', `rows of ${table}`);
    }
    const chains = await checkChains(client);
    await client.query('commit');
    await migrate(owner, logins);
    return { file, at: head.at, counts: foot.counts, ...chains };
  } finally {
    // ending the session undoes what was not committed
    await client.end();
  }
}
