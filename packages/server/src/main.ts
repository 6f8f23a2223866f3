/** `npm start`: a host with its settings from the environment. Says on stdout where it is, in Chinese and English. */
import { pathToFileURL } from 'node:url';
import { DEMO_PASSWORD, demoAccounts, demoAccountsOf } from './host/demo-accounts.ts';
import { linesOf } from './host/error-lines.ts';
import { pauser } from './host/pause.ts';
import { faultLines, readSettings } from './host/settings.ts';
import type { Running } from './host/start.ts';
import { startHost } from './host/start.ts';

const out = (line: string) => void process.stdout.write(`${line}\n`);
const err = (line: string) => void process.stderr.write(`${line}\n`);

/** Runs until a signal or the end of the database. @returns the exit code */
export async function main(env: { [name: string]: string | undefined }): Promise<number> {
  const read = readSettings(env);
  if (!read.ok) {
    for (const line of faultLines(read.faults)) err(line);
    return 1;
  }
  let host: Running;
  try {
    const pauseAt = pauser(env.FENGQIAO_PAUSE_AT, err);
    host = await startHost(read.settings, pauseAt ? { pauseAt } : {});
  } catch (error) {
    for (const line of linesOf(error)) err(line);
    return 1;
  }
  greet(host);
  const why = await Promise.race([signal(), host.ended.then(() => 'ended' as const)]);
  err(why === 'ended' ? '数据库已停止，退出 / the database has ended, leaving' : '正在停止 / stopping');
  await host.stop();
  return why === 'ended' ? 1 : 0;
}

function greet({ address, deps, warnings }: Running): void {
  out(`枫桥已启动：${address}`);
  out(`Fengqiao is ready: ${address}`);
  for (const warning of warnings) err(`注意 / note: ${warning.zh} / ${warning.en}`);
  if (!deps.settings.demo) return;
  out(`演示账号（密码均为 ${DEMO_PASSWORD}） / demo accounts (password of all: ${DEMO_PASSWORD})`);
  const { accounts } = demoAccounts(deps);
  for (const district of deps.districts.list()) {
    out(`${district.zh} / ${district.en}`);
    const own = new Set(demoAccountsOf(district).map(({ login }) => login));
    for (const { account, name, post } of accounts) {
      const text = typeof post === 'string' ? { zh: post, en: post } : post;
      if (own.has(account) && text.zh) out(`  ${account.padEnd(18)} ${name}  ${text.zh} / ${text.en}`);
    }
  }
}

const signal = (): Promise<'signal'> =>
  new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => resolve('signal'));
  });

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await main(process.env);
  // Timers of libraries may not hold a host that has stopped.
  process.exit();
}
