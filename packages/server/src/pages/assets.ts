/** Stylesheet and script of the pages, under names that change with their content, so that browsers may keep them for ever. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { PATHS } from './paths.ts';

export interface Asset {
  /** Address with the hash of the content. */
  href: string;
  type: string;
  body: Buffer;
  gzip: Buffer;
}

const folder = new URL('./assets/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
/** Comments and indents are for the reader of the source only. */
const slim = (css: string) =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '')
    .replace(/\s*([{}:;,>])\s+/g, '$1');

function asset(name: string, type: string, text: string): Asset {
  const body = Buffer.from(text);
  const [stem, ending] = name.split('.');
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return { href: `${PATHS.assets}/${stem}.${hash}.${ending}`, type, body, gzip: gzipSync(body, { level: 9 }) };
}

/** All stylesheets in the order of their names, as one. */
const sheets = readdirSync(folder)
  .filter((name) => name.endsWith('.css'))
  .sort();
export const STYLE = asset('app.css', 'text/css; charset=utf-8', slim(sheets.map(read).join('\n')));
export const SCRIPT = asset('app.js', 'text/javascript; charset=utf-8', read('app.js'));
export const ASSETS: readonly Asset[] = [STYLE, SCRIPT];
