/**
 * The loop that does due work (design §9): terms that run out, reminders, reactions. Woken by commits and by the nearest
 * due time, at the latest every second; any number of hosts may run it over one database.
 */
import type { Claimed, Clock, Engine, Store, Submission, Submitted } from '@fengqiao/core';
import { createTracker } from './tracker.ts';

export interface RunnerOptions {
  store: Store;
  engine: Pick<Engine, 'fire' | 'submit'>;
  /** Nothing fires while `steady` says no. */
  clock: Clock & { steady?(): boolean };
  /** Told of work that was parked or put off: codes and keys, nothing personal. */
  log(line: RunnerLine): void;
  limits?: Partial<RunnerLimits>;
}
export interface RunnerLimits {
  /** Pieces of work claimed at once. */
  claims: number;
  /** Milliseconds that a claim holds. */
  lease: number;
  /** Longest sleep, milliseconds. */
  poll: number;
  /** Failures after which work is parked. */
  attempts: number;
  /** How long an answer waits for its own reactions, milliseconds. */
  patience: number;
}
export const RUNNER_LIMITS: RunnerLimits = { claims: 32, lease: 30_000, poll: 1_000, attempts: 8, patience: 300 };

export interface RunnerLine {
  event: 'parked' | 'put-off' | 'unreachable';
  district?: string;
  subject?: string;
  key?: string;
  attempts?: number;
  error: string;
}

export interface Runner {
  start(): void;
  /** Resolves when what was begun is done. */
  stop(): Promise<void>;
  /** Looks now: something may be due. */
  wake(): void;
  /** For `committed` of the engine. */
  committed(done: { district: string; subject: string; due: readonly string[] }): void;
  /** Submits, and waits a moment for the reactions of the event, so that the next page shows them. */
  submit(submission: Submission): Promise<Submitted>;
  /** Does all that is due now and what follows from it; the number of pieces. For tests, training and the command line. */
  drain(): Promise<number>;
}

export function createRunner(options: RunnerOptions): Runner {
  const { store, engine, clock, log } = options;
  const limits = { ...RUNNER_LIMITS, ...options.limits };
  const tracker = createTracker();
  let running = false;
  let loop: Promise<void> | undefined;
  let ring: (() => void) | undefined;
  let rung = false;

  /** Work of one subject in its order, subjects beside each other. */
  async function round(): Promise<number> {
    if (clock.steady?.() === false) return 0;
    const claimed = await store.claim(clock.now(), limits.claims, limits.lease);
    const bySubject = new Map<string, Claimed[]>();
    for (const work of claimed) {
      const key = `${work.district}\n${work.subject}`;
      bySubject.set(key, [...(bySubject.get(key) ?? []), work]);
    }
    await Promise.all(
      [...bySubject.values()].map(async (list) => {
        for (const work of list) await one(work);
      }),
    );
    return claimed.length;
  }

  async function one(work: Claimed): Promise<void> {
    const { district, subject, key, attempts } = work;
    let error: string;
    let park = false;
    try {
      const fired = await engine.fire(work);
      if (fired.done) {
        await store.settle(work, { done: true });
        return tracker.settled(district, subject, key);
      }
      ({ error, park } = fired);
    } catch (thrown) {
      // The message of an unknown error may hold anything: only its code and name are told.
      error = codeOf(thrown);
    }
    park ||= attempts >= limits.attempts;
    log({ event: park ? 'parked' : 'put-off', district, subject, key, attempts, error });
    await store.settle(work, { retryAt: later(clock.now(), attempts), error, park });
    tracker.settled(district, subject, key);
  }

  /** Milliseconds until something is due, at most `poll`. */
  async function pause(): Promise<number> {
    const next = await store.nextDue();
    const wait = next === undefined ? limits.poll : Date.parse(next) - Date.parse(clock.now());
    return Math.max(1, Math.min(limits.poll, wait));
  }

  async function run(): Promise<void> {
    while (running) {
      let wait = limits.poll;
      try {
        rung = false;
        if ((await round()) >= limits.claims) continue;
        wait = clock.steady?.() === false ? limits.poll : await pause();
      } catch (error) {
        log({ event: 'unreachable', error: codeOf(error) });
      }
      if (rung || !running) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, wait);
        ring = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      ring = undefined;
    }
  }

  const wake = () => {
    rung = true;
    ring?.();
  };

  return {
    start() {
      if (running) return;
      running = true;
      loop = run();
    },
    async stop() {
      running = false;
      wake();
      await loop;
    },
    wake,
    committed({ district, subject, due }) {
      tracker.expect(
        district,
        subject,
        due.filter((key) => key.startsWith('reaction:')),
      );
      if (due.length) wake();
    },
    async submit(submission) {
      const result = await engine.submit(submission);
      if (result.ok && running) await tracker.wait(submission.district, result.subject, limits.patience);
      return result;
    },
    async drain() {
      let total = 0;
      for (let done = await round(); done; done = await round()) total += done;
      return total;
    },
  };
}

function codeOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : typeof name === 'string' ? name : 'Error';
}

/** One second, two, four … at most an hour. */
const later = (now: string, attempts: number): string =>
  new Date(Date.parse(now) + Math.min(3_600_000, 1000 * 2 ** Math.min(attempts - 1, 12))).toISOString();
