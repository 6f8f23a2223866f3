/**
 * Named places at which a test stops the host in order to kill it: between the arrival of a form and its commit, and
 * between the commit and the answer. Nothing happens unless `FENGQIAO_PAUSE_AT` names the place.
 */
import type { EngineParts, PausePoint } from '@fengqiao/core';

const POINTS: readonly string[] = ['arrived', 'decided', 'committed'] satisfies PausePoint[];

/** @param say told when the place is reached, so that the test knows when to kill */
export function pauser(at: string | undefined, say: (line: string) => void): EngineParts['pauseAt'] {
  if (at === undefined || !POINTS.includes(at)) return undefined;
  return async (point) => {
    if (point !== at) return;
    say(`paused: ${point}`);
    await new Promise(() => {});
  };
}
