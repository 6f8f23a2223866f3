/** What every page has around it. */
import type { Lang, Shown } from '../text.ts';

export interface Link {
  href: string;
  text: Shown;
}
export interface NavItem extends Link {
  current?: boolean;
  /** Things waiting there. */
  count?: number;
  /** Letter that goes there after `g`: t for tasks, c for the first ledger. */
  key?: string;
}
export interface Chrome {
  lang: Lang;
  fontSize: 'standard' | 'large' | 'huge';
  /** Path with its query: the language switch and sign-in come back to it. */
  url: string;
  /** Token of the session; empty before sign-in. */
  csrf: string;
  district?: Shown;
  user?: {
    name: string;
    /** Opaque key of the account: what a browser keeps for one person is not shown to the next. */
    key?: string;
    /** Text of the post under which acts are taken, and its unit. */
    post?: Shown;
    unit?: Shown;
    /** All posts held today; more than one: a switcher is shown. */
    posts: { id: string; text: Shown; current: boolean }[];
  };
  nav: NavItem[];
  /** Search box of the header (POST, name `words`: names of people do not stand in addresses). */
  search?: { action: string; words?: string };
  /** What just happened, after a redirect. */
  flash?: { kind: 'done' | 'note'; text: Shown };
  /** Invented people and cases: said in the footer and on the sign-in page. */
  demo?: boolean;
  version: string;
  /** Whether the person has the keyboard shortcuts on. */
  shortcuts: boolean;
}

/** Level of the warning region; shape and colour follow the rank: 1 circle, 2 triangle, 3 octagon. Rank 0 has no shape. */
export interface Level {
  code: string;
  text: Shown;
  rank: number;
}
/** A due day, said by word, number and weight, never by colour. */
export interface Due {
  /** Civil date, or instant for terms in hours. */
  at: string;
  /** Whole days until then, by the calendar of the district; negative when it has passed. */
  days: number;
  /** For terms in hours: whole hours until then; negative when it has passed. */
  hours?: number;
  status: 'running' | 'paused' | 'expired' | 'ended';
  /** The year has no notice of the State Council yet. */
  provisional?: boolean;
}
export interface Pair {
  label: Shown;
  value: Shown;
  href?: string;
}
/** Why something is refused or not available, and what would cure it. */
export interface ReasonView {
  text: Shown;
  /** Id of the rule or guard. */
  rule?: string;
  /** Statute and article. */
  basis?: Shown;
  unmet?: Shown[];
  cure?: { text: Shown; href?: string; who?: Shown[] }[];
  /** Text of the act of a sitting that it belongs to. */
  step?: Shown;
}
