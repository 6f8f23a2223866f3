/** Drafts: kept while somebody types, at most one per person and form. */
import type { Express } from 'express';
import { answerTrouble } from './answers.ts';
import type { Deps } from './context.ts';
import { isFormKey } from './form-key.ts';
import { addRoutes } from './routes.ts';

export function drafts(app: Express, deps: Deps): void {
  addRoutes(app, deps, [
    {
      method: 'post',
      path: '/drafts/:key',
      who: 'signedIn',
      async handle(call) {
        const { user, form, res, params } = call;
        if (!isFormKey(params.key!)) return answerTrouble(call, 404, 'unknown');
        await deps.drafts.keep(user.district.id, user.person, params.key!, form.fields);
        res.status(204).end();
      },
    },
    {
      method: 'post',
      path: '/drafts/:key/drop',
      who: 'signedIn',
      async handle(call) {
        const { user, res, params } = call;
        if (!isFormKey(params.key!)) return answerTrouble(call, 404, 'unknown');
        await deps.drafts.drop(user.district.id, user.person, params.key!);
        res.redirect(303, `/${params.key!.replaceAll('~', '/')}`);
      },
    },
  ]);
}
