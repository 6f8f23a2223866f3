/** A command of `fengqiao`: its result goes to stdout, messages to stderr, its exit code says how it went. */

import type { ParseArgsConfig } from 'node:util';
import { parseArgs } from 'node:util';
import type { Text } from '@fengqiao/core';

export interface Io {
  out(line: string): void;
  err(line: string): void;
  env: { [name: string]: string | undefined };
  /** Text that is piped in; empty where a person sits at a terminal. */
  input(): Promise<string>;
}
export interface Command extends Text {
  name: string;
  usage: string;
  options?: NonNullable<ParseArgsConfig['options']>;
  /** Least and most arguments that are no options. */
  takes: [number, number];
  run(call: CommandCall, io: Io): Promise<number>;
}
export interface CommandCall {
  args: string[];
  options: { [name: string]: string | boolean | undefined };
}

/** 0 done · 1 findings or failure · 2 misuse · 3 unknown (a budget ran out). */
export const EXIT = { done: 0, failed: 1, misuse: 2, unknown: 3 } as const;

/** Reported as a plain message with exit code 1. */
export class Failure extends Error {
  readonly text: Text;
  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}

export const say = (text: Text): string => `${text.zh} / ${text.en}`;

/** @returns undefined when the words do not fit the command */
export function readCall(command: Command, words: readonly string[]): CommandCall | undefined {
  try {
    const options = { ...command.options, json: { type: 'boolean' as const } };
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
    if (positionals.length < command.takes[0] || positionals.length > command.takes[1]) return undefined;
    return { args: positionals, options: values as CommandCall['options'] };
  } catch {
    return undefined;
  }
}
