/** What a subject carries beside its chart: where and when it opened, since when it stands where it stands, claimed work. */
import type { Subject } from '../chart/subject.ts';
import type { Entry } from './envelope.ts';

export const TASK_CLAIM = 'TASK_CLAIM';
export const TASK_RELEASE = 'TASK_RELEASE';

/**
 * The subject after an entry with what it carries; it follows from the entries alone, so that history rebuilds it.
 * Claims end when a point is entered anew: the work of the point before is over.
 */
export function carried(before: Subject | undefined, after: Subject, entry: Entry): Subject {
  const moved = before?.state.stage !== after.state.stage;
  return {
    ...after,
    opened: before?.opened ?? {
      on: entry.effectiveAt,
      unit: entry.actor.unit,
      ...(!entry.actor.plugin && { person: entry.actor.person }),
    },
    entered: moved || !before?.entered ? entry.at : before.entered,
    claims: claimsAfter(before?.claims ?? {}, entry),
  };
}

function claimsAfter(claims: Subject['claims'], entry: Entry): Subject['claims'] {
  if (entry.outcome.pointEntered) return {};
  const task = entry.payload.task;
  if (typeof task !== 'string') return claims;
  if (entry.type === TASK_CLAIM) return { ...claims, [task]: entry.actor.person };
  if (entry.type !== TASK_RELEASE) return claims;
  const { [task]: _, ...others } = claims;
  return others;
}
