import { describe, expect, test } from 'vitest';
import { compose } from '../compose/index.ts';
import type { Cond } from '../language/expressions.ts';
import { deposit, libraryChart } from '../testing/library/index.ts';
import { curesOf } from './cures.ts';
import type { Env } from './env.ts';
import { unmetOf } from './explain.ts';
import { dig } from './values.ts';

const { composed } = compose(libraryChart, [deposit], { id: 'p', params: {} });
const data = {
  reader: { ref: 'r1', commit: 'c1' },
  card: 'c1',
  fine: 250,
  copies: [
    { id: 'b1', title: '书', kind: 'rare', state: 'due' },
    { id: 'b2', title: '书', kind: 'regular', state: 'back' },
  ],
};
const env: Env = {
  get: (path) => {
    const keys = path.split('.');
    if (keys[0] === 'state') return path === 'state.stage' ? 'requested' : 'none';
    if (keys[0] === 'term') return keys.at(-1) === 'status' ? 'running' : undefined;
    return dig({ data, event: { note: '免押' }, actor: { role: 'librarian' } } as any, keys);
  },
  parts: composed,
  ask: () => undefined,
  due: () => undefined,
  dayOf: (instant) => instant.slice(0, 10),
};
const told = (cond: Cond) => unmetOf(composed, cond, env, composed.events.LEND!.form);
const zh = (cond: Cond) => told(cond).map((unmet) => unmet.zh);
const en = (cond: Cond) => told(cond).map((unmet) => unmet.en);

describe('unmet atoms', () => {
  test('only what keeps the condition from being true, by the titles of the fields and the labels of the codes', () => {
    const cond: Cond = {
      all: [
        { eq: [{ get: 'data.card' }, 'c1'] },
        { le: [{ get: 'data.fine' }, 0] },
        { eq: [{ get: 'actor.role' }, 'head'] },
        { eq: [{ get: 'term.LOAN.status' }, 'expired'] },
        { eq: [{ get: 'state.stage' }, 'returned'] },
      ],
    };
    expect(zh(cond)).toEqual([
      '罚款不得大于（晚于）0（现为250）',
      '办理人的岗位角色应为主任（现为馆员）',
      '“借期”应为已届满（现为计时中）',
      '借阅环节应为已还待验收（现为已申请）',
    ]);
    expect(en(cond)[1]).toBe('the role of the one who acts must be head (found: librarian)');
  });
  test('each member that does not fit is named by its id', () => {
    const cond: Cond = { every: [{ get: 'data.copies' }, 'i0', { eq: [{ get: 'i0.state' }, 'back'] }] };
    expect(zh(cond)).toEqual(['借阅图书 b1：借阅状态应为已还（现为在借）']);
    expect(told(cond)[0]!.reads).toEqual(['data.copies[].state']);
    expect(zh({ some: [{ get: 'data.copies' }, 'i0', { eq: [{ get: 'i0.state' }, 'lost'] }] })).toEqual([
      '须有符合条件的借阅图书',
    ]);
  });
  test('denials, alternatives, consequences and lists', () => {
    expect(zh({ not: { mentions: [{ get: 'event.note' }, ['免押']] } })).toEqual(['说明不得提到免押（现为免押）']);
    expect(zh({ any: [{ has: { get: 'data.number' } }, { has: { get: 'data.lentOn' } }] })).toEqual([
      '借阅号尚未填写；或借出日尚未填写',
    ]);
    expect(zh({ any: [{ not: { fact: 'rareAmong' } }, { has: { get: 'data.number' } }] })).toEqual(['借阅号尚未填写']);
    expect(
      zh({ covers: [{ pluck: [{ get: 'data.copies' }, 'i0', null, { get: 'i0.kind' }] }, ['rare', 'folio']] }),
    ).toEqual(['类别缺少：folio']);
  });
  test('a personal value is never shown', () => {
    const all = told({ all: [{ eq: [{ get: 'data.reader' }, '张三'] }, { not: { has: { get: 'data.reader' } } }] });
    expect(all.map((unmet) => unmet.zh)).toEqual(['读者姓名应为张三（现为已填）', '读者姓名不应填写']);
    expect(JSON.stringify(all)).not.toContain('r1');
    const clear: Env = { ...env, get: (path) => (path === 'data.reader' ? '李四光' : env.get(path)) };
    expect(JSON.stringify(unmetOf(composed, { eq: [{ get: 'data.reader' }, '张三'] }, clear))).not.toContain('李四光');
  });
});

describe('cures', () => {
  const cures = (
    cond: Cond,
    declared: string[] = [],
    state: { [region: string]: string } = { stage: 'lent.out', care: 'normal' },
  ) => curesOf(composed, declared, told(cond), { state, event: 'LEND' });
  test('events whose updates, member rows or moves write what is read, and who may send them', () => {
    expect(cures({ every: [{ get: 'data.copies' }, 'i0', { eq: [{ get: 'i0.state' }, 'back'] }] })).toEqual([
      {
        zh: '馆员、主任办理“归还”',
        en: 'librarian, head: bring back',
        event: 'BRING_BACK',
        who: ['librarian', 'head'],
      },
    ]);
    expect(cures({ eq: [{ get: 'state.care' }, 'watched'] }).map((cure) => cure.event)).toEqual(['WATCH']);
    expect(cures({ eq: [{ get: 'term.LOAN.status' }, 'ended'] }).map((cure) => cure.event)).toEqual([]);
  });
  test('declared ones come first; a literal that leaves it unmet is no cure', () => {
    expect(cures({ eq: [{ get: 'data.copies' }, []] }, ['CANCEL'])[0]!.event).toBe('CANCEL');
    expect(
      cures({ some: [{ get: 'data.copies' }, 'i0', { eq: [{ get: 'i0.state' }, 'lost'] }] }).map((cure) => cure.event),
    ).toEqual(['REPORT_LOST']);
  });
  test('what can only be done at another stage says at which', () => {
    const [cure] = cures({ has: { get: 'data.lentOn' } }, [], { stage: 'returned', care: 'normal' });
    expect(cure).toBeUndefined();
    expect(
      curesOf(composed, [], told({ has: { get: 'data.lentOn' } }), { state: { stage: 'returned' }, event: 'CHECK' })[0]!
        .zh,
    ).toBe('馆员、主任办理“借出”（在“已申请”环节）');
  });
  test('a condition on the form can be met in the form', () => {
    expect(cures({ not: { mentions: [{ get: 'event.note' }, ['免押']] } })[0]).toEqual({
      zh: '修改本表单',
      en: 'change this form',
    });
  });
});
