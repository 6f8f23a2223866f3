import { type Entry, isPersonalRef, rebuild, type Subject } from '@fengqiao/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, benchOn, head, librarian, reader, stores, type TestStore } from './support.ts';

const CANARY = '周桂芬丙申';

describe.each(stores)('submissions on %s', (_name, make) => {
  let store: TestStore;
  let bench: Bench;
  const subjectOf = async (id: string) => (await store.load(bench.district.id, [id]))[0] as Subject;
  const entriesOf = async (id: string): Promise<Entry[]> =>
    (await store.entries(bench.district.id, id)).map(({ entry }) => entry);
  beforeAll(async () => {
    store = await make();
    bench = benchOn(store);
  });
  afterAll(() => store.close());

  it('opens a subject, numbers it, asks before it decides, and history rebuilds it', async () => {
    const id = await bench.open();
    const lent = await bench.send(id, bench.act('LEND'));
    expect(lent).toMatchObject({ ok: true, subject: id, seq: 2, state: { stage: 'lent.out', care: 'normal' } });
    const subject = await subjectOf(id);
    expect(subject.data.number).toMatch(/^借\d+$/);
    expect(subject.opened).toEqual({ on: '2026-03-02', unit: 'u-main', person: 'p-re' });
    expect(bench.asked.at(-1)).toEqual({ ask: 'cardValid', with: { card: 'C-1' } });
    const entries = await entriesOf(id);
    expect(Object.values(entries[1]!.facts)).toContain(true);
    expect(rebuild(entries)).toEqual(subject);
  });

  it('refuses with reasons, keeps nothing, and remembers the refusal for its form', async () => {
    const opened = await bench.send(
      undefined,
      bench.act('REQUEST', { reader: '马建', card: 'X-9', copies: [{ title: '史记', kind: 'regular' }] }, reader),
    );
    const id = opened.ok ? opened.subject : '';
    const lend = bench.act('LEND');
    const refused = await bench.send(id, lend);
    expect(refused).toMatchObject({ ok: false, code: 'RULE_FAILED', reasons: [{ rule: 'cardValid', law: ['L-1'] }] });
    expect((await subjectOf(id)).seq).toBe(1);
    expect(await bench.send(id, lend)).toEqual(refused);
    expect(await bench.send(id, { ...lend, payload: { note: '另一内容' } })).toMatchObject({ code: 'EVENT_ID_REUSED' });
  });

  it('never remembers what is not of a rule', async () => {
    const id = await bench.open();
    const wrong = bench.act('LEND', { note: '' });
    expect(await bench.send(id, wrong)).toMatchObject({ ok: false, code: 'INVALID_PAYLOAD', status: 422 });
    expect(await bench.send(id, { ...wrong, payload: {} })).toMatchObject({ ok: true });
    const role = bench.act('BRING_BACK', { copies: ['c1'] }, reader);
    expect(await bench.send(id, role)).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
    expect(await bench.send(id, { ...role, actor: librarian })).toMatchObject({ ok: true });
  });

  it('answers the same form once: in a row, at once, and after the state moved on', async () => {
    const id = await bench.open();
    const lend = bench.act('LEND', { note: '一次' });
    const [first, second] = await Promise.all([bench.send(id, lend), bench.send(id, lend)]);
    expect(first).toMatchObject({ ok: true, seq: 2 });
    expect(second).toEqual(first);
    expect(await bench.send(id, bench.act('BRING_BACK', { copies: ['c1'] }))).toMatchObject({ ok: true, seq: 3 });
    expect(await bench.send(id, lend)).toEqual(first);
    expect(await bench.send(id, { ...lend, actor: head })).toMatchObject({ code: 'EVENT_ID_REUSED', reasons: [{}] });
    expect((await entriesOf(id)).filter((entry) => entry.type === 'LEND')).toHaveLength(1);
    const open = bench.act(
      'REQUEST',
      { reader: '李敏', card: 'C-7', copies: [{ title: '诗经', kind: 'regular' }] },
      reader,
    );
    const opened = await bench.send(undefined, open);
    expect(await bench.send(undefined, open)).toEqual(opened);
  });

  it('takes personal values out of everything that is kept in clear', async () => {
    const open = bench.act(
      'REQUEST',
      { reader: CANARY, card: 'C-2', copies: [{ title: '楚辞', kind: 'rare' }] },
      reader,
    );
    const done = await bench.send(undefined, open);
    const id = done.ok ? done.subject : '';
    const paper = {
      ...head,
      behalf: ['reader'],
      evidence: { sha256: 'a'.repeat(64), size: 3, type: 'image/png', name: `${CANARY}.png` },
    };
    expect(await bench.send(id, bench.act('REPORT_LOST', { copy: 'c1' }, paper))).toMatchObject({
      code: 'WRONG_STATE',
    });
    expect(await bench.send(id, bench.act('CANCEL', { reason: '不借了' }, paper))).toMatchObject({ ok: true });
    const subject = await subjectOf(id);
    const entries = await entriesOf(id);
    const kept = JSON.stringify([
      subject,
      await store.entries(bench.district.id, id),
      await store.claim('2030-01-01T00:00:00Z', 1000, 1),
      done,
    ]);
    expect(kept).not.toContain(CANARY);
    expect(isPersonalRef(subject.data.reader)).toBe(true);
    const refs = [(subject.data.reader as any).ref, (entries[1]!.actor.evidence as any).name.ref];
    const values = await store.personal(bench.district.id, refs);
    expect(refs.map((ref) => values.get(ref))).toEqual([CANARY, `${CANARY}.png`]);
  });

  it('does not let a form point at personal values of another subject', async () => {
    const other = await subjectOf(await bench.open());
    const stolen = bench.act(
      'REQUEST',
      { reader: other.data.reader!, card: 'C-3', copies: [{ title: '论语', kind: 'regular' }] },
      reader,
    );
    expect(await bench.send(undefined, stolen)).toMatchObject({
      code: 'INVALID_PAYLOAD',
      reasons: [{ path: '0.reader' }],
    });
  });

  it('makes a sitting all or none, each act seeing the ones before it', async () => {
    const request = () =>
      bench.act('REQUEST', { reader: '孙毅', card: 'C-4', copies: [{ title: '庄子', kind: 'regular' }] }, librarian);
    const both = await bench.send(undefined, request(), bench.act('LEND'));
    expect(both).toMatchObject({ ok: true, seq: 2, state: { stage: 'lent.out' } });
    const bad = [request(), bench.act('LEND'), bench.act('BRING_BACK', { copies: ['c9'] })];
    const refused = await bench.send(undefined, ...bad);
    expect(refused).toMatchObject({
      ok: false,
      code: 'RULE_FAILED',
      reasons: [{ rule: 'copyOut', step: 2, event: 'BRING_BACK' }],
    });
    const ids = refused.ok ? [] : [await store.answer(bench.district.id, bad[0]!.eventId)];
    expect(ids[0]?.refusal).toBeTruthy();
    expect(await store.load(bench.district.id, [ids[0]!.body.subject as string])).toEqual([]);
  });

  it('refuses what no database keeps, unknown events, kinds, subjects and districts', async () => {
    const id = await bench.open();
    expect(await bench.send(id, bench.act('LEND', { note: 'a\u0000' }))).toMatchObject({
      code: 'INVALID_PAYLOAD',
      reasons: [{ path: 'note' }],
    });
    expect(await bench.send(id, bench.act('NOTHING'))).toMatchObject({ code: 'UNKNOWN_EVENT' });
    expect(await bench.send('00000000-0000-5000-8000-000000000000', bench.act('LEND'))).toMatchObject({
      code: 'UNKNOWN_SUBJECT',
    });
    expect(
      await bench.engine.submit({ district: bench.district.id, kind: 'other', subject: id, acts: [bench.act('LEND')] }),
    ).toMatchObject({ code: 'UNKNOWN_SUBJECT' });
    expect(
      await bench.engine.submit({ district: 'nowhere', kind: 'loan', subject: id, acts: [bench.act('LEND')] }),
    ).toMatchObject({ code: 'UNKNOWN_SUBJECT' });
    expect(await bench.send(id, { ...bench.act('LEND'), eventId: 'not-an-id' })).toMatchObject({
      code: 'INVALID_PAYLOAD',
    });
  });

  it('decides again when another host wrote first, and shows a conflict only where the basis moved', async () => {
    const id = await bench.open();
    await bench.send(id, bench.act('LEND'));
    const other = benchOn(store, { parts: { district: () => bench.district } });
    const at = await subjectOf(id);
    // Two hosts at once: one of them must find its head moved and decide again.
    const results = await Promise.all([
      bench.send(id, bench.act('WATCH', { why: '常逾期' })),
      other.engine.submit({
        district: bench.district.id,
        kind: 'loan',
        subject: id,
        acts: [bench.act('RENEW', { days: 3 }, reader)],
      }),
    ]);
    expect(results.map((result) => result.ok)).toEqual([true, true]);
    const { basisOf } = await import('@fengqiao/core');
    const basis = basisOf(at, ['renewals', 'card']);
    const submit = (paths: typeof basis) =>
      bench.engine.submit({
        district: bench.district.id,
        kind: 'loan',
        subject: id,
        acts: [bench.act('RENEW', { days: 3 }, reader)],
        basis: paths,
      });
    expect(await submit(basis)).toMatchObject({
      ok: false,
      code: 'CONFLICT',
      reasons: [{ path: 'renewals', found: 1 }],
    });
    expect(await submit(basisOf(await subjectOf(id), ['renewals']))).toMatchObject({ ok: true });
    expect(await submit({ pointSeq: 1, values: {} })).toMatchObject({
      code: 'CONFLICT',
      reasons: [{ path: 'state' }],
    });
  });

  it('numbers without gaps, whoever is refused in between', async () => {
    const unit = `u-${bench.id()}`;
    const at = { ...librarian, unit };
    const ids = await Promise.all(Array.from({ length: 6 }, () => bench.open()));
    const lent = await Promise.all(
      ids.map((id, n) => bench.send(id, bench.act('LEND', n === 2 ? { note: '' } : {}, at))),
    );
    expect(lent.filter((result) => result.ok)).toHaveLength(5);
    const numbers = await Promise.all(ids.map(async (id) => (await subjectOf(id)).data.number));
    expect(numbers.filter(Boolean).sort()).toEqual(['借1', '借2', '借3', '借4', '借5']);
  });

  it('does not decide on posts that were taken away on another host', async () => {
    const id = await bench.open();
    await store.setReference(bench.district.id, 7);
    expect(await bench.send(id, bench.act('LEND'))).toMatchObject({ ok: true });
    expect(bench.district.reference).toBe(7);
    const strict = benchOn(store, { holds: (actor) => actor.person === 'p-he' });
    const held = await strict.open();
    expect(await strict.send(held, strict.act('LEND'))).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
    expect(await strict.send(held, strict.act('LEND', {}, head))).toMatchObject({ ok: true });
  });

  it('says so where a source of facts is missing or fails', async () => {
    for (const provider of [
      () => undefined,
      () => ({ id: 'x', version: 1, answer: () => Promise.reject(new Error('down')) }),
    ]) {
      const without = benchOn(store, { provider });
      const id = await without.open();
      expect(await without.send(id, without.act('LEND'))).toMatchObject({ code: 'CAPABILITY_MISSING', status: 503 });
    }
  });
});
