/** Stylesheet and script, under names with the hash of their content: browsers may keep them for ever. */
import type { Express } from 'express';
import { ASSETS } from '../pages/assets.ts';
import { answerSignIn, answerTrouble } from './answers.ts';
import type { Deps } from './context.ts';
import { addRoutes } from './routes.ts';

export function assets(app: Express, deps: Deps): void {
  const byAddress = new Map(ASSETS.map((asset) => [asset.href, asset]));
  addRoutes(app, deps, [
    {
      method: 'get',
      path: '/assets/:name',
      who: 'anyone',
      handle(call) {
        const { req, res, context } = call;
        const asset = byAddress.get(req.path);
        if (!asset) return context.user ? answerTrouble(call, 404, 'unknown') : answerSignIn(call);
        res.set({
          'Content-Type': asset.type,
          'Cache-Control': 'public, max-age=31536000, immutable',
          Vary: 'Accept-Encoding',
        });
        if (!/\bgzip\b/.test(req.get('accept-encoding') ?? '')) return void res.send(asset.body);
        res.set('Content-Encoding', 'gzip').send(asset.gzip);
      },
    },
  ]);
}
