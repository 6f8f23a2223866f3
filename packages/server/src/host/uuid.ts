/** UUIDv7 (RFC 9562): ids that sort by the time at which they were minted. */
import { randomBytes } from 'node:crypto';
import type { Clock } from '@fengqiao/core';

export function uuid7(clock: Clock): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.parse(clock.now()), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Any version of RFC 9562, in lower case: what an event id must look like. */
export const isUuid = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(value);
