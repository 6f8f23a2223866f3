import { describe, expect, it } from 'vitest';
import { summary } from './summary.mjs';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});

describe('the last line of npm test', () => {
  it('counts tests that passed and failed', () => {
    expect(summary({ success: true, testResults: [file('passed', 'passed', 'passed', 'skipped')] }, 0, false)).toEqual({
      passed: 2,
      failed: 0,
    });
    expect(summary({ success: false, testResults: [file('failed', 'passed', 'failed')] }, 1, false)).toEqual({
      passed: 1,
      failed: 1,
    });
  });
  it('never says 0 failed when something was wrong', () => {
    expect(summary({ success: false, testResults: [file('failed')] }, 1, false).failed).toBe(1);
    expect(summary({ success: false, testResults: [file('passed', 'passed')] }, 1, false)).toEqual({
      passed: 1,
      failed: 1,
    });
    expect(summary(undefined, 1, false)).toEqual({ passed: 0, failed: 1 });
    expect(summary(undefined, 0, false).failed).toBe(1);
    expect(summary({ success: true, testResults: [file('passed', 'passed')] }, null, false).failed).toBe(1);
  });
  it('counts a skipped browser as a failure where CI is set', () => {
    expect(summary({ success: true, testResults: [file('passed', 'passed')] }, 0, true)).toEqual({
      passed: 1,
      failed: 1,
    });
  });
});
