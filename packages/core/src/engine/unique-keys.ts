/** Values that no two subjects of a district may share (`unique` in the schema of the data), as keyed rows. */
import type { Subject } from '../chart/subject.ts';
import type { Composed } from '../compose/composed.ts';
import type { Schema } from '../language/definition.ts';
import { type Refusal, refusal } from './refusal.ts';
import { visit } from './schema-walk.ts';
import type { KeyedRow } from './store-port.ts';

/** Keyed rows of the values that are new since `before`. */
export function keysOf(definition: Composed, before: Subject | undefined, after: Subject): KeyedRow[] {
  const old = new Set(before ? found(definition, before).map(({ scope, key }) => `${scope} ${key}`) : []);
  return found(definition, after).filter(({ scope, key }) => !old.has(`${scope} ${key}`));
}

function found(definition: Composed, subject: Subject): KeyedRow[] {
  const rows: KeyedRow[] = [];
  visit(subject.data, [definition.data], (value, branches, path) => {
    if (typeof value !== 'string' || !branches.some((schema) => schema.unique === true)) return;
    rows.push({ scope: `${subject.kind}.${path}`, key: value, rule: path });
  });
  return rows;
}

/** What the loser of a keyed row is told. */
export function takenRefusal(definition: Composed, path: string): Refusal {
  let at: Schema | undefined = definition.data;
  for (const key of path.split('.')) at = (at?.properties as { [field: string]: Schema } | undefined)?.[key];
  const name = {
    zh: typeof at?.title === 'string' ? at.title : '该编号',
    en: typeof at?.en === 'string' ? at.en : 'number',
  };
  return refusal('DUPLICATE', [
    { code: 'DUPLICATE', rule: path, path, text: { zh: `${name.zh}已被使用`, en: `this ${name.en} is taken` } },
  ]);
}
