import * as plugins from '@fengqiao/plugins';
import { describe, expect, it } from 'vitest';
import { allWords, wordsOf } from './chart-words.ts';
import { CORE_GENERIC, GENERIC } from './generic-words.ts';
import { planted } from './planted.ts';
import { isTelling, said } from './said.ts';
import { isTest, type Source, sourcesBelow } from './sources.ts';
import { declaredIn } from './tokens.ts';

const faults = (sources: Source[], words: ReadonlySet<string>, allowed: ReadonlySet<string>) =>
  sources.flatMap((source) =>
    said(source, words)
      .filter((word) => !allowed.has(word))
      .map((word) => `${source.path}: ${word}`),
  );
const production = (path: string) => !isTest(path) && /\.(ts|tsx|mjs|js|css|sql)$/.test(path);

describe('names of the dispute', () => {
  const chart = plugins.disputeChart;
  const words = wordsOf(chart);
  const all = new Set(allWords(words));
  const server = [
    ...sourcesBelow('packages/server/src', production),
    ...sourcesBelow('packages/server/bin', production),
  ];
  const core = sourcesBelow('packages/core/src', production);
  /** Words of the engine's own contracts: what its types declare. */
  const engine = new Set(
    ['language', 'chart', 'compose', 'engine']
      .flatMap((folder) => sourcesBelow(`packages/core/src/${folder}`, production))
      .flatMap((source) => [...declaredIn(source)])
      .filter((word) => !isTelling(word) || word in CORE_GENERIC),
  );
  const telling = new Set([...all].filter(isTelling));

  it('are taken from the definition', () => {
    expect(words.events.length).toBeGreaterThan(100);
    expect(words.states.length).toBeGreaterThan(40);
    expect(words.fields.length).toBeGreaterThan(200);
    expect(all.size).toBeGreaterThan(400);
    expect(telling.size).toBeGreaterThan(200);
  });
  it('are in no file of the server', () => {
    expect(faults(server, all, new Set([...Object.keys(GENERIC), ...engine]))).toEqual([]);
    expect(server.length).toBeGreaterThan(60);
  });
  it('are in no file of core', () => {
    expect(faults(core, telling, new Set(Object.keys(CORE_GENERIC)))).toEqual([]);
    expect(core.length).toBeGreaterThan(60);
  });
  it('the generic words allowed are needed and tell nothing', () => {
    const inServer = new Set(server.flatMap((source) => said(source, all)));
    const inCore = new Set(core.flatMap((source) => said(source, telling)));
    expect(Object.keys(GENERIC).filter((word) => !inServer.has(word) || engine.has(word) || isTelling(word))).toEqual(
      [],
    );
    expect(Object.keys(CORE_GENERIC).filter((word) => !inCore.has(word))).toEqual([]);
    // No event of the chart is allowed in the server; in core only what every chart has.
    expect(Object.keys(GENERIC).filter((word) => words.events.includes(word))).toEqual([]);
    expect(Object.keys(CORE_GENERIC).filter((word) => words.events.includes(word))).toEqual(['OPEN', 'TERM_EXPIRED']);
    expect(Object.values({ ...GENERIC, ...CORE_GENERIC }).every((why) => why.length > 3)).toBe(true);
    // The engine's words are a small part of the chart's, and no state of the body is among them.
    expect([...all].filter((word) => engine.has(word)).length).toBeLessThan(all.size / 6);
    expect(Object.keys(chart.regions.stage!.states).filter((state) => engine.has(state))).toEqual([]);
  });
  it('are found where they are planted', async () => {
    const [event, state] = [
      words.events.find((name) => name.includes('_'))!,
      words.states.find((name) => name.includes('.'))!,
    ];
    const files = {
      'packages/server/src/a.ts': `// ${event}\n`,
      'packages/server/src/b.ts': `export const path = '/cases/x/do/${event}';\n`,
      'packages/server/src/c.ts': `export const at = (s: string) => s === '${state}';\n`,
      'packages/server/src/d.tsx': 'export const show = (data: any) => data.disputeType;\n',
      'packages/server/src/e.ts': "export const key = 'data.agreements.intake';\n",
      'packages/server/src/f.ts': '// an intake of water, planned agreements in prose\nexport const x = 1;\n',
    };
    const found = await planted(files, (root) =>
      faults(sourcesBelow('packages/server/src', production, root), all, new Set()),
    );
    const paths = new Set(found.map((line) => line.split(':')[0]));
    expect([...paths]).toEqual(['a.ts', 'b.ts', 'c.ts', 'd.tsx', 'e.ts'].map((name) => `packages/server/src/${name}`));
    expect(found).toContain(`packages/server/src/c.ts: ${state}`);
  });
});
