/** Who looked at what in clear, and why. The reason is kept here and nowhere else. */
import type { SubjectCall } from './call.ts';

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
