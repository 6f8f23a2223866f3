import { readdirSync, readFileSync } from 'node:fs';
import { type Env, holds, json, type Op, valueIn } from '@fengqiao/core';
import { describe, expect, test } from 'vitest';
import {
  bands,
  flags,
  groups,
  levelByScore,
  levelFrom,
  points,
  redTriggers,
  scoreFrom,
  scores,
  yellowTriggers,
} from './warning.ts';
import { v } from './words.ts';

const data = new URL('../domain/data/', import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, data), 'utf8'));
const rules = read('code-lists.json').lists.warningRules;
const files = readdirSync(new URL('scenarios/', data)).filter((name) => name.endsWith('.json'));

const env = (factors: unknown): Env => ({
  get: (path) =>
    path
      .split('.')
      .slice(2)
      .reduce<any>((at, key) => at?.[key], factors),
  parts: { facts: {}, values: {}, codes: {} },
  ask: () => undefined,
  due: () => undefined,
  dayOf: (instant) => instant.slice(0, 10),
});
const of: any = v.data.factors;
const get = (operand: Op<any>, factors: unknown) => valueIn(json(operand), env(factors));
const hits = (triggers: { [name: string]: (f: any) => any }, factors: unknown) =>
  Object.entries(triggers)
    .filter(([, trigger]) => holds(trigger(of), env(factors)) === true)
    .map(([name]) => name);

describe('the table is the one of the code lists', () => {
  test('every factor, its bands, points, caps and triggers', () => {
    let compared = 0;
    for (const factor of rules.factors) {
      compared++;
      const code = factor.code as string;
      if (factor.bands)
        expect((bands as any)[code], code).toEqual(factor.bands.map(([from, , worth]: number[]) => [from, worth]));
      else if (factor.pointsEach) expect(groups).toEqual({ each: factor.pointsEach, cap: factor.cap });
      else if (typeof factor.points === 'number') expect((flags as any)[code], code).toBe(factor.points);
      else expect((points as any)[code], code).toEqual(factor.points);
    }
    expect(compared).toBe(Object.keys(bands).length + Object.keys(points).length + Object.keys(flags).length + 1);
    const least = (code: string) => rules.levels.find((level: any) => level.code === code).scoreMin;
    expect(scores).toEqual({ yellow: least('yellow'), red: least('red') });
    const named = (level: string) => rules.hardTriggers.find((one: any) => one.level === level).any;
    expect(Object.keys(redTriggers)).toEqual(named('red'));
    expect(Object.keys(yellowTriggers)).toEqual(named('yellow'));
  });
});

describe('scenarios', () => {
  test('there are eight', () => expect(files).toHaveLength(8));
  test.each(files)('%s', (name) => {
    const { warningFactors: factors, expectedWarning: expected } = read(`scenarios/${name}`);
    expect(get(scoreFrom(of), factors)).toBe(expected.score);
    expect(get(levelByScore(of), factors)).toBe(expected.levelByScore);
    expect(get(levelFrom(of), factors)).toBe(expected.level);
    expect(hits(redTriggers, factors).sort()).toEqual([...expected.hardTriggers.red].sort());
    expect(hits(yellowTriggers, factors).sort()).toEqual([...expected.hardTriggers.yellow].sort());
  });
});

describe('edges', () => {
  const verbal = { violenceRisk: 'verbal_threat', gatheringRisk: 'possible' };
  test.each([
    ['nothing known', {}, 0, 'blue'],
    ['by score alone: just below yellow', { violenceRisk: 'verbal_threat', publicity: 'local_online' }, 25, 'blue'],
    ['by score alone: yellow', verbal, 30, 'yellow'],
    ['by score alone: red', { ...verbal, involvedPersons: 9, amountCny: 999999, durationDays: 180 }, 60, 'red'],
    ['a trigger above the score', { selfHarmRisk: 'hinted' }, 25, 'yellow'],
    ['groups are capped', { specialGroups: ['minor', 'elderly', 'disabled', 'pregnant'] }, 15, 'blue'],
    ['thirty unpaid workers', { specialGroups: ['migrant_wage'], involvedPersons: 30 }, 40, 'red'],
    ['twenty-nine unpaid workers', { specialGroups: ['migrant_wage'], involvedPersons: 29 }, 25, 'yellow'],
  ])('%s', (_name, factors, score, level) => {
    expect(get(scoreFrom(of), factors)).toBe(score);
    expect(get(levelFrom(of), factors)).toBe(level);
  });
});
