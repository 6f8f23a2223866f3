import type { Express } from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RESERVED } from '../../packages/server/src/host/app.ts';
import { routeTable } from '../../packages/server/src/host/routes.ts';
import { POLICY } from '../../packages/server/src/host/security.ts';
import { type Browser, type Host, inputsOf, libraryHost } from './support.ts';

let host: Host;
let loan: string;
beforeAll(async () => {
  host = await libraryHost();
  const reader = await host.as('p-re');
  const done = await reader.fill('/loans/new/REQUEST', {
    reader: '周桂芬',
    card: 'C-1',
    'copies.0.title': '红楼梦',
    'copies.0.kind': 'regular',
  });
  expect(done.status).toBe(303);
  loan = /\/loans\/([0-9a-f-]{36})/.exec(done.headers.location!)![1]!;
});
afterAll(() => host.close());

/** Addresses of the table with something in their places. */
const filled = (path: string) =>
  path
    .replace(':kind', 'loans')
    .replace(':id', loan)
    .replace(':event', 'LEND')
    .replace(':sitting', 'counter')
    .replace(/:[a-z0-9]+/g, 'x');
/** What Express really routes. */
const routed = (app: Express): string[] =>
  (app.router.stack as { route?: { path: string; methods: { [method: string]: boolean } } }[]).flatMap(({ route }) =>
    route ? Object.keys(route.methods).map((method) => `${method} ${route.path}`) : [],
  );

describe('deny by default', () => {
  it('every route of Express is a row of the table, and every row says who', () => {
    const table = routeTable(host.app);
    expect(routed(host.app).sort()).toEqual(table.map((row) => `${row.method} ${row.path}`).sort());
    expect(table.length).toBeGreaterThan(35);
    for (const row of table) expect(['anyone', 'signedIn', 'kind', 'subject', 'step']).toContain(row.who);
  });

  it('only these are for anyone', () => {
    const open = routeTable(host.app)
      .filter((row) => row.who === 'anyone')
      .map((row) => `${row.method} ${row.path}`);
    expect(open.sort()).toEqual([
      'get /assets/:name',
      'get /healthz',
      'get /help',
      'get /help/keys',
      'get /login',
      'get /prefs',
      'get /readyz',
      'post /api/v1/session',
      'post /login',
      'post /prefs',
    ]);
  });

  it('a stranger gets the sign-in page for every other address, known or not', async () => {
    const stranger = host.browser();
    const shown = new Set<string>();
    for (const row of routeTable(host.app).filter((one) => one.who !== 'anyone')) {
      const path = filled(row.path);
      const answer = row.method === 'get' ? await stranger.get(path) : await stranger.send(path, []);
      expect([path, answer.status]).toEqual([path, 401]);
      if (path.startsWith('/api/')) expect(answer.body).toMatchObject({ ok: false, code: 'SIGNED_OUT' });
      else shown.add(plain(answer.text));
    }
    for (const path of ['/nothing', '/loans/nothing/at/all', '/.env', '/api.json', '/%E0%A4%A']) {
      const answer = await stranger.get(path);
      expect([path, answer.status]).toEqual([path, 401]);
      shown.add(plain(answer.text));
    }
    expect(shown.size).toBe(1);
    expect([...shown][0]).toContain('<html lang="zh');
    expect((await stranger.get('/api/v1/nothing')).body).toMatchObject({ code: 'SIGNED_OUT' });
  });

  it('reserved first parts of addresses are exactly those in use', () => {
    const first = new Set(
      routeTable(host.app)
        .map((row) => row.path.split('/')[1]!)
        .filter((part) => part && !part.startsWith(':')),
    );
    for (const part of first) expect(RESERVED.has(part)).toBe(true);
  });
});

/** The body without what repeats the address of the request. */
const plain = (html: string) =>
  html
    .replace(/value="[A-Za-z0-9_-]{43}"/g, 'value="token"')
    .replace(/name="next" value="[^"]*"/, 'name="next"')
    .replace(/href="[^"]*[?&](?:amp;)?(lang|size)=/g, 'href="?$1=');

describe('the second gate', () => {
  it('unknown and forbidden subjects have one body and one status', async () => {
    const far = await host.as('p-far');
    const nowhere = '00000000-0000-4000-8000-000000000000';
    const strange = async (browser: Browser, path: string, id: string) => {
      const { status, text } = await browser.get(path.replace(':id', id));
      return { status, text: text.replaceAll(id, 'ID') };
    };
    for (const path of [
      '/loans/:id',
      '/loans/:id/do/LEND',
      '/loans/:id/members',
      '/loans/:id/deadlines',
      '/loans/:id/flow',
      '/loans/:id/events',
      '/loans/:id/files/00',
    ]) {
      const [forbidden, unknown] = [await strange(far, path, loan), await strange(far, path, nowhere)];
      expect(forbidden).toEqual(unknown);
      expect(forbidden.status).toBe(404);
    }
    const token = inputsOf((await far.get('/tasks')).text, '/logout');
    const [forbidden, unknown] = [
      await far.send(`/loans/${loan}/do/LEND`, token),
      await far.send(`/loans/${nowhere}/do/LEND`, token),
    ];
    expect(forbidden.text.replaceAll(loan, 'ID')).toBe(unknown.text.replaceAll(nowhere, 'ID'));
    expect([forbidden.status, unknown.status]).toEqual([404, 404]);
  });

  it('is open to the unit, to the party that opened it, and to nobody of another district', async () => {
    expect((await (await host.as('p-li')).get(`/loans/${loan}`)).status).toBe(200);
    expect((await (await host.as('p-re')).get(`/loans/${loan}`)).status).toBe(200);
    expect((await (await host.as('p-r2')).get(`/loans/${loan}`)).status).toBe(404);
    expect((await (await host.as('p-li', host.other)).get(`/loans/${loan}`)).status).toBe(404);
    expect((await (await host.as('p-old')).get(`/loans/${loan}`)).status).toBe(404);
    expect((await (await host.as('p-none')).get(`/loans/${loan}`)).status).toBe(404);
  });

  it('keeps the level and the history from parties', async () => {
    const [staff, party] = [await host.as('p-li'), await host.as('p-re')];
    expect((await party.get(`/loans/${loan}/events`)).status).toBe(404);
    expect((await staff.get(`/loans/${loan}/events`)).status).toBe(200);
    await staff.fill(`/loans/${loan}/do/WATCH`, { why: '重点看' });
    expect((await staff.get(`/loans/${loan}`)).text).toContain('重点');
    expect((await party.get(`/loans/${loan}`)).text).not.toContain('重点');
    expect((await party.get('/loans')).text).not.toContain('重点');
  });
});

describe('the third gate', () => {
  it('names who may do it, and does nothing', async () => {
    const reader = await host.as('p-re');
    const { status, text } = await reader.get(`/loans/${loan}/do/LEND`);
    expect(status).toBe(403);
    expect(text).toContain('馆员');
    const token = inputsOf((await reader.get('/tasks')).text, '/logout');
    expect((await reader.send(`/loans/${loan}/do/LEND`, token)).status).toBe(403);
    expect((await host.store.entries(host.district.id, loan)).map(({ entry }) => entry.type)).not.toContain('LEND');
  });
  it('events of the clock and unknown ones are not there', async () => {
    const staff = await host.as('p-li');
    for (const event of ['TERM_EXPIRED', 'NOTHING', 'REQUEST', 'constructor', '__proto__'])
      expect((await staff.get(`/loans/${loan}/do/${event}`)).status).toBe(404);
    expect((await staff.get('/loans/new/LEND')).status).toBe(404);
    expect((await staff.get('/loans/new/sit/nothing')).status).toBe(404);
  });
});

describe('headers', () => {
  it('a strict policy without inline code, on pages, refusals and files alike', async () => {
    const staff = await host.as('p-li');
    for (const path of ['/tasks', '/login', '/nothing', `/loans/${loan}`, '/healthz']) {
      const { headers, text } = await staff.get(path);
      expect(headers['content-security-policy']).toBe(POLICY);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['cache-control']).toBe('no-store');
      expect(text ?? '').not.toMatch(/<script(?![^>]*\ssrc=)|\sstyle="|\son[a-z]+="/);
    }
    expect(POLICY).not.toMatch(/unsafe|\*/);
  });
  it('cookies are for this host alone', async () => {
    const cookies = (await host.browser().signIn('p-li')).headers['set-cookie'] as unknown as string[];
    expect(cookies.find((cookie) => cookie.startsWith('fq_session='))).toMatch(/HttpOnly/);
    expect(cookies.find((cookie) => cookie.startsWith('fq_session='))).toMatch(/SameSite=Lax/);
  });
});

describe('CSRF', () => {
  it('a form without the token of this session does nothing and shows the words again', async () => {
    const [staff, other] = [await host.as('p-li'), await host.as('p-he')];
    const fields = inputsOf((await other.get(`/loans/${loan}/do/WATCH`)).text, `/loans/${loan}/do/WATCH`).filter(
      ([name]) => name !== 'why',
    );
    const before = (await host.store.entries(host.district.id, loan)).length;
    for (const sent of [
      [...fields, ['why', '留意这件'] as [string, string]],
      [['why', '留意这件'] as [string, string]],
    ]) {
      const answer = await staff.send(`/loans/${loan}/do/WATCH`, sent);
      expect(answer.status).toBe(403);
      expect(answer.text).toContain('留意这件');
    }
    expect((await staff.send('/logout', [])).status).toBe(403);
    expect((await staff.get('/tasks')).status).toBe(200);
    expect((await host.store.entries(host.district.id, loan)).length).toBe(before);
  });
  it('a sign-in form of another browser signs nobody in', async () => {
    const fields = inputsOf((await host.browser().get('/login')).text, '/login').filter(
      ([name]) => name !== 'login' && name !== 'password',
    );
    const answer = await host.browser().send('/login', [...fields, ['login', 'p-li'], ['password', 'a long password']]);
    expect(answer.status).toBe(403);
    expect(answer.headers['set-cookie'] ?? '').not.toContain('fq_session=');
  });
});
