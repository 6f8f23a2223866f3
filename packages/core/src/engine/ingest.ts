/**
 * What comes in is taken apart: personal values go to their own table, the payload keeps a reference and a salted
 * commitment (design §10). Which values are personal, the schema of the form says.
 */
import { createHmac } from 'node:crypto';
import type { Subject } from '../chart/subject.ts';
import type { Schema } from '../language/definition.ts';
import type { Json } from '../language/expressions.ts';
import type { Act } from './act.ts';
import { fillIds } from './auto-ids.ts';
import { isPersonalRef, type PersonalRef } from './envelope.ts';
import { derivedId, type Random } from './ids.ts';
import { parsePayload } from './payload.ts';
import type { Reason } from './refusal.ts';
import { branchesOf, inner, item } from './schema-walk.ts';
import type { PersonalValue } from './store-port.ts';

export interface Ingested {
  act: Act;
  personal: PersonalValue[];
}

/**
 * The act with its personal values replaced. A payload that does not fit its form is left as it is: deciding refuses it,
 * after the gate of roles. References that come in must be those of the subject (`known`), or come from a reaction.
 */
export function ingest(form: Schema, act: Act, subject: Subject | undefined, random: Random): Ingested | Reason[] {
  const strange = act.actor.plugin ? [] : foreignRefs([act.payload, act.actor.evidence ?? null], subject);
  if (strange.length) return strange;
  const filled = fillIds(form, act.payload, subject);
  const parsed = parsePayload(form, filled);
  if (!parsed.ok) return { act: { ...act, payload: filled }, personal: [] };
  const personal: PersonalValue[] = [];
  const take = (value: Json, path: string, field: string): PersonalRef => {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const salt = Buffer.from(random(16));
    const ref = derivedId(act.eventId, path);
    personal.push({ ref, field, value: text, salt: salt.toString('base64') });
    return { ref, commit: commitment(salt, text) };
  };
  const payload = replaced(parsed.payload, [form], '', '', take) as Act['payload'];
  const evidence = act.actor.evidence === undefined ? undefined : proof(act.actor.evidence, 'evidence', take);
  const actor = evidence === undefined ? act.actor : { ...act.actor, evidence };
  return { act: { ...act, payload, actor }, personal };
}

/** HMAC-SHA256 of a value under its own salt, hexadecimal. */
export const commitment = (salt: Uint8Array, value: string): string =>
  createHmac('sha256', salt).update(value, 'utf8').digest('hex');

type Take = (value: Json, path: string, field: string) => PersonalRef;

function replaced(value: Json, schemas: readonly Schema[], path: string, field: string, take: Take): Json {
  const branches = branchesOf(schemas);
  if (value === null || isPersonalRef(value)) return value;
  if (branches.some((schema) => schema.personal === true)) return take(value, path, field) as unknown as Json;
  if (typeof value !== 'object') return value;
  if (Array.isArray(value))
    return value.map((part, at) => replaced(part, item(branches), `${path}/${at}`, field, take));
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      replaced(part, inner(branches, key), `${path}/${key}`, field ? `${field}.${key}` : key, take),
    ]),
  );
}

/** Evidence has no form: a hash, a size and a type say nothing about a person, everything else may. */
function proof(value: Json, path: string, take: Take): Json {
  if (value === null || isPersonalRef(value)) return value;
  if (typeof value === 'string')
    return /^[0-9a-f]{64}$/.test(value) ? value : (take(value, path, 'evidence') as unknown as Json);
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((part, at) => proof(part, `${path}/${at}`, take));
  const plain = new Set(['sha256', 'size', 'type']);
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, plain.has(key) ? part : proof(part, `${path}/${key}`, take)]),
  );
}

/** A reference to a value of another subject would show it to somebody who may not see it. */
function foreignRefs(values: Json[], subject: Subject | undefined): Reason[] {
  const given = new Map<string, string>();
  collectRefs(values, '', given);
  if (!given.size) return [];
  const known = new Map<string, string>();
  if (subject) collectRefs([subject.data, subject.documents as unknown as Json], '', known);
  return [...given]
    .filter(([ref]) => !known.has(ref))
    .map(([, path]) => ({
      code: 'INVALID_PAYLOAD' as const,
      path,
      text: { zh: '不能引用其他事项的个人信息', en: 'a personal value of another subject cannot be used' },
    }));
}

function collectRefs(value: Json, path: string, found: Map<string, string>): void {
  if (value === null || typeof value !== 'object') return;
  if (isPersonalRef(value)) {
    found.set(value.ref, path);
    return;
  }
  for (const [key, part] of Object.entries(value)) collectRefs(part, path ? `${path}.${key}` : key, found);
}
