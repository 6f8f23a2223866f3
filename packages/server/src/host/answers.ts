/** How a request ends when it does not end in a page of its own: sign-in, refusal, trouble; as a page, or as problem+json. */

import type { Refusal, Text } from '@fengqiao/core';
import { refusal } from '@fengqiao/core';
import type { Request, Response } from 'express';
import { sendProblem, sendTrouble } from '../api/problem.ts';
import type { FormView } from '../pages/model.ts';
import type { Call, KindCall, Opened, StepCall } from './call.ts';
import type { Context, Deps } from './context.ts';
import { definitionOf } from './context.ts';
import { demoAccounts } from './demo-accounts.ts';
import type { FormState } from './forms/state.ts';
import { formAddress } from './forms/view.ts';
import { CARRIED } from './next.ts';
import { chromeOf } from './present/chrome.ts';
import { conflictRows } from './present/conflict.ts';
import { headOf } from './present/head.ts';
import { reasonView } from './present/reasons.ts';
import { conflictPage, errorPage, signInPage, stepPage } from './views.ts';

export type Trouble = 'unknown' | 'stale' | 'tooLarge' | 'unreadable' | 'failed';
const TROUBLES: { [T in Trouble]: { code: string; text: Text } } = {
  unknown: { code: 'NOT_FOUND', text: { zh: '没有这个页面', en: 'there is no such page' } },
  stale: {
    code: 'STALE_FORM',
    text: { zh: '页面已过期，请返回后重试', en: 'the page is out of date: go back and try again' },
  },
  tooLarge: { code: 'TOO_LARGE', text: { zh: '提交的内容过大', en: 'what was sent is too large' } },
  unreadable: { code: 'UNREADABLE', text: { zh: '提交的内容无法读取', en: 'what was sent cannot be read' } },
  failed: { code: 'FAILED', text: { zh: '系统出错，内容未能处理', en: 'something went wrong on our side' } },
};

interface Asked {
  deps: Deps;
  req: Request;
  res: Response;
  context?: Context | undefined;
}

const send = (res: Response, status: number, html: string): void => void res.status(status).type('html').send(html);

export interface SignInAnswer {
  status?: number;
  failed?: boolean;
  stale?: boolean;
  /** Fields of a form that was sent without a session: they come back after sign-in. */
  carried?: readonly (readonly [string, string])[];
  next?: string;
}

/** The sign-in page; 401 for every address that is unknown or not for strangers, so that none is told from another. */
export function answerSignIn(call: Call, answer: SignInAnswer = {}): void {
  const { res, req, deps, form } = call;
  const status = answer.status ?? 401;
  if (res.locals.api) {
    sendProblem(res, refusal('SIGNED_OUT'));
    return;
  }
  const carried = answer.carried ?? form.fields.filter(([name]) => !name.startsWith('_'));
  const next = answer.next ?? (status === 401 ? req.originalUrl : '/');
  const stranger = { ...call, context: { ...call.context } };
  delete stranger.context.user;
  const chrome = { ...chromeOf(stranger), url: next };
  const note = carried.length ? WORDS_KEPT : undefined;
  send(
    res,
    status,
    signInPage({
      chrome,
      action: '/login',
      hidden: [
        ['_csrf', chrome.csrf],
        ['next', next],
        ...carried.map(([name, value]) => [`${CARRIED}${name}`, value] as const),
      ],
      ...(answer.failed ? { error: SIGN_IN_FAILED } : answer.stale ? { error: TROUBLES.stale.text } : {}),
      ...(note ? { note } : {}),
      ...(deps.settings.demo ? { demo: demoAccounts(deps) } : {}),
    }),
  );
}
const SIGN_IN_FAILED: Text = {
  zh: '账号或密码不正确，或账号暂时不能登录',
  en: 'The account or the password is not right, or the account cannot sign in for now',
};
const WORDS_KEPT: Text = {
  zh: '登录已过期。已填写的内容已保留，登录后继续。',
  en: 'Your session has ended. What you typed is kept: sign in to go on.',
};

export function answerTrouble(asked: Asked, status: number, trouble: Trouble): void {
  const { res, req, deps } = asked;
  const { code, text } = TROUBLES[trouble];
  if (res.locals.api) {
    sendTrouble(res, status, code, text);
    return;
  }
  const context = asked.context ?? { id: String(res.locals.id), lang: 'zh' as const, fontSize: 'standard' as const };
  const chrome = chromeOf({ deps, req, res, context });
  send(
    res,
    status,
    errorPage({
      chrome: status === 404 ? { ...chrome, url: '/' } : chrome,
      status,
      code,
      ref: context.id,
      reasons: [{ text }],
      back: HOME,
    }),
  );
}
const HOME = { href: '/', text: { zh: '返回首页', en: 'Back to the first page' } };

/**
 * A refusal of a gate. Unknown and forbidden subjects have one body: nothing of the request is in it, its reference
 * stands in the header only.
 */
export function answerRefusal(call: KindCall, refused: Refusal, opened?: Opened): void {
  const { res, context, path, deps } = call;
  const { user } = call;
  if (refused.code === 'ROLE_NOT_ALLOWED')
    deps.log.info('refused', {
      request: res.locals.id,
      code: refused.code,
      district: user.district.id,
      ...(opened ? { subject: opened.subject.id } : {}),
    });
  if (res.locals.api) {
    sendProblem(res, refused);
    return;
  }
  const back = opened
    ? { href: `/${path}/${opened.subject.id}`, text: { zh: '返回', en: 'Back' } }
    : { href: `/${path}`, text: { zh: '返回台账', en: 'Back to the ledger' } };
  const definition = opened?.definition ?? definitionOf(user.district, call.kind);
  const chrome = { ...chromeOf(call), ...(refused.status === 404 ? { url: `/${path}` } : {}) };
  const reasons = refused.reasons.map((reason) => reasonView(reason, definition));
  send(
    res,
    refused.status,
    errorPage({
      chrome,
      status: refused.status,
      code: refused.code,
      ref: refused.status === 404 ? refused.code : context.id,
      reasons,
      back,
    }),
  );
}

/** The page of one event or sitting, with its form or with the reasons why it cannot be done. */
export async function answerStep(
  call: StepCall,
  status: number,
  form: FormView | undefined,
  reasons: Refusal['reasons'] = [],
): Promise<void> {
  const { res, opened, step, path } = call;
  const title = { zh: step.def.zh, en: step.def.en };
  const several =
    step.type === 'sitting'
      ? step.def.steps
          .map(({ event }) => step.definition.events[event])
          .filter((def) => def !== undefined)
          .map((def) => ({ zh: def.zh, en: def.en }))
      : undefined;
  const hrefOf = (event: string) =>
    opened && !step.definition.events[event]?.opens
      ? `/${path}/${opened.subject.id}/do/${encodeURIComponent(event)}`
      : undefined;
  send(
    res,
    status,
    stepPage({
      chrome: chromeOf(call),
      ...(opened ? { head: headOf(call, opened, undefined) } : {}),
      back: { href: opened ? `/${path}/${opened.subject.id}` : `/${path}`, text: { zh: '返回', en: 'Back' } },
      title,
      ...(form ? { form } : {}),
      reasons: reasons.map((reason) => reasonView(reason, step.definition, hrefOf)),
      ...(several ? { several } : {}),
    }),
  );
}

/** What a person saw has moved: both values, and every word that was typed. */
export function answerConflict(call: StepCall, state: FormState, refused: Refusal): void {
  const { res, opened, user, context, path, step } = call;
  if (!opened) {
    answerRefusal(call, refused);
    return;
  }
  const last = opened.entries.at(-1);
  send(
    res,
    refused.status,
    conflictPage({
      chrome: chromeOf(call),
      back: { href: `/${path}/${opened.subject.id}`, text: { zh: '返回', en: 'Back' } },
      title: { zh: step.def.zh, en: step.def.en },
      ...(last ? conflictRows.by(user.district, last) : {}),
      rows: conflictRows.rows(call, state, refused),
      action: formAddress(call),
      hidden: [
        ['_csrf', user.csrf],
        ['_id', state.eventId],
        ...(state.basis ? [['_basis', JSON.stringify(state.basis)] as const] : []),
        ...(user.post ? [['_post', user.post.id] as const] : []),
      ],
      fields: state.fields.filter(([name]) => !name.startsWith('_')),
      ref: context.id,
    }),
  );
}
