/** The working of a due day in words: first day counted, rest days skipped, why it was moved (Chinese and English). */
import type { TermUnit } from '../language/definition.ts';
import type { Text } from '../language/text.ts';
import type { Calendar, Due } from './calendar.ts';
import { addDays, weekday } from './civil.ts';

const WEEKDAYS: readonly Text[] = ['日Sun', '一Mon', '二Tue', '三Wed', '四Thu', '五Fri', '六Sat'].map((day) => ({
  zh: `星期${day.slice(0, 1)}`,
  en: day.slice(1),
}));
const UNITS: Record<Exclude<TermUnit, 'hour'>, Text> = {
  day: { zh: '日', en: 'days' },
  working_day: { zh: '个工作日', en: 'working days' },
  month: { zh: '个月', en: 'months' },
  year: { zh: '年', en: 'years' },
};

/** A civil date with its weekday. */
export function dayText(date: string): Text {
  const [year, month, day] = date.split('-').map(Number);
  const name = WEEKDAYS[weekday(date)]!;
  return { zh: `${year}年${month}月${day}日（${name.zh}）`, en: `${date} (${name.en})` };
}

/** Consecutive days as ranges: `3月1日至3月3日`. */
function ranges(dates: readonly string[]): Text {
  const runs: [string, string][] = [];
  for (const date of dates) {
    const last = runs.at(-1);
    if (last && addDays(last[1], 1) === date) last[1] = date;
    else runs.push([date, date]);
  }
  const short = (date: string) => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
  return {
    zh: runs.map(([from, to]) => (from === to ? short(from) : `${short(from)}至${short(to)}`)).join('、'),
    en: runs.map(([from, to]) => (from === to ? from : `${from} to ${to}`)).join(', '),
  };
}

const span = (from: string, to: string): string[] => {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};

/** Names of the holidays among these days, in order, once each. */
function holidays(dates: readonly string[], calendar: Calendar): Text | undefined {
  const names = dates.map((date) => calendar.holiday?.(date)).filter((name) => name !== undefined);
  const distinct = names.filter((name, at) => names.findIndex((other) => other.zh === name.zh) === at);
  return distinct.length
    ? { zh: distinct.map((name) => name.zh).join('、'), en: distinct.map((name) => name.en).join(', ') }
    : undefined;
}

/** Why the last day moved, and the mark of a year without a notice. */
function ending(found: Omit<Due, 'steps'>, calendar: Calendar): Text[] {
  const steps: Text[] = [];
  const due = dayText(found.due);
  if (found.rolledOver) {
    const skipped = span(found.nominal, addDays(found.due, -1));
    const [rest, names] = [ranges(skipped), holidays(skipped, calendar)];
    steps.push({
      zh: `最后一日为休息日（${names ? `${names.zh}：` : ''}${rest.zh}），顺延至其后第一个工作日${due.zh}。`,
      en: `The last day is a rest day (${names ? `${names.en}: ` : ''}${rest.en}), so it moves to the first day after, ${due.en}.`,
    });
  } else if (!calendar.isRestDay(found.due)) {
    steps.push({ zh: `${due.zh}不是休息日，不顺延。`, en: `${due.en} is not a rest day, so it stays.` });
  } else {
    steps.push({
      zh: `${due.zh}是休息日；该期限不因休息日顺延。`,
      en: `${due.en} is a rest day; this term does not move over rest days.`,
    });
  }
  if (found.provisional)
    steps.push({
      zh: `${found.due.slice(0, 4)}年放假安排尚未公布，暂按双休日计算，公布后重新计算。`,
      en: `The holiday notice for ${found.due.slice(0, 4)} is not published: computed with weekends only, to be computed again.`,
    });
  return steps;
}

/** Steps of a term in days, working days, months or years; a negative length counts backwards. */
export function explainDays(
  term: { unit: TermUnit; length: number },
  start: string,
  found: Omit<Due, 'steps'>,
  calendar: Calendar,
): Text[] {
  const unit = UNITS[term.unit as keyof typeof UNITS];
  const [from, nominal] = [dayText(start), dayText(found.nominal)];
  if (term.length < 0)
    return [
      {
        zh: `自${from.zh}向前推${-term.length}${unit.zh}，为${nominal.zh}。`,
        en: `${-term.length} ${unit.en} back from ${from.en} is ${nominal.en}.`,
      },
      ...ending(found, calendar),
    ];
  const first = dayText(addDays(start, 1));
  const steps: Text[] = [
    {
      zh: `起算：${from.zh}当日不计入，自次日${first.zh}开始计算。`,
      en: `Start: ${from.en} itself is not counted; day 1 is ${first.en}.`,
    },
  ];
  const days = term.unit === 'working_day' && found.nominal > start ? span(addDays(start, 1), found.nominal) : [];
  const skipped = days.filter((day) => calendar.isRestDay(day));
  const madeUp = days.filter((day) => !calendar.isRestDay(day) && [0, 6].includes(weekday(day)));
  if (skipped.length) {
    const [rest, names] = [ranges(skipped), holidays(skipped, calendar)];
    steps.push({
      zh: `不计休息日：${rest.zh}${names ? `（含${names.zh}）` : ''}。`,
      en: `Rest days not counted: ${rest.en}${names ? ` (with ${names.en})` : ''}.`,
    });
  }
  if (madeUp.length) {
    const made = ranges(madeUp);
    steps.push({ zh: `调休上班日计入：${made.zh}。`, en: `Make-up workdays counted: ${made.en}.` });
  }
  steps.push({
    zh: `期限${term.length}${unit.zh}，最后一日为${nominal.zh}。`,
    en: `${term.length} ${unit.en}: the last day is ${nominal.en}.`,
  });
  return [...steps, ...ending(found, calendar)];
}

/** Steps of a term whose day a court or a document sets. */
export function explainSet(found: Omit<Due, 'steps'>, calendar: Calendar): Text[] {
  const nominal = dayText(found.nominal);
  return [
    {
      zh: `法院或者文书确定的最后一日为${nominal.zh}。`,
      en: `The last day set by the court or the document is ${nominal.en}.`,
    },
    ...ending(found, calendar),
  ];
}

const formats = new Map<string, Intl.DateTimeFormat>();
/** Hour and minute in a zone. Kept: to make one takes longer than a whole step of the engine. */
function minutesIn(zone: string): Intl.DateTimeFormat {
  const options = { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-GB', options);
  formats.set(zone, format);
  return format;
}

/** Steps of a term in hours: from the moment, never moved (R8). */
export function explainHours(hours: number, start: string, due: string, calendar: Calendar): Text[] {
  const at = (instant: string) => {
    const time = minutesIn(calendar.zone);
    const day = dayText(calendar.dayOf(instant));
    return { zh: `${day.zh}${time.format(Date.parse(instant))}`, en: `${day.en} ${time.format(Date.parse(instant))}` };
  };
  const [from, to] = [at(start), at(due)];
  const length = Number(hours.toFixed(2));
  return [
    {
      zh: `按小时计算：自${from.zh}起${length}小时，至${to.zh}届满，不因休息日顺延。`,
      en: `Counted in hours from the moment: ${from.en} plus ${length} h is ${to.en}; rest days do not move it.`,
    },
  ];
}
