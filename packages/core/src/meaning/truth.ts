/** Three truth values as spans of false (0) < missing (1) < true (2); a span wider than a point comes from abstract values. */
export type Truth = true | false | undefined;
export type Bound = 0 | 1 | 2;
export type Span = readonly [low: Bound, high: Bound];

export const FALSE: Span = [0, 0];
export const MISSING: Span = [1, 1];
export const TRUE: Span = [2, 2];
/** Nothing is known: it may turn out false, missing or true. */
export const OPEN: Span = [0, 2];

export const point = (holds: boolean): Span => (holds ? TRUE : FALSE);
export const both = (a: Span, b: Span): Span => [Math.min(a[0], b[0]) as Bound, Math.min(a[1], b[1]) as Bound];
export const either = (a: Span, b: Span): Span => [Math.max(a[0], b[0]) as Bound, Math.max(a[1], b[1]) as Bound];
export const opposite = (a: Span): Span => [(2 - a[1]) as Bound, (2 - a[0]) as Bound];
/** The single truth of a span; undefined where it is missing or not settled. */
export const truthOf = (span: Span): Truth => (span[0] === 2 ? true : span[1] === 0 ? false : undefined);
