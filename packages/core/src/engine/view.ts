/** Expressions read over a subject at rest: columns, titles, units of numbers. */
import type { Calendar } from '../calendar/index.ts';
import type { Subject } from '../chart/subject.ts';
import type { Composed } from '../compose/composed.ts';
import type { Cond, Json, Op } from '../language/expressions.ts';
import { holds, type Vars, value } from '../meaning/evaluate.ts';
import type { Truth } from '../meaning/truth.ts';
import type { Act } from './act.ts';
import { draftOf, frameOf } from './draft.ts';

const NOBODY = { person: '', post: '', role: '', unit: '' };

/** A reader of operands over the subject; with an act, over its payload and actor too. What is missing is undefined. */
export function readerOf(
  definition: Composed,
  calendar: Calendar,
  subject: Subject | undefined,
  act?: Pick<Act, 'payload' | 'actor' | 'occurredOn'>,
  now?: string,
): (op: Op) => Json | undefined {
  const instant = now ?? subject?.at ?? '1970-01-01T00:00:00.000000Z';
  const today = calendar.dayOf(instant);
  const at = { now: instant, today, on: act?.occurredOn ?? today };
  const setting = { definition, calendar, at, answers: {} };
  const frame = frameOf(setting, draftOf(subject), { payload: act?.payload ?? {}, actor: act?.actor ?? NOBODY });
  return (op) => value(op, frame) as Json | undefined;
}

/** A tester of conditions over the subject at rest, with loop variables (marks of a desk, for instance). */
export function testerOf(
  definition: Composed,
  calendar: Calendar,
  subject: Subject,
): (cond: Cond, vars?: Vars) => Truth {
  const at = { now: subject.at, today: calendar.dayOf(subject.at), on: calendar.dayOf(subject.at) };
  const frame = frameOf({ definition, calendar, at, answers: {} }, draftOf(subject), { payload: {}, actor: NOBODY });
  return (cond, vars) => holds(cond, frame, vars);
}
