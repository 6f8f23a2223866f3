/** Walking a value beside its JSON Schema: the schemas that may describe a place, unions opened. */
import type { Schema } from '../language/definition.ts';
import type { Json } from '../language/expressions.ts';

const isSchema = (part: Json | undefined): part is Schema =>
  typeof part === 'object' && part !== null && !Array.isArray(part);
const many = (part: Json | undefined): Schema[] => (Array.isArray(part) ? part.filter(isSchema) : []);

/** The schemas with the branches of their unions. */
export function branchesOf(schemas: readonly Schema[]): Schema[] {
  return schemas.flatMap((schema) => [
    schema,
    ...branchesOf([...many(schema.anyOf), ...many(schema.oneOf), ...many(schema.allOf)]),
  ]);
}

/** What may describe a field of an object. */
export function inner(branches: readonly Schema[], key: string): Schema[] {
  return branches.flatMap((schema) => {
    const named = isSchema(schema.properties) ? schema.properties[key] : undefined;
    if (isSchema(named)) return [named];
    return isSchema(schema.additionalProperties) ? [schema.additionalProperties] : [];
  });
}

/** What may describe an item of a list. */
export const item = (branches: readonly Schema[]): Schema[] =>
  branches.flatMap((schema) => (isSchema(schema.items) ? [schema.items] : []));

/** Names of the fields that the schemas declare for an object, each once, in order. */
export const fieldsOf = (branches: readonly Schema[]): string[] => [
  ...new Set(branches.flatMap((schema) => (isSchema(schema.properties) ? Object.keys(schema.properties) : []))),
];

/** Visits every place of a value beside what may describe it, outer first. Lists do not show in `path`. */
export function visit(
  value: Json | undefined,
  schemas: readonly Schema[],
  at: (value: Json, branches: readonly Schema[], path: string, parent: Json) => void,
  path = '',
  parent: Json = null,
): void {
  if (value === null || value === undefined) return;
  const branches = branchesOf(schemas);
  at(value, branches, path, parent);
  if (typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const part of value) visit(part, item(branches), at, path, parent);
    return;
  }
  for (const [key, part] of Object.entries(value))
    visit(part, inner(branches, key), at, path ? `${path}.${key}` : key, value);
}
