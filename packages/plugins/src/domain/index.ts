/** Facts of the domain as data: code lists, time limits, rules of law, official papers, words and figures, each with its source. */
export * from './codes.generated.ts';
export * from './documents.generated.ts';
export * from './glossary.generated.ts';
export * from './law.generated.ts';
export * from './statistics.generated.ts';
export * from './terms.generated.ts';
