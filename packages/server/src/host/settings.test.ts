import { describe, expect, it } from 'vitest';
import { settingTable } from './setting-table.ts';
import { faultLines, readSettings } from './settings.ts';

const names = (env: { [name: string]: string }) => {
  const read = readSettings(env);
  return read.ok ? [] : read.faults.map((fault) => fault.name).sort();
};

describe('settings', () => {
  it('has defaults for a machine with nothing set: a demo on the local address', () => {
    const read = readSettings({});
    expect(read).toMatchObject({
      ok: true,
      settings: { port: 3000, portGiven: false, host: '127.0.0.1', demo: true, logLevel: 'info' },
    });
    expect(read.ok && read.settings.dataDir.endsWith('.data')).toBe(true);
  });

  it('reports all wrong ones at once and repeats no secret', () => {
    const read = readSettings({
      PORT: '70000',
      LOG_LEVEL: 'loud',
      DEMO: 'maybe',
      SESSION_SECRET: 'short-secret',
      DATA_KEY: 'bm90IDMyIGJ5dGVz',
      DATABASE_URL: 'mysql://u:hidden@h/d',
    });
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.faults.map((fault) => fault.name).sort()).toEqual([
      'DATABASE_URL',
      'DATA_KEY',
      'DEMO',
      'LOG_LEVEL',
      'PORT',
      'SESSION_SECRET',
    ]);
    const lines = faultLines(read.faults).join('\n');
    for (const secret of ['short-secret', 'bm90', 'hidden']) expect(lines).not.toContain(secret);
    for (const fault of read.faults) expect(fault.zh).toMatch(/[\u4e00-\u9fff]/);
  });

  it('keeps demo accounts on the local address', () => {
    expect(names({ HOST: '0.0.0.0' })).toEqual(['HOST']);
    expect(names({ HOST: '0.0.0.0', DEMO: 'off' })).toEqual([]);
    for (const HOST of ['127.0.0.1', 'localhost', '::1', '127.1.2.3']) expect(names({ HOST })).toEqual([]);
  });

  it('asks for secrets with an outside database and no demo', () => {
    const DATABASE_URL = 'postgres://engine@db/fengqiao';
    expect(names({ DATABASE_URL })).toEqual(['DATA_KEY', 'SESSION_SECRET']);
    expect(names({ DATABASE_URL, DEMO: 'on' })).toEqual([]);
    expect(
      names({ DATABASE_URL, SESSION_SECRET: 'x'.repeat(32), DATA_KEY: Buffer.alloc(32, 7).toString('base64') }),
    ).toEqual([]);
    expect(readSettings({ DATABASE_URL }, 'command').ok).toBe(true);
  });

  it('takes companions of DATABASE_URL only with it', () => {
    expect(names({ PAGES_DATABASE_URL: 'postgres://p@db/f' })).toEqual(['PAGES_DATABASE_URL']);
  });

  it('has both languages for every row, and no name twice', () => {
    expect(new Set(settingTable.map((row) => row.name)).size).toBe(settingTable.length);
    for (const row of settingTable) {
      expect(row.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(row.en).toMatch(/[a-z]/);
    }
  });
});
