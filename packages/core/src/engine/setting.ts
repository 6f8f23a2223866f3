/** Where a step starts: the draft of a subject, and when and with what it is decided. */
import type { Calendar } from '../calendar/index.ts';
import type { Subject } from '../chart/subject.ts';
import type { Composed } from '../compose/composed.ts';
import type { Act, Answers, Moment } from './act.ts';
import { type Draft, draftOf, type Setting } from './draft.ts';
import { notBefore } from './instants.ts';
import type { Ready } from './prepared.ts';

export interface SettingInput {
  definition: Composed;
  calendar: Calendar;
  subject: Subject | undefined;
  answers: Answers;
  moment: Moment;
  act: Pick<Act, 'occurredOn'>;
  number?: { series: string; value: string };
}

/** A draft in which a new subject has the initial states of all regions but the body. */
export function draftFor(prepared: Ready, subject: Subject | undefined): Draft {
  const draft = draftOf(subject);
  if (!subject)
    for (const region of prepared.base) if (region.name !== 'stage') draft.state[region.name] = region.initial;
  return draft;
}

/** The setting of a step; its time is never before the last entry. */
export function settingOf(input: SettingInput): Setting {
  const { definition, calendar, answers, moment, act, subject, number } = input;
  const at = { now: notBefore(moment.now, subject?.at), today: moment.today, on: act.occurredOn ?? moment.today };
  return { definition, calendar, answers, at, ...(number && { number }) };
}

export const isFinal = (prepared: Ready, draft: Draft): boolean =>
  draft.exists && prepared.base[0]!.states[draft.state.stage!]?.final === true;
