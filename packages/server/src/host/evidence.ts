/** Evidence files of a subject, by hash: only who may see the subject, and only files that its history names. */

import type { Json } from '@fengqiao/core';
import { isPersonalRef } from '@fengqiao/core';
import type { Express } from 'express';
import { answerTrouble } from './answers.ts';
import type { Deps } from './context.ts';
import { filesIn } from './present/papers.ts';
import { addRoutes } from './routes.ts';

/** Kinds that a browser may show by itself; everything else is kept as a download. */
const SHOWN = new Set(['application/pdf', 'image/jpeg', 'image/png']);

export function evidence(app: Express, deps: Deps): void {
  addRoutes(app, deps, [
    {
      method: 'get',
      path: '/:kind/:id/files/:sha256',
      who: 'subject',
      async handle(call) {
        const { opened, user, params, res, req } = call;
        const named = filesIn([
          opened.subject.data,
          ...opened.entries.flatMap((entry) => [entry.payload, entry.actor.evidence ?? null]),
        ] as Json[]).find((file) => file.sha256 === params.sha256);
        const file = named && (await deps.files.get(user.district.id, named.sha256));
        if (!named || !file) return answerTrouble(call, 404, 'unknown');
        const name = isPersonalRef(named.name)
          ? (opened.personal.get(named.name.ref) ?? named.sha256)
          : String(named.name ?? named.sha256);
        const shown = SHOWN.has(file.type) && req.query.download === undefined;
        res.set({
          'Content-Type': file.type,
          'Content-Length': String(file.size),
          'Content-Disposition': `${shown ? 'inline' : 'attachment'}; filename="${named.sha256.slice(0, 12)}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`,
          // A file is not a page: nothing in it may run or load anything.
          'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
        });
        res.send(file.bytes);
      },
    },
  ]);
}
