/** A counterexample in plain words: who does what, in which order, and which invariant then breaks. */
import type { Composed } from '../compose/composed.ts';
import type { InvariantDef } from '../language/definition.ts';
import type { Text } from '../language/text.ts';
import type { Proof } from './prove.ts';

export function story(definition: Composed, invariant: InvariantDef, proof: Proof): Text {
  if (proof.verdict === 'vacuous')
    return {
      zh: `“${invariant.zh}”从未涉及：模型中没有到达它所说的情形。`,
      en: `"${invariant.en}" was never met: the model does not reach what it speaks of.`,
    };
  const steps = proof.way.map(({ event, stage }, n) => {
    const def = definition.events[event];
    const state = definition.regions.stage!.states[stage];
    const who = rolesOf(definition, event);
    return {
      zh: `${n + 1}. ${who.zh}办理“${def?.zh ?? event}”${state ? `，进入“${state.zh}”` : ''}`,
      en: `${n + 1}. ${who.en}: ${def?.en ?? event}${state ? `, now "${state.en}"` : ''}`,
    };
  });
  const law = invariant.law.length ? `（${invariant.law.join('、')}）` : '';
  return {
    zh: [...steps.map((step) => step.zh), `此时违反：${invariant.zh}${law}。`].join('\n'),
    en: [
      ...steps.map((step) => step.en),
      `This breaks: ${invariant.en}${invariant.law.length ? ` (${invariant.law.join(', ')})` : ''}.`,
    ].join('\n'),
  };
}

function rolesOf(definition: Composed, event: string): Text {
  const ids = new Set(
    [...Object.values(definition.regions), ...Object.values(definition.pointRegions)].flatMap((region) =>
      region.rows.filter((row) => row.on === event).flatMap((row) => row.by ?? []),
    ),
  );
  const roles = [...ids]
    .slice(0, 3)
    .map((id) => definition.roles[id])
    .filter((role) => role !== undefined);
  return {
    zh: roles.map((role) => role.zh).join('、') || '有关人员',
    en: roles.map((role) => role.en).join(' or ') || 'somebody',
  };
}
