/** Terms of a subject, each with the working of its due day. */

import type { Composed, RunningTerm, Text } from '@fengqiao/core';
import { dueDay } from '@fengqiao/core';
import type { TermView } from '../../pages/model.ts';
import type { Opened } from '../call.ts';
import type { District } from '../context.ts';
import { dueView, isInstant, localTime } from './days.ts';
import { memberName } from './names.ts';
import { codeText } from './values.ts';

const KINDS: { [kind: string]: Text } = {
  duty: { zh: '义务', en: 'duty' },
  right: { zh: '权利', en: 'right' },
  right_opens: { zh: '权利起算', en: 'a right begins' },
  retention_minimum: { zh: '保管期限', en: 'retention' },
};

/** Running and paused ones first, by their due day; those of parties only where the reader is staff or has none of its own. */
export function termsOf(district: District, opened: Opened, now: string): TermView[] {
  const order = (term: RunningTerm) =>
    term.status === 'running' || term.status === 'paused' ? 0 : term.status === 'expired' ? 1 : 2;
  return [...opened.subject.terms]
    .sort((a, b) => order(a) - order(b) || (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
    .flatMap((term) => {
      const def = opened.definition.terms[term.id];
      return def ? [termView(district, opened, term, def, now)] : [];
    });
}

function termView(
  district: District,
  opened: Opened,
  term: RunningTerm,
  def: Composed['terms'][string],
  now: string,
): TermView {
  const day = (value: string) => (isInstant(value) ? localTime(district, value) : value);
  const ground = (code: string): Text => {
    for (const list of Object.keys(opened.definition.codes)) {
      const found = codeText(code, undefined, opened.definition.codes, list);
      if (found) return found;
    }
    return { zh: code, en: code };
  };
  return {
    title: { zh: def.zh, en: def.en },
    ...(term.party ? { of: memberName(opened, term.party) } : {}),
    due: dueView(district, term.due, now, term),
    kind: KINDS[def.kind] ?? { zh: def.kind, en: def.kind },
    startedOn: day(term.startedOn),
    basis: { zh: def.basis, en: def.basis },
    working: workingOf(district, term, def),
    pauses: (term.pauses ?? []).map((pause) => ({
      ground: ground(pause.ground),
      from: day(pause.from),
      ...(pause.to ? { to: day(pause.to) } : {}),
    })),
    onExpiry: { zh: def.onExpiry.zh, en: def.onExpiry.en },
    actions: [],
  };
}

/** The steps of the computation; where pauses or a document moved the day, that is said instead of a wrong sum. */
function workingOf(district: District, term: RunningTerm, def: Composed['terms'][string]): Text[] {
  try {
    const { due, steps } = dueDay(def, def.length === null ? term.due : term.startedOn, district.calendar);
    if (due === term.due || (isInstant(due) && Date.parse(due) === Date.parse(term.due))) return steps;
  } catch {
    // A start that is no day has no working of its own.
  }
  return [
    {
      zh: `起算日 ${term.startedOn}，经中止或文书确定，到期日为 ${term.due}。`,
      en: `Started on ${term.startedOn}; moved by pauses or a document, it is due on ${term.due}.`,
    },
  ];
}
