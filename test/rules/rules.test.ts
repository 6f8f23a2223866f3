/** Every guard of the table is a rule, and every rule holds of a case in order and refuses one that is not. */
import { textFaults } from '@fengqiao/core';
import { disputeChart } from '@fengqiao/plugins';
import { describe, expect, test } from 'vitest';
import { caseTrials } from './case.data.ts';
import { courtTrials } from './court.data.ts';
import { guards } from './guards.data.ts';
import { mediationTrials } from './mediation.data.ts';
import { partyTrials } from './parties.data.ts';
import { asked, type Case, fresh, type Trial } from './trial.ts';

const { rules } = disputeChart;
const trials: { [rule: string]: Trial | Trial[] } = {
  ...caseTrials,
  ...partyTrials,
  ...mediationTrials,
  ...courtTrials,
};
const flat = Object.entries(trials).flatMap(([rule, of]) =>
  [of].flat().map((trial) => [rule, trial.on, trial] as const),
);
const prepared = (trial: Trial): Case => {
  const c = fresh();
  trial.good?.(c);
  c.event = { ...trial.e?.(c) };
  return c;
};

describe('the table of guards', () => {
  test('every guard is a rule and every rule a guard', () => {
    expect(Object.keys(guards)).toHaveLength(104);
    expect(Object.keys(rules).sort()).toEqual(Object.keys(guards).sort());
  });
  test.each(Object.entries(guards))('%s: law, message, hardness, cures', (name, guard) => {
    const rule = rules[name]!;
    const plain = (zh: string) => zh.replaceAll('（', '(').replaceAll('）', ')').replaceAll('，', ',');
    expect(rule.law).toEqual(guard.law);
    expect(plain(rule.zh)).toBe(plain(guard.zh));
    expect(rule.hard).toBe(guard.law.length > 0 ? true : undefined);
    for (const cure of guard.cures) expect(rule.cures).toContain(cure);
    expect([...textFaults(rule), ...textFaults(rule.why)]).toEqual([]);
    expect(rule.why.zh).not.toBe(rule.zh);
    expect(rule.why.en).not.toBe(rule.en);
  });
});

describe('trials', () => {
  test('every rule is tried', () => expect(Object.keys(trials).sort()).toEqual(Object.keys(rules).sort()));
  test.each(flat)('%s at %s holds', (rule, event, trial) => {
    expect(asked(rule, event, prepared(trial))).toBe(true);
    for (const change of trial.also ?? []) {
      const c = prepared(trial);
      change(c);
      expect(asked(rule, event, c), String(change)).toBe(true);
    }
  });
  test.each(flat)('%s at %s refuses', (rule, event, trial) => {
    expect(trial.bad.length).toBeGreaterThan(0);
    for (const change of trial.bad) {
      const c = prepared(trial);
      change(c);
      expect(asked(rule, event, c), String(change)).not.toBe(true);
    }
  });
});
