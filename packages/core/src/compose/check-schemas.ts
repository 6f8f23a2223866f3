/** Schemas of data, forms and questions: the listed subset, titles and labels in both languages. */
import type { Schema } from '../language/definition.ts';
import type { Json } from '../language/expressions.ts';
import { textFaults } from '../language/text.ts';
import type { Composed } from './composed.ts';
import type { Report } from './findings.ts';
import { ownerOf, type Place, sayAt } from './owner.ts';

/** Keywords of JSON Schema that the listed subset of zod gives and takes. */
const KEYWORDS = new Set([
  'type',
  'properties',
  'required',
  'additionalProperties',
  'propertyNames',
  'items',
  'enum',
  'const',
  'default',
  'anyOf',
  'oneOf',
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
]);
/** Keywords of ours; any other word that is not JSON Schema's is a hint of a page and let pass. */
const FOREIGN = new Set([
  '$ref',
  '$defs',
  'definitions',
  'allOf',
  'not',
  'if',
  'then',
  'else',
  'patternProperties',
  'prefixItems',
  'contains',
  'dependentRequired',
  'dependentSchemas',
  'unevaluatedProperties',
  'uniqueItems',
  'contentEncoding',
]);
const FORMATS = new Set(['date', 'date-time', 'time', 'email', 'uri', 'uuid']);

export function checkSchemas(composed: Composed, report: Report): void {
  const at = (name: string, path: string): Place => ({ path, plugin: ownerOf(composed, name) });
  schema(composed.data, at('', 'data'), report);
  for (const [event, def] of Object.entries(composed.events))
    schema(def.form, at(event, `events.${event}.form`), report);
  for (const [sitting, def] of Object.entries(composed.sittings))
    schema(def.form, at(sitting, `sittings.${sitting}.form`), report);
}

function schema(node: Schema, place: Place, report: Report): void {
  for (const key of Object.keys(node)) if (FOREIGN.has(key)) sayAt(report, place, 'SCHEMA_OUTSIDE_SUBSET', key);
  if (typeof node.format === 'string' && !FORMATS.has(node.format))
    sayAt(report, place, 'SCHEMA_OUTSIDE_SUBSET', `format: ${node.format}`);
  if (!Object.keys(node).some((key) => KEYWORDS.has(key))) sayAt(report, place, 'SCHEMA_OUTSIDE_SUBSET', '{}');
  if (Array.isArray(node.enum)) labels(node, place, report);
  if (node.ui === 'file' || node.ui === 'files') return;
  for (const [name, part] of Object.entries((node.properties ?? {}) as { [name: string]: Schema })) {
    const inner = { ...place, path: `${place.path}.${name}` };
    if (part.const === undefined) titles(name, part, inner, report);
    schema(part, inner, report);
  }
  if (isSchema(node.items)) schema(node.items, { ...place, path: `${place.path}[]` }, report);
  for (const branch of [...list(node.anyOf), ...list(node.oneOf)])
    if (branch.type !== 'null') schema(branch, place, report);
  // `{}`: a record of anything.
  if (isSchema(node.additionalProperties) && Object.keys(node.additionalProperties).length > 0)
    schema(node.additionalProperties, { ...place, path: `${place.path}.*` }, report);
}
const isSchema = (part: Json | undefined): part is Schema =>
  typeof part === 'object' && part !== null && !Array.isArray(part);
const list = (part: Json | undefined): Schema[] => (Array.isArray(part) ? part.filter(isSchema) : []);

function titles(name: string, part: Schema, place: Place, report: Report): void {
  if (typeof part.title !== 'string' || typeof part.en !== 'string') {
    // The slice of plugins has no words of its own: pages show what is in it.
    if (name !== 'ext') sayAt(report, place, 'FIELD_WITHOUT_TITLE', name);
    return;
  }
  for (const fault of textFaults({ zh: part.title, en: part.en }))
    sayAt(report, place, 'BAD_TEXT', `${part.title}: ${fault}`);
}

function labels(node: Schema, place: Place, report: Report): void {
  const known = (node.labels ?? {}) as { [code: string]: { zh?: unknown; en?: unknown } };
  for (const code of node.enum as Json[]) {
    const label = known[String(code)];
    if (typeof label?.zh !== 'string' || typeof label.en !== 'string')
      sayAt(report, place, 'CODE_WITHOUT_LABEL', String(code));
  }
}
