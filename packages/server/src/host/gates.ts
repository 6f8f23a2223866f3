/**
 * The gates in their order (design §12): signed in (`routes.ts`) → may see the subject → may do the event →
 * payload, state, rules and blocks (the engine). A later gate is asked only when the earlier one passed.
 */

import type { Composed, Refusal } from '@fengqiao/core';
import { refusal } from '@fengqiao/core';
import type { KindCall, Opened, Step } from './call.ts';
import type { SignedIn } from './context.ts';
import { definitionOf } from './context.ts';
import { openSubject } from './opened.ts';
import { postFor } from './posts.ts';

/** Second gate. Unknown and forbidden are one answer, found in the same way: both read the database once. */
export async function subjectGate(call: KindCall, id: string): Promise<Opened | Refusal> {
  const opened = await openSubject(call, id);
  if (!opened) return refusal('UNKNOWN_SUBJECT');
  call.res.locals.subject = id;
  return opened;
}

/** Third gate: the role of the post, for the event, in the unit of the subject (whose units the second gate has compared). */
export function stepGate(call: KindCall, opened: Opened | undefined): Step | Refusal {
  const definition = opened?.definition ?? definitionOf(call.user.district, call.kind);
  const { event, sitting } = call.params;
  if (event !== undefined) {
    const def = Object.hasOwn(definition.events, event) ? definition.events[event] : undefined;
    if (!def || def.internal || Boolean(def.opens) !== !opened) return refusal('UNKNOWN_EVENT');
    if (!postFor(definition, call.user, event)) return notAllowed(definition, event);
    return { definition, type: 'event', id: event, def };
  }
  const def =
    sitting !== undefined && Object.hasOwn(definition.sittings, sitting) ? definition.sittings[sitting] : undefined;
  if (!def || sitting === undefined || def.from.length > 0 !== Boolean(opened)) return refusal('UNKNOWN_EVENT');
  for (const step of def.steps)
    if (!step.when && !postFor(definition, call.user, step.event)) return notAllowed(definition, step.event);
  return { definition, type: 'sitting', id: sitting, def };
}

function notAllowed(definition: Composed, event: string): Refusal {
  const said = refusal('ROLE_NOT_ALLOWED');
  const regions = [...Object.values(definition.regions), ...Object.values(definition.pointRegions)];
  const who = [
    ...new Set(
      regions
        .flatMap((region) => region.rows)
        .filter((row) => row.on === event)
        .flatMap((row) => row.by ?? []),
    ),
  ];
  const names = who.map((role) => definition.roles[role]).filter((role) => role !== undefined);
  const cure = {
    zh: `可由以下岗位办理：${names.map((role) => role.zh).join('、')}`,
    en: `these may do it: ${names.map((role) => role.en).join(', ')}`,
    event,
    who,
  };
  return {
    ...said,
    reasons: said.reasons.map((reason) => ({ ...reason, event, ...(names.length ? { cure: [cure] } : {}) })),
  };
}

/**
 * The person under the post that takes the step: the chosen one where its role may, else another that is held today.
 * The form says which, and carries it. A sitting takes a post for each of its acts.
 */
export function actingFor(step: Step, user: SignedIn): SignedIn {
  const found = step.type === 'event' ? postFor(step.definition, user, step.id) : undefined;
  return found ? { ...user, post: found.post } : user;
}
