/** Days and times as people of the district read them. */
import type { RunningTerm } from '@fengqiao/core';
import { daysBetween } from '@fengqiao/core';
import type { Due } from '../../pages/model.ts';
import type { District } from '../context.ts';

/** `2026-11-24 14:30` in the zone of the district. */
export function localTime(district: District, instant: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: district.zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return `${district.calendar.dayOf(instant)} ${parts.format(new Date(instant))}`;
}
export const isInstant = (value: string): boolean => value.includes('T');

/** @param at civil date, or instant for terms in hours */
export function dueView(
  district: District,
  at: string,
  now: string,
  more: Partial<Pick<RunningTerm, 'status' | 'provisional'>> = {},
): Due {
  const today = district.calendar.dayOf(now);
  const day = isInstant(at) ? district.calendar.dayOf(at) : at;
  return {
    at,
    days: daysBetween(today, day),
    ...(isInstant(at) ? { hours: Math.floor((Date.parse(at) - Date.parse(now)) / 3_600_000) } : {}),
    status: more.status ?? 'running',
    ...(more.provisional ? { provisional: true } : {}),
  };
}
