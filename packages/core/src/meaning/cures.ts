/** What would turn an unmet condition, and who can do it: the events whose updates write what it reads. */
import type { Cond, Json, Op, Update } from '../language/expressions.ts';
import type { Text } from '../language/text.ts';
import type { Unmet } from './explain.ts';
import { same } from './values.ts';
import { type Explained, type Names, sourceOf } from './words.ts';

export interface Cured extends Text {
  event?: string;
  who?: string[];
}
/** One place that an event writes. */
interface Writes {
  event: string;
  path: string;
  /** What it writes, where that is a literal. */
  literal?: Json;
  by: string[];
  /** States from which it is done, with the region. */
  region: string;
  from: string[];
}

const cache = new WeakMap<Explained, Writes[]>();
/** At most so many events are named for one rule. */
const MOST = 4;

/** Everything that events write, in the order of the definition. */
export function writesOf(definition: Explained): Writes[] {
  let made = cache.get(definition);
  if (!made) cache.set(definition, (made = gather(definition)));
  return made;
}

function gather(definition: Explained): Writes[] {
  const out: Writes[] = [];
  const regions = [...Object.entries(definition.regions), ...Object.entries(definition.pointRegions)];
  for (const [region, def] of regions)
    for (const row of def.rows) {
      if (row.on === 'auto') continue;
      const base = { event: row.on, by: row.by ?? [], region, from: row.from };
      for (const write of placesOf(definition, row.do ?? [])) out.push({ ...base, ...write });
      if (row.to !== undefined) {
        out.push({ ...base, path: `state.${region}`, literal: row.to });
        for (const write of placesOf(definition, def.states[row.to]?.entry ?? [])) out.push({ ...base, ...write });
      }
    }
  for (const member of Object.values(definition.members)) {
    const list = `data.${member.list.replace(/^data\./, '')}[]`;
    for (const row of member.rows)
      for (const on of row.on)
        for (const base of raisers(definition, regions, on)) {
          out.push({ ...base, path: `${list}.${member.field}`, literal: row.to });
          for (const [key, op] of Object.entries(row.with ?? {}))
            out.push({ ...base, path: `${list}.${key}`, ...literalOf(op) });
        }
  }
  return out;
}

type Base = Omit<Writes, 'path' | 'literal'>;
/** The rows of an event, or those that start a signal. */
function raisers(
  definition: Explained,
  regions: [string, { rows: Explained['regions'][string]['rows'] }][],
  on: string,
): Base[] {
  return regions.flatMap(([region, def]) =>
    def.rows
      .filter(
        (row) =>
          (on.startsWith('@') ? signals(definition, row.do ?? []).has(on.slice(1)) : row.on === on) &&
          row.on !== 'auto',
      )
      .map((row) => ({ event: row.on, by: row.by ?? [], region, from: row.from })),
  );
}

function signals(definition: Explained, updates: readonly Update[], found = new Set<string>()): Set<string> {
  for (const update of updates) {
    if ('signal' in update && !found.has(update.signal)) {
      found.add(update.signal);
      signals(definition, definition.signals[update.signal]?.do ?? [], found);
    } else if ('each' in update) signals(definition, update.do, found);
    else if ('if' in update) signals(definition, [...update.do, ...(update.else ?? [])], found);
  }
  return found;
}

type Place = { path: string; literal?: Json };
function placesOf(definition: Explained, updates: readonly Update[], seen: readonly string[] = []): Place[] {
  return updates.flatMap((update): Place[] => {
    if ('set' in update) return [{ path: update.set, ...literalOf(update.to) }];
    if ('append' in update) return [{ path: `${update.append}[]` }];
    if ('patch' in update)
      return Object.entries(update.with).map(([key, op]) => ({ path: `${update.patch}[].${key}`, ...literalOf(op) }));
    if ('each' in update) return placesOf(definition, update.do, seen);
    if ('if' in update) return placesOf(definition, [...update.do, ...(update.else ?? [])], seen);
    if ('put' in update)
      return [
        { path: `term.${update.put}.status`, literal: 'running' },
        { path: `term.${update.put}.due` },
        { path: 'terms[]' },
      ];
    if ('cancel' in update)
      return [update.cancel].flat().map((id) => ({ path: `term.${id}.status`, literal: 'ended' }));
    if ('produce' in update) return [{ path: 'documents[]' }];
    if ('signal' in update) {
      if (seen.includes(update.signal)) return [];
      return placesOf(definition, definition.signals[update.signal]?.do ?? [], [...seen, update.signal]);
    }
    return [];
  });
}
const literalOf = (op: Op): { literal?: Json } => (op === null || typeof op !== 'object' ? { literal: op } : {});

const touched = new WeakMap<Explained, Map<string, Writes[]>>();
/** Writes that may change what a path reads; found once per path, for a page asks for many. */
function writesTo(definition: Explained, read: string): Writes[] {
  const known = touched.get(definition) ?? new Map<string, Writes[]>();
  touched.set(definition, known);
  let made = known.get(read);
  if (!made) known.set(read, (made = writesOf(definition).filter((write) => touches(write.path, read))));
  return made;
}

/** Writes that may change what an unmet condition reads, and not only to a value that leaves it unmet. */
function helping(definition: Explained, unmet: Unmet): Writes[] {
  const atoms = comparisons(unmet.cond, unmet.not, unmet.names);
  return unmet.reads.flatMap((read) =>
    writesTo(definition, read).filter((write) => write.literal === undefined || fits(atoms, write)),
  );
}
const touches = (written: string, read: string): boolean =>
  written === read ||
  read.startsWith(`${written}.`) ||
  written.startsWith(`${read}.`) ||
  read.startsWith(`${written}[]`) ||
  written === `${read}[]` ||
  read.startsWith(written.replace(/\[\]$/, '[]'));

/** A literal fits where it meets some comparison of its place, or where its place is compared with no literal. */
function fits(comparisons: readonly Comparison[], write: Writes): boolean {
  const atoms = comparisons.filter((atom) => atom.path === write.path);
  return atoms.length === 0 || atoms.some((atom) => atom.wanted.some((item) => same(item, write.literal)) !== atom.not);
}

interface Comparison {
  path: string;
  wanted: readonly unknown[];
  not: boolean;
}
/** Comparisons of places with literals inside a condition, with the loop variables resolved. */
function comparisons(cond: Cond, not: boolean, names: Names): Comparison[] {
  if ('not' in cond) return comparisons(cond.not, !not, names);
  if ('all' in cond || 'any' in cond)
    return ('all' in cond ? cond.all : cond.any).flatMap((part) => comparisons(part, not, names));
  if ('some' in cond || 'every' in cond) {
    const [list, name, where] = 'some' in cond ? cond.some : cond.every;
    return comparisons(where, not, { ...names, [name]: `${sourceOf(list, names) ?? 'list'}[]` });
  }
  const pair = 'eq' in cond ? cond.eq : 'in' in cond ? cond.in : undefined;
  const path = pair && sourceOf(pair[0], names);
  const right = pair?.[1];
  if (
    path === undefined ||
    right === undefined ||
    (typeof right === 'object' && right !== null && !Array.isArray(right))
  )
    return [];
  return [{ path, wanted: Array.isArray(right) ? right : [right], not }];
}

export interface Situation {
  state: { [region: string]: string };
  /** The event that was refused: doing it again is no cure. */
  event: string;
}

/**
 * The cures of a rule: those that it declares, in its order, then those that follow from what events write,
 * first those that can be done now. Reading the form that was sent means that it can be changed.
 */
export function curesOf(
  definition: Explained,
  declared: readonly string[],
  unmet: readonly Unmet[],
  situation: Situation,
): Cured[] {
  const out: Cured[] = [];
  if (unmet.some((part) => part.reads.some((path) => path.startsWith('event.'))))
    out.push({ zh: '修改本表单', en: 'change this form' });
  const add = (event: string, by: readonly string[], where?: Text) => {
    const def = definition.events[event];
    // To open another subject cures nothing of this one.
    if (out.some((cure) => cure.event === event) || !def || def.internal || def.opens) return;
    const people = by.filter((role) => definition.roles[role]?.part !== 'clock');
    out.push(cureText(definition, event, people, where));
  };
  for (const event of declared) add(event, rolesOf(definition, event));
  const helpful = new Set(unmet.flatMap((part) => helping(definition, part)));
  const writes = helpful.size
    ? writesOf(definition).filter((write) => write.event !== situation.event && helpful.has(write))
    : [];
  const now = writes.filter((write) => write.from.includes(situation.state[write.region] ?? ''));
  for (const write of now) if (out.length < MOST) add(write.event, write.by);
  if (declared.length === 0 && now.length === 0)
    for (const write of writes) if (out.length < MOST) add(write.event, write.by, stateText(definition, write));
  return out;
}

function cureText(definition: Explained, event: string, by: readonly string[], where?: Text): Cured {
  const who = namesOf(by.map((role) => definition.roles[role]).filter((role) => role !== undefined));
  const { zh, en } = definition.events[event]!;
  return {
    zh: `${who ? `${who.zh}办理` : '办理'}“${zh}”${where ? `（在“${where.zh}”环节）` : ''}`,
    en: `${who ? `${who.en}: ` : ''}${en}${where ? ` (in “${where.en}”)` : ''}`,
    event,
    ...(by.length && { who: [...by] }),
  };
}

/** Names joined as alternatives; undefined for none. */
export const namesOf = (texts: readonly Text[]): Text | undefined =>
  texts.length
    ? { zh: texts.map((text) => text.zh).join('、'), en: texts.map((text) => text.en).join(', ') }
    : undefined;

function rolesOf(definition: Explained, event: string): string[] {
  const regions = [...Object.values(definition.regions), ...Object.values(definition.pointRegions)];
  return [
    ...new Set(
      regions.flatMap((region) => region.rows.filter((row) => row.on === event).flatMap((row) => row.by ?? [])),
    ),
  ];
}

function stateText(definition: Explained, write: Writes): Text | undefined {
  const region = definition.regions[write.region] ?? definition.pointRegions[write.region];
  return region?.states[write.from[0] ?? ''];
}
