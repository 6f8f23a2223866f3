/** Instances of terms: started, ended, paused, resumed and expired (design §5.7). */
import { type Calendar, dueAfterPause, dueOf } from '../calendar/index.ts';
import type { RunningTerm } from '../chart/subject.ts';
import type { Composed } from '../compose/composed.ts';
import type { TermDef } from '../language/definition.ts';
import type { At, Draft } from './draft.ts';
import { countedDue } from './due-cache.ts';

export interface TermSetting {
  definition: Composed;
  calendar: Calendar;
  at: At;
}
export interface Put {
  put: string;
  key?: string;
  from?: string;
  due?: string;
  party?: string;
}

const live = (term: RunningTerm) => term.status === 'running' || term.status === 'paused';

/** Puts an instance in the place of the one with the same term and key, or at the end. */
function write(draft: Draft, instance: RunningTerm): void {
  const at = draft.terms.findIndex((term) => term.id === instance.id && term.key === instance.key);
  draft.terms = at < 0 ? [...draft.terms, instance] : draft.terms.with(at, instance);
  draft.changedTerms.set(`${instance.id} ${instance.key}`, instance);
}

/** Hours count from an instant (of a civil day: its beginning, which is never too late), all else from a civil day. */
function startOf(def: TermDef, from: string | undefined, at: At, calendar: Calendar): string {
  if (def.unit !== 'hour') return from === undefined ? at.on : from.includes('T') ? calendar.dayOf(from) : from;
  if (from === undefined) return at.now;
  return from.includes('T') ? from : calendar.endOfDay(calendar.addDays(from, -1));
}

/** Starts a term from its fact; a running instance of the same (term, key) is replaced, with a new token. */
export function startTerm(draft: Draft, work: Put, { definition, calendar, at }: TermSetting): void {
  const def = definition.terms[work.put];
  if (!def) throw new Error(`no term ${work.put}`);
  // A term without a length runs only when a document names its last day.
  if (def.length === null && work.due === undefined) return;
  const start = startOf(def, work.from, at, calendar);
  const counted =
    work.due === undefined
      ? countedDue(def, start, calendar)
      : dueOf({ ...def, length: null, unit: 'day' }, work.due, calendar);
  const key = work.key ?? work.party ?? '';
  const before = draft.terms.find((term) => term.id === work.put && term.key === key);
  write(draft, {
    id: work.put,
    key,
    ...(work.party !== undefined && { party: work.party }),
    kind: def.kind,
    own: def.own === true,
    status: 'running',
    startedOn: start,
    due: counted.due,
    ...(counted.nominal !== counted.due && { nominal: counted.nominal }),
    ...(counted.provisional && { provisional: true as const }),
    token: (before?.token ?? 0) + 1,
  });
}

/** Ends instances: those of one key, or all of the term; one that ran out is done late, and is open no longer. */
export function endTerms(draft: Draft, ids: readonly string[], key?: string): void {
  for (const term of draft.terms)
    if (ids.includes(term.id) && term.status !== 'ended' && (key === undefined || term.key === key)) {
      const { pausedOn: _, ...rest } = term;
      write(draft, { ...rest, status: 'ended', token: term.token + 1 });
    }
}

const today = (term: RunningTerm, { definition, at }: TermSetting) =>
  definition.terms[term.id]?.unit === 'hour' ? at.now : at.on;

/** Stops the clock of running instances on a ground; one that is paused already keeps this ground as well. */
export function pauseTerms(draft: Draft, ids: readonly string[], ground: string, setting: TermSetting): void {
  for (const term of draft.terms) {
    if (!ids.includes(term.id) || !live(term)) continue;
    if (term.pauses?.some((pause) => pause.ground === ground && pause.to === undefined)) continue;
    const from = today(term, setting);
    write(draft, {
      ...term,
      status: 'paused',
      pausedOn: term.pausedOn ?? from,
      pauses: [...(term.pauses ?? []), { ground, from }],
      token: term.token + 1,
    });
  }
}

/** Closes the pauses of a ground; where none is left open, the rest of the term runs on and the due day moves. */
export function resumeTerms(draft: Draft, ground: string, setting: TermSetting): void {
  for (const term of draft.terms) {
    if (term.status !== 'paused' || !term.pauses?.some((pause) => pause.ground === ground && pause.to === undefined))
      continue;
    const to = today(term, setting);
    const pauses = term.pauses.map((pause) =>
      pause.ground === ground && pause.to === undefined ? { ...pause, to } : pause,
    );
    if (pauses.some((pause) => pause.to === undefined)) {
      write(draft, { ...term, pauses });
      continue;
    }
    const def = setting.definition.terms[term.id]!;
    const { pausedOn, nominal, provisional: _, ...rest } = term;
    const moved = dueAfterPause(def, { nominal: nominal ?? term.due }, { from: pausedOn ?? to, to }, setting.calendar);
    write(draft, {
      ...rest,
      status: 'running',
      due: moved.due,
      ...(moved.nominal !== moved.due && { nominal: moved.nominal }),
      ...(moved.provisional && { provisional: true as const }),
      pauses,
      token: term.token + 1,
    });
  }
}

/** The running instance that an expiry names; undefined where it is a late one. */
export function expiring(terms: readonly RunningTerm[], payload: { [key: string]: unknown }): RunningTerm | undefined {
  return terms.find(
    (term) =>
      term.id === payload.termId &&
      term.key === (payload.key ?? '') &&
      term.token === payload.token &&
      term.status === 'running',
  );
}

export function expireTerm(draft: Draft, term: RunningTerm): void {
  write(draft, { ...term, status: 'expired', expiries: (term.expiries ?? 0) + 1 });
}
