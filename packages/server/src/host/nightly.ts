/** A backup a day while the host runs its own PostgreSQL: after three at night in the zone of the machine's database, UTC. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '@fengqiao/core';
import type pg from 'pg';
import type { Logger } from 'winston';
import { backup } from '../postgres/backup/index.ts';
import { errorFields } from './log.ts';

const EVERY = 30 * 60_000;
/** Hour of UTC after which the backup of the day is made: three at night in Beijing. */
const HOUR = 19;

/** Whether the folder has a backup of the night before this instant. */
export function isDue(names: readonly string[], now: string): boolean {
  const night = new Date(now);
  if (night.getUTCHours() < HOUR) night.setUTCDate(night.getUTCDate() - 1);
  night.setUTCHours(HOUR, 0, 0, 0);
  const since = night.toISOString().replace(/[-:]/g, '').slice(0, 15);
  return !names.some((name) => (/^fengqiao-(\d{8}T\d{6})Z/.exec(name)?.[1] ?? '') >= since);
}

/** @returns what stops it */
export function nightlyBackup(owner: pg.PoolConfig, dataDir: string, clock: Clock, log: Logger): () => void {
  const folder = join(dataDir, 'backups');
  let running = false;
  const look = async () => {
    if (running || !isDue(namesIn(folder), clock.now())) return;
    running = true;
    try {
      const made = await backup(owner, folder, clock.now());
      log.info('backed up', { count: Object.keys(made.counts).length });
    } catch (error) {
      log.error('backup failed', errorFields(error));
    } finally {
      running = false;
    }
  };
  const timer = setInterval(() => void look(), EVERY);
  timer.unref();
  return () => clearInterval(timer);
}

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};
