export * from './compose.ts';
export * from './composed.ts';
export { FINDINGS, type FindingCode } from './findings.ts';
export { pointOf } from './names.ts';
