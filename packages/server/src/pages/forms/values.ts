/** Single values between what a person types and what the schema wants. What cannot be read stays as typed. */
import type { Json } from '@fengqiao/core';

/** Full-width digits and marks as half-width ones: an input method writes either. */
const halfWidth = (typed: string): string =>
  typed
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
    .replaceAll('。', '.')
    .trim();

/** Yuan as typed → integer fen, exactly; thousands separators and 元 are taken, more than two decimals are not. */
export function fenOf(typed: string): number | string {
  const plain = halfWidth(typed)
    .replace(/[,，\s]/g, '')
    .replace(/^[¥￥]/, '')
    .replace(/元$/, '');
  const found = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(plain);
  if (!found) return typed;
  return Number(BigInt(found[1]!) * 100n + BigInt((found[2] ?? '').padEnd(2, '0') || '0'));
}
/** Fen → yuan as text for a box: `48620`, `48620.50`. */
export function yuanText(fen: Json | undefined): string {
  if (typeof fen !== 'number' || !Number.isSafeInteger(fen)) return textOf(fen);
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const [whole, rest] = [digits.slice(0, -2), digits.slice(-2)];
  return `${fen < 0 ? '-' : ''}${whole}${rest === '00' ? '' : `.${rest}`}`;
}
/** Fen → `48,620.00` for reading. */
export function yuanShown(fen: number): string {
  const [whole, rest] = yuanText(fen).split('.');
  return `${whole!.replace(/\B(?=(\d{3})+$)/g, ',')}.${rest ?? '00'}`;
}

export const integerOf = (typed: string): number | string => {
  const plain = halfWidth(typed);
  return /^-?\d{1,15}$/.test(plain) ? Number(plain) : typed;
};
export const numberOf = (typed: string): number | string => {
  const plain = halfWidth(typed);
  return /^-?\d{1,15}(?:\.\d{1,9})?$/.test(plain) ? Number(plain) : typed;
};

/** `2026/1/5`, `2026年1月5日` and `20260105` are dates too, for browsers without a date control. */
export function dateOf(typed: string): string {
  const plain = halfWidth(typed);
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  return found ? `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}` : typed.trim();
}

const parts = new Map<string, Intl.DateTimeFormat>();
function wallClock(instant: number, zone: string): { [part: string]: string } {
  let format = parts.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    parts.set(zone, format);
  }
  return Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
}
/** Minutes that the zone is ahead of UTC at the instant. */
function offsetAt(instant: number, zone: string): number {
  const at = wallClock(instant, zone);
  const local = Date.parse(`${at.year}-${at.month}-${at.day}T${at.hour}:${at.minute}:${at.second}Z`);
  return Math.round((local - Math.floor(instant / 1000) * 1000) / 60_000);
}
/** Local time of the district as typed → RFC 3339 with the offset of the zone on that day. */
export function instantOf(typed: string, zone: string): string {
  const found = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?$/.exec(
    halfWidth(typed).replaceAll('/', '-'),
  );
  if (!found) return typed.trim();
  const local = `${found[1]}T${found[2]}:${found[3] ?? '00'}`;
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return typed.trim();
  // Twice: the first guess may lie on the other side of a change of the clocks.
  let offset = offsetAt(asUtc, zone);
  offset = offsetAt(asUtc - offset * 60_000, zone);
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}`;
}
/** Instant → the wall clock of the district, as `datetime-local` wants it. */
export function localText(instant: Json | undefined, zone: string): string {
  if (typeof instant !== 'string') return '';
  if (!/(?:Z|[+-]\d{2}:\d{2})$/.test(instant)) return instant;
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return instant;
  const { year, month, day, hour, minute, second } = wallClock(at, zone);
  return `${year}-${month}-${day}T${hour}:${minute}${second === '00' ? '' : `:${second}`}`;
}
/** Instant → `2026-11-23 14:30` for reading. */
export const instantShown = (instant: string, zone: string): string =>
  localText(instant, zone).slice(0, 16).replace('T', ' ');

export const textOf = (value: Json | undefined): string =>
  typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
/** A browser sends line ends as CR LF. */
export const typedText = (typed: string): string => typed.replace(/\r\n?/g, '\n').trim();
