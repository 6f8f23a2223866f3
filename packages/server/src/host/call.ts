/** What a handler is given, and what a row of the route table says. Types only. */
import type { Composed, Entry, EventDef, Projection, SittingDef, Subject } from '@fengqiao/core';
import type { Request, Response } from 'express';
import type { Form } from './body.ts';
import type { Context, Deps, SignedIn } from './context.ts';

/** A subject as a page shows it: the snapshot with its definition and its personal values, after the second gate. */
export interface Opened {
  subject: Subject;
  projection: Projection;
  definition: Composed;
  entries: Entry[];
  /** Personal values by reference; erased ones are absent. */
  personal: Map<string, string>;
}

/** What the address asks to be done: one event, or several in one form. */
export type Step = { definition: Composed } & (
  | { type: 'event'; id: string; def: EventDef }
  | { type: 'sitting'; id: string; def: SittingDef }
);

/**
 * anyone: also a stranger · signedIn: an account · kind: … whose district runs the chart of the address ·
 * subject: … who may see the subject · step: … whose post may do the event or sitting.
 */
export type Who = 'anyone' | 'signedIn' | 'kind' | 'subject' | 'step';

export interface Call {
  deps: Deps;
  req: Request;
  res: Response;
  context: Context;
  /** Empty for GET and for the API. */
  form: Form;
  /** Body of an API request. */
  json?: unknown;
  params: { [name: string]: string };
}
export interface UserCall extends Call {
  user: SignedIn;
}
export interface KindCall extends UserCall {
  kind: string;
  path: string;
}
export interface SubjectCall extends KindCall {
  opened: Opened;
}
export interface StepCall extends KindCall {
  step: Step;
  /** Absent where the step opens a subject. */
  opened?: Opened;
}
export interface CallOf {
  anyone: Call;
  signedIn: UserCall;
  kind: KindCall;
  subject: SubjectCall;
  step: StepCall;
}
export type Route = { [W in Who]: RouteOf<W> }[Who];
export interface RouteOf<W extends Who> {
  method: 'get' | 'post';
  path: string;
  who: W;
  /** Takes uploads with the form. */
  uploads?: true;
  /** Speaks JSON: refusals are problem+json. `raw`: the handler reads the body. */
  api?: 'json' | 'raw';
  handle(call: CallOf[W]): Promise<void> | void;
  /** Called instead where the token of the form is not that of the session: nothing may be done, what was typed may be shown. */
  stale?(call: CallOf[W]): Promise<void> | void;
}
