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
export * from './chart/personal.ts';
export * from './chart/subject.ts';
export * from './compose/index.ts';
export * from './engine/index.ts';
export * from './language/index.ts';
export * from './machine/index.ts';
export {
  ANY,
  askKey,
  type Compiler,
  compilerOf,
  curesOf,
  type Env,
  type Frame,
  holds,
  Members,
  pathWords,
  representative,
  SOME,
  type Span,
  schemaAt,
  span,
  type Truth,
  type Unmet,
  unmetOf,
  value as valueIn,
  valueWords,
  writesOf,
} from './meaning/index.ts';
export { prove, type Verification, verify } from './verify/index.ts';
