/** `verify`: soundness and every invariant of a composed definition, with the story of each break (design §8). */
import type { Composed } from '../compose/composed.ts';
import type { Text } from '../language/text.ts';
import { type Explorations, type Proof, prove } from './prove.ts';
import { type Soundness, soundness } from './soundness.ts';
import { story } from './story.ts';

export interface Verification {
  shape: string;
  conduct: string;
  verdict: 'sound' | 'unsound' | 'unknown';
  soundness: Soundness;
  proofs: (Proof & { text: Text; law: string[]; story?: Text })[];
  /** What the proof does not speak of. */
  notCovered: Text[];
}

/** Explores the definition. `budget` bounds the abstract states of one exploration; beyond it the verdict is "unknown". */
export function verify(definition: Composed, budget?: number): Verification {
  const sound = soundness(definition, budget);
  const made: Explorations = new Map();
  const proofs = definition.invariants.map((invariant) => {
    const proof = prove(definition, invariant, budget, made);
    const broken = proof.verdict === 'failed' || proof.verdict === 'vacuous';
    return {
      ...proof,
      text: { zh: invariant.zh, en: invariant.en },
      law: invariant.law,
      ...(broken && { story: story(definition, invariant, proof) }),
    };
  });
  const failed =
    sound.faults.length > 0 || proofs.some((proof) => proof.verdict === 'failed' || proof.verdict === 'vacuous');
  const unknown = !sound.complete || proofs.some((proof) => proof.verdict === 'unknown');
  return {
    shape: definition.shape,
    conduct: definition.conduct,
    verdict: failed ? 'unsound' : unknown ? 'unknown' : 'sound',
    soundness: sound,
    proofs,
    notCovered: [
      { zh: '向外部询问的事实（任何回答都可能）', en: 'facts asked from outside (any answer is possible)' },
      { zh: '文书文本和页面', en: 'texts of documents and pages' },
      { zh: '多个事项之间的合计与唯一性', en: 'sums and uniqueness over several subjects' },
      { zh: '期限的长短（任何时候都可能届满）', en: 'the length of time limits (they may run out at any moment)' },
    ],
  };
}
