/** Who looked at what in clear, and why; who was refused what. Nothing that was typed into a form is kept here. */
import type { Refusal } from '@fengqiao/core';
import type { KindCall, SubjectCall } from './call.ts';

export async function logAccess(
  { deps, user, kind, opened }: SubjectCall,
  what: string,
  reason: string,
): Promise<void> {
  await deps.database.query(
    'insert into access_log (district, at, person, post, kind, subject, what, reason) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [
      user.district.id,
      deps.clock.now(),
      user.person,
      user.post?.id ?? null,
      kind,
      opened.subject.id,
      what.slice(0, 100),
      reason,
    ],
  );
}

/** Kept beside the log lines, so that an office can see where its people get stuck. A failure to keep it stops nothing. */
export async function logRefusal(
  { deps, user, kind, res }: KindCall,
  event: string | undefined,
  subject: string | undefined,
  { code, reasons }: Refusal,
): Promise<void> {
  deps.log.info('refused', { request: res.locals.id, code, event, subject, district: user.district.id });
  const rules = [...new Set(reasons.flatMap((reason) => (reason.rule === undefined ? [] : [reason.rule])))];
  try {
    await deps.database.query(
      `insert into refusal_log (district, at, person, post, kind, subject, event, code, rules, ref)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        user.district.id,
        deps.clock.now(),
        user.person,
        user.post?.id ?? null,
        kind,
        subject ?? null,
        event ?? null,
        code,
        rules,
        String(res.locals.id),
      ],
    );
  } catch {
    deps.log.warn('refusal not kept', { request: res.locals.id });
  }
}
