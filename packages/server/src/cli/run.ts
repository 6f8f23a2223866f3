/** Finds the command and runs it. Misuse prints the usage and ends with 2; nothing here ends the process. */

import { linesOf } from '../host/error-lines.ts';
import type { Command, Io } from './command.ts';
import { EXIT, readCall, say } from './command.ts';

/** @returns the exit code */
export async function run(commands: readonly Command[], words: readonly string[], io: Io): Promise<number> {
  const named = [...commands]
    .sort((a, b) => b.name.length - a.name.length)
    .find((command) => {
      const parts = command.name.split(' ');
      return parts.every((part, index) => words[index] === part);
    });
  if (!named) {
    const asked = words[0] === undefined || ['help', '--help', '-h'].includes(words[0]);
    if (!asked) io.err(say({ zh: `没有命令 ${words[0]}`, en: `there is no command ${words[0]}` }));
    for (const line of usageLines(commands)) (asked && words[0] ? io.out : io.err)(line);
    return asked && words[0] ? EXIT.done : EXIT.misuse;
  }
  const rest = words.slice(named.name.split(' ').length);
  if (rest.includes('--help') || rest.includes('-h')) {
    for (const line of commandLines(named)) io.out(line);
    return EXIT.done;
  }
  const call = readCall(named, rest);
  if (!call) {
    for (const line of commandLines(named)) io.err(line);
    return EXIT.misuse;
  }
  try {
    return await named.run(call, io);
  } catch (error) {
    for (const line of linesOf(error)) io.err(line);
    return EXIT.failed;
  }
}

const commandLines = (command: Command): string[] => [`fengqiao ${command.usage}`, `  ${say(command)}`];
const usageLines = (commands: readonly Command[]): string[] => [
  '用法 / usage: fengqiao <command>',
  ...commands.map((command) => `  ${command.usage.padEnd(52)} ${command.zh} / ${command.en}`),
];
