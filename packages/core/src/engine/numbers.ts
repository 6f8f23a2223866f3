/** Gapless numbers: one series per unit and civil year, taken in the transaction of the event that needs it. */
import type { Calendar } from '../calendar/index.ts';
import type { Subject } from '../chart/subject.ts';
import type { Composed } from '../compose/composed.ts';
import { fill } from '../language/text.ts';
import type { Act, Moment } from './act.ts';
import type { DistrictRuntime } from './runner-port.ts';
import { readerOf } from './view.ts';

export interface Numbering {
  /** Name under which the step reads it (`number.<series>`). */
  name: string;
  /** Counter in the database: name, unit and year. */
  series: string;
  /** The number as it is written, in Chinese. */
  written(value: number): string;
}

/** How the event is numbered; undefined where it takes no number or its unit is not known yet. */
export function numberingOf(
  definition: Composed,
  district: DistrictRuntime,
  subject: Subject | undefined,
  act: Act,
  moment: Moment,
): Numbering | undefined {
  const def = definition.events[act.type]?.number;
  if (!def) return undefined;
  const calendar: Calendar = district.calendar;
  const unit = readerOf(definition, calendar, subject, act, moment.now)(def.unit);
  if (typeof unit !== 'string' || !unit) return undefined;
  const year = (act.occurredOn ?? moment.today).slice(0, 4);
  const name = district.unitName?.(unit)?.zh ?? '';
  return {
    name: def.series,
    series: `${def.series}:${unit}:${year}`,
    written: (value) => fill(def.format, { year, unit: name, n: value, value }).zh,
  };
}
