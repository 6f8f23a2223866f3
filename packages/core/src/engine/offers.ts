/** What may be done with a subject now: the options of the chart, with the answers that they need. */
import type { Subject } from '../chart/subject.ts';
import type { Composed } from '../compose/composed.ts';
import { askKey } from '../meaning/env.ts';
import type { Actor, Answers, Moment } from './act.ts';
import { hereIn, type Option, options, type SittingOption, sittingOptions } from './options.ts';
import { questions } from './questions.ts';
import type { DistrictRuntime, EngineParts } from './runner-port.ts';

export interface OfferQuery {
  district: string;
  kind: string;
  /** The subject as the page shows it; absent: what may be opened. */
  subject?: Subject;
  actor: Actor;
  /** All roles that the posts of the person hold: a sitting raises events of several. */
  roles?: readonly string[];
  /** Events that are asked for; all when absent. `here`: those that a row of the present state names. */
  only?: readonly string[] | 'here';
}
export interface Offers {
  options: Option[];
  sittings: SittingOption[];
}

/** Throws RangeError for an unknown district, kind or version. */
export async function offersOf(parts: EngineParts, query: OfferQuery): Promise<Offers> {
  const district = parts.district(query.district);
  const definition = query.subject ? await district?.byConduct(query.subject.conduct) : district?.current(query.kind);
  if (!district || !definition) throw new RangeError(`nothing to offer for ${query.kind} in ${query.district}`);
  const now = parts.clock.now();
  const moment: Moment = { now, today: district.calendar.dayOf(now) };
  const only = wanted(definition, query);
  const answers = await answersFor(definition, district, query, moment, only);
  return {
    options: options(definition, district.calendar, query.subject, query.actor, answers, moment, only),
    sittings: sittingOptions(
      definition,
      district.calendar,
      query.subject,
      query.actor,
      answers,
      moment,
      query.roles ?? [query.actor.role],
    ),
  };
}

function wanted(definition: Composed, { only, subject }: OfferQuery): (event: string) => boolean {
  if (only === undefined) return () => true;
  if (only !== 'here') return (event) => only.includes(event);
  return (event) => hereIn(definition, subject, event);
}

/** A source that does not answer leaves its rules undecided: the offer stays, the step itself will say so. */
async function answersFor(
  definition: Composed,
  district: DistrictRuntime,
  query: OfferQuery,
  moment: Moment,
  only: (event: string) => boolean,
): Promise<Answers> {
  const answers: Answers = {};
  const asked = new Set<string>();
  const events = Object.entries(definition.events).filter(
    ([id, def]) => !def.internal && Boolean(def.opens) === !query.subject && only(id),
  );
  for (const [type] of events) {
    const act = { eventId: '', type, payload: {}, actor: query.actor };
    for (const question of questions(definition, query.subject, act)) {
      const key = askKey(question.ask, question.with);
      if (asked.has(key)) continue;
      asked.add(key);
      try {
        const answer = await district.provider(question.ask)?.answer(question.with, {
          district: district.id,
          kind: query.kind,
          ...(query.subject && { subject: query.subject }),
          act,
          moment,
          incoming: [],
          reads: [],
        });
        if (answer !== undefined) answers[key] = answer;
      } catch {}
    }
  }
  return answers;
}
