/**
 * Tokens of the search index (design §11): single Chinese characters and pairs, initials of the pinyin, whole numbers and
 * last four digits. Those of personal values are keyed hashes, so that the table names nobody; those that are not personal
 * (parts of case numbers) are kept as they are.
 */
import { createHmac } from 'node:crypto';
import { tokensOf } from '@fengqiao/core';
import { pinyin } from 'pinyin-pro';

/** Longest value that is taken for a name, a number or an address; what is longer is prose and not indexed. */
const LONGEST = 40;

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
const IDENTITY = /^\d{17}[\dx]$/;
const PHONE = /^(?:\+?86)?(1\d{10})$/;
const HAN = /\p{Script=Han}+/gu;
const WORD = /[\p{L}\p{N}]+/gu;

const keyed = (key: Buffer, token: string): string =>
  createHmac('sha256', key).update(token).digest('base64url').slice(0, 16);
const pairs = (characters: readonly string[]): string[] =>
  characters.slice(1).map((next, n) => `${characters[n]}${next}`);
const initials = (text: string): string => pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' }).join('');

/** Marked tokens of one value, before they are hashed. */
function marked(value: string): string[] {
  const text = plain(value);
  if (!text || [...text].length > LONGEST) return [];
  const digits = text.replace(/[\s-]/g, '');
  if (IDENTITY.test(digits)) return [`n:${digits}`, `4:${digits.slice(-4)}`];
  const phone = PHONE.exec(digits)?.[1];
  if (phone) return [`n:${phone}`, `4:${phone.slice(-4)}`];
  const tokens: string[] = [];
  for (const run of text.match(HAN) ?? []) {
    const characters = [...run];
    tokens.push(...characters.map((one) => `c:${one}`), ...pairs(characters).map((two) => `c:${two}`));
    const letters = initials(run);
    if (characters.length > 1) tokens.push(`p:${letters}`);
    // given names are searched without the family name
    if (characters.length > 2) tokens.push(`p:${letters.slice(1)}`);
  }
  for (const word of text.replace(HAN, ' ').match(WORD) ?? []) tokens.push(`w:${word}`);
  return [...new Set(tokens)];
}

/** Tokens under which a subject is found by a personal value. */
export const tokensOfValue = (value: string, key: Buffer): string[] => marked(value).map((token) => keyed(key, token));
/** A token that is not personal, as it is kept and looked for. */
export const plainToken = (token: string): string => `=${plain(token)}`;

/**
 * What to look for: for each word the ways in which it may be meant, each a list of tokens that must all be there.
 */
export function tokensOfQuery(words: string, key: Buffer): string[][][] {
  return plain(words)
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8)
    .map((word) => {
      // what is not personal is found as a whole, or by its parts (`海棠〔2026〕17号`)
      const [whole, ...pieces] = tokensOf(word);
      const ways: string[][] = [[plainToken(word)], [plainToken(whole ?? word)]];
      if (pieces.length > 1) ways.push(pieces.map(plainToken));
      const hashed = (tokens: string[]) => ways.push(tokens.map((token) => keyed(key, token)));
      const digits = word.replace(/-/g, '');
      const number = IDENTITY.test(digits) ? digits : PHONE.exec(digits)?.[1];
      if (number) hashed([`n:${number}`]);
      if (/^\d{3}[\dx]$/.test(word)) hashed([`4:${word}`]);
      const parts = (word.match(HAN) ?? []).flatMap((run) => {
        const characters = [...run];
        return (characters.length > 1 ? pairs(characters) : characters).map((part) => `c:${part}`);
      });
      const rest = (word.replace(HAN, ' ').match(WORD) ?? []).map((part) => `w:${part}`);
      if (parts.length + rest.length) hashed([...parts, ...rest]);
      if (/^[a-z]{2,10}$/.test(word)) hashed([`p:${word}`]);
      return ways;
    });
}
