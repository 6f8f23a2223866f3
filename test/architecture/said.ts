/** Which words of a chart a source file says. */
import { isCode, type Source } from './sources.ts';
import { tokensOf } from './tokens.ts';

/** A name that no prose would use: UPPER_CASE with an underscore, camelCase, a dotted state. Looked for in all of a file. */
export const isTelling = (word: string) =>
  /_/.test(word) || /[a-z][A-Z]/.test(word) || word.includes('.') || /^[A-Z]{2,}$/.test(word);
/** A string that is a key or a path, and no prose. */
const isPath = (text: string) => /^[\w.[\]/:*-]+$/.test(text);

/** Words of the chart that a file says: telling names anywhere, ordinary words only as names in code or as keys and paths. */
export function said(source: Source, words: ReadonlySet<string>): string[] {
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
