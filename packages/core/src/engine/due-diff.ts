/** Due work that follows from a commit: terms that now run, end or move, their reminders, reactions of the entries. */
import type { Calendar } from '../calendar/index.ts';
import type { RunningTerm, Subject } from '../chart/subject.ts';
import type { Composed } from '../compose/composed.ts';
import type { DuePut } from './store-port.ts';

const termKey = (term: RunningTerm): string => `term:${term.id}:${term.key}`;
const remindKey = (term: RunningTerm, days: number): string => `remind:${term.id}:${term.key}:${days}`;

/** The instant at which a term runs out: the end of its last day, or its very instant for terms in hours. */
export const dueInstant = (definition: Composed, term: RunningTerm, calendar: Calendar): string =>
  definition.terms[term.id]?.unit === 'hour' && term.due.includes('T') ? term.due : calendar.endOfDay(term.due);

/** Due rows of the terms that changed between two snapshots. A paused or ended term has none. */
export function dueOfTerms(
  definition: Composed,
  calendar: Calendar,
  before: Subject | undefined,
  after: Subject,
): { put: DuePut[]; cancel: string[] } {
  const put: DuePut[] = [];
  const cancel: string[] = [];
  const known = new Map((before?.terms ?? []).map((term) => [termKey(term), term]));
  for (const term of after.terms) {
    const old = known.get(termKey(term));
    if (old && old.token === term.token && old.status === term.status) continue;
    const days = definition.terms[term.id]?.reminders ?? [];
    if (term.status !== 'running') {
      if (old?.status === 'running') cancel.push(termKey(term), ...days.map((day) => remindKey(term, day)));
      continue;
    }
    const dueAt = dueInstant(definition, term, calendar);
    put.push({ key: termKey(term), dueAt, token: term.token, what: { kind: 'term', termId: term.id, key: term.key } });
    for (const day of days) {
      const remindAt = calendar.endOfDay(calendar.addDays(civil(term.due, calendar), -day - 1));
      // A reminder whose day has passed when the term starts would say nothing new.
      if (remindAt <= after.at) {
        if (old) cancel.push(remindKey(term, day));
        continue;
      }
      put.push({
        key: remindKey(term, day),
        dueAt: remindAt,
        token: term.token,
        what: { kind: 'remind', termId: term.id, key: term.key, days: day },
      });
    }
  }
  return { put, cancel };
}

const civil = (due: string, calendar: Calendar): string => (due.includes('T') ? calendar.dayOf(due) : due);
