/**
 * What every module of the host is given (`Deps`), and what is known about one request (`Context`).
 * Modules are functions `(app, deps) => void`; they share nothing else.
 */
import type { Clock, Composed, DistrictRuntime, Engine, Store, Text } from '@fengqiao/core';
import type { Logger } from 'winston';
import type { Accounts } from './accounts.ts';
import type { Database } from './database-port.ts';
import type { Drafts } from './drafts.ts';
import type { Files } from './files.ts';
import type { Reader } from './reader-port.ts';
import type { Seal } from './seal.ts';
import type { Sessions } from './sessions.ts';
import type { Settings } from './settings.ts';

export type Lang = 'zh' | 'en';
export type FontSize = 'standard' | 'large' | 'huge';

/** One role in one unit for a span of civil days, held by one person (design §9 Reference data). */
export interface Post {
  id: string;
  person: string;
  role: string;
  unit: string;
  /** First and last civil day, both included; absent: open. */
  from?: string;
  to?: string;
}
export interface Unit extends Text {
  id: string;
  parent?: string;
  kind: string;
  /** Units whose subjects its posts see beside those of itself and the units under it. */
  serves?: string[];
}
export interface Person {
  id: string;
  name: string;
  /** Login of the demo account, where the district has one for this person. */
  login?: string;
}
/** A chart that the district runs, with the word that its addresses begin with (`/cases/…`). */
export interface ChartOffer {
  kind: string;
  path: string;
}

/** One district as it is now: immutable; a change is a new object with a higher number of its reference data. */
export interface District extends DistrictRuntime, Text {
  /** IANA zone. */
  zone: string;
  charts: readonly ChartOffer[];
  units: readonly Unit[];
  posts: readonly Post[];
  people: readonly Person[];
}
/** The definition on which new subjects of the kind open. @throws RangeError for a kind that the district does not run */
export function definitionOf(district: District, kind: string): Composed {
  const definition = district.current(kind);
  if (!definition) throw new RangeError(`no chart ${kind} in ${district.id}`);
  return definition;
}
export interface Districts {
  get(id: string): District | undefined;
  list(): readonly District[];
}

export interface Deps {
  engine: Engine;
  store: Store;
  /** The engine's login, for the tables of the host. */
  database: Database;
  reader: Reader;
  districts: Districts;
  accounts: Accounts;
  sessions: Sessions;
  drafts: Drafts;
  files: Files;
  settings: Settings;
  /** Secret of tokens: the setting, or the one that is kept in the data folder. */
  secret: string;
  /** Seals words that somebody searched for: they stand in an address only so. */
  seal: Seal;
  clock: Clock;
  log: Logger;
  /** Whether migrations are in and PostgreSQL answers; with the reason when not. */
  ready(): Promise<{ ready: boolean; why?: Text }>;
}

/** Who asks, under which post, and how the answer is to look. */
export interface Context {
  /** Id of the request, in answers, logs and error pages. */
  id: string;
  lang: Lang;
  fontSize: FontSize;
  /** Present when signed in. */
  user?: SignedIn;
}
export interface SignedIn {
  account: string;
  person: string;
  name: string;
  district: District;
  /** Posts that are held today. */
  posts: readonly Post[];
  /** The post under which acts are taken; absent when the person holds none today. */
  post?: Post;
  csrf: string;
  session: string;
}
