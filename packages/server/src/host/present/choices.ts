/**
 * What fields with `ref` choose from: persons and units from the district, terms from the subject, and members of lists
 * of the subject as the definition's `refs` say. Nothing is looked up by a name of a certain chart.
 */

import type { Composed, Json, RefDef, Schema, Subject } from '@fengqiao/core';
import { isPersonalRef, readerOf } from '@fengqiao/core';
import type { Choice, ChoicesOf, Lang } from '../../pages/model.ts';
import type { SignedIn } from '../context.ts';
import { postsHeld, unitsSeen } from '../posts.ts';
import { roleText } from './chrome.ts';
import type { Personal } from './values.ts';
import { codeText } from './values.ts';

export interface ChoiceSource {
  user: SignedIn;
  definition: Composed;
  subject?: Subject;
  personal: Personal;
  /** Schema of the form, to see what else a field says of itself. */
  form: Schema;
  lang: Lang;
  now: string;
}

export function choicesOf(source: ChoiceSource): ChoicesOf {
  return (ref, path) => {
    if (ref === 'term') return terms(source);
    const def = source.definition.refs?.[ref];
    if (def) return members(source, def);
    if (ref === 'person') return hintAt(source.form, path) === 'account' ? accounts(source) : persons(source);
    if (ref === 'unit') return units(source, (kind) => kind !== 'court');
    if (ref === 'court') return units(source, (kind) => kind === 'court');
    return undefined;
  };
}

/** The id and the words of each member of a list. */
export function members(
  { user, definition, subject, personal, lang }: Omit<ChoiceSource, 'form' | 'now'>,
  def: RefDef,
): Choice[] {
  if (!subject) return [];
  const list = readerOf(definition, user.district.calendar, subject)(def.list);
  if (!Array.isArray(list)) return [];
  const text = (item: Json, path: string): string => {
    const value = at(item, path);
    if (isPersonalRef(value)) return personal.get(value.ref) ?? '';
    if (typeof value !== 'string' && typeof value !== 'number') return '';
    return anyCode(definition, def, path, String(value))?.[lang] ?? String(value);
  };
  return list.map((item) => {
    const value = String(at(item, def.id) ?? '');
    const shown = def.label.map((path) => text(item, path)).find(Boolean) ?? value;
    const note = (def.note ?? [])
      .map((path) => text(item, path))
      .filter(Boolean)
      .join(lang === 'zh' ? '，' : ', ');
    return { value, label: note ? (lang === 'zh' ? `${shown}（${note}）` : `${shown} (${note})`) : shown };
  });
}

/** The label of a code in the schema of the list, wherever in the data that list is. */
function anyCode(definition: Composed, def: RefDef, path: string, code: string) {
  const keys =
    typeof def.list === 'object' && def.list !== null && 'get' in def.list ? def.list.get.split('.').slice(1) : [];
  let schema: any = definition.data;
  for (const key of keys) schema = schema?.properties?.[key] ?? schema?.items?.properties?.[key];
  let field: any = schema?.items;
  for (const key of path.split('.')) field = field?.properties?.[key];
  return codeText(code, field, definition.codes);
}

const at = (item: Json | undefined, path: string): Json | undefined =>
  path
    .split('.')
    .reduce<Json | undefined>(
      (value, key) => (value !== null && typeof value === 'object' && !Array.isArray(value) ? value[key] : undefined),
      item,
    );

/** Officers who hold a post today, those of the units that the post of the reader sees first. */
function persons({ user, definition, lang, now }: ChoiceSource): Choice[] {
  const seen = new Set(user.post ? unitsSeen(user.district, user.post) : []);
  const choices = user.district.people.flatMap((person) => {
    const posts = postsHeld(user.district, person.id, now).filter((post) => {
      const part = definition.roles[post.role]?.part;
      return part !== undefined && part !== 'party';
    });
    if (!posts.length) return [];
    const roles = [...new Set(posts.map((post) => roleText(user.district, post.role)[lang]))].join(
      lang === 'zh' ? '、' : ', ',
    );
    const near = posts.some((post) => seen.has(post.unit));
    return [
      {
        near,
        choice: { value: person.id, label: lang === 'zh' ? `${person.name}（${roles}）` : `${person.name} (${roles})` },
      },
    ];
  });
  return [...choices.filter((one) => one.near), ...choices.filter((one) => !one.near)].map((one) => one.choice);
}

/** Accounts of parties; a party chooses only itself. */
function accounts({ user, definition, now }: ChoiceSource): Choice[] {
  const own = user.post && definition.roles[user.post.role]?.part === 'party';
  return user.district.people
    .filter((person) =>
      own
        ? person.id === user.person
        : postsHeld(user.district, person.id, now).some((post) => definition.roles[post.role]?.part === 'party'),
    )
    .map((person) => ({ value: person.id, label: person.name }));
}

const units = ({ user, lang }: ChoiceSource, fits: (kind: string) => boolean): Choice[] =>
  user.district.units.filter((unit) => fits(unit.kind)).map((unit) => ({ value: unit.id, label: unit[lang] }));

function terms({ definition, subject, lang }: ChoiceSource): Choice[] {
  const seen = new Set<string>();
  return (subject?.terms ?? []).flatMap((term) => {
    const def = definition.terms[term.id];
    if (!def || term.status === 'ended' || seen.has(term.id)) return [];
    seen.add(term.id);
    return [{ value: term.id, label: `${def[lang]} ${term.due}` }];
  });
}

/** `ui` of the field at a dotted path, list positions left out. */
function hintAt(form: Schema, path: string): string | undefined {
  let schema: any = form;
  for (const key of path.split('.'))
    schema = /^\d+$/.test(key) ? schema?.items : (schema?.properties?.[key] ?? schema?.items?.properties?.[key]);
  return typeof schema?.ui === 'string' ? schema.ui : undefined;
}
