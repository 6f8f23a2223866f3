/** Facts about mediators, holders of posts and parties. */
import type { AskContext, FactProvider, Json } from '@fengqiao/core';
import { roles } from '../roles.ts';
import { unitOf } from './places.ts';
import type { Reference } from './port.ts';
import { age, clear, type Item, listOf, membersOf } from './values.ts';

type Args = { [arg: string]: Json };
type Answer = (args: Args, context: AskContext) => Json | Promise<Json>;
const provider = (id: string, answer: Answer): FactProvider => ({ id, version: 1, answer });

const ADULT = 18;
const FOURTEEN = 14;
const EIGHT = 8;

export function peopleProviders(reference: Reference): FactProvider[] {
  const adultOn = (person: string, on: string, keeps: (unit: string) => boolean) =>
    reference.rostersOf(person, on).some(({ unit, born }) => keeps(unit) && age(born, on) >= ADULT);
  const ranks = roles as { [role: string]: { rank?: number } };

  const partyOf = (args: Args, context: AskContext): Item | undefined =>
    membersOf(context, 'parties').find(({ id }) => id === args.party) ?? inAct(args, context);
  /** A party that an act brings by itself, such as one that is added. */
  const inAct = (args: Args, context: AskContext) => {
    const { party } = context.act.payload;
    return typeof party === 'object' && party !== null && !Array.isArray(party) && (party as Item).id === args.party
      ? (party as Item)
      : undefined;
  };
  const ageOf = async (args: Args, context: AskContext): Promise<number | undefined> => {
    const [born] = await clear(reference, context, [partyOf(args, context)?.birthDate]);
    return born === undefined ? undefined : age(born, String(args.on));
  };

  return [
    provider('onRoster', ({ person, committee, on }) =>
      adultOn(String(person), String(on), (unit) => unit === committee),
    ),
    provider('onCourtRoster', ({ person, on }) =>
      adultOn(String(person), String(on), (unit) => unitOf(reference, unit)?.court !== undefined),
    ),
    provider('holdsRole', ({ person, role, on }) =>
      reference.rolesOf(String(person), String(on)).includes(String(role)),
    ),
    provider('rankOf', ({ person, on }) =>
      Math.max(-1, ...reference.rolesOf(String(person), String(on)).map((role) => ranks[role]?.rank ?? -1)),
    ),
    // 民法典 第17–20条: eighteen and over full, eight to eighteen limited, below eight none. A party whose day of birth is
    // not known is presumed to be of age; an organisation acts through its representative.
    provider('capacityOf', async (args, context) => {
      const years = await ageOf(args, context);
      if (years === undefined || years >= ADULT) return 'full';
      return years >= EIGHT ? 'limited' : 'none';
    }),
    provider('underFourteen', async (args, context) => ((await ageOf(args, context)) ?? FOURTEEN) < FOURTEEN),
    provider('electedFromMembers', async (args, context) => {
      const group = partyOf(args, context);
      const members = listOf(group?.members);
      // The list may stand on the election sheet alone: then the sheet is what counts.
      if (!members.length) return group?.electionSheet !== undefined;
      const elected = listOf(group?.representatives);
      const names = await clear(
        reference,
        context,
        [...members, ...elected].map(({ name }) => name),
      );
      const known = new Set(names.slice(0, members.length).map(sameName));
      return names.slice(members.length).every((name) => name !== undefined && known.has(sameName(name)));
    }),
    provider('agentOpposes', async (args, context) => {
      const parties = membersOf(context, 'parties');
      const own = parties.find(({ id }) => id === args.party);
      const agent = [...listOf(own?.agents), ...listOf(context.act.payload.agents)].find(({ id }) => id === args.agent);
      const others = parties.filter(({ id, side }) => id !== args.party && side !== own?.side);
      const [name, ...names] = await clear(reference, context, [agent?.name, ...others.map((party) => party.name)]);
      return name !== undefined && names.some((other) => sameName(other) === sameName(name));
    }),
  ];
}

const sameName = (name: string | undefined): string => (name ?? '').normalize('NFKC').replace(/\s/g, '');
