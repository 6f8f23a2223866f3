/** The basis of a form protects people: a conflict is shown only where what a person saw has moved (design §9). */
import type { Subject } from '../chart/subject.ts';
import { fingerprint } from '../language/canonical.ts';
import type { Json } from '../language/expressions.ts';
import { dig } from '../meaning/values.ts';
import type { Reason } from './refusal.ts';
import type { Basis } from './runner-port.ts';

/** Hash of the value at a dotted path of the data, `-` where there is none. Personal values count by their reference. */
export function basisValue(data: Subject['data'], path: string): string {
  const value = dig(data, path.split('.'));
  return value === undefined || value === null ? '-' : fingerprint(value);
}

/** The basis of a form that shows these places of the data for change. */
export const basisOf = (subject: Subject, paths: readonly string[]): Basis => ({
  pointSeq: subject.pointSeq,
  values: Object.fromEntries(paths.map((path) => [path, basisValue(subject.data, path)])),
});

/** What moved since the form was made; empty where nothing did. `found` is the value that it has now. */
export function basisMoved(subject: Subject, basis: Basis): Reason[] {
  const reasons: Reason[] = [];
  if (subject.pointSeq !== basis.pointSeq) {
    reasons.push({
      code: 'CONFLICT',
      path: 'state',
      text: { zh: '该事项已进入新的环节', en: 'the subject has come to another step' },
      found: { ...subject.state },
    });
  }
  for (const [path, hash] of Object.entries(basis.values)) {
    if (basisValue(subject.data, path) === hash) continue;
    reasons.push({
      code: 'CONFLICT',
      path,
      text: { zh: '该项内容已被他人修改', en: 'somebody else has changed this value' },
      found: (dig(subject.data, path.split('.')) ?? null) as Json,
    });
  }
  return reasons;
}
