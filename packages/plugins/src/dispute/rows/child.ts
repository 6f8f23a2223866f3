/** The opening of a child of a split case, and what an original takes over from a merged duplicate (`dispute.md` §9). */
import {
  all,
  append,
  choose,
  concat,
  each,
  eq,
  iff,
  list,
  lt,
  not,
  notify,
  or,
  put,
  type Row,
  set,
  signal,
  type Update,
} from '@fengqiao/core';
import { open } from '../states.ts';
import { v } from '../words.ts';
import { d, fromCourt, given, newPaper, newParty, nextId } from './common.ts';
import { factTerms } from './facts.ts';
import { blank, register } from './registration.ts';

const by = ['coordinator', 'committeeChair', 'mediator', 'clock', 'applicant', 'respondent', 'thirdParty'] as const;

/** Parties come with what the split lets travel: a rights notice, and a consent only where all parties are the same. */
const parties = (e: any): Update =>
  each(e.parties, (p: any) => [
    append(d.parties, newParty(p, or(p.will, 'named'))),
    append(d.papers, newPaper(p.id, 1, choose<any>(eq(or(p.noticed, false), true), 'noticed', 'unnoticed'))),
  ]);

const takenOver = (e: any): Update[] => [
  ...blank(),
  ...register(e),
  parties(e),
  set(d.accepted, choose(eq(e.start, 'intake'), false, true)),
  set(d.rated, choose(eq(e.start, 'channelChoice'), true, false)),
  set(d.caseNo, e.caseNo),
  set(d.committee, e.committee),
  set(d.acceptedOn, e.acceptedOn),
  set(d.planState, or(e.planState, 'none')),
  set(d.planId, e.planId),
  set(d.lead, e.lead),
  set(d.team, given(e.team, [] as any)),
  set(d.rung, or(e.rung, 0)),
  set(d.policeReport, or(e.policeReport, 'none')),
  set(d.measure, or(e.measure, 'none')),
  set(d.highestLevel, or(e.level, 'unrated')),
  set(d.lastIncidentAt, e.lastIncidentAt),
  set(d.suitPending, false),
  iff(eq(e.ground, 'civil_administrative'), [
    set(d.matter, choose<any>(eq(d.matter, 'administrative'), 'civil', d.matter as any)),
  ]),
  set(d.recorded, given(e.recorded, [] as any)),
  // Terms are recomputed from the copied facts, so that a split moves no limit (§9.4).
  put('DL-LM-GEN', { from: e.limitationFrom }),
  put('DL-PM-LABOUR', { from: e.labourFrom }),
  signal('childOpened', { acceptedOn: e.acceptedOn, start: e.start }),
  signal('assessed'),
];

export const childSignal = {
  zh: '分案承接',
  en: 'a child takes over',
  do: [
    each(d.recorded, (r) => factTerms(r.fact, r.on)),
    iff(all(not(eq(v.signalled.start, 'intake')), not(eq(d.matter, 'administrative')), not(fromCourt)), [
      iff(
        eq(d.disputeType, 'medical'),
        [put('DL-PM-MED', { from: v.signalled.acceptedOn })],
        [put('DL-PM-MEDIATE', { from: v.signalled.acceptedOn })],
      ),
    ]),
    iff(all(eq(v.signalled.start, 'channelChoice'), eq(d.planState, 'pending')), [
      iff(eq(v.state('warning'), 'blue'), [put('DL-FQ-PLAN-BLUE')]),
      iff(eq(v.state('warning'), 'yellow'), [put('DL-FQ-PLAN-YELLOW')]),
      iff(eq(v.state('warning'), 'red'), [put('DL-FQ-PLAN-RED')]),
    ]),
    iff(eq(d.policeReport, 'due'), [put('DL-PM-RED-REPORT')]),
  ],
};

const opens = (id: string, to: 'intake' | 'triage' | 'channelChoice', anew: Update[]): Row =>
  v.row(id, 'OPEN_CHILD', {
    from: ['intake'],
    to,
    by: [...by],
    when: (e) => eq(e.start, to),
    do: (e) => [...takenOver(e), ...anew],
  });

export const childRows: Row[] = [
  opens('C1', 'channelChoice', []),
  opens('C2', 'triage', [put('DL-FQ-RATE')]),
  opens('C3', 'intake', [put('DL-PM-ACCEPT')]),
  v.row('C4', 'TAKE_MERGED', {
    from: open,
    by: ['registrar', 'coordinator', 'clock'],
    do: (e) => [
      set(d.claims, concat(d.claims, e.claims as any) as any),
      each(e.materials, (m: any) => [
        append(d.materials, {
          id: nextId('m', concat(d.materials, e.materials as any)),
          kind: m.kind,
          title: m.title,
          sensitive: or(m.sensitive, false),
          party: m.party,
          file: m.file,
        }),
      ]),
      set(d.otherSources, concat(d.otherSources as any, list(e.source)) as any),
      iff(lt(0, e.unknown), [notify('partiesProposed', { role: 'registrar', with: { unknown: e.unknown } })]),
    ],
  }),
];
