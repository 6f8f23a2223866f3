/** The chart against the tables of `dispute.md`: every row, event, state, guard and region row is there, and nothing else. */
import { describe, expect, test } from 'vitest';
import { disputeChart as chart } from '../index.ts';
import * as sets from '../states.ts';
import { eventNames, regionRows, type TableRow, table } from './tables.data.ts';

const stage = chart.regions.stage!;
const named: { [set: string]: readonly string[] } = {
  '@early': sets.early,
  '@med': sets.med,
  '@adm': sets.adm,
  '@jud': sets.jud,
  '@text': sets.textStates,
  '@conf': sets.conf,
  '@perf': sets.perf,
  '@open': sets.open,
  '(new)': ['intake'],
};
const e2 = [
  'judicial.hearing',
  'administrative.handling',
  'performance.performing',
  'agreement.effective',
  'channelChoice',
];
const rowsOf = (id: string) => stage.rows.filter((row) => row.id === id || row.id.startsWith(`${id}.`));
const states = (row: TableRow) => [...new Set(row.from.flatMap((from) => named[from] ?? [from]))].sort();

describe('rows of §4', () => {
  test('there are 159 of them', () => expect(table.length).toBe(159));
  test.each(table.map((row) => [row.id, row] as const))('%s', (_, row) => {
    const found = rowsOf(row.id);
    expect(found.map(({ to }) => to ?? 'same')).toEqual(row.to === 'E2' ? e2 : [row.id === 'T1' ? 'same' : row.to]);
    for (const one of found) {
      expect(one.on).toBe(row.event);
      expect([...one.from].sort()).toEqual(states(row));
      expect([...(one.rules ?? [])].sort()).toEqual([...row.guards].sort());
    }
  });
  test('rows beside the table only open children and take over duplicates', () => {
    const known = new Set(table.flatMap((row) => rowsOf(row.id).map(({ id }) => id)));
    expect(stage.rows.map(({ id }) => id).filter((id) => !known.has(id))).toEqual(['C1', 'C2', 'C3', 'C4']);
  });
  test('rows of one state and event stand in the order of the table', () => {
    const order = stage.rows.map(({ id }) => id.split('.')[0]!);
    const place = new Map(table.map((row, n) => [row.id, n]));
    for (const row of table) {
      const same = [...new Set(order.filter((id) => table.find((one) => one.id === id)?.event === row.event))];
      expect(same).toEqual([...same].sort((a, b) => place.get(a)! - place.get(b)!));
    }
  });
});

test('every event of §7 has a form and a row', () => {
  const rows = [
    ...Object.values(chart.regions).flatMap((region) => region.rows.map(({ on }) => on)),
    ...Object.values(chart.members).flatMap((member) => member.rows.flatMap(({ on }) => on)),
  ];
  expect(eventNames.length).toBe(107);
  for (const event of eventNames) {
    expect(chart.events[event], event).toBeDefined();
    expect(rows, event).toContain(event);
  }
  expect(Object.keys(chart.events).filter((event) => !eventNames.includes(event))).toEqual([
    'OPEN_CHILD',
    'TAKE_MERGED',
  ]);
});

test('every state of §3 is there, and no other', () => {
  expect(Object.keys(stage.states)).toEqual([...sets.stages]);
  expect(sets.stages.length).toBe(25);
  expect(Object.keys(chart.regions.warning!.states)).toEqual(['unrated', 'blue', 'yellow', 'red']);
  expect(Object.keys(chart.regions.clock!.states)).toEqual(['running', 'paused']);
  expect(Object.keys(chart.members.will!.states)).toEqual(['named', 'consented', 'refused', 'left', 'released']);
  expect(Object.keys(chart.members.papers!.states)).toEqual(['unnoticed', 'noticed', 'signed', 'served', 'objected']);
  expect(Object.keys(chart.members.obligation!.states)).toEqual([
    'pending',
    'standing',
    'contingent',
    'overdue',
    'enforcing',
    'performed',
    'ended',
    'replaced',
  ]);
});

/** R8, R19 and R23 are members that join: they are appended in a starting state, no row moves them there. */
const joining = ['R8', 'R19', 'R23'];
test.each(regionRows.filter((id) => !joining.includes(id)))('%s of §5', (id) => {
  const rows = [
    ...Object.values(chart.regions).flatMap((region) => region.rows),
    ...Object.values(chart.members).flatMap((member) => member.rows),
  ];
  expect(rows.some((row) => row.id === id || row.id.startsWith(`${id}.`))).toBe(true);
});

test('every guard that rows name is a rule, and every rule is used', () => {
  const used = new Set(Object.values(chart.regions).flatMap((region) => region.rows.flatMap((row) => row.rules ?? [])));
  expect([...used].sort()).toEqual(Object.keys(chart.rules).sort());
});
test('the ledger has 27 columns', () => expect(chart.columns.length).toBe(27));
test('every notice that is sent has words', () => {
  const sent = new Set([...JSON.stringify(chart).matchAll(/"notify":"([^"]+)"/g)].map((found) => found[1]!));
  for (const name of sent) expect(chart.notices?.[name], name).toBeDefined();
  expect(Object.keys(chart.notices ?? {}).filter((name) => !sent.has(name))).toEqual([]);
});
