/** A running subject: what a chart has made of the events so far. Plain JSON, no personal value inside. */
import type { Json } from '../language/expressions.ts';

export interface RunningTerm {
  id: string;
  /** Fact instance: party, obligation or document; empty when the term runs once. */
  key: string;
  party?: string;
  kind: string;
  own: boolean;
  status: 'running' | 'paused' | 'expired' | 'ended';
  /** Civil date, or the instant for terms in hours. */
  startedOn: string;
  /** Civil date (the last day, 24:00), or the instant for terms in hours. */
  due: string;
  /** Last day before it was moved over rest days, where it was. */
  nominal?: string;
  /** Day (instant for hours) on which the present pause began. */
  pausedOn?: string;
  /** Set where the year of the due day has no State Council notice yet. */
  provisional?: true;
  /** Open pauses by ground, with the day each began; closed ones keep both days. */
  pauses?: { ground: string; from: string; to?: string }[];
  /** Changes whenever the due day does: a late firing with an older token is dropped. */
  token: number;
  expiries?: number;
}

export interface ProducedPaper {
  code: string;
  seq: number;
  on: string;
  party?: string;
  with?: { [key: string]: Json };
}

export interface Subject {
  district: string;
  kind: string;
  id: string;
  /** Number of the last entry; 0 before the first. */
  seq: number;
  /** Number of the entry by which the present point was entered: the basis of a form. */
  pointSeq: number;
  /** Fingerprints of the composed definition that it runs on. */
  shape: string;
  conduct: string;
  /** Region → state; `stage` first. Regions of points that are not entered are absent. */
  state: { [region: string]: string };
  /** Regions marked `once` that are done. */
  done: string[];
  data: { [key: string]: Json };
  terms: RunningTerm[];
  documents: ProducedPaper[];
  /** Claimed work: task key → person. */
  claims: { [task: string]: string };
  /** Civil date of the first event, and the unit of the post under which it was taken. */
  opened?: { on: string; unit: string; person?: string };
  /** Instant at which the present state of `stage` was entered. */
  entered?: string;
  /** Instant of the last entry: time of a subject never runs backwards. */
  at: string;
  /** Hash of the last entry. */
  head: string;
}
