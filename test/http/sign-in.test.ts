import { afterAll, beforeAll, expect, it } from 'vitest';
import { FREE_TRIES } from '../../packages/server/src/host/accounts.ts';
import { type Host, inputsOf, libraryHost, PASSWORD } from './support.ts';

let host: Host;
beforeAll(async () => {
  host = await libraryHost();
});
afterAll(() => host.close());

it('signs in and out', async () => {
  const browser = host.browser();
  const done = await browser.signIn('p-li');
  expect(done.status).toBe(303);
  const tasks = await browser.get('/tasks');
  expect(tasks.status).toBe(200);
  expect(tasks.text).toContain('张li');
  await browser.send('/logout', inputsOf(tasks.text, '/logout'));
  expect((await browser.get('/tasks')).status).toBe(401);
});

it('has one sentence for every failure, and locks the account', async () => {
  const wrong = await host.browser().signIn('p-he', 'wrong');
  const unknown = await host.browser().signIn('nobody', PASSWORD);
  const sentence = '账号或密码不正确，或账号暂时不能登录';
  for (const answer of [wrong, unknown]) {
    expect(answer.status).toBe(401);
    expect(answer.text).toContain(sentence);
  }
  for (let tries = 1; tries < FREE_TRIES; tries++) await host.browser().signIn('p-he', 'wrong');
  const locked = await host.browser().signIn('p-he');
  expect(locked.status).toBe(401);
  expect(locked.text).toContain(sentence);
  host.clock.pass(61_000);
  expect((await host.browser().signIn('p-he')).status).toBe(303);
});
