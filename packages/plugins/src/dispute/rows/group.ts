/** A member leaves its group: it becomes a party of its own, or goes to a case of its own (T36b, T36c). */
import {
  all,
  append,
  count,
  each,
  eq,
  filter,
  first,
  iff,
  includes,
  join,
  not,
  object,
  or,
  patch,
  pluck,
  set,
  some,
  sum,
  table,
  times,
  type Update,
} from '@fengqiao/core';
import { d, newPaper, newParty } from './common.ts';

const goes = (e: any) => (m: any) => includes(e.persons, m.id);
const stays = (e: any) => (m: any) => not(includes(e.persons, m.id));

/** A member as a party of its own, on the side of its group. */
export const memberAsParty = (group: any, m: any) => ({
  id: join(group.id, '-', m.id),
  kind: 'natural_person',
  role: group.role,
  side: group.side,
  name: m.name,
  phone: m.phone,
  noticeVersion: group.noticeVersion,
});

const theGroup = (e: any): any => first(filter(d.parties, (p) => eq(p.id, e.group)));

export const leavesGroup = (e: any): Update[] => [
  // Read by the reaction that opens their own case, after the group has let them go.
  set(
    d.departing as any,
    table<any>(
      [[eq(e.to, 'child'), pluck(theGroup(e).members, (m: any) => object(memberAsParty(theGroup(e), m)), goes(e))]],
      null as any,
    ),
  ),
  each(
    d.parties,
    (group: any) => [
      iff(eq(e.to, 'own_party'), [
        each(
          group.members,
          (m: any) => {
            const own: any = memberAsParty(group, m);
            return [append(d.parties, newParty(own)), append(d.papers, newPaper(own.id, or(d.textNo, 1)))];
          },
          goes(e),
        ),
      ]),
      // One member left: it is the party.
      iff(eq(count(filter(group.members, stays(e))), 1), [
        patch(
          d.parties,
          (p) => eq(p.id, e.group),
          (p: any) => {
            const one: any = first(filter(p.members, stays(e)));
            return {
              kind: 'natural_person',
              name: one.name,
              phone: one.phone,
              members: null,
              memberCount: null,
              representatives: null,
              electionSheet: null,
              settleAuthority: null,
            } as any;
          },
        ),
      ]),
    ],
    (group: any) => eq(group.id, e.group),
  ),
  iff(not(onlyOne(e)), [
    patch(
      d.parties,
      (p) => eq(p.id, e.group),
      (p: any) => ({
        members: filter(p.members, stays(e)) as any,
        memberCount: sum([p.memberCount, times(count(e.persons), -1)] as any) as any,
        representatives: filter(p.representatives, stays(e)) as any,
      }),
    ),
  ]),
];
const onlyOne = (e: any) =>
  some(d.parties, (p: any) => all(eq(p.id, e.group), eq(count(filter(p.members, stays(e))), 1)));
