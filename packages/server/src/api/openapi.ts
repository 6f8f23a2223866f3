/** OpenAPI 3.1 of the charts that a district runs, made from the same definitions as forms and pages. */

import type { Composed, EventDef, Json, Schema } from '@fengqiao/core';
import { REFUSALS } from '@fengqiao/core';
import type { ChartOffer } from '../host/context.ts';

type Doc = { [key: string]: Json };
const problem: Doc = {
  description: '办理未成功 / refused',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};
const answers = (schema: Doc, description: string): Doc => ({
  '200': { description, content: { 'application/json': { schema } } },
  ...Object.fromEntries(
    [...new Set(Object.values(REFUSALS).map((one) => one.status))].sort().map((status) => [String(status), problem]),
  ),
});
const accepted: Doc = { $ref: '#/components/schemas/Accepted' };
const said = (text: { zh: string; en: string }): string => `${text.zh} / ${text.en}`;

/** @param charts what the district runs, with the definition on which new subjects open */
export function openApi(charts: readonly { offer: ChartOffer; definition: Composed }[], version: string): Doc {
  const paths: Doc = {
    '/api/v1/session': {
      post: {
        summary: '登录 / sign in',
        security: [],
        requestBody: body({
          type: 'object',
          required: ['login', 'password'],
          properties: { login: { type: 'string' }, password: { type: 'string' } },
        }),
        responses: answers(
          { type: 'object', required: ['token'], properties: { token: { type: 'string' } } },
          '令牌 / token',
        ),
      },
    },
    '/api/v1/files': {
      post: {
        summary: '上传文件 / upload a file',
        parameters: [{ name: 'name', in: 'query', required: true, schema: { type: 'string', maxLength: 200 } }],
        requestBody: { required: true, content: { 'application/octet-stream': {} } },
        responses: answers({ type: 'object' }, '文件 / file'),
      },
    },
  };
  const schemas: Doc = { Problem: problemSchema, Accepted: acceptedSchema };
  for (const { offer, definition } of charts) Object.assign(paths, chartPaths(offer, definition, schemas));
  return {
    openapi: '3.1.0',
    info: { title: 'Fengqiao 枫桥', version },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    security: [{ token: [] }],
    paths,
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } }, schemas },
  };
}

function chartPaths(offer: ChartOffer, definition: Composed, schemas: Doc): Doc {
  const tag = { tags: [offer.path] };
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };
  const events = Object.entries(definition.events).filter(([, def]) => !def.internal);
  for (const [event, def] of events) schemas[schemaName(offer, event)] = envelope(event, def);
  const one = (opens: boolean): Doc => ({
    oneOf: events
      .filter(([, def]) => Boolean(def.opens) === opens)
      .map(([event]) => ({ $ref: `#/components/schemas/${schemaName(offer, event)}` })),
    discriminator: { propertyName: 'type' },
  });
  const base = `/api/v1/${offer.path}`;
  const paths: Doc = {
    [`${base}/events`]: {
      post: {
        ...tag,
        summary: said({ zh: `登记：${definition.zh}`, en: `open: ${definition.en}` }),
        requestBody: body(one(true)),
        responses: answers(accepted, '已受理 / accepted'),
      },
    },
    [`${base}/{id}/events`]: {
      post: {
        ...tag,
        summary: said({ zh: `办理：${definition.zh}`, en: `act: ${definition.en}` }),
        parameters: [id],
        requestBody: body(one(false)),
        responses: answers(accepted, '已受理 / accepted'),
      },
    },
    [`${base}/{id}`]: {
      get: {
        ...tag,
        summary: said({ zh: '查看', en: 'read' }),
        parameters: [id],
        responses: answers({ type: 'object', properties: { data: definition.data } }, '事项 / subject'),
      },
    },
    [`${base}/{id}/options`]: {
      get: {
        ...tag,
        summary: said({ zh: '可办理事项及不可办理的原因', en: 'what can be done, and why not' }),
        parameters: [id],
        responses: answers({ type: 'array', items: { type: 'object' } }, '选项 / options'),
      },
    },
    [`${base}/{id}/entries`]: {
      get: {
        ...tag,
        summary: said({ zh: '办理记录', en: 'history' }),
        parameters: [id],
        responses: answers({ type: 'array', items: { type: 'object' } }, '记录 / entries'),
      },
    },
  };
  for (const [sitting, def] of Object.entries(definition.sittings)) {
    const opens = def.from.length === 0;
    const fields = { eventId: uuid, form: def.form, occurredOn: { type: 'string', format: 'date' }, evidence: true };
    paths[`${base}/${opens ? '' : '{id}/'}sittings/${sitting}`] = {
      post: {
        ...tag,
        summary: said(def),
        ...(opens ? {} : { parameters: [id] }),
        requestBody: body({ type: 'object', required: ['eventId', 'form'], properties: fields }),
        responses: answers(accepted, '已受理 / accepted'),
      },
    };
  }
  return paths;
}

const uuid: Schema = { type: 'string', format: 'uuid' };
const body = (schema: Doc): Doc => ({ required: true, content: { 'application/json': { schema } } });
const schemaName = (offer: ChartOffer, event: string): string =>
  `${offer.kind}.${event}`.replace(/[^A-Za-z0-9._-]/g, '_');

function envelope(event: string, def: EventDef): Doc {
  return {
    title: said(def),
    type: 'object',
    required: ['eventId', 'type', 'payload'],
    additionalProperties: false,
    properties: {
      eventId: uuid,
      type: { const: event },
      payload: def.form,
      post: { type: 'string' },
      occurredOn: { type: 'string', format: 'date' },
      behalf: { type: 'array', items: { type: 'string' } },
      evidence: true,
    },
  };
}

const acceptedSchema: Doc = {
  type: 'object',
  required: ['ok', 'subject', 'seq', 'state'],
  properties: {
    ok: { const: true },
    subject: { type: 'string' },
    seq: { type: 'integer' },
    state: { type: 'object', additionalProperties: { type: 'string' } },
  },
};
const problemSchema: Doc = {
  type: 'object',
  required: ['ok', 'status', 'code', 'reasons', 'ref'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    ok: { const: false },
    status: { type: 'integer' },
    code: { type: 'string' },
    ref: { type: 'string' },
    reasons: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'text'],
        properties: {
          code: { enum: Object.keys(REFUSALS) },
          rule: { type: 'string' },
          law: { type: 'array', items: { type: 'string' } },
          path: { type: 'string' },
          text: { type: 'object' },
          unmet: { type: 'array' },
          cure: { type: 'array' },
        },
      },
    },
  },
};
