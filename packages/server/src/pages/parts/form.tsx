/** @jsxRuntime automatic */
/** @jsxImportSource preact */
/** A form on a page: summary of faults first, then the fields, then the buttons. */
import { placeless } from '../forms/build.ts';
import { Fields } from '../forms/field.tsx';
import { idOf } from '../forms/model.ts';
import type { FieldError, FieldNode, FormView, RepeatNode } from '../model.ts';
import type { Tell } from '../strings.ts';
import { Hidden, Reasons } from './bits.tsx';

/** `当事人 2：` for a fault inside a list, so that the summary says where. */
function placeOf(path: string, nodes: readonly FieldNode[]): string {
  for (const node of nodes) {
    if (node.kind === 'group' && path.startsWith(`${node.path}.`)) return placeOf(path, node.children);
    if (node.kind !== 'repeat') continue;
    const item = (node as RepeatNode).items.find((own) => path === own.path || path.startsWith(`${own.path}.`));
    if (item) return `${item.title}：`;
  }
  return '';
}
/** The title of the field is told when the sentence does not begin with it. */
function titleAt(path: string, nodes: readonly FieldNode[]): string | undefined {
  for (const node of nodes) {
    if (node.path === path) return node.title;
    const inside =
      node.kind === 'group' ? node.children : node.kind === 'repeat' ? node.items.flatMap((item) => item.children) : [];
    const found = inside.length && path.startsWith(`${node.path}.`) ? titleAt(path, inside) : undefined;
    if (found) return found;
  }
  return undefined;
}
function sentence(fault: FieldError, nodes: readonly FieldNode[], t: Tell): string {
  const title = titleAt(fault.path, nodes);
  const named = !title || fault.text.includes(title) ? '' : `${title}${t('colon')}`;
  const place = placeOf(fault.path, nodes);
  const text = place ? placeless(fault.text) : fault.text;
  return `${t.lang === 'zh' ? place : place.replace('：', ': ')}${named}${text}`;
}

/** First thing in the page when something is wrong: all of it, with links to the fields. */
export function ErrorSummary({ form, t }: { form: FormView; t: Tell }) {
  const { errors = [], problems = [] } = form;
  if (!errors.length && !problems.length) return null;
  const nodes = [...form.fields, ...(form.envelope ?? [])];
  return (
    <section class="errsum" aria-labelledby="errsum-t" tabIndex={-1} data-focus="">
      <div role="alert">
        <h2 id="errsum-t">
          {errors.length ? (errors.length === 1 ? t('faultOne') : t('faults', { n: errors.length })) : t('problems')}
        </h2>
        {errors.length ? (
          <ul>
            {errors.map((fault) => (
              <li>{fault.path ? <a href={`#${idOf(fault.path)}`}>{sentence(fault, nodes, t)}</a> : fault.text}</li>
            ))}
          </ul>
        ) : null}
        {problems.length ? <Reasons reasons={problems} t={t} /> : null}
      </div>
    </section>
  );
}

/** Banner over a form whose values come from the draft. */
export const RestoredBanner = ({ form, csrf, t }: { form: FormView; csrf: string; t: Tell }) =>
  form.draft?.restored ? (
    <div class="flash flash-note">
      <p>{t('restored', { at: form.draft.savedAt ?? '' })}</p>
      {form.draft.dropAction ? (
        <form method="post" action={form.draft.dropAction}>
          <input type="hidden" name="_csrf" value={csrf} />
          <button class="lnk" type="submit">
            {t('dropDraft')}
          </button>
        </form>
      ) : null}
    </div>
  ) : null;

const files = (nodes: readonly FieldNode[]): boolean =>
  nodes.some(
    (node) =>
      node.kind === 'file' ||
      (node.kind === 'group' && files(node.children)) ||
      (node.kind === 'repeat' && node.items.some((item) => files(item.children))),
  );

/**
 * The form itself. Enter in a field presses the first button of a form: a hidden copy of the main one stands first,
 * so that Enter never removes a party.
 */
export function FormBlock({ form, t, quiet }: { form: FormView; t: Tell; quiet?: boolean }) {
  const all = [...form.fields, ...(form.envelope ?? [])];
  const optional = all.some((node) => node.optional);
  return (
    <form
      class="frm"
      method="post"
      action={form.action}
      encType={files(all) ? 'multipart/form-data' : undefined}
      noValidate
      data-form=""
      data-draft={form.draft?.key}
    >
      <button class="vh" type="submit" tabIndex={-1} aria-hidden="true">
        {t.say(form.submit)}
      </button>
      <Hidden fields={form.hidden} />
      {form.changed ? (
        <p class="flash flash-note" role="status" data-focus="">
          {t('changed')}
        </p>
      ) : null}
      {form.intro ? <p class="frm-i">{t.say(form.intro)}</p> : null}
      {optional && !quiet ? <p class="frm-o muted">{t('formNote')}</p> : null}
      <Fields nodes={form.fields} t={t} />
      {form.envelope?.length ? (
        <fieldset class="env">
          <legend class="grp-t">{t('aboutAct')}</legend>
          <Fields nodes={form.envelope} t={t} depth={1} />
        </fieldset>
      ) : null}
      <div class="acts">
        <button class="btn btn-p" type="submit">
          {t.say(form.submit)}
        </button>
        {form.draft ? (
          <button class="btn btn-2" type="submit" name="_op" value="draft" formNoValidate>
            {t('keepDraft')}
          </button>
        ) : null}
        {form.cancel ? <a href={form.cancel.href}>{t.say(form.cancel.text)}</a> : null}
        {form.draft ? (
          <span class="muted sm" data-saved="">
            {form.draft.savedAt ? t('draftAt', { at: form.draft.savedAt }) : t('draftAuto')}
          </span>
        ) : null}
      </div>
    </form>
  );
}
