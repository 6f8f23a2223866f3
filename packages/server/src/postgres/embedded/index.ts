export { LOGINS } from './initialise.ts';
export { attachEmbedded, type Embedded, type EmbeddedOptions, startEmbedded } from './start.ts';
