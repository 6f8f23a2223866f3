/** What somebody typed, against the schema of the form: all faults at once, each with the title of its field. */
import { z } from 'zod';
import type { Schema } from '../language/definition.ts';
import type { Json } from '../language/expressions.ts';
import { type Fault, faultText } from './payload-text.ts';
import type { Reason } from './refusal.ts';

type Values = { [key: string]: Json };
export type Parsed = { ok: true; payload: Values } | { ok: false; reasons: Reason[] };

const REFERENCE: Schema = {
  type: 'object',
  properties: { ref: { type: 'string', minLength: 1 }, commit: { type: 'string', minLength: 1 } },
  required: ['ref', 'commit'],
  additionalProperties: false,
};
/** Keywords whose values are schemas by name, or data: not to be read as a schema themselves. */
const NAMED = new Set(['properties', '$defs', 'patternProperties']);
const DATA = new Set(['enum', 'const', 'default', 'labels', 'help', 'required', 'examples']);

/**
 * The schema as it is enforced: keys that the form does not name are refused, and a personal value may already have
 * been replaced by its reference.
 */
export function enforced(schema: Schema): Schema {
  const out: Schema = {};
  for (const [key, part] of Object.entries(schema)) {
    if (DATA.has(key) || part === null || typeof part !== 'object') out[key] = part;
    else if (Array.isArray(part)) out[key] = part.map((item) => (isSchema(item) ? enforced(item) : item));
    else if (NAMED.has(key))
      out[key] = Object.fromEntries(
        Object.entries(part).map(([name, inner]) => [name, isSchema(inner) ? enforced(inner) : inner]),
      );
    else out[key] = enforced(part);
  }
  if (out.type === 'object' && out.properties !== undefined && out.additionalProperties === undefined)
    out.additionalProperties = false;
  return schema.personal === true ? { anyOf: [out, REFERENCE] } : out;
}
const isSchema = (part: Json | undefined): part is Schema =>
  typeof part === 'object' && part !== null && !Array.isArray(part);

const validators = new WeakMap<Schema, z.ZodType>();
function validatorOf(schema: Schema): z.ZodType {
  let made = validators.get(schema);
  if (!made) validators.set(schema, (made = z.fromJSONSchema(enforced(schema) as never) as unknown as z.ZodType));
  return made;
}

/** Checks a payload against a form. Personal values may be given in clear or as references. */
export function parsePayload(schema: Schema, payload: unknown): Parsed {
  const result = validatorOf(schema).safeParse(payload);
  if (result.success) return { ok: true, payload: result.data as Values };
  const faults = new Map<string, Fault>();
  for (const issue of result.error.issues) gather(issue, [], payload, faults);
  return {
    ok: false,
    reasons: [...faults.values()].map((fault) => ({
      code: 'INVALID_PAYLOAD',
      path: fault.path.join('.'),
      text: faultText(fault, namedField(schema, fault.path)),
    })),
  };
}

/** One fault a path: a date that fails both as a format and as a pattern is one mistake. */
function gather(issue: any, prefix: PropertyKey[], root: unknown, faults: Map<string, Fault>): void {
  const path = [...prefix, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors?.length && !missingAt(root, path)) {
    const branch = likeliest(issue.errors);
    for (const inner of branch) gather(inner, path, root, faults);
    return;
  }
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys as string[]) put(faults, { kind: 'unknown', path: [...path, key], name: key });
    return;
  }
  if (missingAt(root, path) || (issue.code === 'too_small' && at(root, path) === '')) {
    put(faults, { kind: 'required', path });
    return;
  }
  put(faults, { kind: 'issue', path, issue });
}
const put = (faults: Map<string, Fault>, fault: Fault) => {
  const key = fault.path.join('.');
  const known = faults.get(key);
  if (!known || (known.kind === 'issue' && fault.kind === 'issue' && known.issue.format === 'regex'))
    faults.set(key, fault);
};
const at = (root: any, path: readonly PropertyKey[]): unknown =>
  path.reduce((value, key) => value?.[key as string], root);
const missingAt = (root: any, path: readonly PropertyKey[]): boolean => (at(root, path) ?? undefined) === undefined;
/** Of the branches of a union the one whose tag fits, else the first. */
const likeliest = (branches: any[][]): any[] =>
  branches.find((branch) => !branch.some((issue) => issue.code === 'invalid_value' && issue.path.length === 1)) ??
  branches[0]!;

/** The field that a path speaks of: an item without a title of its own is called as its list. */
function namedField(schema: Schema, path: readonly PropertyKey[]): Schema | undefined {
  const field = fieldOf(schema, path);
  if (typeof path.at(-1) !== 'number' || typeof field?.title === 'string') return field;
  return { ...field, ...titleParts(fieldOf(schema, path.slice(0, -1))) };
}
const titleParts = (list: Schema | undefined): Schema => ({
  ...(typeof list?.title === 'string' && { title: list.title }),
  ...(typeof list?.en === 'string' && { en: list.en }),
});

/** The schema of a field by its path; undefined where the form does not name it. */
export function fieldOf(schema: Schema, path: readonly PropertyKey[]): Schema | undefined {
  let at: any = schema;
  for (const key of path) {
    const branches: any[] = at?.anyOf ?? at?.oneOf ?? at?.allOf ?? [];
    const object = at?.properties
      ? at
      : branches.find((branch) => branch?.properties?.[key as string] ?? (typeof key === 'number' && branch?.items));
    at =
      typeof key === 'number' ? (at?.items ?? object?.items) : (object?.properties?.[key as string] ?? objectExtra(at));
    if (at === undefined) return undefined;
  }
  return at;
}
const objectExtra = (at: any) => (typeof at?.additionalProperties === 'object' ? at.additionalProperties : undefined);
