/** Starts a host: database, tables, districts, accounts, runner, web. What was begun is undone when a later part fails. */
import type { Server } from 'node:http';
import type { EngineParts, Text } from '@fengqiao/core';
import type { Catalogue, ProviderFactory } from '../district/index.ts';
import { EXAMPLES, openDistricts } from '../district/index.ts';
import { checkDatabase } from '../postgres/checks.ts';
import { databaseClock, sampleOf } from '../postgres/clock.ts';
import { migrate } from '../postgres/migrate.ts';
import { createPool } from '../postgres/pool.ts';
import { createApp } from './app.ts';
import type { Deps } from './context.ts';
import { openDatabase } from './database.ts';
import { makeDemoAccounts } from './demo-accounts.ts';
import { seedDemo } from './demo-cases.ts';
import { buildDeps } from './deps.ts';
import { keysOf } from './keys.ts';
import { addressOf, drain, listen } from './listen.ts';
import { createLogger } from './log.ts';
import { nightlyBackup } from './nightly.ts';
import { isLoopback } from './setting-table.ts';
import type { Settings } from './settings.ts';

export interface Running {
  /** `http://127.0.0.1:3000` */
  address: string;
  deps: Deps;
  /** What an operator should know: append-only not enforced, a disk nearly full. */
  warnings: readonly Text[];
  /** Resolves when the own database has ended by itself: the host cannot go on. */
  ended: Promise<void>;
  /** Lets running answers end, then stops the runner and PostgreSQL. Harmless when called again. */
  stop(): Promise<void>;
}

export interface StartOptions {
  pauseAt?: EngineParts['pauseAt'];
  /** No log lines. */
  quiet?: boolean;
  /** Charts, plugins and sources of facts; those of the package of plugins when absent. */
  onBoard?: { catalogue: Catalogue; providerFactories: readonly ProviderFactory[] };
}

/** Milliseconds that running answers have when the host stops. */
const GRACE = 10_000;

/** The configuration cannot be started with; the text says what to do. */
export class StartRefused extends Error {
  readonly text: Text;
  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}

/** @throws StartRefused, DatabaseError, DistrictsRefused, PortBusy */
export async function startHost(settings: Settings, options: StartOptions = {}): Promise<Running> {
  const undo: (() => Promise<void> | void)[] = [];
  const stop = once(async () => {
    for (const step of undo.reverse()) await step();
  });
  try {
    // Faults of definitions are told before anything is begun.
    const { catalogue, providerFactories } = options.onBoard ?? (await import('../district/catalogue.ts'));
    const districts = openDistricts(settings.districtsDir ?? EXAMPLES, catalogue, providerFactories);
    const keys = keysOf(settings);
    // Before there is a clock of the database, lines carry the machine's time.
    const time = { now: () => new Date().toISOString() };
    const log = createLogger(settings.logLevel, () => time.now(), options.quiet ? false : undefined);
    const database = await openDatabase(settings, (line) =>
      log.debug('postgres', { error: line.replace(/^.*?(LOG|WARNING|ERROR|FATAL|HINT): {2}/, '$1 ') }),
    );
    undo.push(database.stop);
    const ran = await migrate(database.owner);
    if (ran.length) log.info('migrated', { count: ran.length });
    const report = await checkDatabase(database.engine, database.pages);
    if (report.errors[0]) throw report.errors[0];

    const sampling = createPool(database.engine, { max: 1, name: 'fengqiao clock', statementTimeout: 5_000 });
    undo.push(() => sampling.end());
    const clock = await databaseClock(
      () => sampleOf(sampling),
      (jump) => log.error('clock jumped', { ms: jump }),
    );
    undo.push(() => clock.stop());
    time.now = clock.now;

    const built = buildDeps({
      settings,
      keys,
      database,
      clock,
      log,
      districts,
      refresh: async (district) => districts.refresh(district),
      ...(options.pauseAt ? { pauseAt: options.pauseAt } : {}),
    });
    undo.push(built.close);
    await districts.attach(
      { store: built.store, query: (text, values) => built.store.pool.query(text, [...values]) as never },
      clock.now(),
    );
    const { deps } = built;
    await guardDemo(deps);
    if (settings.demo) await makeDemoAccounts(deps);
    built.runner.start();
    if (settings.demo) await seedDemo(deps, settings.districtsDir ?? EXAMPLES);

    if (database.embedded) undo.push(nightlyBackup(database.owner, settings.dataDir, clock, log));
    const server = await listen(createApp(deps), {
      host: settings.host,
      port: settings.port,
      given: settings.portGiven,
    });
    undo.push(() => drain(server, GRACE));
    const address = addressOf(server);
    log.info('listening', { address, pid: process.pid });
    return { address, deps, warnings: warningsOf(report), ended: endOf(database.ended, server), stop };
  } catch (error) {
    await stop().catch(() => {});
    throw error;
  }
}

/** Demo accounts have public passwords: whoever made them may not open the same data to others. */
async function guardDemo({ settings, accounts }: Deps): Promise<void> {
  if (settings.demo || isLoopback(settings.host) || !(await accounts.anyDemo())) return;
  throw new StartRefused({
    zh: '数据中有演示账号，其密码是公开的，不能在非本机地址上启动。请换一个 DATA_DIR 或数据库，或去掉 HOST',
    en: 'the data hold demo accounts with public passwords: they are not started on an open address. Choose another DATA_DIR or database, or leave HOST out',
  });
}

function warningsOf(report: Awaited<ReturnType<typeof checkDatabase>>): Text[] {
  const warnings: Text[] = [];
  if (!report.appendOnly)
    warnings.push({
      zh: '引擎登录拥有数据表，历史只增不改未由数据库强制',
      en: 'the login of the engine owns the tables: the database does not enforce that history is only added to',
    });
  if (!report.pagesApart)
    warnings.push({
      zh: '页面与引擎使用同一登录，行级安全未生效',
      en: 'pages use the login of the engine: row-level security does not guard them',
    });
  return warnings;
}

const endOf = async (database: Promise<void> | undefined, server: Server): Promise<void> => {
  await (database ?? new Promise<void>((resolve) => server.once('close', resolve)));
};

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return () => (running ??= work());
}
