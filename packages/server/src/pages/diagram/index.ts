/** The chart of a subject, drawn from its definition: layout once per conduct and language, the standing per subject. */
import type { Composed } from '@fengqiao/core';
import { type Lang, say } from '../text.ts';
import { backbone, eventText, everywhere, type Graph, moving, pointOf, regionGraph, wholeGraph } from './graph.ts';
import { type Placed, place } from './layout.ts';
import { paint } from './paint.ts';
import { memberCounts, type Standing, statusIn } from './standing.ts';

export { flowList } from './list.ts';
export { stepsOf } from './main-way.ts';
export type { Standing } from './standing.ts';

const KEPT = 200;
const laid = new Map<string, Promise<Placed>>();
/** Layouts by definition, part and language; the oldest is let go. */
function layoutOf(key: string, make: () => Promise<Placed>): Promise<Placed> {
  const ready = laid.get(key);
  if (ready) return ready;
  const fresh = make();
  laid.set(key, fresh);
  fresh.catch(() => laid.delete(key));
  if (laid.size > KEPT) laid.delete(laid.keys().next().value!);
  return fresh;
}

const ESCAPED = /[&<>"]/g;
const safe = (text: string) => text.replace(ESCAPED, (char) => `&#${char.charCodeAt(0)};`);

/**
 * HTML with one drawing or several. `card`: the points of the body for a narrow column. `page`: the whole body with the
 * states inside its points, then each region beside it and each small chart of members with its counts.
 * @param at where a subject stands; undefined draws the chart alone
 */
export async function drawDiagram(chart: Composed, at: Standing, lang: Lang, size: 'card' | 'page'): Promise<string> {
  return size === 'card' ? card(chart, at, lang) : page(chart, at, lang);
}

function titleOf(chart: Composed, at: Standing, lang: Lang): string {
  const now = at?.subject.state.stage;
  const state = now === undefined ? undefined : chart.regions.stage!.states[now];
  if (!state) return lang === 'zh' ? `${chart.zh}流程图` : `flow of ${chart.en}`;
  const status = statusIn(chart, at);
  const next = Object.entries(chart.regions.stage!.states)
    .filter(([id]) => status.way(now!, id) === 'next')
    .map(([, own]) => own[lang]);
  if (lang === 'zh')
    return `流程图：当前环节为“${state.zh}”${next.length ? `，可以进入${next.map((text) => `“${text}”`).join('、')}` : ''}`;
  return `flow: now “${state.en}”${next.length ? `, possible next ${next.join('; ')}` : ''}`;
}

async function card(chart: Composed, at: Standing, lang: Lang): Promise<string> {
  const here = at?.subject.state.stage;
  const keep = here === undefined ? [] : [pointOf(here)];
  const graph = backbone(chart, keep);
  const shape = graph.nodes.map(({ id }) => id).join(' ');
  const drawn = await layoutOf(`${chart.conduct} card ${shape} ${lang}`, () => place(graph, lang, 'DOWN', true));
  const status = statusIn(chart, at);
  return paint(drawn, {
    id: 'dg-card',
    lang,
    title: titleOf(chart, at, lang),
    node: status.point,
    edge: status.pointWay,
  });
}

async function page(chart: Composed, at: Standing, lang: Lang): Promise<string> {
  const status = statusIn(chart, at);
  const body = await layoutOf(`${chart.conduct} page ${lang}`, () => place(wholeGraph(chart), lang, 'DOWN'));
  const plain = (id: string) => id.replace(/^point /, '');
  const svg = paint(body, {
    id: 'dg-body',
    lang,
    title: titleOf(chart, at, lang),
    node: status.state,
    edge: (from, to) =>
      from.startsWith('point ') || to.startsWith('point ')
        ? status.pointWay(pointOf(plain(from)), pointOf(plain(to)))
        : status.way(from, to) === 'todo'
          ? status.pointWay(pointOf(from), pointOf(to))
          : status.way(from, to),
  });
  const parts = [figure(chart.regions.stage!, svg, lang, often(chart, lang))];
  for (const part of besides(chart, at)) {
    const drawn = await layoutOf(`${chart.conduct} ${part.key} ${lang}`, () => place(part.graph, lang, 'RIGHT'));
    const counted = part.counts;
    parts.push(
      figure(
        part.text,
        paint(drawn, {
          id: `dg-${part.key.replace(/[^a-z0-9]/gi, '-')}`,
          lang,
          title: say(part.text, lang),
          node: (id) => (counted ? (counted.get(id) ? 'now' : 'todo') : id === part.now ? 'now' : 'todo'),
          edge: (from) => ((counted ? Boolean(counted.get(from)) : from === part.now) ? 'next' : 'todo'),
          ...(counted ? { sub: (id: string) => (counted.get(id) ? String(counted.get(id)) : undefined) } : {}),
        }),
        lang,
      ),
    );
  }
  return parts.join('');
}

/** Regions beside the body, and the small charts of members, drawn once. */
function besides(chart: Composed, at: Standing) {
  const text = ({ zh, en }: { zh: string; en: string }) => ({ zh, en });
  const parts: {
    key: string;
    text: { zh: string; en: string };
    graph: Graph;
    now?: string;
    counts?: Map<string, number>;
  }[] = [];
  for (const [id, region] of Object.entries(chart.regions))
    if (id !== 'stage')
      parts.push({
        key: `region ${id}`,
        text: text(region),
        graph: regionGraph(chart, region.states, region.rows),
        now: at?.subject.state[id],
      });
  for (const [id, region] of Object.entries(chart.pointRegions)) {
    const own = {
      zh: `${region.zh}（${region.kind === 'blocking' ? '须完成' : '观察'}）`,
      en: `${region.en} (${region.kind})`,
    };
    parts.push({
      key: `plugin ${id}`,
      text: own,
      graph: regionGraph(chart, region.states, region.rows),
      now: at?.subject.state[id],
    });
  }
  for (const [id, member] of Object.entries(chart.members))
    parts.push({
      key: `member ${id}`,
      text: text(member),
      graph: regionGraph(chart, member.states, member.rows),
      counts: memberCounts(at, member.list, member.field),
    });
  return parts;
}

const figure = (text: { zh: string; en: string }, svg: string, lang: Lang, note = ''): string =>
  `<figure class="dg"><figcaption>${safe(say(text, lang))}${note ? `<span class="sub">${safe(note)}</span>` : ''}</figcaption>${svg}</figure>`;

/** Ways that most states have, in words instead of a line from each. */
function often(chart: Composed, lang: Lang): string {
  const { states, rows } = chart.regions.stage!;
  const found = everywhere(moving(rows), Object.keys(states).length).map(
    (row) => `${eventText(chart, row.on)[lang]} → ${states[row.to]?.[lang] ?? row.to}`,
  );
  if (!found.length) return '';
  const list = [...new Set(found)].join(lang === 'zh' ? '；' : '; ');
  return lang === 'zh' ? `在多数环节都可以：${list}` : `from most states: ${list}`;
}
