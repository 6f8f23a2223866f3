/** For commands whose purpose is data: the database of the settings, beside a running host or started for the command. */
import type { Clock } from '@fengqiao/core';
import pg from 'pg';
import type { OpenDatabase } from '../host/database.ts';
import { openDatabase } from '../host/database.ts';
import type { Keys } from '../host/keys.ts';
import { keysOf } from '../host/keys.ts';
import type { Settings } from '../host/settings.ts';
import { faultLines, readSettings } from '../host/settings.ts';
import type { Io } from './command.ts';
import { EXIT } from './command.ts';

export interface Data {
  settings: Settings;
  keys: Keys;
  database: OpenDatabase;
  /** The engine's login. */
  engine: pg.Pool;
}

export function settingsOf(io: Io): Settings | undefined {
  const read = readSettings(io.env, 'command');
  if (read.ok) return read.settings;
  for (const line of faultLines(read.faults)) io.err(line);
  return undefined;
}

export async function withDatabase(io: Io, work: (data: Data) => Promise<number>): Promise<number> {
  const settings = settingsOf(io);
  if (!settings) return EXIT.misuse;
  const database = await openDatabase(settings, () => {}, true);
  const engine = new pg.Pool({ ...database.engine, max: 4 });
  engine.on('error', () => {});
  try {
    return await work({ settings, keys: keysOf(settings), database, engine });
  } finally {
    await engine.end();
    await database.stop();
  }
}

/** Commands read the clock of the machine: they decide nothing. */
export const machineClock: Clock = { now: () => new Date().toISOString() };
