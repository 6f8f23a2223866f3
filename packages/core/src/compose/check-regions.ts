/** States, rows and regions: what they name exists, every state is reached, somebody may send every event. */
import type { MemberRegion, Row, StateDef } from '../language/definition.ts';
import type { Composed } from './composed.ts';
import type { Report } from './findings.ts';
import { listKeys, pointOf } from './names.ts';
import { ownerOf, type Place, sayAt } from './owner.ts';
import { itemsOf, shapeAt } from './shapes.ts';

const EXPIRY = 'TERM_EXPIRED';

export function checkRegions(composed: Composed, report: Report): void {
  const rowIds = new Set<string>();
  const unique = (id: string, place: Place) => {
    if (rowIds.has(id)) sayAt(report, place, 'DUPLICATE_ID', id);
    rowIds.add(id);
  };
  for (const [name, region] of Object.entries(composed.regions)) {
    const place = { path: `regions.${name}` };
    checkRows(composed, region, name === 'stage', place, unique, report);
    if (name !== 'stage')
      for (const row of region.rows)
        if (row.on === 'auto') sayAt(report, place, 'AUTO_OUTSIDE_BODY', row.id, `rows.${row.id}`);
    const starts = name === 'stage' ? openingStates(composed) : [region.initial];
    unreached(region.states, region.rows, starts, place, report);
  }
  for (const [name, region] of Object.entries(composed.pointRegions)) {
    const place = { path: `pointRegions.${name}`, plugin: region.plugin };
    checkRows(composed, region, false, place, unique, report);
    checkPointRegion(composed, name, place, report);
    unreached(region.states, region.rows, [region.initial], place, report);
  }
  for (const [name, member] of Object.entries(composed.members)) checkMember(composed, name, member, unique, report);
  checkEvents(composed, report);
}

/** States that opening events lead to: where a new subject may be. */
export function openingStates(composed: Composed): string[] {
  const stage = composed.regions.stage;
  if (!stage) return [];
  return stage.rows.filter((row) => composed.events[row.on]?.opens).map((row) => row.to ?? stage.initial);
}

/** A key of the body that stands for a point of several states and not for a state. */
export const isPointKey = (states: { [state: string]: StateDef }, state: string): boolean =>
  Object.keys(states).some((other) => other !== state && pointOf(other) === state);

function checkRows(
  composed: Composed,
  region: { initial: string; states: { [state: string]: StateDef }; rows: Row[] },
  body: boolean,
  place: Place,
  unique: (id: string, place: Place) => void,
  report: Report,
): void {
  const known = (state: string) => Object.hasOwn(region.states, state) && !(body && isPointKey(region.states, state));
  if (!known(region.initial)) sayAt(report, place, 'UNKNOWN_STATE', region.initial, 'initial');
  for (const row of region.rows) {
    const at = { ...place, path: `${place.path}.rows.${row.id}` };
    unique(row.id, at);
    const opens = body && composed.events[row.on]?.opens;
    if (!opens) for (const state of row.from) if (!known(state)) sayAt(report, at, 'UNKNOWN_STATE', state);
    if (row.to !== undefined && !known(row.to)) sayAt(report, at, 'UNKNOWN_STATE', row.to);
    if (row.on === 'auto' && !row.when) sayAt(report, at, 'AUTO_WITHOUT_WHEN', row.id);
    if (row.on !== 'auto' && !composed.events[row.on]) sayAt(report, at, 'UNKNOWN_EVENT', row.on);
    for (const role of row.by ?? []) if (!composed.roles[role]) sayAt(report, at, 'UNKNOWN_ROLE', role);
    for (const rule of row.rules ?? []) if (!composed.rules[rule]) sayAt(report, at, 'UNKNOWN_RULE', rule);
    if (row.on !== 'auto' && row.on !== EXPIRY && !row.by?.length) sayAt(report, at, 'NOBODY_MAY', row.on);
  }
}

function reached(rows: readonly Row[], starts: readonly string[]): Set<string> {
  const seen = new Set(starts);
  for (let size = -1; size !== seen.size; ) {
    size = seen.size;
    for (const row of rows) if (row.to !== undefined && row.from.some((state) => seen.has(state))) seen.add(row.to);
  }
  return seen;
}

function unreached(
  states: { [state: string]: StateDef },
  rows: readonly Row[],
  starts: readonly string[],
  place: Place,
  report: Report,
): void {
  const seen = reached(rows, starts);
  for (const state of Object.keys(states))
    if (!seen.has(state) && !isPointKey(states, state))
      sayAt(report, place, 'UNREACHABLE_STATE', state, `states.${state}`);
}

function checkPointRegion(composed: Composed, name: string, place: Place, report: Report): void {
  const region = composed.pointRegions[name]!;
  const points = new Set(Object.keys(composed.regions.stage?.states ?? {}).map(pointOf));
  if (!points.has(region.point)) sayAt(report, place, 'UNKNOWN_POINT', region.point, 'point');
  if (Object.hasOwn(region.states, 'none')) sayAt(report, place, 'RESERVED_STATE', 'none', 'states');
  for (const row of region.rows) {
    if (row.on !== EXPIRY && ownerOf(composed, row.on) !== region.plugin)
      sayAt(report, place, 'REGION_TAKES_FOREIGN_EVENT', row.on, `rows.${row.id}`);
    if (row.on === 'auto') sayAt(report, place, 'AUTO_OUTSIDE_BODY', row.id, `rows.${row.id}`);
  }
  for (const state of region.done)
    if (!Object.hasOwn(region.states, state)) sayAt(report, place, 'UNKNOWN_STATE', state, 'done');
  for (const event of region.blocks) {
    if (!composed.events[event] || ownerOf(composed, event) !== undefined)
      sayAt(report, place, 'UNKNOWN_EVENT', event, 'blocks');
    if (composed.neverBlocked.includes(event)) sayAt(report, place, 'BLOCKS_NEVER_BLOCKED', event, 'blocks');
  }
  for (const event of Object.keys(region.onBase ?? {}))
    if (!composed.events[event] || ownerOf(composed, event) !== undefined)
      sayAt(report, place, 'UNKNOWN_EVENT', event, 'onBase');
  const seen = reached(region.rows, [region.initial]);
  if ((region.kind === 'blocking' || region.done.length > 0) && !region.done.some((state) => seen.has(state)))
    sayAt(report, place, 'REGION_NEVER_DONE', name, 'done');
}

function checkMember(
  composed: Composed,
  name: string,
  member: MemberRegion,
  unique: (id: string, place: Place) => void,
  report: Report,
): void {
  const place = { path: `members.${name}`, plugin: ownerOf(composed, name) };
  const item = itemsOf(shapeAt(composed.data, listKeys(member.list)));
  const field = item === undefined || item === 'unknown' ? undefined : shapeAt(item, [member.field]);
  if (item === undefined) sayAt(report, place, 'UNKNOWN_MEMBER_LIST', member.list, 'list');
  else if (field === undefined && item !== 'unknown')
    sayAt(report, place, 'UNKNOWN_DATA', `${member.list}[].${member.field}`, 'field');
  const choices = field && field !== 'unknown' ? (field.enum as string[] | undefined) : undefined;
  const known = (state: string) => Object.hasOwn(member.states, state) && (!choices || choices.includes(state));
  for (const state of [...member.initial, ...Object.keys(member.states)])
    if (!known(state)) sayAt(report, place, 'UNKNOWN_STATE', state, 'states');
  for (const [state, def] of Object.entries(member.states))
    if (def.entry?.length || def.exit?.length) sayAt(report, place, 'MEMBER_STATE_UPDATES', state, `states.${state}`);
  for (const row of member.rows) {
    const at = { ...place, path: `${place.path}.rows.${row.id}` };
    unique(row.id, at);
    for (const state of [...row.from, row.to])
      if (!Object.hasOwn(member.states, state)) sayAt(report, at, 'UNKNOWN_STATE', state);
    for (const on of row.on) {
      if (on.startsWith('@')) {
        if (!composed.signals[on.slice(1)]) sayAt(report, at, 'UNKNOWN_SIGNAL', on.slice(1));
      } else if (!composed.events[on]) sayAt(report, at, 'UNKNOWN_EVENT', on);
    }
    if (item !== undefined && item !== 'unknown')
      for (const key of Object.keys(row.with ?? {}))
        if (shapeAt(item, [key]) === undefined) sayAt(report, at, 'UNKNOWN_DATA', `${member.list}[].${key}`);
  }
  const seen = new Set(member.initial);
  for (let size = -1; size !== seen.size; ) {
    size = seen.size;
    for (const row of member.rows) if (row.from.some((state) => seen.has(state))) seen.add(row.to);
  }
  for (const state of Object.keys(member.states))
    if (!seen.has(state)) sayAt(report, place, 'UNREACHABLE_STATE', state, `states.${state}`);
}

function checkEvents(composed: Composed, report: Report): void {
  const used = new Set(
    [...Object.values(composed.regions), ...Object.values(composed.pointRegions)].flatMap((region) =>
      region.rows.map((row) => row.on),
    ),
  );
  for (const event of Object.keys(composed.events))
    if (!used.has(event))
      sayAt(report, { path: `events.${event}`, plugin: ownerOf(composed, event) }, 'UNUSED_EVENT', event);
  if (Object.keys(composed.terms).length && !composed.events[EXPIRY])
    sayAt(report, { path: 'events' }, 'TERM_EVENT_MISSING', EXPIRY);
  for (const [event, rules] of Object.entries(composed.eventRules)) {
    if (!composed.events[event]) sayAt(report, { path: `tighten.${event}` }, 'UNKNOWN_EVENT', event);
    for (const rule of rules) {
      const place = { path: `tighten.${event}`, plugin: ownerOf(composed, rule) };
      if (!composed.rules[rule]) sayAt(report, place, 'UNKNOWN_RULE', rule);
      if (composed.neverBlocked.includes(event) && !rule.startsWith('BLOCKED_BY:'))
        sayAt(report, place, 'BLOCKS_NEVER_BLOCKED', event);
    }
  }
}
