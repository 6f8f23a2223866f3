/**
 * The file of a backup: gzip of lines of JSON. First the head, then for each table a line that names it and one line for
 * each row, last the foot with the counts and the SHA-256 of all lines before it. One file, read from front to back.
 *
 * Personal values are in it as they lie in the database, sealed: without the keys of the host (`DATA_DIR/keys` or the
 * settings) nobody reads them, and the keys are not in it. Sessions are left out: everybody signs in again.
 */
import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { DatabaseError } from '../errors.ts';

export const FORMAT = 1;
export const LEFT_OUT: readonly string[] = ['session', 'migration'];
export const MOST_KEPT = 14;
const NAME = /^fengqiao-\d{8}T\d{6}Z\.backup\.gz$/;

export interface Head {
  fengqiao: 'backup';
  format: number;
  /** Instant at which it was asked for. */
  at: string;
  server: string;
  migrations: string[];
  /** Columns of each table, in the order of the tables. */
  tables: { name: string; columns: string[] }[];
}
export interface Foot {
  counts: { [table: string]: number };
  sha256: string;
}
export interface Manifest extends Foot {
  file: string;
  at: string;
  migrations: string[];
  /** Of the file, compressed. */
  bytes: number;
}

/** Name of the file for an instant; names sort as the instants do. */
export const fileName = (at: string): string => `fengqiao-${at.slice(0, 19).replace(/[-:]/g, '')}Z.backup.gz`;
export const isBackup = (name: string): boolean => NAME.test(name);

export const lineHash = (): { add(line: string): void; end(): string } => {
  const hash: Hash = createHash('sha256');
  return { add: (line) => void hash.update(line).update('\n'), end: () => hash.digest('hex') };
};

export type Line = { table: string } | { row: string; table: string };

/**
 * Reads a file: gives the head, hands each row on, and compares counts and hash at the end. What was handed on counts
 * only when it returns.
 * @throws DatabaseError BACKUP_DAMAGED, BACKUP_TOO_NEW
 */
export async function readBackup(
  file: string,
  onHead: (head: Head) => Promise<void>,
  onRow: (table: string, row: string) => Promise<void> | void,
): Promise<{ head: Head; foot: Foot }> {
  const source = createReadStream(file);
  const gunzip = source.pipe(createGunzip());
  source.on('error', (error) => gunzip.destroy(error));
  const hash = lineHash();
  const counts: Foot['counts'] = {};
  let head: Head | undefined;
  let foot: Foot | undefined;
  let table = '';
  try {
    for await (const line of createInterface({ input: gunzip, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (foot) throw new DatabaseError('BACKUP_DAMAGED', 'lines after the end');
      if (!head) {
        head = headOf(line);
        await onHead(head);
      } else if (line.startsWith('{"table":')) {
        table = (JSON.parse(line) as { table: string }).table;
        counts[table] = 0;
      } else if (line.startsWith('{"foot":')) {
        foot = (JSON.parse(line) as { foot: Foot }).foot;
        continue;
      } else {
        // a row follows its mark, so that no row can be taken for anything else
        if (!line.startsWith('r')) throw new DatabaseError('BACKUP_DAMAGED', 'a line that is none');
        counts[table] = (counts[table] ?? 0) + 1;
        await onRow(table, line.slice(1));
      }
      hash.add(line);
    }
  } catch (error) {
    if (error instanceof DatabaseError || typeof (error as { severity?: unknown }).severity === 'string') throw error;
    throw new DatabaseError('BACKUP_DAMAGED', (error as { code?: string }).code ?? 'unreadable');
  }
  if (!head || !foot) throw new DatabaseError('BACKUP_DAMAGED', 'it ends too early');
  if (foot.sha256 !== hash.end()) throw new DatabaseError('BACKUP_DAMAGED', 'the hash differs');
  if (JSON.stringify(sorted(foot.counts)) !== JSON.stringify(sorted(counts)))
    throw new DatabaseError('BACKUP_DAMAGED', 'the counts differ');
  return { head, foot };
}

const sorted = (counts: Foot['counts']): [string, number][] =>
  Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1));

function headOf(line: string): Head {
  const head = JSON.parse(line) as Head;
  if (head.fengqiao !== 'backup') throw new DatabaseError('BACKUP_DAMAGED', 'not a backup');
  if (head.format > FORMAT) throw new DatabaseError('BACKUP_TOO_NEW', `format ${head.format}`);
  return head;
}
