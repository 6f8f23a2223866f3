/** Reasons of refusals: which rule, on what basis, what exactly is missing, and what would cure it and who can. */
import type { Composed } from '../compose/composed.ts';
import type { Json } from '../language/expressions.ts';
import type { Text } from '../language/text.ts';
import { curesOf, namesOf } from '../meaning/cures.ts';
import { unmetOf } from '../meaning/explain.ts';
import type { Act } from './act.ts';
import { standing } from './choose.ts';
import type { Draft, StepFrame } from './draft.ts';
import type { Ready, ReadyRow, ReadyRule } from './prepared.ts';
import type { Question } from './providers.ts';
import type { Reason, RefusalCode } from './refusal.ts';

/** A rule that does not hold, explained. */
export function ruleReason(
  definition: Composed,
  rule: ReadyRule,
  event: string,
  frame: StepFrame,
  draft: Draft,
): Reason {
  const need = rule.need(event);
  const unmet = unmetOf(definition, need, frame, definition.events[event]?.form);
  const cure = curesOf(definition, rule.def.cures, unmet, { state: draft.state, event });
  const basis = rule.def.law.map((id) => definition.law[id]?.basis).filter((found) => found !== undefined);
  const blocked = rule.id.startsWith('BLOCKED_BY:');
  const shown = unmet.map(({ zh, en }): Text => ({ zh, en }));
  return {
    code: blocked ? 'BLOCKED_BY' : (rule.def.code ?? 'RULE_FAILED'),
    rule: rule.id,
    ...(rule.def.law.length && { law: rule.def.law }),
    ...(basis.length && { basis: [...new Set(basis)].join('；') }),
    ...(rule.plugin && { plugin: rule.plugin }),
    event,
    text: { zh: rule.def.zh, en: rule.def.en },
    ...(shown.length && { unmet: shown }),
    ...(cure.length && { cure }),
    ...(unmet.length && { found: unmet.map((part) => part.found) as Json }),
  };
}

/** Why no row was taken: the state, or the conditions that choose the rows of it. */
export function stateReasons(
  definition: Composed,
  ready: Ready,
  draft: Draft,
  event: string,
  candidates: readonly ReadyRow[],
  frame: StepFrame,
): Reason[] {
  const name = definition.events[event]!;
  const stage = draft.state.stage;
  const here = stage === undefined ? undefined : (definition.regions.stage?.states[stage] ?? { zh: stage, en: stage });
  if (candidates.length === 0) {
    const states = statesOf(ready, event);
    const where = namesOf(states);
    return [
      {
        code: 'WRONG_STATE',
        event,
        text: {
          zh: `${here ? `当前为“${here.zh}”，` : ''}不能办理“${name.zh}”${where ? `；须在：${where.zh}` : ''}`,
          en: `${here ? `the present stage is “${here.en}”: ` : ''}“${name.en}” cannot be done${where ? `; it is done in: ${where.en}` : ''}`,
        },
      },
    ];
  }
  return candidates.map((row) => {
    const unmet = row.row.when ? unmetOf(definition, row.row.when, frame, name.form) : [];
    const cure = curesOf(definition, [], unmet, { state: draft.state, event });
    return {
      code: 'WRONG_STATE' as const,
      rule: row.row.id,
      event,
      text: { zh: `“${name.zh}”的适用条件未满足`, en: `what “${name.en}” is for does not apply` },
      ...(unmet.length && { unmet: unmet.map(({ zh, en }) => ({ zh, en })) }),
      ...(cure.length && { cure }),
    };
  });
}

/** States of the body, then of the other regions, in which an event has rows. */
function statesOf(ready: Ready, event: string): Text[] {
  const texts: Text[] = [];
  for (const region of [...ready.base, ...ready.points])
    for (const row of region.rows.get(event) ?? [])
      for (const state of row.row.from) {
        const text = region.states[state];
        if (text && !texts.includes(text)) texts.push(text);
      }
  return texts.slice(0, 8);
}

/** Who may do it, where the role of the actor may not. */
export function roleReason(definition: Composed, by: readonly string[], act: Pick<Act, 'actor' | 'type'>): Reason {
  const who = namesOf(by.map((role) => definition.roles[role]).filter((role) => role !== undefined));
  const event = definition.events[act.type];
  if (standing(definition, by, act.actor) === 'behalf-unproved')
    return {
      code: 'ROLE_NOT_ALLOWED',
      event: act.type,
      text: {
        zh: '代为录入须注明为谁办理，并附签名材料',
        en: 'an act entered for others must say for whom, with the signed paper attached',
      },
    };
  return {
    code: 'ROLE_NOT_ALLOWED',
    event: act.type,
    text: {
      zh: `您的岗位不能办理“${event?.zh ?? act.type}”${who ? `；可以办理的是：${who.zh}` : ''}`,
      en: `your post may not do “${event?.en ?? act.type}”${who ? `; it may be done by: ${who.en}` : ''}`,
    },
    ...(who && { cure: [{ zh: `由${who.zh}办理`, en: `done by: ${who.en}`, event: act.type, who: [...by] }] }),
  };
}

export function lackingReason(definition: Composed, question: Question): Reason {
  const ask = definition.asks[question.ask];
  return {
    code: 'CAPABILITY_MISSING',
    rule: question.ask,
    text: {
      zh: `暂时无法查询：${ask?.zh ?? question.ask}`,
      en: `not available at present: ${ask?.en ?? question.ask}`,
    },
  };
}

/** The code of a refusal that has these reasons: a passed term first, then rules, then blocks. */
export function refusedAs(reasons: readonly Reason[]): RefusalCode {
  for (const code of ['TERM_PASSED', 'RULE_FAILED', 'BLOCKED_BY'] as const)
    if (reasons.some((reason) => reason.code === code)) return code;
  return reasons[0]?.code ?? 'RULE_FAILED';
}
