/** What a form asks beside its own fields: the day of the act, on whose behalf it is entered, and the paper that proves it. */
import type { Composed, Json, Schema, Text } from '@fengqiao/core';
import { ENVELOPE, envelopeSchema } from '../../pages/forms/envelope.ts';
import type { Choice, ChoicesOf, Lang } from '../../pages/model.ts';
import type { Step } from '../call.ts';
import type { SignedIn } from '../context.ts';
import { may, rolesOf } from '../posts.ts';

/** Undefined where nothing is asked. */
export function askedBeside(step: Step, user: SignedIn): Schema | undefined {
  if (step.type === 'event') {
    const behalf = user.post && may(step.definition, user.post.role, step.id) === 'behalf';
    const on = step.def.occurredOn;
    return on || behalf
      ? envelopeSchema({ ...(on ? { on } : {}), ...(behalf ? { behalf: 'must' as const } : {}) })
      : undefined;
  }
  const inForm = Object.hasOwn((step.def.form.properties ?? {}) as object, 'evidence');
  const proved = !inForm && step.def.steps.some((one) => one.behalf !== undefined);
  const schema = envelopeSchema({ on: DAY, ...(proved ? { behalf: 'must' as const } : {}) });
  // The sitting itself says whose act each step is: only the paper is asked, where its own form does not.
  const { behalf: _, ...properties } = (schema.properties ?? {}) as { [key: string]: Json };
  const required = ((schema.required ?? []) as string[]).filter((name) => name !== 'behalf');
  return { ...schema, properties, required };
}
const DAY: Text = { zh: '办理日期（补录时填写）', en: 'day on which it was done (when recorded later)' };

/**
 * For whom an act may be entered: members of the subject where parties take the event, and the roles of court, body and
 * tribunal where they do.
 */
export function behalfChoices(
  definition: Composed,
  event: string,
  role: string,
  people: readonly Choice[] | undefined,
  lang: Lang,
): Choice[] {
  const roles = rolesOf(definition, event);
  const of = new Set(
    definition.behalf
      .filter((rule) => rule.by.includes(role))
      .flatMap((rule) => rule.of)
      .filter((other) => roles.has(other)),
  );
  // A chart without a list of parties: its party roles stand for themselves.
  const others = [...of].filter((id) => people === undefined || definition.roles[id]?.part !== 'party');
  return [
    ...(others.length < of.size ? (people ?? []) : []),
    ...others.map((id) => ({ value: id, label: definition.roles[id]?.[lang] ?? id })),
  ];
}

/** Choices of the form, with those of the fields beside it. */
export function withBehalf(choices: ChoicesOf, step: Step, user: SignedIn, lang: Lang): ChoicesOf {
  return (ref, path) => {
    if (step.type !== 'event' || !path.startsWith(`${ENVELOPE}.`)) return choices(ref, path);
    return behalfChoices(step.definition, step.id, user.post?.role ?? '', choices(ref, path), lang);
  };
}
