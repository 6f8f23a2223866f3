/** A form between browser and engine: what stands in it, read from what was sent, from a draft, or from the subject. */

import type { Basis, Json, OpMap, Reason, Schema } from '@fengqiao/core';
import { basisOf, parsePayload, readerOf } from '@fengqiao/core';
import { ENVELOPE } from '../../pages/forms/envelope.ts';
import { parseForm } from '../../pages/forms/parse.ts';
import type { StoredUpload } from '../../pages/forms/uploads.ts';
import { withUploads } from '../../pages/forms/uploads.ts';
import type { Operation } from '../../pages/model.ts';
import type { StepCall } from '../call.ts';
import type { Fields } from '../drafts.ts';
import { FileRefused, tooLarge } from '../files.ts';
import { inClear } from '../present/values.ts';
import { isUuid, uuid7 } from '../uuid.ts';
import { askedBeside } from './asked.ts';

export interface FormState {
  payload: { [key: string]: Json };
  /** Values of the fields beside the form. */
  beside: { [key: string]: Json };
  eventId: string;
  basis?: Basis;
  operation?: Operation;
  /** Uploads that were refused: faults at their fields. */
  refused: Reason[];
  /** All fields, those of stored uploads with them: what a draft keeps. */
  fields: Fields;
}

/** Reads what a browser sent. Files go to the file port first, so that nobody uploads twice. */
export async function stateOfSent(call: StepCall): Promise<FormState> {
  const { deps, user, form, step } = call;
  const beside = askedBeside(step, user);
  const stored: StoredUpload[] = [];
  const refused: Reason[] = [];
  for (const upload of form.uploads) {
    try {
      if (upload.tooLarge) throw tooLarge();
      stored.push({
        field: upload.field,
        name: upload.name,
        ...(await deps.files.put(user.district.id, upload.bytes, upload.name, user.person)),
      });
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      refused.push({ code: 'INVALID_PAYLOAD', path: upload.field, text: error.text });
    }
  }
  let fields: Fields = withUploads(step.def.form, form.fields, stored);
  if (beside) fields = withUploads(beside, fields, stored, ENVELOPE);
  const sentId = form.fields.find(([name]) => name === '_id')?.[1];
  const read = readFields(call, fields);
  return {
    ...read,
    eventId: isUuid(sentId) ? sentId : uuid7(deps.clock),
    ...basisSent(form.fields.find(([name]) => name === '_basis')?.[1]),
    refused,
    fields,
  };
}

/** What is wrong with the fields beside the form, at their places. */
export function besideFaults({ step, user }: StepCall, state: FormState): Reason[] {
  const schema = askedBeside(step, user);
  const parsed = schema && parsePayload(schema, state.beside);
  return !parsed || parsed.ok
    ? []
    : parsed.reasons.map((reason) => ({ ...reason, path: `${ENVELOPE}.${reason.path ?? ''}` }));
}

/** The form as it opens: with what the chart offers, or with the draft. */
export async function stateOfNew(call: StepCall, draft: Fields | undefined): Promise<FormState> {
  const fresh = { eventId: uuid7(call.deps.clock), refused: [], ...freshBasis(call) };
  if (draft) {
    const { payload, beside } = readFields(call, draft, true);
    return { ...fresh, payload, beside, fields: draft };
  }
  return { ...fresh, payload: prefilled(call), beside: {}, fields: [] };
}

function readFields(
  { step, user }: StepCall,
  fields: Fields,
  keepEmpty = false,
): Pick<FormState, 'payload' | 'beside' | 'operation'> {
  const { zone } = user.district;
  const { payload, operation } = parseForm(step.def.form, fields, { zone, keepEmpty });
  const schema = askedBeside(step, user);
  const beside = schema ? parseForm(schema, fields, { zone, prefix: ENVELOPE, keepEmpty }) : undefined;
  return { payload, beside: beside?.payload ?? {}, ...(operation ? { operation } : {}) };
}

/** The basis that belongs to what the page shows now. */
export function freshBasis({ opened, step }: Pick<StepCall, 'opened' | 'step'>): { basis?: Basis } {
  return opened ? { basis: basisOf(opened.subject, shownPaths(step.def.prefill)) } : {};
}

/** Places of the data that the form shows for change. */
const shownPaths = (prefill: OpMap | undefined): string[] =>
  Object.values(prefill ?? {}).flatMap((op) =>
    typeof op === 'object' && op !== null && 'get' in op && op.get.startsWith('data.') ? [op.get.slice(5)] : [],
  );

function prefilled({ step, opened, user, deps }: StepCall): { [key: string]: Json } {
  const { prefill } = step.def;
  if (!prefill) return {};
  const actor = user.post
    ? { person: user.person, post: user.post.id, role: user.post.role, unit: user.post.unit }
    : { person: user.person, post: '', role: '', unit: '' };
  const read = readerOf(
    step.definition,
    user.district.calendar,
    opened?.subject,
    { payload: {}, actor },
    deps.clock.now(),
  );
  const values: { [key: string]: Json } = {};
  for (const [key, op] of Object.entries(prefill)) {
    const value = read(op);
    if (value !== undefined && value !== null) values[key] = opened ? inClear(value, opened.personal) : value;
  }
  return fitted(values, step.def.form);
}

/** Only what the form has: an item of the data holds more than the form asks for. */
function fitted(value: any, schema: Schema): any {
  if (Array.isArray(value)) return value.map((item) => fitted(item, (schema.items ?? {}) as Schema));
  if (typeof value !== 'object' || value === null || !schema.properties) return value;
  const properties = schema.properties as { [key: string]: Schema };
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => (properties[key] ? [[key, fitted(part, properties[key])]] : [])),
  );
}

function basisSent(sent: string | undefined): { basis?: Basis } {
  if (!sent || sent.length > 20_000) return {};
  try {
    const { pointSeq, values } = JSON.parse(sent) as Partial<Basis>;
    const sound =
      Number.isSafeInteger(pointSeq) &&
      typeof values === 'object' &&
      values !== null &&
      Object.values(values).every((hash) => typeof hash === 'string');
    return sound ? { basis: { pointSeq: pointSeq!, values: values! } } : {};
  } catch {
    return {};
  }
}
