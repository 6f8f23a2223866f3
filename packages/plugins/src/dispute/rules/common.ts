/** What several rules of the dispute chart ask: of versions, papers, procedures, terms, obligations and the actor. */
import {
  all,
  any,
  type Cond,
  eq,
  every,
  has,
  includes,
  isIn,
  last,
  le,
  lookup,
  must,
  not,
  type Op,
  or,
  pluck,
  type Ref,
  type RuleDef,
  some,
  table,
} from '@fengqiao/core';
import type { z } from 'zod';
import type { agent, Obligation, Paper, Party, Version } from '../data.ts';
import type { EventId } from '../forms/index.ts';
import { v } from '../words.ts';

export const d = v.data;
/** A list, empty where the field was left out. */
export const listOf = <T>(list: Op<readonly T[] | undefined>): Op<T[]> =>
  table<any>([[has(list), list]], [] as any) as any;
export const yes = (flag: Op<boolean | undefined>): Cond => eq(or(flag, false), true);
export const no = (flag: Op<boolean | undefined>): Cond => eq(or(flag, false), false);

// ---- versions and papers
export const hasVersion = (state: Version['state'], of: (x: Ref<Version>) => Cond = () => all()): Cond =>
  some(d.versions, (x) => all(eq(x.state, state), of(x)));
export const versionNo = (state: Version['state']): Op<number> =>
  last(
    pluck(
      d.versions,
      (x) => x.no,
      (x) => eq(x.state, state),
    ),
  ) as any;
/** A party has papers for a text in one of the given states; without a number, for the present text. */
export const paperIn = (party: Op<any>, states: readonly Paper['state'][], text: Op<number> = d.textNo): Cond =>
  some(d.papers, (x) => all(eq(x.party, party), eq(x.version, text), isIn(x.state, states)));
/** Signed, and whatever follows a signature. */
export const signedStates = ['signed', 'served', 'objected'] as const;
/** Ids of the parties that a version binds: those that signed it (R-PT-07). */
export const boundBy = (text: Op<number>): Op<string[]> =>
  pluck(
    d.papers,
    (x) => x.party,
    (x) => all(eq(x.version, text), isIn(x.state, signedStates)),
  );

// ---- procedures
export const procedureField = <T>(code: Op<any>, field: string): Op<T> => lookup<T>('procedures', code, field);
export const procedureIs = (...codes: string[]): Cond => isIn(or(d.procedure as any, 'none'), codes as any);
/** The procedure runs in mediation; elsewhere the rules of sessions ask nothing. */
export const runsInMediation: Cond = eq(procedureField<string>(d.procedure, 'entry'), 'mediation.preparing');
export const courtAnnexed: Cond = procedureIs('court_delegated', 'court_entrusted');
export const inMediation = (then: Cond): Cond => any(not(runsInMediation), then);

// ---- terms
export const termIs = (ids: readonly string[], states: readonly string[]): Cond =>
  some(v.terms, (t: any) => all(isIn(t.id, ids as any), isIn(t.status, states as any)));
export const runs = (...ids: string[]): Cond => termIs(ids, ['running', 'paused']);

// ---- obligations
export const openStates = ['pending', 'overdue', 'enforcing'] as const;
export const someObligation = (of: (o: Ref<Obligation>) => Cond): Cond => some(d.obligations, of);
export const openObligation: Cond = someObligation((o) => isIn(o.state, openStates));
/** Each named obligation exists and is as said. */
export const named = (ids: Op<readonly string[] | undefined>, of: (o: Ref<Obligation>) => Cond): Cond =>
  every(ids, (id) => some(d.obligations, (o) => all(eq(o.id, id as any), of(o))));

// ---- agents
export type Agent = z.output<typeof agent>;
export const coversDay = (a: Ref<Agent>, day: Op<string>): Cond =>
  all(any(not(has(a.validFrom)), le(must(a.validFrom), day)), any(not(has(a.validTo)), le(day, must(a.validTo))));
/** A statutory agent with proof of the relation who is not itself an opposing party (R-PT-02). */
export const statutoryAgent = (party: Ref<Party>, which: (a: Ref<Agent>) => Cond = () => all()): Cond =>
  some(party.agents, (a) =>
    all(
      eq(a.category, 'statutory'),
      has(a.relation),
      has(a.document),
      eq(v.ask.agentOpposes({ party: party.id, agent: a.id }), false),
      which(a),
    ),
  );
/** Full capacity on the day; organisations and groups have it as such (R-PT-01). */
export const fullCapacity = (party: Ref<Party>, on: Op<string>): Cond =>
  any(not(eq(party.kind, 'natural_person')), eq(v.ask.capacityOf({ party: party.id, on }), 'full'));

// ---- the actor
/** Acts of court, body and tribunal; the liaison is of the court. */
export const officialAct: Cond = isIn(v.actor.part, ['court', 'body', 'tribunal']);
/** The same where a coordinator can only act for them (`dispute.md` §2). */
export const officialActByPaper: Cond = any(officialAct, eq(v.actor.role, 'coordinator'));
export const onBehalf: Cond = has(v.actor.behalf);

// ---- the matter
/** Only money is owed by the version in force. */
export const paymentOnly: Cond = hasVersion('force', (x) => every(x.clauses, (c) => eq(c.kind, 'payment')));
export const materialOf = (kinds: readonly string[], party?: Op<any>): Cond =>
  some(d.materials, (m) => all(isIn(m.kind, kinds), ...(party ? [eq(or(m.party, ''), party as any)] : [])));
export const specialGroup = (code: string): Cond => includes(listOf<any>(d.factors.specialGroups as any), code);

/** One guard of `dispute.md` §6. A rule that checks a rule of law is hard: no plugin may weaken it (R-SW-03). */
export function guard(g: {
  zh: string;
  en: string;
  law: string[];
  why: [zh: string, en: string];
  cures: EventId[];
  need: Cond;
  needOn?: { [E in EventId]?: Cond };
  code?: 'TERM_PASSED';
}): RuleDef {
  const { why, law, ...rest } = g;
  return v.rule({ ...rest, law, why: { zh: why[0], en: why[1] }, ...(law.length > 0 && { hard: true as const }) });
}
