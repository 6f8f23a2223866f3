/**
 * Time of the host (design §9): the database's clock, carried on by the monotonic clock of the process between samples,
 * so that all hosts agree and a step of the machine's own clock moves nothing.
 */
import { performance } from 'node:perf_hooks';
import type { Clock } from '@fengqiao/core';
import type pg from 'pg';

/** Milliseconds between samples, and the jump between two of them that is not believed at once. */
const EVERY = 30_000;
const JUMP = 2_000;

export interface HostClock extends Clock {
  /** False after a jump, until a second sample agrees with it: meanwhile nothing fires. */
  steady(): boolean;
  stop(): void;
}

/**
 * @param sample asks the database for its time, milliseconds since 1970
 * @param monotonic milliseconds that only grow
 */
export async function databaseClock(
  sample: () => Promise<number>,
  onJump: (milliseconds: number) => void,
  monotonic: () => number = () => performance.now(),
): Promise<HostClock> {
  const measure = async (): Promise<number> => {
    const before = monotonic();
    const time = await sample();
    return time - (before + monotonic()) / 2;
  };
  let offset = await measure();
  let doubted: number | undefined;
  const again = async (): Promise<void> => {
    const found = await measure();
    if (Math.abs(found - offset) <= JUMP) {
      doubted = undefined;
      offset = found;
    } else if (doubted !== undefined && Math.abs(found - doubted) <= JUMP) {
      doubted = undefined;
      offset = found;
    } else {
      doubted = found;
      onJump(Math.round(found - offset));
    }
  };
  // A database that does not answer is seen by whoever needs it; the clock runs on.
  const timer = setInterval(() => void again().catch(() => {}), EVERY);
  timer.unref();
  let last = 0;
  return {
    now() {
      last = Math.max(last, offset + monotonic());
      return new Date(last).toISOString();
    },
    steady: () => doubted === undefined,
    stop: () => clearInterval(timer),
  };
}

/** The database's own time, milliseconds since 1970: the one statement that reads it. */
export async function sampleOf(pool: Pick<pg.Pool, 'query'>): Promise<number> {
  const { rows } = await pool.query<{ ms: string }>('select extract(epoch from clock_timestamp()) * 1000 as ms');
  return Number(rows[0]!.ms);
}
