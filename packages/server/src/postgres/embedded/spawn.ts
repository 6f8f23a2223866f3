/** Runs the binaries so that nothing outlives the host. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { DatabaseError } from '../errors.ts';
import type { Account } from './account.ts';

/**
 * PostgreSQL is named its data directory as the folder in which it stands: we enter the folder before we give up root,
 * so parents that only root may enter do no harm. (`-D .` will not do: it is made absolute and entered again.)
 */
export const HERE = process.platform === 'linux' ? '/proc/self/cwd' : '.';

const environment = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' });

/** Runs a program of the package to its end, standing in `folder`. @throws DatabaseError INITDB_FAILED with its last words. */
export function runToEnd(program: string, args: readonly string[], folder: string, who: Account, input = ''): void {
  const options = { ...who, cwd: folder, env: environment(), encoding: 'utf8' as const, input };
  const done = spawnSync(program, [...args], options);
  const said = `${done.error?.message ?? ''} ${done.stderr ?? ''}`;
  // a single-user server reports a failed statement and goes on, with exit code 0
  if (done.error || done.status !== 0 || /\b(ERROR|FATAL|PANIC): /.test(said)) {
    throw new DatabaseError('INITDB_FAILED', `${path.basename(program)}: ${said.trim().slice(-1000)}`);
  }
}

/**
 * A shell stands between host and server. Its input is a pipe from the host: when the host dies, however it dies, the
 * pipe ends and the shell stops the server (SIGINT: fast shutdown).
 */
const WATCHDOG = [
  'exec 3<&0',
  '"$@" </dev/null 3<&- & p=$!',
  "trap 'kill -INT $p' TERM INT",
  '(cat <&3 >/dev/null; kill -INT $p 2>/dev/null) & w=$!',
  // a trapped signal ends a wait early
  'while kill -0 $p 2>/dev/null; do wait $p; r=$?; done',
  'kill $w 2>/dev/null',
  'exit $r',
].join('\n');

/** Starts the server under the watchdog, in a session of its own so that Ctrl-C reaches the host only. */
export function spawnServer(postgres: string, args: readonly string[], folder: string, who: Account): ChildProcess {
  const command = ['-c', WATCHDOG, 'sh', postgres, '-D', HERE, ...args];
  return spawn('/bin/sh', command, {
    ...who,
    cwd: folder,
    env: environment(),
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
}
