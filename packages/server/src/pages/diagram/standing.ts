/** Where a subject stands in its chart: what it passed, where it is, where it may go. */
import type { Composed, Entry, Json, Subject } from '@fengqiao/core';
import { moving, pointOf } from './graph.ts';
import type { Status } from './paint.ts';

/** Absent: the chart alone is drawn. */
export type Standing = { subject: Subject; entries: readonly Entry[] } | undefined;

export interface Statuses {
  state(id: string): Status;
  point(id: string): Status;
  way(from: string, to: string): 'done' | 'next' | 'todo';
  pointWay(from: string, to: string): 'done' | 'next' | 'todo';
}

export function statusIn(chart: Composed, at: Standing): Statuses {
  const rows = moving(chart.regions.stage!.rows);
  const now = at?.subject.state.stage;
  const visited = (at?.entries ?? [])
    .map((entry) => entry.outcome.state.stage)
    .filter((state): state is string => state !== undefined);
  const steps = new Set<string>();
  const pointSteps = new Set<string>();
  visited.forEach((state, index) => {
    const from = visited[index - 1];
    if (from === undefined) return;
    steps.add(`${from} ${state}`);
    pointSteps.add(`${pointOf(from)} ${pointOf(state)}`);
  });
  const next = new Set(rows.filter((row) => now !== undefined && row.from.includes(now)).map((row) => row.to));
  const passed = new Set(visited);
  const passedPoints = new Set(visited.map(pointOf));
  const here = now === undefined ? undefined : pointOf(now);
  const nextPoints = new Set([...next].map(pointOf));
  const status = (own: string, current: string | undefined, ahead: Set<string>, behind: Set<string>): Status =>
    own === current
      ? 'now'
      : ahead.has(own) && !behind.has(own)
        ? 'next'
        : behind.has(own)
          ? 'done'
          : ahead.has(own)
            ? 'next'
            : 'todo';
  return {
    state: (id) => status(id, now, next, passed),
    point: (id) => status(id, here, nextPoints, passedPoints),
    way: (from, to) => (from === now && next.has(to) ? 'next' : steps.has(`${from} ${to}`) ? 'done' : 'todo'),
    pointWay: (from, to) =>
      from === here && nextPoints.has(to) ? 'next' : pointSteps.has(`${from} ${to}`) ? 'done' : 'todo',
  };
}

/** How many members of a list stand in each state of their own small chart. */
export function memberCounts(at: Standing, list: string, field: string): Map<string, number> {
  let value: Json | undefined = at?.subject.data;
  for (const key of list.replace(/^data\./, '').split('.'))
    value = (value as { [key: string]: Json } | undefined)?.[key];
  const counts = new Map<string, number>();
  for (const item of Array.isArray(value) ? value : []) {
    const state = (item as { [key: string]: Json })[field];
    if (typeof state === 'string') counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return counts;
}
