/** The eight steps of an order and who takes them (`mechanisms.md` §2, §9). */
import {
  all,
  type BaseRegion,
  cancel,
  concat,
  eq,
  isIn,
  list,
  lt,
  not,
  notify,
  or,
  put,
  set,
  sum,
} from '@fengqiao/core';
import { type OrderRole, type OrderStage, stageTexts, v } from './words.ts';

const d = v.data;

const staff = ['registrar', 'coordinator', 'handlingStaff', 'unitHead'] as const satisfies readonly OrderRole[];
const open = (Object.keys(stageTexts) as OrderStage[]).filter((stage) => stage !== 'closed' && stage !== 'cancelled');

const e = v.event('CALL_BACK');
const good = all(eq(e.contacted, true), eq(e.resolved, true), isIn(e.satisfied, ['satisfied', 'basically']));
const bad = all(eq(e.contacted, true), not(good));
const handled = set(d.handlers, concat(d.handlers, list(v.actor.person)) as any);
const rungUp = set(d.rung, sum([d.rung, 1]) as any);

export const stage: BaseRegion = {
  zh: '办理环节',
  en: 'stage',
  initial: 'received',
  states: {
    ...stageTexts,
    received: { ...stageTexts.received, expects: { roles: ['registrar'], events: ['REGISTER'] } },
    registered: { ...stageTexts.registered, expects: { roles: ['coordinator'], events: ['DISPATCH'] } },
    dispatched: { ...stageTexts.dispatched, expects: { roles: ['handlingStaff'], events: ['ACCEPT'] } },
    accepted: { ...stageTexts.accepted, expects: { roles: ['handlingStaff'], events: ['START'] } },
    handling: { ...stageTexts.handling, expects: { roles: ['handlingStaff'], events: ['REPORT'] } },
    reported: { ...stageTexts.reported, expects: { roles: ['callbackOfficer'], events: ['CALL_BACK'] } },
    supervised: { ...stageTexts.supervised, expects: { roles: ['supervisor'], events: ['SIGN_OFF'] } },
    closed: { ...stageTexts.closed, final: true },
    cancelled: { ...stageTexts.cancelled, final: true },
  },
  rows: [
    v.row('O1', 'RECEIVE', {
      from: ['received'],
      by: ['registrar'],
      do: (r) => [
        set(d.source, r.source),
        set(d.subject, r.subject),
        set(d.address, r.address),
        set(d.gridCode, r.gridCode),
        set(d.contact, r.contact),
        set(d.phone, r.phone),
        set(d.anonymous, or(r.anonymous, false)),
        set(d.urgent, or(r.urgent, false)),
        set(d.coUnits, []),
        set(d.handlers, []),
        set(d.rung, 0),
        set(d.returnHands, 0),
        set(d.converted, false),
        set(d.links, []),
      ],
    }),
    v.row('O2', 'REGISTER', {
      from: ['received'],
      to: 'registered',
      by: ['registrar', 'coordinator'],
      rules: ['placeOrUnitKnown'],
      do: (r) => [
        set(d.category, r.category),
        set(d.gridCode, or(r.gridCode as any, null as any)),
        set(d.toUnit, r.unit),
        set(d.orderNo, v.number('order')),
      ],
    }),
    v.row('O3', 'CANCEL', { from: ['received'], to: 'cancelled', by: ['registrar'], rules: ['duplicateNamed'] }),
    v.row('O4', 'DISPATCH', {
      from: ['registered'],
      to: 'dispatched',
      by: ['coordinator'],
      do: (r) => [
        set(d.toUnit, r.toUnit),
        set(d.coUnits, or(r.coUnits as any, null as any)),
        set(d.dueOn, r.dueOn),
        put('OR-ACCEPT'),
        put('OR-HANDLE', { due: r.dueOn }),
      ],
    }),
    v.row('O5', 'ACCEPT', {
      from: ['dispatched'],
      to: 'accepted',
      by: ['handlingStaff', 'unitHead'],
      do: [cancel('OR-ACCEPT'), handled],
    }),
    v.row('O6', 'RETURN', {
      from: ['dispatched'],
      to: 'registered',
      by: ['handlingStaff', 'unitHead'],
      do: [cancel(['OR-ACCEPT', 'OR-HANDLE'])],
    }),
    v.row('O7', 'START', { from: ['accepted'], to: 'handling', by: ['handlingStaff', 'unitHead'], do: [handled] }),
    v.row('O8', 'LOG', { from: ['handling'], by: ['handlingStaff', 'unitHead'], do: [handled] }),
    v.row('O9', 'REPORT', {
      from: ['handling'],
      to: 'reported',
      by: ['handlingStaff', 'unitHead'],
      do: (r) => [
        set(d.result, r.result),
        set(d.resolved, r.resolved),
        set(d.reportedOn, v.at.on),
        handled,
        cancel('OR-HANDLE'),
        put('OR-CALLBACK'),
      ],
    }),
    v.row('O10', 'CALL_BACK', {
      from: ['reported'],
      to: 'supervised',
      by: ['callbackOfficer'],
      when: good,
      rules: ['notHandler', 'answerComplete'],
      do: (r) => [set(d.satisfied, r.satisfied), set(d.resolved, r.resolved), cancel('OR-CALLBACK')],
    }),
    v.row('O11', 'CALL_BACK', {
      from: ['reported'],
      to: 'handling',
      by: ['callbackOfficer'],
      when: bad,
      rules: ['notHandler', 'answerComplete'],
      do: (r) => [
        set(d.satisfied, r.satisfied),
        set(d.resolved, r.resolved),
        set(d.returnHands, sum([d.returnHands, 1]) as any),
        { if: lt(d.rung, 3), do: [rungUp, notify('returned', { role: 'leaderInCharge' })] },
        cancel('OR-CALLBACK'),
        put('OR-HANDLE', { due: v.at.today }),
      ],
    }),
    v.row('O12', 'CALL_BACK', { from: ['reported'], by: ['callbackOfficer'], rules: ['notHandler', 'answerComplete'] }),
    v.row('O13', 'SIGN_OFF', {
      from: ['supervised'],
      to: 'closed',
      by: ['supervisor'],
      do: [set(d.closedOn, v.at.on)],
    }),
    v.row('O14', 'REJECT_REPORT', { from: ['supervised'], to: 'handling', by: ['supervisor'] }),
    v.row('O15', 'EXPLAIN_CLOSE', {
      from: ['reported'],
      to: 'supervised',
      by: ['supervisor'],
      rules: ['atTopRung'],
      do: [cancel('OR-CALLBACK')],
    }),
    v.row('O16', 'ESCALATE', {
      from: open,
      by: [...staff, 'leaderInCharge', 'supervisor', 'clock'],
      rules: ['rungLeft'],
      do: [rungUp],
    }),
    v.row('O17', 'CONVERT', {
      from: ['handling'],
      by: ['handlingStaff', 'unitHead'],
      do: [set(d.converted, true), handled],
    }),
    v.row('O18', 'TERM_EXPIRED', {
      from: open,
      by: ['clock'],
      when: lt(d.rung, 3),
      do: [rungUp, notify('overdue', { role: 'unitHead' })],
    }),
    v.row('O19', 'TERM_EXPIRED', { from: open, by: ['clock'], do: [notify('overdue', { role: 'topLeader' })] }),
  ],
};
