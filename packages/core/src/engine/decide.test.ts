import { expect, test } from 'vitest';
import { chinaCalendar } from '../calendar/index.ts';
import { compose } from '../compose/index.ts';
import { camera, deposit, libraryChart } from '../testing/library/index.ts';
import { decide } from './decide.ts';

test('smoke', () => {
  const { composed, findings } = compose(libraryChart, [deposit, camera], { id: 'p', params: { mostRenewals: 1 } });
  console.log(findings);
  const calendar = chinaCalendar();
  const identity = { district: 'd', kind: 'loan', id: 's1' };
  const moment = { now: '2026-11-24T01:00:00Z', today: '2026-11-24' };
  const base = { definition: composed, calendar, identity, moment };
  const a = decide({
    ...base,
    subject: undefined,
    answers: {},
    act: {
      eventId: 'e1',
      type: 'REQUEST',
      payload: { reader: '张三', card: 'c1', copies: [{ id: 'b1', title: '红楼梦', kind: 'regular' }] },
      actor: { person: 'p', post: 'q', role: 'reader', unit: 'u' },
    },
  });
  if (!a.ok) throw new Error(JSON.stringify(a, null, 1));
  console.log(JSON.stringify(a.entry, null, 1));
  const b = decide({
    ...base,
    subject: a.subject,
    answers: { 'cardValid{"card":"c1"}': true },
    number: { series: 'loan', value: '7' },
    act: { eventId: 'e2', type: 'LEND', payload: {}, actor: { person: 'p', post: 'q', role: 'librarian', unit: 'u' } },
  });
  console.log(JSON.stringify(b, null, 1));
  expect(b.ok).toBe(true);
});
