/** Whatever no row of the table has: the sign-in page for a stranger, a plain “no such page” for others. */
import type { ErrorRequestHandler, Express } from 'express';
import { answerSignIn, answerTrouble } from './answers.ts';
import type { Form } from './body.ts';
import { readForm } from './body.ts';
import type { Deps } from './context.ts';
import { contextOf } from './context-of.ts';
import { errorFields } from './log.ts';

const EMPTY: Form = { fields: [], uploads: [] };

export function fallback(app: Express, deps: Deps): void {
  app.use(async (req, res) => {
    res.locals.api = req.path.startsWith('/api/');
    const context = await contextOf(deps, req, res);
    const call = { deps, req, res, context, form: EMPTY, params: {} };
    if (context.user) return answerTrouble(call, 404, 'unknown');
    // What a stranger typed into a form that is not there is carried like any other.
    const form = req.method === 'POST' && !res.locals.api ? await readForm(req, false).catch(() => EMPTY) : EMPTY;
    return answerSignIn({ ...call, form });
  });
  const last: ErrorRequestHandler = (error, req, res, _next) => {
    deps.log.error('failed', { request: res.locals.id, ...errorFields(error) });
    if (res.headersSent) return void res.destroy();
    // A malformed address is one that is not there.
    const status = (error as { status?: unknown }).status === 400 ? 404 : 500;
    const call = {
      deps,
      req,
      res,
      form: EMPTY,
      params: {},
      context: { id: String(res.locals.id), lang: 'zh' as const, fontSize: 'standard' as const },
    };
    return status === 404 ? answerSignIn(call) : answerTrouble(call, 500, 'failed');
  };
  app.use(last);
}
