/** Section 4.3: sessions, the end of mediation, extension and other routes. */
import {
  all,
  append,
  cancel,
  concat,
  count,
  each,
  eq,
  filter,
  has,
  iff,
  includes,
  isIn,
  le,
  list,
  notify,
  object,
  or,
  patch,
  pause,
  pluck,
  produce,
  put,
  type Row,
  set,
  signal,
  table,
} from '@fengqiao/core';
import { party, staff } from '../roles.ts';
import { when } from '../rules/when.ts';
import { med, open, textStates } from '../states.ts';
import { courtTrialTerms, extendable, sessionTerms } from '../terms.ts';
import { v } from '../words.ts';
import { bool, d, isNecessary, nextId, plus } from './common.ts';
import { e2Rows } from './e2.ts';

const mediators = ['mediator', 'committeeChair'] as const;
const heard = (e: any) =>
  patch(
    d.parties,
    (p) =>
      includes(
        pluck(e.statements, (s: any) => s.party),
        p.id,
      ),
    () => ({ heard: true }),
  );
const records = (e: any, state: 'running') => [
  patch(
    d.sessions,
    (s) => eq(s.state, state),
    () => ({ state: 'recorded', result: e.result }),
  ),
  heard(e),
  produce('mediation-record', { with: { result: e.result } }),
];

/** Sessions held with this one, and how many there may be before another channel is offered (`dispute.md` §10). */
const held = count(filter(d.sessions, (s) => isIn(s.state, ['running', 'recorded'])));
const perLevel = v.param.sessionsBeforeChannel;
const sessionsAllowed = table<any>(
  [
    [eq(v.state('warning'), 'red'), perLevel.red],
    [eq(v.state('warning'), 'yellow'), perLevel.yellow],
  ],
  perLevel.blue,
);

export const mediationRows: Row[] = [
  v.row('T45', 'SCHEDULE_SESSION', {
    from: ['mediation.preparing'],
    to: 'mediation.scheduled',
    by: [...mediators],
    rules: [
      'planCurrent',
      'notSuspended',
      'noClearRefusal',
      'restWilling',
      'bothSides',
      'oneTrack',
      'mediatorsQualified',
      'mediatorUnconflicted',
    ],
    do: (e) => [
      append(d.sessions, {
        id: nextId('s', d.sessions),
        state: 'scheduled',
        time: e.time,
        place: e.place,
        location: e.location,
        kind: e.kind,
        mediators: e.mediators,
        presiding: e.presiding,
        recordedLater: or(e.recordedLater, false),
      }),
      set(d.mediators, e.mediators),
      set(d.presiding, e.presiding),
      set(d.mode, e.mode),
      each(
        d.parties,
        (p) => [produce('session-invitation', { party: p.id, with: { time: e.time } })],
        (p) => isNecessary(p),
      ),
      notify('sessionScheduled', { role: 'applicant', with: { time: e.time } }),
      notify('sessionScheduled', { role: 'respondent', with: { time: e.time } }),
    ],
  }),
  v.row('T46', 'CANCEL_SESSION', {
    from: ['mediation.scheduled'],
    to: 'mediation.preparing',
    by: [...mediators],
    do: [notify('sessionCancelled', { role: 'applicant' }), notify('sessionCancelled', { role: 'respondent' })],
  }),
  v.row('T47', 'OPEN_SESSION', {
    from: ['mediation.scheduled'],
    to: 'mediation.inSession',
    by: [...mediators],
    rules: [
      'planCurrent',
      'notSuspended',
      'oneTrack',
      'restWilling',
      'bothSides',
      'everyConsented',
      'everyNoticed',
      'everyAcceptsMediators',
      'mediatorsDeclared',
      'mediatorUnconflicted',
      'attendanceSuffices',
      'capacityCovered',
      'groupRepresented',
      'helpersConsented',
      'opennessAllowed',
      'protectionArranged',
      'safeguardPresent',
      'courtClockStarted',
      'onlineReady',
    ],
    do: (e) => [
      patch(
        d.sessions,
        (s) => eq(s.state, 'scheduled'),
        () => ({
          state: 'running',
          openness: e.openness,
          present: pluck(e.present, (x) => x.party) as any,
          openedOn: v.at.on,
        }),
      ),
      set(d.reentry, true),
      cancel(sessionTerms),
    ],
  }),
  v.row('T47a', 'CLOSE_SESSION', {
    from: open,
    by: [...mediators],
    when: when.sessionUnrecorded,
    rules: ['recordSigned'],
    do: (e) => [
      patch(
        d.sessions,
        (s) => eq(s.id, e.session as any),
        () => ({ state: 'recorded', result: e.result }),
      ),
      heard(e),
      produce('mediation-record', { with: { session: e.session, result: e.result } }),
    ],
  }),
  v.row('T48', 'CLOSE_SESSION', {
    from: ['mediation.inSession'],
    to: 'agreement.drafting',
    by: [...mediators],
    when: when.resultAgreement,
    rules: ['recordSigned', 'everyAttendantHeard'],
    do: (e) => records(e, 'running'),
  }),
  v.row('T49', 'CLOSE_SESSION', {
    from: ['mediation.inSession'],
    to: 'mediation.preparing',
    by: [...mediators],
    when: when.resultContinue,
    rules: ['recordSigned'],
    do: (e) => [
      ...records(e, 'running'),
      iff(le(sessionsAllowed, held), [notify('otherChannel', { role: 'mediator' })]),
    ],
  }),
  ...e2Rows('T50', 'CLOSE_SESSION', {
    from: ['mediation.inSession'],
    by: [...mediators],
    when: when.resultFailed,
    do: (e) => [...records(e, 'running'), signal('mediationEnded', { reason: 'no_agreement' })],
  }),
  ...e2Rows('T51', 'TERMINATE', {
    from: [...med, ...textStates],
    by: [...mediators, 'judge', 'arbitrator', 'departmentOfficer'],
    rules: ['terminationReasoned', 'ownText'],
    do: (e) => [signal('mediationEnded', { reason: e.reason })],
  }),
  ...e2Rows('T52', 'TERM_EXPIRED', {
    from: [...med, 'agreement.drafting'],
    by: ['clock'],
    when: when.endsMediation,
    do: [signal('mediationEnded', { reason: 'time_limit' })],
  }),
  v.row('T53', 'EXTEND', {
    from: [...med, ...textStates],
    by: [...mediators],
    rules: ['extensionAgreed'],
    do: (e) => [
      produce('extension-consent', { with: { term: e.term, newDue: e.newDue } }),
      set(d.extensions, plus(d.extensions, 1)),
      ...extendable.map((term) => iff(eq(e.term, term), [put(term, { from: v.term(term).startedOn, due: e.newDue })])),
      // The court's own limit rests for the agreed extension only (R-CM-07).
      iff(eq(d.procedure, 'court_entrusted'), [pause([...courtTrialTerms], 'court_mediation')]),
    ],
  }),
  ...e2Rows('T54', 'OTHER_ROUTE', {
    from: [...med, ...textStates],
    by: [...party, ...staff],
    when: when.exclusiveTaken,
    do: (e) => [...otherRoute(e), set(d.exclusiveTaken, true), signal('mediationEnded', { reason: 'sued_or_filed' })],
  }),
];

/** A route that a party took elsewhere is noted (R-PM-04). */
export function otherRoute(e: any) {
  return [
    set(
      d.otherRoutes,
      concat(d.otherRoutes, list(object({ procedure: e.procedure, accepted: bool(has(e.acceptedOn)) }))) as any,
    ),
    iff(all(eq(d.disputeType, 'medical'), has(e.acceptedOn)), [set(d.exclusiveTaken, true)]),
  ];
}
