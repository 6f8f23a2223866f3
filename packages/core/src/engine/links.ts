/** Subjects that a subject names: places of its data whose schema says `ref: 'subject'`. */
import type { Subject } from '../chart/subject.ts';
import type { Composed } from '../compose/composed.ts';
import type { Schema } from '../language/definition.ts';
import type { Json } from '../language/expressions.ts';
import { branchesOf, fieldsOf, inner, item, visit } from './schema-walk.ts';

export interface Link {
  to: string;
  /** What kind of link it is, where the item says so. */
  kind?: string;
  waiting: boolean;
}

/** The links of a subject, in order. */
export function linksOf(definition: Composed, subject: Pick<Subject, 'data'>): Link[] {
  const links: Link[] = [];
  visit(subject.data, [definition.data], (value, branches, _path, parent) => {
    if (typeof value !== 'string' || !branches.some((schema) => schema.ref === 'subject')) return;
    const { kind, waiting } = (typeof parent === 'object' && !Array.isArray(parent) ? parent : {}) as {
      [key: string]: Json;
    };
    links.push({ to: value, waiting: waiting === true, ...(typeof kind === 'string' && { kind }) });
  });
  return links;
}

/**
 * The payload of an opening event with a link to the subject that set it off, where the form has a place for one and
 * none was given. Forms name a link as an object with the id of the subject and, beside it, the kind.
 */
export function withLink(
  form: Schema,
  payload: { [key: string]: Json },
  to: string,
  kind: string,
): { [key: string]: Json } {
  for (const field of fieldsOf(branchesOf([form]))) {
    if (payload[field] !== undefined) continue;
    const branches = branchesOf(inner(branchesOf([form]), field));
    const items = branchesOf(item(branches));
    const link = linkIn(branches, to, kind) ?? linkIn(items, to, kind);
    if (link) return { ...payload, [field]: items.length && !linkIn(branches, to, kind) ? [link] : link };
  }
  return payload;
}

function linkIn(branches: readonly Schema[], to: string, kind: string): { [key: string]: Json } | undefined {
  const fields = fieldsOf(branches);
  const place = fields.find((field) => branchesOf(inner(branches, field)).some((schema) => schema.ref === 'subject'));
  if (place === undefined) return undefined;
  return { [place]: to, ...(fields.includes('kind') && place !== 'kind' && { kind }) };
}
