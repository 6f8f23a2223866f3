export { type MovedClock, movedClock } from './moved-clock.ts';
export { createRunner, RUNNER_LIMITS, type Runner, type RunnerLine, type RunnerOptions } from './runner.ts';
