/**
 * Before the tests: a browser for the browser tests.
 * As root with apt it installs Debian's Chromium and the Chinese fonts; elsewhere it says why it does not.
 * Exit 0 also without a browser: run-tests.mjs says so again before its last line, and counts it as a failure where CI is set.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PACKAGES = ['chromium', 'chromium-l10n', 'fonts-noto-cjk'];
/** Places of a system Chromium, best first; the tests ask the same function. */
const BROWSERS = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const browserPath = () => BROWSERS.find((path) => path && existsSync(path));
const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
const installed = (name) =>
  spawnSync('dpkg', ['-s', name], { encoding: 'utf8' }).stdout?.includes('install ok installed') ?? false;

function install(missing) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (args) =>
    spawnSync('apt-get', args, { env: environment, stdio: ['ignore', 'ignore', 'inherit'], timeout: 600_000 })
      .status === 0;
  return run(['update', '-qq']) && run(['install', '-y', '-qq', '--no-install-recommends', ...missing]);
}

/** Why there is no browser; undefined when there is one. Installs what is missing where it may. */
export function prepareBrowser() {
  const apt = has('apt-get') && has('dpkg');
  if (apt && process.getuid?.() === 0) {
    const missing = PACKAGES.filter((name) => !installed(name));
    if (missing.length && !install(missing)) return `apt-get could not install ${missing.join(', ')}`;
  }
  if (browserPath()) return undefined;
  return apt
    ? 'no Chromium found and not root: install the packages chromium and fonts-noto-cjk, or set CHROMIUM'
    : 'no Chromium found and no apt: set CHROMIUM to its path';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const why = prepareBrowser();
  if (why) process.stdout.write(`browser: skipped (${why})\n`);
}
