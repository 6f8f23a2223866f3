/** Refusals as people read them, with links to what would cure them. */
import type { Composed, Reason, Text } from '@fengqiao/core';
import type { ReasonView } from '../../pages/model.ts';

/** @param hrefOf address of an event's form, where it may be opened */
export function reasonView(
  reason: Reason,
  definition: Composed | undefined,
  hrefOf?: (event: string) => string | undefined,
): ReasonView {
  const law = (reason.law ?? []).map((id) => definition?.law[id]).filter((one) => one !== undefined);
  const basis = law.length
    ? { zh: law.map((one) => one.basis).join('；'), en: law.map((one) => one.basis).join('; ') }
    : reason.basis;
  const who = (roles: readonly string[] | undefined): Text[] =>
    (roles ?? []).flatMap((role) => {
      const def = definition?.roles[role];
      return def ? [{ zh: def.zh, en: def.en }] : [];
    });
  const event = reason.event === undefined ? undefined : definition?.events[reason.event];
  return {
    text: reason.text,
    ...(reason.rule === undefined ? {} : { rule: reason.rule }),
    ...(basis ? { basis } : {}),
    ...(reason.unmet?.length ? { unmet: reason.unmet } : {}),
    ...(reason.cure?.length
      ? {
          cure: reason.cure.map((cure) => {
            const href = cure.event === undefined ? undefined : hrefOf?.(cure.event);
            return {
              text: { zh: cure.zh, en: cure.en },
              ...(href ? { href } : {}),
              ...(cure.who?.length ? { who: who(cure.who) } : {}),
            };
          }),
        }
      : {}),
    ...(reason.step !== undefined && event ? { step: { zh: event.zh, en: event.en } } : {}),
  };
}
