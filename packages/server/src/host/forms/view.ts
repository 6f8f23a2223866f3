/** A form as a page shows it. */
import type { Reason } from '@fengqiao/core';
import { formModel } from '../../pages/forms/build.ts';
import { ENVELOPE } from '../../pages/forms/envelope.ts';
import type { FieldError, FormView } from '../../pages/model.ts';
import type { StepCall } from '../call.ts';
import { formKeyOf } from '../form-key.ts';
import { choicesOf } from '../present/choices.ts';
import { localTime } from '../present/days.ts';
import { reasonView } from '../present/reasons.ts';
import { askedBeside, withBehalf } from './asked.ts';
import type { FormState } from './state.ts';

export interface Shown {
  /** Faults and refusals that are to be read with the form. */
  reasons?: readonly Reason[];
  draft?: { at: string };
  restored?: boolean;
  saved?: boolean;
}

export const formAddress = ({ path, step, opened }: Pick<StepCall, 'path' | 'step' | 'opened'>): string => {
  const part = encodeURIComponent(step.id);
  if (!opened) return step.type === 'event' ? `/${path}/new/${part}` : `/${path}/new/sit/${part}`;
  return `/${path}/${opened.subject.id}/${step.type === 'event' ? 'do' : 'sit'}/${part}`;
};

export function formView(call: StepCall, state: FormState, shown: Shown = {}): FormView {
  const { user, step, opened, deps, context, path } = call;
  const { definition } = step;
  const address = formAddress(call);
  const key = formKeyOf(address)!;
  const beside = askedBeside(step, user);
  const now = deps.clock.now();
  const source = {
    user,
    definition,
    personal: opened?.personal ?? new Map(),
    form: step.def.form,
    lang: context.lang,
    now,
    ...(opened ? { subject: opened.subject } : {}),
  };
  const choices = withBehalf(choicesOf(source), step, user, context.lang);
  const all = [...state.refused, ...(shown.reasons ?? [])];
  const atField = all.filter(
    (reason) => reason.path !== undefined && reason.step === undefined && reason.code === 'INVALID_PAYLOAD',
  );
  const errors = atField.map(
    (reason): FieldError => ({ path: fieldPath(reason.path!), text: reason.text[context.lang] }),
  );
  const problems = all.filter((reason) => !atField.includes(reason)).map((reason) => reasonView(reason, definition));
  const options = { lang: context.lang, choices, zone: user.district.zone, errors };
  return {
    action: address,
    hidden: [
      ['_csrf', user.csrf],
      ['_id', state.eventId],
      ...(state.basis ? ([['_basis', JSON.stringify(state.basis)]] as const) : []),
      ...(user.post ? ([['_post', user.post.id]] as const) : []),
    ],
    fields: formModel(step.def.form, { ...options, values: state.payload }),
    ...(beside ? { envelope: formModel(beside, { ...options, values: state.beside, prefix: ENVELOPE }) } : {}),
    ...(errors.length ? { errors } : {}),
    ...(problems.length ? { problems } : {}),
    submit: step.type === 'event' ? step.def.verb : { zh: `提交：${step.def.zh}`, en: `Submit: ${step.def.en}` },
    cancel: { href: opened ? `/${path}/${opened.subject.id}` : `/${path}`, text: { zh: '返回', en: 'Back' } },
    draft: {
      key,
      ...(shown.draft ? { savedAt: localTime(user.district, shown.draft.at) } : {}),
      ...(shown.restored ? { restored: true, dropAction: `/drafts/${encodeURIComponent(key)}/drop` } : {}),
    },
    ...(state.operation && state.operation.kind !== 'draft' ? { changed: true } : {}),
  };
}

/** Where a fault of the act itself is shown. */
const fieldPath = (path: string): string => {
  if (path === 'occurredOn') return `${ENVELOPE}.on`;
  return path.startsWith('evidence') ? `${ENVELOPE}.evidence` : path;
};
