export * from './codes.generated.ts';
