export * from './act.ts';
export * from './envelope.ts';
export * from './providers.ts';
export * from './refusal.ts';
export * from './store-port.ts';
