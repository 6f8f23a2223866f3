/** The state of a subject while a step is made, and the frame in which its expressions read. */
import type { Calendar } from '../calendar/index.ts';
import type { RunningTerm, Subject } from '../chart/subject.ts';
import type { Composed } from '../compose/composed.ts';
import type { Json } from '../language/expressions.ts';
import { askKey, type Frame, instanceOf, readPath } from '../meaning/env.ts';
import type { Act, Answers } from './act.ts';
import { countedDue } from './due-cache.ts';
import type { Notice, Outcome } from './envelope.ts';
import type { Question } from './providers.ts';

export interface Draft {
  /** False while the subject does not exist yet. */
  exists: boolean;
  state: { [region: string]: string };
  done: string[];
  data: { [key: string]: Json };
  terms: RunningTerm[];
  documents: Subject['documents'];
  /** Instances that this step changed, by `id key`. */
  changedTerms: Map<string, RunningTerm>;
  produced: Outcome['documents'];
  notices: Notice[];
  taken: string[];
  pointEntered: boolean;
}

export function draftOf(subject: Subject | undefined): Draft {
  return {
    exists: subject !== undefined,
    state: { ...subject?.state },
    done: [...(subject?.done ?? [])],
    data: subject?.data ?? {},
    terms: subject?.terms ?? [],
    documents: subject?.documents ?? [],
    changedTerms: new Map(),
    produced: [],
    notices: [],
    taken: [],
    pointEntered: false,
  };
}

/** When a step happens. `on`: civil day on which the act happened. */
export interface At {
  now: string;
  today: string;
  on: string;
}

/** A frame that notes which answers it used and which it lacked. */
export interface StepFrame extends Frame {
  used: Set<string>;
  lacking: Map<string, Question>;
  /** Set when an answer was lacking; whoever tests something clears it before. */
  missed: boolean;
}

export interface Setting {
  definition: Composed;
  calendar: Calendar;
  at: At;
  answers: Answers;
  number?: { series: string; value: string };
}

/** The actor as conditions see it: with the part and rank of its role. */
export function actorRoot(definition: Composed, actor: Act['actor']): { [key: string]: unknown } {
  const role = definition.roles[actor.role];
  return { ...actor, behalf: actor.behalf ?? [], part: role?.part, rank: role?.rank };
}

export function frameOf(setting: Setting, draft: Draft, act: Pick<Act, 'payload' | 'actor'>): StepFrame {
  const { definition, calendar, answers } = setting;
  const used = new Set<string>();
  const lacking = new Map<string, Question>();
  const frame: StepFrame = {
    roots: {
      data: draft.data,
      event: act.payload,
      actor: actorRoot(definition, act.actor),
      at: setting.at,
      param: definition.params,
      terms: draft.terms,
      documents: draft.documents,
      ...(setting.number && { number: numberRoot(setting.number) }),
    },
    state: draft.state,
    parts: definition,
    vars: [],
    places: [],
    used,
    lacking,
    missed: false,
    get: (path) => readPath(frame, path),
    term: (id) => instanceOf(frame.roots.terms, id),
    dayOf: calendar.dayOf,
    due: (term, from) => dueDay(setting, term, from),
    ask(name, args) {
      const key = askKey(name, args);
      if (key in answers) {
        used.add(key);
        return answers[key];
      }
      lacking.set(key, { ask: name, with: args as Question['with'] });
      frame.missed = true;
      return undefined;
    },
  };
  return frame;
}

/** Reads a number of a series whose name may have dots (`number.court.case`). */
const numberRoot = ({ series, value }: { series: string; value: string }): { [key: string]: unknown } =>
  series.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as { [key: string]: unknown };

/** Due day of a declared term; undefined for a term without a length or a start that is no date. */
export function dueDay(
  { definition, calendar }: Pick<Setting, 'definition' | 'calendar'>,
  term: string,
  from: string,
): string | undefined {
  const def = definition.terms[term];
  if (!def || def.length === null || Number.isNaN(Date.parse(from))) return undefined;
  return countedDue(def, from, calendar).due;
}

/** Shows the frame what the last stage made of the draft. */
export function refresh(frame: StepFrame, draft: Draft): void {
  frame.roots.data = draft.data;
  frame.roots.terms = draft.terms;
  frame.roots.documents = draft.documents;
}
