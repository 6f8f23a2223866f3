/** A plugin added to the dispute is found in the composition, its forms and the diagram; it blocks what it says. */
import { compose, parsePayload, verify } from '@fengqiao/core';
import { disputeChart } from '@fengqiao/plugins';
import { expect, test } from 'vitest';
import { drawDiagram } from '../../packages/server/src/pages/diagram/index.ts';
import { surveyPlugin } from '../fixtures/survey-plugin.ts';

const made = compose(disputeChart, [surveyPlugin], { id: 'default', params: {} });

test('the plugin composes without an error and changes both fingerprints', () => {
  expect(made.findings.filter((finding) => finding.level === 'error')).toEqual([]);
  const bare = compose(disputeChart, [], { id: 'default', params: {} }).composed;
  expect(made.composed.shape).not.toBe(bare.shape);
  expect(made.composed.conduct).not.toBe(bare.conduct);
});

test('its regions, form, term, paper and column are there under its name', () => {
  expect(Object.keys(made.composed.pointRegions).sort()).toEqual(['survey.advice', 'survey.look']);
  expect(made.composed.terms['survey.look']!.length).toBe(2);
  expect(made.composed.documents['survey.record']).toBeDefined();
  expect(made.composed.columns.map((column) => column.id)).toContain('survey.lookedOn');
  const form = made.composed.events['survey.LOOK']!.form;
  expect(parsePayload(form, {}).ok).toBe(false);
  expect(parsePayload(form, { on: '2026-06-01', found: '楼道已清理干净' }).ok).toBe(true);
});

test('the blocking region stands before the level is set; the watching one blocks nothing', () => {
  expect(made.composed.eventRules.RATE).toEqual(['BLOCKED_BY:survey.look']);
  expect(
    Object.values(made.composed.eventRules)
      .flat()
      .filter((rule) => rule.includes('advice')),
  ).toEqual([]);
});

test('the diagram shows its step', async () => {
  expect(JSON.stringify(await drawDiagram(made.composed, undefined, 'zh', 'page'))).toContain('现场查看');
});

test('the composition stays sound', () => {
  const result = verify(made.composed);
  expect(result.soundness.faults).toEqual([]);
  expect(result.proofs.filter((proof) => proof.verdict === 'failed').map((proof) => proof.invariant)).toEqual([]);
}, 120_000);
