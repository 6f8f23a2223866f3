import { expect, test } from 'vitest';
import { compose } from '../compose/index.ts';
import { calendar, camera, cardOk, copies, deposit, libraryChart, play } from '../testing/library/index.ts';
import { decideAll, sittingActs } from './decide-all.ts';
import { options, sittingOptions } from './options.ts';
import { questions } from './questions.ts';

const { composed } = compose(libraryChart, [deposit, camera], { id: 'test', params: {} });
const moment = { now: '2026-11-24T03:00:00Z', today: '2026-11-24' };
const actor = (role: string) => ({ person: 'p', post: 'q', role, unit: 'u' });
const requested = (kind: 'rare' | 'regular' = 'regular') => {
  const game = play(composed);
  game.must('REQUEST', { role: 'reader', payload: { reader: '张三', card: 'c1', copies: copies(kind) } });
  return game;
};
const offered = (subject: ReturnType<typeof requested>['subject'], role: string, answers = {}) =>
  Object.fromEntries(
    options(composed, calendar, subject, actor(role), answers, moment).map((option) => [option.event, option]),
  );

test('without a subject only opening events are offered, with one every other event that people send', () => {
  expect(Object.keys(offered(undefined, 'reader'))).toEqual(['REQUEST']);
  const all = Object.keys(offered(requested().subject, 'librarian'));
  expect(all).toContain('camera.SHOOT');
  expect(all).not.toContain('REQUEST');
  expect(all).not.toContain('TERM_EXPIRED');
});

test('available: the role may, the state fits and no rule fails whatever is typed', () => {
  const all = offered(requested().subject, 'librarian');
  expect(all.LEND).toMatchObject({ available: true, here: true, verb: { zh: '借出' } });
  expect(all.CANCEL!.available).toBe(true);
  expect(all.CHECK).toMatchObject({ available: false, here: false });
  expect(all.CHECK!.reasons.map((reason) => reason.code)).toEqual(['WRONG_STATE']);
});

test('not available: every reason at once, of role and rules, with what cures it', () => {
  const all = offered(requested('rare').subject, 'librarian', { 'cardValid{"card":"c1"}': false });
  expect(all.LEND!.available).toBe(false);
  expect(all.LEND!.reasons.map((reason) => reason.rule)).toEqual([
    'BLOCKED_BY:deposit.cash',
    'cardValid',
    'headForRare',
  ]);
  expect(all.LEND!.reasons[0]!.cure![0]!.who).toEqual(['cashier']);
  const reader = offered(requested('rare').subject, 'reader');
  expect(reader.LEND!.reasons.map((reason) => reason.code)).toEqual(['ROLE_NOT_ALLOWED', 'BLOCKED_BY', 'RULE_FAILED']);
});

test('a rule that only the payload decides does not count, and what is not asked yet is unknown', () => {
  const game = requested('rare');
  const all = offered(game.subject, 'cashier');
  expect(all['deposit.PAY']!.available).toBe(true);
  game.must('deposit.PAY', { role: 'cashier', payload: { amount: 100 } });
  expect(offered(game.subject, 'head').LEND!.available).toBe(true);
  expect(game.send('LEND', { role: 'head', payload: { note: '免押' } })).toMatchObject({
    ok: false,
    reasons: [{ rule: 'deposit.notTwice' }],
  });
});

test('whoever may act for others is offered the act, marked so', () => {
  const game = requested();
  game.must('LEND', { number: '1' });
  const chart = structuredClone(libraryChart);
  chart.regions.stage!.rows.find((row) => row.id === 'L4')!.when = undefined as never;
  const other = compose(JSON.parse(JSON.stringify(chart)), [], { id: 'test', params: {} }).composed;
  const found = options(other, calendar, game.subject, actor('head'), {}, moment).find(
    (option) => option.event === 'RENEW',
  );
  expect(found).toMatchObject({ available: true, behalf: true });
});

test('nothing is offered when the case is over', () => {
  const game = requested();
  game.must('CANCEL', { payload: { reason: '不借' } });
  expect(Object.values(offered(game.subject, 'head')).filter((option) => option.available)).toEqual([]);
});

test('questions name what the rows and rules of an event ask, with the arguments of now', () => {
  const { subject } = requested();
  expect(questions(composed, subject, { eventId: 'e', type: 'LEND', payload: {}, actor: actor('head') })).toEqual([
    { ask: 'cardValid', with: { card: 'c1' } },
  ]);
  expect(questions(composed, subject, { eventId: 'e', type: 'CANCEL', payload: {}, actor: actor('head') })).toEqual([]);
});

const counter = composed.sittings.counter!;
const form = { request: { reader: '张三', card: 'c1', copies: copies('regular') }, lend: true };

test('a sitting is offered where its state is and to whoever may raise what it surely raises', () => {
  expect(sittingOptions(composed, calendar, undefined, actor('librarian'), {}, moment)).toMatchObject([
    { sitting: 'counter', available: true },
  ]);
  expect(sittingOptions(composed, calendar, undefined, actor('cashier'), {}, moment)).toMatchObject([
    { available: false, reasons: [{ code: 'ROLE_NOT_ALLOWED', event: 'REQUEST' }] },
  ]);
  expect(
    sittingOptions(composed, calendar, undefined, actor('cashier'), {}, moment, ['cashier', 'head']),
  ).toMatchObject([{ available: true }]);
  expect(sittingOptions(composed, calendar, requested().subject, actor('head'), {}, moment)).toEqual([]);
});

test('its form becomes acts: steps that do not apply are left out', () => {
  const context = { calendar, subject: undefined, moment, actor: actor('librarian') };
  expect(sittingActs(composed, counter, form, context)).toEqual([
    { step: 0, type: 'REQUEST', payload: form.request },
    { step: 1, type: 'LEND', payload: {} },
  ]);
  expect(sittingActs(composed, counter, { ...form, lend: false }, context).map((act) => act.type)).toEqual(['REQUEST']);
  const each = {
    ...counter,
    steps: [
      {
        event: 'REPORT_LOST',
        each: [{ get: 'form.request.copies' }, 'c', null] as any,
        with: { copy: { get: 'c.id' } },
        behalf: { get: 'c.id' },
      },
    ],
  };
  expect(sittingActs(composed, each, form, context)).toEqual([
    { step: 0, type: 'REPORT_LOST', payload: { copy: 'b1' }, behalf: ['b1'] },
  ]);
});

test('acts of a sitting see each other; the first refusal names its step and nothing is kept', () => {
  const acts = sittingActs(composed, counter, form, {
    calendar,
    subject: undefined,
    moment,
    actor: actor('librarian'),
  });
  const input = (role: string, answers = cardOk) => ({
    definition: composed,
    calendar,
    subject: undefined,
    identity: { district: 'd', kind: 'loan', id: 's9' },
    answers,
    moment,
    acts: acts.map(({ type, payload }, at) => ({ eventId: `e${at}`, type, payload, actor: actor(role) })),
    numbers: [undefined, { series: 'loan', value: '3' }],
  });
  const done = decideAll(input('librarian'));
  expect(done).toMatchObject({ ok: true, subject: { seq: 2, state: { stage: 'lent.out' }, data: { number: '3' } } });
  expect(
    done.ok &&
      done.steps.map((step) => [
        step.entry.seq,
        step.entry.prev === '' || step.entry.prev === done.steps[0]!.entry.hash,
      ]),
  ).toEqual([
    [1, true],
    [2, true],
  ]);
  const refused = decideAll(input('librarian', { 'cardValid{"card":"c1"}': false }));
  expect(refused).toMatchObject({
    ok: false,
    code: 'RULE_FAILED',
    step: 1,
    event: 'LEND',
    reasons: [{ rule: 'cardValid', step: 1, event: 'LEND' }],
  });
});
