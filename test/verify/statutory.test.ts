/** Every rule of law in the dispute is proved to stand where the tables have it: taking one away is found and named. */
import { type ChartDefinition, compose, prove, verify } from '@fengqiao/core';
import { disputeChart } from '@fengqiao/plugins';
import { describe, expect, test } from 'vitest';

/** A rule that a setting switches off asks nothing, so it is switched on here. */
const composed = (chart: ChartDefinition = disputeChart) =>
  compose(chart, [], { id: 'default', params: { independentVisit: true } }).composed;
const hard = Object.keys(disputeChart.rules).filter((name) => disputeChart.rules[name]!.hard);
const regions = (chart: any) => Object.values(chart.regions) as { rows: { id: string; rules?: string[] }[] }[];
const used = hard.filter((name) => disputeChart.regions.stage!.rows.some((row) => row.rules?.includes(name)));

describe('the dispute', () => {
  test('is sound and keeps every invariant; states reached = states declared', () => {
    const result = verify(composed());
    expect(result.soundness.faults).toEqual([]);
    expect(result.proofs.filter((proof) => proof.verdict !== 'proved').map((proof) => proof.invariant)).toEqual([]);
    expect(result.verdict).toBe('sound');
    expect(result.soundness.stages).toBe(
      Object.keys(disputeChart.regions.stage!.states).filter((state) => !state.endsWith('.')).length,
    );
    expect(result.proofs.length).toBeGreaterThanOrEqual(100);
  }, 120_000);

  test('there are enough rules of law in its rows to speak of', () => {
    expect(used.length).toBeGreaterThanOrEqual(55);
  });

  test.each(used)(
    'without %s the proof fails and names the invariant',
    (name) => {
      const chart = structuredClone(disputeChart) as any;
      for (const region of regions(chart))
        for (const row of region.rows) if (row.rules) row.rules = row.rules.filter((rule) => rule !== name);
      const invariant = disputeChart.invariants.find((one) => one.id === `law.${name}`)!;
      const proof = prove(composed(chart), invariant);
      expect([proof.invariant, proof.verdict]).toEqual([`law.${name}`, 'failed']);
      expect(invariant.law).toEqual(disputeChart.rules[name]!.law);
    },
    60_000,
  );
});
