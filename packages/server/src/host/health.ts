/** `/healthz`: the process answers. `/readyz`: migrations are in and PostgreSQL answers. Both say nothing else. */
import type { Express } from 'express';
import type { Deps } from './context.ts';
import { addRoutes } from './routes.ts';

export function health(app: Express, deps: Deps): void {
  addRoutes(app, deps, [
    { method: 'get', path: '/healthz', who: 'anyone', api: 'json', handle: ({ res }) => void res.json({ ok: true }) },
    {
      method: 'get',
      path: '/readyz',
      who: 'anyone',
      api: 'json',
      async handle({ res }) {
        const { ready, why } = await deps.ready();
        res.status(ready ? 200 : 503).json({ ready, ...(why ? { why } : {}) });
      },
    },
  ]);
}
