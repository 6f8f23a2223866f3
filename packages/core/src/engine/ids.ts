/** Ids: UUIDv7 for what is minted, UUIDv5 for what follows from something else (RFC 9562). Time and chance are passed in. */
import { createHash } from 'node:crypto';

export type Random = (bytes: number) => Uint8Array;

/** Namespace of ids that Fengqiao derives; any fixed UUID does. */
const NAMESPACE = Buffer.from('7c1d4f0a5b7e4c2e9d1fa3c55e0b8f21', 'hex');
const SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const isUuid = (value: unknown): value is string => typeof value === 'string' && SHAPE.test(value);

function written(bytes: Uint8Array, version: number): string {
  bytes[6] = (bytes[6]! & 0x0f) | (version << 4);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Buffer.from(bytes).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The id that follows from a name, always the same. Parts are kept apart, so that no two lists of parts meet. */
export function derivedId(...parts: (string | number)[]): string {
  const digest = createHash('sha1').update(NAMESPACE).update(JSON.stringify(parts)).digest();
  return written(digest.subarray(0, 16), 5);
}

/** A new id whose order as text is the order of minting, to the millisecond. `now`: RFC 3339. */
export function mintedId(now: string, random: Random): string {
  const bytes = new Uint8Array(16);
  const ms = Date.parse(now);
  for (let at = 0; at < 6; at += 1) bytes[at] = Math.floor(ms / 2 ** (8 * (5 - at))) % 256;
  bytes.set(random(10), 6);
  return written(bytes, 7);
}
