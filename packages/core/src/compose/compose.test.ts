import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical } from '../language/canonical.ts';
import { camera, copies, deposit, libraryChart, play, small } from '../testing/library/index.ts';
import { compose } from './compose.ts';

const preset = { id: 'p', params: {} };
const codesOf = (made: ReturnType<typeof compose>) =>
  made.findings.filter((finding) => finding.level === 'error').map((finding) => finding.code);

describe('order of installation', () => {
  const plugins = [deposit, camera, small('alpha'), small('b-two'), small('zeta')];
  const first = compose(libraryChart, plugins, preset);
  const walk = (made: ReturnType<typeof compose>) => {
    const game = play(made.composed);
    game.must('REQUEST', { role: 'reader', payload: { reader: '张三', card: 'c1', copies: copies('rare') } });
    const refused = game.send('LEND', { payload: { note: '免押' } });
    game.must('deposit.PAY', { role: 'cashier', payload: { amount: 100 } });
    game.must('LEND', { role: 'head', number: '1' });
    return canonical([game.subject, refused]);
  };
  test('cannot matter: same definition, fingerprints, findings, refusals and snapshots', () => {
    const reached = walk(first);
    fc.assert(
      fc.property(fc.shuffledSubarray(plugins, { minLength: plugins.length }), (order) => {
        const made = compose(libraryChart, order, preset);
        expect(canonical(made.composed)).toBe(canonical(first.composed));
        expect(made.findings).toEqual(first.findings);
        expect(walk(made)).toBe(reached);
      }),
      { numRuns: 25 },
    );
    expect(first.composed.plugins).toEqual(['alpha', 'b-two', 'camera', 'deposit', 'zeta']);
  });
});

describe('union', () => {
  const { composed } = compose(libraryChart, [deposit], preset);
  test('names of a plugin are made full, and its references with them', () => {
    expect(Object.keys(composed.events)).toContain('deposit.PAY');
    expect(composed.rules['deposit.enough']!.need).toEqual({
      le: [{ get: 'param.deposit.least' }, { get: 'event.amount' }],
    });
    const region = composed.pointRegions['deposit.cash']!;
    expect(region.enter).toEqual({ fact: 'deposit.wanted' });
    expect(region.rows[0]).toMatchObject({ id: 'deposit.D1', on: 'deposit.PAY', rules: ['deposit.enough'] });
    expect(region.states.asked!.entry).toEqual([{ put: 'deposit.PAY' }]);
    expect(composed.columns.map((column) => column.id)).toEqual(['card', 'deposit.paid']);
  });
  test('a blocking region is a rule of the events that it blocks, a tightening too', () => {
    expect(composed.eventRules.LEND).toEqual(['BLOCKED_BY:deposit.cash', 'deposit.notTwice']);
    expect(composed.rules['BLOCKED_BY:deposit.cash']!.cures).toEqual(['deposit.PAY']);
  });
  test('fields of a plugin come under ext, and a required one is required', () => {
    const form = composed.events.LEND!.form as any;
    expect(form.properties.ext.properties.deposit.properties.receipt.title).toBe('收据号');
    expect(form.required).toBeUndefined();
    const strict = structuredClone(deposit);
    strict.fields.LEND!.required = ['receipt'];
    const game = play(compose(libraryChart, [strict], preset).composed);
    game.must('REQUEST', { role: 'reader', payload: { reader: '张三', card: 'c1', copies: copies('regular') } });
    expect(game.send('LEND', { number: '1' })).toMatchObject({
      ok: false,
      code: 'INVALID_PAYLOAD',
      reasons: [{ path: 'ext' }],
    });
    expect(game.send('LEND', { number: '1', payload: { ext: { deposit: {} } } })).toMatchObject({
      reasons: [{ path: 'ext.deposit.receipt', text: { zh: '收据号须填写' } }],
    });
    expect(game.send('LEND', { number: '1', payload: { ext: { deposit: { receipt: '1' } } } }).ok).toBe(true);
  });
  test('options of a plugin join the list of the base and can be chosen in its forms', () => {
    expect(composed.codes.shelves!.map((item) => item.code)).toEqual(['a', 'b', 'safe']);
    const base = structuredClone(libraryChart);
    (base.events.LEND!.form as any).properties.shelf = {
      type: 'string',
      title: '书架',
      en: 'shelf',
      codes: 'shelves',
      enum: ['a', 'b'],
      labels: { a: { zh: '甲架', en: 'A' }, b: { zh: '乙架', en: 'B' } },
    };
    const shelf = (compose(base, [deposit], preset).composed.events.LEND!.form as any).properties.shelf;
    expect(shelf.enum).toEqual(['a', 'b', 'safe']);
    expect(shelf.labels.safe).toEqual({ zh: '保险柜', en: 'safe' });
  });
  test('the result is frozen and leaves what it was made of alone', () => {
    expect(() => {
      (composed.events.LEND as any).zh = 'x';
    }).toThrow();
    expect(Object.isFrozen(libraryChart.events.LEND)).toBe(false);
  });
});

describe('preset', () => {
  test('params go over those of the definitions, in depth', () => {
    const { composed } = compose(libraryChart, [deposit], {
      id: 'east',
      params: { desk: { seats: 9 }, deposit: { least: 300 } },
    });
    expect(composed.params).toEqual({ mostRenewals: 2, desk: { name: 'east', seats: 9 }, deposit: { least: 300 } });
  });
  test('a preset changes conduct and never shape; a form changes both; words change conduct alone', () => {
    const one = compose(libraryChart, [deposit], preset).composed;
    const two = compose(libraryChart, [deposit], { id: 'p', params: { deposit: { least: 300 } } }).composed;
    expect([two.shape === one.shape, two.conduct === one.conduct]).toEqual([true, false]);
    const chart = structuredClone(libraryChart);
    (chart.events.RENEW!.form as any).properties.days.maximum = 31;
    const three = compose(chart, [deposit], preset).composed;
    expect([three.shape === one.shape, three.conduct === one.conduct]).toEqual([false, false]);
    const worded = structuredClone(libraryChart);
    (worded.events.RENEW!.form as any).properties.days.title = '续借日数';
    const four = compose(worded, [deposit], preset).composed;
    expect([four.shape === one.shape, four.conduct === one.conduct]).toEqual([true, false]);
    const wider = compose(libraryChart, [deposit, camera], preset).composed;
    expect(wider.shape).not.toBe(one.shape);
  });
  test('the fixture is without faults', () => {
    expect(codesOf(compose(libraryChart, [deposit, camera, small('alpha')], preset))).toEqual([]);
  });
});
