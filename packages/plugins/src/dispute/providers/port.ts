/** What the sources of facts of a dispute are given by a host: the reference data of a district, and two readings of its database. */
import type { Subject, Text } from '@fengqiao/core';

export interface ReferenceUnit extends Text {
  id: string;
  kind: string;
  parent?: string;
  /** Units that it looks after. */
  serves?: readonly string[];
  /** Codes of grids, or their beginnings. */
  grids: readonly string[];
  /** Parts of addresses that lie in the area. */
  places: readonly string[];
  court?: ReferenceCourt;
}
export interface ReferenceCourt {
  level: 'basic' | 'intermediate';
  /** It invites mediators of its own, so its delegated cases come back to it. */
  invites?: boolean;
  /** Types of dispute that are its own, whatever the amount. */
  types?: readonly string[];
  /** Amount in fen from which a dispute is its own. */
  fromAmount?: number;
}
export interface ReferenceDuty {
  unit: string;
  /** Absent: any. */
  procedures?: readonly string[];
  types?: readonly string[];
}

/** All of one district. Civil dates are `YYYY-MM-DD`. */
export interface Reference {
  units: readonly ReferenceUnit[];
  duties: readonly ReferenceDuty[];
  /** Roles of the posts that a person holds on a day. */
  rolesOf(person: string, on: string): readonly string[];
  /** Rosters in which a person stands on a day: the unit that keeps the roster. Only adults of sound record are on one. */
  rostersOf(person: string, on: string): readonly { unit: string; born: string }[];
  /** Personal values by reference; erased ones are absent. */
  personal(refs: readonly string[]): Promise<Map<string, string>>;
  load(ids: readonly string[]): Promise<readonly Subject[]>;
  /** Whether a subject is in a final state of its chart. */
  isFinal(subject: Subject): Promise<boolean>;
}
