/** Section 4.5: judicial and arbitral procedures. */
import {
  all,
  any,
  cancel,
  concat,
  each,
  eq,
  has,
  iff,
  includes,
  isIn,
  list,
  max,
  object,
  or,
  patch,
  pluck,
  produce,
  put,
  type Row,
  set,
  signal,
  table,
} from '@fengqiao/core';
import { court, party } from '../roles.ts';
import { when } from '../rules/when.ts';
import { nextText } from '../signals/mediation.ts';
import { suitTerms } from '../terms.ts';
import { v } from '../words.ts';
import { d, tellCourt } from './common.ts';
import { obligationsOf } from './obligations.ts';

const filing = ['courtClerk', 'courtLiaison', 'arbitrator'] as const;
const is = (code: string) => eq(d.procedure, code as any);
/** Which title a paper in force gives. */
const titleOf = (kind: any) =>
  table<any>(
    [
      [isIn(kind, ['judgment', 'ruling']), 'judgment'],
      [eq(kind, 'award'), 'award'],
      [eq(kind, 'payment_order'), 'payment_order_final'],
      [eq(kind, 'notarial'), 'notarised'],
      [isIn(kind, ['decision', 'adjudication', 'order']), 'decision'],
    ],
    'none',
  );
/** Obligations that a judgment replaces: those it names, else all that came before it. */
export const replacedByJudgment = (it: any, e: any) =>
  any(eq(or(e.members, 'all' as any), 'all' as any), includes(or(e.members, null as any), it.id));

const toMediation = (procedure: 'court_delegated' | 'court_entrusted') => (e: any) => [
  set(d.procedure, procedure),
  set(d.channel, 'judicial'),
  produce('delegation-letter', { with: { letterNo: e.letterNo } }),
  ...(procedure === 'court_entrusted'
    ? [iff(has(e.procedureKind), [{ set: 'data.suit.kind', to: { get: 'event.procedureKind' } }])]
    : []),
  signal('mediationEntered', { reentry: d.reentry, consents: e.consents }),
  signal('willSpoken'),
];
const handRules = ['delegationAgreed', 'civilMatter', 'noClearRefusal'] as const;

export const judicialRows: Row[] = [
  v.row('T65', 'FILE_SUIT', {
    from: ['judicial.filing'],
    to: 'judicial.hearing',
    by: [...filing],
    do: (e) => [
      set(d.suitPending, true),
      set(d.suit, object({ caseNo: e.caseNo, court: e.court, kind: e.procedureKind, filedOn: e.filedOn })),
      cancel(['DL-CT-FILE', 'DL-LA-ACCEPT', 'DL-PO-ACCEPT']),
      iff(is('litigation'), [
        iff(eq(e.procedureKind, 'ordinary'), [put('DL-CT-ORD', { from: e.filedOn })]),
        iff(eq(e.procedureKind, 'simplified'), [put('DL-CT-SIM', { from: e.filedOn })]),
        iff(eq(e.procedureKind, 'small_claims'), [put('DL-CT-SMALL', { from: e.filedOn })]),
      ]),
      iff(is('administrative_litigation'), [put('DL-AD-FIRST', { from: e.filedOn })]),
      iff(is('labour_arbitration'), [put('DL-LA-AWARD', { from: e.filedOn })]),
      iff(is('rural_land_arbitration'), [put('DL-RL-AWARD', { from: e.filedOn })]),
      iff(is('payment_order'), [put('DL-PO-ISSUE', { from: e.filedOn })]),
    ],
  }),
  v.row('T66', 'SUIT_NOT_ACCEPTED', {
    from: ['judicial.filing'],
    to: 'channelChoice',
    by: [...filing],
    do: [set(d.suitPending, false), cancel(suitTerms), signal('routesTold')],
  }),
  v.row('T67', 'HAND_TO_MEDIATION', {
    from: ['judicial.filing'],
    to: 'mediation.preparing',
    by: [...court],
    rules: handRules,
    do: toMediation('court_delegated'),
  }),
  v.row('T68', 'HAND_TO_MEDIATION', {
    from: ['judicial.hearing'],
    to: 'mediation.preparing',
    by: [...court],
    rules: handRules,
    do: toMediation('court_entrusted'),
  }),
  v.row('T69', 'JUDICIAL_SETTLE', {
    from: ['judicial.hearing'],
    to: 'agreement.drafting',
    by: ['judge', 'courtLiaison', 'arbitrator'],
    when: when.maySettle,
    rules: ['lettersAllowed'],
    do: [nextText()],
  }),
  v.row('T70', 'JUDGMENT', {
    from: ['judicial.hearing'],
    to: 'performance.performing',
    by: ['judge', 'courtLiaison', 'arbitrator'],
    do: (e) => [
      set(
        d.papersInForce,
        concat(
          d.papersInForce,
          list(
            object({
              documentNo: e.documentNo,
              kind: e.kind,
              on: e.inForceOn,
              title: titleOf(e.kind),
              contested: false,
            }),
          ),
        ) as any,
      ),
      ...obligationsOf(e.obligations),
      each(
        d.obligations,
        (o) => [cancel('DL-OB-DUE', o.id), cancel('DL-PM-PERF-CHECK', o.id)],
        (o) => replacedByJudgment(o, e),
      ),
      patch(
        d.versions,
        (x) => all(eq(x.state, 'force'), eq(or(e.members as any, 'all'), 'all' as any)),
        () => ({ state: 'replaced' }),
      ),
      set(d.suitPending, false),
      set(d.outcome, 'adjudicated'),
      cancel([...suitTerms, 'DL-JC-APPLY']),
      put('DL-EN-APPLY', {
        from: max(
          concat(
            list(e.inForceOn as any),
            pluck(
              e.obligations as any,
              (o: any) => o.dueOn,
              (o: any) => has(o.dueOn),
            ),
          ) as any,
        ) as any,
      }),
      tellCourt('reportToCourt'),
    ],
  }),
  v.row('T71', 'SUIT_WITHDRAWN', {
    from: ['judicial.hearing'],
    to: 'channelChoice',
    by: ['judge', 'courtClerk', 'courtLiaison', 'arbitrator'],
    do: [set(d.suitPending, false), cancel(suitTerms), signal('routesTold')],
  }),
  v.row('T72', 'SUIT_WITHDRAWN', {
    from: ['judicial.filing'],
    to: 'channelChoice',
    by: [...party, 'courtLiaison', 'coordinator'],
    do: [cancel(suitTerms), signal('routesTold')],
  }),
  // The suit is withdrawn instead of a letter: effect on the last party's signature, no title (R-CM-11).
  v.row('T73', 'WITHDRAW_SUIT', {
    from: ['agreement.signing'],
    to: 'performance.performing',
    by: [...party, 'courtLiaison'],
    when: when.suitPending,
    rules: ['everySigned', 'bothSides'],
    do: [
      set(d.suitPending, false),
      cancel(suitTerms),
      signal('inForce', {
        confirmable: false,
        withdrawn: true,
        on: max(
          pluck(
            d.papers,
            (x) => x.signedOn,
            (x) => all(eq(x.version, d.textNo), has(x.signedOn)),
          ) as any,
        ),
      }),
    ],
  }),
];
