import { expect, it } from 'vitest';
import { isDue } from './nightly.ts';

it('one a night: after three in Beijing, unless the night has one', () => {
  const now = '2026-11-24T20:00:00.000Z';
  expect(isDue([], now)).toBe(true);
  expect(isDue(['fengqiao-20261124T190500Z.backup.gz'], now)).toBe(false);
  expect(isDue(['fengqiao-20261124T120000Z.backup.gz'], now)).toBe(true);
  expect(isDue(['fengqiao-20261123T190500Z.backup.gz'], '2026-11-24T18:59:00.000Z')).toBe(false);
  expect(isDue(['fengqiao-20261123T190500Z.backup.gz'], '2026-11-24T19:01:00.000Z')).toBe(true);
  expect(isDue(['notes.txt'], now)).toBe(true);
});
