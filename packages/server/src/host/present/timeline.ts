/** What happened: entries as people read them. Parties are not shown what is said of the level. */

import type { Entry, Json, Schema, Text } from '@fengqiao/core';
import { isPersonalRef, noticeText, TASK_CLAIM, TASK_RELEASE, TERM_REMINDED } from '@fengqiao/core';
import type { EntryView, Shown, TimelineItem, ToldView } from '../../pages/model.ts';
import type { Opened } from '../call.ts';
import type { District } from '../context.ts';
import { roleText } from './chrome.ts';
import { localTime } from './days.ts';
import { memberName } from './names.ts';
import { readParts } from './read.ts';
import { inClear, personName, scalarText, stageText } from './values.ts';

const ENGINE_EVENTS: { [type: string]: Text } = {
  [TASK_CLAIM]: { zh: '领取办理', en: 'took the work' },
  [TASK_RELEASE]: { zh: '退回办理', en: 'gave the work back' },
  [TERM_REMINDED]: { zh: '期限提醒', en: 'reminder of a term' },
};

export function eventText({ definition }: Pick<Opened, 'definition'>, entry: Entry): Text {
  const def = definition.events[entry.type];
  const expired = def?.internal ? entry.outcome.terms.find((one) => one.status === 'expired') : undefined;
  const term = expired && definition.terms[expired.id];
  const text = def
    ? { zh: def.zh, en: def.en }
    : (ENGINE_EVENTS[entry.type] ?? { zh: '系统记录', en: 'entry of the system' });
  return term ? { zh: `${text.zh}：${term.zh}`, en: `${text.en}: ${term.en}` } : text;
}

const bySystem = (entry: Entry): boolean => entry.actor.plugin !== undefined || entry.actor.part === 'clock';
const SYSTEM: Text = { zh: '系统', en: 'the system' };

export function byText(district: District, entry: Entry): Shown {
  if (bySystem(entry)) return SYSTEM;
  const role = roleText(district, entry.actor.role);
  const name = personName(district, entry.actor.person);
  return { zh: `${name}（${role.zh}）`, en: `${name} (${role.en})` };
}

export function timelineOf(
  district: District,
  opened: Opened,
  most: number,
  party: boolean,
  hrefOf?: (seq: number) => string,
): TimelineItem[] {
  return entriesFor(opened, party)
    .slice(-most)
    .reverse()
    .map((entry) => {
      const moved = movedTo(opened, entry);
      return {
        text: eventText(opened, entry),
        by: byText(district, entry),
        at: localTime(district, entry.at),
        ...(entry.effectiveAt === district.calendar.dayOf(entry.at) ? {} : { on: entry.effectiveAt }),
        ...(moved ? { detail: { zh: `进入：${moved.zh}`, en: `now at: ${moved.en}` } } : {}),
        ...(bySystem(entry) ? { system: true } : {}),
        ...(hrefOf ? { href: hrefOf(entry.seq) } : {}),
      };
    });
}

/** Entries that a party may read of: not those of events that move the level, which parties never see. */
export function entriesFor({ definition, entries }: Pick<Opened, 'definition' | 'entries'>, party: boolean): Entry[] {
  const region = definition.identity.level === undefined ? undefined : definition.regions[definition.identity.level];
  if (!party || !region) return entries;
  const hidden = new Set(region.rows.map((row) => row.on).filter((event) => !definition.events[event]?.internal));
  return entries.filter((entry) => !hidden.has(entry.type));
}

/** The state of the body that an entry led to, where it moved. */
function movedTo({ definition, entries }: Opened, entry: Entry): Text | undefined {
  const before = entries.find((one) => one.seq === entry.seq - 1)?.outcome.state.stage;
  const after = entry.outcome.state.stage;
  return after === before ? undefined : stageText(definition, after);
}

/** Who was told of what, newest first. */
export function toldOf(district: District, { definition, entries }: Opened, most: number): ToldView[] {
  const told = entries.flatMap((entry) =>
    entry.outcome.notices.map((notice) => ({
      text: noticeText(definition, notice),
      to: notice.person !== undefined ? personName(district, notice.person) : roleText(district, notice.role ?? ''),
      at: localTime(district, entry.at),
    })),
  );
  return told.slice(-most).reverse();
}

/** All of one entry: what was filled in, what became of it. */
export function entryView(district: District, opened: Opened, entry: Entry): EntryView {
  const { definition, personal } = opened;
  const form = definition.events[entry.type]?.form;
  const moved = movedTo(opened, entry);
  const role = roleText(district, entry.actor.role);
  const behalf = entry.actor.behalf?.map((id) => memberName(opened, id)).join('、');
  return {
    seq: entry.seq,
    text: eventText(opened, entry),
    by: bySystem(entry) ? SYSTEM : personName(district, entry.actor.person),
    ...(bySystem(entry) ? { system: true } : { post: role }),
    ...(behalf ? { behalf } : {}),
    at: localTime(district, entry.at),
    ...(entry.effectiveAt === district.calendar.dayOf(entry.at) ? {} : { on: entry.effectiveAt }),
    payload: form ? readParts({ definition, district, personal, opened }, form, entry.payload) : [],
    changes: entry.outcome.changes.flatMap((change) => changeView(opened, change)),
    moved: moved ? [moved] : [],
    hash: entry.hash,
  };
}

function changeView(
  { definition, personal }: Opened,
  { path, value }: { path: string; value: Json },
): EntryView['changes'] {
  if (value !== null && typeof value === 'object' && !isPersonalRef(value)) return [];
  const keys = path.split('/').join('.').split('.').filter(Boolean);
  let schema: any = definition.data;
  let title: Schema | undefined;
  for (const key of keys) {
    schema = schema?.properties?.[key] ?? schema?.items ?? undefined;
    if (schema?.title) title = schema;
  }
  if (!schema) return [];
  const label = { zh: String(title?.title ?? keys.at(-1)), en: String(title?.en ?? keys.at(-1)) };
  return [
    { label, ...(value === null ? {} : { after: scalarText(inClear(value, personal), schema, definition.codes) }) },
  ];
}
