import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AnyMachineSnapshot, transition } from 'xstate';
import { compose } from '../compose/index.ts';
import { calendar, camera, copies, deposit, libraryChart, type Move, play } from '../testing/library/index.ts';
import { foreignParts, machineConfig, stateValue } from './generate.ts';
import { type Oracle, oracleOf, runnable, stepMachine, verifyStep } from './step.ts';

const { composed } = compose(libraryChart, [deposit, camera], { id: 'test', params: { mostRenewals: 99 } });
const autos = new Set(composed.regions.stage!.rows.filter((row) => row.on === 'auto').map((row) => row.id));

const moves: { type: string; move: Move }[] = [
  { type: 'LEND', move: { role: 'head', number: '1' } },
  { type: 'CANCEL', move: { payload: { reason: '不借' } } },
  { type: 'RENEW', move: { payload: { days: 1 } } },
  { type: 'BRING_BACK', move: { payload: { copies: ['b1'] } } },
  { type: 'BRING_BACK', move: { payload: { copies: ['b2'] } } },
  { type: 'REPORT_LOST', move: { payload: { copy: 'b2' } } },
  { type: 'HOLD', move: { payload: { ground: '停' } } },
  { type: 'UNHOLD', move: { payload: { ground: '停' } } },
  { type: 'WATCH', move: { payload: { why: '理由' } } },
  { type: 'CHECK', move: { payload: { sound: true } } },
  { type: 'CHECK', move: { payload: { sound: false } } },
  { type: 'camera.SHOOT', move: {} },
  { type: 'deposit.PAY', move: { role: 'cashier', payload: { amount: 100 } } },
];

test('on random walks the machine, through the public transition as well, comes where the step came', () => {
  const seen = new Set<string>();
  let taken = 0;
  let oracle: Oracle = { rows: new Set(), autos: [], after: {} };
  const machine = runnable(composed, autos, () => oracle);
  fc.assert(
    fc.property(
      fc.constantFrom('rare' as const, 'regular' as const),
      fc.boolean(),
      fc.array(fc.integer({ min: -1, max: moves.length - 1 }), { minLength: 5, maxLength: 25 }),
      (kind, begun, walk) => {
        const game = play(composed);
        game.must('REQUEST', {
          role: 'reader',
          payload: { reader: '张三', card: 'c1', copies: copies(kind, 'regular') },
        });
        if (begun) {
          if (kind === 'rare') game.must('deposit.PAY', { role: 'cashier', payload: { amount: 100 } });
          game.must('LEND', { role: 'head', number: '1' });
        }
        for (const at of walk) {
          const before = game.subject!.state;
          const running = game.subject!.terms.find((term) => term.status === 'running');
          const expiry = running && {
            role: 'clock',
            payload: { termId: running.id, key: running.key, token: running.token },
            at: calendar.endOfDay('2027-01-01'),
          };
          const decided =
            at < 0
              ? expiry
                ? game.send('TERM_EXPIRED', expiry)
                : undefined
              : game.send(moves[at]!.type, moves[at]!.move);
          if (!decided?.ok) continue;
          taken++;
          const { state, taken: rows } = decided.entry.outcome;
          seen.add(state.stage!);
          oracle = oracleOf(autos, rows, state);
          const start = machine.resolveState({
            value: stateValue(composed, before),
            context: { autos: 0 },
          } as never) as AnyMachineSnapshot;
          const [reached] = transition(machine, start as never, { type: decided.entry.type } as never) as unknown as [
            AnyMachineSnapshot,
          ];
          expect(reached.value).toEqual(stateValue(composed, state));
          expect(stepMachine(composed, before, decided.entry.type, rows, state)).toEqual(reached.value);
        }
      },
    ),
    { numRuns: 250 },
  );
  expect(taken).toBeGreaterThan(500);
  expect([...seen].sort()).toEqual(['cancelled', 'closed', 'lent.out', 'lent.overdue', 'requested', 'returned']);
});

test('a step that the machine would not take is an error', () => {
  const before = { stage: 'requested', care: 'normal' };
  const after = { stage: 'returned', care: 'normal' };
  expect(() => verifyStep(composed, before, 'LEND', ['L2'], after)).toThrow('STEP_DISAGREES');
  expect(() => verifyStep(composed, before, 'LEND', [], { ...after, stage: 'lent.out' })).toThrow('STEP_DISAGREES');
  expect(() =>
    verifyStep(composed, before, 'LEND', ['L2'], { stage: 'lent.out', care: 'normal', 'camera.pictures': 'none-yet' }),
  ).not.toThrow();
});

test('the generated machine is data: guards and actions name rows, and nothing in it needs an actor', () => {
  const config = machineConfig(composed);
  expect(JSON.parse(JSON.stringify(config))).toEqual(config);
  expect(foreignParts(config)).toEqual([]);
  expect(
    foreignParts({ states: { a: { after: { 100: 'b' }, invoke: {}, on: { after: [] }, entry: () => 0 } } }),
  ).toEqual(['/states/a/after', '/states/a/invoke', '/states/a/entry']);
  expect(config.states!.stage!.states!.lent).toMatchObject({
    type: 'parallel',
    states: { body: { initial: 'out' }, 'camera/pictures': { initial: 'none' } },
  });
});
