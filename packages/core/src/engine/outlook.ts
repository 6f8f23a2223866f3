/**
 * What can be said of an event before its form is filled: with the payload unknown, only rules that cannot be met
 * whatever is typed count. Answers that were not asked yet are unknown as well.
 */
import type { Composed } from '../compose/composed.ts';
import { askKey, type Env } from '../meaning/env.ts';
import { span } from '../meaning/evaluate.ts';
import { ANY } from '../meaning/values.ts';
import type { Act, Answers } from './act.ts';
import { activeRegions, candidatesIn, standing } from './choose.ts';
import { type Draft, frameOf, type Setting, type StepFrame } from './draft.ts';
import type { Ready, ReadyRow } from './prepared.ts';
import { roleReason, ruleReason, stateReasons } from './reasons.ts';
import type { Reason } from './refusal.ts';

export interface Outlook {
  /** Reasons that hold whatever is typed; empty: the form may be offered. */
  reasons: Reason[];
  /** The role acts for others: the form asks for whom, and for the paper. */
  behalf: boolean;
}
export interface OutlookInput {
  definition: Composed;
  setting: Setting;
  draft: Draft;
  prepared: Ready;
  act: Pick<Act, 'type' | 'actor'>;
  answers: Answers;
}

/** A frame in which the payload and every answer that was not asked are unknown. */
export function unknownFrame({ setting, draft, act, answers }: OutlookInput): StepFrame {
  const frame = frameOf(setting, draft, { payload: {}, actor: act.actor });
  frame.roots.event = ANY;
  frame.ask = (name, args) => {
    const key =
      args && Object.values(args).every((value) => typeof value !== 'symbol') ? askKey(name, args) : undefined;
    return key !== undefined && key in answers ? answers[key] : ANY;
  };
  return frame;
}

/** Reasons that refuse whatever the payload is, state and rules together, without those about the role. */
export function mayNot(input: OutlookInput): Reason[] {
  const { prepared, draft, act, definition } = input;
  const frame = unknownFrame(input);
  const rows = activeRegions(prepared, draft).flatMap((region) =>
    possible(candidatesIn(region, act.type, draft), frame),
  );
  if (rows.length === 0) return stateReasons(definition, prepared, draft, act.type, candidates(input), frame);
  return fewest(input, rows, frame);
}

const candidates = ({ prepared, draft, act }: OutlookInput): ReadyRow[] =>
  activeRegions(prepared, draft).flatMap((region) => candidatesIn(region, act.type, draft));

/** Rows of one region that may be taken: up to the first that is surely taken. */
function possible(rows: readonly ReadyRow[], env: Env): ReadyRow[] {
  const out: ReadyRow[] = [];
  for (const row of rows) {
    const when = row.row.when ? span(row.row.when, env) : ([2, 2] as const);
    if (when[1] < 2) continue;
    out.push(row);
    if (when[0] === 2) break;
  }
  return out;
}

/** Of the rows of the body (else of the others) the one that fails least, with the rules of the event. */
function fewest(
  { prepared, act, definition, draft }: OutlookInput,
  rows: readonly ReadyRow[],
  frame: StepFrame,
): Reason[] {
  const body = rows.filter((row) => row.region === 'stage');
  const common = prepared.eventRules.get(act.type) ?? [];
  let best: Reason[] | undefined;
  for (const row of body.length ? body : rows) {
    const failing = [...new Set([...common, ...row.rules])].filter((rule) => span(rule.need(act.type), frame)[1] < 2);
    const reasons = failing.map((rule) => ruleReason(definition, rule, act.type, frame, draft));
    if (!best || reasons.length < best.length) best = reasons;
    if (best.length === 0) break;
  }
  return best ?? [];
}

/** Whether a form may be offered to an actor, and if not, every reason. */
export function outlook(input: OutlookInput): Outlook {
  const { prepared, draft, act, definition } = input;
  const all = candidates(input);
  const unsure = unknownFrame(input);
  const rows = activeRegions(prepared, draft).flatMap((region) =>
    possible(candidatesIn(region, act.type, draft), unsure),
  );
  const by = [
    ...(all.length ? new Set(rows.flatMap((row) => row.row.by ?? [])) : (prepared.roles.get(act.type) ?? [])),
  ];
  const how = standing(definition, by, act.actor);
  const behalf = how === 'behalf' || how === 'behalf-unproved';
  // Whom the actor acts for is typed into the form as well.
  const actor = behalf ? { ...act.actor, behalf: ANY as never, evidence: ANY as never } : act.actor;
  const reasons = mayNot({ ...input, act: { ...act, actor } });
  if (how === undefined && (all.length === 0 || rows.length > 0))
    return { reasons: [roleReason(definition, by, act), ...reasons], behalf };
  return { reasons, behalf };
}
