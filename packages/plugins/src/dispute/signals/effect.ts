/** F1: a version takes effect. Its date is computed from the requirements of its rule, its clauses become obligations. */
import {
  all,
  any,
  append,
  cancel,
  choose,
  concat,
  count,
  each,
  eq,
  has,
  iff,
  includes,
  isIn,
  join,
  list,
  lookup,
  max,
  not,
  notify,
  patch,
  plain,
  pluck,
  produce,
  put,
  resume,
  type SignalDef,
  set,
  some,
  table,
} from '@fengqiao/core';
import { d, given, isNecessary, versionNo } from '../rows/common.ts';
import { mediationTerms } from '../terms.ts';
import { v } from '../words.ts';

const s = v.signalled;
const when = (cond: any, items: any) => table<any>([[cond, items]], [] as any);

/** Latest date among the requirements of the rule of effect: never typed (R-PM-27, R-PM-29). */
export const effectiveDate = (ver: any) => {
  const requires = lookup<string[]>('effectivenessRules', ver.effectivenessRule, 'requires');
  const needs = (...codes: string[]) => any(...codes.map((code) => includes(requires, code)));
  const days = (field: 'signedOn' | 'servedOn') =>
    pluck(
      d.papers,
      (p) => p[field],
      (p) => all(eq(p.version, ver.no), has(p[field])),
    );
  return max(
    concat(
      when(needs('all_parties_sign', 'all_parties_esign'), days('signedOn')),
      when(needs('mediator_sign'), list(ver.mediatorSignedOn)),
      when(needs('committee_seal', 'organisation_seal', 'body_seal'), list(ver.sealedOn)),
      when(needs('all_parties_receipt'), days('servedOn')),
      when(needs('all_parties_agree'), list(ver.reachedOn)),
    ) as any,
  );
};

/** Where a letter is a title to enforce by itself. */
const titleOf = (ver: any) =>
  table<any>(
    [
      [isIn(ver.effectivenessRule, ['court_mediation_letter', 'admin_court_letter']), 'court_mediation_letter'],
      [eq(ver.effectivenessRule, 'arbitration_letter'), 'award'],
      [eq(ver.effectivenessRule, 'reconsideration_letter'), 'decision'],
    ],
    'none',
  );

const obligationId = (ver: any, no: any) => join('o', ver.no, '-', no);
const makesObligation = (c: any) =>
  all(isIn(c.kind, ['payment', 'delivery', 'act', 'forbear', 'waiver', 'guarantee', 'apology'] as any), has(c.obligor));
const standing = (c: any) => isIn(c.kind, ['forbear', 'waiver'] as any);
const immediate = (ver: any, c: any) =>
  all(
    not(standing(c)),
    not(eq(c.kind, 'guarantee')),
    any(eq(ver.form, 'immediate'), includes(given(s.performedNow, [] as any), c.no)),
  );

const fromClause = (ver: any, c: any) =>
  append(d.obligations, {
    id: obligationId(ver, c.no),
    state: table<any>(
      [
        [standing(c), 'standing'],
        [eq(c.kind, 'guarantee'), 'contingent'],
        [immediate(ver, c), 'performed'],
      ],
      'pending',
    ),
    version: ver.no,
    clauseNo: c.no,
    standing: choose(standing(c), true, false),
    immediate: choose(immediate(ver, c), true, false),
    debtor: c.obligor,
    creditor: c.obligee,
    act: c.text,
    amount: c.amount,
    paid: table<any>([[all(immediate(ver, c), has(c.amount)), c.amount]], 0),
    dueOn: c.dueDate,
    dueCondition: c.dueCondition,
    secures: table<any>([[has(c.secures), pluck(c.secures as any, (n) => obligationId(ver, n))]], [] as any),
    performedOn: table<any>([[immediate(ver, c), effectiveDate(ver)]], null as any),
  });

export const effectSignals: { [name: string]: SignalDef } = plain({
  inForce: {
    zh: '协议生效',
    en: 'the agreement takes effect',
    do: [
      each(
        d.versions,
        (ver) => [
          each(
            ver.clauses,
            (c: any) => [
              fromClause(ver, c),
              iff(all(not(immediate(ver, c)), isIn(c.kind, ['payment', 'delivery', 'act', 'apology'])), [
                put('DL-OB-DUE', { key: obligationId(ver, c.no), due: c.dueDate }),
              ]),
            ],
            makesObligation,
          ),
          iff(eq(s.confirmable, true), [put('DL-JC-APPLY', { from: given(s.on, effectiveDate(ver)) })]),
          iff(eq(d.disputeType, 'labour'), [put('DL-LA-REVIEW', { from: given(s.on, effectiveDate(ver)) })]),
          put('DL-PM-FOLLOWUP', { from: given(s.on, effectiveDate(ver)) }),
          iff(eq(ver.form, 'written'), [
            produce('agreement', { with: { version: ver.no, copies: { sum: [count(copies()), 1] } as any } }),
          ]),
        ],
        (ver) => eq(ver.state, 'draft'),
      ),
      // What the new text replaces is watched no longer (R31 moves the obligations).
      each(
        d.obligations,
        (o) => [cancel('DL-OB-DUE', o.id), cancel('DL-PM-PERF-CHECK', o.id)],
        (o) => eq(o.version, versionNo('force')),
      ),
      patch(
        d.versions,
        (ver) => eq(ver.state, 'draft'),
        (ver) => ({
          state: 'force',
          effectiveOn: given(s.on, effectiveDate(ver)) as any,
          title: table<any>([[eq(s.withdrawn, true), 'none']], titleOf(ver)),
        }),
      ),
      patch(
        d.versions,
        (ver) => eq(ver.state, 'force'),
        () => ({ state: 'replaced' }),
      ),
      cancel(mediationTerms),
      resume('court_mediation'),
      set(d.reentry, true),
      set(d.outcome, 'settled'),
      set(d.mediationResult, 'agreement'),
      set(d.endedReason, 'agreement'),
      iff(
        any(
          isIn(d.source, ['court_pre_filing', 'court_post_filing']),
          isIn(d.procedure, ['court_delegated', 'court_entrusted']),
        ),
        [notify('reportToCourt', { role: 'courtLiaison', with: { reason: 'agreement' } })],
      ),
      iff(eq(d.source, 'police_transfer'), [notify('policeCertificate', { role: 'communityPoliceOfficer' })]),
    ],
  },
});
/** One copy for each party, and for each representative of a group (R-PM-28). */
function copies() {
  return pluck(
    d.parties,
    (p) => p.id,
    (p) => isNecessary(p),
  );
}
/** Obligations of the version that a new one replaces. */
export const ofReplaced = (o: any) => some(d.versions, (x) => all(eq(x.state, 'force'), eq(x.no, o.version)));
