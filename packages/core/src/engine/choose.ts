/** Which rows an event takes: in each region the first whose event, state and `when` fit. */
import type { Composed } from '../compose/composed.ts';
import type { Act } from './act.ts';
import type { Draft, StepFrame } from './draft.ts';
import type { Ready, ReadyRegion, ReadyRow } from './prepared.ts';

export const TERM_EXPIRED = 'TERM_EXPIRED';

export interface Chosen {
  /** Rows of the event from the present states, fitting `when` or not. */
  candidates: ReadyRow[];
  taken: ReadyRow[];
  /** An answer was lacking while a `when` was tested that decided nothing. */
  missed: boolean;
}

/** Rows of an event that start in the present state of a region. A new subject has no state: its opening rows fit. */
export function candidatesIn(region: ReadyRegion, event: string, draft: Draft): ReadyRow[] {
  const rows = region.rows.get(event) ?? [];
  if (!draft.exists && region.name === 'stage') return rows;
  const state = draft.state[region.name];
  return state === undefined ? [] : rows.filter((row) => row.row.from.includes(state));
}

/** Regions in which an event may find rows: the base ones, then those of plugins that are entered. */
export const activeRegions = (ready: Ready, draft: Draft): ReadyRegion[] => [
  ...ready.base,
  ...ready.points.filter((region) => draft.state[region.name] !== undefined),
];

export function chooseRows(ready: Ready, draft: Draft, frame: StepFrame, event: string): Chosen {
  const chosen: Chosen = { candidates: [], taken: [], missed: false };
  for (const region of activeRegions(ready, draft)) {
    const rows = candidatesIn(region, event, draft);
    chosen.candidates.push(...rows);
    for (const row of rows) {
      frame.missed = false;
      const fits = row.when ? row.when(frame) : true;
      if (fits === undefined && frame.missed) chosen.missed = true;
      if (fits !== true) continue;
      chosen.taken.push(
        !draft.exists && region.name === 'stage' && row.row.to === undefined ? opening(row, region) : row,
      );
      break;
    }
  }
  return chosen;
}
const opening = (row: ReadyRow, region: ReadyRegion): ReadyRow => ({ ...row, row: { ...row.row, to: region.initial } });

/** How a role comes to an act: its own, or that of the members for whom it acts with a paper. */
export type Standing = 'own' | 'behalf' | 'behalf-unproved' | undefined;

export function standing(definition: Composed, by: readonly string[], actor: Act['actor']): Standing {
  if (by.includes(actor.role)) return 'own';
  const may = definition.behalf.some(
    (rule) => rule.by.includes(actor.role) && rule.of.some((role) => by.includes(role)),
  );
  if (!may) return undefined;
  return actor.behalf?.length && actor.evidence !== undefined && actor.evidence !== null ? 'behalf' : 'behalf-unproved';
}

/** The row that says who may: that of the body, else that of the first region. */
export const deciding = (rows: readonly ReadyRow[]): ReadyRow | undefined =>
  rows.find((row) => row.region === 'stage') ?? rows[0];
