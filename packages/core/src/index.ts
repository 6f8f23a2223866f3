export * from './chart/subject.ts';
export * from './compose/composed.ts';
export * from './engine/index.ts';
export * from './language/index.ts';
