/** Secrets that the host makes once and keeps in its data folder, readable by its own account only. */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from './settings.ts';

export interface Keys {
  sessionSecret: string;
  /** 32 bytes: personal values, drafts, search tokens. */
  dataKey: Buffer;
}

/** The settings where they are given, otherwise what lies in `DATA_DIR/keys`, made at the first start. */
export function keysOf(settings: Settings): Keys {
  const kept = (name: string): string => {
    const folder = join(settings.dataDir, 'keys');
    const path = join(folder, name);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    try {
      // `wx` never writes over a key: a lost key is lost data.
      writeFileSync(path, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    chmodSync(path, 0o600);
    return readFileSync(path, 'utf8').trim();
  };
  return {
    sessionSecret: settings.sessionSecret ?? kept('session'),
    dataKey: settings.dataKey ?? Buffer.from(kept('data'), 'base64'),
  };
}
