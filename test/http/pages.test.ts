import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, formsOf, type Host, inputsOf, libraryHost } from './support.ts';

let host: Host;
let loan: string;
let staff: Browser;
beforeAll(async () => {
  host = await libraryHost((chart) => {
    // A masked field of a member, as identity numbers are.
    chart.data.properties.copies.items.properties.phone = {
      type: 'string',
      minLength: 3,
      maxLength: 30,
      title: '电话',
      en: 'telephone',
      personal: true,
      ui: 'tel',
    };
    chart.events.REQUEST.form.properties.copies.items.properties.phone =
      chart.data.properties.copies.items.properties.phone;
    const row = chart.regions.stage.rows.find((one: any) => one.id === 'L1');
    const append = row.do.find((update: any) => update.each).do[0];
    append.item.phone = { get: 'i0.phone' };
  });
  staff = await host.as('p-li');
  const done = await staff.fill('/loans/new/REQUEST', {
    reader: '周桂芬',
    card: 'C-77',
    'copies.0.title': '红楼梦',
    'copies.0.kind': 'regular',
    'copies.0.phone': '13812345678',
  });
  loan = /\/loans\/([0-9a-f-]{36})/.exec(done.headers.location!)![1]!;
});
afterAll(() => host.close());

describe('tasks', () => {
  it('wait for the post, are taken and given back as events', async () => {
    const page = await staff.get('/tasks');
    expect(page.text).toContain('已申请');
    const forms = formsOf(page.text).filter((form) => form.action === `/loans/${loan}/tasks`);
    expect(forms.length).toBeGreaterThan(0);
    expect((await staff.send(`/loans/${loan}/tasks`, inputsOf(forms[0]!.html))).status).toBe(303);
    expect((await host.store.entries(host.district.id, loan)).at(-1)!.entry).toMatchObject({
      type: 'TASK_CLAIM',
      actor: { person: 'p-li' },
    });
    const colleague = await host.as('p-both');
    expect((await colleague.get(`/loans/${loan}`)).text).toContain('张li');
    const mine = formsOf((await staff.get('/tasks')).text).find((form) => form.action === `/loans/${loan}/tasks`)!;
    expect((await staff.send(`/loans/${loan}/tasks`, inputsOf(mine.html))).status).toBe(303);
    expect((await host.store.entries(host.district.id, loan)).at(-1)!.entry.type).toBe('TASK_RELEASE');
  });
});

describe('the ledger', () => {
  it('shows what the reader may see, found by words, filtered by the address', async () => {
    expect((await staff.get('/loans')).text).toContain('C-77');
    expect((await staff.get('/loans?stage=requested')).text).toContain(loan);
    expect((await staff.get('/loans?stage=returned')).text).not.toContain(loan);
    expect((await staff.get('/loans?view=closed')).text).not.toContain(loan);
    expect((await (await host.as('p-far')).get('/loans')).text).not.toContain(loan);
    expect((await staff.get('/loans?sort=nothing&size=7&after=%00&view=x')).status).toBe(200);
  });
  it('searches without writing the words into an address', async () => {
    const page = await staff.get('/loans');
    const search = formsOf(page.text).find((form) => form.action === '/loans/search')!;
    expect(search.html).toContain('method="post"');
    const found = await staff.send('/loans/search', [
      ...inputsOf(search.html).filter(([name]) => name !== 'words'),
      ['words', '周桂芬'],
    ]);
    expect(found.status).toBe(303);
    expect(decodeURIComponent(found.headers.location!)).not.toContain('周桂芬');
    const list = await staff.get(found.headers.location!);
    expect(list.text).toContain(loan);
    expect(list.text).toContain('周桂芬');
    const none = await staff.send('/loans/search', [
      ...inputsOf(search.html).filter(([name]) => name !== 'words'),
      ['words', '无此人'],
    ]);
    expect((await staff.get(none.headers.location!)).text).not.toContain(`/loans/${loan}`);
    // The sealed words are of this person.
    expect((await (await host.as('p-far')).get(found.headers.location!)).text).not.toContain('周桂芬');
  });
});

describe('masked values', () => {
  it('are shown for a reason, which is kept', async () => {
    const page = await staff.get(`/loans/${loan}/members`);
    expect(page.text).toContain('138****5678');
    expect(page.text).not.toContain('13812345678');
    const reveal = formsOf(page.text).find((form) => form.action.endsWith('/reveal'))!;
    const bare = await staff.send(reveal.action, inputsOf(reveal.html));
    expect(bare.status).toBe(422);
    expect(bare.text).not.toContain('13812345678');
    const shown = await staff.send(reveal.action, [
      ...inputsOf(reveal.html).filter(([name]) => name !== 'reason'),
      ['reason', '电话通知取书'],
    ]);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('13812345678');
    const { rows } = await host.deps.database.query('select person, subject, reason from access_log');
    expect(rows).toEqual([{ person: 'p-li', subject: loan, reason: '电话通知取书' }]);
    expect((await staff.get(`/loans/${loan}/events`)).text).not.toContain('13812345678');
  });
});

describe('a desk', () => {
  it('is there for its roles only, and opens the form of a decision beside what is read', async () => {
    await staff.fill(`/loans/${loan}/do/LEND`, {});
    expect((await staff.get('/desks/returns')).text).toContain(loan);
    const page = await staff.get(`/desks/returns/${loan}?do=BRING_BACK`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('红楼梦');
    expect(page.text).toContain(`action="/loans/${loan}/do/BRING_BACK"`);
    expect((await (await host.as('p-re')).get('/desks/returns')).status).toBe(404);
    expect((await (await host.as('p-far')).get(`/desks/returns/${loan}`)).status).toBe(404);
  });
});

describe('posts', () => {
  it('one act is taken under one post, which the person chooses and the form remembers', async () => {
    const both = await host.as('p-both');
    const before = await both.get(`/loans/${loan}/do/WATCH`);
    const page = await both.get('/tasks');
    const switcher = formsOf(page.text).find((form) => form.action === '/post')!;
    await both.send('/post', [...inputsOf(switcher.html).filter(([name]) => name !== 'post'), ['post', 'post-both-2']]);
    await both.send(`/loans/${loan}/do/WATCH`, [
      ...inputsOf(before.text, `/loans/${loan}/do/WATCH`).filter(([name]) => name !== 'why'),
      ['why', '留意'],
    ]);
    expect((await host.store.entries(host.district.id, loan)).at(-1)!.entry.actor).toMatchObject({
      post: 'post-both-1',
      role: 'librarian',
    });
    expect((await both.get('/tasks')).text).toContain('主任');
  });
});

describe('language', () => {
  it('Chinese without a word, English by header, link or cookie, the address kept', async () => {
    const browser = host.browser();
    expect((await browser.get('/login')).text).toContain('<html lang="zh');
    expect((await browser.get('/login').set('Accept-Language', 'en-GB,en')).text).toContain('<html lang="en');
    expect((await browser.get('/nothing?lang=en')).text).toContain('<html lang="en');
    expect((await browser.get('/login')).text).toContain('<html lang="en');
  });
});
