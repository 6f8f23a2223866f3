/** JSON logs on stderr: request and subject ids, codes and times, never what somebody typed. */

import type { Writable } from 'node:stream';
import type { Logger } from 'winston';
import { format, transports, createLogger as winston } from 'winston';

/** Only these keys leave the host in a log line; anything else is dropped before it is written. */
const KEYS = new Set([
  'level',
  'message',
  'at',
  'request',
  'subject',
  'kind',
  'district',
  'event',
  'code',
  'status',
  'ms',
  'method',
  'route',
  'seq',
  'key',
  'attempts',
  'count',
  'port',
  'host',
  'address',
  'version',
  'where',
  'error',
  'stack',
  'account',
  'pid',
  'dataDir',
  'chart',
  'shape',
  'conduct',
  'due',
  'reaction',
]);

const listed = format((line) => {
  for (const key of Object.keys(line)) if (!KEYS.has(key)) delete line[key];
  return line;
});

/**
 * @param now instant of a line, from the clock of the host
 * @param to where lines go instead of stderr; `false`: nowhere
 */
export function createLogger(level: string, now: () => string, to?: Writable | false): Logger {
  const stamp = format((line) => Object.assign(line, { at: now() }));
  return winston({
    level,
    silent: to === false,
    format: format.combine(stamp(), listed(), format.json()),
    transports: [
      to
        ? new transports.Stream({ stream: to })
        : new transports.Console({ stderrLevels: ['error', 'warn', 'info', 'debug'] }),
    ],
  });
}

/**
 * What of an error may be logged: its class, its code and the places in our files.
 * The message is left out: messages of the database and of parsers repeat values.
 */
export function errorFields(error: unknown): { error: string; code?: string; where?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = (error as { code?: unknown }).code;
  const where = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line) && !line.includes('node_modules'))
    .slice(0, 4)
    .map((line) =>
      line
        .trim()
        .replace(/\(?(file:\/\/)?[^ ()]*\/(packages|dist)\//, '$2/')
        .replace(/\)$/, ''),
    )
    .join(' < ');
  return { error: error.name, ...(typeof code === 'string' ? { code } : {}), ...(where ? { where } : {}) };
}
