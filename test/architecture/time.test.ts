import { describe, expect, it } from 'vitest';
import { planted } from './planted.ts';
import { isCode, isTest, type Source, sourcesBelow } from './sources.ts';
import { callsOf, tokensOf } from './tokens.ts';

/** Functions of SQL that read the database's clock. */
const SQL_CLOCK =
  /\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(\s*\)|\b(current_(timestamp|date|time)|localtime(stamp)?)\b/i;
/** The production clock samples the database's time: the one place where SQL may read it. */
const CLOCK_FILE = /^packages\/server\/src\/postgres\/clock\.ts$/;
const CLOCK_CALLS = new Set(['Date.now', 'performance.now', 'process.hrtime', 'process.hrtime.bigint']);
const CHANCE_CALLS = new Set([
  'Math.random',
  'randomUUID',
  'randomBytes',
  'randomInt',
  'crypto.randomUUID',
  'crypto.getRandomValues',
]);

const production = (path: string) => isCode(path) && !isTest(path);
const sqlClocks = (sources: Source[]) =>
  sources
    .filter((source) =>
      (source.path.endsWith('.sql') ? [source.text] : tokensOf(source).strings).some((text) => SQL_CLOCK.test(text)),
    )
    .map((source) => source.path);
const readsClock = (sources: Source[]) =>
  sources.flatMap((source) =>
    callsOf(source)
      .filter(
        (call) =>
          CLOCK_CALLS.has(call.name) ||
          (call.name === 'Date' && call.args === 0) ||
          (call.name === 'Date' && !call.made),
      )
      .map((call) => `${source.path}: ${call.made ? 'new ' : ''}${call.name}()`),
  );
const drawsChance = (sources: Source[]) =>
  sources.flatMap((source) =>
    callsOf(source)
      .filter((call) => CHANCE_CALLS.has(call.name))
      .map((call) => `${source.path}: ${call.name}()`),
  );

describe('time and chance', () => {
  it('SQL never reads the clock, except to sample it', () => {
    const server = sourcesBelow('packages/server', (path) => production(path) || path.endsWith('.sql'));
    const found = sqlClocks(server);
    expect(found.filter((path) => !CLOCK_FILE.test(path))).toEqual([]);
    expect(server.length).toBeGreaterThan(40);
  });
  it('core and the charts read no clock', () => {
    const pure = [
      ...sourcesBelow('packages/core/src', production),
      ...sourcesBelow('packages/plugins/src', production),
    ];
    expect(readsClock(pure)).toEqual([]);
    expect(pure.length).toBeGreaterThan(80);
  });
  it('deciding draws no chance', () => {
    const deciding = ['language', 'meaning', 'calendar', 'chart', 'compose', 'machine', 'verify'].flatMap((folder) =>
      sourcesBelow(`packages/core/src/${folder}`, production),
    );
    expect(drawsChance([...deciding, ...sourcesBelow('packages/plugins/src', production)])).toEqual([]);
  });
  it('finds what is planted', async () => {
    const files = {
      'packages/a.ts': 'const sql = `insert into x values (now())`;',
      'packages/b.ts': 'const at = clock.now(); // now()',
      'packages/c.sql': 'alter table x alter y set default current_timestamp;',
      'packages/d.ts': 'const a = Date.now(), b = new Date(), c = new Date(1), d = Math.random(), e = Date();',
    };
    const [sql, clock, chance] = await planted(files, (root) => {
      const sources = sourcesBelow('packages', () => true, root);
      const code = sources.filter((source) => isCode(source.path));
      return [sqlClocks(sources), readsClock(code), drawsChance(code)];
    });
    expect(sql).toEqual(['packages/a.ts', 'packages/c.sql']);
    expect(clock).toEqual(['packages/d.ts: Date.now()', 'packages/d.ts: new Date()', 'packages/d.ts: Date()']);
    expect(chance).toEqual(['packages/d.ts: Math.random()']);
  });
});
