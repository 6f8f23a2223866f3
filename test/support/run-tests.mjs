/**
 * Runs vitest and ends with the plain line `N passed, N failed`, taken from its JSON result.
 * Arguments go to vitest. A file that could not be loaded, an error outside a test and, where CI is set,
 * a skipped browser count as failures: the line never says 0 when something was wrong.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepareBrowser } from './prepare.mjs';
import { summary } from './summary.mjs';

const root = join(import.meta.dirname, '../..');
const result = join(root, '.tmp/vitest.json');
mkdirSync(join(root, '.tmp'), { recursive: true });
rmSync(result, { force: true });
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const given = [
  'run',
  '--config',
  'test/vitest.config.ts',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${result}`,
];
const run = spawnSync(process.execPath, [vitest, ...given, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
const report = existsSync(result) ? JSON.parse(readFileSync(result, 'utf8')) : undefined;
const skipped = prepareBrowser();
if (skipped) process.stdout.write(`browser: skipped (${skipped})\n`);
const { passed, failed } = summary(report, run.status, Boolean(skipped && process.env.CI));
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;
