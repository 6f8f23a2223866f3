/** Language and letter size (before sign-in too), and the post under which a person acts. */
import type { Express } from 'express';
import { fieldOf } from './body.ts';
import type { Deps } from './context.ts';
import { COOKIES, setCookie } from './cookies.ts';
import { addRoutes } from './routes.ts';
import { safeNext } from './sign-in.ts';

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
