/** Language and letter size of a request: `?lang`, then the cookie, then what the browser asks for; Chinese otherwise. */
import type { Request } from 'express';
import type { FontSize, Lang } from './context.ts';
import { COOKIES, cookieOf } from './cookies.ts';

const asLang = (value: unknown): Lang | undefined => (value === 'zh' || value === 'en' ? value : undefined);

/** The first language of the list that is ours, by weight; a client that states none reads Chinese. */
export function langOfHeader(header: string | undefined): Lang {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((one) => /^\s*q=([01](?:\.\d{1,3})?)\s*$/.exec(one)?.[1]).find(Boolean);
      return { tag: tag.trim(), weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { tag } of wanted) {
    const lang = asLang(tag.split('-')[0]);
    if (lang) return lang;
  }
  return 'zh';
}

export const langOf = (req: Request): Lang =>
  asLang(req.query.lang) ?? asLang(cookieOf(req, COOKIES.lang)) ?? langOfHeader(req.headers['accept-language']);

export const sizeOf = (req: Request): FontSize => {
  const asked = req.query.size;
  const size = typeof asked === 'string' ? asked : cookieOf(req, COOKIES.size);
  return size === 'large' || size === 'huge' ? size : 'standard';
};
