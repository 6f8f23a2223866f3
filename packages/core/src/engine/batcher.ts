/**
 * Micro-batched group commit: while a statement is in flight, what arrives goes together into the next one. Submissions
 * of one subject stay in order and are never in two statements at once; one person cannot fill a statement.
 */
import type { Limits } from './runner-port.ts';

export interface Waiting {
  /** District and subject. */
  subject: string;
  actor: string;
  events: number;
  /** Nothing else of its subject goes into its statement. */
  alone: boolean;
}

export interface Batcher<T extends Waiting> {
  /** False where too many wait already. */
  add(item: T): boolean;
  /** Puts items back in front, in their order. */
  again(items: readonly T[]): void;
  waiting(): number;
  /** Resolves when nothing waits and nothing is in flight. */
  idle(): Promise<void>;
}

/** `process` resolves when the statement is answered; it never rejects. */
export function createBatcher<T extends Waiting>(limits: Limits, process: (batch: T[]) => Promise<void>): Batcher<T> {
  let queue: T[] = [];
  let flying = 0;
  const busy = new Set<string>();
  let idlers: (() => void)[] = [];

  function pick(): T[] {
    const batch: T[] = [];
    const rest: T[] = [];
    const perActor = new Map<string, number>();
    const closed = new Set<string>(busy);
    let events = 0;
    for (const item of queue) {
      const mine = perActor.get(item.actor) ?? 0;
      const full = batch.length > 0 && events + item.events > limits.batch;
      const crowded = item.alone && batch.some((other) => other.subject === item.subject);
      if (full || crowded || closed.has(item.subject) || mine >= limits.perActor) {
        // What comes later on the same subject may not overtake it.
        closed.add(item.subject);
        rest.push(item);
        continue;
      }
      batch.push(item);
      events += item.events;
      perActor.set(item.actor, mine + 1);
      if (item.alone) closed.add(item.subject);
    }
    queue = rest;
    return batch;
  }

  function kick(): void {
    while (flying < limits.lanes && queue.length) {
      const batch = pick();
      if (!batch.length) return;
      flying += 1;
      const subjects = new Set(batch.map((item) => item.subject));
      for (const subject of subjects) busy.add(subject);
      void process(batch).then(() => {
        flying -= 1;
        for (const subject of subjects) busy.delete(subject);
        schedule();
        if (!flying && !queue.length) {
          for (const idler of idlers) idler();
          idlers = [];
        }
      });
    }
  }

  let scheduled = false;
  /** After the present turn of the event loop, so that what arrives in it goes together. */
  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      kick();
    });
  }

  return {
    add(item) {
      if (queue.length >= limits.waiting) return false;
      queue.push(item);
      schedule();
      return true;
    },
    again(items) {
      queue = [...items, ...queue];
      schedule();
    },
    waiting: () => queue.length,
    idle: () => (flying || queue.length ? new Promise<void>((resolve) => idlers.push(resolve)) : Promise.resolve()),
  };
}
