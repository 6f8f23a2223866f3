/** Sources of facts that are asked before a step; what they answer is recorded in the entry (design §9). */
import type { Subject } from '../chart/subject.ts';
import type { Json } from '../language/expressions.ts';
import type { Act, Moment } from './act.ts';
import type { PersonalValue } from './store-port.ts';

export interface Question {
  ask: string;
  with: { [arg: string]: Json };
}
export interface AskContext {
  district: string;
  kind: string;
  subject?: Subject;
  act: Act;
  moment: Moment;
  /** Personal values that came with this act and are not stored yet. */
  incoming: readonly PersonalValue[];
  /** Heads of other subjects that an answer stands on: the provider adds them, the commit requires them. */
  reads: { subject: string; seq: number }[];
}
export interface FactProvider {
  id: string;
  version: number;
  answer(args: { [arg: string]: Json }, context: AskContext): Promise<Json> | Json;
}
