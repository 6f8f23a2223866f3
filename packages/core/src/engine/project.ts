/** What lists show and search of a subject: a projection of its definition, written in the same commit. */
import type { Subject } from '../chart/subject.ts';
import type { Composed } from '../compose/composed.ts';
import type { Schema } from '../language/definition.ts';
import type { Json } from '../language/expressions.ts';
import { fill, type Text } from '../language/text.ts';
import { type Entry, isPersonalRef, type Notice } from './envelope.ts';
import { termNoticeText } from './ladder.ts';
import { linksOf } from './links.ts';
import type { DistrictRuntime } from './runner-port.ts';
import { visit } from './schema-walk.ts';
import { linkToken, tokensOf } from './search-tokens.ts';
import type { Projection } from './store-port.ts';
import { nextDue, tasksOf } from './tasks.ts';
import { readerOf } from './view.ts';

/** The projection of a subject after the entries of a commit; `notices` are those of these entries. */
export function projectionOf(
  definition: Composed,
  subject: Subject,
  entries: readonly Entry[],
  district: DistrictRuntime,
): Projection {
  const read = readerOf(definition, district.calendar, subject);
  const columns: { [column: string]: Json } = {};
  const tokens = new Set<string>();
  for (const column of definition.columns) {
    const value = read(column.value);
    if (value === undefined || value === null) continue;
    columns[column.id] = value;
    if (column.search && column.as !== 'personal') for (const token of searchable(value)) tokens.add(token);
  }
  for (const { to } of linksOf(definition, subject)) tokens.add(linkToken(to));
  const number = read(definition.identity.number);
  if (typeof number === 'string') for (const token of tokensOf(number)) tokens.add(token);
  const stage = subject.state.stage!;
  const unit = unitOf(definition, subject);
  const level = definition.identity.level && subject.state[definition.identity.level];
  const due = nextDue(subject);
  return {
    columns,
    stage,
    ...(level && { level }),
    final: definition.regions.stage?.states[stage]?.final === true,
    unit,
    openedOn: subject.opened?.on ?? district.calendar.dayOf(subject.at),
    ...(due && { nextDue: due }),
    tasks: tasksOf(definition, subject, unit),
    notices: entries.flatMap((entry) => noticesOf(definition, entry)),
    tokens: [...tokens].sort(),
    persons: personsOf(definition, subject),
  };
}

const searchable = (value: Json): string[] => {
  if (Array.isArray(value)) return value.flatMap(searchable);
  return typeof value === 'string' && !isPersonalRef(value) ? tokensOf(value) : [];
};

/** The unit that has the subject: the first unit that its data names, else the one that opened it. */
export function unitOf(definition: Composed, subject: Subject): string {
  const fields = (definition.data.properties ?? {}) as { [field: string]: Schema };
  for (const [field, schema] of Object.entries(fields)) {
    const value = subject.data[field];
    if (schema.ref === 'unit' && typeof value === 'string' && value) return value;
  }
  return subject.opened?.unit ?? '';
}

/** Persons of the offices and accounts of parties that the data names. */
function personsOf(definition: Composed, subject: Subject): string[] {
  // Who opened it keeps sight of it: a party that came by itself is named nowhere else.
  const persons = new Set<string>(subject.opened?.person === undefined ? [] : [subject.opened.person]);
  visit(subject.data, [definition.data], (value, branches) => {
    if (typeof value === 'string' && branches.some((schema) => schema.ref === 'person')) persons.add(value);
  });
  return [...persons].sort();
}

function noticesOf(definition: Composed, entry: Entry): Projection['notices'] {
  return entry.outcome.notices.map((notice, n) => ({
    seq: entry.seq,
    n,
    text: noticeText(definition, notice),
    ...(notice.role && { role: notice.role }),
    ...(notice.person && { person: notice.person }),
    at: entry.at,
  }));
}

/** Words of a notice: of a term, or those that the definition gives to its name. */
export function noticeText(definition: Composed, notice: Notice): Text {
  const term = termNoticeText(definition, notice);
  if (term) return term;
  const { signals, documents, rules, facts, events } = definition;
  const named = definition.notices?.[notice.text] ?? definition.terms[notice.text]?.onExpiry;
  const text =
    named ??
    signals[notice.text] ??
    documents[notice.text] ??
    rules[notice.text] ??
    facts[notice.text] ??
    events[notice.text];
  const params = Object.fromEntries(
    Object.entries(notice.with ?? {}).filter((pair): pair is [string, string | number] =>
      ['string', 'number'].includes(typeof pair[1]),
    ),
  );
  return fill(text ? { zh: text.zh, en: text.en } : { zh: notice.text, en: notice.text }, params);
}
