/** All commands of `fengqiao`. */
import { adminCreate } from './admin.ts';
import { auditVerify } from './audit.ts';
import { backupCommand, restoreCommand } from './backup.ts';
import { check } from './check.ts';
import type { Command } from './command.ts';
import { diagram } from './diagram.ts';
import { migrateCommand } from './migrate.ts';
import { rules } from './rules.ts';
import { seed } from './seed.ts';
import { start } from './start.ts';
import { term } from './term.ts';

export const commands: readonly Command[] = [
  start,
  migrateCommand,
  check,
  diagram,
  rules,
  term,
  adminCreate,
  seed,
  backupCommand,
  restoreCommand,
  auditVerify,
];
