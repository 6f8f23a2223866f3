/** Short ids that the system gives to new items of a list (`auto: 'id'` in the schema): p1, p2 … */
import type { Subject } from '../chart/subject.ts';
import type { Schema } from '../language/definition.ts';
import type { Json } from '../language/expressions.ts';
import { branchesOf, fieldsOf, inner, item } from './schema-walk.ts';

type Payload = { [key: string]: Json };

/** The payload with ids where the form wants one and none was given. An id that the subject has is never given again. */
export function fillIds(form: Schema, payload: Payload, subject: Subject | undefined): Payload {
  const used = new Set<string>();
  gather(subject?.data ?? {}, used);
  gather(payload, used);
  return filled(payload, [form], 'n', used) as Payload;
}

function gather(value: Json, used: Set<string>): void {
  if (typeof value === 'string') used.add(value);
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) gather(part, used);
}

function filled(value: Json, schemas: readonly Schema[], letter: string, used: Set<string>): Json {
  if (value === null || typeof value !== 'object') return value;
  const branches = branchesOf(schemas);
  if (Array.isArray(value)) return value.map((part) => filled(part, item(branches), letter, used));
  const out: Payload = {};
  for (const key of fieldsOf(branches)) {
    const wanted = inner(branches, key).some((schema) => schema.auto === 'id');
    if (wanted && (value[key] === undefined || value[key] === '' || value[key] === null))
      out[key] = fresh(letter, used);
  }
  for (const [key, part] of Object.entries(value)) {
    if (out[key] === undefined) out[key] = filled(part, inner(branches, key), letterOf(key), used);
  }
  return out;
}

const letterOf = (key: string): string => /[a-z]/i.exec(key)?.[0].toLowerCase() ?? 'n';

function fresh(letter: string, used: Set<string>): string {
  for (let n = 1; ; n += 1) {
    const id = `${letter}${n}`;
    if (used.has(id)) continue;
    used.add(id);
    return id;
  }
}
