/**
 * A dispute on the districts that come with the project: the engine on PostgreSQL, the posts of the district, its real
 * sources of facts, the loop of due work. The table is that of the scenario of two parties.
 */
import { type Actor, isPersonalRef, rebuild, tasksOf } from '@fengqiao/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { S1 } from '../../packages/plugins/src/dispute/scenarios/two-parties.ts';
import { type DistrictBench, districtBench, type Payload } from './district-bench.ts';

const CANARY = '欧阳查无此人';
const NUMBER = '110101198001011237';
/** Ids of the scenario as this district has them; names and places that may be nowhere in clear. */
const HERE: { [word: string]: string } = {
  mediator1: 'ht.zhao',
  mediator2: 'ht.he',
  gridWorker1: 'ht.jiang',
  committee1: 'ht.dl.tj',
  court1: 'ht.fy',
  'G-01': 'HT-DL-03',
  和畅社区: `东篱社区${CANARY}`,
  当事人A: `${CANARY}甲`,
  当事人B: `${CANARY}乙`,
  'paper.pdf': `${CANARY}.pdf`,
};
const here = (value: any): any => {
  if (typeof value === 'string') return HERE[value] ?? value;
  if (Array.isArray(value)) return value.map(here);
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, here(part)]));
  return value.kind === 'natural_person' ? { ...fields, idKind: 'resident_id', idNumber: NUMBER } : fields;
};

describe('a dispute in its district', () => {
  let bench: DistrictBench;
  beforeAll(async () => {
    bench = await districtBench('haitang');
  });
  afterAll(() => bench.store.close());
  const actorOf = (role: string) => bench.actorOf(role, 'ht.dl.tj');
  const send = (subject: string | undefined, type: string, payload: Payload, actor: Actor) =>
    bench.send('dispute', subject, type, payload, actor);

  let id: string;
  it('goes the whole way, each step by a post that may take it, its terms run out by themselves', async () => {
    for (const line of S1.lines) {
      if (line.on) bench.clock.moveTo(`${line.on}T02:00:00Z`);
      bench.clock.pass(60_000);
      await bench.runner.drain();
      if (line.by === 'clock') {
        // Objections of both parties end fifteen days after service; the loop fires them, nobody else may.
        bench.clock.moveTo('2026-03-20T00:00:00Z');
        await bench.runner.drain();
        continue;
      }
      const sends = Array.isArray(line.acts) ? line.acts : [{ with: line.with }];
      for (const { with: given } of sends) {
        const today = bench.district().calendar.dayOf(bench.clock.now());
        const payload = typeof given === 'function' ? given({ today } as never) : (given ?? {});
        const done = await send(line.event === 'OPEN' ? undefined : id, line.event, here(payload), actorOf(line.by));
        const where = `${line.n} ${line.by} ${line.event}`;
        if (line.refused) {
          expect(done.ok, where).toBe(false);
          const rules = done.ok ? [] : done.reasons.map(({ rule, code }) => rule ?? code);
          for (const rule of [line.refused].flat()) expect([...rules, done.ok ? '' : done.code], where).toContain(rule);
        } else {
          expect(done, `${where} ${JSON.stringify(done)}`).toMatchObject({ ok: true });
          if (done.ok) id = done.subject;
        }
      }
      expect((await bench.subjectOf(id)).state.stage, `${line.n} ${line.event}`).toBe(line.to);
    }
    expect(bench.lines).toEqual([]);
  });

  it('has its number, its papers, its history; nothing is left to do', async () => {
    const subject = await bench.subjectOf(id);
    expect(subject.data.caseNo).toBe('（2026）东篱调字第1号');
    const entries = (await bench.store.entries('haitang', id)).map(({ entry }) => entry);
    expect(rebuild(entries)).toEqual(subject);
    expect(entries.filter(({ type }) => type === 'TERM_EXPIRED').length).toBeGreaterThanOrEqual(2);
    const definition = bench.district().current('dispute')!;
    expect(tasksOf(definition, subject, 'ht.dl.tj')).toEqual([]);
    const { rows } = await bench.store.pool.query('select stage, unit, final from subject_row where id = $1', [id]);
    expect(rows).toEqual([{ stage: 'archived', unit: 'ht.dl.tj', final: true }]);
  });

  it('was told to the holder of the rung when a laddered term ran out', async () => {
    const opened = await send(undefined, 'OPEN', here((S1.lines[0] as any).with), actorOf('registrar'));
    const second = opened.ok ? opened.subject : '';
    expect(opened).toMatchObject({ ok: true });
    const due = (await bench.subjectOf(second)).terms.find((term) => term.own && term.status === 'running')!.due;
    bench.clock.moveTo(bench.district().calendar.endOfDay(due));
    await bench.runner.drain();
    const subject = await bench.subjectOf(second);
    const definition = bench.district().current('dispute')!;
    const rung = definition.ladder[subject.data.rung as number]!;
    const { rows } = await bench.store.pool.query(
      'select role, person from notice where subject = $1 and person is not null',
      [second],
    );
    const today = bench.district().calendar.dayOf(bench.clock.now());
    expect(rows).toEqual(
      bench
        .district()
        .holders(rung, subject.opened!.unit, today)
        .map((person) => ({ role: rung, person })),
    );
    expect(rows.length).toBeGreaterThan(0);
    const tasks = tasksOf(definition, subject, 'x');
    expect(tasks.find(({ key }) => key.startsWith('ladder:'))).toMatchObject({
      roles: [rung],
      rung: subject.data.rung,
    });
    // The stage's own task bears the day of the duty.
    expect(tasks.find(({ key }) => key.startsWith('stage:'))).toMatchObject({ due });
  });

  it('leaves no name and no number in any table but as cipher', async () => {
    const subject = await bench.subjectOf(id);
    expect(isPersonalRef((subject.data.parties as any)[0].name)).toBe(true);
    const { rows: tables } = await bench.store.pool.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public'`,
    );
    expect(tables.length).toBeGreaterThan(12);
    for (const { name } of tables) {
      const text = `select count(*)::int as n from ${name} t where t::text like $1 or t::text like $2`;
      const { rows } = await bench.store.pool.query(text, [`%${CANARY}%`, `%${NUMBER}%`]);
      expect(rows[0].n, name).toBe(0);
    }
    const refs = (subject.data.parties as any[]).map((party) => party.name.ref);
    const values = await bench.store.personal('haitang', refs);
    expect(refs.map((ref) => values.get(ref))).toEqual([`${CANARY}甲`, `${CANARY}乙`]);
  });
});
