/** Accounts, sessions, drafts and files on a real PostgreSQL. */
import { createHash } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccounts, FREE_TRIES, lockFor } from '../../packages/server/src/host/accounts.ts';
import { createDrafts } from '../../packages/server/src/host/drafts.ts';
import { createFiles, FILE_MAX } from '../../packages/server/src/host/files.ts';
import { createSeal } from '../../packages/server/src/host/seal.ts';
import { createSessions, IDLE } from '../../packages/server/src/host/sessions.ts';
import { freshDatabase } from '../support/postgres.ts';

const cost = { N: 1024, r: 8, p: 1 };
let pool: pg.Pool;
let time = Date.parse('2026-11-24T08:00:00Z');
const clock = { now: () => new Date(time).toISOString() };
const pass = (milliseconds: number) => {
  time += milliseconds;
};

beforeAll(async () => {
  pool = new pg.Pool({ ...(await freshDatabase()).engine, max: 3 });
});
afterAll(() => pool.end());

describe('accounts', () => {
  it('signs in with the right password only, and tells failures apart nowhere', async () => {
    const accounts = createAccounts(pool, clock, cost);
    const made = await accounts.create({ login: 'Wang', district: 'd', person: 'p1', password: 'a long password' });
    expect(await accounts.signIn(' wang ', 'a long password')).toEqual(made);
    expect(await accounts.signIn('wang', 'another password')).toBeUndefined();
    expect(await accounts.signIn('nobody', 'a long password')).toBeUndefined();
    await expect(
      accounts.create({ login: 'WANG', district: 'd', person: 'p2', password: 'a long password' }),
    ).rejects.toMatchObject({ code: 'ACCOUNT_TAKEN' });
    const { rows } = await pool.query('select hash from account where login = $1', ['wang']);
    expect(rows[0].hash).toMatch(/^scrypt\$1024\$8\$1\$/);
  });

  it('locks after failures in a row, also for the right password, and opens again by time', async () => {
    const accounts = createAccounts(pool, clock, cost);
    await accounts.create({ login: 'locked', district: 'd', person: 'p3', password: 'a long password' });
    for (let tries = 0; tries < FREE_TRIES; tries++) expect(await accounts.signIn('locked', 'wrong')).toBeUndefined();
    expect(await accounts.signIn('locked', 'a long password')).toBeUndefined();
    pass(lockFor(FREE_TRIES) + 1);
    expect(await accounts.signIn('locked', 'a long password')).toMatchObject({ person: 'p3' });
    expect(lockFor(FREE_TRIES + 1)).toBe(2 * lockFor(FREE_TRIES));
    expect(lockFor(100)).toBe(15 * 60_000);
  });
});

describe('sessions', () => {
  it('keeps no token, ends by idleness, by sign-out and by version', async () => {
    const accounts = createAccounts(pool, clock, cost);
    const sessions = createSessions(pool, clock, 'secret of the test');
    const account = await accounts.create({ login: 'li', district: 'd', person: 'p4', password: 'a long password' });
    const token = await sessions.begin(account);
    const kept = await pool.query('select id from session where account = $1', [account.id]);
    expect(kept.rows.map((row) => row.id)).not.toContain(token);
    const session = await sessions.find(token);
    expect(session?.account.person).toBe('p4');
    expect(sessions.csrfMatches(session!.id, sessions.csrf(session!.id))).toBe(true);
    expect(sessions.csrfMatches(session!.id, sessions.csrf('another'))).toBe(false);

    const other = createSessions(pool, clock, 'another secret');
    expect(await other.find(token)).toBeUndefined();

    await accounts.revoke(account.id);
    expect(await sessions.find(token)).toBeDefined(); // within the five seconds of the cache
    pass(5_001);
    expect(await sessions.find(token)).toBeUndefined();

    const again = await sessions.begin((await accounts.byId(account.id))!);
    pass(IDLE + 1);
    expect(await sessions.find(again)).toBeUndefined();

    const last = await sessions.begin((await accounts.byId(account.id))!);
    await sessions.end((await sessions.find(last))!.id);
    expect(await sessions.find(last)).toBeUndefined();
  });
});

describe('drafts', () => {
  it('are sealed, bound to their person and form, and leave out what belongs to the page', async () => {
    const key = Buffer.alloc(32, 1);
    const drafts = createDrafts(pool, clock, createSeal(key, 'draft'));
    await drafts.keep('d', 'p1', 'cases~new~X', [
      ['name', '王小明'],
      ['_csrf', 'token'],
    ]);
    expect(await drafts.find('d', 'p1', 'cases~new~X')).toMatchObject({ fields: [['name', '王小明']] });
    const { rows } = await pool.query<{ cipher: Buffer }>('select cipher from draft');
    expect(rows[0]!.cipher.toString('utf8')).not.toContain('王小明');
    await pool.query(`update draft set person = 'p2'`);
    expect(await drafts.find('d', 'p2', 'cases~new~X')).toBeUndefined();
    await drafts.drop('d', 'p2', 'cases~new~X');
    expect(await drafts.list('d', 'p2')).toEqual([]);
  });
});

describe('files', () => {
  it('are found by their hash within their district, once', async () => {
    const files = createFiles(pool, clock);
    const bytes = Buffer.from('%PDF-1.7 test');
    const stored = await files.put('d', bytes, 'a.PDF', 'p1');
    expect(stored).toEqual({
      sha256: createHash('sha256').update(bytes).digest('hex'),
      size: bytes.length,
      type: 'application/pdf',
    });
    expect(await files.put('d', bytes, 'b.pdf', 'p2')).toEqual(stored);
    expect((await files.get('d', stored.sha256))?.bytes.equals(bytes)).toBe(true);
    expect(await files.get('other', stored.sha256)).toBeUndefined();
  });

  it('are refused when too large, empty, or not what their name says', async () => {
    const files = createFiles(pool, clock);
    await expect(files.put('d', Buffer.alloc(FILE_MAX + 1), 'a.pdf', 'p')).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
    });
    await expect(files.put('d', Buffer.alloc(0), 'a.pdf', 'p')).rejects.toMatchObject({ code: 'FILE_EMPTY' });
    await expect(files.put('d', Buffer.from('<html>'), 'a.pdf', 'p')).rejects.toMatchObject({ code: 'FILE_TYPE' });
    await expect(files.put('d', Buffer.from('%PDF-1'), 'a.exe', 'p')).rejects.toMatchObject({ code: 'FILE_TYPE' });
  });
});
