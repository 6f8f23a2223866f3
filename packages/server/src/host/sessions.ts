/** Sessions: a random token in a cookie, its keyed hash in PostgreSQL, read through a cache of five seconds. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '@fengqiao/core';
import type { Account } from './accounts.ts';
import type { Database } from './database-port.ts';

export interface Session {
  /** Keyed hash of the token: names the session, opens nothing. */
  id: string;
  account: Account;
  /** Post that was chosen last; absent: the first one held. */
  post?: string;
}
export interface Sessions {
  /** Begins a session and returns its token, which is stored nowhere. */
  begin(account: Account, post?: string): Promise<string>;
  find(token: string): Promise<Session | undefined>;
  choosePost(id: string, post: string): Promise<void>;
  end(id: string): Promise<void>;
  /** The token that every form of the session carries. */
  csrf(id: string): string;
  csrfMatches(id: string, given: string): boolean;
}

/** A session ends after two hours without a request and twelve hours after sign-in. */
export const IDLE = 2 * 3_600_000;
export const LONGEST = 12 * 3_600_000;
const CACHED = 5_000;
const SEEN_EVERY = 60_000;

interface Row {
  account: string;
  post: string | null;
  login: string;
  district: string;
  person: string;
  version: number;
  demo: boolean;
  seen_at: Date;
}
interface Kept {
  session: Session;
  readAt: number;
  seenAt: number;
}

export function createSessions(database: Database, clock: Clock, secret: string): Sessions {
  const keyed = (use: string, value: string) =>
    createHmac('sha256', secret).update(`${use}\0${value}`).digest('base64url');
  const cache = new Map<string, Kept>();
  const read = async (id: string, now: number): Promise<Kept | undefined> => {
    const found = await database.query<Row>(
      `select s.account, s.post, s.seen_at, a.login, a.district, a.person, a.version, a.demo
       from session s join account a on a.id = s.account and a.version = s.version and a.disabled_at is null
       where s.id = $1 and s.ends_at > $2 and s.seen_at > $3`,
      [id, instant(now), instant(now - IDLE)],
    );
    const row = found.rows[0];
    if (!row) return undefined;
    const account: Account = {
      id: row.account,
      login: row.login,
      district: row.district,
      person: row.person,
      version: row.version,
      demo: row.demo,
    };
    return {
      session: { id, account, ...(row.post ? { post: row.post } : {}) },
      readAt: now,
      seenAt: row.seen_at.getTime(),
    };
  };
  return {
    async begin(account, post) {
      const token = randomBytes(32).toString('base64url');
      const now = Date.parse(clock.now());
      await database.query(
        'insert into session (id, account, version, post, created_at, seen_at, ends_at) values ($1, $2, $3, $4, $5, $5, $6)',
        [keyed('session', token), account.id, account.version, post ?? null, instant(now), instant(now + LONGEST)],
      );
      await database.query('delete from session where account = $1 and (ends_at < $2 or seen_at < $3)', [
        account.id,
        instant(now),
        instant(now - IDLE),
      ]);
      return token;
    },
    async find(token) {
      if (!/^[A-Za-z0-9_-]{43}$/.test(token)) return undefined;
      const id = keyed('session', token);
      const now = Date.parse(clock.now());
      let kept = cache.get(id);
      if (!kept || Math.abs(now - kept.readAt) >= CACHED) {
        if (cache.size > 10_000) cache.clear();
        kept = await read(id, now);
        if (kept) cache.set(id, kept);
        else cache.delete(id);
      }
      if (!kept) return undefined;
      if (now - kept.seenAt >= SEEN_EVERY) {
        kept.seenAt = now;
        await database.query('update session set seen_at = $2 where id = $1', [id, instant(now)]);
      }
      return kept.session;
    },
    async choosePost(id, post) {
      await database.query('update session set post = $2 where id = $1', [id, post]);
      cache.delete(id);
    },
    async end(id) {
      await database.query('delete from session where id = $1', [id]);
      cache.delete(id);
    },
    csrf: (id) => keyed('csrf', id),
    csrfMatches(id, given) {
      const wanted = Buffer.from(keyed('csrf', id));
      const found = Buffer.from(given);
      return wanted.length === found.length && timingSafeEqual(wanted, found);
    },
  };
}

const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();
