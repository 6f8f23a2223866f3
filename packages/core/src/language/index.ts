export * from './author.ts';
export * from './canonical.ts';
export * from './definition.ts';
export type { Cond, Effect, Json, Op as JsonOp, OpMap, Scalar, Update } from './expressions.ts';
export * from './forms.ts';
export * from './reads.ts';
export * from './text.ts';
export * from './vocabulary.ts';
