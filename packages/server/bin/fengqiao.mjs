#!/usr/bin/env node
// Runs the built command where it exists, otherwise the sources: `npx fengqiao` works after `npm ci` without a build.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const source = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const flags = existsSync(built)
  ? [built]
  : ['--conditions=@fengqiao/source', '--import', import.meta.resolve('tsx'), source];

const child = spawn(process.execPath, [...flags, ...process.argv.slice(2)], { stdio: 'inherit' });
// A terminal sends Ctrl-C to both; any other signal reaches this process alone and is handed on.
process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
