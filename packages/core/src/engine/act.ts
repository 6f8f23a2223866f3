/** What comes in: one event as somebody sent it, before anything is decided. */
import type { Json } from '../language/expressions.ts';

export interface Actor {
  person: string;
  /** The post under which the act is taken: one role in one unit. */
  post: string;
  role: string;
  unit: string;
  /** The plugin, where a reaction acts. */
  plugin?: string;
  /** Members whose act it is, when somebody enters an act of others. */
  behalf?: string[];
  /** On what paper: a file by its SHA-256 or words. */
  evidence?: Json;
}

export interface Act {
  eventId: string;
  type: string;
  payload: { [key: string]: Json };
  actor: Actor;
  /** Civil date on which the act happened, in the zone of the district; absent: the day of recording. */
  occurredOn?: string;
  cause?: { eventId: string; reaction: string; n: number };
}

/** Answers that were fetched before the step, by question key; they are recorded in the entry. */
export type Answers = { [key: string]: Json };

/** Where and when a step is decided. All of it is recorded. */
export interface Moment {
  /** Instant of recording, RFC 3339 in UTC. */
  now: string;
  /** Civil date of recording in the zone of the district. */
  today: string;
}
