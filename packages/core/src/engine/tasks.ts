/** Work that waits, derived from the definition: what leads on from the present state, and every open own duty. */
import type { RunningTerm, Subject } from '../chart/subject.ts';
import type { Composed } from '../compose/composed.ts';
import type { StateDef } from '../language/definition.ts';
import { rungOf } from './ladder.ts';
import type { TaskRow } from './store-port.ts';
import { cancelsOf, type Lead, leadsFrom, staffOf } from './task-index.ts';

/** The tasks of a subject, each with a key that names the same work as long as its point is not entered anew. */
export function tasksOf(definition: Composed, subject: Subject, unit: string): TaskRow[] {
  const stage = subject.state.stage!;
  if (definition.regions.stage?.states[stage]?.final) return [];
  const tasks = new Map<string, TaskRow>();
  const add = (task: Omit<TaskRow, 'unit' | 'claimedBy'>) => {
    const claimedBy = subject.claims[task.key];
    tasks.set(task.key, { ...task, unit, ...(claimedBy !== undefined && { claimedBy }) });
  };
  const since = subject.entered ?? subject.at;
  for (const [region, state] of Object.entries(subject.state)) {
    const def = stateOf(definition, region, state);
    const lead = def && leadOf(definition, region, state, def);
    if (!def || !lead) continue;
    const key =
      region === 'stage' ? `stage:${state}:${subject.pointSeq}` : `region:${region}:${state}:${subject.pointSeq}`;
    add({ key, roles: lead.roles, text: { zh: def.zh, en: def.en }, events: lead.events, since });
  }
  for (const term of subject.terms) if (openDuty(term)) addDuty(definition, subject, term, tasks, add);
  return [...tasks.values()];
}

/** A duty of the side that runs the case, whose time runs, is stopped, or has run out without it being done. */
export const openDuty = (term: RunningTerm): boolean => term.own && term.kind === 'duty' && term.status !== 'ended';

function stateOf(definition: Composed, region: string, state: string): StateDef | undefined {
  const point = definition.pointRegions[region];
  if (point) return point.done.includes(state) ? undefined : point.states[state];
  return definition.regions[region]?.states[state];
}

/** What the state says it expects, or what its rows show. Regions beside the body wait only for what they declare. */
function leadOf(definition: Composed, region: string, state: string, def: StateDef): Lead | undefined {
  if (def.expects) return expected(definition, def.expects);
  if (region !== 'stage' && !definition.pointRegions[region]) return undefined;
  return leadsFrom(definition, region, state);
}

/** Where only parties are expected, those of the offices who may enter their acts on paper see the work too. */
function expected(definition: Composed, { roles, events }: Lead): Lead {
  const own = roles.filter((role) => definition.roles[role]?.part !== 'clock');
  if (staffOf(definition, own).length) return { roles: own, events };
  const onPaper = definition.behalf.flatMap(({ of, by }) => (of.some((role) => own.includes(role)) ? by : []));
  return { roles: [...new Set([...own, ...staffOf(definition, onPaper)])], events };
}

type Add = (task: Omit<TaskRow, 'unit' | 'claimedBy'>) => void;

/**
 * The duty is the task of its state where the same event ends both, or where nothing but going on does; otherwise a task
 * of its own.
 */
function addDuty(
  definition: Composed,
  subject: Subject,
  term: RunningTerm,
  tasks: Map<string, TaskRow>,
  add: Add,
): void {
  const def = definition.terms[term.id];
  if (!def) return;
  const ends = cancelsOf(definition, term.id, subject.state);
  const due = term.status === 'paused' ? undefined : term.due;
  const stage = [...tasks.values()].find(({ key }) => key.startsWith('stage:'));
  const same = ends.events.length
    ? [...tasks.values()].find((task) => ends.events.some((event) => task.events.includes(event)))
    : stage;
  const over = term.status === 'expired' && def.ladder === true && definition.ladder.length > 0;
  if (same && due && (!same.due || due < same.due)) same.due = due;
  if (!same && ends.events.length) {
    add({
      key: `term:${term.id}:${term.key}`,
      roles: ends.roles,
      text: { zh: def.zh, en: def.en },
      events: ends.events,
      since: term.startedOn,
      ...(due && { due }),
    });
  }
  if (!over) return;
  const rung = rungOf(definition, subject);
  add({
    key: `ladder:${term.id}:${term.key}`,
    roles: [definition.ladder[rung]!],
    text: { zh: `${def.zh}：已逾期，请督促办理`, en: `${def.en}: overdue, see that it is done` },
    events: ends.events,
    since: term.due,
    due: term.due,
    rung,
  });
}

/** The due day (or instant) of the open own duty that comes first. */
export function nextDue(subject: Subject): string | undefined {
  const due = subject.terms.filter((term) => openDuty(term) && term.status !== 'paused').map((term) => term.due);
  return due.sort()[0];
}
