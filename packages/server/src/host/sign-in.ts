/** Sign-in and sign-out. One sentence for every failure; what a person had typed before a session ended is kept as a draft. */
import type { Express } from 'express';
import { answerSignIn } from './answers.ts';
import { fieldOf } from './body.ts';
import type { Call } from './call.ts';
import type { Deps } from './context.ts';
import { COOKIES, setCookie } from './cookies.ts';
import { formKeyOf } from './form-key.ts';
import { CARRIED, safeNext } from './next.ts';
import { addRoutes } from './routes.ts';

export function signIn(app: Express, deps: Deps): void {
  addRoutes(app, deps, [
    {
      method: 'get',
      path: '/login',
      who: 'anyone',
      handle: (call) => (call.context.user ? call.res.redirect(303, '/') : answerSignIn(call, { status: 200 })),
    },
    {
      method: 'post',
      path: '/login',
      who: 'anyone',
      handle: enter,
      stale: (call) => answerSignIn(call, { status: 403, stale: true, carried: carriedOf(call) }),
    },
    {
      method: 'post',
      path: '/logout',
      who: 'signedIn',
      async handle({ req, res, user }) {
        await deps.sessions.end(user.session);
        setCookie(req, res, COOKIES.session, '', 0);
        res.redirect(303, '/login');
      },
    },
  ]);
}

async function enter(call: Call): Promise<void> {
  const { deps, req, res, form } = call;
  const carried = carriedOf(call);
  const next = safeNext(fieldOf(form, 'next'));
  const account = await deps.accounts.signIn(fieldOf(form, 'login') ?? '', fieldOf(form, 'password') ?? '');
  if (!account) return answerSignIn(call, { status: 401, failed: true, carried, next });
  const key = formKeyOf(next);
  if (key && carried.length) await deps.drafts.keep(account.district, account.person, key, carried);
  setCookie(req, res, COOKIES.session, await deps.sessions.begin(account));
  deps.log.info('signed in', { request: res.locals.id, account: account.id, district: account.district });
  res.redirect(303, next);
}

const carriedOf = ({ form }: Call): [string, string][] =>
  form.fields.filter(([name]) => name.startsWith(CARRIED)).map(([name, value]) => [name.slice(CARRIED.length), value]);
