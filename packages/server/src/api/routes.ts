/** API v1: the same gates, the same engine, the same refusals as the pages, in JSON. */

import type { Json, Refusal } from '@fengqiao/core';
import { refusal } from '@fengqiao/core';
import type { Express } from 'express';
import { logRefusal } from '../host/access-log.ts';
import { readBytes } from '../host/body.ts';
import type { KindCall, SubjectCall } from '../host/call.ts';
import type { Deps } from '../host/context.ts';
import { definitionOf } from '../host/context.ts';
import { underPost } from '../host/context-of.ts';
import { FILE_MAX, FileRefused } from '../host/files.ts';
import type { Sent } from '../host/forms/submit.ts';
import { submit } from '../host/forms/submit.ts';
import { actingFor, stepGate } from '../host/gates.ts';
import { isParty } from '../host/posts.ts';
import { actorOf, rolesHeld } from '../host/present/case.ts';
import { VERSION } from '../host/present/chrome.ts';
import { inClear, inClearMasked } from '../host/present/values.ts';
import { addRoutes } from '../host/routes.ts';
import { isUuid } from '../host/uuid.ts';
import { openApi } from './openapi.ts';
import { sendProblem, sendTrouble } from './problem.ts';

export function api(app: Express, deps: Deps): void {
  addRoutes(app, deps, [
    {
      method: 'post',
      path: '/api/v1/session',
      who: 'anyone',
      api: 'json',
      async handle({ res, json }) {
        const { login, password } = (json ?? {}) as { login?: unknown; password?: unknown };
        const account = await deps.accounts.signIn(String(login ?? ''), String(password ?? ''));
        if (!account) return sendProblem(res, refusal('SIGNED_OUT'));
        res.json({ ok: true, token: await deps.sessions.begin(account) });
      },
    },
    {
      method: 'post',
      path: '/api/v1/session/end',
      who: 'signedIn',
      api: 'json',
      async handle({ res, user }) {
        await deps.sessions.end(user.session);
        res.json({ ok: true });
      },
    },
    {
      method: 'get',
      path: '/api/v1/openapi.json',
      who: 'signedIn',
      api: 'json',
      handle: ({ res, user }) =>
        void res.json(
          openApi(
            user.district.charts.map((offer) => ({ offer, definition: definitionOf(user.district, offer.kind) })),
            VERSION,
          ),
        ),
    },
    {
      method: 'post',
      path: '/api/v1/files',
      who: 'signedIn',
      api: 'raw',
      async handle({ req, res, user }) {
        try {
          const name = String(req.query.name ?? '').slice(0, 200);
          const stored = await deps.files.put(user.district.id, await readBytes(req, FILE_MAX), name, user.person);
          res.json({ ok: true, ...stored, name });
        } catch (error) {
          if (!(error instanceof FileRefused)) throw error;
          sendTrouble(res, error.code === 'FILE_TOO_LARGE' ? 413 : 422, error.code, error.text);
        }
      },
    },
    { method: 'post', path: '/api/v1/:kind/events', who: 'kind', api: 'json', handle: (call) => send(call) },
    { method: 'post', path: '/api/v1/:kind/sittings/:sitting', who: 'kind', api: 'json', handle: (call) => send(call) },
    { method: 'post', path: '/api/v1/:kind/:id/events', who: 'subject', api: 'json', handle: (call) => send(call) },
    {
      method: 'post',
      path: '/api/v1/:kind/:id/sittings/:sitting',
      who: 'subject',
      api: 'json',
      handle: (call) => send(call),
    },
    {
      method: 'get',
      path: '/api/v1/:kind/:id',
      who: 'subject',
      api: 'json',
      handle: (call) => void call.res.json(shown(call)),
    },
    {
      method: 'get',
      path: '/api/v1/:kind/:id/options',
      who: 'subject',
      api: 'json',
      async handle(call) {
        const { options, sittings } = await deps.engine.offers({
          district: call.user.district.id,
          kind: call.kind,
          subject: call.opened.subject,
          actor: actorOf(call),
          roles: rolesHeld(call),
        });
        const brief = ({ form: _, ...rest }: { form: unknown }) => rest;
        call.res.json({ ok: true, options: options.map(brief), sittings: sittings.map(brief) });
      },
    },
    {
      method: 'get',
      path: '/api/v1/:kind/:id/entries',
      who: 'subject',
      api: 'json',
      handle(call) {
        if (isParty(call.user, call.opened.definition)) return sendProblem(call.res, refusal('ROLE_NOT_ALLOWED'));
        // As they were hashed: personal values stay references.
        call.res.json({ ok: true, entries: call.opened.entries });
      },
    },
  ]);
}

async function send(sent: KindCall | SubjectCall): Promise<void> {
  const body = bodyOf(sent.json);
  if (!body) return sendProblem(sent.res, malformed());
  const call = {
    ...sent,
    user: underPost(sent.user, body.post),
    params: { ...sent.params, ...(sent.params.sitting === undefined ? { event: body.type ?? '' } : {}) },
  };
  const opened = 'opened' in sent ? sent.opened : undefined;
  const step = stepGate(call, opened);
  if ('ok' in step) return sendProblem(call.res, step);
  const done = await submit({ ...call, user: actingFor(step, call.user), step, ...(opened ? { opened } : {}) }, body);
  if (!done.ok) {
    await logRefusal(call, step.id, opened?.subject.id, done);
    return sendProblem(call.res, done);
  }
  call.res.json({ ok: true, subject: done.subject, seq: done.seq, state: done.state });
}

interface Body extends Sent {
  type?: string;
  post?: string;
}
const isObject = (value: unknown): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The envelope of a request; what is in the payload is for the form's schema. */
function bodyOf(json: unknown): Body | undefined {
  if (!isObject(json)) return undefined;
  const { eventId, type, post, occurredOn, behalf, evidence } = json;
  const payload = json.payload ?? json.form;
  const sound =
    isUuid(eventId) &&
    isObject(payload) &&
    [type, post, occurredOn].every((one) => one === undefined || typeof one === 'string') &&
    (behalf === undefined || (Array.isArray(behalf) && behalf.every((one) => typeof one === 'string')));
  if (!sound) return undefined;
  return {
    eventId,
    payload,
    ...(type !== undefined ? { type: type as string } : {}),
    ...(post !== undefined ? { post: post as string } : {}),
    ...(occurredOn !== undefined ? { occurredOn: occurredOn as string } : {}),
    ...(behalf !== undefined ? { behalf: behalf as string[] } : {}),
    ...(evidence !== undefined ? { evidence } : {}),
  };
}
const malformed = (): Refusal =>
  refusal('INVALID_PAYLOAD', [
    {
      code: 'INVALID_PAYLOAD',
      text: { zh: '须有 eventId（UUID）、type 和 payload', en: 'eventId (UUID), type and payload are required' },
    },
  ]);

function shown({ opened, user }: SubjectCall) {
  const { subject, definition, projection, personal } = opened;
  const state = { ...subject.state };
  if (isParty(user, definition) && definition.identity.level !== undefined) delete state[definition.identity.level];
  return {
    ok: true,
    id: subject.id,
    kind: subject.kind,
    seq: subject.seq,
    state,
    unit: projection.unit,
    openedOn: projection.openedOn,
    data: inClearMasked(subject.data, definition.data, personal),
    terms: subject.terms,
    documents: inClear(subject.documents as unknown as Json, personal),
    shape: subject.shape,
    conduct: subject.conduct,
  };
}
