/**
 * The one list of necessary parties (R-SW-06): consent, notice, signature, delivery and follow-up are checked over it.
 * A party is necessary as applicant, respondent, third party or guarantor while its will is named, consented or refused.
 */
import { all, type Cond, count, eq, every, isIn, not, type Op, pluck, type Ref, some } from '@fengqiao/core';
import type { Party } from './data.ts';
import { v } from './words.ts';

const roles = ['applicant', 'respondent', 'third_party', 'guarantor'] as const;
const wills = ['named', 'consented', 'refused'] as const;

export const isNecessary = (p: Ref<Party>): Cond => all(isIn(p.role, roles), isIn(p.will, wills));
/** Ids of the necessary parties, of those that `where` picks. */
export const theNecessary = (where: (p: Ref<Party>) => Cond = () => all()): Op<string[]> =>
  pluck(
    v.data.parties,
    (p) => p.id,
    (p) => all(isNecessary(p), where(p)),
  );
export const everyNecessary = (of: (p: Ref<Party>) => Cond): Cond =>
  every(v.data.parties, (p) => ({ any: [not(isNecessary(p)), of(p)] }));
export const someNecessary = (of: (p: Ref<Party>) => Cond): Cond =>
  some(v.data.parties, (p) => all(isNecessary(p), of(p)));
/** A necessary party stands on each side, of those that `where` picks (R-PT-07). */
export const onEachSide = (where: (p: Ref<Party>) => Cond = () => all()): Cond =>
  all(
    someNecessary((p) => all(eq(p.side, 'applicant'), where(p))),
    someNecessary((p) => all(eq(p.side, 'respondent'), where(p))),
  );
export const partyWith = (id: Op<any>, of: (p: Ref<Party>) => Cond): Cond =>
  some(v.data.parties, (p) => all(eq(p.id, id), of(p)));
export const countNecessary = (where: (p: Ref<Party>) => Cond) => count(theNecessary(where));
