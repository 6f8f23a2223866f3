/** Sign-in, errors, conflict, preferences, help, administration. */
import type { Shown } from '../text.ts';
import type { Chrome, Link, Pair, ReasonView } from './chrome.ts';

export interface SignInProps {
  chrome: Chrome;
  action: string;
  hidden: readonly (readonly [name: string, value: string])[];
  account?: string;
  /** One sentence for all failures, or that the session ended. */
  error?: Shown;
  note?: Shown;
  /** Demo accounts, told openly on a loopback address only. */
  demo?: { accounts: readonly { account: string; name: string; post: Shown }[]; password: string };
}
export interface ErrorProps {
  chrome: Chrome;
  status: number;
  code: string;
  /** Reference number: id of the request. */
  ref: string;
  reasons?: readonly ReasonView[];
  back?: Link;
  /** Try again: address of the same page. */
  retry?: string;
}
export interface ConflictProps {
  chrome: Chrome;
  back: Link;
  title: Shown;
  /** Who changed it, when. */
  by?: Shown;
  at?: string;
  rows: readonly { label: Shown; shown?: Shown; now?: Shown; yours?: Shown }[];
  /** POST of the same form with a new id and the new basis; every word that was typed is in `fields`. */
  action: string;
  hidden: readonly (readonly [name: string, value: string])[];
  fields: readonly (readonly [name: string, value: string])[];
  ref: string;
}
export interface PrefsProps {
  chrome: Chrome;
  action: string;
  hidden: readonly (readonly [name: string, value: string])[];
  values: { size: Chrome['fontSize']; lang: Chrome['lang']; shortcuts: boolean };
  saved?: boolean;
}
export interface HelpProps {
  chrome: Chrome;
  page: 'help' | 'keys';
  glossary?: readonly Pair[];
}
export interface AdminProps {
  chrome: Chrome;
  charts: readonly {
    title: Shown;
    /** Name, preset, fingerprints, numbers of states and events. */
    facts: readonly Pair[];
    plugins: readonly { id: string; title: Shown; preset?: string }[];
    findings: readonly { level: 'error' | 'warning'; code: string; path: string; text: Shown }[];
    diagram?: string;
    states: number;
    events: number;
  }[];
}
