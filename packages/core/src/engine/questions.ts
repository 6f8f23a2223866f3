/** Which answers a step may need: asked before it, so that deciding stays pure. */

import type { Calendar } from '../calendar/index.ts';
import type { Subject } from '../chart/subject.ts';
import type { Composed } from '../compose/composed.ts';
import type { Cond, Json, Op, Update } from '../language/expressions.ts';
import { askKey } from '../meaning/env.ts';
import { objectOf, type Vars, value } from '../meaning/evaluate.ts';
import { ANY } from '../meaning/values.ts';
import type { Act, Moment } from './act.ts';
import { activeRegions, candidatesIn } from './choose.ts';
import { frameOf, type StepFrame } from './draft.ts';
import { parsePayload } from './payload.ts';
import { ready } from './prepared.ts';
import type { Question } from './providers.ts';
import { draftFor } from './setting.ts';

/**
 * The questions that the rows of an event and its rules ask, with the arguments they have now. It may name more than
 * the step will read; what only shows after an update is named by the refusal of `decide` (`questions`).
 * `moment` and `calendar` are needed where an argument reads the time.
 */
export function questions(
  definition: Composed,
  subject: Subject | undefined,
  act: Act,
  context: { moment?: Moment; calendar?: Calendar } = {},
): Question[] {
  const event = definition.events[act.type];
  if (!event) return [];
  const prepared = ready(definition);
  const draft = draftFor(prepared, subject);
  const parsed = parsePayload(event.form, act.payload);
  const at = { now: context.moment?.now, today: context.moment?.today, on: act.occurredOn ?? context.moment?.today };
  const calendar = context.calendar ?? ({ dayOf: (instant: string) => instant.slice(0, 10) } as Calendar);
  const frame = frameOf({ definition, calendar, answers: {}, at: at as never }, draft, {
    payload: parsed.ok ? parsed.payload : act.payload,
    actor: act.actor,
  });
  if (!context.calendar) frame.due = () => undefined;
  const found = new Map<string, Question>();
  const gather = gatherer(definition, frame, found);
  const rows = activeRegions(prepared, draft).flatMap((region) => candidatesIn(region, act.type, draft));
  const rules = new Set([...(prepared.eventRules.get(act.type) ?? []), ...rows.flatMap((row) => row.rules)]);
  if (rows.length === 0) return [];
  for (const row of rows) gather(row.row.when, row.row.do);
  for (const rule of rules) gather(rule.need(act.type));
  for (const member of prepared.members) for (const { row } of member.rows.get(act.type) ?? []) gather(row.with);
  for (const row of prepared.base[0]!.rows.get('auto') ?? []) gather(row.row.when, row.row.do);
  return [...found.values()];
}

function gatherer(definition: Composed, frame: StepFrame, found: Map<string, Question>) {
  const seen = new Set<string>();
  const visit = (node: unknown, vars: Vars): void => {
    if (node === null || typeof node !== 'object') return;
    if (Array.isArray(node)) {
      for (const part of node) visit(part, vars);
      return;
    }
    const part = node as Record<string, any>;
    if (typeof part.ask === 'string') {
      note(part as { ask: string; with: { [arg: string]: Op } }, vars);
      visit(part.with, vars);
    } else if (typeof part.fact === 'string') once(`fact ${part.fact}`, definition.facts[part.fact]?.is);
    else if (typeof part.value === 'string') once(`value ${part.value}`, definition.values[part.value]?.of);
    else {
      const loop = part.some ?? part.every ?? part.pluck ?? part.each;
      if (Array.isArray(loop)) visitLoop(loop as [Op, string, ...unknown[]], part.do, vars);
      else for (const inner of Object.values(part)) visit(inner, vars);
    }
  };
  const visitLoop = ([list, name, ...inner]: [Op, string, ...unknown[]], body: unknown, vars: Vars) => {
    visit(list, vars);
    const items = value(list, frame, vars);
    if (Array.isArray(items)) for (const item of items) visit([inner, body], { ...vars, [name]: item });
  };
  const once = (key: string, node: unknown) => {
    if (seen.has(key)) return;
    seen.add(key);
    visit(node, {});
  };
  const note = (ask: { ask: string; with: { [arg: string]: Op } }, vars: Vars) => {
    const args = objectOf(ask.with, frame, vars);
    if (Object.values(args).some((arg) => arg === ANY)) return;
    found.set(askKey(ask.ask, args), { ask: ask.ask, with: args as { [arg: string]: Json } });
  };
  return (...nodes: (Cond | Update[] | { [key: string]: Op } | undefined)[]) => visit(nodes, {});
}
