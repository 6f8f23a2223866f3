/** Section 4.8: what may happen in every open state, and time limits that run out. */
import {
  all,
  append,
  cancel,
  concat,
  eq,
  has,
  iff,
  isIn,
  le,
  list,
  not,
  notify,
  object,
  or,
  patch,
  produce,
  put,
  type Row,
  set,
  type Update,
} from '@fengqiao/core';
import { body, court, party, staff, tribunal } from '../roles.ts';
import { open } from '../states.ts';
import { ladderTerms, planTerms, restorable, statusTerms } from '../terms.ts';
import { v } from '../words.ts';
import { d, nextId, rungUp } from './common.ts';
import { recordFact } from './facts.ts';
import { otherRoute } from './mediation.ts';
import { missed } from './performance.ts';

const parties = [...party];
/** Papers that ADD_MATERIAL brings into the file under their own code. */
const papers = [
  'application',
  'evidence-list',
  'investigation-record',
  'power-of-attorney',
  'representative-election',
  'consent-personal-info',
  'file-note',
  'delegation-letter',
  'mediation-proof',
  'service-address',
  'commitment',
] as const;

/** What an expiry does beside what its rows do (`dispute.md` §11). */
const expired = (e: any): Update[] => [
  iff(
    all(isIn(e.termId, ladderTerms), not(eq(e.termId, 'DL-FQ-STATUS-BLUE'))),
    [rungUp()],
    [notify('termExpired', { role: 'mediator', with: { term: e.termId } })],
  ),
  // The duty to report does not end: told again every hour (R-PM-23).
  iff(all(eq(e.termId, 'DL-PM-RED-REPORT'), eq(d.policeReport, 'due')), [
    put('DL-PM-RED-REPORT'),
    notify('policeReportDue', { role: 'streetLeader' }),
    notify('policeReportDue', { role: 'communityPoliceOfficer' }),
  ]),
  // A plan that does not start is counted twice: then a raise is proposed.
  ...planTerms.map((term) =>
    iff(all(eq(e.termId, term), eq(d.planState, 'pending')), [
      put(term),
      iff(all(le(1, d.rung), not(eq(term as any, 'DL-FQ-PLAN-RED'))), [
        notify('raiseProposed', { role: 'coordinator' }),
      ]),
    ]),
  ),
  iff(eq(e.termId, 'DL-FQ-CHOOSE'), [notify('endCaseOffered', { role: 'coordinator' })]),
  iff(isIn(e.termId, ['DL-FQ-CONSENT', 'DL-CM-ASK', 'DL-PM-MEDIATE']), [
    notify('terminateOffered', { role: 'mediator', with: { term: e.termId } }),
  ]),
  iff(eq(e.termId, 'DL-OB-DUE'), missed(e.key)),
];

export const anytimeRows: Row[] = [
  v.row('T135', 'RECORD_FACT', {
    from: open,
    by: [...staff, ...parties, ...court, ...body, ...tribunal],
    do: recordFact,
  }),
  v.row('T136', 'ADD_MATERIAL', {
    from: open,
    by: [...staff, ...parties],
    rules: ['sensitiveConsented'],
    do: (e) => [
      append(d.materials, {
        id: nextId('m', d.materials),
        kind: e.kind,
        title: e.title,
        sensitive: or(e.sensitive, false),
        party: e.party,
        file: e.file,
      }),
      ...papers.map((code) => iff(eq(e.kind, code), [produce(code, { party: e.party })])),
      iff(has(e.agent), [
        patch(
          d.parties,
          (p) => eq(p.id, e.party as any),
          (p) => ({ agents: concat(p.agents, list(e.agent as any)) as any }),
        ),
      ]),
    ],
  }),
  v.row('T137', 'GUIDE', {
    from: open,
    by: [...staff],
    do: (e) => [notify('guided', { role: 'applicant', with: { procedure: e.procedure } })],
  }),
  v.row('T138', 'OTHER_ROUTE', { from: open, by: [...parties, ...staff], do: (e) => otherRoute(e) }),
  v.row('T139', 'REPORT_POLICE', {
    from: open,
    by: [...staff, 'gridWorker', 'communityPoliceOfficer', 'streetLeader'],
    do: (e) => [
      set(d.policeReport, 'done'),
      cancel('DL-PM-RED-REPORT'),
      produce('police-report', { with: { reportedTo: e.reportedTo, reportedAt: e.reportedAt } }),
      notify('policeReported', { role: 'communityPoliceOfficer' }),
    ],
  }),
  v.row('T140', 'RECORD_MEASURE', {
    from: open,
    by: [...staff, 'gridWorker', 'streetLeader'],
    do: [set(d.measure, 'recorded')],
  }),
  v.row('T141', 'REPORT_STATUS', {
    from: open,
    by: [...staff, 'streetLeader'],
    do: [
      cancel(statusTerms),
      iff(not(isIn(v.stage, ['followUp', 'archive'])), [
        ...(['blue', 'yellow', 'red'] as const).map((level, i) =>
          iff(eq(v.state('warning'), level), [put(statusTerms[i]!)]),
        ),
      ]),
      iff(eq(v.state('warning'), 'red'), [notify('statusRed', { role: 'topLeader' })]),
    ],
  }),
  v.row('T142', 'COMPLAIN_MEDIATOR', {
    from: open,
    by: [...parties, 'supervisor', 'justiceBureau'],
    do: (e) => [
      notify('complaint', { role: 'committeeChair', with: { code: e.code } }),
      notify('complaint', { role: 'justiceBureau', with: { code: e.code } }),
    ],
  }),
  v.row('T143', 'ASK_RESTORATION', {
    from: open,
    by: parties,
    rules: ['restorationInTime'],
    do: (e) => [
      set(d.restorations, concat(d.restorations, list(object({ term: e.term, open: true }))) as any),
      cancel('DL-PD-RESTORE'),
      notify('restorationAsked', { role: 'courtLiaison', with: { term: e.term } }),
    ],
  }),
  v.row('T144', 'RESTORATION_DECIDED', {
    from: open,
    by: [...court],
    do: (e) => [
      patch(
        d.restorations,
        (r) => eq(r.term, e.term),
        () => ({ open: false }),
      ),
      iff(eq(e.granted, true), [
        ...restorable.map((term) => iff(eq(e.term, term), [put(term, { due: e.newDue as any })])),
        iff(eq(e.term, 'DL-JC-APPLY'), [
          patch(
            d.versions,
            (x) => eq(x.state, 'force'),
            () => ({ restored: true }),
          ),
        ]),
      ]),
    ],
  }),
  v.row('T145', 'ASSIGN', {
    from: open,
    by: ['coordinator', 'committeeChair', 'communitySecretary'],
    do: (e) => [set(d.handler, e.user), notify('assigned', { person: e.user })],
  }),
  v.row('T146', 'ESCALATE', {
    from: open,
    by: [...staff, 'supervisor', 'clock', 'streetLeader'],
    rules: ['rungLeft'],
    do: [rungUp('escalated')],
  }),
  v.row('T147', 'TERM_EXPIRED', { from: open, by: ['clock'], do: expired }),
];
