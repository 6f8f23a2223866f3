/** What an event id answers: the first answer, for ever or for seven days (design §9). */
import { createHmac } from 'node:crypto';
import { canonical } from '../language/canonical.ts';
import type { Json } from '../language/expressions.ts';
import type { Act } from './act.ts';
import { type Reason, type Refusal, type RefusalCode, refusal } from './refusal.ts';
import type { Done, Submission, Submitted } from './runner-port.ts';
import type { Answer } from './store-port.ts';

/** Refusals of rules; a refusal for another reason is answered anew each time. */
const REMEMBERED: ReadonlySet<RefusalCode> = new Set([
  'WRONG_STATE',
  'RULE_FAILED',
  'BLOCKED_BY',
  'TERM_PASSED',
  'DUPLICATE',
]);
export const isRemembered = (refused: Refusal): boolean => REMEMBERED.has(refused.code);
export const REMEMBER_DAYS = 7;

/** Keyed hash of what was sent: nobody who reads the table can try values of persons against it. */
export function payloadHash(key: string | Uint8Array, submission: Submission): string {
  const sent = submission.acts.map(({ type, payload, occurredOn, actor }) => ({
    type,
    payload,
    occurredOn,
    behalf: actor.behalf,
    evidence: actor.evidence,
  }));
  const whole = { kind: submission.kind, subject: submission.subject, acts: sent };
  return createHmac('sha256', key).update(canonical(whole), 'utf8').digest('hex');
}

/** Whose answer it is: the person, whatever post. A plugin that acts for an event is somebody else. */
export const actorKey = ({ actor }: Act): string => (actor.plugin ? `${actor.plugin}:${actor.person}` : actor.person);

/** The answers of all events of a submission: the first names the whole, the others belong to it. */
export function answersOf(submission: Submission, hash: string, body: Done['answer']): Answer[] {
  return submission.acts.map((act, at) => ({
    eventId: act.eventId,
    payloadHash: at === 0 ? hash : `${hash}:${at}`,
    actor: actorKey(act),
    body,
  }));
}

export const bodyOf = (
  done: Omit<Done, 'answer' | 'ok'> & { at: string; eventIds: string[] },
): { [key: string]: Json } => ({
  subject: done.subject,
  seq: done.seq,
  state: done.state,
  at: done.at,
  eventIds: done.eventIds,
});

/** The first answer again, if the same person sent the same thing; otherwise a refusal that tells nothing. */
export function answeredBefore(before: Answer & { refusal?: Refusal }, hash: string, actor: string): Submitted {
  if (before.payloadHash !== hash || before.actor !== actor) return refusal('EVENT_ID_REUSED');
  if (before.refusal) return before.refusal;
  const { subject, seq, state } = before.body as { subject: string; seq: number; state: Done['state'] };
  return { ok: true, subject, seq, state, answer: before.body };
}

/** Reasons of a sitting say to which of its steps they belong. */
export const atStep = (refused: Refusal, step: number, event: string, several: boolean): Refusal =>
  several ? { ...refused, reasons: refused.reasons.map((reason): Reason => ({ ...reason, step, event })) } : refused;
