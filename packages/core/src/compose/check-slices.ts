/** Regions of plugins write only their own slice: data under `ext.<plugin>`, terms, documents and signals of their own. */
import type { Update } from '../language/expressions.ts';
import type { Composed } from './composed.ts';
import type { Report } from './findings.ts';
import { ownerOf, sayAt } from './owner.ts';

export function checkSlices(composed: Composed, report: Report): void {
  for (const [name, region] of Object.entries(composed.pointRegions)) {
    const place = { path: `pointRegions.${name}`, plugin: region.plugin };
    const lists = [
      ...region.rows.map((row) => row.do ?? []),
      ...Object.values(region.states).flatMap((state) => [state.entry ?? [], state.exit ?? []]),
      ...Object.values(region.onBase ?? {}),
    ];
    for (const written of lists.flatMap((list) => writes(composed, list, new Set())))
      if (!within(composed, region.plugin, written)) sayAt(report, place, 'REGION_WRITES_OUTSIDE', written.name);
  }
}

interface Written {
  kind: 'data' | 'named';
  name: string;
}
const within = (composed: Composed, plugin: string, { kind, name }: Written): boolean =>
  kind === 'data' ? name.startsWith(`data.ext.${plugin}.`) : ownerOf(composed, name) === plugin;

/** What updates write, through the signals that they start; a loop variable stands for a place that was named before it. */
function writes(
  composed: Composed,
  updates: readonly Update[],
  seen: Set<string>,
  vars: ReadonlyMap<string, string> = new Map(),
): Written[] {
  const place = (path: string) => {
    const [root, ...rest] = path.split('.') as [string, ...string[]];
    return [vars.get(root) ?? root, ...rest].join('.');
  };
  return updates.flatMap((update): Written[] => {
    if ('set' in update) return [{ kind: 'data', name: place(update.set) }];
    if ('append' in update) return [{ kind: 'data', name: place(update.append) }];
    if ('patch' in update) return [{ kind: 'data', name: place(update.patch) }];
    if ('put' in update) return [{ kind: 'named', name: update.put }];
    if ('cancel' in update) return [update.cancel].flat().map((name) => ({ kind: 'named' as const, name }));
    if ('produce' in update) return [{ kind: 'named', name: update.produce }];
    if ('pause' in update)
      return Array.isArray(update.pause)
        ? update.pause.map((name) => ({ kind: 'named' as const, name: String(name) }))
        : [];
    if ('if' in update) return writes(composed, [...update.do, ...(update.else ?? [])], seen, vars);
    if ('each' in update) {
      const [list, name] = update.each;
      const source = typeof list === 'object' && list !== null && 'get' in list ? place(list.get) : name;
      return writes(composed, update.do, seen, new Map([...vars, [name, source]]));
    }
    if ('signal' in update) {
      if (seen.has(update.signal)) return [];
      seen.add(update.signal);
      return [
        { kind: 'named', name: update.signal },
        ...writes(composed, composed.signals[update.signal]?.do ?? [], seen),
      ];
    }
    return [];
  });
}
