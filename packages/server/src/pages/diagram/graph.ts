/** Charts as graphs to be laid out: points with their states inside, ways between them, named by the events that take them. */
import type { Composed, Row, StateDef, Text } from '@fengqiao/core';
import { before } from '../text.ts';

export interface GraphNode {
  id: string;
  text: Text;
  /** Drawn with round ends: the subject ends here. */
  final?: boolean;
  /** States inside a point of several. */
  inside?: Graph;
}
export interface GraphEdge {
  from: string;
  to: string;
  /** Empty: no label. */
  text?: Text;
}
export interface Graph {
  nodes: GraphNode[];
  edges: GraphEdge[];
}

/** Top-level part of a state: `x.y` belongs to the point x. */
export const pointOf = (state: string): string => state.split('.')[0]!;

type Moving = Row & { to: string };
export const moving = (rows: readonly Row[]): Moving[] => rows.filter((row): row is Moving => row.to !== undefined);

/** Rows that lead away from most states: they are told once beside the drawing and not drawn from each. */
export const everywhere = (rows: readonly Moving[], states: number): Moving[] =>
  rows.filter((row) => row.from.length > states / 2);

export const eventText = (chart: Composed, event: string): Text => {
  if (event === 'auto') return { zh: '条件满足后自动', en: 'by itself' };
  const found = chart.events[event] ?? chart.signals[event.replace(/^@/, '')];
  return found ? { zh: found.zh, en: found.en } : { zh: event, en: event };
};

/** The first event by name, the others by number: the list beside the drawing has them all. */
function edgeText(chart: Composed, events: readonly string[]): Text {
  const own = [...new Set(events)];
  const first = eventText(chart, own[0]!);
  const n = own.length;
  return n === 1 ? first : { zh: `${first.zh}等 ${n} 项`, en: `${first.en} +${n - 1}` };
}

/** Ways between two places, one for each pair, in the order of the definition. */
function ways(chart: Composed, rows: readonly Moving[], place: (state: string) => string | undefined): GraphEdge[] {
  const pairs = new Map<string, { from: string; to: string; events: string[] }>();
  for (const row of rows) {
    const to = place(row.to);
    for (const state of row.from) {
      const from = place(state);
      if (from === undefined || to === undefined || from === to) continue;
      const key = `${from} ${to}`;
      const pair = pairs.get(key) ?? { from, to, events: [] };
      pair.events.push(row.on);
      pairs.set(key, pair);
    }
  }
  return [...pairs.values()].map(({ from, to, events }) => ({ from, to, text: edgeText(chart, events) }));
}

const stateNode = (id: string, { zh, en, final }: StateDef, short = false): GraphNode => ({
  id,
  text: short ? { zh: afterColon(zh), en: afterColon(en) } : { zh, en },
  ...(final ? { final: true } : {}),
});
/** Inside a box that bears the name of the point, a state is told by the rest of its name. */
const afterColon = (text: string): string => text.replace(/^[^：:]+[：:]\s*/, '');

/** Longest run of characters that all texts have, at least two. */
function common(texts: readonly string[]): string | undefined {
  const [first = ''] = texts;
  for (let length = first.length; length >= 2; length--)
    for (let at = 0; at + length <= first.length; at++) {
      const run = first.slice(at, at + length).trim();
      if (run.length >= 2 && texts.every((text) => text.includes(run))) return run;
    }
  return undefined;
}

/** Text of a point: what its states have in common, before the colon or anywhere; otherwise the text of the first. */
export function pointText(chart: Composed, point: string): Text {
  const states = Object.entries(chart.regions.stage!.states).filter(([id]) => pointOf(id) === point);
  const first = states[0]?.[1] ?? { zh: point, en: point };
  if (states.length < 2) return { zh: first.zh, en: first.en };
  const texts = (lang: 'zh' | 'en') => states.map(([, state]) => state[lang]);
  const head = (lang: 'zh' | 'en') => {
    const heads = new Set(texts(lang).map(before));
    return heads.size === 1 ? [...heads][0]! : undefined;
  };
  return { zh: head('zh') ?? common(texts('zh')) ?? first.zh, en: head('en') ?? first.en };
}

/** The body: every point, its states inside, ways between points and ways inside them. */
export function wholeGraph(chart: Composed): Graph {
  const { states, rows } = chart.regions.stage!;
  const all = moving(rows);
  const often = everywhere(all, Object.keys(states).length);
  const drawn = all.filter((row) => !often.includes(row));
  const points = [...new Set(Object.keys(states).map(pointOf))];
  const nodes = points.map((point): GraphNode => {
    const own = Object.entries(states).filter(([id]) => pointOf(id) === point);
    if (own.length === 1) return stateNode(own[0]![0], own[0]![1]);
    const inside = {
      nodes: own.map(([id, state]) => stateNode(id, state, true)),
      edges: ways(chart, drawn, (state) => (pointOf(state) === point ? state : undefined)),
    };
    return { id: `point ${point}`, text: pointText(chart, point), inside };
  });
  const box = (state: string) => (nodes.some((node) => node.id === state) ? state : `point ${pointOf(state)}`);
  return { nodes, edges: ways(chart, drawn, box) };
}

/** Ways forward between points that some event takes; `own`: one that leads nowhere else from there. `fork`: what one event chooses among. */
function forward(chart: Composed) {
  const { states, rows } = chart.regions.stage!;
  const order = [...new Set(Object.keys(states).map(pointOf))];
  const all = moving(rows);
  const often = new Set(everywhere(all, Object.keys(states).length).map((row) => row.on));
  const targets = new Map<string, Set<string>>();
  const drawn = all
    .filter((row) => !often.has(row.on))
    .flatMap((row) => row.from.map((from) => ({ on: row.on, from: pointOf(from), to: pointOf(row.to) })));
  for (const { on, from, to } of drawn)
    if (from !== to) targets.set(`${from} ${on}`, (targets.get(`${from} ${on}`) ?? new Set()).add(to));
  const ways = new Map<string, Map<string, { own: boolean }>>();
  for (const { on, from, to } of drawn) {
    if (order.indexOf(from) >= order.indexOf(to)) continue;
    const out = ways.get(from) ?? new Map<string, { own: boolean }>();
    out.set(to, { own: (out.get(to)?.own ?? false) || targets.get(`${from} ${on}`)?.size === 1 });
    ways.set(from, out);
  }
  // A fork counts for what it leads forward to: an event that may also lead back is no choice between alternatives.
  const ahead = [...targets].map(([key, own]) =>
    [...own].filter((to) => order.indexOf(key.split(' ')[0]!) < order.indexOf(to)),
  );
  return { ways, forks: ahead.map((own) => new Set(own)) };
}

/**
 * The backbone for a narrow column: points only, ways forward only. A way from one alternative to another that no event
 * of its own takes is left out, and so is a shortcut where a longer way says the same. Points that no such way touches
 * are left out, except the ones that are named.
 */
export function backbone(chart: Composed, keep: readonly string[]): Graph {
  const { states } = chart.regions.stage!;
  const order = [...new Set(Object.keys(states).map(pointOf))];
  const { ways, forks } = forward(chart);
  const siblings = (a: string, b: string) => forks.some((fork) => fork.has(a) && fork.has(b));
  const kept = new Map(
    [...ways].map(([from, out]) => [
      from,
      [...out].filter(([to, { own }]) => own || !siblings(from, to)).map(([to]) => to),
    ]),
  );
  const reaches = (from: string, to: string): boolean =>
    (kept.get(from) ?? []).some((next) => next === to || reaches(next, to));
  const edges = [...kept].flatMap(([from, out]) =>
    out.filter((to) => !out.some((other) => other !== to && reaches(other, to))).map((to) => ({ from, to })),
  );
  const touched = new Set([...edges.flatMap(({ from, to }) => [from, to]), ...keep]);
  const final = (point: string) => Object.entries(states).some(([id, state]) => pointOf(id) === point && state.final);
  return {
    nodes: order
      .filter((point) => touched.has(point))
      .map((point) => ({ id: point, text: pointText(chart, point), ...(final(point) ? { final: true } : {}) })),
    edges,
  };
}

/** A region beside the body, or the small chart of members: flat. */
export function regionGraph(
  chart: Composed,
  states: { [id: string]: StateDef },
  rows: readonly { on: string | string[]; from: string[]; to?: string }[],
): Graph {
  const flat = rows.flatMap((row) =>
    (Array.isArray(row.on) ? row.on : [row.on]).map((on) => ({ ...row, on })),
  ) as unknown as Row[];
  return {
    nodes: Object.entries(states).map(([id, state]) => stateNode(id, state)),
    edges: ways(chart, moving(flat), (state) => state),
  };
}
