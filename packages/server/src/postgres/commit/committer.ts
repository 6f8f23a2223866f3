/**
 * Sends batches: halves one that fails, tries again what lost a race, and finds out what became of one whose connection
 * broke. A commit is reported as failed only when it failed alone.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, type Commit, type CommitResult, commitFault } from '@fengqiao/core';
import type pg from 'pg';
import type { Vault } from '../personal.ts';
import { outcomeUnknown, transient } from '../sql-states.ts';
import { columnsOf, rowsOf } from './columns.ts';
import { groups } from './groups.ts';
import { lanes } from './lanes.ts';
import { commitStatement, OPTIONAL, takes, type VerdictRow } from './statement.ts';

export interface CommitterOptions {
  pool: pg.Pool;
  vault: Vault;
  /** Commits in one statement. */
  maxBatch: number;
  /** Statements under way at once. */
  inFlight: number;
  /** How long to ask after a commit whose connection broke, milliseconds. */
  unknownFor: number;
}

/** It could not be found out in time whether the commit took effect. */
export class OutcomeUnknown extends Error {
  readonly code = 'UNAVAILABLE_UNKNOWN';
}
/** The commit was not sent: there was no connection. */
export class StoreUnavailable extends Error {
  readonly code = 'UNAVAILABLE';
}

/** The commit could not be made ready; nothing was sent. */
class Unready extends Error {
  readonly reason: unknown;
  constructor(reason: unknown) {
    super('not sent');
    this.reason = reason;
  }
}

/** Times that a commit is tried alone before it is given up. */
const TRIES = 3;

const answerOf = (row: VerdictRow): Answer => ({
  eventId: row.event_id ?? '',
  payloadHash: row.payload_hash ?? '',
  actor: row.actor ?? '',
  body: row.body ?? {},
});

function resultOf(row: VerdictRow, commit: Commit): CommitResult {
  switch (row.verdict) {
    case 'go':
      return { ok: 'accepted', seq: commit.snapshot.seq };
    case 'duplicate':
      return { ok: 'duplicate', answer: answerOf(row) };
    case 'conflict':
      return { ok: 'conflict', head: row.head };
    case 'taken':
      return { ok: 'taken', rule: row.rule ?? '', key: row.key ?? '' };
    case 'stale-reference':
      return { ok: 'stale-reference', number: row.reference };
  }
}

const failed = (error: unknown): CommitResult => ({
  ok: 'failed',
  error: error instanceof Error ? error : new Error(String(error)),
});

/** What fails here is ours, and must not be taken for a broken connection. */
function ready<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw new Unready(error);
  }
}

/** Runs the statement on one connection. */
async function statement(client: pg.ClientBase, vault: Vault, commits: readonly Commit[]): Promise<CommitResult[]> {
  const query = ready(() => {
    const given = rowsOf(commits, vault);
    const present = new Set(OPTIONAL.filter((source) => given[source].length > 0));
    return { ...commitStatement(present), values: columnsOf(given, (source) => takes(present, source)) };
  });
  const { rows } = await client.query<VerdictRow>(query);
  return commits.map((commit, n) => resultOf(rows[n]!, commit));
}

/** Takes the next number of the series, builds the commit with it, and gives the number back where that is refused. */
async function numbered(client: pg.ClientBase, vault: Vault, commit: Commit): Promise<CommitResult> {
  await client.query('begin');
  let accepted = false;
  try {
    const taken = `insert into counter as c (district, series, value) values ($1, $2, 1)
      on conflict (district, series) do update set value = c.value + 1 returning value`;
    const { rows } = await client.query<{ value: number }>({
      name: 'number',
      text: taken,
      values: [commit.district, commit.number!.series],
    });
    const built = ready(() => commit.number!.build(rows[0]!.value));
    const fault = commitFault(built);
    if (fault) return failed(fault);
    const [result] = await statement(client, vault, [built]);
    accepted = result!.ok === 'accepted';
    if (accepted) await client.query('commit');
    return result!;
  } finally {
    if (!accepted) await client.query('rollback').catch(() => {});
  }
}

export function createCommitter({ pool, vault, maxBatch, inFlight, unknownFor }: CommitterOptions) {
  const lane = lanes(inFlight);

  /** One batch on one connection; a connection that broke is not used again. */
  async function send(commits: readonly Commit[]): Promise<CommitResult[]> {
    let client: pg.PoolClient;
    try {
      client = await pool.connect();
    } catch (error) {
      throw new StoreUnavailable((error as Error).message);
    }
    let broken: Error | undefined;
    const onError = (error: Error) => {
      broken = error;
    };
    client.on('error', onError);
    try {
      const [only] = commits;
      return only?.number ? [await numbered(client, vault, only)] : await statement(client, vault, commits);
    } catch (error) {
      if (!(error instanceof Unready) && outcomeUnknown(error)) broken ??= error as Error;
      throw error;
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  }

  /** Did exactly this commit take effect? Its last entry says so by its hash, which no other decision has. */
  async function tookEffect(commit: Commit): Promise<boolean> {
    const last = commit.entries.at(-1)!;
    const { rowCount } = await pool.query(
      'select from entry where district = $1 and subject = $2 and seq = $3 and hash = $4',
      [commit.district, commit.subject, last.seq, last.hash],
    );
    return rowCount === 1;
  }

  /**
   * Sends a commit again whose first sending has an unknown end. That is safe: it may still be running, then the row lock makes
   * us wait for it; and where it took effect the answer is found, or the head has moved.
   */
  async function findOut(commit: Commit): Promise<CommitResult> {
    let left = unknownFor;
    for (let wait = 20; ; wait = Math.min(wait * 2, 1_000)) {
      try {
        // a numbered commit has another hash with another number: its event id tells
        const [result] = await send([commit]);
        if (result!.ok === 'accepted' || result!.ok === 'failed') return result!;
        if (!commit.number && (await tookEffect(commit))) return { ok: 'accepted', seq: commit.snapshot.seq };
        return result!;
      } catch (error) {
        if (error instanceof Unready) return failed(error.reason);
        if (!(error instanceof StoreUnavailable || outcomeUnknown(error) || transient(error))) return failed(error);
        if (left <= 0) return failed(new OutcomeUnknown((error as Error).message));
      }
      await pause(wait);
      left -= wait;
    }
  }

  async function deliver(commits: readonly Commit[], tries = TRIES): Promise<CommitResult[]> {
    try {
      return await lane(() => send(commits));
    } catch (error) {
      if (error instanceof StoreUnavailable) return commits.map(() => failed(error));
      if (!(error instanceof Unready) && outcomeUnknown(error)) {
        const results: CommitResult[] = [];
        for (const commit of commits) results.push(await lane(() => findOut(commit)));
        return results;
      }
      if (commits.length > 1) {
        const half = Math.ceil(commits.length / 2);
        return [...(await deliver(commits.slice(0, half))), ...(await deliver(commits.slice(half)))];
      }
      if (tries > 1 && transient(error)) return deliver(commits, tries - 1);
      return [failed(error instanceof Unready ? error.reason : error)];
    }
  }

  return {
    /** Each commit is accepted or refused on its own, in the order given. Acknowledged ones are durable. */
    async commit(commits: readonly Commit[]): Promise<CommitResult[]> {
      const faults = commits.map(commitFault);
      const results: CommitResult[] = faults.map((fault) => failed(fault ?? new Error('not sent')));
      const sound = faults.flatMap((fault, place) => (fault ? [] : [place]));
      for (const batch of groups(
        sound.map((place) => commits[place]!),
        maxBatch,
      )) {
        const places = batch.map((n) => sound[n]!);
        const answers = await deliver(places.map((place) => commits[place]!));
        places.forEach((place, n) => {
          results[place] = answers[n]!;
        });
      }
      return results;
    },
  };
}
