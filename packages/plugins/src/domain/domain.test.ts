import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chinaCalendar, dueDay, type Text, textFaults } from '@fengqiao/core';
import { describe, expect, it } from 'vitest';
import * as domain from './index.ts';

const folder = import.meta.dirname;
const data = (name: string) => JSON.parse(readFileSync(join(folder, 'data', `${name}.json`), 'utf8'));
/** Everything in a value that has zh and en, with its path. */
function* texts(value: unknown, path = ''): Generator<[path: string, text: Text]> {
  if (value === null || typeof value !== 'object') return;
  if ('zh' in value && 'en' in value) yield [path, value as Text];
  for (const [key, part] of Object.entries(value)) yield* texts(part, `${path}/${key}`);
}
const HALF_WIDTH = /[\u3400-\u9fff][(),;:?!]|[(),;:?!][\u3400-\u9fff]/u;

describe('the domain as data', () => {
  it('is generated from the committed data files', () => {
    const script = join(folder, '../../scripts/generate-domain.mjs');
    expect(() => execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' })).not.toThrow();
  });
  it('says in every data file where it comes from', () => {
    const files = readdirSync(join(folder, 'data')).filter((name) => name.endsWith('.json'));
    expect(files).toHaveLength(10);
    for (const file of files) expect(data(file.replace('.json', '')).source, file).toMatch(/research|Product texts/);
  });
  it('shows every text in both languages, Chinese with full-width punctuation', () => {
    const { glossary: _, ...shown } = domain;
    const found = [...texts(shown)];
    const faults = found.flatMap(([path, text]) => textFaults(text).map((fault) => `${path}: ${fault}`));
    expect(faults).toEqual([]);
    expect(found.filter(([, text]) => HALF_WIDTH.test(text.zh)).map(([path, text]) => `${path} ${text.zh}`)).toEqual(
      [],
    );
    expect(found.length).toBeGreaterThan(900);
  });
  it('holds the whole of the research', () => {
    expect(Object.keys(domain.terms)).toHaveLength(96);
    expect(Object.keys(domain.law)).toHaveLength(181);
    expect(Object.keys(domain.documents)).toHaveLength(41);
    expect(domain.glossary).toHaveLength(271);
    expect(Object.keys(domain.codeLists)).toHaveLength(49);
    const raw = Object.entries(data('code-lists').lists as Record<string, { items?: { code: string }[] }>).filter(
      ([, list]) => list.items,
    );
    for (const [name, list] of raw) {
      const made = domain.codeLists[name as keyof typeof domain.codeLists] as readonly { code: string }[];
      expect(
        made.map((item) => item.code),
        name,
      ).toEqual(list.items?.map((item) => item.code));
    }
    expect(raw).toHaveLength(40);
  });
  it('has no code twice in a list', () => {
    for (const [name, list] of Object.entries(domain.codeLists))
      expect(new Set(list.map((item) => item.code)).size, name).toBe(list.length);
  });
  it('gives every basis in Chinese', () => {
    const bases = [...Object.values(domain.terms), ...Object.values(domain.law)].map((entry) => entry.basis);
    expect(
      bases.filter((basis) => !/[\u3400-\u9fff]/u.test(basis) || /[A-Za-z]/.test(basis) || HALF_WIDTH.test(basis)),
    ).toEqual([]);
    expect(bases).toHaveLength(277);
  });
});

describe('the terms', () => {
  it('start from listed facts', () => {
    const facts = new Set<string>(domain.startFacts.map((item) => item.code));
    expect(Object.values(domain.terms).filter((term) => !facts.has(term.startsFrom))).toEqual([]);
  });
  it('are own only where the side that runs the case has the duty', () => {
    const own = Object.entries(domain.terms).filter(([, term]) => term.own);
    expect(own.filter(([, term]) => term.kind !== 'duty')).toEqual([]);
    expect(own.map(([id]) => id)).toContain('DL-PM-ARCHIVE');
    for (const id of [
      'DL-JC-DECIDE',
      'DL-CM-DESIGNATE',
      'DL-LA-AWARD',
      'DL-AD-MED',
      'DL-OB-DUE',
      'DL-FQ-LOWER',
    ] as const)
      expect(domain.terms[id].own, id).toBeUndefined();
    expect(own).toHaveLength(30);
  });
  it('remind the holder of a right, and of administrative limits earlier', () => {
    expect(domain.terms['DL-JC-APPLY'].reminders).toEqual([10, 3, 1]);
    expect(domain.terms['DL-AD-RECON'].reminders).toEqual([30, 15, 7]);
    expect(domain.terms['DL-AD-TRAFFIC-REVIEW'].reminders).toEqual([1]);
    expect(domain.terms['DL-PM-MEDIATE'].reminders).toBeUndefined();
  });
  it('are used by the pauses as they are declared', () => {
    const paused = domain.pauseGrounds.flatMap((ground) => ground.pauses);
    expect(paused.filter((id) => !(id in domain.terms))).toEqual([]);
    for (const id of paused) expect(domain.terms[id as domain.TermId].kind, id).toBe('duty');
  });
});

interface Expected {
  deadlineId: domain.TermId;
  startFact: string;
  startDate?: string;
  startDateTime?: string;
  dueDate?: string;
  dueDateTime?: string;
  nominalLastDay?: string;
  rolledOver: boolean;
  provisional?: boolean;
}

describe('due days of the scenarios', () => {
  const china = chinaCalendar();
  const scenarios = readdirSync(join(folder, 'data/scenarios')).filter((name) => name.endsWith('.json'));
  const expected = scenarios.flatMap((name) =>
    (data(`scenarios/${name.replace('.json', '')}`).expectedDeadlines as Expected[]).map((entry) => ({
      name,
      ...entry,
    })),
  );
  it('are reproduced, every one', () => {
    let compared = 0;
    for (const entry of expected) {
      const term = domain.terms[entry.deadlineId];
      const found = dueDay(term, entry.startDateTime ?? entry.startDate!, china);
      const where = `${entry.name} ${entry.deadlineId} from ${entry.startDate ?? entry.startDateTime}`;
      expect(term.startsFrom, where).toBe(entry.startFact);
      if (entry.dueDateTime) expect(Date.parse(found.due), where).toBe(Date.parse(entry.dueDateTime));
      else expect(found.due, where).toBe(entry.dueDate);
      expect(found.rolledOver, where).toBe(entry.rolledOver);
      expect(found.provisional, where).toBe(entry.provisional ?? false);
      if (entry.nominalLastDay) expect(found.nominal, where).toBe(entry.nominalLastDay);
      expect(found.steps.flatMap(textFaults), where).toEqual([]);
      compared += 1;
    }
    expect([scenarios.length, compared]).toEqual([8, 63]);
  });
  it('rest on the notice of 2026 as the research read it', () => {
    const { days_off_2026, makeup_workdays_2026 } = data('deadlines').meta.holiday_source as Record<string, string[]>;
    const off = new Set<string>();
    for (const range of days_off_2026!) {
      const [from, to] = range.split('..') as [string, string];
      for (let day = from; day <= to; day = china.addDays(day, 1)) off.add(day);
    }
    let compared = 0;
    for (let day = '2026-01-01'; day <= '2026-12-31'; day = china.addDays(day, 1)) {
      const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
      expect(china.isRestDay(day), day).toBe(off.has(day) || (weekend && !makeup_workdays_2026!.includes(day)));
      compared += 1;
    }
    expect(compared).toBe(365);
  });
});
