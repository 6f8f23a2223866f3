import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IDLE } from '../../packages/server/src/host/sessions.ts';
import { type Browser, type Host, inputsOf, libraryHost } from './support.ts';

let host: Host;
beforeAll(async () => {
  host = await libraryHost();
});
afterAll(() => host.close());

const idOf = (location: string | undefined) => /\/loans\/([0-9a-f-]{36})/.exec(location ?? '')?.[1] ?? '';
const asked = { reader: '周桂芬', card: 'C-1', 'copies.0.title': '红楼梦', 'copies.0.kind': 'regular' };
const open = async (browser: Browser, values: { [name: string]: string } = asked) =>
  idOf((await browser.fill('/loans/new/REQUEST', values)).headers.location);
const entriesOf = async (id: string) => (await host.store.entries(host.district.id, id)).map(({ entry }) => entry);
const shownValue = (html: string, name: string) => inputsOf(html).find(([own]) => own === name)?.[1];

describe('the generic pair', () => {
  it('opens a subject, moves it, and shows what was done once', async () => {
    const staff = await host.as('p-li');
    const loan = await open(staff);
    const done = await staff.fill(`/loans/${loan}/do/LEND`, { 'envelope.on': '2026-03-01' });
    expect(done.status).toBe(303);
    expect(done.headers.location).toBe(`/loans/${loan}?done=LEND`);
    expect((await staff.get(done.headers.location!)).text).toContain('已保存：借出');
    expect(await entriesOf(loan)).toMatchObject([
      { type: 'REQUEST', actor: { person: 'p-li', post: 'post-li', role: 'librarian', unit: 'u-main' } },
      { type: 'LEND', effectiveAt: '2026-03-01' },
    ]);
  });

  it('refuses with all faults at once, every value kept, and a new event id', async () => {
    const staff = await host.as('p-li');
    const page = await staff.get('/loans/new/REQUEST');
    const sent = await staff.send('/loans/new/REQUEST', [
      ...inputsOf(page.text, '/loans/new/REQUEST').filter(([name]) => name.startsWith('_')),
      ['reader', '周'],
      ['card', ''],
      ['copies.0.title', '尔雅'],
      ['copies.0.kind', 'none'],
    ]);
    expect(sent.status).toBe(422);
    expect(sent.text).toContain('借书证号须填写');
    expect(sent.text).toMatch(/读者姓名[^<]*至少/);
    expect(shownValue(sent.text, 'reader')).toBe('周');
    expect(shownValue(sent.text, 'copies.0.title')).toBe('尔雅');
    expect(shownValue(sent.text, '_id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(shownValue(sent.text, '_id')).not.toBe(shownValue(page.text, '_id'));
    const again = await staff.send('/loans/new/REQUEST', [
      ...inputsOf(sent.text, '/loans/new/REQUEST').filter(
        ([name]) => !['reader', 'card', 'copies.0.kind'].includes(name),
      ),
      ['reader', '周桂芬'],
      ['card', 'C-2'],
      ['copies.0.kind', 'rare'],
    ]);
    expect(again.status).toBe(303);
  });

  it('adds and removes members without JavaScript, keeping what was typed', async () => {
    const staff = await host.as('p-li');
    const { text } = await staff.get('/loans/new/REQUEST');
    const base = inputsOf(text, '/loans/new/REQUEST').filter(([name]) => name.startsWith('_'));
    const added = await staff.send('/loans/new/REQUEST', [
      ...base,
      ['reader', '周桂芬'],
      ['copies.0.title', '甲'],
      ['_op', 'add:copies'],
    ]);
    expect(added.status).toBe(200);
    expect(shownValue(added.text, 'copies.0.title')).toBe('甲');
    expect(inputsOf(added.text).some(([name]) => name === 'copies.1.title')).toBe(true);
    const removed = await staff.send('/loans/new/REQUEST', [
      ...base,
      ['reader', '周桂芬'],
      ['copies.0.title', '甲'],
      ['copies.1.title', '乙'],
      ['_op', 'del:copies:0'],
    ]);
    expect(shownValue(removed.text, 'copies.0.title')).toBe('乙');
    expect(shownValue(removed.text, 'reader')).toBe('周桂芬');
  });

  it('a rule that fails says so with its id, and the way to cure it', async () => {
    const staff = await host.as('p-li');
    const loan = await open(staff);
    await staff.fill(`/loans/${loan}/do/LEND`, {});
    const sent = await staff.fill(`/loans/${loan}/do/BRING_BACK`, { copies: 'c9' });
    expect(sent.status).toBe(409);
    expect(sent.text).toContain('所列图书不在借阅中');
    expect(shownValue(sent.text, '_id')).toMatch(/^[0-9a-f-]{36}$/);
    expect((await staff.fill(`/loans/${loan}/do/BRING_BACK`, { copies: 'c1' })).status).toBe(303);
  });

  it('tells why something cannot be done before anybody types', async () => {
    const staff = await host.as('p-li');
    const loan = await open(staff, { ...asked, card: 'X-1' });
    expect((await staff.get(`/loans/${loan}/do/LEND`)).text).toContain('借书证无效');
    const { text } = await staff.get(`/loans/${loan}/do/BRING_BACK`);
    expect(text).toContain('当前');
    expect(text).not.toContain(`action="/loans/${loan}/do/BRING_BACK"`);
  });
});

describe('exactly once', () => {
  it('a form that is sent twice gets its first answer', async () => {
    const staff = await host.as('p-li');
    const { text } = await staff.get('/loans/new/REQUEST');
    const fields: [string, string][] = [
      ...inputsOf(text, '/loans/new/REQUEST').filter(([name]) => !(name in asked)),
      ...Object.entries(asked),
    ];
    const [one, two] = await Promise.all([
      staff.send('/loans/new/REQUEST', fields),
      staff.send('/loans/new/REQUEST', fields),
    ]);
    const three = await staff.send('/loans/new/REQUEST', fields);
    expect([one.status, two.status, three.status]).toEqual([303, 303, 303]);
    expect(new Set([one, two, three].map((answer) => answer.headers.location)).size).toBe(1);
    expect((await entriesOf(idOf(one.headers.location))).length).toBe(1);
  });

  it('its id under another person or with other content is refused without content', async () => {
    const [staff, other] = [await host.as('p-li'), await host.as('p-he')];
    const { text } = await staff.get('/loans/new/REQUEST');
    const fields = inputsOf(text, '/loans/new/REQUEST').filter(([name]) => !(name in asked));
    const first = await staff.send('/loans/new/REQUEST', [...fields, ...Object.entries(asked)]);
    expect(first.status).toBe(303);
    const id = fields.find(([name]) => name === '_id')!;
    const others = inputsOf((await other.get('/loans/new/REQUEST')).text, '/loans/new/REQUEST').filter(
      ([name]) => !(name in asked) && name !== '_id',
    );
    const stolen = await other.send('/loans/new/REQUEST', [...others, id, ...Object.entries(asked)]);
    expect(stolen.status).toBe(409);
    expect(stolen.text).toContain('该表单已提交过其他内容');
    expect(stolen.text).not.toContain(idOf(first.headers.location));
    const changed = await staff.send('/loans/new/REQUEST', [...fields, ...Object.entries({ ...asked, card: 'C-9' })]);
    expect(changed.status).toBe(409);
  });

  it('a sitting too: several events, one commit, one answer', async () => {
    const both = await host.as('p-both');
    const { text } = await both.get('/loans/new/sit/counter');
    const typed: [string, string][] = [
      ['request.reader', '周桂芬'],
      ['request.card', 'C-1'],
      ['request.copies.0.title', '甲'],
      ['request.copies.0.kind', 'regular'],
      ['lend', 'true'],
    ];
    const fields = [
      ...inputsOf(text, '/loans/new/sit/counter').filter(([name]) => !typed.some(([own]) => own === name)),
      ...typed,
    ];
    const one = await both.send('/loans/new/sit/counter', fields);
    expect(one.status).toBe(303);
    const loan = idOf(one.headers.location);
    expect((await entriesOf(loan)).map((entry) => entry.type)).toEqual(['REQUEST', 'LEND']);
    const two = await both.send('/loans/new/sit/counter', fields);
    expect(two.headers.location).toBe(one.headers.location);
    expect((await entriesOf(loan)).length).toBe(2);
  });

  it('a sitting is all or nothing, and names the step that refused', async () => {
    const both = await host.as('p-both');
    const typed = {
      'request.reader': '周桂芬',
      'request.card': 'X-7',
      'request.copies.0.title': '甲',
      'request.copies.0.kind': 'regular',
      lend: 'true',
    };
    const sent = await both.fill('/loans/new/sit/counter', typed);
    expect(sent.status).toBe(409);
    expect(sent.text).toContain('借书证无效');
    expect(sent.text).toContain('借出');
    expect(shownValue(sent.text, 'request.card')).toBe('X-7');
    const { rows } = await host.deps.database.query<{ n: number }>(
      `select count(*)::int as n from subject_row where district = $1 and columns->>'card' = 'X-7'`,
      [host.district.id],
    );
    expect(rows[0]?.n).toBe(0);
  });
});

describe('on behalf', () => {
  it('asks for whom and for the paper, and keeps both in the entry', async () => {
    const [head, staff] = [await host.as('p-he'), await host.as('p-li')];
    const loan = await open(staff);
    await staff.fill(`/loans/${loan}/do/LEND`, {});
    const page = await head.get(`/loans/${loan}/do/REPORT_LOST`);
    expect(page.text).toContain('envelope.behalf');
    const bare = await head.fill(`/loans/${loan}/do/REPORT_LOST`, { copy: 'c1' });
    expect(bare.status).toBe(422);
    const csrf = inputsOf(page.text).find(([name]) => name === '_csrf')![1];
    const withPaper = head.agent
      .post(`/loans/${loan}/do/REPORT_LOST`)
      .field('_csrf', csrf)
      .field('_id', shownValue(page.text, '_id')!)
      .field('copy', 'c1')
      .field('envelope.behalf', 'reader')
      .attach('envelope.evidence', Buffer.from('%PDF-1.7 报失单'), '报失单.pdf');
    expect((await withPaper).status).toBe(303);
    const last = (await entriesOf(loan)).at(-1)!;
    expect(last).toMatchObject({
      type: 'REPORT_LOST',
      actor: { person: 'p-he', behalf: ['reader'], evidence: { type: 'application/pdf' } },
    });
    const sha = (last.actor.evidence as { sha256: string }).sha256;
    const file = await staff.get(`/loans/${loan}/files/${sha}`);
    expect(file.status).toBe(200);
    expect(file.headers['content-disposition']).toContain(encodeURIComponent('报失单.pdf'));
    expect(file.headers['x-content-type-options']).toBe('nosniff');
    expect((await (await host.as('p-far')).get(`/loans/${loan}/files/${sha}`)).status).toBe(404);
    expect((await staff.get(`/loans/${loan}/files/${'0'.repeat(64)}`)).status).toBe(404);
  });

  it('a file of a wrong kind is refused at its field, the rest of the form stays', async () => {
    const [head, staff] = [await host.as('p-he'), await host.as('p-li')];
    const loan = await open(staff);
    await staff.fill(`/loans/${loan}/do/LEND`, {});
    const page = await head.get(`/loans/${loan}/do/REPORT_LOST`);
    const sent = await head.agent
      .post(`/loans/${loan}/do/REPORT_LOST`)
      .field('_csrf', inputsOf(page.text).find(([name]) => name === '_csrf')![1])
      .field('copy', 'c1')
      .field('envelope.behalf', 'reader')
      .attach('envelope.evidence', Buffer.from('<html>'), '报失单.pdf');
    expect(sent.status).toBe(422);
    expect(sent.text).toContain('不支持这种文件');
    expect(shownValue(sent.text, 'copy')).toBe('c1');
  });
});

describe('conflict', () => {
  it('shows both values when the point has moved, and loses no word', async () => {
    const [one, two] = [await host.as('p-li'), await host.as('p-he')];
    const loan = await open(one);
    const { text } = await one.get(`/loans/${loan}/do/WATCH`);
    await two.fill(`/loans/${loan}/do/LEND`, {});
    const fields: [string, string][] = [
      ...inputsOf(text, `/loans/${loan}/do/WATCH`).filter(([name]) => name !== 'why'),
      ['why', '请多留意'],
    ];
    const sent = await one.send(`/loans/${loan}/do/WATCH`, fields);
    expect(sent.status).toBe(409);
    expect(sent.text).toContain('张he');
    expect(sent.text).toContain('请多留意');
    const again = await one.send(`/loans/${loan}/do/WATCH`, inputsOf(sent.text, `/loans/${loan}/do/WATCH`));
    expect(again.status).toBe(303);
    expect((await entriesOf(loan)).map((entry) => entry.type)).toEqual(['REQUEST', 'LEND', 'WATCH']);
  });
});

describe('drafts', () => {
  it('are kept, restored with a banner, and dropped when the form is accepted', async () => {
    const staff = await host.as('p-both');
    const page = await staff.get('/loans/new/REQUEST');
    const csrf = inputsOf(page.text, '/loans/new/REQUEST').find(([name]) => name === '_csrf')!;
    const key = encodeURIComponent('loans~new~REQUEST');
    expect((await staff.send(`/drafts/${key}`, [csrf, ['reader', '吴小梅'], ['copies.0.title', '半本']])).status).toBe(
      204,
    );
    const restored = await staff.get('/loans/new/REQUEST');
    expect(shownValue(restored.text, 'reader')).toBe('吴小梅');
    expect(shownValue(restored.text, 'copies.0.title')).toBe('半本');
    expect(restored.text).toContain(`/drafts/${key}/drop`);
    expect((await (await host.as('p-li')).get('/loans/new/REQUEST')).text).not.toContain('吴小梅');
    expect((await staff.get('/tasks')).text).toContain('申请借阅');
    expect((await staff.fill('/loans/new/REQUEST', asked)).status).toBe(303);
    expect((await staff.get('/loans/new/REQUEST')).text).not.toContain('吴小梅');
  });

  it('by the button too', async () => {
    const staff = await host.as('p-he');
    const { text } = await staff.get('/loans/new/REQUEST');
    const kept = await staff.send('/loans/new/REQUEST', [
      ...inputsOf(text, '/loans/new/REQUEST').filter(([name]) => name.startsWith('_')),
      ['reader', '郑晓云'],
      ['_op', 'draft'],
    ]);
    expect(kept.status).toBe(200);
    expect(shownValue((await staff.get('/loans/new/REQUEST')).text, 'reader')).toBe('郑晓云');
  });

  it('only for forms', async () => {
    const staff = await host.as('p-he');
    const csrf = inputsOf((await staff.get('/tasks')).text, '/logout').find(([name]) => name === '_csrf')!;
    for (const key of ['x', 'loans', 'loans~a~b~c', '..~new~REQUEST'])
      expect((await staff.send(`/drafts/${encodeURIComponent(key)}`, [csrf])).status).toBe(404);
  });

  it('a session that ends while somebody types loses no word', async () => {
    const staff = await host.as('p-far');
    const { text } = await staff.get('/loans/new/REQUEST');
    const fields: [string, string][] = [
      ...inputsOf(text, '/loans/new/REQUEST').filter(([name]) => !(name in asked)),
      ...Object.entries(asked),
    ];
    host.clock.pass(IDLE + 1000);
    const ended = await staff.send('/loans/new/REQUEST', fields);
    expect(ended.status).toBe(401);
    expect(ended.text).toContain('红楼梦');
    const back = await staff.send('/login', [
      ...inputsOf(ended.text, '/login').filter(([name]) => name !== 'login' && name !== 'password'),
      ['login', 'p-far'],
      ['password', 'a long password'],
    ]);
    expect(back.status).toBe(303);
    expect(back.headers.location).toBe('/loans/new/REQUEST');
    const restored = await staff.get('/loans/new/REQUEST');
    for (const [name, value] of Object.entries(asked))
      expect([name, shownValue(restored.text, name)]).toEqual([name, value]);
    expect((await staff.send('/loans/new/REQUEST', inputsOf(restored.text, '/loans/new/REQUEST'))).status).toBe(303);
  });
});

describe('checking', () => {
  it('looks an id up until it is known, for the person who sent it', async () => {
    const [staff, other] = [await host.as('p-li'), await host.as('p-he')];
    const page = await staff.get('/loans/new/REQUEST');
    const id = shownValue(page.text, '_id')!;
    const waiting = await staff.get(`/checking/${id}?path=loans`);
    expect([waiting.status, waiting.headers.refresh]).toEqual([202, '5']);
    const kept = inputsOf(page.text, '/loans/new/REQUEST').filter(([name]) => !(name in asked));
    const sent = await staff.send('/loans/new/REQUEST', [...kept, ...Object.entries(asked)]);
    const known = await staff.get(`/checking/${id}?path=loans`);
    expect([known.status, `${known.headers.location}?done=REQUEST`]).toEqual([303, sent.headers.location]);
    expect((await other.get(`/checking/${id}?path=loans`)).status).toBe(404);
    for (const strange of ['x?path=loans', `${id}?path=nothing`, id])
      expect((await staff.get(`/checking/${strange}`)).status).toBe(404);
  });
});

describe('nothing personal', () => {
  it('stands in a log line, in an address, or in the snapshot and history', async () => {
    const canary = '卡那里丽';
    const staff = await host.as('p-li');
    const first = await staff.fill('/loans/new/REQUEST', { ...asked, reader: canary });
    const loan = idOf(first.headers.location);
    await staff.get(`/loans/${loan}`);
    await staff.fill(`/loans/${loan}/do/LEND`, {});
    expect((await staff.get(`/loans/${loan}/events`)).text).toContain(canary);
    expect(first.headers.location).not.toContain(encodeURIComponent(canary));
    expect(host.lines.length).toBeGreaterThan(10);
    expect(host.lines.join('\n')).not.toContain(canary);
    for (const table of ['subject', 'entry', 'subject_row', 'answer', 'due', 'task', 'notice', 'draft'])
      expect(JSON.stringify((await host.deps.database.query(`select * from ${table}`)).rows)).not.toContain(canary);
  });
});
