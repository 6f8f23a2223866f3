import { type Claimed, createMemoryStore, type MemoryStore } from '@fengqiao/core';
import { describe, expect, it } from 'vitest';
import { createRunner, movedClock, type RunnerLine } from '../../packages/server/src/runner/index.ts';
import { benchOn, libraryDefinition, type TestStore } from '../engine/support.ts';

const START = '2026-03-02T01:00:00Z';
const until = async (test: () => boolean | Promise<boolean>) => {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await test()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('it did not come to pass');
};

function set(options: { steady?: () => boolean; fire?: (work: Claimed) => Promise<any> } = {}) {
  const store = createMemoryStore() as MemoryStore;
  const clock = movedClock(START);
  const lines: RunnerLine[] = [];
  let committed: (done: any) => void = () => {};
  const bench = benchOn(store as unknown as TestStore, {
    definitions: { loan: libraryDefinition() },
    parts: { clock, committed: (done) => committed(done) },
  });
  const runner = createRunner({
    store,
    engine: { submit: bench.engine.submit, fire: options.fire ?? bench.engine.fire },
    clock: { now: clock.now, steady: options.steady ?? (() => true) },
    log: (line) => lines.push(line),
    limits: { poll: 50, attempts: 3 },
  });
  committed = runner.committed;
  const stageOf = async (id: string) => (await store.load(bench.district.id, [id]))[0]!.state.stage;
  return { store, clock, lines, bench, runner, stageOf };
}

describe('the loop of due work', () => {
  it('fires a term when its last day is over and not before, within a second', async () => {
    const { clock, bench, runner, stageOf } = set();
    const id = await bench.open();
    await bench.send(id, bench.act('LEND'));
    runner.start();
    clock.moveTo('2026-03-16T15:59:59Z');
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(await stageOf(id)).toBe('lent.out');
    clock.moveTo('2026-03-16T16:00:00Z');
    await until(async () => (await stageOf(id)) === 'lent.overdue');
    await runner.stop();
  });

  it('is woken by a commit and lets the answer wait for its reactions', async () => {
    const { bench, runner, store } = set();
    const id = await bench.open();
    runner.start();
    const submission = { district: bench.district.id, kind: 'loan', subject: id, acts: [bench.act('LEND')] };
    expect(await runner.submit(submission)).toMatchObject({ ok: true });
    // The effects of the library are not of this engine and let go: nothing of them waits any more.
    expect(store.waiting().filter(({ key }) => key.startsWith('reaction:'))).toEqual([]);
    await runner.stop();
  });

  it('fires nothing while the clock is not to be trusted', async () => {
    let steady = false;
    const { clock, bench, runner, stageOf } = set({ steady: () => steady });
    const id = await bench.open();
    await bench.send(id, bench.act('LEND'));
    clock.moveTo('2026-05-01T00:00:00Z');
    expect(await runner.drain()).toBe(0);
    steady = true;
    expect(await runner.drain()).toBeGreaterThan(0);
    expect(await stageOf(id)).toBe('lent.overdue');
  });

  it('puts off what fails, longer each time, and parks it in the end, with its code', async () => {
    const failure = Object.assign(new Error('周桂芬'), { code: 'ECONNREFUSED' });
    const { clock, bench, runner, lines, store } = set({ fire: () => Promise.reject(failure) });
    const id = await bench.open();
    clock.moveTo('2026-05-01T00:00:00Z');
    for (let n = 0; n < 6; n += 1) {
      await runner.drain();
      clock.pass(60_000);
    }
    expect(lines.map(({ event, attempts }) => [event, attempts])).toEqual([
      ['put-off', 1],
      ['put-off', 2],
      ['parked', 3],
    ]);
    expect(store.waiting()).toMatchObject([{ subject: id, parked: true, error: 'ECONNREFUSED' }]);
    expect(JSON.stringify(lines)).not.toContain('周桂芬');
  });

  it('goes on when the store does not answer for a while', async () => {
    const { bench, runner, store, clock, stageOf, lines } = set();
    const id = await bench.open();
    await bench.send(id, bench.act('LEND'));
    const { claim } = store;
    store.claim = () => Promise.reject(new Error('gone'));
    runner.start();
    clock.moveTo('2026-05-01T00:00:00Z');
    await until(() => lines.some(({ event }) => event === 'unreachable'));
    store.claim = claim;
    await until(async () => (await stageOf(id)) === 'lent.overdue');
    await runner.stop();
  });

  it('has a clock that does not go back', () => {
    const clock = movedClock(START);
    clock.pass(1000);
    expect(clock.now()).toBe('2026-03-02T01:00:01.000Z');
    expect(() => clock.moveTo(START)).toThrow('BAD_INSTANT');
    expect(() => movedClock('no')).toThrow('BAD_INSTANT');
  });
});
