/** Section 4.7: service of papers and objections to the confirming ruling. */
import { all, append, cancel, eq, iff, notify, patch, produce, put, type Row, signal, some } from '@fengqiao/core';
import { body, court, party, staff } from '../roles.ts';
import { when } from '../rules/when.ts';
import { open, perf } from '../states.ts';
import { v } from '../words.ts';
import { d, nextId, versionNo } from './common.ts';

const confirmed = some(d.versions, (x) => all(eq(x.state, 'force'), eq(x.confirmation, 'confirmed')));
const decided = (state: 'upheld' | 'dismissed', e: any) => [
  patch(
    d.objections,
    (o) => eq(o.state, 'pending'),
    () => ({ state }),
  ),
  notify('objectionDecided', { role: 'applicant', with: { result: e.result } }),
];
/** The ruling falls with its title; what was enforced on it is overdue again (R30). */
const upheld = (e: any) => [
  ...decided('upheld', e),
  patch(
    d.versions,
    (x) => eq(x.state, 'force'),
    () => ({ confirmation: 'revoked', title: 'none' }),
  ),
  cancel(['DL-EN-APPLY', 'DL-EN-NOTICE', 'DL-EN-HIGHER']),
  signal('routesTold'),
];
const deciders = ['judge', 'courtLiaison'] as const;

export const serviceRows: Row[] = [
  v.row('T122', 'SERVE', {
    from: open,
    by: [...staff, ...court, ...body],
    rules: ['letterIssued'],
    do: (e) => [
      produce('service-receipt', { party: e.party, with: { document: e.document, receivedOn: e.receivedOn } }),
      iff(all(eq(e.document, 'ruling'), confirmed), [
        put('DL-JC-OBJ-PARTY', { key: e.party, party: e.party, from: e.receivedOn }),
      ]),
    ],
  }),
  v.row('T123', 'OBJECT', {
    from: open,
    by: [...party, 'courtLiaison'],
    rules: ['objectionInTime'],
    do: (e) => [
      append(d.objections, {
        id: nextId('x', d.objections),
        version: versionNo('force'),
        standing: e.standing,
        party: e.party,
        state: 'pending',
      }),
      produce('objection', { with: { standing: e.standing } }),
      iff(eq(e.standing, 'party'), [cancel('DL-JC-OBJ-PARTY', e.party as any)]),
      iff(eq(e.standing, 'interested_person'), [cancel('DL-JC-OBJ-THIRD')]),
    ],
  }),
  v.row('T124', 'OBJECTION_DECIDED', {
    from: [...perf],
    to: 'agreement.effective',
    by: [...deciders],
    when: when.upheld,
    do: upheld,
  }),
  v.row('T124a', 'OBJECTION_DECIDED', { from: open, by: [...deciders], when: when.upheld, do: upheld }),
  v.row('T125', 'OBJECTION_DECIDED', { from: open, by: [...deciders], do: (e) => decided('dismissed', e) }),
];
