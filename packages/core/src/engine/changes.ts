/** What a step changed in the data, as places (JSON Pointer, RFC 6901) with their new values; null removes. */
import type { Json } from '../language/expressions.ts';
import type { Outcome } from './envelope.ts';

type Change = Outcome['changes'][number];
type Data = { [key: string]: Json };
const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const pointer = (path: string, key: string | number) =>
  `${path}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** The changes that make `after` of `before`. Parts that are the same object are not looked into. */
export function changesOf(before: Data, after: Data): Change[] {
  const changes: Change[] = [];
  compareInto(before, after, '', changes);
  return changes;
}

function compareInto(before: Json | undefined, after: Json | undefined, path: string, changes: Change[]): void {
  if (before === after) return;
  if (isObject(before) && isObject(after) && (path === '' || !Object.values(after).includes(null))) {
    for (const key of Object.keys(before))
      if (after[key] === undefined) changes.push({ path: pointer(path, key), value: null });
    for (const key of Object.keys(after)) compareInto(before[key], after[key], pointer(path, key), changes);
    return;
  }
  if (
    Array.isArray(before) &&
    Array.isArray(after) &&
    after.length >= before.length &&
    !after.some((item) => item === null)
  ) {
    for (const [i, item] of after.entries()) compareInto(before[i], item, pointer(path, i), changes);
    return;
  }
  changes.push({ path, value: after ?? null });
}

/** The data after the changes; shares what did not change. */
export function applyChanges(data: Data, changes: readonly Change[]): Data {
  let result: Json = data;
  for (const { path, value } of changes) {
    const keys = path
      .slice(1)
      .split('/')
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    result = placed(result, keys, 0, value);
  }
  return result as Data;
}

function placed(at: Json | undefined, keys: readonly string[], depth: number, value: Json): Json {
  if (depth === keys.length) return value;
  const key = keys[depth]!;
  if (Array.isArray(at)) {
    const copy = [...at];
    copy[Number(key)] = placed(at[Number(key)], keys, depth + 1, value);
    return copy;
  }
  const copy: Data = { ...(at as Data | undefined) };
  if (depth === keys.length - 1 && value === null) delete copy[key];
  else copy[key] = placed(copy[key], keys, depth + 1, value);
  return copy;
}
