#!/usr/bin/env node
// In a clone the sources run, so that a build from yesterday never answers for them; a package has only what was built.
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
