/** Errors as an operator reads them. */
import { DistrictsRefused } from '../district/index.ts';

/** What an error says to an operator: texts where it has them, all faults of a list, else its own message. */
export function linesOf(error: unknown): string[] {
  if (error instanceof DistrictsRefused)
    return error.faults.map(({ code, path, text }) => `${code} ${path}：${text.zh} / ${text.en}`);
  const { text } = (error ?? {}) as { text?: { zh: string; en: string } };
  if (text?.zh) return [`${text.zh} / ${text.en}`];
  return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
}
