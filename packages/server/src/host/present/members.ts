/** Members of the lists of a subject (parties, obligations), each at its own step. */

import type { Composed, Json, Schema } from '@fengqiao/core';
import { isPersonalRef, readerOf } from '@fengqiao/core';
import type { MemberSection, MemberView, Pair, Shown } from '../../pages/model.ts';
import type { Opened } from '../call.ts';
import type { SignedIn } from '../context.ts';
import { isParty } from '../posts.ts';
import { listsOf, shownOf } from './head.ts';
import { codeText, ERASED, mask, personName, scalarText } from './values.ts';

export interface MembersFor {
  user: SignedIn;
  opened: Opened;
  /** Address of the subject. */
  base: string;
  /** Members whose masked values are shown in clear for this one answer. */
  revealed?: ReadonlySet<string>;
}

export function sectionsOf(source: MembersFor): MemberSection[] {
  const { opened, user } = source;
  const { definition, subject } = opened;
  const read = readerOf(definition, user.district.calendar, subject);
  return listsOf(definition).map(({ list, title }) => {
    const found = read({ get: list.startsWith('data.') ? list : `data.${list}` });
    const items = Array.isArray(found) ? found : [];
    return {
      title,
      members: items.map((item, index) => memberOf(source, list, item as { [key: string]: Json }, index)),
    };
  });
}

function memberOf(
  { user, opened, base, revealed }: MembersFor,
  list: string,
  item: { [key: string]: Json },
  index: number,
): MemberView {
  const { definition, personal } = opened;
  const schema = itemSchema(definition, list);
  const ref = refOf(definition, list);
  const id = String(item[ref?.id ?? 'id'] ?? index + 1);
  const open = revealed?.has(id) ?? false;
  const regions = Object.values(definition.members).filter((member) => member.list === list);
  const stateFields = new Set(regions.map((region) => region.field));
  const labels = new Set([...(ref?.label ?? []), ...(ref?.note ?? []), ref?.id ?? 'id']);
  const facts: Pair[] = [];
  let masked = false;
  for (const [key, value] of Object.entries(item)) {
    const field = schema?.properties?.[key as keyof typeof schema.properties] as Schema | undefined;
    if (!field || stateFields.has(key) || labels.has(key) || value === null) continue;
    const shown = factOf(user, opened, field, value, open);
    if (shown === undefined) continue;
    if (shown.masked) masked = true;
    facts.push({ label: { zh: String(field.title ?? key), en: String(field.en ?? key) }, value: shown.text });
  }
  const name = (ref?.label ?? []).map((path) => shownOf(item[path], personal)).find(Boolean) ?? id;
  const note = ref?.note
    ?.map((path) =>
      typeof item[path] === 'string'
        ? codeText(item[path], schema?.properties?.[path as never], definition.codes)
        : undefined,
    )
    .find(Boolean);
  return {
    id,
    name,
    ...(note ? { role: note } : {}),
    states: regions.flatMap((region) => {
      const state = item[region.field];
      const def = typeof state === 'string' ? region.states[state] : undefined;
      return def
        ? [{ aspect: { zh: region.zh, en: region.en }, text: { zh: def.zh, en: def.en }, done: def.done === true }]
        : [];
    }),
    facts,
    ...(masked && !isParty(user, definition)
      ? { reveal: { action: `${base}/members/${encodeURIComponent(id)}/reveal` } }
      : {}),
    ...(open ? { revealed: true } : {}),
    actions: [],
  };
}

function factOf(
  user: SignedIn,
  { definition, personal }: Opened,
  field: Schema,
  value: Json,
  open: boolean,
): { text: Shown; masked?: true } | undefined {
  if (isPersonalRef(value)) {
    const clear = personal.get(value.ref);
    if (clear === undefined) return { text: ERASED };
    return open ? { text: clear } : { text: mask(clear), masked: true };
  }
  if (Array.isArray(value)) {
    const items = field.items as Schema | undefined;
    const scalars = value.filter((one) => typeof one === 'string' || typeof one === 'number');
    if (!value.length || scalars.length !== value.length)
      return value.length ? { text: { zh: `${value.length} 项`, en: `${value.length} items` } } : undefined;
    const texts = scalars.map((one) =>
      items?.ref === 'person' ? personName(user.district, String(one)) : scalarText(one, items, definition.codes),
    );
    return {
      text: {
        zh: texts.map((text) => (typeof text === 'string' ? text : text.zh)).join('、'),
        en: texts.map((text) => (typeof text === 'string' ? text : text.en)).join(', '),
      },
    };
  }
  if (typeof value === 'object') return undefined;
  if (field.ref === 'person') return { text: personName(user.district, String(value)) };
  return { text: scalarText(value, field, definition.codes) };
}

export function itemSchema(
  definition: Composed,
  list: string,
): (Schema & { properties?: { [key: string]: Schema } }) | undefined {
  let schema: any = definition.data;
  for (const key of list.replace(/^data\./, '').split('.')) schema = schema?.properties?.[key];
  return schema?.items;
}

/** The reference of the definition that chooses from this list. */
const refOf = (definition: Composed, list: string) => {
  const path = list.startsWith('data.') ? list : `data.${list}`;
  return Object.values(definition.refs ?? {}).find(
    (ref) => typeof ref.list === 'object' && ref.list !== null && 'get' in ref.list && ref.list.get === path,
  );
};
