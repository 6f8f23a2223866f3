/** A laid-out graph as SVG: classes say what is done, current and next. */
import type { Lang } from '../text.ts';
import type { Placed, PlacedNode } from './layout.ts';

export type Status = 'done' | 'now' | 'next' | 'todo';
export interface Paint {
  /** Unique in the page: names of markers and the title. */
  id: string;
  lang: Lang;
  /** What the drawing says, for who cannot see it. */
  title: string;
  node(id: string): Status;
  edge(from: string, to: string): 'done' | 'next' | 'todo';
  /** Second line of a box, a count. */
  sub?(id: string): string | undefined;
}

const safe = (text: string) =>
  text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char]!);
const r = (n: number) => Math.round(n * 10) / 10;

export function paint(graph: Placed, how: Paint): string {
  const [w, h] = [graph.width + 4, graph.height + 4];
  const marker = (kind: string) =>
    `<marker id="${how.id}-${kind}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="mk mk-${kind}" d="M0 0 8 4 0 8z"/></marker>`;
  const head = `<svg class="sc" role="img" aria-labelledby="${how.id}-title" viewBox="-2 -2 ${w} ${h}" width="${w}" height="${h}"><title id="${how.id}-title">${safe(how.title)}</title><defs>${['d', 'n', 't'].map(marker).join('')}</defs>`;
  return `${head}${boxes(graph, how)}${lines(graph, how)}${labels(graph, how)}</svg>`;
}

const KIND = { done: 'd', next: 'n', todo: 't' } as const;
function lines(graph: Placed, how: Paint): string {
  const rank = { todo: 0, done: 1, next: 2 };
  // What matters is drawn last, over the rest.
  return graph.edges
    .map(({ edge, points }) => ({ kind: how.edge(edge.from, edge.to), points }))
    .sort((a, b) => rank[a.kind] - rank[b.kind])
    .filter(({ points }) => points.length > 1)
    .map(({ kind, points }) => {
      const d = points.map(({ x, y }, index) => `${index ? 'L' : 'M'}${r(x)} ${r(y)}`).join('');
      return `<path class="ed ed-${KIND[kind]}" marker-end="url(#${how.id}-${KIND[kind]})" d="${d}"/>`;
    })
    .join('');
}
/** Labels stand on a ground of their own, so that a line behind them never crosses the words. */
function labels(graph: Placed, how: Paint): string {
  return graph.edges
    .map(({ edge, label }) => {
      if (!label) return '';
      const next = how.edge(edge.from, edge.to) === 'next';
      return `<text class="el${next ? ' el-n' : ''}" x="${r(label.x)}" y="${r(label.y + 4)}">${safe(label.text)}</text>`;
    })
    .join('');
}
const MARK = { done: '✓ ', now: '▶ ', next: '', todo: '' };
const boxes = (graph: Placed, how: Paint): string => graph.nodes.map((own) => box(own, how)).join('');

function box(own: PlacedNode, how: Paint): string {
  const { node, x, y, width, height, inside } = own;
  const text = node.text[how.lang];
  if (inside) {
    const on = inside.nodes.some((part) => how.node(part.node.id) === 'now');
    const frame = `<g class="nd nd-box${on ? ' on' : ''}"><rect x="${r(x)}" y="${r(y)}" width="${r(width)}" height="${r(height)}" rx="6"/></g><text class="pt" x="${r(x + 12)}" y="${r(y + 20)}">${safe(text)}</text>`;
    return `${frame}<g transform="translate(${r(x)} ${r(y)})">${boxes(inside, how)}${lines(inside, how)}${labels(inside, how)}</g>`;
  }
  const status = how.node(node.id);
  const sub = how.sub?.(node.id);
  const middle = y + height / 2 + 5;
  return `<g class="nd nd-${status}"><rect x="${r(x)}" y="${r(y)}" width="${r(width)}" height="${r(height)}" rx="${node.final ? height / 2 : 4}"/><text x="${r(x + width / 2)}" y="${r(middle)}">${MARK[status]}${safe(text)}${sub ? ` ${safe(sub)}` : ''}</text></g>`;
}
