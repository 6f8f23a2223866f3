/** What pages ask of the database: one READ ONLY transaction whose first statement sets the district (design §11). */
import type { Entry, Json, Projection, Subject } from '@fengqiao/core';

export interface Reader {
  /** Runs `work` in one READ ONLY transaction of the pages login, with the district set; nothing is shown without it. */
  page<T>(district: string, work: (read: PageRead) => Promise<T>): Promise<T>;
}

export interface PageRead {
  /** Snapshot with its projection; undefined when there is no such subject in the district. */
  subject(id: string): Promise<{ subject: Subject; projection: Projection } | undefined>;
  /** Entries after `afterSeq`, in order; personal values stay references. */
  entries(id: string, afterSeq?: number): Promise<Entry[]>;
  /** Personal values by reference; erased ones are absent. */
  personal(refs: readonly string[]): Promise<Map<string, string>>;
  ledger(query: LedgerQuery): Promise<LedgerPage>;
  /** Tasks for any of the roles in the units, and those that the person has claimed; sorted by due, then since. */
  tasks(query: TaskQuery): Promise<TaskItem[]>;
  /** Notices to the person or to a holder of the role in the unit, newest first. */
  notices(query: TaskQuery): Promise<NoticeItem[]>;
}

/** Which subjects a reader may see: in any of the units (all when absent), or with the person among its members. */
export interface Sight {
  units?: readonly string[];
  person: string;
}
export interface LedgerQuery {
  kind: string;
  sight: Sight;
  stages?: readonly string[];
  level?: string;
  /** Words as typed: names, case numbers, pinyin initials, last four digits. */
  words?: string;
  /** open: not final; overdue: `nextDue` before `today`. */
  view?: 'open' | 'closed' | 'overdue' | 'all';
  today: string;
  /** Column id, `-` before it for descending. */
  sort?: string;
  size: number;
  /** Opaque place after which the page begins. */
  after?: string;
}
export interface LedgerRow {
  subject: string;
  columns: { [column: string]: Json };
  stage: string;
  level?: string;
  final: boolean;
  unit: string;
  openedOn: string;
  nextDue?: string;
}
export interface LedgerPage {
  rows: LedgerRow[];
  total?: number;
  next?: string;
}
export interface TaskQuery {
  kind?: string;
  posts: readonly { role: string; unit: string }[];
  person: string;
  sight: Sight;
  limit: number;
}
export interface TaskItem {
  kind: string;
  subject: string;
  key: string;
  text: { zh: string; en: string };
  events: string[];
  roles: string[];
  unit: string;
  due?: string;
  since: string;
  claimedBy?: string;
  rung?: number;
  columns: { [column: string]: Json };
  stage: string;
  level?: string;
}
export interface NoticeItem {
  kind: string;
  subject: string;
  seq: number;
  n: number;
  text: { zh: string; en: string };
  at: string;
}
