/** The one pair of GET and POST that serves every event and every sitting of every chart (design §12). */
import type { Refusal, Submitted } from '@fengqiao/core';
import { parsePayload, refusal } from '@fengqiao/core';
import type { Express } from 'express';
import { logRefusal } from '../access-log.ts';
import { answerConflict, answerStep } from '../answers.ts';
import type { Route, StepCall } from '../call.ts';
import type { Deps } from '../context.ts';
import { errorFields } from '../log.ts';
import { actorOf, rolesHeld } from '../present/case.ts';
import { addRoutes } from '../routes.ts';
import { uuid7 } from '../uuid.ts';
import { draftKey } from './draft-key.ts';
import type { FormState } from './state.ts';
import { besideFaults, freshBasis, stateOfNew, stateOfSent } from './state.ts';
import type { Sent } from './submit.ts';
import { submit } from './submit.ts';
import { formView } from './view.ts';

const PATHS = ['/:kind/new/:event', '/:kind/new/sit/:sitting', '/:kind/:id/do/:event', '/:kind/:id/sit/:sitting'];
/** How long a browser waits for a commit before it is told that we are checking, milliseconds. */
const PATIENCE = 10_000;

export function forms(app: Express, deps: Deps): void {
  addRoutes(
    app,
    deps,
    PATHS.flatMap((path): Route[] => [
      { method: 'get', path, who: 'step', handle: show },
      { method: 'post', path, who: 'step', uploads: true, handle: send, stale: showStale },
    ]),
  );
}

async function show(call: StepCall): Promise<void> {
  const { deps, user, kind, step, opened } = call;
  const draft = await deps.drafts.find(user.district.id, user.person, draftKey(call));
  const only = step.type === 'event' ? [step.id] : [];
  const query = { district: user.district.id, kind, actor: actorOf(call), roles: rolesHeld(call), only };
  const offers = await deps.engine.offers(opened ? { ...query, subject: opened.subject } : query);
  const offer =
    step.type === 'event'
      ? offers.options.find((option) => option.event === step.id)
      : (offers.sittings.find((sitting) => sitting.sitting === step.id) ?? NOT_NOW);
  const reasons = offer?.available ? [] : (offer?.reasons ?? []);
  // Words that were typed are shown even when their time has passed: somebody else may have been first.
  if (offer && !offer.available && !draft) return answerStep(call, 200, undefined, reasons);
  const state = await stateOfNew(call, draft?.fields);
  return answerStep(call, 200, formView(call, state, draft ? { draft, restored: true, reasons } : {}));
}
const NOT_NOW = { available: false, reasons: refusal('WRONG_STATE').reasons };

/** Another session than that of the form, or none of its own: nothing is done, every word is shown again. */
async function showStale(call: StepCall): Promise<void> {
  const state = await stateOfSent(call);
  const said = {
    code: 'CONFLICT' as const,
    text: {
      zh: '登录状态已更新，内容未提交。请核对后再次提交。',
      en: 'You have signed in anew; nothing was sent. Please check and send again.',
    },
  };
  return answerStep(call, 403, formView(call, renewed(call, state), { reasons: [said] }));
}

async function send(call: StepCall): Promise<void> {
  const { deps, user, res } = call;
  const state = await stateOfSent(call);
  const kept = [user.district.id, user.person, draftKey(call)] as const;
  if (state.operation) {
    if (state.operation.kind !== 'draft') return answerStep(call, 200, formView(call, state));
    await deps.drafts.keep(...kept, state.fields);
    return answerStep(call, 200, formView(call, state, { draft: { at: deps.clock.now() }, saved: true }));
  }
  const faults = besideFaults(call, state);
  if (state.refused.length || faults.length) {
    const parsed = parsePayload(call.step.def.form, state.payload);
    return answerStep(
      call,
      422,
      formView(call, renewed(call, state), { reasons: [...faults, ...(parsed.ok ? [] : parsed.reasons)] }),
    );
  }
  const work = submit(call, sentOf(state)).catch((error: unknown) => {
    deps.log.error('submit failed', { request: res.locals.id, event: call.step.id, ...errorFields(error) });
    return refusal('EVENT_UNWRITABLE');
  });
  const done = await patiently(work);
  if (done === 'unknown') {
    await deps.drafts.keep(...kept, state.fields);
    return res.redirect(303, `/checking/${state.eventId}?path=${call.path}`);
  }
  if (done.ok) {
    await deps.drafts.drop(...kept);
    return res.redirect(303, `/${call.path}/${done.subject}?done=${encodeURIComponent(call.step.id)}`);
  }
  return refuse(call, state, done);
}

async function refuse(call: StepCall, state: FormState, refused: Refusal): Promise<void> {
  const { step, opened } = call;
  await logRefusal(call, step.id, opened?.subject.id, refused);
  // An answer that may still be durable keeps its id: sent again, it gets its first answer.
  const again = refused.status === 503 ? state : renewed(call, state);
  if (refused.code === 'CONFLICT' && opened) return answerConflict(call, again, refused);
  return answerStep(call, refused.status, formView(call, again, { reasons: refused.reasons }));
}

/** With a new id and what the page shows now as its basis: mending the cause and sending again works. */
const renewed = (call: StepCall, state: FormState): FormState => ({
  ...state,
  eventId: uuid7(call.deps.clock),
  ...freshBasis(call),
});

export function sentOf(state: FormState): Sent {
  const { on, behalf, evidence } = state.beside as { on?: string; behalf?: string[]; evidence?: Sent['evidence'] };
  return {
    eventId: state.eventId,
    payload: state.payload,
    ...(on ? { occurredOn: on } : {}),
    ...(behalf?.length ? { behalf } : {}),
    ...(evidence !== undefined ? { evidence } : {}),
    ...(state.basis ? { basis: state.basis } : {}),
  };
}

async function patiently(work: Promise<Submitted>): Promise<Submitted | 'unknown'> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<'unknown'>((resolve) => {
    timer = setTimeout(() => resolve('unknown'), PATIENCE);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
