import { createHash } from 'node:crypto';

/** RFC 8785 JSON for what definitions and entries hold: finite numbers, no undefined. Keys in code unit order. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') {
    if (typeof value === 'number' && !Number.isFinite(value))
      throw new TypeError('a canonical value has finite numbers only');
    const text = JSON.stringify(value);
    if (text === undefined) throw new TypeError(`a canonical value cannot hold ${typeof value}`);
    return text;
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`;
  const record = value as Record<string, unknown>;
  const pairs = Object.keys(record)
    .filter((key) => record[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(record[key])}`);
  return `{${pairs.join(',')}}`;
}

/** SHA-256 of the canonical form, as 64 hexadecimal digits. */
export const fingerprint = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('hex');
