/** The ladder: which rung a subject is on, and who is told when a laddered term runs out. */
import type { Subject } from '../chart/subject.ts';
import type { Composed } from '../compose/composed.ts';
import type { Schema } from '../language/definition.ts';
import type { Entry, Notice } from './envelope.ts';
import type { DistrictRuntime } from './runner-port.ts';

const TERM = 'term:';

/** The rung: the field of the data that the schema marks `ladder`, within the ladder. */
export function rungOf(definition: Composed, subject: Subject): number {
  const fields = (definition.data.properties ?? {}) as { [field: string]: Schema };
  const field = Object.keys(fields).find((name) => fields[name]!.ladder === true);
  const rung = field === undefined ? 0 : subject.data[field];
  return Math.max(0, Math.min(typeof rung === 'number' ? rung : 0, definition.ladder.length - 1));
}

/** One notice for each holder of the rung; one for the role where nobody holds it. */
export function ladderNotices(
  definition: Composed,
  subject: Subject,
  entry: Entry,
  unit: string,
  district: DistrictRuntime,
): Notice[] {
  const expired = entry.outcome.terms.find(
    (term) => term.status === 'expired' && term.id === entry.payload.termId && term.key === (entry.payload.key ?? ''),
  );
  if (!expired || !definition.terms[expired.id]?.ladder || !definition.ladder.length) return [];
  const rung = rungOf(definition, subject);
  const role = definition.ladder[rung]!;
  const told = { text: `${TERM}${expired.id}`, role, with: { key: expired.key, due: expired.due, rung } };
  const holders = district.holders(role, unit, district.calendar.dayOf(entry.at));
  return holders.length ? holders.map((person) => ({ ...told, person })) : [told];
}

/** The words of a notice about a term; undefined for a notice of another kind. */
export function termNoticeText(definition: Composed, notice: Notice): { zh: string; en: string } | undefined {
  if (!notice.text.startsWith(TERM)) return undefined;
  const def = definition.terms[notice.text.slice(TERM.length)];
  if (!def) return undefined;
  const { due, days } = notice.with ?? {};
  if (typeof days === 'number') {
    return { zh: `${def.zh}：还有${days}日，${due}届满`, en: `${def.en}: ${days} days left, due on ${due}` };
  }
  return { zh: `${def.zh}：已于${due}届满`, en: `${def.en}: the time limit ran out on ${due}` };
}
