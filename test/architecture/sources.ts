/** The files that the architecture checks read. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');
const LEFT_OUT = new Set(['node_modules', 'dist', '.git', '.data', '.tmp', 'coverage']);

/** All files below a folder, as paths with `/` relative to `root`, sorted. */
export function filesBelow(folder: string, root = ROOT): string[] {
  const found: string[] = [];
  const walk = (at: string) => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      if (LEFT_OUT.has(entry.name)) continue;
      const path = join(at, entry.name);
      if (entry.isDirectory()) walk(path);
      else found.push(relative(root, path).split(sep).join('/'));
    }
  };
  walk(join(root, folder));
  return found.sort();
}

export interface Source {
  path: string;
  text: string;
}
export const read = (path: string, root = ROOT): Source => ({ path, text: readFileSync(join(root, path), 'utf8') });
export const sourcesBelow = (folder: string, keep: (path: string) => boolean, root = ROOT): Source[] =>
  filesBelow(folder, root)
    .filter(keep)
    .map((path) => read(path, root));

export const isCode = (path: string) => /\.(ts|tsx|mts|mjs|js|cjs)$/.test(path) && !/\.d\.m?ts$/.test(path);
export const isTest = (path: string) => /\.test\.tsx?$/.test(path);
export const isGenerated = (path: string) => /\.generated\.ts$/.test(path);
