/** Due work done: the clock's events and the reactions of plugins, through the same gate as everything else. */
import { isRemembered } from './answers.ts';
import { TERM_EXPIRED } from './choose.ts';
import { TERM_REMINDED } from './engine-events.ts';
import { derivedId } from './ids.ts';
import { type ReactionWork, submissionsOf } from './reactions.ts';
import type { Refusal } from './refusal.ts';
import type { EngineParts, Submission, Submitted } from './runner-port.ts';
import type { Claimed } from './store-port.ts';

export type Fired =
  | { done: true; late?: true; results: Submitted[] }
  /** `park`: it will not succeed by itself. */
  | { done: false; error: string; park: boolean; refusal?: Refusal };
type Send = (submission: Submission, depth: number) => Promise<Submitted>;

/** A reaction that is refused is tried again this long where it says `retryUntil`. */
const RETRY_DAYS = 7;

export async function fire(parts: EngineParts, send: Send, work: Claimed): Promise<Fired> {
  const { kind } = work.what;
  if (kind === 'term' || kind === 'remind')
    return fireTerm(parts, send, work, kind === 'term' ? TERM_EXPIRED : TERM_REMINDED);
  if (kind === 'reaction') return react(parts, send, work);
  return { done: false, error: 'UNKNOWN_WORK', park: true };
}

/** A term runs out under the clock's own post. A firing with an older token came late and is dropped. */
async function fireTerm(parts: EngineParts, send: Send, work: Claimed, type: string): Promise<Fired> {
  const [subject] = await parts.store.load(work.district, [work.subject]);
  const definition = subject && (await parts.district(work.district)?.byConduct(subject.conduct));
  if (!subject || !definition)
    return { done: false, error: subject ? 'VERSION_NOT_HERE' : 'UNKNOWN_SUBJECT', park: !subject };
  const { termId, key, days } = work.what;
  const term = subject.terms.find((one) => one.id === termId && one.key === key);
  if (term?.token !== work.token || term.status !== 'running') return { done: true, late: true, results: [] };
  const role = Object.entries(definition.roles).find(([, def]) => def.part === 'clock')?.[0] ?? 'clock';
  const all = {
    termId: termId!,
    key: key ?? '',
    token: work.token,
    ...(days !== undefined && { days }),
    ...(term.party && { party: term.party }),
  };
  const result = await send(
    {
      district: work.district,
      kind: subject.kind,
      subject: subject.id,
      acts: [
        {
          eventId: derivedId(work.district, work.subject, work.key, work.token, type),
          type,
          payload: type === TERM_EXPIRED ? declared(definition.events[type]?.form, all) : all,
          actor: { person: 'system', post: 'system', role, unit: subject.opened?.unit ?? '', plugin: 'clock' },
        },
      ],
    },
    0,
  );
  if (result.ok) return { done: true, results: [result] };
  return result.code === 'WRONG_STATE' ? { done: true, late: true, results: [result] } : failed(result, false);
}

/** Only what the form of the event names. */
function declared<V>(form: { properties?: unknown } | undefined, values: { [key: string]: V }): { [key: string]: V } {
  const fields = (form?.properties ?? {}) as { [field: string]: unknown };
  return Object.fromEntries(Object.entries(values).filter(([key]) => key in fields));
}

async function react(parts: EngineParts, send: Send, work: Claimed): Promise<Fired> {
  const what = work.what as unknown as ReactionWork;
  const [source] = await parts.store.load(work.district, [work.subject]);
  const definition = source && (await parts.district(work.district)?.byConduct(source.conduct));
  if (!source || !definition)
    return { done: false, error: source ? 'VERSION_NOT_HERE' : 'UNKNOWN_SUBJECT', park: !source };
  const submissions = await submissionsOf(parts, source, definition, what);
  if ('ok' in submissions)
    return what.onRefused === 'drop' ? { done: true, results: [submissions] } : failed(submissions, true);
  const results: Submitted[] = [];
  for (const submission of submissions) {
    const result = await send(submission, what.depth);
    results.push(result);
    if (result.ok || what.onRefused === 'drop') continue;
    if (!isRemembered(result)) return failed(result, result.status < 500 && result.status !== 429);
    const over = Date.parse(parts.clock.now()) > Date.parse(what.since) + RETRY_DAYS * 86_400_000;
    return failed(result, what.onRefused === 'park' || over);
  }
  return { done: true, results };
}

const failed = (refused: Refusal, park: boolean): Fired => ({
  done: false,
  error: [refused.code, ...refused.reasons.flatMap(({ rule }) => rule ?? [])].join(' '),
  park,
  refusal: refused,
});
