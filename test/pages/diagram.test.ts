import { type Composed, compose } from '@fengqiao/core';
import { disputeChart, orderChart } from '@fengqiao/plugins';
import { beforeAll, describe, expect, it } from 'vitest';
import { wholeGraph } from '../../packages/server/src/pages/diagram/graph.ts';
import { type Placed, place, textWidth } from '../../packages/server/src/pages/diagram/layout.ts';
import { drawDiagram, flowList, stepsOf } from '../../packages/server/src/pages/index.ts';

interface Box {
  what: string;
  x: number;
  y: number;
  w: number;
  h: number;
}
/** Boxes of states and labels, in the coordinates of the whole drawing. */
function boxes(placed: Placed, dx = 0, dy = 0): { states: Box[]; labels: Box[] } {
  const states: Box[] = [];
  const labels: Box[] = placed.edges.flatMap(({ label }) =>
    label
      ? [
          {
            what: label.text,
            x: dx + label.x - textWidth(label.text, 12) / 2,
            y: dy + label.y - 7,
            w: textWidth(label.text, 12),
            h: 14,
          },
        ]
      : [],
  );
  for (const own of placed.nodes) {
    if (!own.inside) states.push({ what: own.node.id, x: dx + own.x, y: dy + own.y, w: own.width, h: own.height });
    else {
      const inner = boxes(own.inside, dx + own.x, dy + own.y);
      states.push(...inner.states);
      labels.push(...inner.labels);
    }
  }
  return { states, labels };
}
const meet = (a: Box, b: Box) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
function overlaps({ states, labels }: { states: Box[]; labels: Box[] }): string[] {
  const found: string[] = [];
  labels.forEach((label, index) => {
    for (const other of [...labels.slice(index + 1), ...states])
      if (meet(label, other)) found.push(`${label.what} × ${other.what}`);
  });
  return found;
}

describe.each([
  ['dispute', disputeChart],
  ['order', orderChart],
] as const)('the drawing of %s', (_name, base) => {
  let chart: Composed;
  beforeAll(() => {
    chart = compose(base, [], { id: 'test', params: {} }).composed;
  });
  const state = (stage: string) => ({ outcome: { state: { stage } } }) as never;
  const standing = () => {
    const first = chart.regions.stage!.initial;
    const next = chart.regions.stage!.rows.find((row) => row.from.includes(first) && row.to && row.to !== first)!.to!;
    return {
      first,
      next,
      at: { subject: { state: { stage: next }, data: {} } as never, entries: [state(first), state(next)] },
    };
  };

  it.each(['zh', 'en'] as const)(
    'has every state once and no label upon another or upon a state (%s)',
    async (lang) => {
      const found = boxes(await place(wholeGraph(chart), lang, 'DOWN'));
      expect(found.states.map(({ what }) => what).sort()).toEqual(Object.keys(chart.regions.stage!.states).sort());
      expect(found.labels.length).toBeGreaterThan(5);
      expect(overlaps(found)).toEqual([]);
      // The check itself sees an overlap.
      expect(
        overlaps({ states: [], labels: [found.labels[0]!, { ...found.labels[0]!, what: 'planted' }] }),
      ).toHaveLength(1);
    },
  );
  it('marks what is done, current and next, with a title in words', async () => {
    const { next, at } = standing();
    const svg = await drawDiagram(chart, at, 'zh', 'page');
    expect(svg.match(/class="nd nd-now"/g)!.length).toBeGreaterThanOrEqual(1);
    expect(svg).toContain(`当前环节为“${chart.regions.stage!.states[next]!.zh}”`);
    expect(svg).toMatch(/nd-next/);
    expect(svg).toMatch(/nd-done/);
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    // Each region beside the body and each small chart of members, once.
    expect(svg.match(/<figure/g)).toHaveLength(Object.keys(chart.regions).length + Object.keys(chart.members).length);
  });
  it('is drawn once for a definition and painted for each subject', async () => {
    const { at } = standing();
    await drawDiagram(chart, at, 'zh', 'card');
    const began = performance.now();
    const again = await drawDiagram(chart, at, 'zh', 'card');
    expect(performance.now() - began).toBeLessThan(50);
    expect(again).toContain('class="nd nd-now"');
    expect(await drawDiagram(chart, undefined, 'en', 'card')).not.toContain('nd-now');
  });
  it('is told as a list too, and as steps', () => {
    const { at, first, next } = standing();
    const list = flowList(chart, at);
    expect(list.filter(({ status }) => status === 'now')).toHaveLength(1);
    expect(list.length).toBeGreaterThanOrEqual(Object.keys(chart.regions.stage!.states).length);
    const steps = stepsOf(chart, [first, next]);
    expect(steps.filter(({ status }) => status === 'now')).toHaveLength(1);
    expect(steps[0]!.status).toBe('done');
    expect(steps.at(-1)!.status).toBe('todo');
    expect(new Set(steps.map(({ text }) => JSON.stringify(text))).size).toBe(steps.length);
  });
});
