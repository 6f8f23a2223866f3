/** What a computation of terms asks of a calendar, and the calendar of mainland China. */
import chineseDays from 'chinese-days';
import type { TermDef } from '../language/definition.ts';
import type { Text } from '../language/text.ts';
import { addDays, weekday, yearOf } from './civil.ts';
import { civilDays } from './zone.ts';

export interface Calendar {
  zone: string;
  /** A Saturday or Sunday that is no make-up workday, or a day declared off. */
  isRestDay(date: string): boolean;
  /** True where the year of the date has no State Council notice yet: weekends only. */
  isProvisional(date: string): boolean;
  /** Civil day of an instant, in the zone. */
  dayOf(instant: string): string;
  /** The instant at which a civil day ends (24:00 in the zone), ISO 8601 in UTC. */
  endOfDay(date: string): string;
  addDays(date: string, days: number): string;
  /** Name of a declared day off, where it has one. */
  holiday?(date: string): Text | undefined;
}

/** What of a term a computation needs. */
export type Counted = Pick<TermDef, 'length' | 'unit' | 'rollsOver'>;

export interface Due {
  /** Civil date (the last day ends at 24:00); an instant for terms in hours. */
  due: string;
  /** Last day before it was moved over rest days; the same as `due` for hours. */
  nominal: string;
  rolledOver: boolean;
  /** The year of the due day has no State Council notice: computed with weekends only (R9). */
  provisional: boolean;
  /** The working, one sentence a step. */
  steps: Text[];
}

/**
 * Years whose rest days are fixed by a notice of the General Office of the State Council
 * (国务院办公厅关于部分节假日安排的通知) and are in the installed `chinese-days`.
 * A test fails when the package covers another set of years.
 */
export const NOTICE_YEARS: readonly number[] = [
  2004, 2005, 2006, 2007, 2008, 2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022,
  2023, 2024, 2025, 2026,
];

export interface ChinaCalendarOptions {
  /** IANA name; default Asia/Shanghai. */
  zone?: string;
  /** Years with a notice; default NOTICE_YEARS. */
  notices?: readonly number[];
  /** Rest days beside the notice (a district's own, or a notice not yet in the package). */
  extraRestDays?: readonly string[];
  extraWorkdays?: readonly string[];
}

/** The working-day calendar of mainland China: the State Council's notice per year, weekends only where there is none. */
export function chinaCalendar(options: ChinaCalendarOptions = {}): Calendar {
  const zone = options.zone ?? 'Asia/Shanghai';
  const notices = new Set(options.notices ?? NOTICE_YEARS);
  const [rest, work] = [new Set(options.extraRestDays), new Set(options.extraWorkdays)];
  const known = new Map<string, boolean>();
  const atWeekend = (date: string) => weekday(date) === 0 || weekday(date) === 6;
  const isRestDay = (date: string): boolean => {
    if (rest.has(date)) return true;
    if (work.has(date)) return false;
    if (!notices.has(yearOf(date))) return atWeekend(date);
    const found = known.get(date) ?? !chineseDays.getDayDetail(date).work;
    known.set(date, found);
    return found;
  };
  return {
    zone,
    isRestDay,
    isProvisional: (date) => !notices.has(yearOf(date)),
    ...civilDays(zone),
    addDays,
    holiday(date) {
      if (!notices.has(yearOf(date)) || !isRestDay(date)) return undefined;
      // The package names days off as `English,中文,days`; a plain weekend has the name of the weekday alone.
      const [en, zh] = chineseDays.getDayDetail(date).name.split(',');
      return en && zh ? { zh, en } : undefined;
    },
  };
}
