/** Everything that may be done with a subject: each event, available or with all reasons why not. */
import type { Calendar } from '../calendar/index.ts';
import type { Subject } from '../chart/subject.ts';
import type { Composed } from '../compose/composed.ts';
import type { Schema } from '../language/definition.ts';
import type { Text } from '../language/text.ts';
import { span } from '../meaning/evaluate.ts';
import type { Actor, Answers, Moment } from './act.ts';
import type { Draft, Setting } from './draft.ts';
import { outlook, unknownFrame } from './outlook.ts';
import { type Ready, ready } from './prepared.ts';
import { roleReason, stateReasons } from './reasons.ts';
import type { Reason } from './refusal.ts';
import { draftFor, isFinal, settingOf } from './setting.ts';

export interface Option {
  event: string;
  text: Text;
  verb: Text;
  available: boolean;
  /** Why it is not available; every reason, with what would cure it. */
  reasons: Reason[];
  form: Schema;
  /** The actor acts for others here: the form asks for whom and for the signed paper. */
  behalf?: true;
  /** A row of the present state names the event: it belongs to this step even while a rule refuses it. */
  here: boolean;
}
export interface SittingOption {
  sitting: string;
  text: Text;
  form: Schema;
  available: boolean;
  reasons: Reason[];
}

/** Whether some row of the present state names the event: a region that runs has it, or nothing exists yet. */
export function hereIn(definition: Composed, subject: Subject | undefined, event: string): boolean {
  const prepared = ready(definition);
  const draft = draftFor(prepared, subject);
  return [...prepared.base, ...prepared.points].some((region) =>
    region.rows.get(event)?.some((row) => !draft.exists || row.row.from.includes(draft.state[region.name] ?? '')),
  );
}

/**
 * Every event that people send. Rules that fail only for want of a payload do not count.
 * @param only events that are asked for; explaining all that are far away takes most of the time
 */
export function options(
  definition: Composed,
  calendar: Calendar,
  subject: Subject | undefined,
  actor: Actor,
  answers: Answers,
  moment: Moment,
  only: (event: string) => boolean = () => true,
): Option[] {
  const view = viewOf(definition, calendar, subject, answers, moment);
  return Object.entries(definition.events)
    .filter(([id, event]) => !event.internal && Boolean(event.opens) === (subject === undefined) && only(id))
    .map(([event, def]) => {
      const { reasons, behalf } = looked(view, event, actor);
      return {
        event,
        text: { zh: def.zh, en: def.en },
        verb: def.verb,
        available: reasons.length === 0,
        reasons,
        form: def.form,
        here: hereIn(definition, subject, event),
        ...(behalf && { behalf: true as const }),
      };
    });
}

interface View {
  definition: Composed;
  prepared: Ready;
  draft: Draft;
  setting: Setting;
  answers: Answers;
}

function viewOf(
  definition: Composed,
  calendar: Calendar,
  subject: Subject | undefined,
  answers: Answers,
  moment: Moment,
): View {
  const prepared = ready(definition);
  return {
    definition,
    prepared,
    answers,
    draft: draftFor(prepared, subject),
    setting: settingOf({ definition, calendar, subject, answers, moment, act: {} }),
  };
}

function looked(view: View, event: string, actor: Actor): { reasons: Reason[]; behalf: boolean } {
  const act = { type: event, actor };
  if (!isFinal(view.prepared, view.draft)) return outlook({ ...view, act });
  const frame = unknownFrame({ ...view, act });
  return { reasons: stateReasons(view.definition, view.prepared, view.draft, event, [], frame), behalf: false };
}

/**
 * The sittings of the chart that the present state offers (all of those that open a subject, without one).
 * A sitting is offered to an actor whose role, or roles (`roles`: all that the posts of the person hold), may raise
 * every event that it is sure to raise.
 */
export function sittingOptions(
  definition: Composed,
  calendar: Calendar,
  subject: Subject | undefined,
  actor: Actor,
  answers: Answers,
  moment: Moment,
  roles: readonly string[] = [actor.role],
): SittingOption[] {
  const view = viewOf(definition, calendar, subject, answers, moment);
  const stage = view.draft.state.stage;
  const out: SittingOption[] = [];
  for (const [sitting, def] of Object.entries(definition.sittings)) {
    if (subject ? !def.from.includes(stage!) : def.from.length > 0) continue;
    const frame = unknownFrame({ ...view, act: { type: '', actor } });
    frame.roots.form = frame.roots.event;
    if (def.when && span(def.when, frame)[1] < 2) continue;
    const reasons = def.steps
      .filter((step) => !step.when)
      .filter((step) => !roles.some((role) => mayRaise(view, step.event, { ...actor, role })))
      .map((step) =>
        roleReason(definition, [...(view.prepared.roles.get(step.event) ?? [])], { type: step.event, actor }),
      );
    out.push({ sitting, text: { zh: def.zh, en: def.en }, form: def.form, available: reasons.length === 0, reasons });
  }
  return out;
}

function mayRaise({ definition, prepared }: View, event: string, actor: Actor): boolean {
  const by = prepared.roles.get(event) ?? new Set<string>();
  return (
    by.has(actor.role) ||
    definition.behalf.some((rule) => rule.by.includes(actor.role) && rule.of.some((role) => by.has(role)))
  );
}
