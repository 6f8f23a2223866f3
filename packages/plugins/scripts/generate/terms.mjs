/** The time limits as term definitions of the language, keyed by id. */
import { basisOf, DEFAULT_BASIS } from './basis.mjs';
import { plain, wide } from './text.mjs';

/** Rights of a party are called to mind at 10, 3 and 1 days; administrative limits at 30, 15 and 7 (R-LM-05). */
const ADMINISTRATIVE = new Set(['DL-AD-RECON', 'DL-AD-SUE', 'DL-AD-SUE-AFTER', 'DL-AD-LAND']);
const DAYS = { day: 1, working_day: 1, month: 30, year: 365, hour: 0 };

function reminders(limit) {
  const points = ADMINISTRATIVE.has(limit.id) ? [30, 15, 7] : limit.kind === 'right' ? [10, 3, 1] : [];
  return points.filter((days) => days < (limit.length ?? 0) * DAYS[limit.unit]);
}

export function terms(data) {
  const { deadlines } = data('deadlines');
  const texts = data('term-texts');
  const own = new Set(texts.own);
  const ladder = new Set(texts.ladder);
  const made = deadlines.map((limit) => {
    const remind = reminders(limit);
    const policy = /^(none|product default)/.test(limit.basis);
    return {
      id: limit.id,
      term: {
        zh: wide(limit.name_zh),
        en: texts.names[limit.id] ?? plain(limit.name_en),
        // The urgent-aid check counts backwards from another limit.
        length: limit.starts_from === 'before_other_deadline' ? -limit.length : limit.length,
        unit: limit.unit,
        startsFrom: limit.starts_from,
        rollsOver: limit.roll_over_on_holiday,
        kind: limit.kind,
        ...(limit.kind === 'duty' && own.has(limit.actor) ? { own: true } : {}),
        ...(ladder.has(limit.id) ? { ladder: true } : {}),
        basis: texts.basis[limit.id] ?? (policy ? DEFAULT_BASIS : basisOf(limit.basis)),
        strength: limit.strength,
        ...(remind.length ? { reminders: remind } : {}),
        onExpiry: texts.expiry[limit.id],
      },
    };
  });
  return [
    "import type { TermDef } from '@fengqiao/core';\n",
    `export type TermId = ${made.map(({ id }) => JSON.stringify(id)).join(' | ')};\n`,
    'export const terms: { readonly [id in TermId]: TermDef } = {',
    ...made.map(({ id, term }) => `  ${JSON.stringify(id)}: ${JSON.stringify(term)},`),
    '};\n',
  ].join('\n');
}
