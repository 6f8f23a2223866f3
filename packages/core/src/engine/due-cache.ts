/** Due days counted once: on one day many cases start the same terms, and the working of a due day takes a while to say. */
import { type Calendar, type Due, dueOf } from '../calendar/index.ts';
import type { TermDef } from '../language/definition.ts';

const cache = new WeakMap<Calendar, WeakMap<TermDef, Map<string, Due>>>();
/** Starts kept per term; terms in hours start at instants and are not kept. */
const STARTS = 200;

/** `dueOf`, remembered per calendar, term and start. */
export function countedDue(term: TermDef, start: string, calendar: Calendar): Due {
  if (term.unit === 'hour') return dueOf(term, start, calendar);
  let terms = cache.get(calendar);
  if (!terms) cache.set(calendar, (terms = new WeakMap()));
  let starts = terms.get(term);
  if (!starts) terms.set(term, (starts = new Map()));
  let due = starts.get(start);
  if (!due) {
    if (starts.size >= STARTS) starts.clear();
    starts.set(start, (due = dueOf(term, start, calendar)));
  }
  return due;
}
