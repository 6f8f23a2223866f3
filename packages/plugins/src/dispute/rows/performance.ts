/** Section 4.7: performance and enforcement. */
import { all, cancel, each, eq, iff, includes, notify, produce, put, type Row, set } from '@fengqiao/core';
import { party } from '../roles.ts';
import { when } from '../rules/when.ts';
import { adm, conf, jud, med, open, perf, textStates } from '../states.ts';
import { v } from '../words.ts';
import { at, d, given, unvisited } from './common.ts';

const performable = [
  ...perf,
  'agreement.effective',
  ...conf,
  'channelChoice',
  ...med,
  ...textStates,
  ...adm,
  ...jud,
] as const;
const parties = [...party];

/**
 * An obligation is missed: it must be urged, and what secures it becomes due (R24a moves the guarantee): on its own
 * day, at the latest now.
 */
export const missed = (id: any) => [
  put('DL-PM-PERF-CHECK', { key: id }),
  notify('overdue', { role: 'mediator', with: { obligation: id } }),
  each(
    d.obligations,
    (o) => [put('DL-OB-DUE', { key: o.id, due: given(o.dueOn, at.today) })],
    (o) => all(eq(o.state, 'contingent'), includes(o.secures, id)),
  ),
];
/** What is watched of an obligation ends with it, and with it what secures or is secured by it. */
const watchedNoMore = (ids: any) =>
  each(
    d.obligations,
    (o) => [cancel(['DL-OB-DUE', 'DL-PM-PERF-CHECK'], o.id)],
    (o) => includes(ids, o.id),
  );

/** The day on which a triggered obligation is due: as stated, else its own date, else the day on which the condition was met. */
const dueAfterTrigger = (e: any, o: any) => given(e.dueOn, given(o.dueOn, e.metOn));

export const performanceRows: Row[] = [
  v.row('T105', 'PERFORM', {
    from: performable,
    by: [...parties, 'mediator'],
    rules: ['obligationOpen'],
    do: (e) => [
      produce('performance-receipt', { with: { obligation: e.obligationId, performedOn: e.performedOn } }),
      iff(eq(e.complete, true), [
        cancel(['DL-OB-DUE', 'DL-PM-PERF-CHECK'], e.obligationId),
        // A guarantee paid in full ends what it secures; the last secured one ends its guarantee (R25a).
        each(
          d.obligations,
          (g) => [watchedNoMore(g.secures)],
          (g) => eq(g.id, e.obligationId),
        ),
      ]),
    ],
  }),
  v.row('T106', 'TRIGGER_OBLIGATION', {
    from: performable,
    by: [...parties, 'mediator'],
    rules: ['obligationOpen'],
    do: (e) => [
      each(
        d.obligations,
        (o) => [
          put('DL-OB-DUE', {
            key: o.id,
            due: dueAfterTrigger(e, o),
          }),
        ],
        (o) => eq(o.id, e.obligationId),
      ),
    ],
  }),
  v.row('T107', 'WAIVE_OBLIGATION', {
    from: performable,
    by: [...parties, 'supervisor'],
    rules: ['obligationOpen', 'byCreditor'],
    do: (e) => [cancel(['DL-OB-DUE', 'DL-PM-PERF-CHECK'], e.obligationId)],
  }),
  v.row('T108', 'BREACH', {
    from: [...perf, 'agreement.effective', ...conf],
    by: [...parties, 'mediator'],
    rules: ['obligationOpen'],
    do: (e) => [...missed(e.obligationId), cancel('DL-OB-DUE', e.obligationId)],
  }),
  v.row('T108a', 'BREACH', {
    from: ['followUp', 'archive'],
    to: 'performance.overdue',
    by: [...parties, 'mediator'],
    rules: ['obligationOpen'],
    do: (e) => [
      ...missed(e.obligationId),
      ...unvisited(),
      cancel(['DL-OB-DUE'], e.obligationId),
      cancel(['DL-FQ-VISIT', 'DL-PM-ARCHIVE']),
    ],
  }),
  v.row('T109', 'URGE', {
    from: [...perf, 'agreement.effective', ...conf],
    by: ['mediator', 'committeeChair', 'coordinator'],
    do: (e) => [cancel('DL-PM-PERF-CHECK', e.obligationId), notify('urged', { role: 'respondent' })],
  }),
  v.auto('T110', { from: ['performance.performing'], to: 'performance.enforcing', when: when.someEnforcing }),
  v.auto('T111', { from: ['performance.performing'], to: 'performance.overdue', when: when.someOverdue }),
  v.auto('T112', { from: ['performance.performing'], to: 'followUp', when: when.noneOpen }),
  v.auto('T113', { from: ['performance.overdue'], to: 'performance.enforcing', when: when.someEnforcing }),
  v.auto('T114', { from: ['performance.overdue'], to: 'followUp', when: when.noneOpen }),
  v.auto('T115', { from: ['performance.overdue'], to: 'performance.performing', when: when.noneOverdue }),
  v.auto('T116', { from: ['performance.enforcing'], to: 'followUp', when: when.noneOpen }),
  v.auto('T117', { from: ['performance.enforcing'], to: 'performance.performing', when: when.noneEnforcing }),
  v.row('T118', 'APPLY_ENFORCEMENT', {
    from: ['performance.overdue', 'performance.enforcing'],
    by: parties,
    rules: ['enforceable', 'enforcementCourt'],
    do: (e) => [
      produce('enforcement-application', { with: { title: e.title, titleNo: e.titleNo, court: e.court } }),
      put('DL-EN-NOTICE', { from: e.appliedOn }),
      put('DL-EN-HIGHER', { from: e.appliedOn }),
      cancel('DL-EN-APPLY'),
    ],
  }),
  v.row('T119', 'ENFORCEMENT_ENDED', {
    from: open,
    by: ['judge', 'courtLiaison'],
    rules: ['underEnforcement'],
    do: (e) => [
      cancel(['DL-EN-NOTICE', 'DL-EN-HIGHER']),
      watchedNoMore(e.obligationIds),
      iff(eq(e.result, 'fulfilled'), [
        each(
          d.obligations,
          (g) => [watchedNoMore(g.secures)],
          (g) => includes(e.obligationIds, g.id),
        ),
      ]),
    ],
  }),
  v.row('T120', 'RESUME_ENFORCEMENT', {
    from: ['followUp', 'archive', 'performance.performing', 'performance.overdue'],
    to: 'performance.enforcing',
    by: [...parties, 'courtLiaison'],
    rules: ['enforceable'],
    do: [...unvisited(), cancel(['DL-FQ-VISIT', 'DL-PM-ARCHIVE'])],
  }),
  v.row('T121', 'APPLY_PAYMENT_ORDER', {
    from: ['performance.overdue'],
    to: 'judicial.filing',
    by: parties,
    rules: ['paymentOrderOpen'],
    do: (e) => [
      set(d.procedure, 'payment_order'),
      set(d.channel, 'judicial'),
      produce('payment-order-application', { with: { court: e.court } }),
      put('DL-PO-ACCEPT'),
    ],
  }),
];
