/** Civil days of a time zone, by Intl alone: no clock is read. */
import { addDays, dayNumber } from './civil.ts';

/** `dayOf` an instant and the instant at which a civil day ends, in one zone. Throws RangeError for an unknown zone. */
export function civilDays(zone: string): { dayOf(instant: string): string; endOfDay(date: string): string } {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const wallClock = (instant: number): number => {
    const of = Object.fromEntries(
      parts.formatToParts(instant).map((part) => [part.type, Number(part.value)]),
    ) as Record<string, number>;
    return Date.UTC(of.year!, of.month! - 1, of.day!, of.hour!, of.minute!, of.second!);
  };
  const offset = (instant: number): number => wallClock(instant) - Math.floor(instant / 1000) * 1000;
  return {
    dayOf(instant) {
      const moment = Date.parse(instant);
      if (Number.isNaN(moment)) throw new RangeError(`BAD_INSTANT: ${instant} is not an instant`);
      return new Date(wallClock(moment)).toISOString().slice(0, 10);
    },
    endOfDay(date) {
      const midnight = dayNumber(addDays(date, 1)) * 86_400_000;
      // Twice: the offset of the guess may differ from the offset at midnight where the clock changes that night.
      const guess = midnight - offset(midnight);
      return new Date(midnight - offset(guess)).toISOString();
    },
  };
}
