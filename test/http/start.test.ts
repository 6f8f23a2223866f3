/** A host from its settings to its end, on the database that it brings. */
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { libraryChart } from '../../packages/core/src/testing/library/index.ts';
import { DEMO_PASSWORD } from '../../packages/server/src/host/demo-accounts.ts';
import { listen } from '../../packages/server/src/host/listen.ts';
import { readSettings, type Settings } from '../../packages/server/src/host/settings.ts';
import { type Running, startHost } from '../../packages/server/src/host/start.ts';
import { libraryHost } from './support.ts';

let folder: string;
let running: Running | undefined;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fengqiao-start-'));
  for (const id of ['shu', 'xiang']) {
    mkdirSync(join(folder, 'districts', id), { recursive: true });
    writeFileSync(join(folder, 'districts', id, 'district.json'), JSON.stringify(district(id)));
    writeFileSync(join(folder, 'districts', id, 'demo.json'), JSON.stringify(demo(id)));
  }
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const district = (id: string) => ({
  id,
  zh: '书香区',
  en: 'library district',
  zone: 'Asia/Shanghai',
  charts: [{ kind: 'loan', path: 'loans', plugins: [], preset: { id: 'plain', params: {} } }],
  units: [{ id: `${id}.main`, zh: '总馆', en: 'main library', kind: 'centre' }],
  people: [
    { id: `${id}.li`, name: '李明', login: `${id}-li` },
    { id: `${id}.re`, name: '周桂芬', login: `${id}-re` },
  ],
  posts: [
    { id: `${id}.li.1`, unit: `${id}.main`, role: 'librarian', person: `${id}.li` },
    { id: `${id}.re.1`, unit: `${id}.main`, role: 'reader', person: `${id}.re` },
  ],
  rosters: [],
  duties: [],
});
const demo = (id: string) => [
  {
    id: 'first',
    kind: 'loan',
    steps: [
      {
        as: `${id}-re`,
        event: 'REQUEST',
        with: { reader: '周桂芬', card: 'C-1', copies: [{ id: 'b1', title: '红楼梦', kind: 'regular' }] },
      },
      { as: `${id}-li`, event: 'LEND', on: -3 },
    ],
  },
];
const onBoard = {
  catalogue: { charts: [libraryChart], plugins: [] },
  providerFactories: [() => [{ id: 'cardValid', version: 1, answer: () => true }]],
};
const settingsOf = (env: { [name: string]: string } = {}): Settings => {
  const read = readSettings({
    DATA_DIR: join(folder, 'data'),
    DISTRICTS: join(folder, 'districts'),
    PORT: '0',
    ...env,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.settings;
};
const start = async (env: { [name: string]: string } = {}) => {
  running = await startHost(settingsOf(env), { quiet: true, onBoard });
  return running;
};

describe('a host', () => {
  it('starts from nothing, says so, plays its demo once, stops and starts again with its data', async () => {
    const first = await start();
    expect(first.warnings).toEqual([]);
    expect((await fetch(`${first.address}/healthz`)).status).toBe(200);
    const ready = await fetch(`${first.address}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([200, { ready: true }]);
    const page = await (await fetch(`${first.address}/`)).text();
    expect(page).toContain('shu-li');
    expect(page).toContain(DEMO_PASSWORD);
    expect(statSync(join(folder, 'data', 'keys', 'data')).mode & 0o077).toBe(0);
    const count = async (host: Running) =>
      (await host.deps.database.query('select district, seq from subject order by district')).rows;
    const before = await count(first);
    expect(before).toEqual([
      { district: 'shu', seq: 2 },
      { district: 'xiang', seq: 2 },
    ]);
    await first.stop();
    const second = await start();
    expect(await count(second)).toEqual(before);
    expect(await second.deps.accounts.signIn('shu-li', DEMO_PASSWORD)).toMatchObject({ person: 'shu.li', demo: true });
  }, 90_000);

  it('is not started on an open address over data with demo accounts', async () => {
    await expect(start({ HOST: '0.0.0.0', DEMO: 'off' })).rejects.toMatchObject({
      text: { zh: expect.stringContaining('演示账号') },
    });
  }, 60_000);

  it('is not ready when its database does not answer, and still alive', async () => {
    const host = await libraryHost();
    expect((await host.browser().get('/readyz')).status).toBe(200);
    await host.close();
    expect((await host.browser().get('/readyz')).status).toBe(503);
    expect((await host.browser().get('/healthz')).status).toBe(200);
  });
});

describe('ports', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });
  const busy = async (): Promise<number> => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    servers.push(server);
    return (server.address() as AddressInfo).port;
  };

  it('a busy default port gives way to the next free one', async () => {
    const port = await busy();
    const server = await listen(() => {}, { host: '127.0.0.1', port, given: false });
    servers.push(server);
    expect((server.address() as AddressInfo).port).toBeGreaterThan(port);
  });
  it('a busy port that was asked for is an error with a text', async () => {
    const port = await busy();
    await expect(listen(() => {}, { host: '127.0.0.1', port, given: true })).rejects.toMatchObject({
      text: { en: expect.stringContaining(String(port)) },
    });
  });
});
