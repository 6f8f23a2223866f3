import * as plugins from '@fengqiao/plugins';
import { describe, expect, it } from 'vitest';
import { allWords, wordsOf } from './chart-words.ts';
import { CORE_GENERIC, GENERIC } from './generic-words.ts';
import { planted } from './planted.ts';
import { isCode, isTest, type Source, sourcesBelow } from './sources.ts';
import { tokensOf } from './tokens.ts';

/** A name that no prose would use: UPPER_CASE with an underscore, camelCase, a dotted state. Looked for in all of a file. */
const isTelling = (word: string) =>
  /_/.test(word) || /[a-z][A-Z]/.test(word) || word.includes('.') || /^[A-Z]{2,}$/.test(word);
/** A string that is a key or a path, and no prose. */
const isPath = (text: string) => /^[\w.[\]/:*-]+$/.test(text);

/** Words of the chart that a file says: telling names anywhere, ordinary words only as names in code or as keys and paths. */
function said(source: Source, words: ReadonlySet<string>): string[] {
  const found = new Set<string>();
  for (const [name] of source.text.matchAll(/[A-Za-z_][\w]*(?:\.[A-Za-z_]\w*)*/g)) {
    for (const part of [name, ...name.split('.')]) if (words.has(part) && isTelling(part)) found.add(part);
  }
  if (isCode(source.path)) {
    const { names, strings } = tokensOf(source);
    for (const name of names) if (words.has(name)) found.add(name);
    for (const text of strings)
      if (isPath(text)) for (const part of [text, ...text.split(/[^\w]+/)]) if (words.has(part)) found.add(part);
  }
  return [...found].sort();
}
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

  it('are taken from the definition', () => {
    expect(words.events.length).toBeGreaterThan(100);
    expect(words.states.length).toBeGreaterThan(40);
    expect(words.fields.length).toBeGreaterThan(150);
    expect(all.size).toBeGreaterThan(300);
  });
  it('are in no file of the server', () => {
    expect(faults(server, all, new Set(Object.keys(GENERIC)))).toEqual([]);
    expect(server.length).toBeGreaterThan(60);
  });
  it('are in no file of core', () => {
    expect(faults(core, all, new Set([...Object.keys(GENERIC), ...Object.keys(CORE_GENERIC)]))).toEqual([]);
    expect(core.length).toBeGreaterThan(60);
  });
  it('the generic words allowed are needed, are words of the chart, and tell nothing', () => {
    const inServer = new Set(server.flatMap((source) => said(source, all)));
    const inCore = new Set(core.flatMap((source) => said(source, all)));
    expect(Object.keys(GENERIC).filter((word) => !inServer.has(word))).toEqual([]);
    expect(Object.keys(CORE_GENERIC).filter((word) => !inCore.has(word) || word in GENERIC)).toEqual([]);
    // No event of the chart is a generic word; of its states only those that are words of every workflow.
    expect(
      [...Object.keys(GENERIC), ...Object.keys(CORE_GENERIC)].filter((word) => words.events.includes(word)),
    ).toEqual([]);
    expect(Object.values({ ...GENERIC, ...CORE_GENERIC }).every((why) => why.length > 3)).toBe(true);
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
