/** kill -9 of the host at named places: what was acknowledged is there, and the form sent again gets its first answer. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '../../packages/server/src/host/demo-accounts.ts';
import { inputsOf } from '../http/support.ts';

const main = fileURLToPath(new URL('../../packages/server/src/main.ts', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
let child: ChildProcess | undefined;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fengqiao-kill-'));
});
afterAll(async () => {
  if (child?.exitCode === null) await ended(child, 'SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

const ended = (process: ChildProcess, signal: NodeJS.Signals) =>
  new Promise<void>((resolve) => {
    process.once('exit', () => resolve());
    process.kill(signal);
  });

/** A host of its own process; resolves with its address, and with what it says at the place where it stops. */
async function start(pauseAt?: string): Promise<{ address: string; paused: Promise<void> }> {
  const own = spawn(process.execPath, ['--conditions=@fengqiao/source', '--import', 'tsx', main], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      DATA_DIR: join(folder, 'data'),
      PORT: '0',
      LOG_LEVEL: 'error',
      ...(pauseAt ? { FENGQIAO_PAUSE_AT: pauseAt } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child = own;
  let said = '';
  const paused = new Promise<void>((resolve) => {
    own.stderr!.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('paused: ')) resolve();
    });
  });
  const address = await new Promise<string>((resolve, reject) => {
    own.stdout!.setEncoding('utf8').on('data', (text: string) => {
      const found = /http:\/\/[0-9.:]+/.exec(text);
      if (found) resolve(found[0]);
    });
    own.once('exit', () => reject(new Error(said)));
  });
  return { address, paused };
}

/** A browser that keeps its cookies over restarts of the host. */
class Browser {
  private readonly cookies = new Map<string, string>();
  async go(url: string, fields?: readonly (readonly [string, string])[], signal?: AbortSignal) {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: {
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(fields ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(fields
        ? { method: 'POST', body: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString() }
        : {}),
      ...(signal ? { signal } : {}),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      this.cookies.set(name!, value!);
    }
    return { status: answer.status, location: answer.headers.get('location') ?? '', text: await answer.text() };
  }
}

const party = (n: number, standing: string): [string, string][] => [
  [`parties.${n}.kind`, 'natural_person'],
  [`parties.${n}.role`, standing],
  [`parties.${n}.side`, standing],
  [`parties.${n}.name`, `当事人${n + 1}`],
  [`parties.${n}.phone`, `1381111000${n}`],
];
const typed: [string, string][] = [
  ['source', 'party_application'],
  ['disputeType', 'neighbour'],
  ...party(0, 'applicant'),
  ...party(1, 'respondent'),
  ['facts', '杀掉主机之前写下的纠纷事实，一个字也不能少。'],
  ['claims.0.text', '停止侵扰'],
  ['involvedPersons', '2'],
  ['place', '东篱社区'],
  ['gridCode', 'HT-DL'],
  ['applicationForm', 'written'],
  ['voluntaryStatement', 'true'],
  ['noticeVersion', '2026'],
];

it('between arrival and commit, and between commit and answer', async () => {
  let host = await start();
  const browser = new Browser();
  const login = await browser.go(`${host.address}/login`);
  const hidden = inputsOf(login.text, '/login').filter(([name]) => name.startsWith('_'));
  expect(
    (await browser.go(`${host.address}/login`, [...hidden, ['login', 'dengji'], ['password', DEMO_PASSWORD]])).status,
  ).toBe(303);
  const known = async (at: string) =>
    (await browser.go(`${at}/cases?view=all&size=100`)).text.match(/<tr[^>]*>[\s\S]*?href="\/cases\/[0-9a-f-]{36}"/g)!
      .length;
  const address = '/cases/new/OPEN';
  let before = await known(host.address);
  for (const place of ['arrived', 'committed']) {
    await ended(child!, 'SIGTERM');
    host = await start(place);
    const fresh = await browser.go(`${host.address}${address}`);
    const fields = [...inputsOf(fresh.text, address).filter(([name]) => name.startsWith('_')), ...typed];
    const lost = browser.go(`${host.address}${address}`, fields).then(
      () => 'answered',
      () => 'lost',
    );
    await host.paused;
    await ended(child!, 'SIGKILL');
    expect(await lost).toBe('lost');
    host = await start();
    const after = await known(host.address);
    expect([place, after]).toEqual([place, place === 'arrived' ? before : before + 1]);
    // The same form, sent again by the same session: its first answer, once.
    const again = await browser.go(`${host.address}${address}`, fields);
    expect([place, again.status]).toEqual([place, 303]);
    expect(again.location).toMatch(/^\/cases\/[0-9a-f-]{36}\?done=OPEN$/);
    before += 1;
    expect(await known(host.address)).toBe(before);
    const twice = await browser.go(`${host.address}${address}`, fields);
    expect(twice.location).toBe(again.location);
    expect(await known(host.address)).toBe(before);
  }
}, 240_000);
