/** Places of boxes, ways and labels, by elkjs (layered). Once per definition: what differs per subject is painted later. */
import type { Lang } from '../text.ts';
import type { Graph, GraphEdge, GraphNode } from './graph.ts';

export interface PlacedNode {
  node: GraphNode;
  x: number;
  y: number;
  width: number;
  height: number;
  inside?: Placed;
}
export interface PlacedEdge {
  edge: GraphEdge;
  points: { x: number; y: number }[];
  label?: { x: number; y: number; text: string };
}
export interface Placed {
  width: number;
  height: number;
  nodes: PlacedNode[];
  edges: PlacedEdge[];
}

/** Width in px of a text: an ideograph is as wide as the letters are high, a Latin letter a little more than half. */
export const textWidth = (text: string, size: number): number =>
  [...text].reduce((sum, char) => sum + (/[\u2e80-\uffff]/.test(char) ? size : size * 0.58), 0);

const NODE = 14;
const LABEL = 12;
const TITLE = 26;

const options = (direction: 'DOWN' | 'RIGHT', tight: boolean) => ({
  'elk.algorithm': 'layered',
  'elk.direction': direction,
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.spacing.nodeNodeBetweenLayers': tight ? '26' : '30',
  'elk.spacing.nodeNode': tight ? '16' : '26',
  'elk.spacing.edgeNode': '14',
  'elk.spacing.edgeEdge': '12',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
  'elk.layered.spacing.edgeNodeBetweenLayers': '14',
  'elk.spacing.edgeLabel': '4',
  'elk.edgeLabels.inline': 'false',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
});

let engine: Promise<{ layout(graph: object): Promise<any> }> | undefined;
/** Loaded at the first drawing: it is large, and a start does not need it. */
const elk = () => {
  engine ??= import('elkjs/lib/elk.bundled.js').then((loaded: any) => new (loaded.default.default ?? loaded.default)());
  return engine;
};

function boxOf(node: GraphNode, lang: Lang, tight: boolean): any {
  const size = { width: Math.ceil(textWidth(node.text[lang], NODE)) + (tight ? 26 : 40), height: 34 };
  if (!node.inside) return { id: node.id, ...size };
  return {
    id: node.id,
    layoutOptions: {
      ...options('DOWN', tight),
      'elk.padding': `[top=${TITLE + 12},left=12,bottom=12,right=12]`,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.nodeSize.minimum': `(${size.width + 8}, 60)`,
    },
    children: node.inside.nodes.map((own) => boxOf(own, lang, tight)),
    edges: node.inside.edges.map((edge, index) => lineOf(edge, `${node.id} ${index}`, lang)),
  };
}
function lineOf(edge: GraphEdge, id: string, lang: Lang): any {
  const text = edge.text?.[lang];
  return {
    id,
    sources: [edge.from],
    targets: [edge.to],
    labels: text ? [{ text, width: Math.ceil(textWidth(text, LABEL)) + 8, height: 18 }] : [],
  };
}

/** @param direction where time goes */
export async function place(graph: Graph, lang: Lang, direction: 'DOWN' | 'RIGHT', tight = false): Promise<Placed> {
  const laid = await (await elk()).layout({
    id: 'root',
    layoutOptions: { ...options(direction, tight), 'elk.padding': '[top=6,left=6,bottom=6,right=6]' },
    children: graph.nodes.map((node) => boxOf(node, lang, tight)),
    edges: graph.edges.map((edge, index) => lineOf(edge, `edge ${index}`, lang)),
  });
  return placed(laid, graph);
}

function placed(laid: any, graph: Graph): Placed {
  return {
    width: Math.ceil(laid.width),
    height: Math.ceil(laid.height),
    nodes: laid.children.map((box: any) => {
      const node = graph.nodes.find(({ id }) => id === box.id)!;
      return {
        node,
        x: box.x,
        y: box.y,
        width: box.width,
        height: box.height,
        ...(node.inside ? { inside: placed(box, node.inside) } : {}),
      };
    }),
    edges: (laid.edges ?? []).map((line: any, index: number) => {
      const [label] = line.labels ?? [];
      return {
        edge: graph.edges[index]!,
        points: (line.sections ?? []).flatMap((section: any) => [
          section.startPoint,
          ...(section.bendPoints ?? []),
          section.endPoint,
        ]),
        ...(label ? { label: { x: label.x + label.width / 2, y: label.y + label.height / 2, text: label.text } } : {}),
      };
    }),
  };
}
