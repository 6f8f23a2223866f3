/** Where a browser waits that was not told in time whether its form is saved: the id is looked up until it is known. */
import type { Express } from 'express';
import { answerTrouble } from './answers.ts';
import type { Deps } from './context.ts';
import { chromeOf } from './present/chrome.ts';
import { reasonView } from './present/reasons.ts';
import { addRoutes } from './routes.ts';
import { isUuid } from './uuid.ts';
import { errorPage } from './views.ts';

export function checking(app: Express, deps: Deps): void {
  addRoutes(app, deps, [
    {
      method: 'get',
      path: '/checking/:event',
      who: 'signedIn',
      async handle(call) {
        const { user, params, req, res, context } = call;
        const path = user.district.charts.find((chart) => chart.path === req.query.path)?.path;
        if (!isUuid(params.event) || !path) return answerTrouble(call, 404, 'unknown');
        const answer = await deps.store.answer(user.district.id, params.event);
        if (answer && answer.actor !== user.person) return answerTrouble(call, 404, 'unknown');
        if (answer && !answer.refusal) return res.redirect(303, `/${path}/${String(answer.body.subject)}`);
        const chrome = chromeOf(call);
        const back = {
          href: '/tasks',
          text: { zh: '返回待办（填写的内容已存为草稿）', en: 'Back to my work (what you typed is kept as a draft)' },
        };
        if (answer?.refusal) {
          const { status, code, reasons } = answer.refusal;
          return void res
            .status(status)
            .type('html')
            .send(
              errorPage({
                chrome,
                status,
                code,
                ref: context.id,
                reasons: reasons.map((reason) => reasonView(reason, undefined)),
                back,
              }),
            );
        }
        res
          .status(202)
          .set('Refresh', '5')
          .type('html')
          .send(
            errorPage({
              chrome,
              status: 202,
              code: 'CHECKING',
              ref: context.id,
              reasons: [{ text: CHECKING }],
              back,
              retry: req.originalUrl,
            }),
          );
      },
    },
  ]);
}
const CHECKING = {
  zh: '正在核对您刚才提交的内容是否已经保存。本页每 5 秒自动刷新，请不要重复填写。',
  en: 'We are checking whether what you sent is saved. This page asks again every 5 seconds; please do not fill in the form again.',
};
