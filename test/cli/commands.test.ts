/** The command line: what goes to stdout and stderr, and the exit codes. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command, Io } from '../../packages/server/src/cli/command.ts';
import { commands } from '../../packages/server/src/cli/commands.ts';
import { run } from '../../packages/server/src/cli/run.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fengqiao-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function call(
  words: string,
  env: { [name: string]: string } = {},
  typed = '',
  known: readonly Command[] = commands,
) {
  const said = { out: [] as string[], err: [] as string[] };
  const io: Io = {
    out: (line) => said.out.push(line),
    err: (line) => said.err.push(line),
    env: { DATA_DIR: join(folder, 'data'), ...env },
    input: async () => typed,
  };
  const code = await run(known, words.split(' ').filter(Boolean), io);
  return { code, out: said.out.join('\n'), err: said.err.join('\n') };
}

describe('misuse', () => {
  it('ends with 2, the usage on stderr, nothing on stdout', async () => {
    for (const words of [
      '',
      'nothing',
      'check',
      'check a b',
      'check --loud x',
      'admin',
      'admin create',
      'admin create x',
      'term a b',
      'backup',
      'check haitang --budget none',
    ]) {
      const { code, out, err } = await call(words);
      expect([words, code, out]).toEqual([words, 2, '']);
      expect(err).not.toBe('');
    }
  });
  it('help is a result', async () => {
    const all = await call('help');
    expect(all.code).toBe(0);
    for (const { usage } of commands) expect(all.out).toContain(usage);
    expect((await call('term --help')).out).toContain('term <district>');
  });
  it('every command says what it does in both languages, and is named once', () => {
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
    for (const { zh, en } of commands) {
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(en).toMatch(/^[a-z]/);
    }
  });
  it('wrong settings too', async () => {
    expect((await call('migrate', { DATABASE_URL: 'mysql://h/d' })).code).toBe(2);
  });
  it('a failure ends with 1 and its text', async () => {
    const fails: Command = {
      name: 'x',
      usage: 'x',
      zh: '无',
      en: 'none',
      takes: [0, 0],
      run: () => Promise.reject(Object.assign(new Error('no'), { text: { zh: '出错', en: 'wrong' } })),
    };
    expect(await call('x', {}, '', [fails])).toEqual({ code: 1, out: '', err: '出错 / wrong' });
  });
});

describe('data', () => {
  it('migrates, and audits an empty database', async () => {
    const first = await call('migrate --json');
    expect(first.code).toBe(0);
    expect(JSON.parse(first.out).ran.length).toBeGreaterThan(2);
    expect(JSON.parse((await call('migrate --json')).out)).toEqual({ ran: [] });
    const audit = await call('audit verify --json');
    expect([audit.code, JSON.parse(audit.out)]).toEqual([0, { subjects: 0, entries: 0, faults: [] }]);
  }, 90_000);
  it('backs up into a folder and brings it back into an empty database', async () => {
    const made = await call(`backup ${join(folder, 'copies')} --json`);
    expect(made.code).toBe(0);
    expect(JSON.parse(made.out).file).toContain('.backup.gz');
    const back = await call(`restore ${join(folder, 'copies')} --json`, { DATA_DIR: join(folder, 'other') });
    expect([back.code, back.err]).toEqual([0, '']);
    const full = await call(`restore ${join(folder, 'nothing')}`, { DATA_DIR: join(folder, 'third') });
    expect(full.code).toBe(1);
    expect(full.err).toMatch(/备份/);
  }, 120_000);
});

describe('npx fengqiao', () => {
  const bin = fileURLToPath(new URL('../../packages/server/bin/fengqiao.mjs', import.meta.url));
  const started = (args: string[], env: { [name: string]: string } = {}) =>
    new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
      const child = spawn(process.execPath, [bin, ...args], {
        cwd: folder,
        env: { PATH: process.env.PATH ?? '', HOME: folder, DATA_DIR: join(folder, 'data'), ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let [out, err] = ['', ''];
      child.stdout.setEncoding('utf8').on('data', (text) => {
        out += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text) => {
        err += text;
      });
      child.on('close', (code) => resolve({ code, out, err }));
    });

  it('works without a build, in any folder', async () => {
    const help = await started(['help']);
    expect([help.code, help.err]).toEqual([0, '']);
    expect(help.out).toContain('audit verify');
    expect((await started(['nothing'])).code).toBe(2);
  }, 60_000);
  it('start with wrong settings ends with 1 and names them all', async () => {
    const wrong = await started(['start'], { PORT: 'x', LOG_LEVEL: 'y' });
    expect([wrong.code, wrong.out]).toEqual([1, '']);
    expect(wrong.err).toContain('PORT：');
    expect(wrong.err).toContain('LOG_LEVEL：');
  }, 60_000);
  it('start on a busy port that was asked for ends with 1', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const { port } = server.address() as AddressInfo;
    const busy = await started(['start'], { PORT: String(port), DATA_DIR: join(folder, 'busy') });
    server.close();
    expect(busy.code).toBe(1);
    expect(busy.err).toContain(`端口 ${port} 已被占用`);
  }, 90_000);
});

describe('definitions', () => {
  it('checks a district: the findings and the proof, as text and as JSON', async () => {
    const { code, out } = await call('check haitang --budget 20 --json');
    const { district, charts } = JSON.parse(out);
    expect(district).toBe('haitang');
    expect(charts.map((chart: { kind: string }) => chart.kind)).toEqual(['dispute', 'order']);
    // A budget that ends early is "unknown" and never "sound".
    expect(charts[0].verification.verdict).not.toBe('sound');
    expect([1, 3]).toContain(code);
    const unknown = await call('check nowhere');
    expect([unknown.code, unknown.out]).toEqual([1, '']);
    expect(unknown.err).toContain('haitang');
  }, 120_000);
  it('lists rules with their basis', async () => {
    const { code, out } = await call('rules haitang dispute --json');
    expect(code).toBe(0);
    const rules = JSON.parse(out) as { id: string; law: { basis?: string }[]; zh: string }[];
    expect(rules.length).toBeGreaterThan(50);
    expect(rules.some((rule) => rule.law.some((law) => law.basis))).toBe(true);
    expect((await call('rules haitang nothing')).code).toBe(1);
  });
  it('computes a term and tells the working on stderr', async () => {
    const found = await call('term haitang dispute DL-JC-APPLY 2026-09-20');
    expect(found.code).toBe(0);
    expect(found.out).toMatch(/^2026-10-\d\d$/);
    expect(found.err).not.toBe('');
    expect((await call('term haitang dispute DL-JC-APPLY soon')).code).toBe(1);
    expect((await call('term haitang dispute NOTHING 2026-09-20')).code).toBe(1);
  });
  it('draws a chart', async () => {
    const { code, out } = await call('diagram haitang order --lang en');
    expect(code).toBe(0);
    expect(out).toContain('<svg');
    expect((await call('diagram haitang order --lang fr')).code).toBe(2);
  });
  it('makes an account for a person of the district, once', async () => {
    const data = { DATA_DIR: join(folder, 'accounts') };
    const made = await call('admin create Admin --district haitang --person ht.feng --json', data, 'a long password\n');
    expect([made.code, JSON.parse(made.out)]).toEqual([0, { login: 'admin', district: 'haitang', person: 'ht.feng' }]);
    const again = await call('admin create admin --district haitang --person ht.feng', data, 'a long password\n');
    expect([again.code, again.out]).toEqual([1, '']);
    const drawn = await call('admin create other --district haitang --person ht.feng --json', data);
    expect(JSON.parse(drawn.out).password.length).toBeGreaterThanOrEqual(10);
    expect((await call('admin create third --district haitang --person nobody', data)).code).toBe(1);
    expect((await call('admin create third --district haitang --person ht.feng', data, 'short')).code).toBe(1);
  }, 120_000);
});
