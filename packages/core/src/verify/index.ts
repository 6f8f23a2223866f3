export { type Proof, prove } from './prove.ts';
export type { Soundness } from './soundness.ts';
export { type Verification, verify } from './verify.ts';
