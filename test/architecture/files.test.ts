import { describe, expect, it } from 'vitest';
import { planted } from './planted.ts';
import { isCode, isGenerated, type Source, sourcesBelow } from './sources.ts';

const AIM = 250;
const LIMIT = 400;
/** Files that are data or made by a script, by pattern; everything else is held to the limit. */
const EXCEPTED = [/\.generated\.ts$/, /\.data\.ts$/, /^packages\/plugins\/src\/domain\/data\//];
const kept = (path: string) =>
  (isCode(path) || /\.(css|sql)$/.test(path)) && !EXCEPTED.some((pattern) => pattern.test(path));
const sources = (root?: string) =>
  ['packages', 'test', 'examples'].flatMap((folder) => sourcesBelow(folder, kept, root));
const lines = (source: Source) => source.text.split('\n').length - (source.text.endsWith('\n') ? 1 : 0);
const longerThan = (limit: number, of: Source[]) =>
  of.filter((source) => lines(source) > limit).map((source) => `${source.path}: ${lines(source)}`);

describe('file sizes', () => {
  const all = sources();
  it(`no file has more than ${LIMIT} lines`, () => {
    expect(longerThan(LIMIT, all)).toEqual([]);
    expect(all.length).toBeGreaterThan(120);
  });
  it(`files above ${AIM} lines are few and listed`, () => {
    const long = longerThan(AIM, all);
    if (long.length) console.info(`above ${AIM} lines:\n${long.join('\n')}`);
    expect(long.length / all.length).toBeLessThan(0.1);
  });
  it('every exception is in use', () => {
    const code = sourcesBelow('packages', () => true).map((source) => source.path);
    for (const pattern of EXCEPTED)
      expect(
        code.some((path) => pattern.test(path)),
        String(pattern),
      ).toBe(true);
    expect(code.filter(isGenerated).length).toBeLessThan(12);
  });
  it('a planted long file is found, an excepted one is not', async () => {
    const long = 'x;\n'.repeat(LIMIT + 1);
    const files = {
      'packages/a.ts': long,
      'packages/b.generated.ts': long,
      'test/c.ts': 'x;\n'.repeat(LIMIT),
      'examples/d.css': long,
    };
    expect(await planted(files, (root) => longerThan(LIMIT, sources(root)))).toEqual([
      `packages/a.ts: ${LIMIT + 1}`,
      `examples/d.css: ${LIMIT + 1}`,
    ]);
  });
});
