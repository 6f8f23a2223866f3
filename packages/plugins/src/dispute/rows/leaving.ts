/** Section 4.1: withdrawal, merging and splitting. */
import {
  all,
  cancel,
  concat,
  each,
  eq,
  has,
  iff,
  includes,
  isIn,
  list,
  not,
  notify,
  object,
  patch,
  produce,
  type Row,
  set,
  signal,
  some,
  table,
} from '@fengqiao/core';
import { party } from '../roles.ts';
import { when } from '../rules/when.ts';
import { adm, conf, early, jud, med, perf, type Stage, textStates } from '../states.ts';
import { all as everyTerm } from '../terms.ts';
import { v } from '../words.ts';
import { d } from './common.ts';

const mediating: Stage[] = [...med, ...textStates];
const endedAs = (kind: any) => table<any>([[eq(kind, 'settled_privately'), 'settled_privately']], 'withdrawn');

function withdraws(id: string, to: Stage, cond: any): Row {
  return v.row(id, 'WITHDRAW', {
    from: mediating,
    to,
    by: [...party],
    when: cond,
    rules: ['everyApplicant'],
    do: (e) => [signal('mediationEnded', { reason: endedAs(e.kind) })],
  });
}

/** Claims that go to a child are marked in the parent: they are named there still, and handled in the child (§9.3). */
const claimsSplit = (children: any) =>
  each(children, (child: any) => [
    patch(
      d.claims,
      (claim) => includes(child.claims, claim.id),
      () => ({ splitOff: true }) as any,
    ),
  ]);

const splits = (id: string, from: readonly Stage[], to: Stage | undefined, fallen: boolean): Row =>
  v.row(id, 'SPLIT', {
    from,
    ...(to && { to }),
    by: ['coordinator', 'committeeChair'],
    rules: ['splitSound'],
    do: (e) => [claimsSplit(e.children), ...(fallen ? [signal('signaturesFallen')] : [])],
  });

export const leavingRows: Row[] = [
  withdraws('T18', 'judicial.hearing', when.suitPending),
  withdraws('T18a', 'performance.performing', when.pastConfirmation),
  withdraws('T19', 'agreement.effective', when.versionInForce),
  v.row('T20', 'WITHDRAW', {
    from: [...early, ...med, ...adm, ...textStates, 'judicial.filing'],
    to: 'followUp',
    by: [...party],
    rules: ['everyApplicant', 'nothingOwed'],
    do: (e) => [
      set(
        d.outcome,
        table<any>(
          [
            [eq(e.kind, 'settled_privately'), 'reconciled'],
            [isIn(d.mediationResult, ['failed', 'refused']), 'failed'],
          ],
          'withdrawn',
        ),
      ),
      iff(
        isIn(v.stage, mediating),
        [signal('mediationEnded', { reason: endedAs(e.kind) })],
        [
          iff(eq(d.mediationBegan, true), [produce('termination-notice', { with: { reason: endedAs(e.kind) } })]),
          iff(not(has(d.mediationResult)), [
            set(d.mediationResult, table<any>([[eq(e.kind, 'settled_privately'), 'reconciled']], 'withdrawn')),
          ]),
        ],
      ),
    ],
  }),
  v.row('T21', 'MERGE', {
    from: [...early],
    to: 'followUp',
    by: ['registrar', 'coordinator'],
    rules: ['originalOpen', 'nothingInForce'],
    do: (e) => [
      set(d.links, concat(d.links, list(object({ kind: 'mergedInto', to: e.original, waiting: false }))) as any),
      set(d.outcome, 'merged'),
      cancel(everyTerm),
      notify('merged', { role: 'applicant' }),
    ],
  }),
  splits(
    'T22',
    [...early, ...med, ...adm, ...jud, 'agreement.drafting', 'agreement.effective', ...conf, ...perf],
    undefined,
    false,
  ),
  splits('T23', ['agreement.signing'], 'agreement.drafting', true),
];

/**
 * Who has no claim or clause left in the parent is released (§9.2): named in a child by persons, in no clause of a
 * draft or version in force, owing and owed nothing, and not the last of its side.
 */
export const releasedBySplit = (it: any, e: any) =>
  all(
    eq(e.ground, 'by_persons'),
    some(e.children, (child: any) => includes(child.parties, it.id)),
    not(
      some(d.versions, (x) =>
        all(
          isIn(x.state, ['draft', 'force']),
          some(x.clauses, (c) => {
            return { any: [eq(c.obligor, it.id), eq(c.obligee, it.id)] };
          }),
        ),
      ),
    ),
    not(
      some(d.obligations, (o) =>
        all(not(isIn(o.state, ['replaced'])), { any: [eq(o.debtor, it.id), eq(o.creditor, it.id)] }),
      ),
    ),
    some(d.parties, (other) =>
      all(
        eq(other.side, it.side),
        not(eq(other.id, it.id)),
        isIn(other.will, ['named', 'consented', 'refused']),
        not(some(e.children, (child: any) => includes(child.parties, other.id))),
      ),
    ),
  );
