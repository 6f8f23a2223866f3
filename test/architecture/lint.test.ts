import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planted } from './planted.ts';
import { ROOT } from './sources.ts';

const run = (bin: string, args: string[], cwd: string) => {
  const done = spawnSync(process.execPath, [join(ROOT, 'node_modules', bin), ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { code: done.status, said: `${done.stdout}\n${done.stderr}` };
};
const biome = (folder: string) =>
  run(
    '@biomejs/biome/bin/biome',
    ['check', '--diagnostic-level=error', '--max-diagnostics=200', `--config-path=${ROOT}`, '--vcs-enabled=false', '.'],
    folder,
  );
const knip = (folder: string) => run('knip/bin/knip.js', ['--no-progress', '--no-config-hints'], folder);

describe('lint', () => {
  it('Biome finds nothing', () => {
    const { code, said } = biome(ROOT);
    expect(code === 0 ? '' : said).toBe('');
    expect(Number(/Checked (\d+) files/.exec(said)?.[1])).toBeGreaterThan(120);
  });
  it('knip finds nothing unused', () => {
    const { code, said } = knip(ROOT);
    expect(code === 0 ? '' : said).toBe('');
  });
  it('Biome finds what is planted', async () => {
    const found = await planted(
      { 'a.ts': 'export const a = 1\nexport const b = "two"\nif (a == 1) debugger\n' },
      biome,
    );
    expect(found.code).not.toBe(0);
    expect(found.said).toMatch(/noDoubleEquals|noDebugger/);
  });
  it('knip finds what is planted', async () => {
    const files = {
      'package.json':
        '{"name":"planted","version":"1.0.0","type":"module","main":"./index.js","dependencies":{"left-pad":"1.0.0"}}',
      'index.js': "import { used } from './a.js';\nused();\n",
      'a.js': 'export const used = () => 1;\nexport const unusedThing = 2;\n',
      'b.js': 'export const lonely = 3;\n',
    };
    const found = await planted(files, knip);
    expect(found.code).toBe(1);
    for (const name of ['unusedThing', 'b.js', 'left-pad']) expect(found.said).toContain(name);
  });
});
