export * from './act.ts';
export * from './commit-check.ts';
export * from './envelope.ts';
export * from './memory-store.ts';
export * from './providers.ts';
export * from './refusal.ts';
export * from './store-port.ts';
export * from './writable-text.ts';
