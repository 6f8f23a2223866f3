/** Headers that every answer carries: strict content policy without inline code, no framing, no sniffing, no caching of pages. */
import { randomUUID } from 'node:crypto';
import type { Express } from 'express';
import type { Deps } from './context.ts';

export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "manifest-src 'self'",
  "object-src 'none'",
].join('; ');

export function security(app: Express, { log, clock }: Deps): void {
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback');
  app.set('query parser', 'simple');
  app.use((req, res, next) => {
    const id = randomUUID();
    const began = Date.parse(clock.now());
    res.locals.id = id;
    res.set({
      'Content-Security-Policy': POLICY,
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'same-origin',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
      'Cache-Control': 'no-store',
      'X-Request-Id': id,
    });
    if (req.secure) res.set('Strict-Transport-Security', 'max-age=31536000');
    res.on('finish', () => {
      // The pattern of the route, never the address: an address may hold words that somebody searched for.
      log.info('request', {
        request: id,
        method: req.method,
        route: res.locals.route ?? '-',
        subject: res.locals.subject,
        status: res.statusCode,
        ms: Date.parse(clock.now()) - began,
      });
    });
    next();
  });
}
