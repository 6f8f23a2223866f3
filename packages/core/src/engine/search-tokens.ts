/** Tokens of what is not personal, such as the number of a case: equal tokens find each other, nothing else does. */

/** The whole in small letters without spaces and brackets, and its runs of digits, letters and Chinese characters. */
export function tokensOf(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase();
  const parts = plain.match(/\p{Script=Han}+|[a-z]+|\d+/gu) ?? [];
  const whole = parts.join('');
  return [...new Set([whole, ...parts])].filter((token) => token.length > 0 && token.length <= 80);
}

/** Token of a subject that names another one. */
export const linkToken = (subject: string): string => `link:${subject}`;
