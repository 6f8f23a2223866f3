/** What is done after the commit: children of a split open, an original learns of its duplicate (`dispute.md` §9). */
import {
  all,
  concat,
  count,
  eq,
  every,
  field,
  filter,
  first,
  has,
  implies,
  includes,
  isIn,
  join,
  json,
  loop,
  map,
  not,
  object,
  or,
  plain,
  pluck,
  type ReactionDef,
  table,
} from '@fengqiao/core';
import { d, isNecessary, partyFields } from './rows/common.ts';
import { lastPapers } from './signals/mediation.ts';
import { v } from './words.ts';

const early = isIn(v.stage, ['triage', 'plan']);
const rated = not(isIn(v.stage, ['intake', 'triage', 'plan']));
const whenRated = (value: any) => table<any>([[rated, value]], null as any);

/** What every child takes over by reference (§9.2, §9.3). Concessions, signatures, versions and titles never travel. */
const common = () => ({
  start: table<any>(
    [
      [eq(v.stage, 'intake'), 'intake'],
      [early, 'triage'],
    ],
    'channelChoice',
  ),
  source: d.source,
  disputeType: d.disputeType,
  subtype: d.subtype,
  facts: d.facts,
  amountCny: d.amount,
  involvedPersons: d.involvedPersons,
  factors: d.factors,
  place: d.place,
  gridCode: d.gridCode,
  applicationForm: d.applicationForm,
  noticeVersion: d.noticeVersion,
  handedOverBy: d.handedOverBy,
  courtCaseNo: d.courtCaseNo,
  committee: d.committee,
  acceptedOn: d.acceptedOn,
  level: whenRated(v.state('warning')),
  planState: whenRated(d.planState),
  planId: whenRated(d.planId),
  lead: whenRated(d.lead),
  team: whenRated(d.team),
  rung: d.rung,
  policeReport: d.policeReport,
  measure: d.measure,
  lastIncidentAt: d.lastIncidentAt,
  recorded: d.recorded,
  labourFrom: v.term('DL-PM-LABOUR').startedOn,
  limitationFrom: v.term('DL-LM-GEN').startedOn,
});
const registeredAs = (p: any, will: any) =>
  object({
    ...Object.fromEntries(partyFields.map((key) => [key, p[key]])),
    will,
    noticed: table<any>([[lastPapers(p.id), true]], false),
  });

const groupSide = field(first(filter(d.parties, (p) => eq(p.id, v.event('MEMBER_OUT').group))), 'side') as any;
const split = v.event('SPLIT');
const out = v.event('MEMBER_OUT');
/** Consents travel only with a split by claims or of status and money between the same parties. */
const consentTravels = (child: any, p: any) =>
  table<any>(
    [
      [
        all(
          isIn(split.ground, ['by_claims', 'status_money']),
          every(d.parties, (q) => implies(isNecessary(q), includes(child.parties, q.id))),
          eq(p.will, 'consented'),
        ),
        'consented',
      ],
    ],
    'named',
  );

const partiesOfChild = (child: any) =>
  pluck(
    d.parties,
    (p) => registeredAs(p, consentTravels(child, p)) as any,
    (p) => includes(child.parties, p.id),
  );
const claimsOfChild = (child: any) =>
  pluck(
    d.claims,
    (c) => object({ id: c.id, text: c.text }) as any,
    (c) => includes(child.claims, c.id),
  );
/** Those who left the group, and the parties of the other sides. */
const partiesOfMembers = concat(
  d.departing as any,
  pluck(
    d.parties,
    (p) => registeredAs(p, 'named') as any,
    (p) => all(isNecessary(p), not(eq(p.side, groupSide))),
  ),
);
const [child, childOpens] = loop((item) =>
  map({
    ...common(),
    ground: split.ground,
    caseNo: join(d.caseNo as any, '之', first(item.claims)),
    parties: partiesOfChild(item),
    claims: claimsOfChild(item),
  }),
);
const merge = v.event('MERGE');

export const reactions: ReactionDef[] = plain<any>([
  {
    id: 'openChildren',
    on: 'SPLIT',
    onRefused: 'park',
    do: [
      {
        each: [json(split.children), child, null],
        do: [{ create: 'dispute', event: 'OPEN_CHILD', link: 'splitFrom', with: childOpens }],
      },
    ],
  },
  {
    id: 'openMemberCase',
    on: 'MEMBER_OUT',
    when: eq(out.to, 'child'),
    onRefused: 'park',
    do: [
      {
        create: 'dispute',
        event: 'OPEN_CHILD',
        link: 'splitFrom',
        with: map({
          ...common(),
          ground: 'by_persons',
          caseNo: join(d.caseNo as any, '之', first(out.persons)),
          parties: partiesOfMembers,
          claims: filter(d.claims, (c) => not(eq(or(c.splitOff, false), true))),
        }),
      },
    ],
  },
  {
    id: 'handOverDuplicate',
    on: 'MERGE',
    when: has(merge.original),
    onRefused: 'park',
    do: [
      {
        raise: 'TAKE_MERGED',
        on: 'mergedInto',
        with: map({ source: d.source, claims: d.claims, materials: d.materials, unknown: count(d.parties) }),
      },
    ],
  },
]);
