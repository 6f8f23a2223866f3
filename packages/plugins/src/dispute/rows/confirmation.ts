/** Section 4.6: judicial confirmation. */
import {
  all,
  append,
  cancel,
  concat,
  count,
  eq,
  has,
  list,
  max,
  notify,
  patch,
  pluck,
  produce,
  put,
  type Row,
  signal,
  sum,
  type Update,
} from '@fengqiao/core';
import { court, party } from '../roles.ts';
import { when } from '../rules/when.ts';
import { confirmationTerms } from '../terms.ts';
import { v } from '../words.ts';
import { d, versionNo } from './common.ts';

const onApplication = (change: object): Update =>
  patch(
    d.applications,
    (a) => eq(a.open, true),
    () => change as any,
  );
const onVersion = (change: object): Update =>
  patch(
    d.versions,
    (x) => eq(x.state, 'force'),
    () => change as any,
  );
/** The application is over; the ruling stands with the version. */
const ruled = (outcome: any, e: any, more: object = {}): Update[] => [
  onApplication({ open: false, outcome, leaveAsked: false, questionsOpen: false }),
  onVersion({ confirmation: outcome, rulingNo: e.rulingNo, rulingOn: e.ruledOn, ...more }),
  cancel(confirmationTerms),
];
const filed = (): Update[] => [onApplication({ questionsOpen: false }), cancel('DL-JC-SUPPLEMENT')];

/** Last day on which an obligation of the version is due (R-EN-02). */
const lastDue = (ruledOn: any) =>
  max(
    concat(
      pluck(
        d.obligations,
        (o) => o.dueOn,
        (o) => all(eq(o.version, versionNo('force')), has(o.dueOn)),
      ),
      list(ruledOn),
    ) as any,
  );

export const confirmationRows: Row[] = [
  v.row('T88', 'APPLY_CONFIRMATION', {
    from: ['agreement.effective', 'performance.performing', 'performance.overdue'],
    to: 'confirmation.lodged',
    by: [...party],
    rules: [
      'versionEffective',
      'jointApplication',
      'withinWindow',
      'confirmableProcedure',
      'confirmable',
      'courtIsCandidate',
      'papersComplete',
      'oneApplication',
      'noTitleYet',
    ],
    do: (e) => [
      append(d.applications, {
        no: sum([count(d.applications), 1] as any),
        version: versionNo('force'),
        applicants: e.applicants,
        court: e.court,
        form: e.form,
        appliedOn: e.appliedOn,
        postmark: e.postmark,
        insist: e.insist,
        open: true,
        accepted: false,
        leaveAsked: false,
        questionsOpen: false,
      }),
      produce('confirmation-application', { with: { version: versionNo('force'), court: e.court } }),
      produce('mediation-proof'),
      produce('commitment'),
      produce('service-address'),
      put('DL-JC-ACCEPT', { from: e.appliedOn }),
    ],
  }),
  v.row('T93', 'COURT_ACCEPT', {
    from: ['confirmation.lodged'],
    to: 'confirmation.examining',
    by: [...court],
    do: (e) => [
      onApplication({ accepted: true, caseNo: e.caseNo }),
      produce('court-acceptance', { with: { caseNo: e.caseNo, filedOn: e.filedOn } }),
      cancel('DL-JC-ACCEPT'),
      put('DL-JC-DECIDE', { from: e.filedOn }),
      put('DL-JC-DECIDE-2011', { from: e.filedOn }),
    ],
  }),
  v.row('T94', 'COURT_ASK_SUPPLEMENT', {
    from: ['confirmation.lodged', 'confirmation.examining'],
    to: 'confirmation.supplementing',
    by: [...court],
    do: (e) => [
      onApplication({ questionsOpen: true }),
      put('DL-JC-SUPPLEMENT', { due: e.dueOn }),
      notify('supplementAsked', { role: 'applicant', with: { dueOn: e.dueOn } }),
    ],
  }),
  v.row('T95', 'SUPPLY', {
    from: ['confirmation.supplementing'],
    to: 'confirmation.examining',
    by: [...party],
    when: when.courtAccepted,
    do: filed(),
  }),
  v.row('T96', 'SUPPLY', {
    from: ['confirmation.supplementing'],
    to: 'confirmation.lodged',
    by: [...party],
    do: filed(),
  }),
  v.row('T97', 'COURT_ENQUIRE', {
    from: ['confirmation.examining'],
    by: [...court],
    do: (e) => [
      onApplication({ questionsOpen: true }),
      notify('courtEnquiry', { role: 'applicant', with: { kind: e.kind } }),
      notify('courtEnquiry', { role: 'mediator', with: { kind: e.kind } }),
    ],
  }),
  v.row('T98', 'WITHDRAW_CONFIRMATION', {
    from: ['confirmation.examining'],
    by: [...party],
    do: [onApplication({ leaveAsked: true }), notify('leaveAsked', { role: 'judge' })],
  }),
  v.row('T99', 'WITHDRAW_CONFIRMATION', {
    from: ['confirmation.supplementing'],
    to: 'confirmation.examining',
    by: [...party],
    when: when.courtAccepted,
    do: [onApplication({ leaveAsked: true }), cancel('DL-JC-SUPPLEMENT'), notify('leaveAsked', { role: 'judge' })],
  }),
  v.row('T100', 'WITHDRAW_CONFIRMATION', {
    from: ['confirmation.lodged', 'confirmation.supplementing'],
    to: 'agreement.effective',
    by: [...party],
    do: [
      onApplication({ open: false, outcome: 'withdrawn' }),
      onVersion({ confirmation: 'withdrawn' }),
      cancel(confirmationTerms),
    ],
  }),
  v.row('T101', 'END_CONFIRMATION', {
    from: ['confirmation.supplementing', 'confirmation.examining'],
    to: 'agreement.effective',
    by: [...court],
    rules: ['endGrounded'],
    do: (e) => [...ruled(e.outcome, e), produce('court-withdraw-ruling', { with: { rulingNo: e.rulingNo } })],
  }),
  v.row('T102', 'REFUSE_CONFIRMATION', {
    from: ['confirmation.lodged', 'confirmation.supplementing'],
    to: 'agreement.effective',
    by: [...court],
    when: when.notAcceptedKind,
    rules: ['groundListed'],
    do: (e) => [
      ...ruled(e.outcome, e, { grounds: e.grounds }),
      produce('court-nonaccept-ruling', { with: { rulingNo: e.rulingNo } }),
      signal('routesTold'),
    ],
  }),
  v.row('T103', 'REFUSE_CONFIRMATION', {
    from: ['confirmation.supplementing', 'confirmation.examining'],
    to: 'agreement.effective',
    by: ['judge', 'courtLiaison'],
    when: when.dismissedKind,
    rules: ['groundListed'],
    do: (e) => [
      ...ruled(e.outcome, e, { grounds: e.grounds }),
      produce('court-dismiss-ruling', { with: { rulingNo: e.rulingNo } }),
      signal('routesTold'),
      // The committee and the justice bureau learn from what the court refuses (R-JC-22).
      notify('confirmationDismissed', { role: 'committeeChair', with: { grounds: e.grounds } }),
      notify('confirmationDismissed', { role: 'justiceBureau', with: { grounds: e.grounds } }),
    ],
  }),
  v.row('T104', 'CONFIRM', {
    from: ['confirmation.examining'],
    to: 'performance.performing',
    by: ['judge', 'courtLiaison'],
    rules: ['noLeaveAsked', 'jointApplication'],
    do: (e) => [
      ...ruled('confirmed', e, { title: 'confirmed_ruling' }),
      produce('court-confirm-ruling', { with: { rulingNo: e.rulingNo, ruledOn: e.ruledOn } }),
      cancel('DL-JC-APPLY'),
      put('DL-EN-APPLY', { from: lastDue(e.ruledOn) }),
    ],
  }),
];
