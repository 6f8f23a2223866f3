/** S1–S9 of `dispute.md` §17, each row compared with the expected state or the expected refusal. */
import { describe, expect, test } from 'vitest';
import { S3, S5, S9, S9c } from './channels.ts';
import { S2, S2b, S7 } from './many-parties.ts';
import { S6, S8 } from './neighbours.ts';
import { walkScenario } from './table.ts';
import { S1, S4 } from './two-parties.ts';
import { findings } from './walk.ts';

test('the chart composes without an error', () => {
  expect(findings.filter((finding) => finding.level === 'error')).toEqual([]);
});

const scenarios = [S1, S2, S2b, S3, S4, S5, S6, S7, S8, S9, S9c];
describe('scenarios', () => {
  for (const scenario of scenarios) walkScenario(scenario);
  test('every row of the tables is walked', () => {
    expect(scenarios.reduce((sum, scenario) => sum + scenario.lines.length, 0)).toBe(205);
  });
});
