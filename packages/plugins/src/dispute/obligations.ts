/** The each-region of obligations (R23–R31), with guarantees and what they secure. */
import {
  all,
  any,
  count,
  eq,
  every,
  filter,
  has,
  includes,
  isIn,
  type MemberRegion,
  not,
  or,
  some,
} from '@fengqiao/core';
import { obligationStates } from './data.ts';
import { d, given, plus } from './rows/common.ts';
import { replacedByJudgment } from './rows/judicial.ts';
import { when } from './rules/when.ts';
import { ofReplaced } from './signals/effect.ts';
import { v } from './words.ts';

const at = v.at;
/** States of a member with their texts; `done` ones need nothing more. */
export const texts = (
  states: { readonly [state: string]: readonly [string, string] },
  done: readonly string[] = [],
): MemberRegion['states'] =>
  Object.fromEntries(
    Object.entries(states).map(([state, [zh, en]]) => [state, { zh, en, ...(done.includes(state) && { done: true }) }]),
  );

const live = ['pending', 'standing', 'contingent', 'overdue', 'enforcing'];
const dueMissed = (e: any, id: any) => all(eq(e.termId, 'DL-OB-DUE'), eq(e.key, id));
const isGuarantee = (it: any) => has(it.secures);
/** Obligations that a guarantee secures, beside those that this event itself moves. */
const othersClosed = (it: any, moved: (id: any) => any, how: (o: any) => any) =>
  every(
    filter(d.obligations, (o) => all(includes(it.secures, o.id), not(moved(o.id)))),
    how,
  );
const closed = (o: any) => isIn(o.state, ['performed', 'ended', 'replaced'] as any);
const satisfied = (o: any) => any(eq(o.state, 'performed'), eq(or(o.endedBy, 'none' as any), 'waived' as any));
const someSecured = (it: any, moved: (id: any) => any) => some(it.secures, (id: any) => moved(id));
/** A guarantee among those that the event pays in full which secures this one (R25a). */
const paidByGuarantor = (it: any, moved: (id: any) => any) =>
  some(d.obligations, (g) => all(moved(g.id), includes(g.secures, it.id)));

const performs = (e: any) => (id: any) => all(eq(e.complete, true), eq(id, e.obligationId));
const waives = (e: any) => (id: any) => eq(id, e.obligationId);
const fulfils = (e: any) => (id: any) => all(eq(e.result, 'fulfilled'), includes(e.obligationIds, id));
const full = (it: any) => ({ paid: given(it.amount, it.paid), performedOn: at.on });

/** What follows for the guarantee and for the secured when one of them is paid, waived or enforced in full. */
const coupled = (
  id: string,
  event: 'PERFORM' | 'WAIVE_OBLIGATION' | 'ENFORCEMENT_ENDED',
  moved: (e: any) => (id: any) => any,
) => [
  ...(event === 'WAIVE_OBLIGATION'
    ? []
    : [
        v.member<any>(`${id}.secured`, [event], {
          from: live.filter((state) => state !== 'standing'),
          to: 'performed',
          where: (it, e) => paidByGuarantor(it, moved(e)),
          with: full,
        }),
      ]),
  v.member<any>(id, [event], {
    from: ['contingent', 'pending', 'overdue', 'enforcing'],
    to: 'performed',
    where: (it, e) =>
      all(
        isGuarantee(it),
        not(moved(e)(it.id)),
        someSecured(it, moved(e)),
        othersClosed(it, moved(e), satisfied),
        ...(event === 'WAIVE_OBLIGATION' ? [eq(e.kind, 'waived')] : []),
      ),
    with: full,
  }),
  v.member<any>(`${id}.ended`, [event], {
    from: ['contingent', 'pending', 'overdue', 'enforcing'],
    to: 'ended',
    where: (it, e) =>
      all(isGuarantee(it), not(moved(e)(it.id)), someSecured(it, moved(e)), othersClosed(it, moved(e), closed)),
  }),
];
/** Part payment leaves the state and counts on the guarantee as well. */
const partPaid = live.map((state) =>
  v.member<any>(`R25.part.${state}`, ['PERFORM'], {
    from: [state],
    to: state,
    where: (it, e) =>
      all(
        eq(e.complete, false),
        any(
          eq(it.id, e.obligationId),
          includes(it.secures, e.obligationId),
          some(d.obligations, (g) =>
            all(eq(g.id, e.obligationId), includes(g.secures, it.id), eq(count(g.secures), 1)),
          ),
        ),
      ),
    with: (it, e) => ({ paid: plus(it.paid, or(e.amountCny, 0)) }),
  }),
);

export const obligation: MemberRegion = {
  zh: '义务',
  en: 'obligation',
  list: 'data.obligations',
  field: 'state',
  initial: ['pending', 'performed', 'standing', 'contingent'],
  states: texts(obligationStates, ['performed', 'ended', 'replaced']),
  rows: [
    v.member<any>('R24', ['TERM_EXPIRED', 'BREACH'], {
      from: ['pending', 'standing'],
      to: 'overdue',
      where: (it, e) => any(dueMissed(e, it.id), eq(it.id, e.obligationId)),
    }),
    v.member<any>('R24a', ['TERM_EXPIRED', 'BREACH'], {
      from: ['contingent'],
      to: 'pending',
      where: (it, e) =>
        some(d.obligations, (o) =>
          all(
            includes(it.secures, o.id),
            isIn(o.state, ['pending', 'standing']),
            any(dueMissed(e, o.id), eq(o.id, e.obligationId)),
          ),
        ),
      with: (it) => ({ dueOn: given(it.dueOn, at.today) }),
    }),
    v.member<any>('R24a.trigger', ['TRIGGER_OBLIGATION'], {
      from: ['contingent'],
      to: 'pending',
      where: (it, e) => eq(it.id, e.obligationId),
      with: (it, e) => ({ dueOn: given(e.dueOn, given(it.dueOn, e.metOn)) }),
    }),
    v.member<any>('R24a.due', ['TRIGGER_OBLIGATION'], {
      from: ['pending'],
      to: 'pending',
      where: (it, e) => eq(it.id, e.obligationId),
      with: (it, e) => ({ dueOn: given(e.dueOn, given(it.dueOn, e.metOn)) }),
    }),
    // A standing obligation that was broken and is put right stands again.
    v.member<any>('R25.standing', ['PERFORM'], {
      from: ['overdue', 'enforcing'],
      to: 'standing',
      where: (it, e) => all(performs(e)(it.id), eq(it.standing, true)),
    }),
    v.member<any>('R25', ['PERFORM'], {
      from: live,
      to: 'performed',
      where: (it, e) => performs(e)(it.id),
      with: (it, e) => ({ paid: given(it.amount, plus(it.paid, or(e.amountCny, 0))), performedOn: e.performedOn }),
    }),
    ...coupled('R25a', 'PERFORM', performs),
    ...partPaid,
    v.member<any>('R26', ['WAIVE_OBLIGATION'], {
      from: live,
      to: 'ended',
      where: (it, e) => eq(it.id, e.obligationId),
      with: (_it, e) => ({ endedBy: e.kind }),
    }),
    ...coupled('R25a.waive', 'WAIVE_OBLIGATION', waives),
    v.member<any>('R27', ['APPLY_ENFORCEMENT'], {
      from: ['overdue'],
      to: 'enforcing',
      where: (it, e) => includes(e.obligationIds, it.id),
    }),
    v.member<any>('R28', ['ENFORCEMENT_ENDED'], {
      from: ['enforcing'],
      to: 'performed',
      where: (it, e) => fulfils(e)(it.id),
      with: full,
    }),
    v.member<any>('R28.ended', ['ENFORCEMENT_ENDED'], {
      from: ['enforcing'],
      to: 'ended',
      where: (it, e) => includes(e.obligationIds, it.id),
      with: () => ({ endedBy: 'enforcement_ended' }),
    }),
    ...coupled('R25a.enforced', 'ENFORCEMENT_ENDED', fulfils),
    v.member<any>('R29', ['RESUME_ENFORCEMENT'], {
      from: ['ended'],
      to: 'enforcing',
      where: (it, e) => includes(e.obligationIds, it.id),
      with: () => ({ endedBy: null }),
    }),
    v.member<any>('R30', ['OBJECTION_DECIDED'], {
      from: ['enforcing'],
      to: 'overdue',
      where: (it) => all(when.upheld, ofReplaced(it)),
    }),
    v.member<any>('R30a', ['NEXT_INSTANCE'], {
      from: ['enforcing'],
      to: 'overdue',
      where: (it) => eq(it.version, 0),
    }),
    v.member<any>('R31', ['@inForce'], {
      from: [...live, 'ended'],
      to: 'replaced',
      where: ofReplaced,
    }),
    v.member<any>('R31.judgment', ['JUDGMENT'], {
      from: [...live, 'ended'],
      to: 'replaced',
      where: replacedByJudgment,
    }),
  ],
};
