/** The web application: a list of modules `(app, deps) => void`, in the order in which they are asked. */

import type { Express } from 'express';
import express from 'express';
import { api } from '../api/routes.ts';
import { assets } from './assets.ts';
import { checking } from './checking.ts';
import type { Deps } from './context.ts';
import { desks } from './desks.ts';
import { drafts } from './draft-routes.ts';
import { evidence } from './evidence.ts';
import { fallback } from './fallback.ts';
import { forms } from './forms/routes.ts';
import { health } from './health.ts';
import { preferences } from './preferences.ts';
import { security } from './security.ts';
import { signIn } from './sign-in.ts';
import { subjects } from './subjects.ts';
import { tasks } from './tasks.ts';

const modules: readonly ((app: Express, deps: Deps) => void)[] = [
  security,
  health,
  assets,
  preferences,
  signIn,
  api,
  tasks,
  drafts,
  checking,
  desks,
  // Addresses of the charts come last: their first part is data of the district.
  forms,
  evidence,
  subjects,
  fallback,
];

export function createApp(deps: Deps): Express {
  const app = express();
  for (const module of modules) module(app, deps);
  return app;
}

/** First parts of addresses that a district may not give to a chart. */
export const RESERVED: ReadonlySet<string> = new Set([
  'api',
  'assets',
  'checking',
  'desks',
  'drafts',
  'healthz',
  'help',
  'login',
  'logout',
  'metrics',
  'new',
  'post',
  'prefs',
  'readyz',
  'tasks',
]);
