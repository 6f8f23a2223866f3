/** The engine: what people, plugins and the clock send becomes durable, once, or is refused with all reasons (design §9). */
import type { Subject } from '../chart/subject.ts';
import { actorKey, answeredBefore, payloadHash } from './answers.ts';
import { createBatcher } from './batcher.ts';
import { doneOf } from './commit-of.ts';
import { type Fired, fire } from './fire.ts';
import { decideGroup, type Group, type Item, refuse } from './group.ts';
import { derivedId, isUuid } from './ids.ts';
import { type OfferQuery, type Offers, offersOf } from './offers.ts';
import { type Refusal, refusal } from './refusal.ts';
import { type EngineParts, LIMITS, type Limits, type Submission, type Submitted } from './runner-port.ts';
import type { Claimed, CommitResult, KeptAnswer } from './store-port.ts';
import { takenRefusal } from './unique-keys.ts';
import { unwritableAt } from './writable-text.ts';

export interface Engine {
  /** Resolves when the commit is durable, or with a refusal. Rejects only for a definition that is broken. */
  submit(submission: Submission): Promise<Submitted>;
  /** Everything that an actor may do with a subject, or why not; with the answers that this needs. */
  offers(query: OfferQuery): Promise<Offers>;
  /** Does one piece of due work: a term that ran out, a reminder, a reaction. */
  fire(work: Claimed): Promise<Fired>;
  /** Resolves when nothing waits and nothing is in flight. */
  idle(): Promise<void>;
}

/** A failed commit is tried this often, then its event is EVENT_UNWRITABLE. */
const FAILURES = 3;

export function createEngine(parts: EngineParts): Engine {
  const limits: Limits = { ...LIMITS, ...parts.limits };
  const inFlight = new Map<string, { hash: string; actor: string; result: Promise<Submitted> }>();
  const batcher = createBatcher<Item>(limits, (batch) =>
    process(batch).catch((error) => {
      for (const item of batch) item.fail(error);
    }),
  );

  async function process(batch: Item[]): Promise<void> {
    for (const item of batch) await parts.pauseAt?.('arrived', item.submission.acts[0]!.eventId);
    const bySubject = new Map<string, Item[]>();
    for (const item of batch) bySubject.set(item.subject, [...(bySubject.get(item.subject) ?? []), item]);
    let groups: Group[];
    try {
      const { heads, answerTo } = await load(batch);
      groups = await Promise.all(
        [...bySubject].map(([subject, items]) => decideGroup(parts, items, { before: heads.get(subject), answerTo })),
      );
    } catch {
      for (const item of batch) item.answer(refusal('UNAVAILABLE'));
      return;
    }
    await commitGroups(groups.filter((group) => group.commit));
    batcher.again(groups.flatMap((group) => group.later));
  }

  /** Snapshots and earlier answers of a batch: two round trips a district, beside each other. */
  async function load(batch: readonly Item[]) {
    const districts = [...new Set(batch.map(({ submission }) => submission.district))];
    const heads = new Map<string, Subject>();
    const answers = new Map<string, KeptAnswer>();
    const eventId = ({ submission }: Item) => submission.acts[0]!.eventId;
    await Promise.all(
      districts.map(async (district) => {
        const own = batch.filter(({ submission }) => submission.district === district);
        const [subjects, kept] = await Promise.all([
          parts.store.load(district, [...new Set(own.map(({ id }) => id))]),
          parts.store.answers(district, own.map(eventId)),
        ]);
        for (const subject of subjects) heads.set(keyOf(district, subject.id), subject);
        for (const answer of kept) answers.set(keyOf(district, answer.eventId), answer);
      }),
    );
    return { heads, answerTo: (item: Item) => answers.get(keyOf(item.submission.district, eventId(item))) };
  }

  /** A statement that fails as a whole is halved, until what fails stands alone. */
  async function commitGroups(groups: Group[]): Promise<void> {
    if (!groups.length) return;
    let results: CommitResult[];
    try {
      results = await parts.store.commit(groups.map((group) => group.commit!));
    } catch (error) {
      if (groups.length === 1) return settle(groups[0]!, { ok: 'failed', error: error as Error });
      const half = Math.ceil(groups.length / 2);
      await commitGroups(groups.slice(0, half));
      return commitGroups(groups.slice(half));
    }
    await Promise.all(groups.map((group, at) => settle(group, results[at]!)));
  }

  async function settle(group: Group, result: CommitResult): Promise<void> {
    const items = group.pieces.map((piece) => piece.item);
    if (result.ok === 'accepted') return accepted(group);
    if (result.ok === 'conflict') return tryAgain(items);
    if (result.ok === 'stale-reference') {
      await parts.refresh?.(group.commit!.district, result.number);
      return tryAgain(items);
    }
    // One of several that share a commit: each is tried by itself, so that only the one at fault is refused.
    if (items.length > 1) {
      for (const item of items) item.alone = true;
      return batcher.again(items);
    }
    const [item] = items as [Item];
    if (result.ok === 'taken')
      return refuse(parts, item, takenRefusal(group.pieces[0]!.ground.definition, result.rule));
    if (result.ok === 'duplicate') return item.answer(answeredBefore(result.answer, item.hash, item.actor));
    item.failures += 1;
    if (item.failures < FAILURES) return batcher.again([item]);
    item.answer(refusal(isConnection(result.error) ? 'UNAVAILABLE' : 'EVENT_UNWRITABLE'));
  }

  async function accepted(group: Group): Promise<void> {
    const { district, subject, due } = group.commit!;
    for (const { submission } of group.pieces) await parts.pauseAt?.('committed', submission.acts[0]!.eventId);
    // A numbered commit was made again with its number: its reactions are those of the piece.
    parts.committed?.({ district, subject, due: due.map(({ key }) => key) });
    for (const piece of group.pieces) piece.item.answer(doneOf(piece));
  }

  async function tryAgain(items: readonly Item[]): Promise<void> {
    const again: Item[] = [];
    for (const item of items) {
      item.tries += 1;
      if (item.tries > limits.tries) item.answer(refusal('BUSY'));
      else again.push(item);
    }
    batcher.again(again);
  }

  function send(submission: Submission, depth = 0): Promise<Submitted> {
    const wrong = malformed(submission);
    if (wrong) return Promise.resolve(wrong);
    const { district, acts } = submission;
    const [first] = acts as [Submission['acts'][number]];
    const hash = payloadHash(parts.payloadKey, submission);
    const actor = actorKey(first);
    const key = keyOf(district, first.eventId);
    const flying = inFlight.get(key);
    if (flying)
      return flying.hash === hash && flying.actor === actor
        ? flying.result
        : Promise.resolve(refusal('EVENT_ID_REUSED'));
    const id = submission.subject ?? derivedId(district, first.eventId);
    const result = new Promise<Submitted>((resolve, reject) => {
      const item: Item = {
        submission,
        id,
        hash,
        depth,
        actor,
        subject: keyOf(district, id),
        events: acts.length,
        alone: false,
        tries: 0,
        failures: 0,
        answer: resolve,
        fail: reject,
      };
      if (!batcher.add(item)) resolve(refusal('BUSY'));
    });
    inFlight.set(key, { hash, actor, result });
    const over = () => inFlight.delete(key);
    result.then(over, over);
    return result;
  }

  return {
    submit: (submission) => send(submission),
    offers: (query) => offersOf(parts, query),
    fire: (work) => fire(parts, send, work),
    idle: () => batcher.idle(),
  };
}

const keyOf = (district: string, id: string): string => `${district}\n${id}`;
const isConnection = (error: Error): boolean => {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && (/^(08|57|53)/.test(code) || /^(ECONN|EPIPE|ETIMEDOUT|UNAVAILABLE)/.test(code));
};

/** What cannot even be looked at: no act, ids that are none, text that no database can keep. */
function malformed({ acts }: Submission): Refusal | undefined {
  const say = (path: string, zh: string, en: string) =>
    refusal('INVALID_PAYLOAD', [{ code: 'INVALID_PAYLOAD', path, text: { zh, en } }]);
  if (!acts.length) return say('acts', '没有要办理的事项', 'there is nothing to do');
  const ids = new Set(acts.map(({ eventId }) => eventId));
  if (ids.size < acts.length || ![...ids].every(isUuid))
    return say('eventId', '事件编号无效', 'the event id is not valid');
  const strange = unwritableAt(
    acts.map(({ payload, actor, occurredOn }) => ({
      payload,
      evidence: actor.evidence,
      behalf: actor.behalf,
      occurredOn,
    })),
  );
  if (strange === undefined) return undefined;
  const path = strange.replace(/^\d+\.payload\./, '');
  return say(path, '含有无法保存的字符', 'has characters that cannot be stored');
}
