/** A host with the two districts of the project, their charts and accounts, a clock that the test moves. */
import { expect } from 'vitest';
import { catalogue, providerFactories } from '../../packages/server/src/district/catalogue.ts';
import { EXAMPLES, openDistricts } from '../../packages/server/src/district/index.ts';
import { createApp } from '../../packages/server/src/host/app.ts';
import { DEMO_PASSWORD, makeDemoAccounts } from '../../packages/server/src/host/demo-accounts.ts';
import { buildDeps } from '../../packages/server/src/host/deps.ts';
import { createLogger } from '../../packages/server/src/host/log.ts';
import { readSettings } from '../../packages/server/src/host/settings.ts';
import { Browser, inputsOf, movedClock } from '../http/support.ts';
import { freshDatabase } from '../support/postgres.ts';

export type Values = { [name: string]: string | readonly string[] };
export interface Paper {
  field: string;
  name: string;
}

export async function journeyHost(start = '2026-03-02T01:00:00.000Z') {
  const database = await freshDatabase();
  const clock = movedClock(start);
  const read = readSettings({});
  if (!read.ok) throw new Error('settings');
  const districts = openDistricts(EXAMPLES, catalogue, providerFactories);
  const built = buildDeps({
    settings: read.settings,
    keys: { sessionSecret: 'secret of the journeys, 32 bytes!', dataKey: Buffer.alloc(32, 5) },
    database,
    clock,
    log: createLogger('error', clock.now, false),
    districts,
    refresh: (district) => districts.refresh(district),
    cost: { N: 256, r: 8, p: 1 },
  });
  await districts.attach(
    { store: built.store, query: (text, values) => built.store.pool.query(text, [...values]) as never },
    clock.now(),
  );
  await makeDemoAccounts(built.deps);
  const app = createApp(built.deps);
  return {
    ...built,
    app,
    clock,
    today: () => clock.now().slice(0, 10),
    /** A browser of its own that has signed in now: sessions do not outlive the days that a test skips. */
    async as(login: string): Promise<Browser> {
      const browser = new Browser(app);
      const done = await browser.signIn(login, DEMO_PASSWORD);
      expect([login, done.status]).toEqual([login, 303]);
      return browser;
    },
    /** Moves the clock and does what has become due. */
    async pass(days: number): Promise<void> {
      clock.pass(days * 86_400_000);
      await built.runner.drain();
    },
  };
}
export type JourneyHost = Awaited<ReturnType<typeof journeyHost>>;

const PDF = Buffer.from('%PDF-1.4\n%%EOF\n');

/** Opens the form of an address, fills it in, and sends it as a browser would. */
export async function fillIn(browser: Browser, address: string, values: Values, papers: readonly Paper[] = []) {
  const page = await browser.get(address);
  const own = Object.keys(values);
  const kept = inputsOf(page.text, address).filter(
    ([name]) => !own.includes(name) && !own.some((one) => one.startsWith(`${name}.`)),
  );
  const pairs: [string, string][] = [
    ...kept,
    ...own.flatMap((name): [string, string][] => [values[name]!].flat().map((value) => [name, value])),
  ];
  const post = browser.agent.post(address);
  for (const [name, value] of pairs) post.field(name, value);
  for (const { field, name } of papers) post.attach(field, PDF, { filename: name, contentType: 'application/pdf' });
  return post;
}

/** What a page says in its main part, for messages of failing tests. */
export const saidBy = (html: string): string =>
  (/<main[\s\S]*?<\/main>/.exec(html)?.[0] ?? html)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 900);
