/** The same as the drawing in words: every state, the ways out of it, and who may take them. */
import type { Composed, Row } from '@fengqiao/core';
import type { FlowStateView } from '../model/subject.ts';
import { eventText } from './graph.ts';
import { type Standing, statusIn } from './standing.ts';

/** States of the body in the order of the definition; what most of them offer is told once, at the end. */
export function flowList(chart: Composed, at: Standing): FlowStateView[] {
  const { states, rows } = chart.regions.stage!;
  const status = statusIn(chart, at);
  const often = rows.filter((row) => row.from.length > Object.keys(states).length / 2);
  const rest = rows.filter((row) => !often.includes(row));
  const each: FlowStateView[] = Object.entries(states).map(([id, { zh, en }]) => ({
    text: { zh, en },
    status: status.state(id),
    ways: waysOut(chart, rest, id),
  }));
  if (!often.length) return each;
  const anywhere = often.map((row) => ({ ...row, from: [''] }));
  return [
    ...each,
    { text: { zh: '在多数环节都可以', en: 'from most states' }, status: 'todo', ways: waysOut(chart, anywhere, '') },
  ];
}

function waysOut(chart: Composed, rows: readonly Row[], state: string): FlowStateView['ways'] {
  const found = new Map<string, { row: Row; who: Set<string> }>();
  for (const row of rows) {
    if (!row.from.includes(state)) continue;
    const key = `${row.on} ${row.to ?? ''}`;
    const way = found.get(key) ?? { row, who: new Set<string>() };
    for (const role of row.by ?? []) way.who.add(role);
    found.set(key, way);
  }
  return [...found.values()].map(({ row, who }) => {
    const to = row.to !== undefined && row.to !== state ? chart.regions.stage!.states[row.to] : undefined;
    const roles = [...who].map((role) => chart.roles[role]).filter((role) => role !== undefined);
    return {
      text: eventText(chart, row.on),
      ...(to ? { to: { zh: to.zh, en: to.en } } : {}),
      who: roles.map(({ zh, en }) => ({ zh, en })),
    };
  });
}
