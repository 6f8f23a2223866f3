/**
 * Due days, exactly as the rules R1–R10 of `deadlines.json` compute them
 * (民事诉讼法 第85条, 民法典 第200–204条, 民诉法解释 第125条).
 */
import type { TermUnit } from '../language/definition.ts';
import type { Text } from '../language/text.ts';
import type { Calendar, Counted, Due } from './calendar.ts';
import { addMonths, daysBetween, isCivilDate } from './civil.ts';
import { dayText, explainDays, explainHours, explainSet } from './explain.ts';

const HOUR = 3_600_000;
/** A run of rest days longer than this is a broken calendar and not a holiday. */
const LONGEST_REST = 60;

/** First day from `date` on that is not a rest day (R4). */
export function afterRest(date: string, calendar: Calendar): string {
  for (let day = date, n = 0; n < LONGEST_REST; n += 1, day = calendar.addDays(day, 1))
    if (!calendar.isRestDay(day)) return day;
  throw new RangeError(`NO_WORKDAY: no working day within ${LONGEST_REST} days of ${date}`);
}

/** The `count`-th working day after `date`, which itself is not counted (R5); 0 gives `date`. */
function workingDaysAfter(date: string, count: number, calendar: Calendar): string {
  let day = date;
  for (let left = count; left > 0; left -= 1) day = afterRest(calendar.addDays(day, 1), calendar);
  return day;
}

/** Last day before roll-over (R1, R2, R3, R5). */
function nominalDay(length: number, unit: TermUnit, start: string, calendar: Calendar): string {
  if (unit === 'day') return calendar.addDays(start, length);
  if (unit === 'month') return addMonths(start, length);
  if (unit === 'year') return addMonths(start, length * 12);
  return workingDaysAfter(start, length, calendar);
}

const asDay = (start: string, calendar: Calendar) => (isCivilDate(start) ? start : calendar.dayOf(start));

/** The given last day, moved over rest days where the term rolls over (R4, R9). */
function rolled(nominal: string, term: Counted, calendar: Calendar): Omit<Due, 'steps'> {
  const due = term.rollsOver ? afterRest(nominal, calendar) : nominal;
  return { due, nominal, rolledOver: due !== nominal, provisional: calendar.isProvisional(due) };
}

/**
 * When a term that started at `start` is due.
 * `start`: civil date (an instant is taken as its civil day in the calendar's zone); for hours the instant.
 * A term without a length (`null`) has its day set by a court or a document: then `start` is that day, moved over rest days.
 * A negative number of days counts backwards. Throws RangeError `BAD_DATE` or `BAD_INSTANT`.
 */
export function dueOf(term: Counted, start: string, calendar: Calendar): Due {
  if (term.unit === 'hour' && term.length !== null) {
    const moment = isCivilDate(start) ? Number.NaN : Date.parse(start);
    if (Number.isNaN(moment))
      throw new RangeError(`BAD_INSTANT: a term in hours starts at an instant, not at ${start}`);
    const due = new Date(moment + term.length * HOUR).toISOString();
    return {
      due,
      nominal: due,
      rolledOver: false,
      provisional: false,
      steps: explainHours(term.length, start, due, calendar),
    };
  }
  const day = asDay(start, calendar);
  const found = rolled(term.length === null ? day : nominalDay(term.length, term.unit, day, calendar), term, calendar);
  const steps =
    term.length === null
      ? explainSet(found, calendar)
      : explainDays({ ...term, length: term.length }, day, found, calendar);
  return { ...found, steps };
}

/** What was left of a term when it was paused: milliseconds for hours, working days for working days, else calendar days. */
export interface Remaining {
  unit: 'millisecond' | 'working_day' | 'day';
  length: number;
}

/** What is left after the day of the pause (R10). `due` of the term before the pause; `nominal` where it is known. */
export function remainingAt(
  term: Counted,
  before: Pick<Due, 'nominal'>,
  pausedAt: string,
  calendar: Calendar,
): Remaining {
  if (term.unit === 'hour')
    return { unit: 'millisecond', length: Math.max(0, Date.parse(before.nominal) - Date.parse(pausedAt)) };
  const day = asDay(pausedAt, calendar);
  if (term.unit !== 'working_day') return { unit: 'day', length: Math.max(0, daysBetween(day, before.nominal)) };
  let length = 0;
  for (let next = calendar.addDays(day, 1); next <= before.nominal; next = calendar.addDays(next, 1))
    if (!calendar.isRestDay(next)) length += 1;
  return { unit: 'working_day', length };
}

/** The due day after a pause: the remaining days go on, day 1 being the day after the resume event (R10). */
export function dueAfterPause(
  term: Counted,
  before: Pick<Due, 'nominal'>,
  pause: { from: string; to: string },
  calendar: Calendar,
): Due {
  const left = remainingAt(term, before, pause.from, calendar);
  if (left.unit === 'millisecond') {
    const due = new Date(Date.parse(pause.to) + left.length).toISOString();
    return {
      due,
      nominal: due,
      rolledOver: false,
      provisional: false,
      steps: explainHours(left.length / HOUR, pause.to, due, calendar),
    };
  }
  const to = asDay(pause.to, calendar);
  const found = rolled(
    left.unit === 'day' ? calendar.addDays(to, left.length) : workingDaysAfter(to, left.length, calendar),
    term,
    calendar,
  );
  const [stopped, resumed] = [dayText(asDay(pause.from, calendar)), dayText(to)];
  const paused: Text = {
    zh: `${stopped.zh}中止计时，剩余${left.length}${left.unit === 'day' ? '日' : '个工作日'}；${resumed.zh}恢复计时。`,
    en: `Paused on ${stopped.en} with ${left.length} ${left.unit === 'day' ? 'days' : 'working days'} left; resumed on ${resumed.en}.`,
  };
  return { ...found, steps: [paused, ...explainDays({ unit: left.unit, length: left.length }, to, found, calendar)] };
}
