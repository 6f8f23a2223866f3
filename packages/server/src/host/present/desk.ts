/** Desks: a queue for one kind of user, and one subject of it in two panes. */

import type { DeskDef, Json, Schema } from '@fengqiao/core';
import { readerOf, testerOf } from '@fengqiao/core';
import type { DeskDecision, DeskProps, DeskSubjectProps, MarkView, ReadView } from '../../pages/model.ts';
import type { KindCall, Step, SubjectCall } from '../call.ts';
import { definitionOf } from '../context.ts';
import { isParty } from '../posts.ts';
import type { LedgerRow } from '../reader-port.ts';
import { actorOf, formOf, rolesHeld } from './case.ts';
import { chromeOf } from './chrome.ts';
import { dueView } from './days.ts';
import { headOf } from './head.ts';
import { columnsOf, columnViews, rowView } from './ledger.ts';
import { filesOf } from './papers.ts';
import { readOne } from './read.ts';
import { reasonView } from './reasons.ts';
import type { Personal } from './values.ts';
import { levelOf } from './values.ts';

export function deskProps(
  call: KindCall,
  id: string,
  desk: DeskDef,
  rows: readonly LedgerRow[],
  personal: Personal,
): DeskProps {
  const { user, deps, kind } = call;
  const definition = definitionOf(user.district, kind);
  const columns = columnsOf(definition, desk.columns);
  const source = {
    district: user.district,
    base: `/desks/${id}`,
    definition,
    personal,
    now: deps.clock.now(),
    party: isParty(user, definition),
  };
  return {
    chrome: chromeOf(call),
    title: { zh: desk.zh, en: desk.en },
    columns: columnViews(columns),
    rows: rows.map((row) => rowView(source, row, columns)),
  };
}

export async function deskSubjectProps(
  call: SubjectCall,
  id: string,
  desk: DeskDef,
  rows: readonly LedgerRow[],
  personal: Personal,
  wanted: string | undefined,
): Promise<DeskSubjectProps> {
  const { opened, user, deps, path, kind } = call;
  const { definition, subject } = opened;
  const base = `/desks/${id}/${subject.id}`;
  const columns = columnsOf(definition, desk.columns);
  const now = deps.clock.now();
  const source = { district: user.district, base: `/desks/${id}`, definition, personal, now, party: false };
  const offers = await deps.engine.offers({
    district: user.district.id,
    kind,
    subject,
    actor: actorOf(call),
    roles: rolesHeld(call),
    only: desk.events,
  });
  const decisions: DeskDecision[] = [];
  for (const event of desk.events) {
    const option = offers.options.find((one) => one.event === event);
    const def = definition.events[event];
    if (!option || !def) continue;
    const open = wanted === event && option.available;
    const step: Step = { definition, type: 'event', id: event, def };
    decisions.push({
      text: option.text,
      href: `${base}?do=${encodeURIComponent(event)}`,
      ...(open ? { open: true, form: await formOf({ ...call, step }) } : {}),
      available: option.available,
      reasons: option.reasons.map((reason) => {
        const { text, unmet, basis } = reasonView(reason, definition);
        return { text, ...(unmet ? { unmet } : {}), ...(basis ? { basis } : {}) };
      }),
    });
  }
  const read = readerOf(definition, user.district.calendar, subject);
  const reading = { definition, district: user.district, personal: opened.personal, opened };
  const panes = desk.read.map((one) => {
    const value = read(one.value);
    const view = value === undefined ? undefined : readOne(reading, one.schema, value, one.title);
    return { title: one.title, parts: anchored(view?.parts ?? (view ? [view] : []), value, one.schema), marks: [] };
  });
  return {
    chrome: chromeOf(call),
    title: { zh: desk.zh, en: desk.en },
    deskHref: `/desks/${id}`,
    head: headOf(call, opened, undefined),
    queue: rows.map((row) => {
      const view = rowView(source, row, columns);
      const level = levelOf(definition, row.level);
      return {
        href: view.href,
        title: view.title,
        ...(view.number ? { number: view.number } : {}),
        ...(row.nextDue ? { due: dueView(user.district, row.nextDue, now) } : {}),
        ...(level ? { level } : {}),
        ...(row.subject === subject.id ? { current: true } : {}),
      };
    }),
    read: panes,
    files: filesOf(opened, `/${path}/${subject.id}`).map((file) => ({ href: file.href, text: file.name })),
    marks: marksOf(call, desk),
    decisions,
  };
}

const anchored = (parts: readonly ReadView[], _value: Json | undefined, _schema: Schema): ReadView[] =>
  parts.map((part, index) => ({ ...part, id: `r${index + 1}` }));

/** What the facts of the definition say of the items that are read, each with a link to its place. */
function marksOf({ opened, user }: SubjectCall, desk: DeskDef): DeskSubjectProps['marks'] {
  const { definition, subject } = opened;
  const read = readerOf(definition, user.district.calendar, subject);
  const test = testerOf(definition, user.district.calendar, subject);
  return (desk.marks ?? []).map((mark) => {
    const list = read(mark.list);
    const items: MarkView[] = (Array.isArray(list) ? list : []).flatMap((item, index) =>
      test(mark.when, { [mark.name]: item }) === true
        ? [
            {
              text: { zh: `第${index + 1}项：${mark.text.zh}`, en: `item ${index + 1}: ${mark.text.en}` },
              href: `#r${index + 1}`,
            },
          ]
        : [],
    );
    return { title: mark.title, items };
  });
}
