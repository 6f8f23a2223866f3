/** What waits on one subject, decided in order as far as it can go into one commit. */
import type { Subject } from '../chart/subject.ts';
import { answeredBefore, isRemembered, REMEMBER_DAYS } from './answers.ts';
import { decideAsking } from './ask.ts';
import { basisMoved } from './basis.ts';
import type { Waiting } from './batcher.ts';
import { commitOf } from './commit-of.ts';
import type { Ground } from './decide-acts.ts';
import { isEngineEvent } from './engine-events.ts';
import type { Piece } from './piece.ts';
import { type Refusal, refusal } from './refusal.ts';
import type { EngineParts, Submission, Submitted } from './runner-port.ts';
import type { Commit, KeptAnswer } from './store-port.ts';

export interface Item extends Waiting {
  submission: Submission;
  /** Subject that it is about; derived from the event id where it opens one. */
  id: string;
  hash: string;
  depth: number;
  tries: number;
  failures: number;
  answer(result: Submitted): void;
  fail(error: unknown): void;
}
export interface Group {
  commit?: Commit;
  before: Subject | undefined;
  pieces: (Piece & { item: Item })[];
  /** Those that must wait for this commit. */
  later: Item[];
}

/** Decides the items of one subject. Refused ones are answered here; what is left makes one commit. */
export async function decideGroup(
  parts: EngineParts,
  items: readonly Item[],
  { before, answerTo }: { before: Subject | undefined; answerTo(item: Item): KeptAnswer | undefined },
): Promise<Group> {
  const group: Group = { before, pieces: [], later: [] };
  let subject = before;
  for (const [at, item] of items.entries()) {
    try {
      const known = answered(parts, item, answerTo(item));
      if (known) {
        item.answer(known);
        continue;
      }
      const ground = await groundOf(parts, item, subject);
      if ('ok' in ground) {
        await refuse(parts, item, ground);
        continue;
      }
      const decided = await decideAsking(ground);
      const moved = subject && item.submission.basis ? basisMoved(subject, item.submission.basis) : [];
      if (!decided.ok) {
        const conflict =
          moved.length > 0 && !['WRONG_STATE', 'ROLE_NOT_ALLOWED', 'INVALID_PAYLOAD'].includes(decided.code);
        await refuse(parts, item, conflict ? refusal('CONFLICT', moved) : decided);
        continue;
      }
      if (moved.length) {
        await refuse(parts, item, refusal('CONFLICT', moved));
        continue;
      }
      const { numbering } = decided;
      if (group.pieces.length && (numbering || item.alone)) {
        item.alone = true;
        group.later = items.slice(at);
        break;
      }
      await parts.pauseAt?.('decided', item.submission.acts[0]!.eventId);
      group.pieces.push({ submission: item.submission, hash: item.hash, depth: item.depth, ground, decided, item });
      subject = decided.subject;
      if (numbering || item.alone) {
        group.later = items.slice(at + 1);
        break;
      }
    } catch (error) {
      item.fail(error);
    }
  }
  if (group.pieces.length) group.commit = commitOf(before, group.pieces);
  return group;
}

/** The answer that the event id got before; a refusal only until its day. */
function answered(parts: EngineParts, item: Item, found: KeptAnswer | undefined): Submitted | undefined {
  if (!found) return undefined;
  if (found.refusal && found.until && Date.parse(found.until) < Date.parse(parts.clock.now())) return undefined;
  return answeredBefore(found, item.hash, item.actor);
}

async function groundOf(parts: EngineParts, item: Item, subject: Subject | undefined): Promise<Ground | Refusal> {
  const { submission } = item;
  const district = parts.district(submission.district);
  if (!district) return refusal('UNKNOWN_SUBJECT');
  if (subject ? subject.kind !== submission.kind : submission.subject !== undefined) return refusal('UNKNOWN_SUBJECT');
  const definition = subject ? await district.byConduct(subject.conduct) : district.current(submission.kind);
  if (!definition) return refusal(subject ? 'VERSION_NOT_HERE' : 'UNKNOWN_SUBJECT');
  if (submission.acts.some(({ type }) => !isEngineEvent(type) && !Object.hasOwn(definition.events, type)))
    return refusal('UNKNOWN_EVENT');
  const now = parts.clock.now();
  const today = district.calendar.dayOf(now);
  for (const { actor } of submission.acts) {
    const part = definition.roles[actor.role]?.part;
    const office = part !== undefined && part !== 'party' && part !== 'clock' && !actor.plugin;
    if (office && district.holds && !district.holds(actor, today)) {
      return refusal('ROLE_NOT_ALLOWED', [
        { code: 'ROLE_NOT_ALLOWED', text: { zh: '您已不在该岗位', en: 'you do not hold this post any more' } },
      ]);
    }
  }
  return {
    definition,
    district,
    kind: submission.kind,
    id: item.id,
    subject,
    acts: submission.acts,
    moment: { now, today },
    answers: {},
    reads: [],
    random: parts.random,
  };
}

/** Tells of a refusal; one of a rule is kept, so that the same form sent again gets the same answer. */
export async function refuse(parts: EngineParts, item: Item, refused: Refusal): Promise<void> {
  const { district, acts } = item.submission;
  const clean: Refusal = { ok: false, status: refused.status, code: refused.code, reasons: refused.reasons };
  const byPerson = !acts[0]!.actor.plugin && item.depth === 0;
  if (isRemembered(clean) && byPerson) {
    const until = new Date(Date.parse(parts.clock.now()) + REMEMBER_DAYS * 86_400_000).toISOString();
    await parts.store.remember({
      district,
      eventId: acts[0]!.eventId,
      payloadHash: item.hash,
      actor: item.actor,
      body: { subject: item.id },
      refusal: clean,
      until,
    });
  }
  item.answer(clean);
}
