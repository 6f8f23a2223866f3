/** SQLSTATE codes that are told apart, by name. */
export const SQL_STATE = {
  UNIQUE_VIOLATION: '23505',
  DEADLOCK: '40P01',
  SERIALIZATION: '40001',
  LOCK_NOT_AVAILABLE: '55P03',
  QUERY_CANCELED: '57014',
  ADMIN_SHUTDOWN: '57P01',
  CRASH_SHUTDOWN: '57P02',
  CANNOT_CONNECT_NOW: '57P03',
  TOO_MANY_CONNECTIONS: '53300',
  UNDEFINED_TABLE: '42P01',
  /** Ours: `lost_race()`, see the first migration. */
  LOST_RACE: 'FQ001',
} as const;

const codeOf = (error: unknown): string | undefined => {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
};

/** The statement did nothing and may do well a moment later. */
export function transient(error: unknown): boolean {
  const again: readonly string[] = [
    SQL_STATE.DEADLOCK,
    SQL_STATE.SERIALIZATION,
    SQL_STATE.LOCK_NOT_AVAILABLE,
    SQL_STATE.LOST_RACE,
    SQL_STATE.UNIQUE_VIOLATION,
  ];
  return again.includes(codeOf(error) ?? '');
}

/**
 * The connection went away while a statement ran, so it is not known whether it took effect. An error that PostgreSQL
 * itself sent with a SQLSTATE outside these classes means that it did not.
 */
export function outcomeUnknown(error: unknown): boolean {
  const code = codeOf(error);
  // Node's own codes (ECONNRESET, EPIPE) and pg's plain "Connection terminated" have no SQLSTATE
  if (code === undefined || !/^[0-9A-Z]{5}$/.test(code) || /^E[A-Z]{4}$/.test(code)) return true;
  const ended: readonly string[] = [SQL_STATE.ADMIN_SHUTDOWN, SQL_STATE.CRASH_SHUTDOWN, SQL_STATE.CANNOT_CONNECT_NOW];
  return code.startsWith('08') || ended.includes(code);
}
