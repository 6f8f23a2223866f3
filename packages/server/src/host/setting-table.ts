/** The table of settings: name, default, meaning, and how the text of it is read. */
import { resolve } from 'node:path';
import type { Text } from '@fengqiao/core';

export type Parsed = { ok: true; value: unknown } | { ok: false; fault: Text };
export interface SettingDef extends Text {
  name: string;
  fallback?: string;
  /** What the README prints as default where there is none in the table. */
  otherwise?: Text;
  parse(raw: string): Parsed;
}

const good = (value: unknown): Parsed => ({ ok: true, value });
const bad = (zh: string, en: string): Parsed => ({ ok: false, fault: { zh, en } });

const port = (raw: string): Parsed =>
  /^\d{1,5}$/.test(raw) && Number(raw) <= 65_535
    ? good(Number(raw))
    : bad('应为 0 至 65535 的整数（0 表示任选空闲端口）', 'must be a whole number from 0 to 65535 (0: any free port)');

const host = (raw: string): Parsed =>
  /^[A-Za-z0-9.:_-]{1,253}$/.test(raw)
    ? good(raw)
    : bad('应为主机名或 IP 地址', 'must be a host name or an IP address');

/** Connection strings are never repeated in a message: they may hold a password. */
const postgresUrl = (raw: string): Parsed => {
  try {
    const url = new URL(raw);
    if (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:')
      return bad('应以 postgres:// 开头', 'must begin with postgres://');
    if (!url.hostname && !url.searchParams.get('host')) return bad('缺少主机名', 'names no host');
    return good(raw);
  } catch {
    return bad('不是有效的连接串', 'is not a connection string');
  }
};

const secret = (raw: string): Parsed =>
  raw.length >= 32 ? good(raw) : bad('至少 32 个字符', 'needs 32 characters or more');

const key = (raw: string): Parsed => {
  const bytes = Buffer.from(raw, 'base64');
  return bytes.length === 32 && /^[A-Za-z0-9+/]{43}=?$/.test(raw)
    ? good(bytes)
    : bad(
        '应为 32 字节的 Base64（例如 openssl rand -base64 32）',
        'must be 32 bytes in base64 (for instance openssl rand -base64 32)',
      );
};

const LEVELS = ['error', 'warn', 'info', 'debug'];
const level = (raw: string): Parsed =>
  LEVELS.includes(raw) ? good(raw) : bad(`应为 ${LEVELS.join('、')} 之一`, `must be one of ${LEVELS.join(', ')}`);

const ON = ['on', '1', 'true', 'yes'];
const OFF = ['off', '0', 'false', 'no'];
const onOff = (raw: string): Parsed =>
  ON.includes(raw.toLowerCase())
    ? good(true)
    : OFF.includes(raw.toLowerCase())
      ? good(false)
      : bad('应为 on 或 off', 'must be on or off');

const folder = (raw: string): Parsed =>
  raw.includes('\0') ? bad('不是有效的路径', 'is not a path') : good(resolve(raw));

export const isLoopback = (name: string): boolean =>
  name === 'localhost' || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name);

export const settingTable: readonly SettingDef[] = [
  {
    name: 'PORT',
    fallback: '3000',
    zh: '网页端口；默认端口被占用时改用下一个空闲端口',
    en: 'port of the web pages; when the default is busy the next free one is taken',
    parse: port,
  },
  { name: 'HOST', fallback: '127.0.0.1', zh: '监听地址', en: 'address to listen on', parse: host },
  {
    name: 'DATA_DIR',
    fallback: './.data',
    zh: '数据目录（自带数据库、密钥、备份）',
    en: 'folder for the data (own database, keys, backups)',
    parse: folder,
  },
  {
    name: 'DATABASE_URL',
    otherwise: { zh: '自带 PostgreSQL 18', en: 'own PostgreSQL 18' },
    zh: '引擎使用的外部 PostgreSQL（15 及以上）',
    en: 'an outside PostgreSQL (15 or newer) for the engine',
    parse: postgresUrl,
  },
  {
    name: 'MIGRATE_DATABASE_URL',
    otherwise: { zh: '同 DATABASE_URL', en: 'as DATABASE_URL' },
    zh: '升级表结构时使用的登录',
    en: 'the login that changes the tables',
    parse: postgresUrl,
  },
  {
    name: 'PAGES_DATABASE_URL',
    otherwise: { zh: '同 DATABASE_URL', en: 'as DATABASE_URL' },
    zh: '页面只读查询使用的登录',
    en: 'the login of the pages, read only',
    parse: postgresUrl,
  },
  {
    name: 'SESSION_SECRET',
    otherwise: { zh: '自动生成，存于数据目录', en: 'made once, kept in the data folder' },
    zh: '会话密钥，32 个字符以上',
    en: 'secret of sessions, 32 characters or more',
    parse: secret,
  },
  {
    name: 'DATA_KEY',
    otherwise: { zh: '自动生成，存于数据目录', en: 'made once, kept in the data folder' },
    zh: '个人信息加密密钥，32 字节 Base64',
    en: 'key of personal values, 32 bytes in base64',
    parse: key,
  },
  {
    name: 'LOG_LEVEL',
    fallback: 'info',
    zh: '日志级别：error、warn、info、debug',
    en: 'log level: error, warn, info, debug',
    parse: level,
  },
  {
    name: 'DEMO',
    otherwise: { zh: '自带数据库时 on', en: 'on with the own database' },
    zh: '演示账号和演示事项：on、off',
    en: 'demo accounts and demo cases: on, off',
    parse: onOff,
  },
  {
    name: 'DISTRICTS',
    otherwise: { zh: '随附的两个示例辖区', en: 'the two districts that come with it' },
    zh: '辖区文件所在目录',
    en: 'folder with the district files',
    parse: folder,
  },
];
