/** What a taken row proves: its rules held, so whatever condition equals one of their parts is true. */
import type { Composed } from '../compose/composed.ts';
import { canonical } from '../language/canonical.ts';
import type { Cond } from '../language/expressions.ts';
import type { Env } from '../meaning/env.ts';
import { span } from '../meaning/evaluate.ts';
import { both, either, opposite, type Span, TRUE } from '../meaning/truth.ts';

export type Assumed = ReadonlySet<string>;

const keys = new WeakMap<object, string>();
const keyOf = (cond: Cond): string => {
  let key = keys.get(cond);
  if (key === undefined) keys.set(cond, (key = canonical(cond)));
  return key;
};

/** Keys of a condition that holds and of all that follow from its form: the parts of `all`, the meaning of a fact. */
export function assume(definition: Composed, conds: readonly Cond[]): Assumed {
  const held = new Set<string>();
  const add = (cond: Cond): void => {
    held.add(keyOf(cond));
    if ('all' in cond) cond.all.forEach(add);
    else if ('fact' in cond) {
      const fact = definition.facts[cond.fact];
      if (fact) add(fact.is);
    } else if ('not' in cond && 'any' in cond.not) for (const part of cond.not.any) add({ not: part });
    else if ('every' in cond && 'all' in cond.every[2])
      for (const part of cond.every[2].all) add({ every: [cond.every[0], cond.every[1], part] });
  };
  conds.forEach(add);
  return held;
}

/** Truth of a condition in a state, given what a taken row proves. */
export function entailed(definition: Composed, cond: Cond, env: Env, held: Assumed): Span {
  if (held.has(keyOf(cond))) return TRUE;
  if ('all' in cond)
    return cond.all.reduce<Span>((sum, part) => both(sum, entailed(definition, part, env, held)), TRUE);
  if ('any' in cond)
    return cond.any.reduce<Span>((sum, part) => either(sum, entailed(definition, part, env, held)), [0, 0]);
  if ('not' in cond) return opposite(entailed(definition, cond.not, env, held));
  if ('fact' in cond && definition.facts[cond.fact])
    return entailed(definition, definition.facts[cond.fact]!.is, env, held);
  if ('every' in cond && 'all' in cond.every[2]) {
    const [list, name, inner] = cond.every;
    if ('all' in inner)
      return inner.all.reduce<Span>(
        (sum, part) => both(sum, entailed(definition, { every: [list, name, part] }, env, held)),
        TRUE,
      );
  }
  return span(cond, env);
}
