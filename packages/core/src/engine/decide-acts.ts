/**
 * The acts of one submission, decided in order on one subject: each sees what the ones before it made. Pure but for
 * the salts of personal values; what it lacks it names, and whoever called it asks and calls again.
 */
import type { Subject } from '../chart/subject.ts';
import type { Composed } from '../compose/composed.ts';
import type { Act, Answers, Moment } from './act.ts';
import { atStep } from './answers.ts';
import { carried } from './carried.ts';
import { type Accepted, decide, type Refused } from './decide.ts';
import type { Resolved } from './effects.ts';
import { decideEngineEvent, isEngineEvent } from './engine-events.ts';
import { sealed } from './entry.ts';
import type { Entry } from './envelope.ts';
import type { Random } from './ids.ts';
import { ingest } from './ingest.ts';
import { ladderNotices } from './ladder.ts';
import { type Numbering, numberingOf } from './numbers.ts';
import { unitOf } from './project.ts';
import type { Question } from './providers.ts';
import { refusal } from './refusal.ts';
import type { DistrictRuntime } from './runner-port.ts';
import type { PersonalValue } from './store-port.ts';

export interface Ground {
  definition: Composed;
  district: DistrictRuntime;
  kind: string;
  id: string;
  subject: Subject | undefined;
  acts: readonly Act[];
  moment: Moment;
  answers: Answers;
  reads: { subject: string; seq: number }[];
  random: Random;
  /** The value that a numbered event takes; before it is known, 0 stands for it. */
  number?: number;
}
export interface Made {
  entry: Entry;
  bytes: string;
  effects: Resolved[];
}
export interface DecidedActs {
  ok: true;
  subject: Subject;
  made: Made[];
  personal: PersonalValue[];
  /** Series of the number that was used; its value is right only where `number` was given. */
  numbering?: Numbering;
}
export interface RefusedActs {
  ok: false;
  refused: Refused;
  /** Where answers are lacking: for which act, on which subject, with which personal values. */
  wants?: { questions: Question[]; act: Act; subject: Subject | undefined; personal: PersonalValue[] };
}

/** Decides all acts or none. @throws Error for a definition that numbers two series in one submission. */
export function decideActs(ground: Ground): DecidedActs | RefusedActs {
  const { definition, district, acts } = ground;
  let subject = ground.subject;
  const made: Made[] = [];
  const personal: PersonalValue[] = [];
  let numbering: Numbering | undefined;
  for (const [step, sent] of acts.entries()) {
    const form = definition.events[sent.type]?.form ?? { type: 'object' };
    const taken = ingest(form, sent, subject, ground.random);
    if (Array.isArray(taken)) return { ok: false, refused: refusal('INVALID_PAYLOAD', taken) };
    personal.push(...taken.personal);
    const act = taken.act;
    const own = numberingOf(definition, district, subject, act, ground.moment);
    if (own && numbering) throw new Error('one submission takes one number');
    numbering ??= own;
    const decided = decideOne(ground, subject, act, own);
    if (!decided.ok) {
      const { questions } = decided as Refused;
      const refused = atStep(decided, step, act.type, acts.length > 1);
      return { ok: false, refused, ...(questions?.length && { wants: { questions, act, subject, personal } }) };
    }
    const told = withLadder(ground, decided);
    subject = carried(subject, told.subject, told.entry);
    made.push({ entry: told.entry, bytes: told.bytes, effects: told.effects });
  }
  return { ok: true, subject: subject!, made, personal, ...(numbering && { numbering }) };
}

function decideOne(
  ground: Ground,
  subject: Subject | undefined,
  act: Act,
  numbering: Numbering | undefined,
): Accepted | Refused {
  const { definition, district, kind, id, answers, moment } = ground;
  if (isEngineEvent(act.type))
    return subject ? decideEngineEvent(definition, subject, act, moment) : refusal('UNKNOWN_SUBJECT');
  return decide({
    definition,
    calendar: district.calendar,
    subject,
    identity: { district: district.id, kind, id },
    act,
    answers,
    moment,
    ...(numbering && { number: { series: numbering.name, value: numbering.written(ground.number ?? 0) } }),
    reads: ground.reads,
  });
}

/** Whoever holds the rung when a laddered term runs out is told, and the entry says who was. */
function withLadder({ definition, district }: Ground, decided: Accepted): Accepted {
  const { subject, entry } = decided;
  const unit = unitOf(
    definition,
    subject.opened ? subject : { ...subject, opened: { on: entry.effectiveAt, unit: entry.actor.unit } },
  );
  const notices = ladderNotices(definition, subject, entry, unit, district);
  if (!notices.length) return decided;
  const { hash: _, ...open } = entry;
  const outcome = { ...entry.outcome, notices: [...entry.outcome.notices, ...notices] };
  const again = sealed({ ...open, outcome });
  return { ...decided, ...again, subject: { ...subject, head: again.entry.hash } };
}
