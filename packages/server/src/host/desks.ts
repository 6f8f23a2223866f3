/** Desks of the charts: `/desks/:desk` and one subject of it. Only holders of the roles of the desk find them. */

import type { DeskDef } from '@fengqiao/core';
import type { Express } from 'express';
import { answerRefusal, answerTrouble } from './answers.ts';
import type { KindCall, UserCall } from './call.ts';
import type { Deps } from './context.ts';
import { definitionOf } from './context.ts';
import { subjectGate } from './gates.ts';
import { personalOf } from './opened.ts';
import { sightOf } from './posts.ts';
import { deskProps, deskSubjectProps } from './present/desk.ts';
import { addRoutes } from './routes.ts';
import { deskPage, deskSubjectPage } from './views.ts';

const MOST = 100;

export function desks(app: Express, deps: Deps): void {
  addRoutes(app, deps, [
    {
      method: 'get',
      path: '/desks/:desk',
      who: 'signedIn',
      async handle(call) {
        const found = deskOf(call);
        if (!found) return answerTrouble(call, 404, 'unknown');
        const { rows, personal } = await queue(found.call, found.desk);
        call.res.type('html').send(deskPage(deskProps(found.call, found.id, found.desk, rows, personal)));
      },
    },
    {
      method: 'get',
      path: '/desks/:desk/:id',
      who: 'signedIn',
      async handle(call) {
        const found = deskOf(call);
        if (!found) return answerTrouble(call, 404, 'unknown');
        const opened = await subjectGate(found.call, call.params.id ?? '');
        if ('ok' in opened) return answerRefusal(found.call, opened);
        const { rows, personal } = await queue(found.call, found.desk);
        const wanted = typeof call.req.query.do === 'string' ? call.req.query.do : undefined;
        call.res
          .type('html')
          .send(
            deskSubjectPage(
              await deskSubjectProps({ ...found.call, opened }, found.id, found.desk, rows, personal, wanted),
            ),
          );
      },
    },
  ]);
}

function deskOf(call: UserCall): { id: string; desk: DeskDef; call: KindCall } | undefined {
  const { user, params } = call;
  const id = params.desk ?? '';
  for (const { kind, path } of user.district.charts) {
    const desks = definitionOf(user.district, kind).desks;
    const desk = Object.hasOwn(desks, id) ? desks[id] : undefined;
    if (desk && user.post && desk.roles.includes(user.post.role)) return { id, desk, call: { ...call, kind, path } };
  }
  return undefined;
}

const queue = ({ deps, user, kind }: KindCall, desk: DeskDef) => {
  const sight = sightOf(user, definitionOf(user.district, kind));
  const today = user.district.calendar.dayOf(deps.clock.now());
  return deps.reader.page(user.district.id, async (read) => {
    const { rows } = await read.ledger({ kind, sight, stages: desk.states, view: 'all', today, size: MOST });
    return {
      rows,
      personal: await personalOf(
        read,
        rows.map((row) => row.columns),
      ),
    };
  });
};
