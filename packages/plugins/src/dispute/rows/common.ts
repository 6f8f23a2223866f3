/** Words and small updates that rows of all sections share. */
import {
  append,
  choose,
  count,
  eq,
  has,
  iff,
  isIn,
  join,
  last,
  lt,
  notify,
  type Op,
  or,
  pluck,
  set,
  some,
  sum,
  table,
  type Update,
} from '@fengqiao/core';
import { partyObject } from '../data.ts';
import { v } from '../words.ts';

export const d = v.data;
export const at = v.at;

export { isNecessary, theNecessary } from '../necessary.ts';

/** Number of the version in a state; missing where there is none. */
export const versionNo = (state: 'draft' | 'force'): Op<number> =>
  last(
    pluck(
      d.versions,
      (x) => x.no,
      (x) => eq(x.state, state),
    ),
  ) as any;
export const hasVersion = (state: 'draft' | 'force') => some(d.versions, (x) => eq(x.state, state));

/** True or false as a value, from a condition; missing counts as false. */
export const bool = (when: Parameters<typeof iff>[0]) => choose<boolean>(when, true, false) as Op<boolean>;
export const plus = (value: any, by: any): any => sum([value, by]) as any;
/** `prefix1`, `prefix2` … by the length of a list. */
export const nextId = (prefix: string, list: any) => join(prefix, sum([count(list), 1] as any));
export const given = (value: any, otherwise: any): any => table<any>([[has(value), value]], otherwise);

const fields = Object.keys(partyObject.shape);
/** A party as it joins: what was registered, and its running fields at their start. */
export const newParty = (p: any, will: any = 'named', more: object = {}) => ({
  ...Object.fromEntries(fields.map((key) => [key, p[key]])),
  will,
  breaksRest: false,
  accepts: [],
  agents: [],
  joinedOn: at.on,
  heard: false,
  visited: 'no',
  attempts: 0,
  confirmationInformed: false,
  ...more,
});
export const partyFields = fields;
/** The papers of a party for a text. */
export const newPaper = (party: any, version: any, state: any = 'unnoticed', more: object = {}) => ({
  id: join(party, '-', version),
  party,
  version,
  state,
  ...more,
});
export const joins = (p: any, will: any = 'named', more: object = {}): Update[] => [
  append(d.parties, newParty(p, will, more)),
  append(d.papers, newPaper(p.id, or(d.textNo, 1))),
];

/** One rung up, as long as there is one; its holder is told (of a term that ran out the engine tells by itself). */
export const rungUp = (why?: string): Update =>
  iff(lt(d.rung, 4), [set(d.rung, plus(d.rung, 1)), ...(why ? [toldAbove(why)] : [])]);
const toldAbove = (why: string): Update =>
  notify(why, {
    role: table<any>(
      [
        [eq(d.rung, 0), 'committeeChair'],
        [eq(d.rung, 1), 'communitySecretary'],
        [eq(d.rung, 2), 'streetLeader'],
      ],
      'topLeader',
    ),
  });

/** The case came from a court, or is with one. */
export const fromCourt = isIn(d.source, ['court_pre_filing', 'court_post_filing']);
export const tellCourt = (why: string): Update => iff(fromCourt, [notify(why, { role: 'courtLiaison' })]);

/** Nobody has been visited yet, and the case is open again. */
export const unvisited = (): Update[] => [
  { patch: 'data.parties', name: 'i0', where: { all: [] }, with: { visited: 'no' } },
  set(d.caseClosed, false),
];
