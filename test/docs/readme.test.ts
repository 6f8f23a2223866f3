import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settingTable } from '../../packages/server/src/host/setting-table.ts';
import { filesBelow, ROOT } from '../architecture/sources.ts';

const START = '<!-- settings -->';
const END = '<!-- /settings -->';
const READMES = [
  { name: 'README.md', lang: 'en', head: ['setting', 'meaning', 'default'] },
  { name: 'README.zh-CN.md', lang: 'zh', head: ['设置', '含义', '默认'] },
] as const;
const text = (name: string) => readFileSync(join(ROOT, name), 'utf8');

/** The settings table as the host knows it. */
const settings = ({ lang, head }: (typeof READMES)[number]): string =>
  [
    `| ${head.join(' | ')} |`,
    '|---|---|---|',
    ...settingTable.map(
      (of) => `| \`${of.name}\` | ${of[lang]} | ${of.fallback ? `\`${of.fallback}\`` : (of.otherwise?.[lang] ?? '')} |`,
    ),
  ].join('\n');

/** Links in Markdown to files of the repository. */
const links = (markdown: string) =>
  [...markdown.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map((found) => found[1]!).filter((to) => !/^[a-z]+:/.test(to));

describe('README', () => {
  for (const readme of READMES)
    it(`${readme.name} prints the settings as the host reads them`, () => {
      const [before, rest] = text(readme.name).split(START) as [string, string];
      const [inside, after] = rest.split(END) as [string, string];
      // UPDATE_DOCS=1 writes the table; the committed one is compared.
      if (process.env.UPDATE_DOCS)
        writeFileSync(join(ROOT, readme.name), `${before}${START}\n${settings(readme)}\n${END}${after}`);
      else expect(inside.trim()).toBe(settings(readme));
      expect(settingTable.length).toBeGreaterThan(9);
    });
  it('gives the two commands that CI and people run', () => {
    for (const { name } of READMES) {
      expect(text(name)).toContain('npm ci && npm start');
      expect(text(name)).toContain('npm ci && npm test');
    }
    expect(text('.ci/run')).toMatch(/^npm ci && npm test$/m);
    const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };
    for (const script of ['start', 'test', 'build', 'serve', 'typecheck', 'lint'])
      expect(scripts[script], script).toBeTruthy();
  });
  it('says the same in both languages, heading by heading', () => {
    const headings = READMES.map(({ name }) =>
      text(name)
        .split('\n')
        .filter((line) => line.startsWith('#'))
        .map((line) => line.split(' ')[0]),
    );
    expect(headings[0]).toEqual(headings[1]);
  });
});

describe('links of the documents', () => {
  const documents = [
    ...filesBelow('docs').filter((path) => path.endsWith('.md')),
    'README.md',
    'README.zh-CN.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
  ];
  it('lead to files that exist', () => {
    const all = documents.flatMap((path) =>
      links(text(path)).map((to) => ({ path, to, at: join(ROOT, dirname(path), to) })),
    );
    expect(all.filter((link) => !existsSync(link.at)).map((link) => `${link.path}: ${link.to}`)).toEqual([]);
    expect(all.length).toBeGreaterThan(25);
  });
  it('a planted one is read', () => {
    expect(links('see [a](docs/x.md#y) and ![b](images/z.png) and [c](https://example.org)')).toEqual([
      'docs/x.md',
      'images/z.png',
    ]);
  });
});
