/** Events of the engine itself: a task is claimed or released, holders are reminded of a term. They move no state. */
import type { Subject } from '../chart/subject.ts';
import type { Composed } from '../compose/composed.ts';
import type { Act, Moment } from './act.ts';
import { TASK_CLAIM, TASK_RELEASE } from './carried.ts';
import type { Accepted } from './decide.ts';
import { sealed } from './entry.ts';
import type { Notice } from './envelope.ts';
import { notBefore } from './instants.ts';
import { unitOf } from './project.ts';
import { type Reason, type Refusal, refusal } from './refusal.ts';
import type { TaskRow } from './store-port.ts';
import { staffOf } from './task-index.ts';
import { tasksOf } from './tasks.ts';

export const TERM_REMINDED = 'TERM_REMINDED';
const EVENTS: ReadonlySet<string> = new Set([TASK_CLAIM, TASK_RELEASE, TERM_REMINDED]);
export const isEngineEvent = (type: string): boolean => EVENTS.has(type);

/** Decides an event of the engine; the same shape as `decide`. */
export function decideEngineEvent(
  definition: Composed,
  subject: Subject,
  act: Act,
  moment: Moment,
): Accepted | Refusal {
  const tasks = tasksOf(definition, subject, unitOf(definition, subject));
  if (act.type === TERM_REMINDED) return reminded(definition, subject, act, moment, tasks);
  const task = tasks.find(({ key }) => key === act.payload.task);
  if (!task)
    return refusal('WRONG_STATE', [said('WRONG_STATE', '该项工作已不在待办中', 'this work does not wait any more')]);
  const office = staffOf(definition, task.roles);
  const refused = act.type === TASK_CLAIM ? mayNotClaim(task, office, act) : mayNotRelease(task, office, act);
  if (refused) return refusal(refused.code, [refused]);
  return entryOf(definition, subject, { ...act, payload: { task: task.key } }, moment, []);
}

function mayNotClaim(task: TaskRow, office: readonly string[], { actor }: Act): Reason | undefined {
  if (!office.includes(actor.role))
    return { ...said('ROLE_NOT_ALLOWED', '您的岗位不办理该项工作', 'this is not the work of your post'), cure: [] };
  if (task.claimedBy === undefined) return undefined;
  if (task.claimedBy === actor.person)
    return said('RULE_FAILED', '您已领取该项工作', 'you have this work already', 'taskFree');
  return said('RULE_FAILED', '该项工作已由他人领取', 'somebody else has this work', 'taskFree');
}

/** The one who has it gives it back; who is of the same roles may take it from an absent colleague by releasing it first. */
function mayNotRelease(task: TaskRow, office: readonly string[], { actor }: Act): Reason | undefined {
  if (task.claimedBy === undefined)
    return said('RULE_FAILED', '该项工作尚未领取', 'nobody has this work', 'taskClaimed');
  if (task.claimedBy === actor.person || office.includes(actor.role)) return undefined;
  return said('ROLE_NOT_ALLOWED', '您的岗位不办理该项工作', 'this is not the work of your post');
}

const said = (code: Reason['code'], zh: string, en: string, rule?: string): Reason => ({
  code,
  text: { zh, en },
  ...(rule && { rule }),
});

function reminded(
  definition: Composed,
  subject: Subject,
  act: Act,
  moment: Moment,
  tasks: TaskRow[],
): Accepted | Refusal {
  const { termId, key, days, token } = act.payload;
  const term = subject.terms.find((one) => one.id === termId && one.key === key && one.token === token);
  if (term?.status !== 'running')
    return refusal('WRONG_STATE', [said('WRONG_STATE', '该期限已不在计时', 'this term is not running any more')]);
  const told = tasks.filter((task) => task.key === `term:${term.id}:${term.key}` || task.due === term.due);
  const roles = new Set((told.length ? told : tasks).flatMap((task) => task.roles));
  const base = { text: `term:${term.id}`, with: { key: term.key, due: term.due, days: days as number } };
  const persons = told.flatMap((task) => (task.claimedBy ? [task.claimedBy] : []));
  const notices: Notice[] = persons.length
    ? persons.map((person) => ({ ...base, person }))
    : [...roles].map((role) => ({ ...base, role }));
  return entryOf(definition, subject, act, moment, notices);
}

function entryOf(definition: Composed, subject: Subject, act: Act, moment: Moment, notices: Notice[]): Accepted {
  const part = definition.roles[act.actor.role]?.part;
  const { entry, bytes } = sealed({
    v: 1,
    district: subject.district,
    kind: subject.kind,
    subject: subject.id,
    seq: subject.seq + 1,
    eventId: act.eventId,
    type: act.type,
    payload: act.payload,
    actor: { ...act.actor, ...(part && { part }) },
    at: notBefore(moment.now, subject.at),
    effectiveAt: moment.today,
    shape: definition.shape,
    conduct: definition.conduct,
    facts: {},
    reads: [],
    ...(act.cause && { cause: act.cause }),
    outcome: {
      state: subject.state,
      done: subject.done,
      taken: [],
      changes: [],
      terms: [],
      documents: [],
      notices,
      pointEntered: false,
    },
    prev: subject.head,
    alg: 'sha256',
  });
  return {
    ok: true,
    subject: { ...subject, seq: entry.seq, at: entry.at, head: entry.hash },
    entry,
    bytes,
    effects: [],
  };
}
