export { DATABASE, LOGINS } from './initialise.ts';
export { MAJOR } from './platform.ts';
export { attachEmbedded, type Embedded, type EmbeddedOptions, startEmbedded } from './start.ts';
