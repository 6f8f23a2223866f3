/** Life of the embedded database, each time with a real host process that owns it. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { checkDatabase } from '../../packages/server/src/postgres/checks.ts';
import { accountFor } from '../../packages/server/src/postgres/embedded/account.ts';
import { reachableBinaries } from '../../packages/server/src/postgres/embedded/binaries.ts';
import { lowDisk, runningServer } from '../../packages/server/src/postgres/embedded/folder.ts';
import { attachEmbedded, startEmbedded } from '../../packages/server/src/postgres/embedded/index.ts';
import { hydrateLinks, nativeFolder } from '../../packages/server/src/postgres/embedded/platform.ts';

const root = process.getuid?.() === 0;
const repository = fileURLToPath(new URL('../..', import.meta.url));
const host = fileURLToPath(new URL('../support/embedded-host.ts', import.meta.url));
const made: string[] = [];
/** A folder that only we may enter, as the home of root is. */
function closedFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'fq-emb-'));
  chmodSync(folder, 0o700);
  made.push(folder);
  return folder;
}
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

interface Host {
  child: ChildProcess;
  /** What it said when it was up, or why it was not. */
  first: { pid?: number; code?: string; message?: string };
}
/** Starts a host in a process of its own on the folder and waits for its first line. */
function startHost(dataDir: string, options: { uid?: number; gid?: number } = {}): Promise<Host> {
  const child = spawn(process.execPath, ['--conditions=@fengqiao/source', '--import', 'tsx', host, dataDir], {
    ...options,
    cwd: repository,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.stdout
      .setEncoding('utf8')
      .once('data', (line: string) => resolve({ child, first: JSON.parse(line) as Host['first'] }));
  });
}
const gone = async (alive: () => boolean): Promise<boolean> => {
  for (let tries = 0; tries < 300 && alive(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  return !alive();
};
const ended = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.once('exit', resolve));
async function ask(dataDir: string, text: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ ...attachEmbedded(dataDir)?.owner });
  await client.connect();
  try {
    return await client.query(text);
  } finally {
    await client.end();
  }
}
const cluster = (dataDir: string): string => path.join(dataDir, 'postgres');

test('makes, starts and stops a database inside a folder that only its owner may enter, and finds its data again', async () => {
  const dataDir = path.join(closedFolder(), 'data');
  const first = await startEmbedded({ dataDir });
  expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  expect(statSync(cluster(dataDir)).mode & 0o777).toBe(0o700);
  if (root) expect(statSync(cluster(dataDir)).uid).not.toBe(0);
  const client = new pg.Client(first.owner);
  await client.connect();
  const { rows } = await client.query(
    `select current_setting('listen_addresses') as net, current_setting('fsync') as fsync, datlocale as locale, datctype as ctype from pg_database where datname = current_database()`,
  );
  expect(rows).toEqual([{ net: '', fsync: 'on', locale: 'C.UTF-8', ctype: 'C.UTF-8' }]);
  await client.query('create table kept (v text)');
  await client.query(`insert into kept values ('枫桥')`);
  await client.end();
  await first.stop();
  await first.stop();
  expect(runningServer(cluster(dataDir))).toBeUndefined();
  expect(existsSync(path.join(cluster(dataDir), 'postmaster.pid'))).toBe(false);
  const second = await startEmbedded({ dataDir });
  expect((await ask(dataDir, 'select v from kept')).rows).toEqual([{ v: '枫桥' }]);
  await second.stop();
});

test('nobody signs in as superuser, and nobody but the three logins signs in', async () => {
  const dataDir = path.join(closedFolder(), 'data');
  const embedded = await startEmbedded({ dataDir });
  for (const user of ['fengqiao_cluster', 'postgres', 'root']) {
    const client = new pg.Client({ ...embedded.owner, user });
    await expect(client.connect(), user).rejects.toMatchObject({ code: expect.stringMatching(/^28/) });
  }
  await embedded.stop();
});

test('a second host on the folder is refused with a code, and the first goes on', async () => {
  const dataDir = path.join(closedFolder(), 'data');
  const one = await startHost(dataDir);
  expect(one.first.pid).toBeGreaterThan(1);
  const two = await startHost(dataDir);
  expect(two.first).toMatchObject({ code: 'DATA_DIR_IN_USE', message: expect.stringContaining('Another host') });
  await expect(startEmbedded({ dataDir })).rejects.toMatchObject({
    code: 'DATA_DIR_IN_USE',
    text: { zh: expect.stringContaining('另一个主机') },
  });
  expect((await ask(dataDir, 'select 1 as one')).rows).toEqual([{ one: 1 }]);
  const end = ended(one.child);
  one.child.kill('SIGTERM');
  expect(await end).toBe(0);
  expect(runningServer(cluster(dataDir))).toBeUndefined();
});

test('two hosts that begin at once on an empty folder: one runs, one is refused', async () => {
  const dataDir = path.join(closedFolder(), 'data');
  const hosts = await Promise.all([startHost(dataDir), startHost(dataDir)]);
  expect(hosts.map(({ first }) => first.code ?? 'up').sort()).toEqual(['DATA_DIR_IN_USE', 'up']);
  for (const { child } of hosts) child.kill('SIGTERM');
  expect(await gone(() => runningServer(cluster(dataDir)) !== undefined)).toBe(true);
});

test('kill -9 of the host leaves no server behind, and the next host starts with what was acknowledged', async () => {
  const dataDir = path.join(closedFolder(), 'data');
  const { child, first } = await startHost(dataDir);
  await ask(dataDir, 'create table kept (n int)');
  await ask(dataDir, 'insert into kept values (7)');
  child.kill('SIGKILL');
  // the next one comes while the server is still on its way down
  const next = await startHost(dataDir);
  expect(next.first.pid).toBeGreaterThan(1);
  expect(next.first.pid).not.toBe(first.pid);
  expect((await ask(dataDir, 'select n from kept')).rows).toEqual([{ n: 7 }]);
  next.child.kill('SIGKILL');
  expect(await gone(() => runningServer(cluster(dataDir)) !== undefined)).toBe(true);
});

test('kill -9 of the server: the host hears of it, and the next start brings it back', async () => {
  const dataDir = path.join(closedFolder(), 'data');
  const embedded = await startEmbedded({ dataDir });
  await ask(dataDir, 'create table kept (n int)');
  process.kill(embedded.pid, 'SIGKILL');
  await embedded.ended;
  expect(existsSync(path.join(cluster(dataDir), 'postmaster.pid'))).toBe(true);
  const again = await startEmbedded({ dataDir });
  expect((await ask(dataDir, 'select * from kept')).rows).toEqual([]);
  await again.stop();
});

test('a host whose watching shell was killed still ends its server', async () => {
  const dataDir = path.join(closedFolder(), 'data');
  const embedded = await startEmbedded({ dataDir });
  const shell = Number(/^\d+ \(.*\) . (\d+)/.exec(readFileSync(`/proc/${embedded.pid}/stat`, 'utf8'))?.[1]);
  process.kill(shell, 'SIGKILL');
  await embedded.ended;
  expect(runningServer(cluster(dataDir))?.pid).toBe(embedded.pid);
  await embedded.stop();
  expect(runningServer(cluster(dataDir))).toBeUndefined();
});

test('a lock file whose number belongs to another process now does not stop the start', async () => {
  const dataDir = path.join(closedFolder(), 'data');
  await (await startEmbedded({ dataDir })).stop();
  const lock = path.join(cluster(dataDir), 'postmaster.pid');
  writeFileSync(lock, `${process.pid}\n/somewhere\n1700000000\n5432\n.\n\n0 0\nready\n`);
  expect(runningServer(cluster(dataDir))).toBeUndefined();
  const embedded = await startEmbedded({ dataDir });
  expect(Number(readFileSync(lock, 'utf8').split('\n')[0])).toBe(embedded.pid);
  await embedded.stop();
});

test('what a killed initdb left is cleared away', async () => {
  const dataDir = path.join(closedFolder(), 'data');
  mkdirSync(`${cluster(dataDir)}.new-4194300`, { recursive: true });
  await (await startEmbedded({ dataDir })).stop();
  expect(existsSync(`${cluster(dataDir)}.new-4194300`)).toBe(false);
});

test('a folder of another major version is refused with the command to run', async () => {
  const dataDir = closedFolder();
  mkdirSync(cluster(dataDir));
  if (root) chownSync(cluster(dataDir), 65_534, 65_534);
  writeFileSync(path.join(cluster(dataDir), 'PG_VERSION'), '17\n');
  await expect(startEmbedded({ dataDir })).rejects.toMatchObject({
    code: 'DATA_DIR_MAJOR',
    message: expect.stringContaining('fengqiao backup'),
  });
});

test('an unknown platform is told of DATABASE_URL in one sentence', () => {
  expect(() => nativeFolder('sunos-mips')).toThrow(
    expect.objectContaining({ code: 'PLATFORM_UNKNOWN', message: expect.stringMatching(/DATABASE_URL/) }),
  );
  expect(() => nativeFolder('win32-x64')).toThrow(expect.objectContaining({ code: 'PLATFORM_UNKNOWN' }));
});

test('less than 1 GB of free disk is a warning with the free space', () => {
  expect(lowDisk(os.tmpdir(), 0)).toBeUndefined();
  expect(lowDisk(os.tmpdir(), Number.MAX_SAFE_INTEGER)).toMatchObject({
    code: 'DISK_LOW',
    detail: expect.stringMatching(/^\d+ MB$/),
  });
});

test('a path too long for a socket works', async () => {
  const dataDir = path.join(closedFolder(), 'a'.repeat(100), 'data');
  const embedded = await startEmbedded({ dataDir });
  expect((await ask(dataDir, 'select 1 as one')).rows).toEqual([{ one: 1 }]);
  await embedded.stop();
});

test('binaries whose links npm did not make, below a folder that only root may enter, are made to work', () => {
  const folder = closedFolder();
  const native = path.join(folder, 'native');
  cpSync(nativeFolder(), native, { recursive: true, verbatimSymlinks: true });
  const links = JSON.parse(readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8')) as { target: string }[];
  for (const { target } of links) rmSync(path.join(native, path.relative('native', target)));
  const version = (bin: string, who: object) =>
    spawnSync(path.join(bin, 'bin', 'postgres'), ['--version'], { ...who, cwd: '/', encoding: 'utf8' });
  expect(version(native, {}).status).not.toBe(0);
  expect(hydrateLinks(native)).toBe(links.length);
  expect(hydrateLinks(native)).toBe(0);
  expect(version(native, {}).stdout).toMatch(/18\./);
  if (!root) return;
  const who = accountFor(undefined);
  expect(version(native, who).status).not.toBe(0);
  const place = reachableBinaries(native, who);
  made.push(place);
  expect(place).not.toBe(native);
  expect(version(place, who).stdout).toMatch(/18\./);
  expect(reachableBinaries(native, who)).toBe(place);
});

test.runIf(root)('an ordinary user runs it as that user', async () => {
  const folder = closedFolder();
  const who = { uid: 65_534, gid: 65_534 };
  chownSync(folder, who.uid, who.gid);
  const { child, first } = await startHost(path.join(folder, 'data'), who);
  expect(first.pid).toBeGreaterThan(1);
  expect(statSync(cluster(path.join(folder, 'data'))).uid).toBe(who.uid);
  // root joins the folder as the account that owns it, and is refused while it is in use
  await expect(startEmbedded({ dataDir: path.join(folder, 'data') })).rejects.toMatchObject({
    code: 'DATA_DIR_IN_USE',
  });
  const end = ended(child);
  child.kill('SIGTERM');
  expect(await end).toBe(0);
  await (await startEmbedded({ dataDir: path.join(folder, 'data') })).stop();
});

test.runIf(root)('the folder of another account is refused', async () => {
  const folder = closedFolder();
  chmodSync(folder, 0o755);
  mkdirSync(path.join(folder, 'postgres'));
  const { first } = await startHost(folder, { uid: 65_534, gid: 65_534 });
  expect(first).toMatchObject({ code: 'DATA_DIR_NOT_OURS' });
});

test('a server with fsync off is named', async () => {
  const dataDir = path.join(closedFolder(), 'data');
  const embedded = await startEmbedded({ dataDir, settings: ['fsync=off'] });
  expect((await checkDatabase(embedded.engine)).errors.map((error) => error.code)).toEqual(['FSYNC_OFF']);
  await embedded.stop();
});
