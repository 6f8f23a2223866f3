/** Sessions of mediation. */
import { coded, date, instant, label, oneOf, refer, refers, text, yes } from '@fengqiao/core';
import { z } from 'zod';
import * as codes from '../../domain/index.ts';

export const session = z.object({
  id: label('场次', 'session', 1, 20),
  state: oneOf(
    {
      scheduled: ['已约定', 'scheduled'],
      running: ['进行中', 'running'],
      recorded: ['已记录', 'recorded'],
      cancelled: ['已取消', 'cancelled'],
      left: ['未记录', 'left unrecorded'],
    },
    '状态',
    'state',
  ),
  time: instant('时间', 'time'),
  place: text('地点', 'place', 1, 100),
  location: coded('locationKinds', codes.locationKinds, '地点种类', 'kind of place'),
  kind: oneOf({ joint: ['共同', 'joint'], separate: ['分别', 'separate'] }, '形式', 'kind'),
  mediators: refers('person', '调解员', 'mediators'),
  presiding: refer('person', '主持', 'presiding'),
  recordedLater: yes('补录', 'recorded later'),
  openness: coded('openness', codes.openness, '公开方式', 'openness').optional(),
  present: refers('party', '到场当事人', 'present').optional(),
  openedOn: date('开始日', 'opened on').optional(),
  result: coded('sessionResults', codes.sessionResults, '结果', 'result').optional(),
});
