/**
 * Named places at which a test stops the host in order to kill it: between the arrival of a form and its commit, and
 * between the commit and the answer. Does nothing unless `FENGQIAO_PAUSE_AT` names the place.
 */
export type PausePoint = 'arrived' | 'committed';

export function pauser(
  at: string | undefined,
  say: (line: string) => void,
): (point: PausePoint) => Promise<void> | undefined {
  return (point) => {
    if (at !== point) return undefined;
    say(`paused: ${point}`);
    return new Promise(() => {});
  };
}
