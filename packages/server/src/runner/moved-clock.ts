/** A clock that tests and training move. It stands still between moves and never goes back. */
import type { Clock } from '@fengqiao/core';

export interface MovedClock extends Clock {
  /** To an instant that is not before the present one. @throws RangeError */
  moveTo(instant: string): void;
  pass(milliseconds: number): void;
  steady(): boolean;
}

export function movedClock(start: string): MovedClock {
  let at = Date.parse(start);
  if (Number.isNaN(at)) throw new RangeError('BAD_INSTANT: the clock needs an instant to start from');
  const moveTo = (to: number) => {
    if (Number.isNaN(to) || to < at) throw new RangeError('BAD_INSTANT: a clock does not go back');
    at = to;
  };
  return {
    now: () => new Date(at).toISOString(),
    moveTo: (instant) => moveTo(Date.parse(instant)),
    pass: (milliseconds) => moveTo(at + milliseconds),
    steady: () => true,
  };
}
