/** Facts about other subjects of the district. What they stand on is required when the step is written. */
import type { AskContext, FactProvider, Subject } from '@fengqiao/core';
import type { Reference } from './port.ts';
import { clear, type Item, membersOf } from './values.ts';

const provider = (id: string, answer: FactProvider['answer']): FactProvider => ({ id, version: 1, answer });
const note = (context: AskContext, subjects: readonly Subject[]) =>
  context.reads.push(...subjects.map(({ id, seq }) => ({ subject: id, seq })));

/** An order counts as settled once its supervision has begun, so that order and dispute do not wait for each other. */
const SETTLED: { [kind: string]: readonly string[] } = { order: ['supervised'] };

export function subjectProviders(reference: Reference): FactProvider[] {
  const identities = async (context: AskContext, parties: readonly Item[]): Promise<Set<string>> => {
    const places = parties.flatMap(({ idNumber, uscc, name, phone }) => [idNumber, uscc, name, phone]);
    const values = await clear(reference, context, places);
    const found = new Set<string>();
    parties.forEach((_, at) => {
      const [idNumber, uscc, name, phone] = values.slice(at * 4, at * 4 + 4);
      for (const number of [idNumber, uscc]) if (number) found.add(number);
      // Without a number two persons are one where name and telephone agree.
      if (name && phone) found.add(`${name} ${phone}`);
    });
    return found;
  };
  return [
    provider('originalFits', async ({ original }, context) => {
      const [other] = await reference.load([String(original)]);
      if (!other || other.kind !== context.kind || other.id === context.subject?.id) return 'absent';
      note(context, [other]);
      if (await reference.isFinal(other)) return 'archived';
      if (other.data.disputeType !== context.subject?.data.disputeType) return 'other_matter';
      const own = await identities(context, membersOf(context, 'parties'));
      const theirs = await identities(context, Array.isArray(other.data.parties) ? (other.data.parties as Item[]) : []);
      return [...theirs].some((identity) => own.has(identity)) ? 'fits' : 'no_common_party';
    }),
    provider('linkedWaiting', async ({ subjects }, context) => {
      const others = await reference.load((Array.isArray(subjects) ? subjects : []).map(String));
      note(context, others);
      let open = 0;
      for (const other of others) {
        const settled = SETTLED[other.kind]?.includes(other.state.stage ?? '') || (await reference.isFinal(other));
        if (!settled) open += 1;
      }
      return open;
    }),
  ];
}
