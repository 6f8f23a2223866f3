/** What the package offers to programs: a host that is started and stopped. */

export type { Settings } from './host/settings.ts';
export { readSettings } from './host/settings.ts';
export type { Running } from './host/start.ts';
export { startHost } from './host/start.ts';
