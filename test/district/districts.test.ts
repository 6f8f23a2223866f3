import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FactProvider } from '@fengqiao/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { libraryChart } from '../../packages/core/src/testing/library/index.ts';
import {
  type Catalogue,
  DistrictsRefused,
  type FactReference,
  openDistricts,
  readDistricts,
} from '../../packages/server/src/district/index.ts';
import { createPostgresStore, type PostgresStore } from '../../packages/server/src/postgres/store.ts';

import { freshDatabase } from '../support/postgres.ts';

const keyFor = (district: string) => createHash('sha256').update(district).digest();
const catalogue: Catalogue = { charts: [libraryChart], plugins: [] };
const good = () => ({
  id: 'shu',
  zh: '书区',
  en: 'Books',
  zone: 'Asia/Shanghai',
  calendar: {},
  charts: [{ kind: 'loan', path: 'loans', plugins: [] as string[], preset: { id: 'plain', params: {} } }],
  units: [
    { id: 'town', zh: '镇', en: 'town', kind: 'street' },
    { id: 'main', zh: '总馆', en: 'main', kind: 'committee', parent: 'town', short: { zh: '总', en: 'M' } },
    { id: 'far', zh: '分馆', en: 'far', kind: 'committee', parent: 'town' },
    { id: 'watch', zh: '督导', en: 'watch', kind: 'bureau', serves: ['main'] },
  ] as any[],
  people: [
    { id: 'p1', name: '甲', login: 'jia' },
    { id: 'p2', name: '乙' },
    { id: 'p3', name: '丙' },
  ],
  posts: [
    { id: 'a', unit: 'main', role: 'librarian', person: 'p1', from: '2026-01-01', to: '2026-06-30' },
    { id: 'b', unit: 'town', role: 'librarian', person: 'p2' },
    { id: 'c', unit: 'watch', role: 'head', person: 'p3' },
  ] as any[],
  rosters: [{ person: 'p1', unit: 'main', born: '1980-01-01' }] as any[],
  duties: [{ unit: 'watch', types: ['a'] }] as any[],
});

let folder: string;
const write = (name: string, content: unknown) => {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(
    path.join(folder, name, 'district.json'),
    typeof content === 'string' ? content : JSON.stringify(content),
  );
};
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'districts-'));
  return () => rmSync(folder, { recursive: true });
});

describe('district files', () => {
  const faultsOf = (change: (file: ReturnType<typeof good>) => void) => {
    const file = good();
    change(file);
    write('shu', file);
    try {
      readDistricts(folder, catalogue);
      return [];
    } catch (error) {
      return (error as DistrictsRefused).faults.map(
        ({ code, path: at }) => `${code} ${at.replace('shu/district.json: ', '')}`,
      );
    }
  };

  it('are read when nothing is wrong', () => {
    expect(faultsOf(() => {})).toEqual([]);
  });
  it.each<[string, (file: any) => void, string]>([
    ['a field too many', (f) => (f.more = 1), 'DISTRICT_SHAPE '],
    ['no such zone', (f) => (f.zone = 'Asia/Nowhere'), 'DISTRICT_ZONE zone'],
    ['no such chart', (f) => (f.charts[0].kind = 'x'), 'DISTRICT_CHART charts.0.kind'],
    ['no such plugin', (f) => (f.charts[0].plugins = ['x']), 'DISTRICT_PLUGIN charts.0.plugins'],
    ['an id twice', (f) => (f.people[1].id = 'p1'), 'DISTRICT_TWICE people.1'],
    ['a login twice', (f) => (f.people[1].login = 'jia'), 'DISTRICT_TWICE people.login.1'],
    ['a parent that is none', (f) => (f.units[1].parent = 'x'), 'DISTRICT_UNKNOWN units.1.parent'],
    ['a served unit that is none', (f) => (f.units[3].serves = ['x']), 'DISTRICT_UNKNOWN units.3.serves'],
    ['units in a circle', (f) => (f.units[0].parent = 'main'), 'DISTRICT_CIRCLE units.0.parent'],
    ['a person that is none', (f) => (f.posts[0].person = 'x'), 'DISTRICT_UNKNOWN posts.0.person'],
    ['dates the wrong way', (f) => (f.posts[0].to = '2025-01-01'), 'DISTRICT_DATES posts.0'],
    ['a role of no chart', (f) => (f.posts[0].role = 'x'), 'DISTRICT_ROLE posts.0.role'],
    ['a code of no list', (f) => (f.duties[0].types = ['x']), 'DISTRICT_CODE duties.0.types'],
  ])('refuse %s', (_name, change, fault) => {
    expect(faultsOf(change)).toContain(fault);
  });
  it('name every fault of every file at once', () => {
    const wrong = good();
    wrong.posts[0].person = 'x';
    wrong.posts[1].role = 'y';
    write('one', wrong);
    write('two', '{');
    write('three', { ...good(), zh: '' });
    const faults = (() => {
      try {
        readDistricts(folder, catalogue);
      } catch (error) {
        expect(error).toBeInstanceOf(DistrictsRefused);
        return (error as DistrictsRefused).faults;
      }
      return [];
    })();
    expect(faults.map(({ code }) => code).sort()).toEqual([
      'DISTRICT_ROLE',
      'DISTRICT_SHAPE',
      'DISTRICT_UNKNOWN',
      'DISTRICT_UNREADABLE',
    ]);
    for (const { text } of faults) expect([text.zh.length > 3, text.en.length > 3]).toEqual([true, true]);
  });
  it('must be there', () => {
    expect(() => readDistricts(path.join(folder, 'none'), catalogue)).toThrow('DISTRICT_NONE');
  });
});

describe('a district', () => {
  let store: PostgresStore;
  const database = () => ({
    store,
    query: (text: string, values: readonly unknown[]) => store.pool.query(text, [...values]) as any,
  });
  beforeAll(async () => {
    const { engine } = await freshDatabase();
    store = createPostgresStore({ engine, keyFor });
  });
  afterAll(() => store.close());

  it('knows who holds what on which day, and who looks after a unit', () => {
    write('shu', good());
    const district = openDistricts(folder, catalogue, []).get('shu')!;
    expect(district.holders('librarian', 'main', '2026-03-01')).toEqual(['p1']);
    expect(district.holders('librarian', 'main', '2026-07-01')).toEqual(['p2']);
    expect(district.holders('librarian', 'far', '2026-03-01')).toEqual(['p2']);
    expect(district.holders('head', 'main', '2026-03-01')).toEqual(['p3']);
    expect(district.holders('head', 'far', '2026-03-01')).toEqual([]);
    const actor = { person: 'p1', post: 'a', role: 'librarian', unit: 'main' };
    expect(district.holds!(actor, '2026-06-30')).toBe(true);
    expect(district.holds!(actor, '2026-07-01')).toBe(false);
    expect(district.holds!({ ...actor, role: 'head' }, '2026-06-30')).toBe(false);
    expect(district.unitName!('main')).toEqual({ zh: '总', en: 'M' });
    expect(district.current('loan')?.chart).toBe('loan');
    expect(district.current('toString')).toBeUndefined();
  });

  it('gives its sources of facts the reference data', async () => {
    write('shu', good());
    let given: FactReference | undefined;
    const provider: FactProvider = { id: 'x', version: 1, answer: () => 1 };
    const districts = openDistricts(folder, catalogue, [
      (reference) => {
        given = reference;
        return [provider];
      },
    ]);
    expect(districts.get('shu')!.provider('x')).toBe(provider);
    expect(districts.get('shu')!.provider('y')).toBeUndefined();
    expect(given!.rolesOf('p1', '2026-03-01')).toEqual(['librarian']);
    expect(given!.rostersOf('p1', '2026-03-01')).toEqual([{ unit: 'main', born: '1980-01-01' }]);
    await expect(given!.load(['a'])).rejects.toThrow('not attached');
  });

  it('agrees with the database: stores definitions, and raises its number only when the file changed', async () => {
    const file = good();
    write('shu', file);
    const start = async () => {
      const districts = openDistricts(folder, catalogue, []);
      await districts.attach(database(), '2026-03-02T00:00:00.000000Z');
      return districts;
    };
    const first = await start();
    const number = first.get('shu')!.reference;
    expect(await store.reference('shu')).toBe(number);
    const { conduct } = first.get('shu')!.current('loan')!;
    expect(await store.definition(conduct)).toMatchObject({ chart: 'loan', conduct });
    expect((await start()).get('shu')!.reference).toBe(number);
    file.posts.pop();
    write('shu', file);
    const second = await start();
    expect(second.get('shu')!.reference).toBe(number + 1);
    // The first host reads its file again and goes on with the new one.
    await first.refresh('shu');
    expect(first.get('shu')).toMatchObject({ reference: number + 1 });
    expect(first.get('shu')!.holders('head', 'main', '2026-03-01')).toEqual([]);
    // A host whose file is not the one that the database knows does not go on with it.
    write('shu', good());
    await expect(first.refresh('shu')).rejects.toMatchObject({ code: 'DISTRICT_CHANGED' });
  });

  it('finds definitions that are no longer its own', async () => {
    write('shu', good());
    const old = openDistricts(folder, catalogue, []);
    await old.attach(database(), '2026-03-02T00:00:00.000000Z');
    const { conduct } = old.get('shu')!.current('loan')!;
    const changed = good();
    changed.charts[0]!.preset.params = { mostRenewals: 5 } as any;
    write('shu', changed);
    const now = openDistricts(folder, catalogue, []);
    await now.attach(database(), '2026-03-02T00:00:00.000000Z');
    expect(now.get('shu')!.current('loan')!.conduct).not.toBe(conduct);
    expect((await now.get('shu')!.byConduct(conduct))?.params.mostRenewals).toBe(2);
    expect(await now.get('shu')!.byConduct('nothing')).toBeUndefined();
  });
});

describe('the districts that come with the project', () => {
  const read = (name: string) =>
    JSON.parse(readFileSync(path.join(import.meta.dirname, '../../examples', name, 'district.json'), 'utf8'));
  it('are two, whose ids and logins do not meet', () => {
    const [a, b] = [read('haitang'), read('songjiangwan')];
    const logins = [...a.people, ...b.people].map(({ login }: any) => login);
    expect(new Set(logins).size).toBe(logins.length);
    expect(a.id).not.toBe(b.id);
  });
});
