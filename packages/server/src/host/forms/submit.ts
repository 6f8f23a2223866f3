/** What was sent, as acts: one for an event, several for a sitting, each under a post of the person that may take it. */

import type { Act, Actor, Basis, Json, Moment, Submitted } from '@fengqiao/core';
import { derivedId, fillIds, parsePayload, refusal, sittingActs } from '@fengqiao/core';
import type { Step, StepCall } from '../call.ts';
import { postFor } from '../posts.ts';

export interface Sent {
  eventId: string;
  payload: { [key: string]: Json };
  /** Civil date. */
  occurredOn?: string;
  behalf?: string[];
  evidence?: Json;
  basis?: Basis;
}

export type Submitting = Pick<StepCall, 'deps' | 'user' | 'kind' | 'step' | 'opened'>;

export const momentOf = ({ deps, user }: Pick<Submitting, 'deps' | 'user'>): Moment => {
  const now = deps.clock.now();
  return { now, today: user.district.calendar.dayOf(now) };
};

export async function submit(call: Submitting, sent: Sent): Promise<Submitted> {
  if (call.step.type === 'sitting') {
    const before = await answeredSitting(call, sent.eventId);
    if (before) return before;
  }
  const acts = call.step.type === 'event' ? eventActs(call, call.step, sent) : sittingOf(call, call.step, sent);
  if (!Array.isArray(acts)) return acts;
  return call.deps.engine.submit({
    district: call.user.district.id,
    kind: call.kind,
    ...(call.opened ? { subject: call.opened.subject.id } : {}),
    acts,
    ...(sent.basis && call.opened ? { basis: sent.basis } : {}),
  });
}

function eventActs({ user }: Submitting, step: Step, sent: Sent): Act[] | Submitted {
  const { post } = user;
  if (!post) return refusal('ROLE_NOT_ALLOWED');
  return [
    {
      eventId: sent.eventId,
      type: step.id,
      payload: sent.payload,
      actor: actorOf(user.person, post, sent),
      ...(sent.occurredOn ? { occurredOn: sent.occurredOn } : {}),
    },
  ];
}

function sittingOf(call: Submitting, step: Extract<Step, { type: 'sitting' }>, sent: Sent): Act[] | Submitted {
  const { user, opened } = call;
  const { definition } = step;
  if (!user.post) return refusal('ROLE_NOT_ALLOWED');
  const parsed = parsePayload(step.def.form, fillIds(step.def.form, sent.payload, opened?.subject));
  if (!parsed.ok) return refusal('INVALID_PAYLOAD', parsed.reasons);
  const acts = sittingActs(definition, step.def, parsed.payload, {
    calendar: user.district.calendar,
    subject: opened?.subject,
    moment: momentOf(call),
    actor: actorOf(user.person, user.post, sent),
    ...(sent.occurredOn ? { occurredOn: sent.occurredOn } : {}),
  });
  // The paper that proves acts of others is a field of the form, or beside it.
  const evidence = sent.evidence ?? parsed.payload.evidence;
  const made: Act[] = [];
  for (const [at, act] of acts.entries()) {
    const found = postFor(definition, user, act.type);
    if (!found)
      return refusal('ROLE_NOT_ALLOWED', [
        { code: 'ROLE_NOT_ALLOWED', text: refusal('ROLE_NOT_ALLOWED').reasons[0]!.text, step: at, event: act.type },
      ]);
    made.push({
      eventId: at === 0 ? sent.eventId : derivedId(sent.eventId, at),
      type: act.type,
      payload: act.payload,
      actor: actorOf(user.person, found.post, act.behalf ? { behalf: act.behalf, evidence } : {}),
      ...(sent.occurredOn ? { occurredOn: sent.occurredOn } : {}),
    });
  }
  return made.length
    ? made
    : refusal('INVALID_PAYLOAD', [
        { code: 'INVALID_PAYLOAD', text: { zh: '没有可办理的内容', en: 'there is nothing to do in this form' } },
      ]);
}

/**
 * A sitting that was sent twice gets its first answer: its acts follow from the state, so that the second time they would
 * be others. The id is minted with the form and belongs to the person who got it.
 */
async function answeredSitting({ deps, user }: Submitting, eventId: string): Promise<Submitted | undefined> {
  const answer = await deps.store.answer(user.district.id, eventId);
  if (!answer || answer.refusal) return undefined;
  if (answer.actor !== user.person) return refusal('EVENT_ID_REUSED');
  const { subject, seq, state } = answer.body as { subject: string; seq: number; state: { [region: string]: string } };
  return { ok: true, subject, seq, state, answer: answer.body };
}

function actorOf(
  person: string,
  post: { id: string; role: string; unit: string },
  { behalf, evidence }: Pick<Sent, 'behalf' | 'evidence'>,
): Actor {
  return {
    person,
    post: post.id,
    role: post.role,
    unit: post.unit,
    ...(behalf?.length ? { behalf } : {}),
    ...(evidence !== undefined && evidence !== null && evidence !== '' ? { evidence } : {}),
  };
}
