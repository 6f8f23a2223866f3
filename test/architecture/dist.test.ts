import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from './sources.ts';

interface Printed {
  from: string;
  found: { chart: string; shape: string; conduct: string; errors: number }[];
}
const run = (args: string[]): Printed =>
  JSON.parse(
    execFileSync(process.execPath, [...args, join(ROOT, 'test/architecture/fingerprints.mjs')], {
      cwd: ROOT,
      encoding: 'utf8',
    }),
  );

describe('sources and dist', () => {
  beforeAll(() => {
    execFileSync('npm', ['run', 'build'], { cwd: ROOT, stdio: 'pipe' });
  }, 240_000);

  it('give the same fingerprints', () => {
    const source = run(['--conditions=@fengqiao/source', '--import', 'tsx']);
    const built = run([]);
    expect([source.from, built.from]).toEqual(['src/index.ts', 'dist/index.js']);
    expect(built.found).toEqual(source.found);
    expect(source.found.map(({ chart }) => chart).sort()).toEqual(['dispute', 'order']);
    for (const { shape, conduct, errors } of source.found) {
      expect(errors).toBe(0);
      expect([shape, conduct]).toEqual([
        expect.stringMatching(/[0-9a-f]{64}$/),
        expect.stringMatching(/[0-9a-f]{64}$/),
      ]);
    }
  });
});
