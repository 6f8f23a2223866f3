import chineseDays from 'chinese-days';
import { describe, expect, it } from 'vitest';
import { textFaults } from '../language/text.ts';
import {
  addDays,
  addMonths,
  afterRest,
  type Counted,
  chinaCalendar,
  dayNumber,
  dueAfterPause,
  dueOf,
  NOTICE_YEARS,
  remainingAt,
} from './index.ts';

const china = chinaCalendar();
const days = (length: number, rollsOver = true): Counted => ({ length, unit: 'day', rollsOver });
const working = (length: number): Counted => ({ length, unit: 'working_day', rollsOver: true });

describe('civil dates', () => {
  it('refuses what is no civil date', () => {
    for (const date of ['2026-02-30', '2026-13-01', '26-01-01', '2026-01-01T00:00:00Z', ''])
      expect(() => dayNumber(date), date).toThrow(/BAD_DATE/);
  });
  it('takes the corresponding day of a month, or its last (R3)', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(addMonths('2026-03-15', -3)).toBe('2025-12-15');
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
  });
});

describe('the calendar of China', () => {
  it('has a notice for exactly the years of the installed package', () => {
    const covered: number[] = [];
    for (let year = 1990; year < 2040; year += 1) {
      let deviations = 0;
      for (let day = `${year}-01-01`; day < `${year + 1}-01-01`; day = addDays(day, 1)) {
        const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
        if (chineseDays.getDayDetail(day).work === weekend) deviations += 1;
      }
      if (deviations > 0) covered.push(year);
    }
    expect(covered).toEqual([...NOTICE_YEARS]);
  });
  it('knows days off and make-up workdays, and weekends only without a notice', () => {
    expect(china.isRestDay('2026-02-15')).toBe(true);
    expect(china.isRestDay('2026-02-16')).toBe(true);
    expect(china.isRestDay('2026-10-10')).toBe(false);
    expect(china.holiday?.('2026-02-16')).toEqual({ zh: '春节', en: 'Spring Festival' });
    expect(china.holiday?.('2026-03-07')).toBeUndefined();
    expect([china.isProvisional('2026-12-31'), china.isProvisional('2027-01-01')]).toEqual([false, true]);
    const none = chinaCalendar({ notices: [] });
    expect([none.isRestDay('2026-02-16'), none.isRestDay('2026-10-10'), none.isProvisional('2026-02-16')]).toEqual([
      false,
      true,
      true,
    ]);
    const own = chinaCalendar({ extraRestDays: ['2026-03-09'], extraWorkdays: ['2026-03-07'] });
    expect([own.isRestDay('2026-03-09'), own.isRestDay('2026-03-07')]).toEqual([true, false]);
  });
  it('reads civil days in its zone', () => {
    expect(china.dayOf('2026-01-26T15:59:59.999Z')).toBe('2026-01-26');
    expect(china.dayOf('2026-01-26T16:00:00Z')).toBe('2026-01-27');
    expect(china.endOfDay('2026-02-24')).toBe('2026-02-24T16:00:00.000Z');
    const berlin = chinaCalendar({ zone: 'Europe/Berlin' });
    expect([berlin.endOfDay('2026-03-28'), berlin.endOfDay('2026-03-29')]).toEqual([
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
    ]);
    expect(() => china.dayOf('yesterday')).toThrow(/BAD_INSTANT/);
    expect(() => chinaCalendar({ zone: 'Nowhere/City' })).toThrow(RangeError);
  });
});

describe('due days', () => {
  it('does not count the first day and moves only the last one (R1, R2, R4)', () => {
    expect(dueOf(days(30), '2026-01-16', china)).toMatchObject({
      due: '2026-02-24',
      nominal: '2026-02-15',
      rolledOver: true,
    });
    expect(dueOf(days(30, false), '2026-01-16', china)).toMatchObject({ due: '2026-02-15', rolledOver: false });
    expect(dueOf(days(15), '2026-01-26T17:00:00Z', china).due).toBe('2026-02-11');
  });
  it('counts working days with make-up workdays (R5, R6)', () => {
    const due = dueOf(working(10), '2026-09-18', china);
    expect(due).toMatchObject({ due: '2026-10-09', rolledOver: false, provisional: false });
    expect(due.steps.map((step) => step.en).join('\n')).toContain('Make-up workdays counted: 2026-09-20');
    expect(due.steps.map((step) => step.zh).join('\n')).toContain('国庆节');
  });
  it('marks a due day in a year without a notice (R9)', () => {
    const due = dueOf({ length: 6, unit: 'month', rollsOver: true }, '2026-08-05', china);
    expect(due).toMatchObject({ due: '2027-02-05', provisional: true });
    expect(due.steps.at(-1)?.zh).toContain('尚未公布');
    const later = chinaCalendar({
      extraRestDays: ['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08'],
      notices: [...NOTICE_YEARS],
    });
    expect(dueOf({ length: 6, unit: 'month', rollsOver: true }, '2026-08-05', later).due).toBe('2027-02-09');
  });
  it('counts hours from the moment and never moves them (R8)', () => {
    const hours: Counted = { length: 72, unit: 'hour', rollsOver: false };
    expect(dueOf(hours, '2026-02-13T10:00:00+08:00', china)).toMatchObject({
      due: '2026-02-16T02:00:00.000Z',
      rolledOver: false,
    });
    expect(() => dueOf(hours, '2026-02-13', china)).toThrow(/BAD_INSTANT/);
  });
  it('moves a day set by a document, and counts backwards', () => {
    expect(dueOf({ length: null, unit: 'day', rollsOver: true }, '2026-10-03', china)).toMatchObject({
      due: '2026-10-08',
      rolledOver: true,
    });
    expect(dueOf(days(-7, false), '2026-10-11', china).due).toBe('2026-10-04');
  });
  it('goes on after a pause from the day after the resume event (R10)', () => {
    const before = { nominal: '2026-03-31' };
    expect(remainingAt(days(30), before, '2026-03-11', china)).toEqual({ unit: 'day', length: 20 });
    expect(dueAfterPause(days(30), before, { from: '2026-03-11', to: '2026-03-20' }, china)).toMatchObject({
      due: '2026-04-09',
    });
    expect(
      dueAfterPause(working(5), { nominal: '2026-03-16' }, { from: '2026-03-10', to: '2026-03-20' }, china).due,
    ).toBe('2026-03-26');
    expect(dueAfterPause(days(30), before, { from: '2026-04-01', to: '2026-04-03' }, china).due).toBe('2026-04-03');
    const hour: Counted = { length: 2, unit: 'hour', rollsOver: false };
    const moved = dueAfterPause(
      hour,
      { nominal: '2026-03-02T04:00:00Z' },
      { from: '2026-03-02T03:00:00Z', to: '2026-03-03T00:00:00Z' },
      china,
    );
    expect(moved.due).toBe('2026-03-03T01:00:00.000Z');
  });
  it('stops on a calendar without working days', () => {
    const broken = { ...china, isRestDay: () => true };
    expect(() => afterRest('2026-01-01', broken)).toThrow(/NO_WORKDAY/);
  });
  it('explains itself in both languages, whatever the term', () => {
    let steps = 0;
    for (const unit of ['day', 'working_day', 'month', 'year'] as const)
      for (let n = 0; n < 120; n += 1) {
        const due = dueOf({ length: 1 + (n % 30), unit, rollsOver: n % 2 === 0 }, addDays('2025-12-01', n * 5), china);
        expect(due.steps.flatMap(textFaults)).toEqual([]);
        expect(due.rolledOver).toBe(due.due !== due.nominal);
        if (n % 2 === 0) expect(china.isRestDay(due.due)).toBe(false);
        steps += due.steps.length;
      }
    expect(steps).toBeGreaterThan(1400);
  });
});
