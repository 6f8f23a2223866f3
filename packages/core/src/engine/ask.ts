/** Decides a submission, asking what the decision lacks, until it lacks nothing (design §9). */
import { askKey } from '../meaning/env.ts';
import { type DecidedActs, decideActs, type Ground } from './decide-acts.ts';
import { type Refusal, refusal } from './refusal.ts';

/** Rounds of questions: answers may lead to further questions, a chain of them ends. */
const ROUNDS = 24;

/** A refusal CAPABILITY_MISSING names the sources that are not there or did not answer. */
export async function decideAsking(ground: Ground): Promise<DecidedActs | Refusal> {
  const { district } = ground;
  for (let round = 0; round < ROUNDS; round += 1) {
    const decided = decideActs(ground);
    if (decided.ok) return decided;
    const { refused, wants } = decided;
    if (!wants) return refused;
    const answered = await Promise.all(
      wants.questions.map(async (question) => {
        const provider = district.provider(question.ask);
        if (!provider) return undefined;
        try {
          const answer = await provider.answer(question.with, {
            district: district.id,
            kind: ground.kind,
            ...(wants.subject && { subject: wants.subject }),
            act: wants.act,
            moment: ground.moment,
            incoming: wants.personal,
            reads: ground.reads,
          });
          return [askKey(question.ask, question.with), answer] as const;
        } catch {
          return undefined;
        }
      }),
    );
    if (answered.some((answer) => answer === undefined)) return refused;
    for (const answer of answered) ground.answers[answer![0]] = answer![1];
  }
  return refusal('CAPABILITY_MISSING');
}
