export * from './commits.ts';
export * from './store-check.ts';
export * from './store-contract.ts';
