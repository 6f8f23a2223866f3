export {
  addDays,
  addMonths,
  afterRest,
  type Calendar,
  type ChinaCalendarOptions,
  type Counted,
  chinaCalendar,
  type Due,
  daysBetween,
  dayText,
  dueAfterPause,
  /** `dueOf` of the language authors an operand; this one computes the day. */
  dueOf as dueDay,
  isCivilDate,
  NOTICE_YEARS,
  type Remaining,
  remainingAt,
  weekday,
} from './calendar/index.ts';
export * from './chart/subject.ts';
export * from './compose/composed.ts';
export * from './engine/index.ts';
export * from './language/index.ts';
