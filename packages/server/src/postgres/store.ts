/** The store port on PostgreSQL. */
import {
  type Answer,
  type Entry,
  type Json,
  type KeptAnswer,
  type Linked,
  linkToken,
  type Refusal,
  type Store,
  type Subject,
} from '@fengqiao/core';
import type pg from 'pg';
import { createCommitter } from './commit/committer.ts';
import { claimDue, instantOf, nextDue, settleDue } from './due.ts';
import { createVault, type KeyFor, readPersonal } from './personal.ts';
import { createPool } from './pool.ts';
import { plainToken } from './search-tokens.ts';

export interface PostgresStoreOptions {
  /** The engine's login. */
  engine: pg.PoolConfig;
  /** Key of a district, at least 32 bytes, for its personal values and search tokens. */
  keyFor: KeyFor;
  /** Commits in one statement, 64 by default. */
  maxBatch?: number;
  /** Statements of commits under way at once, 2 by default. */
  inFlight?: number;
  /** Connections, 8 by default. */
  connections?: number;
  /** How long to find out about a commit whose connection broke, milliseconds; 30 s by default. */
  unknownFor?: number;
}

export interface PostgresStore extends Store {
  /** Personal values by reference; unknown and erased ones are absent. */
  personal(district: string, refs: string[]): Promise<Map<string, string>>;
  /** Number of the reference data of a district that every commit must name; 0 before the first. */
  reference(district: string): Promise<number>;
  /** Sets it; steps that were decided on an older one are decided again. */
  setReference(district: string, number: number): Promise<void>;
  /** Subjects of the district that name this one (design §9, reactions along links). */
  linkedTo(district: string, subject: string): Promise<Linked[]>;
  /** Forgets refusals that held until before `now`. Returns how many. */
  tidy(now: string): Promise<number>;
  /** The engine's connections, for the tables of the host. */
  pool: pg.Pool;
}

const STATEMENT_TIMEOUT = 30_000;

export function createPostgresStore(options: PostgresStoreOptions): PostgresStore {
  const vault = createVault(options.keyFor);
  const pool = createPool(options.engine, {
    max: options.connections ?? 8,
    name: 'fengqiao engine',
    statementTimeout: STATEMENT_TIMEOUT,
    // the statement of commits is large: planned once a connection, and by its keys also while the tables are still small
    settings: { plan_cache_mode: 'force_generic_plan', enable_seqscan: 'off', enable_mergejoin: 'off' },
  });
  const committer = createCommitter({
    pool,
    vault,
    maxBatch: options.maxBatch ?? 64,
    inFlight: options.inFlight ?? 2,
    unknownFor: options.unknownFor ?? 30_000,
  });
  const rows = async <Row extends pg.QueryResultRow>(name: string, text: string, values: unknown[]): Promise<Row[]> =>
    (await pool.query<Row>({ name, text, values })).rows;

  const answers = async (district: string, eventIds: readonly string[]): Promise<KeptAnswer[]> => {
    const text = `select event_id, payload_hash, actor, body, refusal, ${instantOf('until')} as until
      from answer where district = $1 and event_id = any($2)`;
    return (await rows<AnswerRow>('answers', text, [district, [...eventIds]])).map((row) => {
      const answer: Answer = { eventId: row.event_id, payloadHash: row.payload_hash, actor: row.actor, body: row.body };
      return row.refusal ? { ...answer, refusal: row.refusal, until: row.until ?? '' } : answer;
    });
  };

  return {
    pool,
    commit: committer.commit,
    async load(district, ids) {
      const text = 'select id, snapshot from subject where district = $1 and id = any($2)';
      const found = await rows<{ id: string; snapshot: Subject }>('load', text, [district, [...ids]]);
      const snapshots = new Map(found.map((row) => [row.id, row.snapshot]));
      return ids.flatMap((id) => snapshots.get(id) ?? []);
    },
    answer: async (district, eventId) => (await answers(district, [eventId]))[0],
    answers,
    async remember({ district, eventId, payloadHash, actor, body, refusal, until }) {
      // an acceptance is never replaced, a refusal only by one that holds longer
      const text = `insert into answer as y (district, event_id, kind, subject, payload_hash, actor, body, refusal, until)
        values ($1, $2, '', '', $3, $4, $5, $6, $7) on conflict (district, event_id) do update
        set payload_hash = excluded.payload_hash, actor = excluded.actor, body = excluded.body, refusal = excluded.refusal, until = excluded.until
        where y.refusal is not null and y.until < excluded.until`;
      await rows('remember', text, [
        district,
        eventId,
        payloadHash,
        actor,
        JSON.stringify(body),
        JSON.stringify(refusal),
        until,
      ]);
    },
    claim: (now, n, lease) => claimDue(pool, now, n, lease),
    settle: (work, result) => settleDue(pool, work, result),
    nextDue: () => nextDue(pool),
    async entries(district, subject, afterSeq = 0) {
      const text = 'select entry, bytes from entry where district = $1 and subject = $2 and seq > $3 order by seq';
      return rows<{ entry: Entry; bytes: string }>('entries', text, [district, subject, afterSeq]);
    },
    async putDefinition({ shape, conduct, kind, body, at }) {
      const text = `insert into definition (conduct, shape, kind, body, stored_at) values ($1, $2, $3, $4, $5) on conflict do nothing`;
      await rows('put-definition', text, [conduct, shape, kind, JSON.stringify(body), at]);
    },
    async definition(conduct) {
      const [row] = await rows<{ body: Json }>('definition', 'select body from definition where conduct = $1', [
        conduct,
      ]);
      return row?.body;
    },
    personal: (district, refs) => readPersonal((text, values) => pool.query(text, values), vault, district, refs),
    async reference(district) {
      const [row] = await rows<{ number: number }>('reference', 'select number from reference where district = $1', [
        district,
      ]);
      return row?.number ?? 0;
    },
    async setReference(district, number) {
      const text = `insert into reference (district, number) values ($1, $2) on conflict (district) do update set number = excluded.number`;
      await rows('set-reference', text, [district, number]);
    },
    async linkedTo(district, subject) {
      const text = 'select distinct subject, kind from term_index where district = $1 and token = $2 order by subject';
      return rows<Linked & pg.QueryResultRow>('linked-to', text, [district, plainToken(linkToken(subject))]);
    },
    async tidy(now) {
      const { rowCount } = await pool.query('delete from answer where until < $1', [now]);
      return rowCount ?? 0;
    },
    close: () => pool.end(),
  };
}

interface AnswerRow {
  event_id: string;
  payload_hash: string;
  actor: string;
  body: Answer['body'];
  refusal: Refusal | null;
  until: string | null;
}
