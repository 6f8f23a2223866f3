/** Conditions that choose among the rows of a state and event (second table of `dispute.md` §6). */
import { all, any, type Cond, eq, every, has, implies, isIn, lookup, not, type Op, or, some } from '@fengqiao/core';
import type { Version } from '../data.ts';
import { everyNecessary, onEachSide } from '../necessary.ts';
import { v } from '../words.ts';
import {
  d,
  hasVersion,
  openObligation,
  openStates,
  paperIn,
  procedureField,
  runs,
  signedStates,
  someObligation,
  termIs,
  yes,
} from './common.ts';

const entry = (procedure: Op<any>, state: string): Cond => eq(procedureField<string>(procedure, 'entry'), state);
const chosen = v.event('CHOOSE_CHANNEL').procedure;
const oral = (x: { form: Op<Version['form']> }): Cond => isIn(x.form, ['oral', 'immediate']);
const confirmableOf = (x: { procedure: Op<any> }): Cond =>
  eq(procedureField<boolean>(x.procedure, 'confirmable'), true);

/** The time to apply for confirmation is over: it ended or expired, and no restoration was granted. */
export const windowClosed = (x: { restored: Op<boolean> }): Cond =>
  all(termIs(['DL-JC-APPLY'], ['expired', 'ended']), not(runs('DL-JC-APPLY')), not(yes(x.restored)));

/** Every requirement of the rule of effect of a version is met; `effectiveDate` is the last of their days. */
export const requirementsMet = (x: any): Cond =>
  every(lookup<string[]>('effectivenessRules', x.effectivenessRule, 'requires'), (r) => {
    const is = (...codes: string[]): Cond => isIn(r as any, codes as any);
    return any(
      all(
        is('all_parties_sign'),
        everyNecessary((p) => paperIn(p.id, signedStates, x.no)),
      ),
      all(
        is('all_parties_esign'),
        everyNecessary((p) =>
          some(d.papers, (y) =>
            all(
              eq(y.party, p.id),
              eq(y.version, x.no),
              isIn(y.state, signedStates),
              eq(or(y.signKind, ''), 'eSignature'),
            ),
          ),
        ),
      ),
      all(is('mediator_sign'), has(x.mediatorSignedOn)),
      all(is('committee_seal', 'organisation_seal', 'body_seal'), has(x.sealedOn)),
      all(
        is('all_parties_receipt'),
        has(x.letterOn),
        everyNecessary((p) => paperIn(p.id, ['served', 'objected'], x.no)),
      ),
      all(
        is('all_parties_agree'),
        has(x.reachedOn),
        everyNecessary((p) => paperIn(p.id, signedStates, x.no)),
      ),
    );
  });

/** Some necessary party stands on each side besides the one who leaves. */
const restMayGoOn: Cond = onEachSide((p) => not(eq(p.id, v.event('LEAVE').party)));

const closing = v.event('CLOSE_SESSION');
const ofRunning: Cond = any(
  not(has(closing.session)),
  some(d.sessions, (s) => all(eq(s.id, closing.session as any), eq(s.state, 'running'))),
);
const result = (code: 'agreement' | 'continue' | 'failed'): Cond => all(eq(closing.result, code), ofRunning);

const route = v.event('OTHER_ROUTE');
const visit = v.event('VISIT').result;
const outcomeOf = v.event('REFUSE_CONFIRMATION').outcome;

/** Outcomes after which only the applicants are answered (§6 `[everyoneAnswered]`). */
const applicantsOnly: Cond = any(
  isIn(or(d.outcome as any, 'none'), ['not_accepted', 'merged', 'transferred'] as any),
  all(isIn(or(d.outcome as any, 'none'), ['withdrawn', 'reconciled'] as any), not(yes(d.mediationBegan))),
);

/** Terms that end a mediation by themselves. */
export const endingTerms = [
  'DL-PM-MED',
  'DL-CM-WEIPAI',
  'DL-CM-WEITUO-ORD',
  'DL-CM-WEITUO-SIM',
  'DL-CM-ONLINE',
  'DL-CM-ONLINE-ORD',
  'DL-CM-ONLINE-SIM',
  'DL-AD-MED',
  'DL-AD-CONSUMER-END',
  'DL-AD-TRAFFIC-END',
] as const;

export const when = {
  entersMediation: entry(chosen, 'mediation.preparing'),
  entersAdministrative: entry(chosen, 'administrative.accepting'),
  entersJudicial: entry(chosen, 'judicial.filing'),
  toAdministrative: eq(procedureField<string>(v.event('NEXT_INSTANCE').procedure, 'channel'), 'administrative'),
  pastConfirmation: hasVersion('force', (x) =>
    any(not(eq(x.title, 'none')), windowClosed(x), oral(x), not(confirmableOf(x))),
  ),
  suitPending: eq(d.suitPending, true),
  adminText: eq(procedureField<string>(d.procedure, 'channel'), 'administrative'),
  versionInForce: hasVersion('force'),
  restMayGoOn,
  courtNamedMediator: eq(or(d.mode as any, 'none'), 'court_named'),
  voluntaryProcedure: eq(procedureField<boolean>(d.procedure, 'voluntary'), true),
  maySettle: has(procedureField(d.procedure, 'effectivenessRule')),
  resultAgreement: result('agreement'),
  resultContinue: result('continue'),
  resultFailed: result('failed'),
  sessionUnrecorded: some(d.sessions, (s) => all(eq(s.id, or(closing.session, '') as any), eq(s.state, 'left'))),
  succession: has(v.event('ADD_PARTY').succeeds),
  endsMediation: isIn(v.event('TERM_EXPIRED').termId, endingTerms as any),
  exclusiveTaken: all(
    eq(d.disputeType, 'medical'),
    any(
      yes(d.exclusiveTaken),
      all(
        has(route.acceptedOn),
        isIn(procedureField<string>(route.procedure, 'channel'), ['administrative', 'judicial']),
      ),
    ),
  ),
  effectComplete: hasVersion('draft', requirementsMet),
  /** Of the text that is about to take effect; the rule of the same name asks the version in force. */
  confirmableProcedure: hasVersion('draft', confirmableOf),
  fullyDone: all(
    not(openObligation),
    hasVersion('force', (x) =>
      any(
        oral(x),
        not(yes(x.confirmationWanted)),
        all(
          someObligation((o) => eq(o.version, x.no)),
          every(d.obligations, (o) => implies(eq(o.version, x.no), isIn(o.state, ['performed', 'ended']))),
        ),
      ),
    ),
  ),
  courtAccepted: some(d.applications, (a) => all(eq(a.open, true), eq(a.accepted, true))),
  notAcceptedKind: eq(outcomeOf, 'not_accepted'),
  dismissedKind: eq(outcomeOf, 'dismissed'),
  someEnforcing: someObligation((o) => eq(o.state, 'enforcing')),
  someOverdue: someObligation((o) => eq(o.state, 'overdue')),
  noneEnforcing: not(someObligation((o) => eq(o.state, 'enforcing'))),
  noneOverdue: not(someObligation((o) => isIn(o.state, ['overdue', 'enforcing']))),
  noneOpen: not(someObligation((o) => isIn(o.state, openStates))),
  upheld: eq(v.event('OBJECTION_DECIDED').result, 'upheld'),
  visitUnsatisfied: eq(visit, 'unsatisfied'),
  visitUnreachable: eq(visit, 'unreachable'),
  visitMissing: yes(v.event('RETURN_FILE').followUpMissing),
  settledOrFailed: isIn(or(d.outcome as any, 'none'), ['settled', 'failed'] as any),
  everyoneAnswered: any(
    all(
      applicantsOnly,
      everyNecessary((p) => any(not(eq(p.role, 'applicant')), isIn(p.visited, ['reached', 'waived']))),
    ),
    all(
      not(applicantsOnly),
      everyNecessary((p) => isIn(p.visited, ['reached', 'waived'])),
    ),
  ),
  accepted: eq(d.accepted, true),
  rated: eq(d.rated, true),
} satisfies Record<string, Cond>;
export type When = keyof typeof when;
