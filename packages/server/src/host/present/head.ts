/** Identity, stepper and tabs: the top of every page of a subject. */

import type { Composed, Json } from '@fengqiao/core';
import { isPersonalRef, readerOf } from '@fengqiao/core';
import { backbone, pointOf, pointText } from '../../pages/diagram/graph.ts';
import type { Shown, StepView, SubjectHead, SubjectTab } from '../../pages/model.ts';
import type { Opened, SubjectCall } from '../call.ts';
import { isParty } from '../posts.ts';
import { unitText } from './chrome.ts';
import { dueView } from './days.ts';
import type { Personal } from './values.ts';
import { joined, levelOf, stageText } from './values.ts';

type Heading = Pick<SubjectCall, 'deps' | 'user' | 'path' | 'req'>;
export type TabId = 'case' | 'members' | 'deadlines' | 'flow' | 'events';

/** A title or number of any make: a text, a personal value, or a list of them. */
export function shownOf(value: Json | undefined, personal: Personal): string {
  if (isPersonalRef(value)) return personal.get(value.ref) ?? '';
  if (Array.isArray(value))
    return value
      .map((item) => shownOf(item, personal))
      .filter(Boolean)
      .join('、');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function headOf(call: Heading, opened: Opened, tab: TabId | undefined): SubjectHead {
  const { subject, definition, projection, personal } = opened;
  const { user, deps, path } = call;
  const read = readerOf(definition, user.district.calendar, subject);
  const party = isParty(user, definition);
  const number = shownOf(read(definition.identity.number), personal);
  const level = party ? undefined : levelOf(definition, projection.level);
  const now = deps.clock.now();
  const unit = unitText(user.district, projection.unit);
  return {
    title: shownOf(read(definition.identity.title), personal) || { zh: definition.zh, en: definition.en },
    ...(number ? { number } : {}),
    back: { href: `/${path}`, text: { zh: '返回台账', en: 'Back to the ledger' } },
    stage: stageText(definition, subject.state.stage),
    ...(level ? { level } : {}),
    ...(projection.nextDue ? { due: dueView(user.district, projection.nextDue, now) } : {}),
    facts: [
      { label: { zh: '登记日期', en: 'opened on' }, value: projection.openedOn },
      ...(unit ? [{ label: { zh: '承办单位', en: 'unit' }, value: unit }] : []),
    ],
    steps: stepsOf(opened),
    tabs: tabsOf(`/${path}/${subject.id}`, opened, party, tab),
  };
}

function tabsOf(
  base: string,
  { definition, subject, entries }: Opened,
  party: boolean,
  tab: TabId | undefined,
): SubjectTab[] {
  const tabs: (SubjectTab & { id: TabId })[] = [{ id: 'case', href: base, text: { zh: '办理', en: 'Work' } }];
  const lists = listsOf(definition);
  if (lists.length)
    tabs.push({ id: 'members', href: `${base}/members`, text: joined(lists.map((list) => list.title)) });
  tabs.push({
    id: 'deadlines',
    href: `${base}/deadlines`,
    text: { zh: '期限', en: 'Deadlines' },
    count: subject.terms.filter((term) => term.status === 'running').length,
  });
  tabs.push({ id: 'flow', href: `${base}/flow`, text: { zh: '流程图', en: 'Flow' } });
  if (!party)
    tabs.push({ id: 'events', href: `${base}/events`, text: { zh: '动态', en: 'History' }, count: entries.length });
  return tabs.map(({ id, ...rest }) => (id === tab ? { ...rest, current: true } : rest));
}

/** Lists of the subject that have each-regions, with what they are called in the data. */
export function listsOf(definition: Composed): { list: string; title: Shown }[] {
  const lists = [...new Set(Object.values(definition.members).map((member) => member.list))];
  return lists.map((list) => {
    let schema: any = definition.data;
    for (const key of list.replace(/^data\./, '').split('.')) schema = schema?.properties?.[key];
    return { list, title: schema?.title ? { zh: schema.title, en: schema.en ?? schema.title } : list };
  });
}

/**
 * Points that were passed, the present one, and those that lie ahead on the main way of the chart: forward only, and
 * of two points that one event chooses between both.
 */
export function stepsOf({ subject, definition, entries }: Opened): StepView[] {
  const stage = definition.regions.stage!;
  const now = pointOf(subject.state.stage ?? '');
  const visited = [
    ...new Set(entries.flatMap((entry) => (entry.outcome.state.stage ? [pointOf(entry.outcome.state.stage)] : []))),
  ];
  const main = backbone(definition, [now]).nodes.map((node) => node.id);
  const points = [...new Set(Object.keys(stage.states).map(pointOf))];
  const ahead = points.filter(
    (point) => main.includes(point) && !visited.includes(point) && reachable(definition, now, main).has(point),
  );
  const final = stage.states[subject.state.stage ?? '']?.final;
  return [...visited.filter((point) => point !== now), now, ...(final ? [] : ahead)].map((point) => ({
    text: pointText(definition, point),
    status: point === now && !final ? 'now' : visited.includes(point) ? 'done' : 'todo',
  }));
}

/** Points of the main way that can be reached from one by ways that only go forward. */
function reachable(definition: Composed, from: string, main: readonly string[]): Set<string> {
  const found = new Set([from]);
  for (const point of found)
    for (const row of definition.regions.stage!.rows) {
      const to = row.to === undefined ? undefined : pointOf(row.to);
      if (
        to !== undefined &&
        main.indexOf(to) > main.indexOf(point) &&
        row.from.some((state) => pointOf(state) === point)
      )
        found.add(to);
    }
  return found;
}
