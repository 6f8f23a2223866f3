/** The demo as staff meet it, in a real Chromium: pages, errors, no scripts, accessibility, at two sizes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../architecture/sources.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => {
  try {
    return readFileSync(path).length > 0;
  } catch {
    return false;
  }
});
if (!CHROMIUM && process.env.CI) throw new Error('the browser tests are never skipped in CI');

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SIZES = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
] as const;
const data = mkdtempSync(join(tmpdir(), 'fengqiao-browser-'));
const shots = join(ROOT, '.tmp', 'screenshots');
let host: ChildProcess;
let browser: Browser;
let address = '';

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

describe.skipIf(!CHROMIUM)('in Chromium', () => {
  beforeAll(async () => {
    mkdirSync(shots, { recursive: true });
    const port = await freePort();
    address = `http://127.0.0.1:${port}`;
    const env = { ...process.env, DATA_DIR: data, PORT: String(port), LOG_LEVEL: 'error' };
    host = spawn('npm', ['start'], { cwd: ROOT, env, stdio: 'ignore', detached: true });
    for (let tries = 0; ; tries++) {
      const ready = await fetch(`${address}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      );
      if (ready) break;
      if (tries > 300) throw new Error('the host did not start');
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    browser = await chromium.launch({
      executablePath: CHROMIUM!,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--lang=zh-CN',
      ],
    });
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    if (host?.pid) process.kill(-host.pid, 'SIGTERM');
    await new Promise((resolve) => (host ? host.once('exit', resolve) : resolve(undefined)));
    rmSync(data, { recursive: true, force: true });
  }, 60_000);

  const signIn = async (login: string, options: Parameters<Browser['newContext']>[0] = {}) => {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: SIZES[0], ...options });
    const page = await context.newPage();
    await page.goto(`${address}/login`);
    await page.fill('#login', login);
    await page.fill('#password', 'fengqiao-demo');
    await Promise.all([page.waitForLoadState('load'), page.locator('main form button[type=submit]').first().click()]);
    await page.waitForLoadState('load');
    return { context, page };
  };
  const violations = async (page: Page) => {
    // The page forbids inline code; the checker is put in from outside the page's own policy.
    await page.evaluate(AXE);
    return page.evaluate(async () => {
      const result = await (window as any).axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      });
      return result.violations.map((found: any) => `${found.id}: ${found.nodes[0].target}`);
    });
  };
  const firstCase = async (page: Page) => {
    await page.goto(`${address}/cases`);
    const href = await page.locator('main table a[href^="/cases/"]').first().getAttribute('href');
    return new URL(href!, address).href;
  };
  const close = (context: BrowserContext) => context.close();

  test('a stranger gets the sign-in page in Chinese for every address', async () => {
    const context = await browser.newContext({ locale: 'zh-CN' });
    const page = await context.newPage();
    for (const path of ['/', '/cases', '/no-such-page']) {
      const answer = await page.goto(`${address}${path}`);
      expect(answer!.status()).toBe(401);
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
      expect(await page.locator('#password').count()).toBe(1);
    }
    await close(context);
  });

  test('axe finds nothing on the pages of a day, at both sizes, and nothing scrolls sideways', async () => {
    const { context, page } = await signIn('haiqiao');
    const theCase = await firstCase(page);
    const pages = [
      `${address}/tasks`,
      `${address}/cases`,
      theCase,
      `${theCase}/deadlines`,
      `${theCase}/flow`,
      `${theCase}/events`,
      `${theCase}/members`,
      `${address}/cases/new`,
      `${address}/help`,
      `${address}/prefs`,
    ];
    let seen = 0;
    for (const size of SIZES) {
      await page.setViewportSize(size);
      for (const url of pages) {
        const answer = await page.goto(url);
        if (answer!.status() === 404) continue;
        expect(answer!.status(), url).toBeLessThan(400);
        expect(await violations(page), `${url} ${size.width}`).toEqual([]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
          `${url} ${size.width}`,
        ).toBe(true);
        await page.screenshot({ path: join(shots, `${size.width}-${seen}.png`), fullPage: true });
        seen++;
      }
    }
    expect(seen).toBeGreaterThanOrEqual(12);
    await page.setViewportSize(SIZES[0]);
    await page.goto(theCase);
    await page.screenshot({
      path: process.env.UPDATE_DOCS ? join(ROOT, 'docs/images/case.png') : join(shots, 'case.png'),
    });
    await close(context);
  }, 240_000);

  test('who holds all posts of a small committee finds the step of the stage first, and the work of every post', async () => {
    const { context, page } = await signIn('haiqiao');
    const theCase = await firstCase(page);
    await page.goto(theCase);
    expect(await page.locator('main h2', { hasText: '本环节' }).first().innerText()).toMatch(
      /权利义务告知|回避声明|约定调解|同意调解/,
    );
    await page.goto(`${address}/tasks`);
    expect(await page.locator('main table tbody tr').count()).toBeGreaterThanOrEqual(2);
    await close(context);
  });

  for (const javaScriptEnabled of [true, false])
    test(`a form with errors keeps every word and leads to each field (scripts ${javaScriptEnabled ? 'on' : 'off'})`, async () => {
      const { context, page } = await signIn('haiqiao', { javaScriptEnabled });
      await page.goto(`${address}/cases`);
      const form = await page.locator('a[href*="/new/"]').first().getAttribute('href');
      await page.goto(new URL(form!, address).href);
      const area = page.locator('main textarea').first();
      await area.fill('两家因楼道堆物发生争执');
      await page.locator('main form button[type=submit]:not([name])').last().click();
      await page.waitForLoadState('load');
      expect(await page.title()).toMatch(/^错误/);
      expect(await page.locator('main textarea').first().inputValue()).toBe('两家因楼道堆物发生争执');
      const links = page.locator('main a[href^="#f-"]');
      const count = await links.count();
      expect(count).toBeGreaterThan(0);
      for (let n = 0; n < count; n++) {
        const target = (await links.nth(n).getAttribute('href'))!.slice(1);
        expect(await page.locator(`[id="${target}"]`).count(), target).toBe(1);
      }
      if (javaScriptEnabled) expect(await violations(page)).toEqual([]);
      await close(context);
    }, 120_000);
});
