/** A district as engine and pages see it, made of its file: immutable. */
import { type Composed, chinaCalendar, type FactProvider, type Subject } from '@fengqiao/core';
import type { District } from '../host/context.ts';
import type { ReadDistrict } from './read.ts';
import { type ReferenceIndex, referenceIndex } from './reference.ts';
import type { DistrictFile, UnitFile } from './schema.ts';

/** What the sources of facts of the plugins are given, whatever they answer. */
export interface FactReference extends Pick<ReferenceIndex, 'rolesOf' | 'rostersOf'> {
  units: readonly (Omit<UnitFile, 'grids' | 'places'> & { grids: readonly string[]; places: readonly string[] })[];
  duties: DistrictFile['duties'];
  personal(refs: readonly string[]): Promise<Map<string, string>>;
  load(ids: readonly string[]): Promise<readonly Subject[]>;
  isFinal(subject: Subject): Promise<boolean>;
}
export type ProviderFactory = (reference: FactReference) => readonly FactProvider[];

/** What of a database a district needs. */
export interface DistrictData {
  load(district: string, ids: readonly string[]): Promise<Subject[]>;
  personal(district: string, refs: string[]): Promise<Map<string, string>>;
  byConduct(conduct: string): Promise<Composed | undefined>;
}

export function districtOf(
  { file, composed }: ReadDistrict,
  reference: number,
  factories: readonly ProviderFactory[],
  data: () => DistrictData,
): District {
  const index = referenceIndex(file);
  const byConduct = async (conduct: string) =>
    Object.values(composed).find((one) => one.conduct === conduct) ?? data().byConduct(conduct);
  const facts: FactReference = {
    rolesOf: index.rolesOf,
    rostersOf: index.rostersOf,
    units: file.units.map((unit) => ({ ...unit, grids: unit.grids ?? [], places: unit.places ?? [] })),
    duties: file.duties,
    personal: (refs) => data().personal(file.id, [...refs]),
    load: (ids) => data().load(file.id, ids),
    async isFinal(subject) {
      const definition = await byConduct(subject.conduct);
      return definition?.regions.stage?.states[subject.state.stage ?? '']?.final === true;
    },
  };
  const providers = new Map(factories.flatMap((factory) => factory(facts)).map((provider) => [provider.id, provider]));
  const { extraRestDays, extraWorkdays } = file.calendar ?? {};
  return {
    id: file.id,
    zh: file.zh,
    en: file.en,
    zone: file.zone,
    calendar: chinaCalendar({
      zone: file.zone,
      ...(extraRestDays && { extraRestDays }),
      ...(extraWorkdays && { extraWorkdays }),
    }),
    reference,
    charts: file.charts.map(({ kind, path }) => ({ kind, path })),
    units: file.units.map(({ id, zh, en, kind, parent, serves }) => ({
      id,
      zh,
      en,
      kind,
      ...(parent !== undefined && { parent }),
      ...(serves && { serves }),
    })),
    posts: file.posts.map(({ from, to, ...post }) => ({ ...post, ...(from && { from }), ...(to && { to }) })),
    people: file.people.map(({ login, ...person }) => ({ ...person, ...(login && { login }) })),
    current: (kind) => (Object.hasOwn(composed, kind) ? composed[kind] : undefined),
    byConduct,
    provider: (ask) => providers.get(ask),
    holders: index.holders,
    holds: index.holds,
    unitName(id) {
      const unit = file.units.find((one) => one.id === id);
      return unit?.short ?? unit;
    },
  };
}
