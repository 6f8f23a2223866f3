import { createRequire } from 'node:module';
import { posix } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import { describe, expect, it } from 'vitest';
import { planted } from './planted.ts';
import { filesBelow, ROOT, read } from './sources.ts';
import { importsOf } from './tokens.ts';

const config = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  forbidden: IForbiddenRuleType[];
  options: ICruiseOptions;
};
const FOLDERS = ['packages/core/src', 'packages/plugins/src', 'packages/server/src', 'test'];

async function cruised(root: string, folders: string[], options: Partial<ICruiseOptions> = {}): Promise<ICruiseResult> {
  const ruleSet = { forbidden: config.forbidden };
  const result = await cruise(folders, { ...config.options, ...options, ruleSet, validate: true, baseDir: root });
  return result.output as ICruiseResult;
}
const ofOurs = (result: ICruiseResult) =>
  result.modules
    .map((module) => module.source)
    .filter((path) => /^(packages|test)\//.test(path) && !path.includes('node_modules'));
const onDisk = (root: string, folders: string[]) =>
  folders
    .flatMap((folder) => filesBelow(folder, root))
    .filter((path) => /\.(ts|tsx|mts|mjs|js|cjs)$/.test(path) && !/\.d\.m?ts$/.test(path));
const violations = (result: ICruiseResult) =>
  result.summary.violations.map((found) => `${found.rule.name}: ${found.from} → ${found.to}`);

/** Whether a way of imports leads from one file to another. */
function reaches(graph: Map<string, string[]>, from: string, to: string): boolean {
  const [open, done] = [[from], new Set<string>()];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === to) return true;
    if (done.has(at)) continue;
    done.add(at);
    open.push(...(graph.get(at) ?? []));
  }
  return false;
}

describe('imports', async () => {
  const result = await cruised(ROOT, FOLDERS);
  it('cruises every file on disk', () => {
    const [seen, disk] = [new Set(ofOurs(result)), onDisk(ROOT, FOLDERS)];
    expect(disk.filter((path) => !seen.has(path))).toEqual([]);
    expect(
      [...seen].filter((path) => /\.tsx?$/.test(path) && !disk.includes(path) && !/\.d\.m?ts$/.test(path)),
    ).toEqual([]);
    expect(disk.length).toBeGreaterThan(120);
    expect(result.summary.totalDependenciesCruised).toBeGreaterThan(disk.length);
  });
  it('sees every import of every file, types included', () => {
    const seen = new Map(
      result.modules.map((module) => [
        module.source,
        new Set(module.dependencies.map((to) => to.module.replace(/^node:/, ''))),
      ]),
    );
    const files = onDisk(ROOT, FOLDERS).map((path) => read(path));
    const missed = files.flatMap((file) =>
      importsOf(file)
        .filter((to) => !seen.get(file.path)?.has(to.replace(/^node:/, '')))
        .map((to) => ({ from: file.path, to: posix.join(posix.dirname(file.path), to), as: to })),
    );
    // The one form that the parser overlooks: `export type { A } from './a.ts'`. It may not close a cycle or leave its folder.
    const graph = new Map(
      result.modules.map((module) => [module.source, module.dependencies.map((to) => to.resolved)]),
    );
    expect(missed.filter(({ as }) => !as.startsWith('./'))).toEqual([]);
    expect(missed.filter(({ from, to }) => reaches(graph, to, from))).toEqual([]);
    expect(missed.length).toBeLessThan(8);
    expect(files.flatMap(importsOf).length).toBeGreaterThan(1000);
  });
  it('go in the directions of the design, without a cycle', () => {
    expect(violations(result)).toEqual([]);
  });
});

/** One violation per rule; the name of the rule must be among those found. */
const PLANTED: Record<string, Record<string, string>> = {
  'no-cycles': {
    'packages/core/src/chart/a.ts': "import './b.ts';",
    'packages/core/src/chart/b.ts': "import type {} from './a.ts';",
  },
  resolvable: { 'packages/core/src/chart/a.ts': "import './nowhere.ts';" },
  'core-language': {
    'packages/core/src/language/a.ts': "import '../meaning/b.ts';",
    'packages/core/src/meaning/b.ts': 'export {};',
  },
  'core-meaning': {
    'packages/core/src/meaning/a.ts': "import '../compose/b.ts';",
    'packages/core/src/compose/b.ts': 'export {};',
  },
  'core-calendar': {
    'packages/core/src/calendar/a.ts': "import '../meaning/b.ts';",
    'packages/core/src/meaning/b.ts': 'export {};',
  },
  'core-chart': {
    'packages/core/src/chart/a.ts': "import '../calendar/b.ts';",
    'packages/core/src/calendar/b.ts': 'export {};',
  },
  'core-compose': {
    'packages/core/src/compose/a.ts': "import '../machine/b.ts';",
    'packages/core/src/machine/b.ts': 'export {};',
  },
  'core-machine': {
    'packages/core/src/machine/a.ts': "import type {} from '../engine/b.ts';",
    'packages/core/src/engine/b.ts': 'export {};',
  },
  'core-engine': {
    'packages/core/src/engine/a.ts': "import '../verify/b.ts';",
    'packages/core/src/verify/b.ts': 'export {};',
  },
  'core-verify': {
    'packages/core/src/verify/a.ts': "import '../testing/b.ts';",
    'packages/core/src/testing/b.ts': 'export {};',
  },
  'core-alone': { 'packages/core/src/engine/a.ts': "import 'node:http';" },
  'plugins-without-server': {
    'packages/plugins/src/a.ts': "import '../../server/src/b.ts';",
    'packages/server/src/b.ts': 'export {};',
  },
  'server-by-nobody': {
    'examples/a.ts': "import '../packages/server/src/b.ts';",
    'packages/server/src/b.ts': 'export {};',
  },
  'xstate-in-machine-and-verify': {
    'packages/core/src/engine/a.ts': "import 'xstate';",
    'node_modules/xstate/package.json': '{"name":"xstate","main":"i.js"}',
    'node_modules/xstate/i.js': '',
  },
  'packages-by-name': {
    'packages/server/src/a.ts': "import '../../core/src/engine/b.ts';",
    'packages/core/src/engine/b.ts': 'export {};',
  },
  'production-without-tests': {
    'packages/core/src/engine/a.ts': "import './b.test.ts';",
    'packages/core/src/engine/b.test.ts': 'export {};',
  },
};

describe('planted imports', () => {
  it('a way back is found', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c', 'a']],
      ['c', ['c']],
    ]);
    expect([reaches(graph, 'b', 'a'), reaches(graph, 'c', 'a')]).toEqual([true, false]);
  });
  it('has a plant for every rule', () => {
    expect(Object.keys(PLANTED).sort()).toEqual(config.forbidden.map((rule) => String(rule.name)).sort());
  });
  for (const [rule, files] of Object.entries(PLANTED))
    it(`${rule} is found`, async () => {
      const folders = [...new Set(Object.keys(files).map((path) => path.split('/')[0]!))].filter(
        (folder) => folder !== 'node_modules',
      );
      const found = await planted(files, async (root) => violations(await cruised(root, folders)));
      expect(found.map((line) => line.split(':')[0])).toContain(rule);
    });
  it('a file that is not cruised is noticed', async () => {
    const files = { 'packages/core/src/chart/a.ts': 'export {};', 'packages/core/src/chart/b.ts': 'export {};' };
    const missed = await planted(files, async (root) => {
      const seen = new Set(ofOurs(await cruised(root, ['packages'], { exclude: { path: 'b\\.ts$' } })));
      return onDisk(root, ['packages']).filter((path) => !seen.has(path));
    });
    expect(missed).toEqual(['packages/core/src/chart/b.ts']);
  });
});
