export { type Explored, explore } from './explore.ts';
export { type Proof, prove } from './prove.ts';
export { type Soundness, soundness } from './soundness.ts';
export { type Verification, verify } from './verify.ts';
