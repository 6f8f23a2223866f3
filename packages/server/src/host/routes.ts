/**
 * The only way to an address: a row of the route table, which declares who may use it. Deny by default:
 * what is not in the table, or not for this person, is not there. A test walks Express and the table.
 */
import type { Express, Request, Response } from 'express';
import { BodyRefused, fieldOf, readForm } from './body.ts';
import type { Form } from './body.ts';
import { contextOf } from './context-of.ts';
import type { Context, Deps, SignedIn } from './context.ts';
import { stepGate, subjectGate } from './gates.ts';
import type { Step } from './gates.ts';
import type { Opened } from './opened.ts';
import { answerRefusal, answerSignIn, answerTrouble } from './answers.ts';
import { loginTokenMatches } from './login-token.ts';

/**
 * anyone: also a stranger · signedIn: an account · kind: … whose district runs the chart of the address ·
 * subject: … who may see the subject · step: … whose post may do the event or sitting.
 */
export type Who = 'anyone' | 'signedIn' | 'kind' | 'subject' | 'step';

export interface Call {
  deps: Deps;
  req: Request;
  res: Response;
  context: Context;
  /** Empty for GET. */
  form: Form;
  params: { [name: string]: string };
}
export interface UserCall extends Call {
  user: SignedIn;
}
export interface KindCall extends UserCall {
  kind: string;
  path: string;
}
export interface SubjectCall extends KindCall {
  opened: Opened;
}
export interface StepCall extends KindCall {
  step: Step;
  /** Absent where the step opens a subject. */
  opened?: Opened;
}
interface CallOf {
  anyone: Call;
  signedIn: UserCall;
  kind: KindCall;
  subject: SubjectCall;
  step: StepCall;
}
export type Route = { [W in Who]: RouteOf<W> }[Who];
interface RouteOf<W extends Who> {
  method: 'get' | 'post';
  path: string;
  who: W;
  /** Takes uploads with the form. */
  uploads?: true;
  handle(call: CallOf[W]): Promise<void> | void;
  /** Called instead where the token of the form is not that of the session: nothing may be done, what was typed may be shown. */
  stale?(call: CallOf[W]): Promise<void> | void;
}

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
  const context = await contextOf(deps, req, res);
  const form = route.method === 'post' ? await readForm(req, Boolean(context.user) && Boolean(route.uploads)) : EMPTY;
  const params = req.params as { [name: string]: string };
  const call: Call = { deps, req, res, context, form, params };
  const token = fieldOf(form, '_csrf') ?? '';
  if (route.who === 'anyone') {
    if (route.method === 'get') return route.handle(call);
    const fresh = context.user ? deps.sessions.csrfMatches(context.user.session, token) : loginTokenMatches(deps, req, token);
    return fresh ? route.handle(call) : route.stale ? route.stale(call) : answerTrouble(call, 403, 'stale');
  }
  if (!context.user) return answerSignIn(call, 401);
  const user: UserCall = { ...call, user: context.user };
  const fresh = route.method === 'get' || deps.sessions.csrfMatches(context.user.session, token);
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
  return go(route, { ...kind, step, ...(opened ? { opened } : {}) });
}

async function failed(deps: Deps, req: Request, res: Response, error: unknown): Promise<void> {
  const context = await contextOf(deps, req, res).catch(() => undefined);
  if (error instanceof BodyRefused) return answerTrouble({ deps, req, res, context }, error.status, error.status === 413 ? 'tooLarge' : 'unreadable');
  deps.log.error('failed', { request: res.locals.id, route: res.locals.route, ...(await import('./log.ts')).errorFields(error) });
  if (res.headersSent) return void res.destroy();
  return answerTrouble({ deps, req, res, context }, 500, 'failed');
}
