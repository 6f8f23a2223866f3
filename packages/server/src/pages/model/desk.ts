/** Desks: a queue for one kind of user, and the page of one subject with its two panes. */
import type { Shown } from '../text.ts';
import type { Chrome, Due, Level, Link } from './chrome.ts';
import type { FormView } from './form.ts';
import type { LedgerColumn, LedgerRowView } from './lists.ts';
import type { ReadView, SubjectHead } from './subject.ts';

export interface DeskProps {
  chrome: Chrome;
  title: Shown;
  intro?: Shown;
  columns: readonly LedgerColumn[];
  rows: readonly LedgerRowView[];
}
export interface QueueItem {
  href: string;
  title: Shown;
  number?: string;
  due?: Due;
  level?: Level;
  current?: boolean;
}
export interface DeskSubjectProps {
  chrome: Chrome;
  title: Shown;
  deskHref: string;
  head: SubjectHead;
  queue: readonly QueueItem[];
  /** Left pane: what is to be read, with marks at the items. */
  read: readonly { title: Shown; parts: readonly ReadView[]; marks: readonly MarkView[] }[];
  files: readonly Link[];
  /** What the facts say of the items, with a link to each. */
  marks: readonly { title: Shown; items: readonly MarkView[] }[];
  /** Right pane: the events that are decided here; the open one shows its form. */
  decisions: readonly DeskDecision[];
}
export interface MarkView {
  text: Shown;
  /** `#…` of the item that it is about. */
  href?: string;
}
export interface DeskDecision {
  text: Shown;
  /** Address with this one open. */
  href: string;
  open?: boolean;
  form?: FormView;
  available: boolean;
  reasons: readonly { text: Shown; unmet?: Shown[]; basis?: Shown }[];
}
