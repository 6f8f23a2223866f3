/** Cookies of the host: read by name, written with the flags that fit what they carry. */
import type { Request, Response } from 'express';

export const COOKIES = {
  session: 'fq_session',
  before: 'fq_before',
  lang: 'fq_lang',
  size: 'fq_size',
  shortcuts: 'fq_keys',
} as const;

export function cookieOf(req: Request, name: string): string | undefined {
  for (const part of (req.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}

/** @param seconds life of the cookie; absent: until the browser ends */
export function setCookie(req: Request, res: Response, name: string, value: string, seconds?: number): void {
  const flags = [
    'Path=/',
    'SameSite=Lax',
    'HttpOnly',
    ...(req.secure ? ['Secure'] : []),
    ...(seconds === undefined ? [] : [`Max-Age=${seconds}`]),
  ];
  res.append('Set-Cookie', `${name}=${value}; ${flags.join('; ')}`);
}
