/** The store port in memory: for tests, trials and the command line. Nothing survives the process. */
import type { Subject } from '../chart/subject.ts';
import type { Json } from '../language/expressions.ts';
import { commitFault } from './commit-check.ts';
import type { Entry } from './envelope.ts';
import { precise } from './instants.ts';
import type { Linked } from './runner-port.ts';
import { linkToken } from './search-tokens.ts';
import type {
  Answer,
  Claimed,
  Commit,
  CommitResult,
  KeptAnswer,
  PersonalValue,
  Projection,
  RefusedAnswer,
  Store,
} from './store-port.ts';

interface Due extends Claimed {
  /** Due time, end of the lease, or next try. */
  readyAt: string;
  parked: boolean;
  error?: string;
}

/** The store with doors that tests and tools need beside the port. */
export interface MemoryStore extends Store {
  /** Sets the number of the reference data of a district; 0 before the first. */
  setReference(district: string, number: number): Promise<void>;
  /** Personal values by reference; unknown ones are absent. */
  personal(district: string, refs: readonly string[]): Promise<Map<string, string>>;
  /** Subjects of the district that name this one. */
  linkedTo(district: string, subject: string): Promise<Linked[]>;
  /** What lists would show; undefined for an unknown subject. */
  projection(district: string, subject: string): Projection | undefined;
  /** Due work that waits, parked work included. */
  waiting(): (Claimed & { parked: boolean; error?: string })[];
}

const copy = <T>(value: T): T => structuredClone(value);
const id = (...parts: string[]): string => JSON.stringify(parts);

export function createMemoryStore(): MemoryStore {
  const subjects = new Map<string, Subject>();
  const entries = new Map<string, { entry: Entry; bytes: string }[]>();
  const answers = new Map<string, KeptAnswer>();
  const due = new Map<string, Due>();
  const keys = new Map<string, string>();
  const personal = new Map<string, PersonalValue>();
  const projections = new Map<string, Projection>();
  const references = new Map<string, number>();
  const counters = new Map<string, number>();
  const definitions = new Map<string, Json>();

  /** Why the commit is not accepted, in the order in which every store looks. */
  function obstacle(commit: Commit): CommitResult | undefined {
    const fault = commitFault(commit);
    if (fault) return { ok: 'failed', error: fault };
    const { district } = commit;
    for (const { eventId } of commit.answers) {
      const before = answers.get(id(district, eventId));
      if (before && !before.refusal) return { ok: 'duplicate', answer: copy(plainAnswer(before)) };
    }
    const reference = references.get(district) ?? 0;
    if (reference !== commit.reference) return { ok: 'stale-reference', number: reference };
    const seqOf = (subject: string) => subjects.get(id(district, subject))?.seq ?? 0;
    const head = seqOf(commit.subject);
    if (head !== commit.expectedSeq) return { ok: 'conflict', head };
    if (commit.reads.some((read) => seqOf(read.subject) !== read.seq)) return { ok: 'conflict', head };
    const lost = commit.keys.find(({ scope, key }) => keys.has(id(district, scope, key)));
    if (lost) return { ok: 'taken', rule: lost.rule, key: lost.key };
    return undefined;
  }

  function write(commit: Commit): void {
    const { district, kind, subject } = commit;
    const at = id(district, subject);
    subjects.set(at, copy(commit.snapshot));
    const list = entries.get(at) ?? [];
    commit.entries.forEach((entry, n) => {
      list.push({ entry: copy(entry), bytes: commit.bytes[n]! });
    });
    entries.set(at, list);
    for (const answer of commit.answers) answers.set(id(district, answer.eventId), copy(answer));
    for (const { scope, key } of commit.keys) keys.set(id(district, scope, key), subject);
    for (const key of commit.dueCancel) due.delete(id(district, subject, key));
    for (const put of commit.due) {
      const dueAt = precise(put.dueAt);
      due.set(id(district, subject, put.key), {
        ...copy(put),
        district,
        kind,
        subject,
        dueAt,
        readyAt: dueAt,
        attempts: 0,
        parked: false,
      });
    }
    for (const value of commit.personal) personal.set(id(district, value.ref), copy(value));
    const notices = [...(projections.get(at)?.notices ?? []), ...commit.projection.notices];
    projections.set(at, copy({ ...commit.projection, notices }));
  }

  function one(commit: Commit): CommitResult {
    let made = commit;
    if (commit.number) {
      const series = id(commit.district, commit.number.series);
      const value = (counters.get(series) ?? 0) + 1;
      try {
        made = commit.number.build(value);
      } catch (error) {
        return { ok: 'failed', error: error as Error };
      }
      const stopped = obstacle(made);
      if (stopped) return stopped;
      counters.set(series, value);
    } else {
      const stopped = obstacle(made);
      if (stopped) return stopped;
    }
    write(made);
    return { ok: 'accepted', seq: made.snapshot.seq };
  }

  const kept = (district: string, eventIds: readonly string[]): KeptAnswer[] =>
    eventIds.flatMap((eventId) => {
      const found = answers.get(id(district, eventId));
      if (!found) return [];
      return [copy({ ...plainAnswer(found), ...(found.refusal && { refusal: found.refusal, until: found.until! }) })];
    });

  return {
    load: async (district, ids) => ids.flatMap((subject) => copy(subjects.get(id(district, subject))) ?? []),
    commit: async (commits) => commits.map(one),
    answer: async (district, eventId) => kept(district, [eventId])[0],
    answers: async (district, eventIds) => kept(district, eventIds),
    remember: async ({ district, ...refused }: RefusedAnswer) => {
      const before = answers.get(id(district, refused.eventId));
      if (!before || (before.until !== undefined && before.until < refused.until))
        answers.set(id(district, refused.eventId), copy(refused));
    },
    claim: async (now, n, lease) => {
      const instant = precise(now);
      const until = precise(new Date(Date.parse(now) + lease).toISOString());
      const ready = [...due.values()]
        .filter((work) => !work.parked && work.readyAt <= instant)
        .sort((a, b) => (a.readyAt < b.readyAt ? -1 : 1))
        .slice(0, n);
      for (const work of ready) {
        work.readyAt = until;
        work.attempts += 1;
      }
      return ready.sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1)).map(plainWork);
    },
    settle: async (work, result) => {
      const at = id(work.district, work.subject, work.key);
      const row = due.get(at);
      if (row?.token !== work.token) return;
      if ('done' in result) due.delete(at);
      else if (row.attempts === work.attempts)
        Object.assign(row, { readyAt: precise(result.retryAt), error: result.error, parked: result.park });
    },
    nextDue: async () =>
      [...due.values()]
        .filter((work) => !work.parked)
        .map((work) => work.readyAt)
        .sort()[0],
    entries: async (district, subject, afterSeq = 0) =>
      copy((entries.get(id(district, subject)) ?? []).filter(({ entry }) => entry.seq > afterSeq)),
    putDefinition: async ({ conduct, body }) => {
      if (!definitions.has(conduct)) definitions.set(conduct, copy(body));
    },
    definition: async (conduct) => copy(definitions.get(conduct)),
    close: async () => {},
    setReference: async (district, number) => void references.set(district, number),
    personal: async (district, refs) =>
      new Map(
        refs.flatMap((ref) => {
          const found = personal.get(id(district, ref));
          return found ? [[ref, found.value] as const] : [];
        }),
      ),
    linkedTo: async (district, subject) =>
      [...subjects.values()]
        .filter(
          (one) =>
            one.district === district && projections.get(id(district, one.id))?.tokens.includes(linkToken(subject)),
        )
        .map(({ id: linked, kind }) => ({ subject: linked, kind }))
        .sort((a, b) => (a.subject < b.subject ? -1 : 1)),
    projection: (district, subject) => copy(projections.get(id(district, subject))),
    waiting: () =>
      [...due.values()].map((work) => ({
        ...plainWork(work),
        parked: work.parked,
        ...(work.error ? { error: work.error } : {}),
      })),
  };
}

const plainAnswer = ({ eventId, payloadHash, actor, body }: KeptAnswer): Answer => ({
  eventId,
  payloadHash,
  actor,
  body,
});
const plainWork = ({ district, kind, subject, key, dueAt, token, attempts, what }: Due): Claimed =>
  copy({ district, kind, subject, key, dueAt, token, attempts, what });
