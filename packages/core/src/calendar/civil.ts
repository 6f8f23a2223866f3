/** Arithmetic of civil dates (`YYYY-MM-DD`), without a clock and without a time zone. */

const DAY = 86_400_000;
const CIVIL = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Civil date of a number of days since 1970-01-01. */
const toCivil = (days: number): string => new Date(days * DAY).toISOString().slice(0, 10);

/** Days since 1970-01-01 of a civil date. Throws RangeError `BAD_DATE` when it is none. */
export function dayNumber(date: string): number {
  const found = CIVIL.exec(date);
  const days = found ? Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3])) / DAY : Number.NaN;
  if (Number.isNaN(days) || toCivil(days) !== date) throw new RangeError(`BAD_DATE: ${date} is not a civil date`);
  return days;
}

export const isCivilDate = (value: string): boolean => CIVIL.test(value);
export const yearOf = (date: string): number => Number(date.slice(0, 4));
export const addDays = (date: string, days: number): string => toCivil(dayNumber(date) + days);
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);
/** 0 = Sunday … 6 = Saturday. */
export const weekday = (date: string): number => (((dayNumber(date) + 4) % 7) + 7) % 7;

/** The corresponding day `months` later; where the month has none, its last day (民法典 第202条). */
export function addMonths(date: string, months: number): string {
  dayNumber(date);
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const target = year * 12 + (month - 1) + months;
  const [inYear, inMonth] = [Math.floor(target / 12), ((target % 12) + 12) % 12];
  const last = new Date(Date.UTC(inYear, inMonth + 1, 0)).getUTCDate();
  return toCivil(Date.UTC(inYear, inMonth, Math.min(day, last)) / DAY);
}
