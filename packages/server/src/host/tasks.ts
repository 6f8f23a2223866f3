/** The first page after sign-in, and taking or giving back work: events of the engine like any other. */
import { TASK_CLAIM, TASK_RELEASE } from '@fengqiao/core';
import type { Express } from 'express';
import { answerRefusal } from './answers.ts';
import { fieldOf } from './body.ts';
import type { Deps } from './context.ts';
import { safeNext } from './next.ts';
import { actorOf } from './present/case.ts';
import { tasksProps } from './present/tasks.ts';
import { addRoutes } from './routes.ts';
import { isUuid, uuid7 } from './uuid.ts';
import { tasksPage } from './views.ts';

export function tasks(app: Express, deps: Deps): void {
  addRoutes(app, deps, [
    { method: 'get', path: '/', who: 'signedIn', handle: ({ res }) => res.redirect(303, '/tasks') },
    {
      method: 'get',
      path: '/tasks',
      who: 'signedIn',
      handle: async (call) => void call.res.type('html').send(tasksPage(await tasksProps(call))),
    },
    {
      method: 'post',
      path: '/:kind/:id/tasks',
      who: 'subject',
      async handle(call) {
        const { form, user, kind, opened, path, res } = call;
        const id = fieldOf(form, '_id');
        const done = await deps.engine.submit({
          district: user.district.id,
          kind,
          subject: opened.subject.id,
          acts: [
            {
              eventId: isUuid(id) ? id : uuid7(deps.clock),
              type: fieldOf(form, 'do') === 'release' ? TASK_RELEASE : TASK_CLAIM,
              payload: { task: (fieldOf(form, 'task') ?? '').slice(0, 200) },
              actor: actorOf(call),
            },
          ],
        });
        if (!done.ok) return answerRefusal(call, done, opened);
        res.redirect(303, safeNext(fieldOf(form, 'next') ?? `/${path}/${opened.subject.id}`));
      },
    },
  ]);
}
