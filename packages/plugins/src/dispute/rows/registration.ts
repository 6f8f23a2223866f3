/** What registration puts into a case: used by OPEN, SUPPLEMENT and by the opening of a child. */
import {
  all,
  choose,
  each,
  eq,
  has,
  iff,
  list,
  lt,
  not,
  object,
  or,
  patch,
  put,
  set,
  some,
  table,
  type Update,
} from '@fengqiao/core';
import { v } from '../words.ts';
import { at, d, given, joins, partyFields } from './common.ts';

const plainFields = ['source', 'disputeType', 'subtype', 'facts', 'claims', 'involvedPersons', 'place', 'gridCode'];

export const matterOf = (disputeType: any) =>
  table<any>([[eq(disputeType, 'administrative_dispute'), 'administrative']], 'civil');

/** The claim of the party restarts the limitation (R-LM-01). */
export const limitationRestarts = (from: any = at.on): Update =>
  iff({ any: [not(has(v.term('DL-LM-GEN').startedOn)), lt(v.term('DL-LM-GEN').startedOn, from)] }, [
    put('DL-LM-GEN', { from }),
  ]);

/** Everything a new case holds before anything has happened in it. */
export const blank = (): Update[] => [
  set(d.accepted, false),
  set(d.rated, false),
  set(d.caseClosed, false),
  set(d.mediationBegan, false),
  set(d.reentry, false),
  set(d.proposedLevel, 'unrated'),
  set(d.planState, 'none'),
  set(d.team, []),
  set(d.policeReport, 'none'),
  set(d.measure, 'none'),
  set(d.highestLevel, 'unrated'),
  set(d.rung, 0),
  set(d.suitPending, false),
  set(d.exclusiveTaken, false),
  set(d.followUps, 0),
  set(d.mediators, []),
  set(d.extensions, 0),
  set(d.textNo, 1),
  ...['parties', 'papers', 'links', 'declarations', 'sessions', 'nextRoutes', 'versions', 'obligations'].map(
    (key): Update => ({ set: `data.${key}`, to: [] }),
  ),
  ...[
    'papersInForce',
    'applications',
    'objections',
    'pauses',
    'restorations',
    'materials',
    'recorded',
    'otherRoutes',
  ].map((key): Update => ({ set: `data.${key}`, to: [] })),
];

/** Fields of the register as OPEN and the opening of a child give them. */
export const register = (e: any): Update[] => [
  ...plainFields.map((key) => set((d as any)[key], e[key])),
  set(d.amount, e.amountCny),
  set(d.factors, given(e.factors, object({}))),
  set(d.applicationForm, e.applicationForm),
  set(d.noticeVersion, e.noticeVersion),
  set(d.handedOverBy, e.handedOverBy),
  set(d.courtCaseNo, e.courtCaseNo),
  set(d.matter, matterOf(e.disputeType)),
  set(
    d.links,
    table<any>([[has(e.link), list(object({ kind: e.link.kind, to: e.link.to, waiting: false }) as any)]], [] as any),
  ),
];

/** Parties as they apply: an applicant that states its own will has consented (R-PM-09). */
export const partiesOf = (e: any): Update =>
  each(e.parties, (p: any) =>
    joins(
      p,
      choose<any>(all(eq(p.role, 'applicant'), eq(or(e.voluntaryStatement, false), true)), 'consented', 'named'),
      {
        willOn: table<any>([[all(eq(p.role, 'applicant'), eq(e.voluntaryStatement, true)), at.on]], null as any),
        willHow: table<any>(
          [[all(eq(p.role, 'applicant'), eq(e.voluntaryStatement, true)), e.applicationForm]],
          null as any,
        ),
      },
    ),
  );

/** Fields given anew replace the old ones; parties are matched by their id. */
export const supplemented = (patchOf: any): Update[] => [
  ...plainFields.map((key) => iff(has(patchOf[key]), [set((d as any)[key], patchOf[key])])),
  iff(has(patchOf.amountCny), [set(d.amount, patchOf.amountCny)]),
  iff(has(patchOf.factors), [set(d.factors, patchOf.factors)]),
  iff(has(patchOf.disputeType), [set(d.matter, matterOf(patchOf.disputeType))]),
  each(patchOf.parties, (p: any) => [
    patch(
      d.parties,
      (q) => eq(q.id, p.id),
      (q: any) => Object.fromEntries(partyFields.map((key) => [key, given(p[key], q[key])])) as any,
    ),
    iff(not(some(d.parties, (q) => eq(q.id, p.id))), joins(p)),
  ]),
];
