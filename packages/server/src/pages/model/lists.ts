/** Lists: my tasks, ledger. */
import type { Shown } from '../text.ts';
import type { Chrome, Due, Level, Link } from './chrome.ts';

export interface TaskView {
  href: string;
  title: Shown;
  number?: string;
  /** What is to be done. */
  text: Shown;
  stage?: Shown;
  level?: Level;
  due?: Due;
  /** Day since which it waits. */
  since: string;
  /** It came here by the ladder. */
  rung?: Shown;
  heldBy?: string;
  /** POST that claims or gives back; absent when neither is possible. */
  claim?: { action: string; hidden: readonly (readonly [name: string, value: string])[]; mine: boolean };
}
export interface TasksProps {
  chrome: Chrome;
  mine: readonly TaskView[];
  open: readonly TaskView[];
  notices: readonly { text: Shown; at: string; href: string; title: Shown }[];
  drafts: readonly { text: Shown; at: string; href: string }[];
  /** Where to look when nothing waits. */
  ledger?: Link;
}

export interface LedgerProps {
  chrome: Chrome;
  title: Shown;
  /** Word for one of them (件 / case). */
  summary?: Shown;
  views: readonly (Link & { current?: boolean; count?: number })[];
  action: string;
  filters: readonly LedgerFilter[];
  /** Sent along with the filters: view, sort, size. */
  keep: readonly (readonly [name: string, value: string])[];
  chips: readonly { text: Shown; removeHref: string }[];
  clearHref: string;
  columns: readonly LedgerColumn[];
  rows: readonly LedgerRowView[];
  /** All that match, when it was counted. */
  total?: number;
  /** Sentence about the order. */
  order?: Shown;
  nextHref?: string;
  firstHref?: string;
  sizes: readonly (Link & { current?: boolean })[];
  /** Buttons at the right of the title: register and the like. */
  create: readonly Link[];
}
export interface LedgerFilter {
  name: string;
  label: Shown;
  kind: 'text' | 'select' | 'date';
  value: string;
  /** First the one for all. */
  options?: readonly { value: string; text: Shown; group?: Shown }[];
  placeholder?: Shown;
  /** Under 更多条件. */
  more?: boolean;
}
export interface LedgerColumn {
  id: string;
  text: Shown;
  /** Link that sorts by it. */
  sortHref?: string;
  sorted?: 'ascending' | 'descending';
  numeric?: boolean;
}
export interface LedgerCell {
  text?: Shown;
  /** Second line, small. */
  sub?: Shown;
  due?: Due;
  level?: Level;
  /** Dots of the stage: how many are behind, of how many. */
  progress?: { done: number; of: number };
}
export interface LedgerRowView {
  href: string;
  /** First cell: title with the number under it. */
  title: Shown;
  number?: string;
  level?: Level;
  /** In the order of the columns. */
  cells: readonly LedgerCell[];
}
