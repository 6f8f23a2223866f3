/** Rules of the agreement: form, clauses, signatures, effect, revision (`dispute.md` §6). */
import {
  all,
  any,
  type Cond,
  covers,
  eq,
  every,
  has,
  includes,
  isIn,
  lookup,
  not,
  type Op,
  or,
  type Ref,
  some,
} from '@fengqiao/core';
import type { z } from 'zod';
import type { clause } from '../data.ts';
import { everyNecessary, isNecessary, someNecessary } from '../necessary.ts';
import { v } from '../words.ts';
import {
  boundBy,
  d,
  guard,
  hasVersion,
  listOf,
  no,
  openObligation,
  paperIn,
  procedureIs,
  signedStates,
  versionNo,
  yes,
} from './common.ts';
import { param } from './params.ts';

const draft = v.event('DRAFT_AGREEMENT');
const oral = v.event('RECORD_ORAL');
type Clause = z.output<typeof clause>;

/** How much, and by when: (amount, or share and base) and (day, or trigger) (R-PM-26). */
export const clear = (c: Ref<Clause>): Cond =>
  any(
    not(isIn(c.kind, ['payment', 'guarantee'])),
    all(any(has(c.amount), all(has(c.share), has(c.base))), any(has(c.dueDate), has(c.dueCondition))),
  );
/** A guarantee names clauses of this text that it secures. */
const secures =
  (clauses: typeof draft.clauses) =>
  (c: Ref<Clause>): Cond =>
    any(
      not(eq(c.kind, 'guarantee')),
      all(
        has(c.secures),
        every(c.secures, (n) => some(clauses, (x) => all(eq(x.no, n as any), not(eq(x.kind, 'guarantee'))))),
      ),
    );
const reviewed = (list: typeof draft.checklist): Cond =>
  all(yes(list.lawful), yes(list.noThirdPartyHarm), yes(list.voluntary), yes(list.disposable), yes(list.noCoercion));
const noneForbidden = (clauses: typeof draft.clauses): Cond =>
  every(clauses, (c) => not(eq(or(lookup<boolean>('clauseKinds', c.kind, 'forbidden'), false), true)));
/** A necessary party, or a member of a group that is one. */
const joined = (id: Op<any>): Cond =>
  any(
    someNecessary((p) => eq(p.id, id)),
    some(d.parties, (p) =>
      all(
        isNecessary(p),
        some(listOf(p.members), (m) => eq((m as any).id, id)),
      ),
    ),
  );
const allJoined = (clauses: typeof draft.clauses): Cond =>
  every(clauses, (c) => all(any(not(has(c.obligor)), joined(c.obligor)), any(not(has(c.obligee)), joined(c.obligee))));
/** Grounds after which the agreement should not be performed as it stands (R-PT-03, R-JC-18). */
const spoilt = ['mandatory_law', 'harms_interests', 'public_order', 'not_voluntary'];

export const agreement = {
  formAllowed: guard({
    zh: '须订立书面协议',
    en: 'a written agreement is needed',
    law: ['R-PM-25', 'R-PR-07', 'R-LB-02', 'R-MD-07', 'R-AR-03'],
    why: [
      '各方都表示无需书面的才可以口头约定；劳动、医疗、农村土地、法院委托以及地方规定须书面的，一律书面',
      'an oral agreement is enough only if every party wants none written; labour, medical, rural land, court-entrusted cases and those named by a local rule are written',
    ],
    cures: ['DRAFT_AGREEMENT'],
    need: eq(draft.form, 'written'),
    needOn: {
      RECORD_ORAL: all(
        everyNecessary((p) => includes(oral.noWrittenWanted, p.id)),
        not(isIn(d.disputeType, ['labour', 'medical', 'forest_land'])),
        not(procedureIs('court_entrusted')),
        not(includes(param.writtenTypes, d.disputeType)),
      ),
    },
  }),
  clausesLawful: guard({
    zh: '协议内容违法或未审查',
    en: 'the content is unlawful or was not reviewed',
    law: ['R-PM-03', 'R-PM-40', 'R-PT-03', 'R-PS-04'],
    why: [
      '协议不得违反法律、政策，不得处分无权处分的事项或者约定免予追究刑事责任，也没有罚款等强制手段；须逐项审查',
      'an agreement breaks no law or policy, disposes of nothing that is not the parties’ own, drops no criminal charge and coerces nobody; each point is reviewed',
    ],
    cures: ['DRAFT_AGREEMENT', 'RECORD_ORAL'],
    need: all(
      reviewed(draft.checklist),
      noneForbidden(draft.clauses),
      any(eq(v.ask.penaltyWords({ version: d.textNo }), false), has(draft.penaltyNote)),
    ),
    needOn: { RECORD_ORAL: all(reviewed(oral.checklist), noneForbidden(oral.clauses as any)) },
  }),
  clausesClear: guard({
    zh: '给付内容不明确',
    en: 'what is to be paid is not clear',
    law: ['R-PM-26', 'R-JC-16', 'R-EN-03'],
    why: [
      '给付、担保条款须写明金额（或比例和基数）和期限（或条件），担保须写明担保哪些条款，否则不能确认、执行',
      'payment and guarantee say how much (or share and base) and by when (or on what condition), a guarantee what it secures; otherwise nothing can be confirmed or enforced',
    ],
    cures: ['DRAFT_AGREEMENT', 'RECORD_ORAL'],
    need: all(
      any(no(draft.confirmationWanted), every(draft.clauses, clear)),
      every(draft.clauses, secures(draft.clauses)),
    ),
    needOn: { RECORD_ORAL: every(oral.clauses, secures(oral.clauses as any) as any) },
  }),
  clausePartiesJoined: guard({
    zh: '条款涉及未参加的人',
    en: 'a clause names somebody who takes no part',
    law: ['R-PT-07'],
    why: [
      '协议给予、取走或者负担其权利的人须为当事人并签署，对未参加的人不生效力',
      'whoever a clause gives to, takes from or burdens must be a party and sign; against others it has no effect',
    ],
    cures: ['ADD_PARTY'],
    need: allJoined(draft.clauses),
    needOn: { RECORD_ORAL: allJoined(oral.clauses as any) },
  }),
  everySigned: guard({
    zh: '当事人未全部签署',
    en: 'not every party has signed',
    law: ['R-CM-11'],
    why: [
      '法院依据各方签署的协议出具调解书或者准许撤诉',
      'the court issues its letter, or allows the withdrawal, on an agreement that every party signed',
    ],
    cures: ['SIGN'],
    need: everyNecessary((p) => paperIn(p.id, signedStates)),
  }),
  revisionAgreed: guard({
    zh: '变更协议须各方同意',
    en: 'a revision needs every party',
    law: ['R-PM-30', 'R-PM-35'],
    why: [
      '协议对各方有约束力，变更须受其约束的各方一致同意',
      'an agreement binds all who made it; all of them agree to its change',
    ],
    cures: ['REVISE_AGREEMENT'],
    need: all(hasVersion('force'), covers(v.event('REVISE_AGREEMENT').by, boundBy(versionNo('force')))),
  }),
  versionEffective: guard({
    zh: '协议尚未生效',
    en: 'the agreement is not in effect',
    law: ['R-PM-27', 'R-PM-34', 'R-JC-01'],
    why: [
      '书面协议自各方签名、调解员签名、调委会盖章齐备之日生效，生效后才可申请司法确认',
      'a written agreement takes effect on the day of the last of the signatures and the seal; only then may confirmation be asked',
    ],
    cures: ['SIGN', 'MEDIATOR_SIGN', 'SEAL'],
    need: hasVersion('force', (x) => has(x.effectiveOn)),
  }),
  confirmationInformed: guard({
    zh: '未告知司法确认',
    en: 'judicial confirmation was not told',
    law: ['R-MD-07'],
    why: [
      '医疗纠纷达成协议的，应当告知双方可以申请司法确认',
      'in a medical dispute the committee tells both sides of judicial confirmation',
    ],
    cures: ['NOTICE_RIGHTS'],
    need: any(
      not(eq(d.disputeType, 'medical')),
      everyNecessary((p) => eq(p.confirmationInformed, true)),
    ),
  }),
  agreementUsable: guard({
    zh: '协议不宜继续履行',
    en: 'the agreement should not be performed as it stands',
    law: ['R-PT-03', 'R-JC-18', 'R-JC-19'],
    why: [
      '因违法、损害他人、违背公序良俗或者不自愿被驳回、撤销的协议，应当变更、重新调解或者起诉，而不是照旧履行',
      'what a court refused as unlawful, harmful, against public order or not voluntary is changed, mediated anew or sued upon, not simply performed',
    ],
    cures: ['REVISE_AGREEMENT', 'REOPEN', 'SUE_ON_AGREEMENT'],
    need: any(
      not(openObligation),
      hasVersion('force', (x) =>
        any(
          not(isIn(x.confirmation, ['dismissed', 'revoked'])),
          every(x.grounds, (g) => not(isIn(g as any, spoilt as any))),
        ),
      ),
    ),
  }),
};
