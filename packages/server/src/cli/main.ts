/** Entry of `fengqiao`. */

import type { Io } from './command.ts';
import { commands } from './commands.ts';
import { run } from './run.ts';

const io: Io = {
  out: (line) => void process.stdout.write(`${line}\n`),
  err: (line) => void process.stderr.write(`${line}\n`),
  env: process.env,
  async input() {
    if (process.stdin.isTTY) return '';
    let text = '';
    for await (const part of process.stdin.setEncoding('utf8')) text += part;
    return text;
  },
};

process.exitCode = await run(commands, process.argv.slice(2), io);
