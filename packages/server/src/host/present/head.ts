/** Identity, stepper and tabs: the top of every page of a subject. */

import type { Composed, Json } from '@fengqiao/core';
import { isPersonalRef, readerOf } from '@fengqiao/core';
import type { Shown, SubjectHead, SubjectTab } from '../../pages/model.ts';
import type { Opened, SubjectCall } from '../call.ts';
import { isParty } from '../posts.ts';
import { stepsOf } from '../views.ts';
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
    steps: stepsOf(definition, visitedBy(opened)),
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

/** States of the body in the order in which they were entered, the present one last. */
const visitedBy = ({ subject, entries }: Opened): string[] =>
  [...entries.map((entry) => entry.outcome.state.stage), subject.state.stage].filter((state) => state !== undefined);
