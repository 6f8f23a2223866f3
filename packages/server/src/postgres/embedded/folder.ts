/** What a data directory says about itself: its version, and the server that runs on it. */
import { existsSync, openSync, readFileSync, readlinkSync, realpathSync, rmSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { DatabaseError } from '../errors.ts';
import { MAJOR } from './platform.ts';

const GIGABYTE = 1024 ** 3;

/** The folder of PostgreSQL inside DATA_DIR. */
export const clusterFolder = (dataDir: string): string => path.join(path.resolve(dataDir), 'postgres');

/**
 * Is there a cluster? @throws DatabaseError DATA_DIR_MAJOR where another major version made it.
 */
export function clusterExists(cluster: string): boolean {
  const file = path.join(cluster, 'PG_VERSION');
  if (!existsSync(file)) return false;
  const found = readFileSync(file, 'utf8').trim();
  if (found !== MAJOR) throw new DatabaseError('DATA_DIR_MAJOR', `found ${found}, this release has ${MAJOR}`);
  return true;
}

/** Warning where less than 1 GB is free at that place; undefined where there is enough. */
export function lowDisk(folder: string, needed = GIGABYTE): DatabaseError | undefined {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  return free < needed ? new DatabaseError('DISK_LOW', `${Math.round(free / 1024 ** 2)} MB`) : undefined;
}

export interface ServerLock {
  pid: number;
  /** Instant of its start in seconds, as the server wrote it. */
  startedAt: number;
  /** `starting`, `ready`, `stopping` … */
  status: string;
}

/** What `postmaster.pid` says, whether or not that server still runs. */
export function serverLock(cluster: string): ServerLock | undefined {
  try {
    const lines = readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return pid > 1 ? { pid, startedAt: Number(lines[2]), status: (lines[7] ?? '').trim() } : undefined;
  } catch {
    return undefined;
  }
}

/** Is there a process of that number, ours or another account's? */
export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A server always stands in its data directory: that tells it from a process that got the number later. */
function standsIn(pid: number, cluster: string): boolean {
  if (process.platform !== 'linux') return alive(pid);
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return false;
  }
}

/** The server that runs on this folder now. */
export function runningServer(cluster: string): ServerLock | undefined {
  const lock = serverLock(cluster);
  return lock && alive(lock.pid) && standsIn(lock.pid, cluster) ? lock : undefined;
}

/**
 * Removes a lock file that a killed server left. PostgreSQL does so too, but not where its number now belongs to another
 * process of the same account, which is the rule in containers. Its shared memory still guards against a living one.
 */
export function dropStaleLock(cluster: string): void {
  if (serverLock(cluster) && !runningServer(cluster)) rmSync(path.join(cluster, 'postmaster.pid'), { force: true });
}

/** Longest path of a Unix socket: 107 bytes on Linux, 103 on macOS. */
const SOCKET_LIMIT = 103;
const openFolders = new Map<string, number>();

/**
 * The host setting by which clients reach the socket in the folder. A path that is too long goes through an open
 * folder, which this process then keeps.
 */
export function socketHost(cluster: string): string {
  if (Buffer.byteLength(path.join(cluster, '.s.PGSQL.5432')) <= SOCKET_LIMIT) return cluster;
  if (process.platform !== 'linux')
    throw new DatabaseError('START_FAILED', `the path of DATA_DIR is longer than ${SOCKET_LIMIT - 23} bytes`);
  const key = realpathSync(cluster);
  const folder = openFolders.get(key) ?? openSync(cluster, 'r');
  openFolders.set(key, folder);
  return `/proc/self/fd/${folder}`;
}
