/** Section 4.2: acts of and about parties, in any channel. */
import {
  concat,
  each,
  eq,
  filter,
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
} from '@fengqiao/core';
import { party, staff } from '../roles.ts';
import { when } from '../rules/when.ts';
import { adm, early, jud, med, open, textStates } from '../states.ts';
import { v } from '../words.ts';
import { d, given, joins } from './common.ts';
import { e2Rows } from './e2.ts';
import { leavesGroup } from './group.ts';
import { succession } from './succession.ts';

const partyRoles = [...party];
const told = (id: any) => notify('departure', { role: 'mediator', with: { party: id } });
const leftInWriting = (id: any) => [produce('departure-notice', { party: id }), told(id)];
const acceptsThese = (ids: any, mediators: any) =>
  patch(
    d.parties,
    (p) => includes(ids, p.id),
    (p) => ({ accepts: concat(p.accepts, mediators) as any }),
  );
const movesMember = ['mediator', 'committeeChair'] as const;

export const partyRows: Row[] = [
  v.row('T24', 'CONSENT', {
    from: [...early, ...med, ...textStates],
    by: partyRoles,
    rules: ['capacityCovered'],
    do: [signal('willSpoken')],
  }),
  v.row('T25', 'REFUSE', { from: [...early], by: partyRoles, do: [] }),
  v.row('T26', 'LEAVE', { from: [...early], by: partyRoles, do: [] }),
  v.row('T27', 'REFUSE', {
    from: [...med],
    to: 'mediation.preparing',
    by: partyRoles,
    when: when.restMayGoOn,
    do: [signal('willSpoken')],
  }),
  ...e2Rows('T28', 'REFUSE', {
    from: med,
    by: partyRoles,
    do: [signal('mediationEnded', { reason: 'party_refuses' })],
  }),
  v.row('T29', 'LEAVE', {
    from: [...med],
    to: 'mediation.preparing',
    by: partyRoles,
    when: when.restMayGoOn,
    do: (e) => [...leftInWriting(e.party), signal('willSpoken')],
  }),
  ...e2Rows('T30', 'LEAVE', {
    from: med,
    by: partyRoles,
    do: (e) => [...leftInWriting(e.party), signal('mediationEnded', { reason: 'party_asks_end' })],
  }),
  v.row('T31', 'LEAVE', {
    from: [...textStates],
    to: 'agreement.drafting',
    by: partyRoles,
    when: when.restMayGoOn,
    do: (e) => [...leftInWriting(e.party), signal('signaturesFallen')],
  }),
  ...e2Rows('T32', 'LEAVE', {
    from: textStates,
    by: partyRoles,
    do: (e) => [
      ...leftInWriting(e.party),
      iff(
        eq(e.refusesToSign, true),
        [signal('mediationEnded', { reason: 'refuses_to_sign' })],
        [signal('mediationEnded', { reason: 'party_asks_end' })],
      ),
    ],
  }),
  v.row('T33', 'LEAVE', {
    from: [...adm],
    to: 'channelChoice',
    by: partyRoles,
    when: when.voluntaryProcedure,
    do: (e) => [...leftInWriting(e.party), signal('adminLeft')],
  }),
  v.row('T34', 'CONTINUE_REST', {
    from: ['mediation.preparing', 'agreement.drafting'],
    by: [...movesMember],
    rules: ['everyRestAgrees'],
    do: [
      patch(
        d.parties,
        (p) => eq(p.breaksRest, true),
        () => ({ breaksRest: false }),
      ),
    ],
  }),
  v.row('T35', 'ADD_PARTY', {
    from: [...early, ...med, ...adm, ...jud],
    by: [...staff, ...partyRoles],
    rules: ['joinable'],
    do: (e) => joins(e.party),
  }),
  v.row('T36', 'ADD_PARTY', {
    from: [...textStates],
    to: 'agreement.drafting',
    by: [...staff, ...partyRoles],
    rules: ['joinable'],
    do: (e) => [...joins(e.party), signal('signaturesFallen')],
  }),
  v.row('T36a', 'ADD_PARTY', {
    from: [
      'agreement.effective',
      'confirmation.lodged',
      'confirmation.supplementing',
      'confirmation.examining',
      'performance.performing',
      'performance.overdue',
      'performance.enforcing',
      'followUp',
    ],
    by: [...staff, ...partyRoles],
    when: when.succession,
    rules: ['successionProved'],
    do: (e) => succession(e),
  }),
  v.row('T36b', 'MEMBER_OUT', {
    from: ['agreement.signing'],
    to: 'agreement.drafting',
    by: [...partyRoles, 'mediator', 'committeeChair', 'coordinator'],
    do: (e) => [...leavesGroup(e), signal('signaturesFallen')],
  }),
  v.row('T36c', 'MEMBER_OUT', {
    from: [...early, ...med, ...adm, ...jud, 'agreement.drafting'],
    by: [...partyRoles, 'mediator', 'committeeChair', 'coordinator'],
    do: (e) => leavesGroup(e),
  }),
  v.row('T36d', 'REPLACE_REPRESENTATIVE', {
    from: open,
    by: [...partyRoles, 'mediator', 'registrar'],
    rules: ['groupRepresented'],
    do: (e) => [
      produce('representative-election', { party: e.group }),
      patch(
        d.parties,
        (p) => eq(p.id, e.group),
        (p) => ({
          representatives: concat(
            filter(p.representatives as any, (r: any) => not(isIn(r.id, given(e.out, [] as any)))),
            e.in as any,
          ) as any,
          electionSheet: e.electionSheet as any,
          settleAuthority: e.settleAuthority,
        }),
      ),
    ],
  }),
  v.row('T37', 'RELEASE_PARTY', {
    from: [...early, ...med, ...adm, 'agreement.drafting'],
    by: ['mediator', 'committeeChair', 'registrar'],
    rules: ['releasable'],
    do: [signal('willSpoken')],
  }),
  v.row('T38', 'NOTICE_RIGHTS', {
    from: ['triage', 'plan', 'channelChoice', ...med, 'agreement.drafting'],
    by: ['mediator', 'committeeChair', 'registrar'],
    rules: ['capacityCovered'],
    do: (e) => [
      each(e.parties, (id) => [produce('rights-notice', { party: id })]),
      iff(eq(e.acceptsMediators, true), [acceptsThese(e.parties, given(e.mediators, d.mediators))]),
      iff(eq(e.confirmationInformed, true), [
        patch(
          d.parties,
          (p) => includes(e.parties, p.id),
          () => ({ confirmationInformed: true }),
        ),
      ]),
      signal('willSpoken'),
    ],
  }),
  v.row('T39', 'ACCEPT_MEDIATOR', {
    from: ['channelChoice', ...med, 'agreement.drafting'],
    by: partyRoles,
    do: (e) => [
      patch(
        d.parties,
        (p) => eq(p.id, e.party),
        (p) => ({ accepts: concat(p.accepts, e.mediators) as any }),
      ),
    ],
  }),
  ...e2Rows('T40', 'OBJECT_TO_MEDIATOR', {
    from: med,
    by: partyRoles,
    when: when.courtNamedMediator,
    do: [signal('mediationEnded', { reason: 'party_refuses' })],
  }),
  v.row('T41', 'OBJECT_TO_MEDIATOR', {
    from: [...med, 'agreement.drafting'],
    by: partyRoles,
    do: (e) => [
      patch(
        d.parties,
        (p) => eq(p.id, e.party),
        (p) => ({ accepts: filter(p.accepts, (m: any) => not(eq(m, e.mediator))) as any }),
      ),
      notify('replaceMediator', { role: 'committeeChair' }),
    ],
  }),
  v.row('T42', 'DECLARE_CONFLICT', {
    from: [...med, 'agreement.drafting'],
    by: [...movesMember],
    do: (e) => [
      set(
        d.declarations,
        concat(
          filter(d.declarations, (x) => not(eq(x.mediator, e.mediator))),
          list(object({ mediator: e.mediator, relation: e.relation, waived: false })),
        ) as any,
      ),
      iff(not(eq(e.relation, 'none')), [notify('conflictDeclared', { role: 'committeeChair' })]),
    ],
  }),
  v.row('T43', 'WAIVE_CONFLICT', {
    from: [...med, 'agreement.drafting'],
    by: partyRoles,
    rules: ['everyRestAgrees'],
    do: (e) => [
      patch(
        d.declarations,
        (x) => eq(x.mediator, e.mediator),
        () => ({ waived: true }),
      ),
    ],
  }),
  v.row('T44', 'REPLACE_MEDIATOR', {
    from: [...med, 'agreement.drafting'],
    by: ['committeeChair', 'coordinator'],
    rules: ['mediatorsQualified', 'mediatorUnconflicted'],
    do: (e) => [
      set(
        d.mediators,
        concat(
          filter(d.mediators, (m: any) => not(eq(m, e.from))),
          list(e.to),
        ) as any,
      ),
      set(d.presiding, e.presiding),
      set(d.mode, e.mode),
      patch(
        d.sessions,
        (s) => eq(s.state, 'scheduled'),
        (s) => ({
          mediators: concat(
            filter(s.mediators, (m: any) => not(eq(m, e.from))),
            list(e.to),
          ) as any,
          presiding: e.presiding,
        }),
      ),
      patch(
        d.parties,
        (p) => has(p.id),
        () => ({ accepts: [] }) as any,
      ),
    ],
  }),
];
