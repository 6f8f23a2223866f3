/** What is done after the commit: effects of reactions with their values read from the state after the step. */
import type { Composed } from '../compose/composed.ts';
import type { Effect, Json, OpMap } from '../language/expressions.ts';
import { holds, objectOf, type Vars, value } from '../meaning/evaluate.ts';
import type { StepFrame } from './draft.ts';
import type { Ready } from './prepared.ts';

export interface Resolved {
  reaction: string;
  /** Number of the effect within its reaction, from 0. */
  n: number;
  onRefused: 'drop' | 'park' | 'retryUntil';
  do: Exclude<Effect, { each: unknown }>;
  /** Values of its operands: of `with` or `values`, or of an entry its account, points and reason. */
  values: { [key: string]: Json };
}

/** The effects of an event's reactions, loops unrolled, in order. */
export function effectsOf(ready: Ready, _definition: Composed, frame: StepFrame, event: string): Resolved[] {
  return (ready.reactions.get(event) ?? []).flatMap(({ def, when }) => {
    if (when && when(frame) !== true) return [];
    const out: Resolved[] = [];
    resolve(def.do, frame, {}, (effect, values) =>
      out.push({ reaction: def.id, n: out.length, onRefused: def.onRefused, do: effect, values }),
    );
    return out;
  });
}

type Take = (effect: Resolved['do'], values: { [key: string]: Json }) => void;

function resolve(effects: readonly Effect[], frame: StepFrame, vars: Vars, take: Take): void {
  for (const effect of effects) {
    if ('each' in effect) {
      const [list, name, where] = effect.each;
      const items = value(list, frame, vars);
      if (!Array.isArray(items)) continue;
      for (const item of items) {
        const inner = { ...vars, [name]: item };
        if (!where || holds(where, frame, inner) === true) resolve(effect.do, frame, inner, take);
      }
    } else take(effect, objectOf(operands(effect), frame, vars) as { [key: string]: Json });
  }
}

function operands(effect: Resolved['do']): OpMap {
  if ('values' in effect) return effect.values;
  if ('entry' in effect) return { account: effect.account, points: effect.points, reason: effect.reason };
  return effect.with;
}
