/** Section 4.4: administrative procedures and the next instance. */
import {
  all,
  cancel,
  concat,
  eq,
  has,
  iff,
  isIn,
  list,
  lookup,
  not,
  notify,
  object,
  or,
  patch,
  put,
  type Row,
  set,
  signal,
  table,
} from '@fengqiao/core';
import { party } from '../roles.ts';
import { when } from '../rules/when.ts';
import { nextText } from '../signals/mediation.ts';
import { adminTerms, nextInstanceTerms, suitTerms } from '../terms.ts';
import { v } from '../words.ts';
import { d, hasVersion, unvisited } from './common.ts';
import { obligationsOf } from './obligations.ts';

const officer = ['departmentOfficer', 'coordinator'] as const;
const is = (code: string) => eq(d.procedure, code as any);
const ofDecision = (kind: any, enforceableBy: any) =>
  table<any>([[all(has(enforceableBy), not(eq(kind, 'reply'))), 'decision']], 'none');

export const administrativeRows: Row[] = [
  v.row('T55', 'ADMIN_ASK_SUPPLEMENT', {
    from: ['administrative.accepting'],
    to: 'administrative.supplementing',
    by: [...officer],
    do: (e) => [
      cancel('DL-AD-SUPP-NOTICE'),
      iff(is('administrative_reconsideration'), [
        iff(has(e.dueOn), [put('DL-AD-SUPP', { due: e.dueOn as any })], [put('DL-AD-SUPP')]),
      ]),
      notify('supplementAsked', { role: 'applicant' }),
    ],
  }),
  v.row('T56', 'ADMIN_SUPPLEMENT', {
    from: ['administrative.supplementing'],
    to: 'administrative.accepting',
    by: [...party, 'coordinator'],
    do: [cancel('DL-AD-SUPP')],
  }),
  v.row('T57', 'ADMIN_ACCEPT', {
    from: ['administrative.accepting'],
    to: 'administrative.handling',
    by: [...officer],
    rules: ['oneTrack'],
    do: (e) => [
      cancel(['DL-AD-REVIEW', 'DL-AD-SUPP-NOTICE', 'DL-AD-MED-ACCEPT', 'DL-PE-ROUTE', 'DL-PE-OBJECT']),
      iff(all(is('administrative_reconsideration'), eq(e.simple, true)), [
        put('DL-AD-DECIDE-SIM', { from: e.acceptedOn }),
      ]),
      iff(all(is('administrative_reconsideration'), not(eq(or(e.simple, false), true))), [
        put('DL-AD-DECIDE', { from: e.acceptedOn }),
      ]),
      iff(all(is('administrative_mediation'), eq(d.disputeType, 'medical')), [
        put('DL-AD-MED', { from: e.acceptedOn }),
      ]),
      iff(
        all(isIn(d.procedure, ['administrative_mediation', 'police_mediation']), eq(d.disputeType, 'traffic_accident')),
        [put('DL-AD-TRAFFIC-END', { from: e.acceptedOn }), cancel(['DL-PM-TRAFFIC-SWITCH', 'DL-AD-TRAFFIC-APPLY'])],
      ),
      iff(all(is('administrative_mediation'), eq(d.disputeType, 'consumer')), [
        put('DL-AD-CONSUMER-END', { from: e.acceptedOn }),
        cancel('DL-AD-CONSUMER'),
      ]),
      iff(is('labour_inspection'), [put('DL-LI-CASE', { from: e.acceptedOn })]),
      iff(is('administrative_enforcement'), [put('DL-AD-PENALTY', { from: e.acceptedOn })]),
      iff(is('petition'), [put('DL-PE-DECIDE', { from: e.acceptedOn })]),
    ],
  }),
  v.row('T58', 'ADMIN_DECLINE', {
    from: ['administrative.accepting', 'administrative.supplementing'],
    to: 'channelChoice',
    by: [...officer],
    do: [signal('adminLeft')],
  }),
  v.row('T59', 'ADMIN_SETTLE', {
    from: ['administrative.handling'],
    to: 'agreement.drafting',
    by: [...officer],
    when: when.maySettle,
    rules: ['lettersAllowed'],
    do: [nextText()],
  }),
  v.row('T60', 'ADMIN_DECIDE', {
    from: ['administrative.handling'],
    to: 'performance.performing',
    by: [...officer],
    rules: ['notMediationOnly'],
    do: (e) => [
      set(
        d.papersInForce,
        concat(
          d.papersInForce,
          list(
            object({
              documentNo: e.documentNo,
              kind: e.kind,
              on: e.decidedOn,
              title: ofDecision(e.kind, e.enforceableBy),
              contested: false,
            }),
          ),
        ) as any,
      ),
      ...obligationsOf(e.obligations),
      iff(not(hasVersion('force')), [set(d.outcome, 'decided')]),
      cancel(adminTerms),
      iff(is('administrative_reconsideration'), [put('DL-AD-SUE-AFTER', { from: e.decidedOn })]),
      iff(all(is('administrative_adjudication'), isIn(d.disputeType, ['forest_land', 'land_demolition'])), [
        put('DL-AD-LAND', { from: e.decidedOn }),
      ]),
      iff(is('petition'), [put('DL-PE-REVIEW-APPLY', { from: e.decidedOn })]),
    ],
  }),
  v.row('T61', 'ADMIN_END', {
    from: ['administrative.handling'],
    to: 'channelChoice',
    by: [...officer, ...party],
    do: [signal('adminLeft')],
  }),
  v.row('T62', 'TERM_EXPIRED', {
    from: ['administrative.handling'],
    to: 'channelChoice',
    by: ['clock'],
    when: when.endsMediation,
    do: [signal('adminLeft')],
  }),
  next('T63', 'administrative.accepting', when.toAdministrative),
  next('T64', 'judicial.filing'),
];

/** The paper of the last instance is contested: its title falls, what is enforced on it is overdue again (R30a). */
function next(id: string, to: 'administrative.accepting' | 'judicial.filing', cond?: any): Row {
  return v.row(id, 'NEXT_INSTANCE', {
    from: [
      'administrative.handling',
      'judicial.hearing',
      'performance.performing',
      'performance.overdue',
      'performance.enforcing',
      'followUp',
      'archive',
    ],
    to,
    by: [...party, 'coordinator', 'courtLiaison'],
    ...(cond && { when: cond }),
    rules: ['procedureOpen', 'instanceInTime'],
    do: (e) => [
      set(d.procedure, e.procedure),
      set(d.channel, lookup('procedures', e.procedure, 'channel')),
      set(d.suitPending, false),
      ...unvisited(),
      patch(
        d.papersInForce,
        (x) => eq(x.contested, false),
        () => ({ contested: true, title: 'none' }),
      ),
      cancel([...nextInstanceTerms, ...suitTerms, ...adminTerms, 'DL-EN-NOTICE', 'DL-EN-HIGHER', 'DL-PM-ARCHIVE']),
      ...(to === 'administrative.accepting' ? [signal('adminEntered', { procedure: e.procedure })] : []),
    ],
  });
}
