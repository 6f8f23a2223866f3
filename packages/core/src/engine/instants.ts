/** Instants of entries: RFC 3339 in UTC with microseconds, so that their order as text is their order in time. */

/** The instant with exactly six digits of fraction. Throws RangeError when it is none. */
export function precise(instant: string): string {
  const found = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?Z$/.exec(instant);
  if (found) return `${found[1]}.${(found[2] ?? '').padEnd(6, '0').slice(0, 6)}Z`;
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw new RangeError(`BAD_INSTANT: ${instant}`);
  return precise(new Date(ms).toISOString());
}

/** One microsecond later. */
export function next(instant: string): string {
  const micros = Number(instant.slice(20, 26)) + 1;
  if (micros < 1_000_000) return `${instant.slice(0, 20)}${String(micros).padStart(6, '0')}Z`;
  return precise(new Date(Date.parse(`${instant.slice(0, 19)}Z`) + 1000).toISOString());
}

/** Time of a subject never runs backwards: the clock, or one microsecond after the entry before. */
export function notBefore(now: string, previous: string | undefined): string {
  const at = precise(now);
  if (!previous) return at;
  const earliest = next(precise(previous));
  return [at, earliest].sort()[1]!;
}
