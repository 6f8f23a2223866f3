/** Accounts: sign-in with lockout per account (never per address: an office shares one), administration by the CLI. */
import { randomUUID } from 'node:crypto';
import type { Clock } from '@fengqiao/core';
import type { Database } from './database-port.ts';
import type { ScryptCost } from './password.ts';
import { COST, checkPassword, hashPassword } from './password.ts';

export interface Account {
  id: string;
  login: string;
  district: string;
  person: string;
  /** Raised to end every session of the account at once. */
  version: number;
  demo: boolean;
}
export interface NewAccount {
  login: string;
  district: string;
  person: string;
  password: string;
}
export interface DemoLogin {
  login: string;
  district: string;
  person: string;
}
export interface Accounts {
  /** The account, or undefined for any failure: wrong name, wrong password, locked, disabled. They are not told apart. */
  signIn(login: string, password: string): Promise<Account | undefined>;
  byId(id: string): Promise<Account | undefined>;
  /** @throws AccountTaken when the login is in use */
  create(account: NewAccount): Promise<Account>;
  /** Makes demo accounts that are missing, all with one public password; others of the same login are left alone. */
  createDemo(accounts: readonly DemoLogin[], password: string): Promise<void>;
  anyDemo(): Promise<boolean>;
  setPassword(id: string, password: string): Promise<void>;
  /** Ends every session of the account. */
  revoke(id: string): Promise<void>;
}
export class AccountTaken extends Error {
  readonly code = 'ACCOUNT_TAKEN';
}

/** Failures in a row before the first lock; each further one doubles it. */
export const FREE_TRIES = 5;
const FIRST_LOCK = 60_000;
const LONGEST_LOCK = 15 * 60_000;
export const lockFor = (failures: number): number =>
  failures < FREE_TRIES ? 0 : Math.min(LONGEST_LOCK, FIRST_LOCK * 2 ** (failures - FREE_TRIES));

interface Row extends Account {
  hash: string;
  failures: number;
  locked_until: Date | null;
  disabled_at: Date | null;
}
const FIELDS = 'id, login, district, person, version, demo';
const plain = ({ id, login, district, person, version, demo }: Row): Account => ({
  id,
  login,
  district,
  person,
  version,
  demo,
});
export const sameLogin = (login: string): string => login.normalize('NFKC').trim().toLowerCase();

export function createAccounts(database: Database, clock: Clock, cost: ScryptCost = COST): Accounts {
  /** Checked when there is no account, so that a wrong name takes as long as a wrong password. */
  let nobody: Promise<string> | undefined;
  const accounts: Accounts = {
    async signIn(login, password) {
      const found = await database.query<Row>('select * from account where login = $1', [sameLogin(login)]);
      const row = found.rows[0];
      nobody ??= hashPassword(randomUUID(), cost);
      const right = await checkPassword(password.slice(0, 1000), row?.hash ?? (await nobody));
      if (!row || row.disabled_at) return undefined;
      const now = Date.parse(clock.now());
      if (row.locked_until && row.locked_until.getTime() > now) return undefined;
      if (!right) {
        const counted = await database.query<{ failures: number }>(
          'update account set failures = failures + 1 where id = $1 returning failures',
          [row.id],
        );
        const lock = lockFor(counted.rows[0]?.failures ?? 0);
        if (lock)
          await database.query('update account set locked_until = $2 where id = $1', [row.id, instant(now + lock)]);
        return undefined;
      }
      if (row.failures)
        await database.query('update account set failures = 0, locked_until = null where id = $1', [row.id]);
      return plain(row);
    },
    async byId(id) {
      const found = await database.query<Row>(`select ${FIELDS} from account where id = $1 and disabled_at is null`, [
        id,
      ]);
      return found.rows[0] && plain(found.rows[0]);
    },
    async create({ login, district, person, password }) {
      const made = await database.query<Row>(
        `insert into account (id, login, district, person, hash, created_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (login) do nothing returning ${FIELDS}`,
        [randomUUID(), sameLogin(login), district, person, await hashPassword(password, cost), clock.now()],
      );
      if (!made.rows[0]) throw new AccountTaken('the login is in use');
      return plain(made.rows[0]);
    },
    async createDemo(accounts, password) {
      const logins = accounts.map(({ login }) => sameLogin(login));
      const known = await database.query<{ login: string }>('select login from account where login = any($1)', [
        logins,
      ]);
      const missing = accounts.filter(({ login }) => !known.rows.some((row) => row.login === sameLogin(login)));
      if (!missing.length) return;
      // One hash for all: the password is public, and hashing it anew for each would hold up the first start.
      const hash = await hashPassword(password, cost);
      for (const { login, district, person } of missing)
        await database.query(
          `insert into account (id, login, district, person, hash, demo, created_at) values ($1, $2, $3, $4, $5, true, $6)
           on conflict (login) do nothing`,
          [randomUUID(), sameLogin(login), district, person, hash, clock.now()],
        );
    },
    async anyDemo() {
      return (await database.query('select 1 from account where demo and disabled_at is null limit 1')).rows.length > 0;
    },
    async setPassword(id, password) {
      const hash = await hashPassword(password, cost);
      await database.query(
        'update account set hash = $2, version = version + 1, failures = 0, locked_until = null where id = $1',
        [id, hash],
      );
    },
    async revoke(id) {
      await database.query('update account set version = version + 1 where id = $1', [id]);
    },
  };
  return accounts;
}

const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();
