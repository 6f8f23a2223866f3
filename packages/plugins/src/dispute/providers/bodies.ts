/** Facts about units and courts: competence by area, by duty list and by level. */
import type { AskContext, FactProvider, Json } from '@fengqiao/core';
import { areaOf, lies, meet, unitOf, type Where } from './places.ts';
import type { Reference, ReferenceUnit } from './port.ts';
import { allClear, listOf, membersOf } from './values.ts';

type Args = { [arg: string]: Json };
const provider = (id: string, answer: FactProvider['answer']): FactProvider => ({ id, version: 1, answer });

/** Kinds of units of a district as the question knows them. */
const KINDS: { [kind: string]: string } = {
  committee: 'committee',
  centre: 'centre',
  court: 'court',
  tribunal: 'tribunal',
  authority: 'authority',
  department: 'authority',
  police: 'authority',
  bureau: 'authority',
  street: 'authority',
  district: 'authority',
};
/** Sources by which a court has sent the case to mediation. */
const FROM_COURT = ['court_pre_filing', 'court_post_filing'];

export function bodyProviders(reference: Reference): FactProvider[] {
  const home = (args: Args, context: AskContext): string | undefined =>
    [args.gridCode, context.subject?.data.gridCode].find((code): code is string => typeof code === 'string');
  const subjectPlace = async (args: Args, context: AskContext): Promise<Where> => {
    const grid = home(args, context);
    const places = [context.subject?.data.place, context.act.payload.place];
    return { ...(grid !== undefined && { grid }), addresses: await allClear(reference, context, places) };
  };
  const domiciles = async (context: AskContext): Promise<Where> => ({
    addresses: await allClear(
      reference,
      context,
      membersOf(context, 'parties').map(({ address }) => address),
    ),
  });

  return [
    provider('inJurisdiction', async (args, context) => {
      if (!unitOf(reference, args.committee)) return false;
      const area = areaOf(reference, String(args.committee));
      return lies(area, await subjectPlace(args, context)) || lies(area, await domiciles(context));
    }),
    provider('unitKind', ({ unit }) => KINDS[unitOf(reference, unit)?.kind ?? ''] ?? 'other'),
    provider('unitCompetent', ({ unit, procedure, disputeType, gridCode }) => {
      const covers = (list: readonly string[] | undefined, code: Json | undefined) =>
        list === undefined || list.includes(String(code));
      const area = areaOf(reference, String(unit));
      const here =
        typeof gridCode !== 'string' ||
        (!area.grids.length && !area.places.length) ||
        lies(area, { grid: gridCode, addresses: [] });
      return (
        here &&
        reference.duties.some(
          (duty) => duty.unit === unit && covers(duty.procedures, procedure) && covers(duty.types, disputeType),
        )
      );
    }),
    provider('courtCandidates', async (args, context) => {
      const courts = reference.units.filter((unit) => unit.court);
      const higher = courts.filter((unit) => belongs(unit, args));
      const able = higher.length ? higher : courts.filter((unit) => unit.court?.level === 'basic');
      const at = (where: Where) => able.filter((court) => lies(areaOf(reference, court.id), where));
      const found: { court: string; basis: string }[] = [];
      const add = (list: readonly ReferenceUnit[], basis: string) =>
        found.push(...list.map(({ id }) => ({ court: id, basis })));
      const committee = args.committee ?? context.subject?.data.committee;
      const ofOrganisation = () =>
        typeof committee === 'string'
          ? able.filter((court) => meet(areaOf(reference, court.id), areaOf(reference, committee)))
          : [];
      // 劳动争议解释(一) 第52条: payment under a labour agreement goes to the court of the committee's place only.
      if (args.disputeType !== 'labour') {
        if (FROM_COURT.includes(String(context.subject?.data.source)))
          add(
            able.filter((unit) => unit.court?.invites),
            'inviting_court',
          );
        if (!found.length) {
          add(at(await domiciles(context)), 'party_domicile');
          add(at(await subjectPlace(args, context)), 'subject_matter');
        }
      }
      if (!found.length || found[0]!.basis !== 'inviting_court') add(ofOrganisation(), 'organisation_place');
      return found;
    }),
    // 民诉法解释 第460条: the court that made it, or one of the same level where the property is; the place of the property
    // is not in the case, so any court of that level in the district may be it.
    provider('enforcementCourtFits', ({ court, madeBy }) => {
      const chosen = unitOf(reference, court);
      if (!chosen?.court) return false;
      const made = reference.units.find((unit) => unit.court && [unit.id, unit.zh, unit.en].includes(String(madeBy)));
      return !made || made.id === chosen.id || made.court?.level === chosen.court.level;
    }),
    provider('penaltyWords', async ({ version }, context) => {
      const drafted = listOf(context.act.payload.clauses);
      const clauses = drafted.length
        ? drafted
        : listOf(listOf(context.subject?.data.versions).find(({ no }) => no === version)?.clauses);
      const texts = await allClear(
        reference,
        context,
        clauses.map(({ text }) => text),
      );
      return texts.some((text) => PENALTY.test(text));
    }),
  ];
}

/** Words of penalties that only an authority or a court may impose. */
const PENALTY = /罚款|拘留|没收|行政处罚/u;

/** The level of a court: what is its own by type or by amount does not go to a basic court. */
const belongs = ({ court }: ReferenceUnit, { disputeType, amount }: Args): boolean =>
  court?.level === 'intermediate' &&
  (court.types?.includes(String(disputeType)) === true ||
    (court.fromAmount !== undefined && typeof amount === 'number' && amount >= court.fromAmount));
