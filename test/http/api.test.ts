import { randomUUID } from 'node:crypto';
import supertest from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Host, libraryHost, PASSWORD } from './support.ts';

let host: Host;
beforeAll(async () => {
  host = await libraryHost();
});
afterAll(() => host.close());

async function client(login: string) {
  const { body } = await supertest(host.app).post('/api/v1/session').send({ login, password: PASSWORD });
  const bearer = `Bearer ${body.token}`;
  return {
    get: (path: string) => supertest(host.app).get(`/api/v1${path}`).set('Authorization', bearer),
    post: (path: string, json: object) =>
      supertest(host.app).post(`/api/v1${path}`).set('Authorization', bearer).send(json),
    raw: (path: string, bytes: Buffer) =>
      supertest(host.app)
        .post(`/api/v1${path}`)
        .set('Authorization', bearer)
        .set('Content-Type', 'application/octet-stream')
        .send(bytes),
  };
}
const request = (eventId: string = randomUUID(), card = 'C-1') => ({
  eventId,
  type: 'REQUEST',
  payload: { reader: '周桂芬', card, copies: [{ title: '红楼梦', kind: 'regular' }] },
});

describe('API v1', () => {
  it('moves a subject by the same gates as the pages', async () => {
    const [reader, staff] = [await client('p-re'), await client('p-li')];
    const opened = await reader.post('/loans/events', request());
    expect([opened.status, opened.body]).toMatchObject([200, { ok: true, seq: 1, state: { stage: 'requested' } }]);
    const id = opened.body.subject as string;
    const lent = await staff.post(`/loans/${id}/events`, {
      eventId: randomUUID(),
      type: 'LEND',
      payload: {},
      occurredOn: '2026-03-01',
    });
    expect([lent.status, lent.body.state.stage]).toEqual([200, 'lent.out']);
    const shown = await staff.get(`/loans/${id}`);
    expect(shown.body).toMatchObject({ ok: true, id, seq: 2, data: { reader: '周桂芬', card: 'C-1' } });
    expect((await reader.get(`/loans/${id}`)).body.state).toEqual({ stage: 'lent.out' });
    const options = (await staff.get(`/loans/${id}/options`)).body.options as {
      event: string;
      available: boolean;
      reasons: unknown[];
    }[];
    expect(options.find((one) => one.event === 'BRING_BACK')).toMatchObject({ available: true });
    expect(options.filter((one) => !one.available).every((one) => one.reasons.length > 0)).toBe(true);
    const entries = (await staff.get(`/loans/${id}/entries`)).body.entries as { payload: { reader?: unknown } }[];
    expect(entries.length).toBe(2);
    expect(entries[0]!.payload.reader).toMatchObject({ ref: expect.any(String), commit: expect.any(String) });
    expect((await reader.get(`/loans/${id}/entries`)).status).toBe(403);
  });

  it('refuses as problem+json: signed out, unknown, forbidden, faults, rules', async () => {
    const [reader, staff, far] = [await client('p-re'), await client('p-li'), await client('p-far')];
    const { body } = await reader.post('/loans/events', request());
    const problem = (answer: supertest.Response) => [
      answer.status,
      answer.body.code,
      answer.headers['content-type']?.split(';')[0],
    ];
    const kind = 'application/problem+json';
    expect(problem(await supertest(host.app).get('/api/v1/loans/x'))).toEqual([401, 'SIGNED_OUT', kind]);
    expect(problem(await supertest(host.app).post('/api/v1/session').send({ login: 'p-li', password: 'x' }))).toEqual([
      401,
      'SIGNED_OUT',
      kind,
    ]);
    expect(problem(await far.get(`/loans/${body.subject}`))).toEqual([404, 'UNKNOWN_SUBJECT', kind]);
    expect(
      problem(await reader.post(`/loans/${body.subject}/events`, { eventId: randomUUID(), type: 'LEND', payload: {} })),
    ).toEqual([403, 'ROLE_NOT_ALLOWED', kind]);
    expect(
      problem(
        await staff.post(`/loans/${body.subject}/events`, { eventId: randomUUID(), type: 'TERM_EXPIRED', payload: {} }),
      ),
    ).toEqual([404, 'UNKNOWN_EVENT', kind]);
    const faults = await staff.post('/loans/events', {
      eventId: randomUUID(),
      type: 'REQUEST',
      payload: { reader: 'x', strange: 1 },
    });
    expect(problem(faults)).toEqual([422, 'INVALID_PAYLOAD', kind]);
    expect(faults.body.reasons.map((reason: { path: string }) => reason.path).sort()).toEqual([
      'card',
      'copies',
      'reader',
      'strange',
    ]);
    expect(problem(await staff.post('/loans/events', { type: 'REQUEST', payload: {} }))).toEqual([
      422,
      'INVALID_PAYLOAD',
      kind,
    ]);
    const other = await staff.post('/loans/events', request(randomUUID(), 'X-9'));
    const refused = await staff.post(`/loans/${other.body.subject}/events`, {
      eventId: randomUUID(),
      type: 'LEND',
      payload: {},
    });
    expect(problem(refused)).toEqual([409, 'RULE_FAILED', kind]);
    expect(refused.body.reasons[0]).toMatchObject({
      rule: 'cardValid',
      law: ['L-1'],
      text: { zh: '借书证无效', en: 'the card is not valid' },
    });
    expect(refused.body.ref).toBe(refused.headers['x-request-id']);
  });

  it('gives the first answer again, and nothing to another', async () => {
    const [staff, other] = [await client('p-li'), await client('p-he')];
    const sent = request();
    const [one, two] = [await staff.post('/loans/events', sent), await staff.post('/loans/events', sent)];
    expect(two.body).toEqual(one.body);
    expect((await other.post('/loans/events', sent)).body).toMatchObject({ code: 'EVENT_ID_REUSED', status: 409 });
  });

  it('takes sittings, all or none', async () => {
    const both = await client('p-both');
    const form = { request: { reader: '周桂芬', card: 'C-1', copies: [{ title: '甲', kind: 'regular' }] }, lend: true };
    expect((await both.post('/loans/sittings/counter', { eventId: randomUUID(), form })).body).toMatchObject({
      ok: true,
      seq: 2,
    });
  });

  it('refuses bodies that are no JSON, too long, or of a cookie without its token', async () => {
    const staff = await client('p-li');
    const send = async (type: string, text: string) =>
      (await supertest(host.app).post('/api/v1/session').set('Content-Type', type).send(text)).status;
    expect(await send('application/json', '{')).toBe(400);
    expect(await send('text/plain', '{}')).toBe(415);
    expect(await send('application/json', JSON.stringify({ login: 'x'.repeat(1_100_000) }))).toBe(413);
    const browser = await host.as('p-li');
    expect((await browser.agent.post('/api/v1/loans/events').send(request())).status).toBe(403);
    const csrf = /name="_csrf" value="([^"]+)"/.exec((await browser.get('/tasks')).text)![1]!;
    expect((await browser.agent.post('/api/v1/loans/events').set('X-CSRF-Token', csrf).send(request())).status).toBe(
      200,
    );
    expect((await staff.post('/session/end', {})).status).toBe(200);
    expect((await staff.get('/openapi.json')).status).toBe(401);
  });

  it('takes files by their bytes', async () => {
    const staff = await client('p-li');
    const stored = await staff.raw('/files?name=a.pdf', Buffer.from('%PDF-1.7'));
    expect([stored.status, stored.body]).toMatchObject([
      200,
      { ok: true, size: 8, type: 'application/pdf', name: 'a.pdf' },
    ]);
    expect((await staff.raw('/files?name=a.pdf', Buffer.from('no'))).status).toBe(422);
  });

  it('describes itself from the definitions', async () => {
    const { body } = await (await client('p-li')).get('/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    expect(Object.keys(body.paths)).toContain('/api/v1/loans/{id}/events');
    const shown = host.district.current('loan')!.events;
    for (const [event, def] of Object.entries(shown))
      expect(Object.hasOwn(body.components.schemas, `loan.${event}`)).toBe(!def.internal);
    expect(body.components.schemas['loan.LEND'].properties.payload).toEqual(
      JSON.parse(JSON.stringify(shown.LEND!.form)),
    );
    for (const ref of JSON.stringify(body).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g))
      expect(body.components.schemas).toHaveProperty([ref[1]!]);
  });
});
