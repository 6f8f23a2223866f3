import { createHash } from 'node:crypto';

/** Names of fields as JSON: few, and written again and again. */
const written = new Map<string, string>();
const NAMES = 5000;
function nameOf(key: string): string {
  let text = written.get(key);
  if (text === undefined) {
    text = `${JSON.stringify(key)}:`;
    if (written.size < NAMES) written.set(key, text);
  }
  return text;
}

/** RFC 8785 JSON for what definitions and entries hold: finite numbers, no undefined. Keys in code unit order. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') {
    if (typeof value === 'number' && !Number.isFinite(value))
      throw new TypeError('a canonical value has finite numbers only');
    const text = JSON.stringify(value);
    if (text === undefined) throw new TypeError(`a canonical value cannot hold ${typeof value}`);
    return text;
  }
  let out = '';
  if (Array.isArray(value)) {
    for (const item of value) out += out === '' ? canonical(item ?? null) : `,${canonical(item ?? null)}`;
    return `[${out}]`;
  }
  const record = value as Record<string, unknown>;
  for (const key of Object.keys(record).sort()) {
    const part = record[key];
    if (part === undefined) continue;
    out += (out === '' ? '' : ',') + nameOf(key) + (typeof part === 'string' ? JSON.stringify(part) : canonical(part));
  }
  return `{${out}}`;
}

/** SHA-256 of the canonical form, as 64 hexadecimal digits. */
export const fingerprint = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('hex');
