/** A whole host over HTTP on a real PostgreSQL, running a small chart that is no dispute, in two districts. */
import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import type { Composed } from '@fengqiao/core';
import { chinaCalendar, compose } from '@fengqiao/core';
import type { Express } from 'express';
import supertest from 'supertest';
import { libraryChart } from '../../packages/core/src/testing/library/index.ts';
import { createApp } from '../../packages/server/src/host/app.ts';
import type { District, Districts, Post } from '../../packages/server/src/host/context.ts';
import type { Built } from '../../packages/server/src/host/deps.ts';
import { buildDeps } from '../../packages/server/src/host/deps.ts';
import { createLogger } from '../../packages/server/src/host/log.ts';
import { readSettings } from '../../packages/server/src/host/settings.ts';
import { freshDatabase } from '../support/postgres.ts';

export const PASSWORD = 'a long password';

export function movedClock(start = '2026-03-02T01:00:00.000Z') {
  let at = Date.parse(start);
  return {
    now: () => new Date(at).toISOString(),
    set: (instant: string) => {
      at = Date.parse(instant);
    },
    pass: (milliseconds: number) => {
      at += milliseconds;
    },
  };
}

/** The library with what pages ask of a chart: references and a desk. */
export function libraryDefinition(change: (chart: any) => void = () => {}): Composed {
  const chart = structuredClone(libraryChart) as any;
  chart.refs = { clause: { list: { get: 'data.copies' }, id: 'id', label: ['title'], note: ['kind'] } };
  chart.events.RENEW.prefill = { days: { get: 'data.renewals' } };
  chart.columns.unshift({
    id: 'reader',
    zh: '读者',
    en: 'reader',
    value: { get: 'data.reader' },
    as: 'personal',
    search: true,
  });
  chart.desks = {
    returns: {
      zh: '还书台',
      en: 'returns',
      path: 'returns',
      roles: ['librarian'],
      states: ['lent.out', 'lent.overdue'],
      columns: ['card'],
      read: [
        { title: { zh: '图书', en: 'copies' }, value: { get: 'data.copies' }, schema: chart.data.properties.copies },
      ],
      events: ['BRING_BACK'],
    },
  };
  change(chart);
  const { composed, findings } = compose(chart, [], { id: 'plain', params: {} });
  const faults = findings.filter((finding) => finding.level === 'error');
  if (faults.length) throw new Error(JSON.stringify(faults));
  return composed;
}

const posts: Post[] = [
  { id: 'post-li', person: 'p-li', role: 'librarian', unit: 'u-main' },
  { id: 'post-he', person: 'p-he', role: 'head', unit: 'u-main' },
  { id: 'post-both-1', person: 'p-both', role: 'librarian', unit: 'u-main' },
  { id: 'post-both-2', person: 'p-both', role: 'head', unit: 'u-main' },
  { id: 'post-re', person: 'p-re', role: 'reader', unit: 'u-main' },
  { id: 'post-r2', person: 'p-r2', role: 'reader', unit: 'u-main' },
  { id: 'post-far', person: 'p-far', role: 'librarian', unit: 'u-far' },
  { id: 'post-old', person: 'p-old', role: 'librarian', unit: 'u-main', to: '2026-03-01' },
];
const people = ['p-li', 'p-he', 'p-both', 'p-re', 'p-r2', 'p-far', 'p-old', 'p-none'].map((id) => ({
  id,
  name: `张${id.slice(2)}`,
}));

export function libraryDistrict(id: string, definition: Composed): District {
  return {
    id,
    zh: '书香区',
    en: 'Library district',
    zone: 'Asia/Shanghai',
    calendar: chinaCalendar(),
    reference: 0,
    charts: [{ kind: 'loan', path: 'loans' }],
    units: [
      { id: 'u-town', zh: '镇', en: 'town', kind: 'town' },
      { id: 'u-main', zh: '总馆', en: 'main library', kind: 'library', parent: 'u-town' },
      { id: 'u-far', zh: '分馆', en: 'branch', kind: 'library', parent: 'u-town' },
    ],
    posts,
    people,
    current: (kind) => (kind === 'loan' ? definition : undefined),
    byConduct: async (conduct) => (conduct === definition.conduct ? definition : undefined),
    provider: (ask) =>
      ask === 'cardValid'
        ? { id: 'cardValid', version: 1, answer: (args) => String(args.card).startsWith('C') }
        : undefined,
    holders: (role, unit) =>
      posts.filter((post) => post.role === role && post.unit === unit).map((post) => post.person),
    unitName: () => ({ zh: '总馆', en: 'main' }),
  };
}

export interface Host extends Built {
  app: Express;
  clock: ReturnType<typeof movedClock>;
  district: District;
  other: District;
  lines: string[];
  /** A browser of its own: keeps cookies. */
  browser(): Browser;
  /** A browser that has signed in as the person of the district. */
  as(person: string, district?: District): Promise<Browser>;
}

export async function libraryHost(change?: (chart: any) => void): Promise<Host> {
  const database = await freshDatabase();
  const definition = libraryDefinition(change);
  const district = libraryDistrict(`d-${randomUUID().slice(0, 8)}`, definition);
  const other = libraryDistrict(`d-${randomUUID().slice(0, 8)}`, definition);
  const districts: Districts = {
    get: (id) => [district, other].find((one) => one.id === id),
    list: () => [district, other],
  };
  const clock = movedClock();
  const read = readSettings({ DEMO: 'off' });
  if (!read.ok) throw new Error('settings');
  const lines: string[] = [];
  const log = createLogger('debug', clock.now, sink(lines));
  const built = buildDeps({
    settings: read.settings,
    keys: { sessionSecret: 'secret of the test host, 32 bytes', dataKey: Buffer.alloc(32, 3) },
    database,
    clock,
    log,
    districts,
    cost: { N: 256, r: 8, p: 1 },
  });
  const app = createApp(built.deps);
  for (const { id } of people) {
    await built.deps.accounts.create({ login: id, district: district.id, person: id, password: PASSWORD });
    await built.deps.accounts.create({ login: `${id}@other`, district: other.id, person: id, password: PASSWORD });
  }
  const browser = () => new Browser(app);
  return {
    ...built,
    app,
    clock,
    district,
    other,
    lines,
    browser,
    async as(person, of = district) {
      const own = browser();
      await own.signIn(of === district ? person : `${person}@other`);
      return own;
    },
  };
}

const sink = (lines: string[]) =>
  new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });

/** Inputs of a page by name, as a browser would send them untouched. */
export function inputsOf(html: string, action?: string): [string, string][] {
  const form = action === undefined ? html : (formsOf(html).find((one) => one.action === action)?.html ?? '');
  const out: [string, string][] = [];
  for (const [tag] of form.matchAll(
    /<input\b[^>]*>|<textarea\b[^>]*>[^<]*<\/textarea>|<select\b[^>]*>[\s\S]*?<\/select>/g,
  )) {
    const name = attribute(tag, 'name');
    const type = attribute(tag, 'type') ?? 'text';
    if (!name || type === 'submit' || type === 'file' || type === 'button') continue;
    if ((type === 'checkbox' || type === 'radio') && !/\schecked\b/.test(tag)) continue;
    if (tag.startsWith('<textarea')) out.push([name, unescaped(/>([\s\S]*?)<\/textarea>/.exec(tag)?.[1] ?? '')]);
    else if (tag.startsWith('<select'))
      out.push([
        name,
        unescaped(
          /<option[^>]*value="([^"]*)"[^>]*\sselected/.exec(tag)?.[1] ??
            /<option[^>]*\sselected[^>]*value="([^"]*)"/.exec(tag)?.[1] ??
            '',
        ),
      ]);
    else out.push([name, unescaped(attribute(tag, 'value') ?? (type === 'checkbox' || type === 'radio' ? 'on' : ''))]);
  }
  return out;
}
export const formsOf = (html: string): { action: string; html: string }[] =>
  [...html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].map(([whole]) => ({
    action: unescaped(attribute(whole.slice(0, whole.indexOf('>') + 1), 'action') ?? ''),
    html: whole,
  }));
const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag.slice(0, tag.indexOf('>') + 1))?.[1];
export const unescaped = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

export class Browser {
  readonly agent: ReturnType<typeof supertest.agent>;
  constructor(app: Express) {
    this.agent = supertest.agent(app);
  }
  get(path: string) {
    return this.agent.get(path);
  }
  async signIn(login: string, password = PASSWORD) {
    const page = await this.agent.get('/login');
    const fields = inputsOf(page.text, '/login').filter(([name]) => name !== 'login' && name !== 'password');
    return this.agent
      .post('/login')
      .type('form')
      .send(Object.fromEntries([...fields, ['login', login], ['password', password]]));
  }
  /** Opens the page, fills fields into its form and sends it. */
  async fill(page: string, values: { [name: string]: string }, action = page) {
    const { text } = await this.agent.get(page);
    return this.send(action, [
      ...inputsOf(text, action).filter(([name]) => !(name in values)),
      ...Object.entries(values),
    ]);
  }
  send(action: string, fields: readonly (readonly [string, string])[]) {
    return this.agent
      .post(action)
      .type('form')
      .send(fields.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&'));
  }
}
