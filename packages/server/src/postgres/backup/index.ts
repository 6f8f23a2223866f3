export { backup } from './backup.ts';
export type { Manifest } from './format.ts';
export { type Restored, restore } from './restore.ts';
