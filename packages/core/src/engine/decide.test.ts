/** The semantics of a step, one test for each of its points. */
import { describe, expect, test } from 'vitest';
import { compose } from '../compose/index.ts';
import type { ChartDefinition, PluginDefinition } from '../language/definition.ts';
import { camera, copies, deposit, type Game, libraryChart, type Move, play } from '../testing/library/index.ts';

const composed = (plugins: PluginDefinition[] = [], base: ChartDefinition = libraryChart) => {
  const made = compose(base, plugins, { id: 'test', params: {} });
  expect(made.findings.filter((finding) => finding.level === 'error')).toEqual([]);
  return made.composed;
};
const bare = composed();
const full = composed([deposit, camera]);
const request = (game: Game, ...kinds: ('regular' | 'rare')[]) =>
  game.must('REQUEST', {
    role: 'reader',
    payload: {
      reader: '张三',
      card: 'c1',
      copies: copies(...(kinds.length ? kinds : (['regular', 'regular'] as const))),
    },
  });
const lent = (definition = bare, move: Move = {}) => {
  const game = play(definition);
  request(game);
  game.must('LEND', { number: '7', ...move });
  return game;
};
const refused = (decided: ReturnType<Game['send']>) => {
  if (decided.ok) throw new Error('accepted');
  return decided;
};
/** The chart with one thing changed. */
const changed = (change: (chart: any) => void): ChartDefinition => {
  const chart = structuredClone(libraryChart);
  change(chart);
  return chart;
};

describe('1. rows', () => {
  test('in each region the first row whose state and `when` fit is taken', () => {
    const game = lent();
    game.must('WATCH', { payload: { why: '常逾期' } });
    expect(game.subject!.state).toEqual({ stage: 'lent.out', care: 'watched' });
    game.must('BRING_BACK', { payload: { copies: ['b1', 'b2'] } });
    const check = game.must('CHECK', { payload: { sound: false } });
    expect(check.entry.outcome.taken).toEqual(['L10']);
    expect(game.must('CHECK', { payload: { sound: true } }).entry.outcome.taken).toEqual(['L9']);
  });
  test('without a row of the present state it is WRONG_STATE and says where it is done', () => {
    const game = play(bare);
    request(game);
    const { code, status, reasons } = refused(game.send('CHECK', { payload: { sound: true } }));
    expect([code, status]).toEqual(['WRONG_STATE', 409]);
    expect(reasons[0]!.text.zh).toContain('已还待验收');
  });
  test('rows whose `when` is false or missing are not taken; what they want is told', () => {
    const chart = changed((it) => {
      it.regions.stage.rows.find((row: any) => row.id === 'L9').when = { eq: [{ get: 'data.fine' }, 0] };
      it.regions.stage.rows = it.regions.stage.rows.filter((row: any) => row.id !== 'L10');
    });
    const game = lent(composed([], chart));
    game.must('BRING_BACK', { payload: { copies: ['b1', 'b2'] } });
    const { code, reasons } = refused(game.send('CHECK', { payload: { sound: true } }));
    expect(code).toBe('WRONG_STATE');
    expect(reasons[0]!.rule).toBe('L9');
    expect(reasons[0]!.unmet![0]!.zh).toBe('罚款应为0（现为空）');
  });
  test('in a final state everything is WRONG_STATE', () => {
    const game = play(bare);
    request(game);
    game.must('CANCEL', { payload: { reason: '不借了' } });
    expect(refused(game.send('WATCH', { payload: { why: '理由' } })).code).toBe('WRONG_STATE');
  });
  test('an opening event opens once; other events want a subject; unknown events are unknown', () => {
    const game = play(bare);
    expect(refused(game.send('LEND')).code).toBe('UNKNOWN_SUBJECT');
    expect(refused(game.send('NO_SUCH')).code).toBe('UNKNOWN_EVENT');
    request(game);
    expect(
      refused(
        game.send('REQUEST', { role: 'reader', payload: { reader: '李四', card: 'c2', copies: copies('regular') } }),
      ).code,
    ).toBe('WRONG_STATE');
  });
});

describe('2. role', () => {
  test('a role that no row admits is told before the payload is looked at', () => {
    const game = play(bare);
    request(game);
    const { code, reasons } = refused(game.send('LEND', { role: 'reader', payload: { unknown: 1 } }));
    expect(code).toBe('ROLE_NOT_ALLOWED');
    expect(reasons).toHaveLength(1);
    expect(reasons[0]!.text.zh).toContain('馆员、主任');
  });
  test('the row that `when` takes decides, even where another row would admit the role', () => {
    const chart = changed((it) => {
      it.regions.stage.rows.find((row: any) => row.id === 'L9').by = ['head'];
    });
    const game = lent(composed([], chart));
    game.must('BRING_BACK', { payload: { copies: ['b1', 'b2'] } });
    expect(refused(game.send('CHECK', { payload: { sound: true } })).code).toBe('ROLE_NOT_ALLOWED');
    expect(game.send('CHECK', { payload: { sound: false } }).ok).toBe(true);
  });
  test('somebody may act on behalf only with whom and on what paper', () => {
    const game = lent();
    const renew = { role: 'head', payload: { days: 5 } };
    const chartWithout = refused(game.send('RENEW', renew));
    expect(chartWithout.code).toBe('ROLE_NOT_ALLOWED');
    expect(chartWithout.reasons[0]!.text.en).toContain('signed paper');
    expect(refused(game.send('RENEW', { ...renew, behalf: ['r1'] })).code).toBe('ROLE_NOT_ALLOWED');
    // The row itself asks for part party or staff: the head is neither.
    expect(refused(game.send('RENEW', { ...renew, behalf: ['r1'], evidence: 'paper' })).code).toBe('WRONG_STATE');
    const chart = changed((it) => {
      delete it.regions.stage.rows.find((row: any) => row.id === 'L4').when;
    });
    const other = lent(composed([], chart));
    const accepted = other.must('RENEW', { ...renew, behalf: ['r1'], evidence: 'paper' });
    expect(accepted.entry.actor).toMatchObject({ role: 'head', behalf: ['r1'], evidence: 'paper', part: 'lead' });
  });
});

describe('3. rules', () => {
  test('all failing rules are told at once, false and missing alike, with basis, what is unmet and what cures', () => {
    const game = play(bare);
    request(game, 'rare');
    const { code, reasons } = refused(game.send('LEND', { answers: { 'cardValid{"card":"c1"}': false } }));
    expect(code).toBe('RULE_FAILED');
    expect(reasons.map((reason) => reason.rule)).toEqual(['cardValid', 'headForRare']);
    expect(reasons[0]).toMatchObject({ law: ['L-1'], basis: '本馆规则第一条', text: { zh: '借书证无效' } });
    expect(reasons[1]!.unmet![0]!.zh).toBe('办理人的岗位角色应为主任（现为馆员）');
    expect(game.subject!.seq).toBe(1);
  });
  test('a rule may be asked differently of one event', () => {
    const chart = changed((it) => {
      it.regions.stage.rows.find((row: any) => row.id === 'L1').do.push({ set: 'data.fine', to: 80 });
    });
    const game = play(composed([], chart));
    request(game);
    expect(game.send('CANCEL', { payload: { reason: '不借了' } }).ok).toBe(true);
  });
  test('rules of plugins and blocks are told together, with the plugin', () => {
    const game = play(full);
    request(game, 'rare');
    const { code, reasons } = refused(game.send('LEND', { payload: { note: '免押' } }));
    expect(code).toBe('RULE_FAILED');
    expect(reasons.map(({ rule, plugin, code: of }) => [rule, plugin, of])).toEqual([
      ['BLOCKED_BY:deposit.cash', 'deposit', 'BLOCKED_BY'],
      ['deposit.notTwice', 'deposit', 'RULE_FAILED'],
      ['headForRare', undefined, 'RULE_FAILED'],
    ]);
    expect(reasons[0]!.cure).toEqual([
      { zh: '出纳办理“缴纳押金”', en: 'cashier: pay the deposit', event: 'deposit.PAY', who: ['cashier'] },
    ]);
    expect(refused(game.send('LEND', { role: 'head' })).code).toBe('BLOCKED_BY');
    expect(game.must('deposit.PAY', { role: 'cashier', payload: { amount: 100 } }).subject.data.ext).toEqual({
      deposit: { paid: 100 },
    });
    expect(game.send('LEND', { role: 'head' }).ok).toBe(true);
  });
  test('a rule of a passed term answers TERM_PASSED', () => {
    const game = lent();
    game.must('TERM_EXPIRED', {
      role: 'clock',
      payload: { termId: 'LOAN', key: '', token: 1 },
      at: '2026-12-08T16:00:00Z',
    });
    expect(game.subject!.state.stage).toBe('lent.overdue');
    const chart = changed((it) => {
      it.regions.stage.rows.find((row: any) => row.id === 'L4').from.push('lent.overdue');
    });
    const other = lent(composed([], chart));
    other.must('TERM_EXPIRED', {
      role: 'clock',
      payload: { termId: 'LOAN', key: '', token: 1 },
      at: '2026-12-08T16:00:00Z',
    });
    expect(refused(other.send('RENEW', { payload: { days: 3 } })).code).toBe('TERM_PASSED');
  });
  test('an answer that was not given is asked for, and no rule is decided without it', () => {
    const game = play(bare);
    request(game);
    const decided = refused(game.send('LEND', { answers: {} }));
    expect(decided.code).toBe('CAPABILITY_MISSING');
    expect(decided.questions).toEqual([{ ask: 'cardValid', with: { card: 'c1' } }]);
    expect(refused(game.send('LEND', { answers: { 'cardValid{"card":"c1"}': null } })).reasons[0]!.rule).toBe(
      'cardValid',
    );
    expect(game.must('LEND', { number: '1' }).entry.facts).toEqual({
      'cardValid{"card":"c1"}': true,
      'number:loan': '1',
    });
  });
});

describe('4. updates', () => {
  test('rows read the state before the event; exits, entries and signals follow, each seeing what was before it', () => {
    const game = lent();
    expect(game.subject!.data.notes).toEqual([
      { id: 'p', text: '进入借出' },
      { id: 'n2', text: '借出 2026-11-24' },
    ]);
    game.must('BRING_BACK', { payload: { copies: ['b1', 'b2'] } });
    expect((game.subject!.data.notes as any[]).map((note) => note.text)).toEqual([
      '进入借出',
      '借出 2026-11-24',
      '归还2',
      '离开借出',
    ]);
  });
  test('members move by the first row that fits them, with their fields, and are named in the entry', () => {
    const game = lent();
    const { entry, subject } = game.must('BRING_BACK', { payload: { copies: ['b2'] } });
    expect(entry.outcome.taken).toEqual(['L5', 'M1:b2']);
    expect(subject.data.copies).toMatchObject([
      { id: 'b1', state: 'due' },
      { id: 'b2', state: 'back', backOn: '2026-11-24' },
    ]);
    expect(entry.outcome.changes.slice(0, 2)).toEqual([
      { path: '/copies/1/state', value: 'back' },
      { path: '/copies/1/backOn', value: '2026-11-24' },
    ]);
  });
  test('an automatic row fires after the updates that make it true', () => {
    const game = lent();
    game.must('REPORT_LOST', { payload: { copy: 'b1' } });
    expect(game.subject!.state.stage).toBe('lent.out');
    const last = game.must('BRING_BACK', { payload: { copies: ['b2'] } });
    expect(last.entry.outcome.taken).toEqual(['L5', 'M1:b2', 'A1']);
    expect(last.subject.state.stage).toBe('returned');
    expect(last.subject.data.fine).toBe(50);
  });
  test('automatic rows that never rest are an error and no endless loop', () => {
    const chart = changed((it) => {
      it.regions.stage.rows.push({
        id: 'X1',
        on: 'auto',
        from: ['requested'],
        to: 'lent.out',
        when: { has: { get: 'data.lentOn' } },
      });
      it.regions.stage.rows.push({ id: 'X2', on: 'auto', from: ['lent.out'], to: 'requested', when: { all: [] } });
    });
    const game = play(composed([], chart));
    request(game);
    expect(() => game.send('LEND', { number: '1' })).toThrow('do not settle');
  });
  test('a payload with faults is refused with all of them, together with what the state refuses in any case', () => {
    const game = play(bare);
    request(game, 'rare');
    const { code, reasons } = refused(game.send('LEND', { payload: { note: '', extra: 1 } }));
    expect(code).toBe('INVALID_PAYLOAD');
    expect(reasons.map((reason) => reason.path ?? reason.rule)).toEqual(['note', 'extra', 'headForRare']);
  });
});

describe('5. regions of plugins', () => {
  test('they enter when their condition holds, run their entry, and go with their point', () => {
    const game = play(full);
    const opened = request(game, 'rare');
    expect(opened.subject.state).toEqual({ stage: 'requested', care: 'normal', 'deposit.cash': 'asked' });
    expect(opened.subject.terms.find((term) => term.id === 'deposit.PAY')).toMatchObject({
      status: 'running',
      due: '2026-11-27',
    });
    game.must('deposit.PAY', { role: 'cashier', payload: { amount: 200 } });
    expect(game.subject!.terms.find((term) => term.id === 'deposit.PAY')!.status).toBe('ended');
    game.must('LEND', { role: 'head', number: '1' });
    expect(game.subject!.state).toEqual({ stage: 'lent.out', care: 'normal', 'camera.pictures': 'none-yet' });
    const other = play(full);
    request(other, 'regular');
    expect(other.subject!.state['deposit.cash']).toBeUndefined();
  });
  test('base events run the updates that a region lays beside them', () => {
    const game = lent(full);
    game.must('RENEW', { payload: { days: 2 } });
    expect((game.subject!.data.ext as any).camera.shots).toEqual([{ on: '2026-11-24' }]);
  });
  test('a region marked once keeps its done state when its point is entered again', () => {
    const chart = changed((it) => {
      it.regions.stage.rows.push({ id: 'X1', on: 'CHECK', from: ['lent.out'], to: 'requested', by: ['librarian'] });
    });
    const game = lent(composed([camera], chart));
    game.must('camera.SHOOT');
    expect(game.subject!.done).toEqual(['camera.pictures.taken']);
    game.must('CHECK', { payload: { sound: true } });
    expect(game.subject!.state['camera.pictures']).toBeUndefined();
    game.must('LEND', { number: '2' });
    expect(game.subject!.state['camera.pictures']).toBe('taken');
    expect(refused(game.send('camera.SHOOT')).code).toBe('WRONG_STATE');
  });
  test('the number of the entry that entered the point is the basis of a form', () => {
    const game = lent();
    expect(game.subject!.pointSeq).toBe(2);
    game.must('RENEW', { payload: { days: 2 } });
    expect(game.subject!.pointSeq).toBe(2);
    game.must('TERM_EXPIRED', {
      role: 'clock',
      payload: { termId: 'LOAN', key: '', token: 2 },
      at: '2027-01-01T00:00:00Z',
    });
    expect(game.subject!.state.stage).toBe('lent.overdue');
    expect(game.subject!.pointSeq).toBe(2);
    game.must('BRING_BACK', { payload: { copies: ['b1', 'b2'] } });
    expect(game.subject!.pointSeq).toBe(5);
  });
});

describe('7. entry', () => {
  test('time never runs backwards, and the day of the act may be earlier but not in the future', () => {
    const game = play(bare);
    request(game);
    const late = game.must('LEND', { at: '2026-11-23T01:00:00Z', number: '1', occurredOn: '2026-11-20' });
    expect(late.entry.at).toBe('2026-11-24T01:00:00.000001Z');
    expect(late.entry.effectiveAt).toBe('2026-11-20');
    expect(late.subject.terms.find((term) => term.id === 'LOAN')).toMatchObject({
      startedOn: '2026-11-20',
      due: '2026-12-04',
    });
    const { reasons } = refused(game.send('RENEW', { payload: { days: 1 }, occurredOn: '2099-01-01' }));
    expect(reasons[0]).toMatchObject({ code: 'INVALID_PAYLOAD', path: 'occurredOn' });
    expect(refused(game.send('RENEW', { payload: { days: 1 }, occurredOn: '2026-02-30x' })).reasons[0]!.path).toBe(
      'occurredOn',
    );
  });
  test('effects carry the values of the state after the step, loops unrolled', () => {
    const game = play(bare);
    request(game);
    const { effects } = game.must('LEND', { number: '1' });
    expect(effects.map(({ reaction, n, values, onRefused }) => [reaction, n, values, onRefused])).toEqual([
      ['tellReader', 0, { card: 'c1', due: '2026-12-08' }, 'drop'],
      ['tellReader', 1, { copy: 'b1' }, 'drop'],
      ['tellReader', 2, { copy: 'b2' }, 'drop'],
    ]);
  });
});
