/**
 * The only way to an address: a row of the route table, which declares who may use it. Deny by default:
 * what is not in the table, or not for this person, is not there. A test walks Express and the table.
 */
import type { Express, Request, Response } from 'express';
import { answerRefusal, answerSignIn, answerTrouble } from './answers.ts';
import type { Form } from './body.ts';
import { BodyRefused, fieldOf, readForm, readJson } from './body.ts';
import type { Call, CallOf, KindCall, Route, RouteOf, UserCall, Who } from './call.ts';
import type { Context, Deps } from './context.ts';
import { bearerOf, contextOf, underPost } from './context-of.ts';
import { actingFor, stepGate, subjectGate } from './gates.ts';
import { errorFields } from './log.ts';
import { loginTokenMatches } from './login-token.ts';

export const routeTable = (app: Express): Pick<Route, 'method' | 'path' | 'who'>[] => (app.locals.routes ??= []);

const EMPTY: Form = { fields: [], uploads: [] };

export function addRoutes(app: Express, deps: Deps, routes: readonly Route[]): void {
  for (const route of routes) {
    routeTable(app).push({ method: route.method, path: route.path, who: route.who });
    app[route.method](route.path, async (req, res) => {
      res.locals.route = route.path;
      try {
        await run(deps, route, req, res);
      } catch (error) {
        await failed(deps, req, res, error);
      }
    });
  }
}

async function run(deps: Deps, route: Route, req: Request, res: Response): Promise<void> {
  res.locals.api = route.api !== undefined;
  const context = await contextOf(deps, req, res);
  const posted = route.method === 'post';
  const form = posted && !route.api ? await readForm(req, Boolean(context.user) && Boolean(route.uploads)) : EMPTY;
  const params = req.params as { [name: string]: string };
  const call: Call = { deps, req, res, context, form, params };
  if (route.who === 'anyone') {
    if (posted && route.api === 'json') call.json = await readJson(req);
    if (posted && !route.api && !tokenFits(deps, req, context, form))
      return route.stale ? route.stale(call) : answerTrouble(call, 403, 'stale');
    return route.handle(call);
  }
  if (!context.user) return answerSignIn(call);
  if (posted && route.api === 'json') call.json = await readJson(req);
  const user: UserCall = { ...call, user: underPost(context.user, fieldOf(form, '_post')) };
  const fresh = !posted || tokenFits(deps, req, context, form);
  const go = <W extends Who>(own: RouteOf<W>, ready: CallOf[W]) =>
    fresh ? own.handle(ready) : own.stale ? own.stale(ready) : answerTrouble(call, 403, 'stale');
  if (route.who === 'signedIn') return go(route, user);
  const chart = context.user.district.charts.find((offer) => offer.path === params.kind);
  if (!chart) return answerTrouble(call, 404, 'unknown');
  const kind: KindCall = { ...user, kind: chart.kind, path: chart.path };
  if (route.who === 'kind') return go(route, kind);
  const opened = params.id === undefined ? undefined : await subjectGate(kind, params.id);
  if (opened && 'ok' in opened) return answerRefusal(kind, opened);
  if (route.who === 'subject') return opened ? go(route, { ...kind, opened }) : answerTrouble(call, 404, 'unknown');
  const step = stepGate(kind, opened);
  if ('ok' in step) return answerRefusal(kind, step, opened);
  return go(route, { ...kind, user: actingFor(step, kind.user), step, ...(opened ? { opened } : {}) });
}

/** A browser proves that the form came from a page of this session; a bearer token is proof in itself. */
function tokenFits(deps: Deps, req: Request, context: Context, form: Form): boolean {
  if (bearerOf(req)) return true;
  const token = fieldOf(form, '_csrf') ?? req.get('x-csrf-token') ?? '';
  return context.user ? deps.sessions.csrfMatches(context.user.session, token) : loginTokenMatches(deps, req, token);
}

async function failed(deps: Deps, req: Request, res: Response, error: unknown): Promise<void> {
  const context = await contextOf(deps, req, res).catch(() => undefined);
  if (error instanceof BodyRefused)
    return answerTrouble({ deps, req, res, context }, error.status, error.status === 413 ? 'tooLarge' : 'unreadable');
  deps.log.error('failed', { request: res.locals.id, route: res.locals.route, ...errorFields(error) });
  if (res.headersSent) return void res.destroy();
  return answerTrouble({ deps, req, res, context }, 500, 'failed');
}
