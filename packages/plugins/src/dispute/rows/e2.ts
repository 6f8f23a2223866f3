/**
 * E2: where a mediation or a text that ends without agreement leaves the case (`dispute.md` §4). One row for each
 * place, in the order of its definition; the row that is left over carries the id of the table.
 */
import { all, type Cond, type Row, type Update } from '@fengqiao/core';
import type { EventId } from '../forms/index.ts';
import type { Role } from '../roles.ts';
import { when } from '../rules/when.ts';
import type { Stage } from '../states.ts';
import { v } from '../words.ts';

const places: [suffix: string, to: Stage, cond: Cond | undefined][] = [
  ['.suit', 'judicial.hearing', when.suitPending],
  ['.admin', 'administrative.handling', when.adminText],
  ['.past', 'performance.performing', when.pastConfirmation],
  ['.force', 'agreement.effective', when.versionInForce],
  ['', 'channelChoice', undefined],
];

interface Ending<E extends EventId> {
  from: readonly Stage[];
  by: readonly Role[];
  when?: Cond;
  rules?: readonly string[];
  do: Update[] | ((e: ReturnType<typeof v.event<E>>) => Update[]);
}

export function e2Rows<E extends EventId>(id: string, on: E, row: Ending<E>): Row[] {
  return places.map(([suffix, to, place]) => {
    const conds = [row.when, place].filter((cond) => cond !== undefined);
    const chosen = conds.length > 1 ? all(...conds) : conds[0];
    return v.row(`${id}${suffix}`, on, {
      from: row.from,
      to,
      by: row.by,
      ...(chosen && { when: chosen }),
      ...(row.rules && { rules: row.rules }),
      do: row.do as any,
    });
  });
}
