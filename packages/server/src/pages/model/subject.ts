/** Pages of one subject: case page, step, parties, deadlines, flow, events. */
import type { Shown } from '../text.ts';
import type { Chrome, Due, Level, Link, Pair, ReasonView } from './chrome.ts';
import type { FormView } from './form.ts';

export interface StepView {
  text: Shown;
  status: 'done' | 'now' | 'todo';
}
export interface SubjectTab extends Link {
  current?: boolean;
  count?: number;
}
/** Identity, stepper and tabs: the top of every page of a subject. */
export interface SubjectHead {
  title: Shown;
  number?: string;
  back: Link;
  previous?: string;
  next?: string;
  stage: Shown;
  /** Absent for readers who may not see it. */
  level?: Level;
  /** The nearest open term. */
  due?: Due;
  facts: readonly Pair[];
  steps: readonly StepView[];
  tabs: readonly SubjectTab[];
}

export interface ActionView {
  text: Shown;
  verb: Shown;
  href: string;
  available: boolean;
  /** All that stands against it, when it is not available. */
  reasons: readonly ReasonView[];
  /** A sitting: several acts in one form. */
  several?: readonly Shown[];
}
export interface MemberView {
  id: string;
  name: string;
  /** 申请人 */
  role?: Shown;
  /** Its own step in each aspect, with what it is called (意愿：同意). */
  states: readonly { aspect: Shown; text: Shown; done: boolean }[];
  /** Masked unless revealed. */
  facts: readonly Pair[];
  /** POST with a reason that shows the masked values; absent when nothing is masked for this reader. */
  reveal?: { action: string };
  revealed?: boolean;
  /** Acts that concern this member. */
  actions: readonly Link[];
}
export interface MemberSection {
  title: Shown;
  members: readonly MemberView[];
}
export interface TermView {
  title: Shown;
  /** Party or fact that it is of. */
  of?: Shown;
  due: Due;
  /** 义务, 权利 … */
  kind: Shown;
  startedOn: string;
  startedBy?: Shown;
  basis: Shown;
  /** The working of the due day, one sentence a step. */
  working: readonly Shown[];
  pauses: readonly { ground: Shown; from: string; to?: string }[];
  /** What happens when it runs out. */
  onExpiry?: Shown;
  actions: readonly Link[];
}
export interface PaperView {
  title: Shown;
  of?: Shown;
  on: string;
  internal?: boolean;
  href?: string;
}
export interface FileView {
  /** Name that the sender gave. */
  name: string;
  /** Bytes. */
  size: number;
  type: string;
  sha256: string;
  href: string;
  /** Event that it came with, and its day. */
  with?: Shown;
  on?: string;
}
export interface ToldView {
  text: Shown;
  to: Shown;
  /** In the zone of the district, `2026-11-23 14:30`. */
  at: string;
}
export interface TimelineItem {
  text: Shown;
  by: Shown;
  at: string;
  /** Day of the act, where it differs from the day of recording. */
  on?: string;
  detail?: Shown;
  /** By the clock or a reaction. */
  system?: boolean;
  href?: string;
}
export interface CaseProps {
  chrome: Chrome;
  head: SubjectHead;
  /** The step that this reader is to take now, its form first on the page. */
  current?: { title: Shown; form: FormView };
  /** No step for this reader: who has it, since when. */
  waiting?: { for: readonly Shown[]; what: readonly Shown[]; since?: string };
  /** The subject is closed: how it ended. */
  closed?: Shown;
  /** Work that may be claimed or given back. */
  claims: readonly ClaimView[];
  sittings: readonly ActionView[];
  actions: readonly ActionView[];
  sections: readonly MemberSection[];
  sectionsHref: string;
  terms: readonly TermView[];
  termsHref: string;
  papers: readonly PaperView[];
  files: readonly FileView[];
  told: readonly ToldView[];
  timeline: readonly TimelineItem[];
  /** Number of all entries, and where they are. */
  entries: number;
  eventsHref: string;
  /** SVG of `drawDiagram`. */
  diagram?: string;
  flowHref: string;
  links: readonly Link[];
}
export interface ClaimView {
  text: Shown;
  action: string;
  hidden: readonly (readonly [name: string, value: string])[];
  /** Holder, when somebody has it. */
  heldBy?: string;
  mine: boolean;
}
/** One event or sitting as a page of its own; also the page that opens a subject (no head). */
export interface StepProps {
  chrome: Chrome;
  head?: SubjectHead;
  back: Link;
  title: Shown;
  /** Absent when it is not available: then the reasons say why. */
  form?: FormView;
  reasons: readonly ReasonView[];
  /** Acts of a sitting in their order. */
  several?: readonly Shown[];
}
export interface MembersProps {
  chrome: Chrome;
  head: SubjectHead;
  sections: readonly MemberSection[];
  add: readonly Link[];
  /** Fault of the reveal form of a member (reason missing). */
  error?: { member: string; text: Shown };
}
export interface DeadlinesProps {
  chrome: Chrome;
  head: SubjectHead;
  terms: readonly TermView[];
}
export interface FlowProps {
  chrome: Chrome;
  head: SubjectHead;
  /** SVG of `drawDiagram`, whole. */
  diagram: string;
  /** The same as a list, from `flowList`. */
  states: readonly FlowStateView[];
  /** Definition that this subject runs on. */
  version: readonly Pair[];
  /** A newer definition is in force for new subjects. */
  superseded?: boolean;
}
export interface FlowStateView {
  text: Shown;
  status: 'done' | 'now' | 'next' | 'todo';
  ways: readonly { text: Shown; to?: Shown; who: readonly Shown[] }[];
}
export interface EventsProps {
  chrome: Chrome;
  head: SubjectHead;
  entries: readonly EntryView[];
  older?: string;
  /** Kinds to filter by. */
  filter?: { name: string; value: string; options: readonly { value: string; text: Shown }[] };
}
export interface EntryView {
  seq: number;
  text: Shown;
  by: Shown;
  post?: Shown;
  behalf?: Shown;
  at: string;
  on?: string;
  /** What was filled in. */
  payload: readonly ReadView[];
  /** What became of the data. */
  changes: readonly { label: Shown; before?: Shown; after?: Shown }[];
  moved: readonly Shown[];
  hash: string;
  system?: boolean;
}
/** Values shown by their schema (`readView`): a text, a list of parts, or nothing. */
export interface ReadView {
  label: Shown;
  /** Anchor. */
  id?: string;
  value?: Shown;
  parts?: readonly ReadView[];
  marks?: readonly Shown[];
}
