/** Language and letter size (before sign-in too), the post under which a person acts, help. */
import type { Express } from 'express';
import { fieldOf } from './body.ts';
import type { Call } from './call.ts';
import type { Deps } from './context.ts';
import { COOKIES, cookieOf, setCookie } from './cookies.ts';
import { safeNext } from './next.ts';
import { chromeOf } from './present/chrome.ts';
import { addRoutes } from './routes.ts';
import { helpPage, prefsPage } from './views.ts';

const YEAR = 365 * 86_400;

export function preferences(app: Express, deps: Deps): void {
  // A link with `?lang=en` keeps its address and is remembered.
  app.use((req, res, next) => {
    const { lang, size } = req.query;
    if (lang === 'zh' || lang === 'en') setCookie(req, res, COOKIES.lang, lang, YEAR);
    if (size === 'standard' || size === 'large' || size === 'huge') setCookie(req, res, COOKIES.size, size, YEAR);
    next();
  });
  addRoutes(app, deps, [
    { method: 'get', path: '/prefs', who: 'anyone', handle: (call) => void call.res.type('html').send(prefs(call)) },
    {
      method: 'post',
      path: '/prefs',
      who: 'anyone',
      handle(call) {
        const { req, res, form } = call;
        const [lang, size] = [fieldOf(form, 'lang'), fieldOf(form, 'size')];
        if (lang === 'zh' || lang === 'en') setCookie(req, res, COOKIES.lang, lang, YEAR);
        if (size === 'standard' || size === 'large' || size === 'huge') setCookie(req, res, COOKIES.size, size, YEAR);
        setCookie(req, res, COOKIES.shortcuts, fieldOf(form, 'shortcuts') ? 'on' : 'off', YEAR);
        res.redirect(303, '/prefs?saved=1');
      },
    },
    {
      method: 'get',
      path: '/help',
      who: 'anyone',
      handle: (call) => void call.res.type('html').send(helpPage({ chrome: chromeOf(call), page: 'help' })),
    },
    {
      method: 'get',
      path: '/help/keys',
      who: 'anyone',
      handle: (call) => void call.res.type('html').send(helpPage({ chrome: chromeOf(call), page: 'keys' })),
    },
    {
      method: 'post',
      path: '/post',
      who: 'signedIn',
      async handle({ user, form, res }) {
        const chosen = user.posts.find((post) => post.id === fieldOf(form, 'post'));
        if (chosen) await deps.sessions.choosePost(user.session, chosen.id);
        res.redirect(303, safeNext(fieldOf(form, 'next')));
      },
    },
  ]);
}

const prefs = (call: Call): string => {
  const chrome = chromeOf(call);
  return prefsPage({
    chrome,
    action: '/prefs',
    hidden: [['_csrf', chrome.csrf]],
    values: {
      size: call.context.fontSize,
      lang: call.context.lang,
      shortcuts: cookieOf(call.req, COOKIES.shortcuts) !== 'off',
    },
    ...(call.req.query.saved !== undefined ? { saved: true } : {}),
  });
};
