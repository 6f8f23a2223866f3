/**
 * Text that no database can keep: U+0000 and halves of surrogate pairs. One such character in a batch fails the whole
 * statement, so it is looked for before a commit queues (design §9).
 */

/** A commit holds text that cannot be stored; `path` says where, without the text. */
export class UnwritableText extends Error {
  readonly code = 'TEXT_UNWRITABLE';
  readonly path: string;
  constructor(path: string) {
    super(`text that cannot be stored at ${path}`);
    this.name = 'UnwritableText';
    this.path = path;
  }
}

/** With the `u` flag a pair counts as one character, so only a half that stands alone is found. */
const UNWRITABLE = /\0|\p{Surrogate}/u;
/** Finds what may be such a character much faster; most text has none. */
const SUSPICIOUS = /[\0\ud800-\udfff]/;
const unwritable = (text: string): boolean => SUSPICIOUS.test(text) && UNWRITABLE.test(text);

/** Dotted path of the first text within the value (keys included) that cannot be stored, or undefined. */
export function unwritableAt(value: unknown, path = ''): string | undefined {
  if (typeof value === 'string') return unwritable(value) ? path || '(text)' : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, item] of Object.entries(value)) {
    if (unwritable(key)) return `${path}(name)`;
    const found = unwritableAt(item, path ? `${path}.${key}` : key);
    if (found !== undefined) return found;
  }
  return undefined;
}
