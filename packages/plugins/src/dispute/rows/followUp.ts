/** Section 4.8: follow-up, closing and archive. */
import {
  cancel,
  has,
  iff,
  includes,
  isIn,
  notify,
  patch,
  produce,
  put,
  type Row,
  set,
  signal,
  type Update,
} from '@fengqiao/core';
import { visitors } from '../roles.ts';
import { when } from '../rules/when.ts';
import { conf, perf } from '../states.ts';
import { ownDuties } from '../terms.ts';
import { v } from '../words.ts';
import { d, hasVersion, plus, rungUp, tellCourt, unvisited } from './common.ts';

const theVisitors = [...visitors];
const recorded = (e: any): Update[] => [
  produce('followup-record', { with: { result: e.result, parties: e.parties } }),
  set(d.followUps, plus(d.followUps, 1)),
];
const reached = (e: any): Update[] => [
  iff(has(e.satisfaction), [set(d.satisfaction, e.satisfaction)]),
  cancel('DL-PM-FOLLOWUP'),
];
const ofThose = (e: any, change: (p: any) => object): Update =>
  patch(
    d.parties,
    (p) => includes(e.parties, p.id),
    (p) => change(p) as any,
  );

export const followUpRows: Row[] = [
  v.row('T126', 'VISIT', {
    from: ['agreement.effective', ...conf, ...perf],
    by: ['mediator', 'gridWorker', 'councilSecretary'],
    do: (e) => [...recorded(e), iff(isIn(e.result, ['satisfied', 'unsatisfied', 'informed']), reached(e))],
  }),
  v.row('T127', 'VISIT', {
    from: ['followUp'],
    to: 'channelChoice',
    by: theVisitors,
    when: { all: [when.visitUnsatisfied, when.rated, when.settledOrFailed] },
    rules: ['visitorFree'],
    do: (e) => [
      ...recorded(e),
      ...reached(e),
      ...unvisited(),
      rungUp('visitUnsatisfied'),
      cancel('DL-FQ-VISIT'),
      set(d.reentry, true),
      signal('namedAgain'),
    ],
  }),
  v.row('T127a', 'VISIT', {
    from: ['followUp'],
    by: theVisitors,
    when: when.visitUnsatisfied,
    rules: ['visitorFree'],
    do: (e) => [
      ...recorded(e),
      iff(has(e.satisfaction), [set(d.satisfaction, e.satisfaction as any)]),
      ofThose(e, () => ({ visited: 'unsatisfied' })),
      notify('writtenAnswerDue', { role: 'supervisor' }),
    ],
  }),
  v.row('T127b', 'VISIT', {
    from: ['followUp'],
    by: theVisitors,
    when: when.visitUnreachable,
    rules: ['visitorFree'],
    do: (e) => [...recorded(e), ofThose(e, (p) => ({ attempts: plus(p.attempts, 1) }))],
  }),
  v.row('T128', 'VISIT', {
    from: ['followUp'],
    by: theVisitors,
    rules: ['visitorFree'],
    do: (e) => [...recorded(e), ...reached(e), ofThose(e, () => ({ visited: 'reached' }))],
  }),
  v.row('T129', 'WAIVE_VISIT', {
    from: ['followUp'],
    by: ['supervisor'],
    rules: ['attemptsMade'],
    do: (e) => [ofThose(e, () => ({ visited: 'waived' }))],
  }),
  v.auto('T130', {
    from: ['followUp'],
    to: 'archive',
    when: when.everyoneAnswered,
    do: [cancel(['DL-FQ-VISIT', 'DL-PM-FOLLOWUP'])],
  }),
  v.row('T131', 'CLOSE_CASE', {
    from: ['archive'],
    by: ['mediator', 'committeeChair', 'coordinator'],
    rules: ['loopClosed'],
    do: (e) => [
      set(d.caseClosed, true),
      set(d.closedOn, e.closedOn),
      iff(hasVersion('force'), [set(d.outcome, 'settled')]),
      produce('closing-report', { with: { outcome: d.outcome, closedOn: e.closedOn } }),
      cancel(ownDuties.filter((id) => id !== 'DL-PM-ARCHIVE')),
      put('DL-PM-ARCHIVE', { from: e.closedOn }),
      // The body that handed the case over learns how it ended (R-PM-11).
      iff(has(d.handedOverBy), [notify('feedback', { role: 'coordinator', with: { outcome: d.outcome } })]),
      tellCourt('feedback'),
    ],
  }),
  v.row('T132', 'RETURN_FILE', {
    from: ['archive'],
    to: 'followUp',
    by: ['archivist', 'supervisor'],
    when: when.visitMissing,
    do: (e) => [
      patch(
        d.parties,
        (p) => includes(e.parties as any, p.id),
        () => ({ visited: 'no' }) as any,
      ),
      set(d.caseClosed, false),
      cancel('DL-PM-ARCHIVE'),
    ],
  }),
  v.row('T133', 'RETURN_FILE', {
    from: ['archive'],
    by: ['archivist', 'supervisor'],
    do: (e) => [notify('fileReturned', { role: 'mediator', with: { missing: e.missing } })],
  }),
  v.row('T134', 'ARCHIVE', {
    from: ['archive'],
    to: 'archived',
    by: ['archivist'],
    rules: ['caseClosed', 'documentsComplete', 'loopClosed', 'objectionLimitOver'],
    do: (e) => [
      set(d.fileNo, e.fileNo),
      set(d.retention, e.retention),
      produce('file-cover', { with: { fileNo: e.fileNo } }),
      produce('file-index'),
      produce('file-back'),
      cancel('DL-PM-ARCHIVE'),
    ],
  }),
];
