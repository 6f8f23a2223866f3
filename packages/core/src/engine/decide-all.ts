/** Several acts of one subject in order, all or none: a sitting (`dispute.md` §16), and how its form becomes acts. */
import type { Calendar } from '../calendar/index.ts';
import type { Subject } from '../chart/subject.ts';
import type { Composed } from '../compose/composed.ts';
import type { SittingDef } from '../language/definition.ts';
import type { Json } from '../language/expressions.ts';
import { holds, objectOf, type Vars, value } from '../meaning/evaluate.ts';
import type { Act, Actor, Answers, Moment } from './act.ts';
import { type Accepted, type DecideInput, decide, type Refused } from './decide.ts';
import { frameOf } from './draft.ts';
import { ready } from './prepared.ts';
import { draftFor, settingOf } from './setting.ts';

export interface DecidedAll {
  ok: true;
  subject: Subject;
  /** One for each act, in order. */
  steps: Accepted[];
}
export type DecideAllInput = Omit<DecideInput, 'act' | 'number'> & {
  acts: readonly Act[];
  /** Gapless numbers by act, where the event takes one. */
  numbers?: readonly ({ series: string; value: string } | undefined)[];
};

/** Decides acts in order; the rules of a later one see what the earlier ones made. The first refusal names its step and event. */
export function decideAll(input: DecideAllInput): DecidedAll | (Refused & { step: number; event: string }) {
  const { acts, numbers, ...rest } = input;
  let subject = input.subject;
  const steps: Accepted[] = [];
  for (const [step, act] of acts.entries()) {
    const number = numbers?.[step];
    const decided = decide({ ...rest, subject, act, ...(number && { number }) });
    if (!decided.ok)
      return {
        ...decided,
        step,
        event: act.type,
        reasons: decided.reasons.map((reason) => ({ ...reason, step, event: act.type })),
      };
    steps.push(decided);
    subject = decided.subject;
  }
  if (!subject || steps.length === 0) throw new Error('a sitting has at least one act');
  return { ok: true, subject, steps };
}

/** An event that a sitting raises. Who acts is for the caller: the posts of the person decide the role. */
export interface SittingAct {
  /** Place of the step in the sitting, from 0; steps over a list have several acts. */
  step: number;
  type: string;
  payload: { [key: string]: Json };
  /** Members whose act it is, where the step is one of a party. */
  behalf?: string[];
}

/**
 * The acts of a sitting, from what its form says (read as `form.*`) and the subject as it is before the sitting.
 * A step whose `when` is not true is left out; one with `each` is raised once per item.
 */
export function sittingActs(
  definition: Composed,
  sitting: SittingDef,
  form: { [key: string]: Json },
  context: {
    calendar: Calendar;
    subject: Subject | undefined;
    moment: Moment;
    actor: Actor;
    answers?: Answers;
    occurredOn?: string;
  },
): SittingAct[] {
  const draft = draftFor(ready(definition), context.subject);
  const setting = settingOf({
    ...context,
    definition,
    answers: context.answers ?? {},
    act: context.occurredOn === undefined ? {} : { occurredOn: context.occurredOn },
  });
  const frame = frameOf(setting, draft, { payload: {}, actor: context.actor });
  frame.roots.form = form;
  const acts: SittingAct[] = [];
  for (const [at, step] of sitting.steps.entries()) {
    const raise = (vars: Vars) => {
      if (step.when && holds(step.when, frame, vars) !== true) return;
      const behalf = step.behalf === undefined ? undefined : value(step.behalf, frame, vars);
      acts.push({
        step: at,
        type: step.event,
        payload: objectOf(step.with, frame, vars) as { [key: string]: Json },
        ...(behalf !== undefined && behalf !== null && { behalf: [behalf].flat().map(String) }),
      });
    };
    if (!step.each) {
      raise({});
      continue;
    }
    const [list, name, where] = step.each;
    const items = value(list, frame);
    if (!Array.isArray(items)) continue;
    for (const item of items) {
      const vars = { [name]: item };
      if (!where || holds(where, frame, vars) === true) raise(vars);
    }
  }
  return acts;
}
