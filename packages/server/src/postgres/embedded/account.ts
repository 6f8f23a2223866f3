/** Who runs the database: ourselves, or an account that exists where we are root (PostgreSQL refuses to run as root). */
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { DatabaseError } from '../errors.ts';

/** Empty: the account of this process. */
export interface Account {
  uid?: number;
  gid?: number;
}

/**
 * The account for a data directory: its owner where it exists already, otherwise `postgres` or `nobody`. None is created.
 * @throws DatabaseError NO_ACCOUNT, DATA_DIR_NOT_OURS, ROOT_NEEDS_PROC.
 */
export function accountFor(data: string | undefined): Account {
  const me = process.getuid?.();
  const owner = data === undefined ? undefined : statSync(data);
  if (me === undefined) return {};
  if (me !== 0) {
    if (owner && owner.uid !== me) throw new DatabaseError('DATA_DIR_NOT_OURS', `owner ${owner.uid}`);
    return {};
  }
  if (process.platform !== 'linux') throw new DatabaseError('ROOT_NEEDS_PROC');
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const rows = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const row = rows.find((fields) => fields[0] === name);
    // initdb looks the account up, so it must have a line in passwd
    if (row) return { uid: Number(row[2]), gid: Number(row[3]) };
  }
  throw new DatabaseError('NO_ACCOUNT');
}

/** Can the account read that folder? A parent with mode 0700 that belongs to somebody else stops it. */
export function reachable(folder: string, who: Account): boolean {
  if (who.uid === undefined) return true;
  const look = ['-c', 'cd "$1" && test -r .', 'sh', folder];
  return spawnSync('/bin/sh', look, { ...who, cwd: '/', stdio: 'ignore' }).status === 0;
}
