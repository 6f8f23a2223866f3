/** Due work: terms, reactions and messages in one table, claimed with SKIP LOCKED (design §9). */
import type { Claimed } from '@fengqiao/core';
import type pg from 'pg';

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`;

/** An instant as the engine writes it: UTC, six digits of fraction. */
export const instantOf = (column: string): string => `to_char(${column} at time zone 'UTC', ${INSTANT})`;

interface Row {
  district: string;
  kind: string;
  subject: string;
  key: string;
  due_at: string;
  token: number;
  attempts: number;
  what: Claimed['what'];
}

/** Work that is ready by `now`, leased for `lease` milliseconds, oldest first. */
export async function claimDue(pool: pg.Pool, now: string, n: number, lease: number): Promise<Claimed[]> {
  const text = `with chosen as materialized (
      select district, subject, key from due where not parked and ready_at <= $1::timestamptz
      order by ready_at limit $2 for update skip locked)
    update due d set lease_until = $1::timestamptz + $3::float8 * interval '1 ms', ready_at = $1::timestamptz + $3::float8 * interval '1 ms',
      attempts = attempts + 1
    from chosen c where d.district = c.district and d.subject = c.subject and d.key = c.key
    returning d.district, d.kind, d.subject, d.key, ${instantOf('d.due_at')} as due_at, d.token, d.attempts, d.what`;
  const { rows } = await pool.query<Row>({ name: 'claim', text, values: [now, n, lease] });
  return rows
    .map(({ due_at, ...row }) => ({ ...row, dueAt: due_at }))
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
}

/** Takes work away that is done, or puts it back; work that was replaced meanwhile is left alone. */
export async function settleDue(
  pool: pg.Pool,
  work: Claimed,
  result: { done: true } | { retryAt: string; error: string; park: boolean },
): Promise<void> {
  const key = [work.district, work.subject, work.key, work.token];
  if ('done' in result) {
    await pool.query({
      name: 'done',
      text: 'delete from due where district = $1 and subject = $2 and key = $3 and token = $4',
      values: key,
    });
    return;
  }
  // a worker whose lease ran out does not disturb the one that has the work now
  const text = `update due set ready_at = $6, lease_until = null, error = left($7, 2000), parked = $8
    where district = $1 and subject = $2 and key = $3 and token = $4 and attempts = $5`;
  await pool.query({ name: 'again', text, values: [...key, work.attempts, result.retryAt, result.error, result.park] });
}

/** When the next work is ready, if any waits. */
export async function nextDue(pool: pg.Pool): Promise<string | undefined> {
  const text = `select ${instantOf('min(ready_at)')} as at from due where not parked`;
  const { rows } = await pool.query<{ at: string | null }>({ name: 'next-due', text });
  return rows[0]?.at ?? undefined;
}
