/**
 * Whether an event may happen to a subject and what becomes of it: pure, from the definition, the subject, the act,
 * the answers and the moment (design §9). Gates: known event → role → payload → state, rules and blocks together.
 */
import type { Calendar } from '../calendar/index.ts';
import type { Subject } from '../chart/subject.ts';
import type { Composed } from '../compose/composed.ts';
import { verifyStep } from '../machine/step.ts';
import type { Act, Answers, Moment } from './act.ts';
import { changesOf } from './changes.ts';
import { activeRegions, type Chosen, candidatesIn, chooseRows, deciding, standing, TERM_EXPIRED } from './choose.ts';
import { type Draft, frameOf, type Setting, type StepFrame } from './draft.ts';
import { effectsOf, type Resolved } from './effects.ts';
import { sealed } from './entry.ts';
import type { Entry } from './envelope.ts';
import { mayNot } from './outlook.ts';
import { parsePayload } from './payload.ts';
import { type Ready, type ReadyRule, ready } from './prepared.ts';
import type { Question } from './providers.ts';
import { lackingReason, refusedAs, roleReason, ruleReason, stateReasons } from './reasons.ts';
import { type Reason, type Refusal, refusal } from './refusal.ts';
import { draftFor, isFinal, settingOf } from './setting.ts';
import { makeStep, type Step } from './stages.ts';
import { expiring } from './terms.ts';

export interface DecideInput {
  definition: Composed;
  calendar: Calendar;
  subject: Subject | undefined;
  identity: { district: string; kind: string; id: string };
  act: Act;
  answers: Answers;
  moment: Moment;
  /** The gapless number that was taken for this event. */
  number?: { series: string; value: string };
  /** Other subjects on which answers stand. */
  reads?: { subject: string; seq: number }[];
}
export interface Accepted {
  ok: true;
  subject: Subject;
  entry: Entry;
  /** The canonical bytes that were hashed. */
  bytes: string;
  /** What is done after the commit, in order. */
  effects: Resolved[];
}
/** A refusal; where answers were lacking, the questions that must be asked before it is decided again. */
export interface Refused extends Refusal {
  questions?: Question[];
}

/** Decides one act. Never throws for what people send; throws for a definition that does not settle or does not fit its machine. */
export function decide(input: DecideInput): Accepted | Refused {
  const { definition, subject, act } = input;
  const event = definition.events[act.type];
  if (!event) return refusal('UNKNOWN_EVENT');
  if (!subject && !event.opens) return refusal('UNKNOWN_SUBJECT');
  const prepared = ready(definition);
  const draft = draftFor(prepared, subject);
  const setting = settingOf(input);
  const early = roleGate(prepared, definition, draft, act);
  if (early) return early;

  const dated = occurredReason(act, input.moment);
  const parsed = parsePayload(event.form, act.payload);
  if (!parsed.ok || dated) {
    const faults = [...(parsed.ok ? [] : parsed.reasons), ...(dated ? [dated] : [])];
    return refusal('INVALID_PAYLOAD', [...faults, ...mayNot({ ...input, setting, draft, prepared })]);
  }
  const payload = parsed.payload;
  const frame = frameOf(setting, draft, { payload, actor: act.actor });
  if (subject && (event.opens || isFinal(prepared, draft)))
    return refusal('WRONG_STATE', stateReasons(definition, prepared, draft, act.type, [], frame));

  const expired = act.type === TERM_EXPIRED ? expiring(draft.terms, payload) : undefined;
  if (act.type === TERM_EXPIRED && !expired) return refusal('WRONG_STATE', [lateReason()]);
  const chosen = chooseRows(prepared, draft, frame, act.type);
  if (chosen.taken.length === 0 && !expired) return notTaken(definition, prepared, draft, act, chosen, frame);
  const row = expired ? undefined : deciding(chosen.taken);
  if (row && !mayAct(definition, row.row.by ?? [], act))
    return refusal('ROLE_NOT_ALLOWED', [roleReason(definition, row.row.by ?? [], act)]);

  const refused = rulesGate(definition, prepared, act, chosen, frame, draft);
  if (refused) return refused;

  const step: Step = { ready: prepared, draft, frame, setting, signals: [], seq: (subject?.seq ?? 0) + 1 };
  const before = { ...draft.state };
  frame.missed = false;
  makeStep(step, act.type, chosen.taken, expired);
  if (frame.missed) return lacking(definition, frame);
  verifyStep(definition, subject ? before : undefined, act.type, draft.taken, draft.state);
  return accepted(input, prepared, step, payload, setting);
}

const mayAct = (definition: Composed, by: readonly string[], act: Act): boolean => {
  const how = standing(definition, by, act.actor);
  return how === 'own' || how === 'behalf';
};

/** Refuses a role that no row of the event admits, here or at all, before anything else is looked at. */
function roleGate(prepared: Ready, definition: Composed, draft: Draft, act: Act): Refused | undefined {
  if (act.type === TERM_EXPIRED && definition.roles[act.actor.role]?.part === 'clock') return undefined;
  const here = activeRegions(prepared, draft).flatMap((region) => candidatesIn(region, act.type, draft));
  const by = here.length ? here.flatMap((row) => row.row.by ?? []) : [...(prepared.roles.get(act.type) ?? [])];
  if (act.type !== TERM_EXPIRED && mayAct(definition, by, act)) return undefined;
  return refusal('ROLE_NOT_ALLOWED', [roleReason(definition, [...new Set(by)], act)]);
}

/** The day on which an act happened is a civil date and not in the future. */
function occurredReason(act: Act, moment: Moment): Reason | undefined {
  if (act.occurredOn === undefined) return undefined;
  const on = act.occurredOn;
  const text =
    !/^\d{4}-\d{2}-\d{2}$/.test(on) || Number.isNaN(Date.parse(on))
      ? { zh: '发生日期须是日期（年-月-日）', en: 'The day on which it happened must be a date (year-month-day)' }
      : on > moment.today
        ? { zh: '发生日期不得晚于今日', en: 'The day on which it happened may not be in the future' }
        : undefined;
  return text && { code: 'INVALID_PAYLOAD', path: 'occurredOn', text };
}

const lateReason = (): Reason => ({
  code: 'WRONG_STATE',
  text: { zh: '该期限已不在计时', en: 'this term is not running any more' },
});

function notTaken(
  definition: Composed,
  prepared: Ready,
  draft: Draft,
  act: Act,
  chosen: Chosen,
  frame: StepFrame,
): Refused {
  if (chosen.missed) return lacking(definition, frame);
  return refusal('WRONG_STATE', stateReasons(definition, prepared, draft, act.type, chosen.candidates, frame));
}

/** Rules of the event and of the taken rows; each once, in this order. */
export function rulesOf(prepared: Ready, event: string, rows: Chosen['taken']): ReadyRule[] {
  return [...new Set([...(prepared.eventRules.get(event) ?? []), ...rows.flatMap((row) => row.rules)])];
}

function rulesGate(
  definition: Composed,
  prepared: Ready,
  act: Act,
  chosen: Chosen,
  frame: StepFrame,
  draft: Draft,
): Refused | undefined {
  const reasons: Reason[] = [];
  let missed = false;
  for (const rule of rulesOf(prepared, act.type, chosen.taken)) {
    frame.missed = false;
    if (rule.test(act.type)(frame) === true) continue;
    if (frame.missed) missed = true;
    else reasons.push(ruleReason(definition, rule, act.type, frame, draft));
  }
  if (missed) return lacking(definition, frame);
  return reasons.length ? refusal(refusedAs(reasons), reasons) : undefined;
}

const lacking = (definition: Composed, frame: StepFrame): Refused => {
  const questions = [...frame.lacking.values()];
  return {
    ...refusal(
      'CAPABILITY_MISSING',
      questions.map((question) => lackingReason(definition, question)),
    ),
    questions,
  };
};

function accepted(
  input: DecideInput,
  prepared: Ready,
  step: Step,
  payload: Act['payload'],
  setting: Setting,
): Accepted {
  const { definition, subject, act, identity, answers, number } = input;
  const { draft, frame, seq } = step;
  const facts = Object.fromEntries([...frame.used].sort().map((key) => [key, answers[key]!]));
  if (number) facts[`number:${number.series}`] = number.value;
  const part = definition.roles[act.actor.role]?.part;
  const { entry, bytes } = sealed({
    v: 1,
    district: identity.district,
    kind: identity.kind,
    subject: identity.id,
    seq,
    eventId: act.eventId,
    type: act.type,
    payload,
    actor: { ...act.actor, ...(part && { part }) },
    at: setting.at.now,
    effectiveAt: setting.at.on,
    shape: definition.shape,
    conduct: definition.conduct,
    facts,
    reads: input.reads ?? [],
    ...(act.cause && { cause: act.cause }),
    outcome: {
      state: draft.state,
      done: draft.done,
      taken: draft.taken,
      changes: changesOf(subject?.data ?? {}, draft.data),
      terms: [...draft.changedTerms.values()],
      documents: draft.produced,
      notices: draft.notices,
      pointEntered: draft.pointEntered,
    },
    prev: subject?.head ?? '',
    alg: 'sha256',
  });
  const next: Subject = {
    ...subject,
    district: identity.district,
    kind: identity.kind,
    id: identity.id,
    seq,
    pointSeq: draft.pointEntered ? seq : (subject?.pointSeq ?? seq),
    shape: definition.shape,
    conduct: definition.conduct,
    state: draft.state,
    done: draft.done,
    data: draft.data,
    terms: draft.terms,
    documents: draft.documents,
    claims: subject?.claims ?? {},
    at: entry.at,
    head: entry.hash,
  };
  return { ok: true, subject: next, entry, bytes, effects: effectsOf(prepared, definition, frame, act.type) };
}
