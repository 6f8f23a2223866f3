export {
  type Calendar,
  type ChinaCalendarOptions,
  type Counted,
  chinaCalendar,
  type Due,
  NOTICE_YEARS,
} from './calendar.ts';
export { addDays, addMonths, dayNumber, daysBetween, isCivilDate, weekday } from './civil.ts';
export { afterRest, dueAfterPause, dueOf, type Remaining, remainingAt } from './due.ts';
export { dayText } from './explain.ts';
