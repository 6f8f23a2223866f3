import { expect, test } from 'vitest';
import { compose } from '../compose/index.ts';
import { copies, libraryChart, play } from '../testing/library/index.ts';

const { composed } = compose(libraryChart, [], { id: 'test', params: {} });
const lent = () => {
  const game = play(composed);
  game.must('REQUEST', {
    role: 'reader',
    payload: { reader: '张三', card: 'c1', copies: copies('regular', 'regular') },
  });
  game.must('LEND', { number: '1' });
  return game;
};
const loan = (game: ReturnType<typeof lent>) => game.subject!.terms.find((term) => term.id === 'LOAN')!;

test('a term in hours counts from the instant of recording, one in days from the day of the act', () => {
  const game = play(composed);
  game.must('REQUEST', {
    role: 'reader',
    payload: { reader: '张三', card: 'c1', copies: copies('regular') },
    at: '2026-11-24T02:30:00Z',
  });
  expect(game.subject!.terms).toMatchObject([
    { id: 'PICKUP', key: '', status: 'running', due: '2026-11-26T02:30:00.000Z', token: 1 },
  ]);
  game.must('LEND', { number: '1' });
  expect(game.subject!.terms).toMatchObject([
    { id: 'PICKUP', status: 'ended', token: 2 },
    { id: 'LOAN', status: 'running', due: '2026-12-08' },
  ]);
});

test('put again replaces the running instance with a new token', () => {
  const game = lent();
  const renewed = game.must('RENEW', { payload: { days: 1 }, at: '2026-11-30T01:00:00Z' });
  expect(loan(game)).toMatchObject({ startedOn: '2026-11-30', due: '2026-12-14', token: 2 });
  expect(renewed.entry.outcome.terms).toEqual([loan(game)]);
});

test('a pause moves the due day by what was left; two grounds overlap and count once', () => {
  const game = lent();
  game.must('HOLD', { payload: { ground: '停电' }, at: '2026-11-26T01:00:00Z' });
  expect(loan(game)).toMatchObject({ status: 'paused', pausedOn: '2026-11-26' });
  game.must('HOLD', { payload: { ground: '盘点' }, at: '2026-11-27T01:00:00Z' });
  game.must('HOLD', { payload: { ground: '盘点' }, at: '2026-11-28T01:00:00Z' });
  game.must('UNHOLD', { payload: { ground: '停电' }, at: '2026-11-30T01:00:00Z' });
  expect(loan(game)).toMatchObject({ status: 'paused', due: '2026-12-08' });
  const paused = loan(game).token;
  game.must('UNHOLD', { payload: { ground: '盘点' }, at: '2026-12-01T01:00:00Z' });
  // Twelve days were left on 26 November.
  expect(loan(game)).toMatchObject({
    status: 'running',
    due: '2026-12-14',
    nominal: '2026-12-13',
    pauses: [
      { ground: '停电', from: '2026-11-26', to: '2026-11-30' },
      { ground: '盘点', from: '2026-11-27', to: '2026-12-01' },
    ],
  });
  expect(loan(game).pausedOn).toBeUndefined();
  expect(loan(game).token).toBeGreaterThan(paused);
});

test('an expiry is taken by its token alone, and the instance is expired when automatic rows look', () => {
  const game = lent();
  const expire = (token: number, at = '2026-12-08T16:00:00Z', role = 'clock') =>
    game.send('TERM_EXPIRED', { role, payload: { termId: 'LOAN', key: '', token }, at });
  game.must('RENEW', { payload: { days: 1 } });
  expect(expire(1)).toMatchObject({ ok: false, code: 'WRONG_STATE' });
  expect(expire(2, undefined, 'librarian')).toMatchObject({ ok: false, code: 'ROLE_NOT_ALLOWED' });
  const done = expire(2);
  expect(done).toMatchObject({ ok: true, subject: { state: { stage: 'lent.overdue' } } });
  expect(loan(game)).toMatchObject({ status: 'expired', expiries: 1 });
  expect(done.ok && done.entry.outcome.notices).toEqual([{ text: 'overdue', role: 'librarian', with: { card: 'c1' } }]);
  expect(expire(2)).toMatchObject({ ok: false, code: 'WRONG_STATE' });
});

test('an expiry that no row wants is still recorded', () => {
  const chart = structuredClone(libraryChart);
  chart.regions.stage!.rows = chart.regions.stage!.rows.filter((row) => row.id !== 'L8');
  const game = play(compose(chart, [], { id: 'test', params: {} }).composed);
  game.must('REQUEST', { role: 'reader', payload: { reader: '张三', card: 'c1', copies: copies('regular') } });
  game.must('TERM_EXPIRED', {
    role: 'clock',
    payload: { termId: 'PICKUP', key: '', token: 1 },
    at: '2026-11-27T00:00:00Z',
  });
  expect(game.subject!.terms[0]).toMatchObject({ id: 'PICKUP', status: 'expired' });
  expect(game.subject!.state.stage).toBe('requested');
});

test('a paused term does not run out', () => {
  const game = lent();
  game.must('HOLD', { payload: { ground: '停电' } });
  const token = loan(game).token;
  expect(game.send('TERM_EXPIRED', { role: 'clock', payload: { termId: 'LOAN', key: '', token } })).toMatchObject({
    ok: false,
    code: 'WRONG_STATE',
  });
});

test('a start that is given as an instant or as a day is taken as what the term counts in', () => {
  const chart = structuredClone(libraryChart);
  const row = chart.regions.stage!.rows.find((one) => one.id === 'L1')!;
  row.do!.push({ put: 'PICKUP', from: '2026-11-20' }, { put: 'LOAN', from: { get: 'at.now' } });
  const game = play(compose(chart, [], { id: 'test', params: {} }).composed);
  game.must('REQUEST', {
    role: 'reader',
    payload: { reader: '张三', card: 'c1', copies: copies('regular') },
    at: '2026-11-24T17:00:00Z',
  });
  expect(game.subject!.terms).toMatchObject([
    { id: 'PICKUP', startedOn: '2026-11-19T16:00:00.000Z', due: '2026-11-21T16:00:00.000Z' },
    { id: 'LOAN', startedOn: '2026-11-25', due: '2026-12-09' },
  ]);
});
