/** The binaries at a place where the account that runs them can read them. */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fingerprint } from '@fengqiao/core';
import { DatabaseError } from '../errors.ts';
import { type Account, reachable } from './account.ts';
import { hydrateLinks } from './platform.ts';

/** Every file below a folder, with what tells two versions apart. */
function listing(folder: string, prefix = ''): { name: string; size: number; link?: string }[] {
  return readdirSync(path.join(folder, prefix))
    .sort()
    .flatMap((entry) => {
      const name = path.join(prefix, entry);
      const stat = lstatSync(path.join(folder, name));
      if (stat.isDirectory()) return listing(folder, name);
      if (stat.isSymbolicLink()) return [{ name, size: 0, link: readlinkSync(path.join(folder, name)) }];
      return [{ name, size: stat.size }];
    });
}

function copyTree(from: string, to: string): void {
  for (const { name, link } of listing(from)) {
    const target = path.join(to, name);
    mkdirSync(path.dirname(target), { recursive: true, mode: 0o755 });
    if (link !== undefined) symlinkSync(link, target);
    else {
      const source = path.join(from, name);
      const open = (lstatSync(source).mode & 0o004) !== 0;
      try {
        // a hard link costs nothing; across file systems, or where only the owner may read, it is a copy
        if (!open) throw new Error('not readable by others');
        linkSync(source, target);
      } catch {
        copyFileSync(source, target);
        chmodSync(target, 0o755);
      }
    }
  }
}

/**
 * The folder of the binaries as the account can reach it: itself, or a copy owned by us below the system's cache.
 * Only where we are root and `node_modules` lies below a folder that the account may not enter.
 * @throws DatabaseError START_FAILED where no place can be reached.
 */
export function reachableBinaries(native: string, who: Account): string {
  hydrateLinks(native);
  if (reachable(path.join(native, 'bin'), who)) return native;
  const files = listing(native);
  const name = `fengqiao-postgresql-${fingerprint(files).slice(0, 16)}`;
  for (const parent of ['/var/cache', '/var/tmp', os.tmpdir()]) {
    const place = path.join(parent, name);
    try {
      if (existsSync(place)) {
        // somebody else could have made it first: then root must not run what is in it
        if (lstatSync(place).uid !== 0 || lstatSync(place).isSymbolicLink()) continue;
        if (fingerprint(listing(place)) === fingerprint(files) && reachable(path.join(place, 'bin'), who)) return place;
        rmSync(place, { recursive: true });
      }
      const fresh = `${place}.${process.pid}`;
      mkdirSync(fresh, { mode: 0o755 });
      copyTree(native, fresh);
      renameSync(fresh, place);
      if (reachable(path.join(place, 'bin'), who)) return place;
    } catch (error) {
      if (
        !['EACCES', 'EROFS', 'ENOENT', 'ENOSPC', 'EEXIST', 'ENOTEMPTY'].includes(
          String((error as NodeJS.ErrnoException).code),
        )
      )
        throw error;
    }
  }
  throw new DatabaseError('START_FAILED', 'the account that runs the database cannot read its binaries');
}
