/** Settings of the host: one table, checked as a whole, printed in the README (a test compares them). */
import type { Text } from '@fengqiao/core';
import { isLoopback, settingTable } from './setting-table.ts';

export interface Settings {
  port: number;
  /** Set by hand: a busy port is then an error instead of a reason to look further. */
  portGiven: boolean;
  host: string;
  dataDir: string;
  /** Absent: the host runs its own PostgreSQL under `dataDir`. */
  databaseUrl?: string;
  migrateDatabaseUrl?: string;
  pagesDatabaseUrl?: string;
  /** Absent: made once and kept under `dataDir/keys`. */
  sessionSecret?: string;
  /** 32 bytes; absent: made once and kept under `dataDir/keys`. */
  dataKey?: Buffer;
  logLevel: string;
  demo: boolean;
  /** Folder with district files; absent: those that come with the project. */
  districtsDir?: string;
}

export interface SettingFault extends Text {
  name: string;
}
export type SettingsRead = { ok: true; settings: Settings } | { ok: false; faults: SettingFault[] };

/**
 * Reads all settings from an environment. All faults are reported at once; a value never appears in a fault
 * when the setting is a secret or may hold a password.
 * @param use a command listens nowhere and signs nobody in: it is not asked for what only a host needs
 */
export function readSettings(
  env: { [name: string]: string | undefined },
  use: 'host' | 'command' = 'host',
): SettingsRead {
  const faults: SettingFault[] = [];
  const values: { [name: string]: unknown } = {};
  for (const setting of settingTable) {
    const raw = env[setting.name]?.trim();
    const given = raw === undefined || raw === '' ? setting.fallback : raw;
    if (given === undefined) continue;
    const parsed = setting.parse(given);
    if (parsed.ok) values[setting.name] = parsed.value;
    else faults.push({ name: setting.name, ...parsed.fault });
  }
  const external = values.DATABASE_URL !== undefined || Boolean(env.DATABASE_URL?.trim());
  const demo = (values.DEMO as boolean | undefined) ?? !external;
  const host = (values.HOST as string | undefined) ?? '127.0.0.1';
  if (use === 'host' && demo && !isLoopback(host)) faults.push({ name: 'HOST', ...DEMO_IS_LOCAL });
  if (use === 'host' && external && !demo)
    for (const name of ['SESSION_SECRET', 'DATA_KEY']) if (!env[name]?.trim()) faults.push({ name, ...REQUIRED });
  for (const name of ['MIGRATE_DATABASE_URL', 'PAGES_DATABASE_URL'])
    if (env[name]?.trim() && !external) faults.push({ name, ...COMPANION });
  if (faults.length) return { ok: false, faults };
  return {
    ok: true,
    settings: {
      port: values.PORT as number,
      portGiven: Boolean(env.PORT?.trim()),
      host,
      dataDir: values.DATA_DIR as string,
      databaseUrl: values.DATABASE_URL as string | undefined,
      migrateDatabaseUrl: values.MIGRATE_DATABASE_URL as string | undefined,
      pagesDatabaseUrl: values.PAGES_DATABASE_URL as string | undefined,
      sessionSecret: values.SESSION_SECRET as string | undefined,
      dataKey: values.DATA_KEY as Buffer | undefined,
      logLevel: values.LOG_LEVEL as string,
      demo,
      districtsDir: values.DISTRICTS as string | undefined,
    },
  };
}

/** The faults as lines for people, Chinese and English beside each other. */
export const faultLines = (faults: readonly SettingFault[]): string[] => [
  '设置有误，未启动 / settings are wrong, not started:',
  ...faults.map((fault) => `  ${fault.name}：${fault.zh} / ${fault.en}`),
];

const DEMO_IS_LOCAL: Text = {
  zh: '演示账号的密码是公开的，只能在本机地址上使用。请设 DEMO=off 并用 fengqiao admin create 建立账号，或去掉 HOST',
  en: 'demo accounts have public passwords and run on the local address only. Set DEMO=off and make an account with fengqiao admin create, or leave HOST out',
};
const REQUIRED: Text = {
  zh: '连接外部数据库且不是演示时必须设置',
  en: 'is required with an outside database and no demo',
};
const COMPANION: Text = {
  zh: '只能与 DATABASE_URL 一起设置',
  en: 'goes only with DATABASE_URL',
};
