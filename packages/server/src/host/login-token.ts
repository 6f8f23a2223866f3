/** Token of forms that are shown before sign-in: bound to a random cookie, so that nobody else's page can sign a person in. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Deps } from './context.ts';
import { COOKIES, cookieOf, setCookie } from './cookies.ts';

const tokenOf = (deps: Deps, nonce: string): string =>
  createHmac('sha256', deps.secret).update(`before\0${nonce}`).digest('base64url');

export function loginToken(deps: Deps, req: Request, res: Response): string {
  const held = cookieOf(req, COOKIES.before);
  if (held && /^[A-Za-z0-9_-]{22}$/.test(held)) return tokenOf(deps, held);
  const nonce = randomBytes(16).toString('base64url');
  setCookie(req, res, COOKIES.before, nonce);
  return tokenOf(deps, nonce);
}

export function loginTokenMatches(deps: Deps, req: Request, given: string): boolean {
  const held = cookieOf(req, COOKIES.before);
  if (!held) return false;
  const wanted = Buffer.from(tokenOf(deps, held));
  const found = Buffer.from(given);
  return wanted.length === found.length && timingSafeEqual(wanted, found);
}
