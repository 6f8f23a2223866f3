/**
 * Migrations in their order. Expand and contract only: a step of one release never removes what the release before it
 * still reads. A step that was released is never edited.
 */
import { engineTables } from './0001-engine.ts';
import { projectionTables } from './0002-projections.ts';
import { hostTables } from './0003-host.ts';

export interface Migration {
  name: string;
  statements: readonly string[];
}
export const MIGRATIONS: readonly Migration[] = [
  { name: '0001-engine', statements: engineTables },
  { name: '0002-projections', statements: projectionTables },
  { name: '0003-host', statements: hostTables },
];
