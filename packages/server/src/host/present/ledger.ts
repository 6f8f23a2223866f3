/** The ledger of a chart: views, filters, columns and rows, all of it in the address. */

import type { ColumnDef, Composed, Json } from '@fengqiao/core';
import { isPersonalRef } from '@fengqiao/core';
import type {
  Due,
  LedgerCell,
  LedgerColumn,
  LedgerFilter,
  LedgerProps,
  LedgerRowView,
  Link,
  Shown,
} from '../../pages/model.ts';
import type { KindCall } from '../call.ts';
import type { District } from '../context.ts';
import { isParty, postFor } from '../posts.ts';
import type { LedgerQuery, LedgerRow } from '../reader-port.ts';
import { chromeOf, unitText } from './chrome.ts';
import { dueView } from './days.ts';
import { shownOf } from './head.ts';
import type { Personal } from './values.ts';
import { codeText, levelOf, stageText, yuan } from './values.ts';

export const SIZES = [25, 50, 100] as const;
export const VIEWS: readonly { id: NonNullable<LedgerQuery['view']>; text: Shown }[] = [
  { id: 'open', text: { zh: '在办', en: 'Open' } },
  { id: 'overdue', text: { zh: '已超期', en: 'Overdue' } },
  { id: 'closed', text: { zh: '已办结', en: 'Closed' } },
  { id: 'all', text: { zh: '全部', en: 'All' } },
];

export interface Asked {
  view: NonNullable<LedgerQuery['view']>;
  words: string;
  /** The words as they stand in the address: sealed for this person. */
  find: string;
  stage: string;
  level: string;
  sort: string;
  size: number;
  after: string;
}

/** Reads the address; what it does not know is the default. */
export function askedOf(query: { [name: string]: unknown }, definition: Composed): Asked {
  const text = (name: string) => (typeof query[name] === 'string' ? (query[name] as string).slice(0, 100).trim() : '');
  const size = Number(text('size'));
  const sort = text('sort');
  return {
    view: VIEWS.find((view) => view.id === text('view'))?.id ?? 'open',
    words: text('words'),
    find: '',
    stage: definition.regions.stage?.states[text('stage')] ? text('stage') : '',
    level: text('level'),
    sort: definition.columns.some((column) => column.id === sort.replace(/^-/, '')) ? sort : '',
    size: SIZES.find((own) => own === size) ?? 25,
    after: text('after'),
  };
}

export const hrefOf = (path: string, asked: Asked, change: Partial<Asked>): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...asked, after: '', ...change, words: '' }))
    if (value !== '' && !(name === 'view' && value === 'open') && !(name === 'size' && value === 25))
      query.set(name, String(value));
  const text = query.toString();
  return `/${path}${text ? `?${text}` : ''}`;
};

export function cellOf(
  column: ColumnDef,
  value: Json | undefined,
  definition: Composed,
  personal: Personal,
): LedgerCell {
  if (value === undefined || value === null) return { text: '' };
  switch (column.as) {
    case 'personal':
      return { text: shownOf(value, personal) };
    case 'money':
      return { text: typeof value === 'number' ? yuan(value) : '' };
    case 'state':
      return { text: stageText(definition, String(value)) };
    case 'level': {
      const level = levelOf(definition, String(value));
      return level ? { level } : { text: '' };
    }
    case 'code':
      return { text: codeOf(column, value, definition) };
    default:
      return {
        text:
          typeof value === 'boolean'
            ? value
              ? { zh: '是', en: 'yes' }
              : { zh: '否', en: 'no' }
            : isPersonalRef(value)
              ? shownOf(value, personal)
              : Array.isArray(value)
                ? shownOf(value, personal)
                : String(value),
      };
  }
}

function codeOf(column: ColumnDef, value: Json, definition: Composed): Shown {
  const op = column.value;
  let schema: any;
  if (typeof op === 'object' && op !== null && 'get' in op) {
    schema = definition.data;
    for (const key of op.get.replace(/^data\./, '').split('.')) schema = schema?.properties?.[key];
  }
  const codes = Array.isArray(value) ? value : [value];
  const texts = codes.map((code) => codeText(String(code), schema, definition.codes, column.codes) ?? String(code));
  return {
    zh: texts.map((text) => (typeof text === 'string' ? text : text.zh)).join('、'),
    en: texts.map((text) => (typeof text === 'string' ? text : text.en)).join(', '),
  };
}

export interface Columns {
  /** What a row is called: the first personal column, else the first of all; under it the first text. */
  title?: ColumnDef;
  number?: ColumnDef;
  /** Those with cells of their own. */
  rest: ColumnDef[];
}
const MOST_COLUMNS = 6;

/** @param ids columns of a desk; absent: those of the chart */
export function columnsOf(definition: Composed, ids?: readonly string[]): Columns {
  const wanted = ids
    ? ids.flatMap((id) => definition.columns.find((column) => column.id === id) ?? [])
    : definition.columns;
  const columns = wanted.filter((column) => column.as !== 'state' && column.as !== 'level');
  const number = columns.find((column) => column.as === 'text');
  const title = columns.find((column) => column.as === 'personal') ?? number;
  const rest = columns.filter((column) => column !== title && column !== number).slice(0, MOST_COLUMNS);
  return { rest, ...(title ? { title } : {}), ...(number && number !== title ? { number } : {}) };
}

/** Title and number of a subject in a list. */
export function nameOf(
  definition: Composed,
  columns: Columns,
  values: LedgerRow['columns'],
  personal: Personal,
): { title: Shown; number?: string } {
  const text = (column: ColumnDef | undefined) => (column ? shownOf(values[column.id], personal) : '');
  const [title, number] = [text(columns.title), text(columns.number)];
  return title
    ? { title, ...(number ? { number } : {}) }
    : { title: number || { zh: definition.zh, en: definition.en } };
}

export interface RowSource {
  district: District;
  definition: Composed;
  personal: Personal;
  now: string;
  party: boolean;
  /** Address before the id. */
  base: string;
}
export function rowView(
  { definition, personal, district, now, party, base }: RowSource,
  row: LedgerRow,
  columns: Columns,
): LedgerRowView {
  const level = party ? undefined : levelOf(definition, row.level);
  const due: Due | undefined = row.nextDue && !row.final ? dueView(district, row.nextDue, now) : undefined;
  const unit = unitText(district, row.unit);
  return {
    href: `${base}/${row.subject}`,
    ...nameOf(definition, columns, row.columns, personal),
    ...(level ? { level } : {}),
    cells: [
      ...columns.rest.map((column) => cellOf(column, row.columns[column.id], definition, personal)),
      { text: stageText(definition, row.stage), ...(unit ? { sub: unit } : {}) },
      due ? { due } : { text: '' },
    ],
  };
}

export const columnViews = (
  columns: Columns,
  hrefs?: (id: string) => { sortHref: string; sorted?: 'ascending' | 'descending' },
): LedgerColumn[] => [
  ...columns.rest.map((column) => ({
    id: column.id,
    text: { zh: column.zh, en: column.en },
    ...(column.as === 'money' || column.as === 'number' ? { numeric: true } : {}),
    ...(hrefs && column.as !== 'personal' ? hrefs(column.id) : {}),
  })),
  { id: '_stage', text: { zh: '环节', en: 'Stage' } },
  { id: '_due', text: { zh: '期限', en: 'Due' } },
];

export function ledgerProps(
  call: KindCall,
  definition: Composed,
  asked: Asked,
  page: { rows: LedgerRow[]; total?: number; next?: string },
  personal: Personal,
): LedgerProps {
  const { user, path, deps } = call;
  const party = isParty(user, definition);
  const columns = columnsOf(definition);
  const now = deps.clock.now();
  const href = (change: Partial<Asked>) => hrefOf(path, asked, change);
  const states = definition.regions.stage?.states ?? {};
  const levels =
    party || definition.identity.level === undefined
      ? undefined
      : definition.regions[definition.identity.level]?.states;
  const options = (of: { [id: string]: { zh: string; en: string } }) => [
    { value: '', text: { zh: '全部', en: 'all' } },
    ...Object.entries(of).map(([value, text]) => ({ value, text: { zh: text.zh, en: text.en } })),
  ];
  const filters: LedgerFilter[] = [
    {
      name: 'words',
      label: { zh: '查找', en: 'Search' },
      kind: 'text',
      value: asked.words,
      placeholder: { zh: '编号、姓名、拼音首字母、证件后四位', en: 'number, name, initials, last four digits' },
    },
    { name: 'stage', label: { zh: '环节', en: 'Stage' }, kind: 'select', value: asked.stage, options: options(states) },
    ...(levels
      ? [
          {
            name: 'level',
            label: { zh: '等级', en: 'Level' },
            kind: 'select' as const,
            value: asked.level,
            options: options(levels),
          },
        ]
      : []),
  ];
  const chips: LedgerProps['chips'][number][] = [];
  if (asked.words)
    chips.push({ text: { zh: `查找：${asked.words}`, en: `search: ${asked.words}` }, removeHref: href({ find: '' }) });
  if (asked.stage) chips.push({ text: stageText(definition, asked.stage), removeHref: href({ stage: '' }) });
  const level = levelOf(definition, asked.level || undefined);
  if (level) chips.push({ text: level.text, removeHref: href({ level: '' }) });
  return {
    chrome: chromeOf(call),
    title: { zh: `${definition.zh}台账`, en: `Ledger: ${definition.en}` },
    views: VIEWS.map((view) => ({
      href: href({ view: view.id }),
      text: view.text,
      ...(view.id === asked.view ? { current: true } : {}),
    })),
    action: `/${path}/search`,
    filters,
    keep: [
      ['_csrf', user.csrf],
      ['view', asked.view],
      ['sort', asked.sort],
      ['size', String(asked.size)],
    ],
    chips,
    clearHref: href({ find: '', stage: '', level: '' }),
    columns: columnViews(columns, (id) => ({
      sortHref: href({ sort: asked.sort === id ? `-${id}` : id }),
      ...(asked.sort === id
        ? { sorted: 'ascending' as const }
        : asked.sort === `-${id}`
          ? { sorted: 'descending' as const }
          : {}),
    })),
    rows: page.rows.map((row) =>
      rowView({ district: user.district, base: `/${path}`, definition, personal, now, party }, row, columns),
    ),
    ...(page.total === undefined ? {} : { total: page.total }),
    ...(page.next ? { nextHref: href({ after: page.next }) } : {}),
    ...(asked.after ? { firstHref: href({}) } : {}),
    sizes: SIZES.map((size) => ({
      href: href({ size }),
      text: String(size),
      ...(size === asked.size ? { current: true } : {}),
    })),
    create: createLinks(call, definition),
  };
}

/** What this post may open: sittings first, they are the short way. */
function createLinks({ user, path }: KindCall, definition: Composed): Link[] {
  const links: Link[] = [];
  for (const [id, def] of Object.entries(definition.events))
    if (def.opens && !def.internal && user.post && postFor(definition, { ...user, posts: [user.post] }, id))
      links.push({ href: `/${path}/new/${encodeURIComponent(id)}`, text: def.verb });
  for (const [id, def] of Object.entries(definition.sittings))
    if (!def.from.length && def.steps.every((step) => step.when || postFor(definition, user, step.event)))
      links.push({ href: `/${path}/new/sit/${encodeURIComponent(id)}`, text: { zh: def.zh, en: def.en } });
  return links;
}
