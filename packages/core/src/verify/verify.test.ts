/** The proof finds what is broken, names it, and says "unknown" when its budget ends. */
import { expect, test } from 'vitest';
import { compose } from '../compose/index.ts';
import type { ChartDefinition, InvariantDef } from '../language/definition.ts';
import { libraryChart } from '../testing/library/index.ts';
import { verify } from './index.ts';

const text = { zh: '测试用不变量', en: 'an invariant of the test' };
const invariant = (id: string, check: InvariantDef['check']): InvariantDef => ({
  id,
  version: 1,
  law: ['L-2'],
  ...text,
  check,
});
const rareByHead = libraryChart.rules.headForRare!.need;
const settled = { every: [{ get: 'data.copies' }, 'i0', { in: [{ get: 'i0.state' }, ['back', 'lost']] }] } as const;

const invariants: InvariantDef[] = [
  invariant('rareByHead', { before: ['LEND'], need: rareByHead }),
  invariant('nothingOut', { always: structuredClone(settled) as any, in: ['returned', 'closed'] }),
  invariant('renewedInTime', { before: ['RENEW'], need: { eq: [{ get: 'term.LOAN.status' }, 'running'] } }),
  invariant('lossTold', { offered: ['REPORT_LOST'], in: ['lent.out', 'lent.overdue'], unconditional: true }),
  invariant('notLentTwice', { neverOffered: ['LEND'], in: ['lent.out', 'lent.overdue', 'closed'] }),
  invariant('noFee', { absent: ['service fee', '手续费'] }),
];
const check = (change: (chart: any) => void = () => {}, budget?: number) => {
  const chart: ChartDefinition = structuredClone(libraryChart);
  chart.invariants = structuredClone(invariants);
  change(chart);
  return verify(compose(chart, [], { id: 'test', params: {} }).composed, budget);
};
const row = (chart: any, id: string) => chart.regions.stage.rows.find((one: any) => one.id === id);
const broken = (result: ReturnType<typeof verify>) =>
  result.proofs.filter((proof) => proof.verdict !== 'proved').map((proof) => `${proof.invariant} ${proof.verdict}`);

test('a sound chart is proved, every invariant of it, and states reached = states declared', () => {
  const result = check();
  expect(result.soundness.faults).toEqual([]);
  expect(broken(result)).toEqual([]);
  expect(result.verdict).toBe('sound');
  expect(result.soundness.stages).toBe(6);
});

test.each([
  ['rareByHead failed', (chart: any) => (row(chart, 'L2').rules = ['cardValid'])],
  ['nothingOut failed', (chart: any) => (row(chart, 'A1').when = { has: { get: 'data.fine' } })],
  ['renewedInTime failed', (chart: any) => (row(chart, 'L4').rules = ['fewRenewals', 'noFine'])],
  ['lossTold failed', (chart: any) => (row(chart, 'L6').rules = ['noFine'])],
  ['notLentTwice failed', (chart: any) => row(chart, 'L2').from.push('lent.overdue')],
  [
    'noFee failed',
    (chart: any) => chart.columns.push({ id: 'service fee', zh: '费', en: 'fee', value: 1, as: 'number' }),
  ],
])('%s when its rule is taken away', (name, change) => {
  const result = check(change);
  expect(broken(result)).toEqual([name]);
  expect(result.verdict).toBe('unsound');
  const proof = result.proofs.find((one) => one.verdict === 'failed')!;
  expect(proof.story!.zh).toContain(text.zh);
});

test('a counterexample is told in order, by whom', () => {
  const proof = check((chart) => (row(chart, 'A1').when = { has: { get: 'data.fine' } })).proofs.find(
    (one) => one.verdict === 'failed',
  )!;
  expect(proof.story!.zh.split('\n')).toEqual([
    '1. 读者、馆员、主任办理“申请借阅”，进入“已申请”',
    '2. 馆员、主任办理“借出”，进入“在借”',
    '3. 读者、馆员办理“报失”，进入“已还待验收”',
    '此时违反：测试用不变量（L-2）。',
  ]);
});

test('an event nobody can send, a row that is never taken and a state without an end are found', () => {
  const stuck = check(
    (chart) => (chart.regions.stage.rows = chart.regions.stage.rows.filter((one: any) => one.id !== 'L9')),
  );
  expect(stuck.soundness.faults.map((fault) => `${fault.kind} ${fault.name}`)).toContain('stuck returned');
  const dead = check((chart) => (row(chart, 'L7').from = ['closed']));
  expect(dead.soundness.faults.map((fault) => `${fault.kind} ${fault.name}`)).toEqual(
    expect.arrayContaining(['row never taken stage L7', 'state never reached lent.overdue']),
  );
});

test('a property whose event is never taken proves nothing', () => {
  const result = check((chart) =>
    chart.invariants.push(invariant('empty', { before: ['NO_SUCH_EVENT'], need: { all: [] } })),
  );
  expect(broken(result)).toEqual(['empty vacuous']);
  expect(result.verdict).toBe('unsound');
});

test('an exhausted budget is unknown, never ok', () => {
  const result = check(() => {}, 2);
  expect(result.verdict).not.toBe('sound');
  expect(result.proofs.filter((proof) => proof.states > 0).every((proof) => proof.verdict !== 'proved')).toBe(true);
});
