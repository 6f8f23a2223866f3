/** Succession after effect: the successor takes the place of the one it succeeds in everything (T36a, R-PT-07). */
import {
  all,
  any,
  append,
  cancel,
  concat,
  each,
  eq,
  filter,
  has,
  includes,
  last,
  list,
  not,
  notify,
  patch,
  pluck,
  put,
  table,
  type Update,
} from '@fengqiao/core';
import { v } from '../words.ts';
import { at, d, newParty } from './common.ts';

export const succession = (e: any): Update[] => {
  const [old, heir] = [e.succeeds, e.party.id];
  const inPlace = (value: any) => table<any>([[eq(value, old), heir]], value);
  const served = last(
    pluck(
      d.papers,
      (x) => x.servedOn,
      (x) => all(eq(x.party, old), has(x.servedOn)),
    ),
  );
  const accepted = last(
    pluck(
      d.parties,
      (p) => p.accepts,
      (p) => eq(p.id, old),
    ),
  );
  return [
    append(d.parties, newParty(e.party, 'consented', { willOn: at.on, accepts: accepted, heard: true })),
    patch(
      d.papers,
      (x) => eq(x.party, old),
      () => ({ party: heir }),
    ),
    each(d.versions, (ver) => [
      patch(
        ver.clauses,
        (c) => any(eq(c.obligor, old), eq(c.obligee, old)),
        (c) => ({ obligor: inPlace(c.obligor), obligee: inPlace(c.obligee) }) as any,
      ),
    ]),
    patch(
      d.obligations,
      (o) => any(eq(o.debtor, old), eq(o.creditor, old)),
      (o) => ({ debtor: inPlace(o.debtor), creditor: inPlace(o.creditor) }) as any,
    ),
    patch(
      d.applications,
      (a) => includes(a.applicants, old),
      (a) => ({
        applicants: concat(
          filter(a.applicants, (x: any) => not(eq(x, old))),
          list(heir),
        ) as any,
      }),
    ),
    // A limit that runs against the one succeeded runs on against the successor, from the same service.
    each(
      v.terms,
      () => [put('DL-JC-OBJ-PARTY', { key: heir, party: heir, from: served as any }), cancel('DL-JC-OBJ-PARTY', old)],
      (t: any) => all(eq(t.id, 'DL-JC-OBJ-PARTY'), eq(t.key, old), eq(t.status, 'running')),
    ),
    notify('succession', { role: 'courtLiaison' }),
    notify('succession', { role: 'departmentOfficer' }),
  ];
};
