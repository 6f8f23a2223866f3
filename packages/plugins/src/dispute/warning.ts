/**
 * The proposed warning level as a decision table over the factors (`warningRules` of the code lists, product default):
 * level = the higher of the level by total score and the highest hard trigger. A person decides it (R-PI-07).
 */
import {
  all,
  any,
  type Cond,
  choose,
  count,
  eq,
  has,
  includes,
  le,
  min,
  type Op,
  or,
  sum,
  table,
  times,
} from '@fengqiao/core';
import type { z } from 'zod';
import type { factors } from './data.ts';
import { v } from './words.ts';

type Factors = z.output<typeof factors>;
export type FactorId = keyof Factors;
type Field = Op<any>;

/** Bands by lower bound: the points of the last band whose lower bound is reached. */
export const bands = {
  involvedPersons: [
    [0, 0],
    [5, 10],
    [10, 20],
    [30, 35],
    [50, 45],
  ],
  amountCny: [
    [0, 0],
    [50000, 5],
    [200000, 10],
    [1000000, 20],
  ],
  priorMediationFailures: [
    [0, 0],
    [1, 5],
    [2, 15],
  ],
  policeCalls90d: [
    [0, 0],
    [1, 5],
    [2, 10],
    [3, 20],
  ],
  petitions: [
    [0, 0],
    [1, 10],
    [2, 20],
  ],
  durationDays: [
    [0, 0],
    [30, 5],
    [180, 10],
  ],
} as const satisfies { [F in FactorId]?: readonly (readonly [from: number, points: number])[] };
/** Points of the values of an enumerated factor. */
export const points = {
  violenceRisk: { none: 0, verbal_threat: 15, minor_physical: 25, injury_or_weapon: 60 },
  selfHarmRisk: { none: 0, hinted: 25, explicit: 60 },
  gatheringRisk: { none: 0, possible: 15, planned_or_occurring: 60 },
  publicity: { none: 0, local_online: 10, trending_or_media: 25 },
} as const satisfies { [F in FactorId]?: { [value: string]: number } };
/** Points of a factor that is there. */
export const flags = {
  skipLevelPetitionPlanned: 60,
  crossArea: 5,
  livelihoodImpact: 10,
  sensitivePeriod: 5,
  deathInvolved: 60,
  suspectedCrime: 60,
  safetyHazard: 15,
} as const satisfies { [F in FactorId]?: number };
/** Special groups: points for each, up to the cap. */
export const groups = { each: 5, cap: 15 } as const;
/** Least score of a level. */
export const scores = { yellow: 30, red: 60 } as const;

const field = (of: any, name: FactorId): Field => of[name];
const number = (value: Field): Op<number> => or(value, 0 as any) as any;
const reaches = (value: Field, least: number): Cond => le(least, number(value));
const is = (value: Field, code: string): Cond => eq(or(value, 'none' as any), code);
const flagged = (value: Field): Cond => eq(or(value, false as any), true);
const group = (of: any, code: string): Cond => all(has(of.specialGroups), includes(of.specialGroups, code));

function bandPoints(name: keyof typeof bands, of: any): Op<number> {
  const rows = [...bands[name]].reverse().map(([from, worth]) => [reaches(field(of, name), from), worth] as const);
  return table<number>(rows, 0);
}
/** Total score of the factors. */
export const scoreFrom = (of: Op<any>): Op<number> =>
  sum([
    ...(Object.keys(bands) as (keyof typeof bands)[]).map((name) => bandPoints(name, of)),
    ...(Object.keys(points) as (keyof typeof points)[]).map((name) =>
      table<number>(
        Object.entries(points[name]).map(([code, worth]) => [is(field(of, name), code), worth] as const),
        0,
      ),
    ),
    ...(Object.keys(flags) as (keyof typeof flags)[]).map((name) =>
      choose<number>(flagged(field(of, name)), flags[name], 0),
    ),
    min([groups.cap, times(count(field(of, 'specialGroups')), groups.each)]) as Op<number>,
  ]);

/** Hard triggers by name, as the code list writes them. */
export const redTriggers = {
  'violenceRisk==injury_or_weapon': (of: any) => is(of.violenceRisk, 'injury_or_weapon'),
  'selfHarmRisk==explicit': (of: any) => is(of.selfHarmRisk, 'explicit'),
  'gatheringRisk==planned_or_occurring': (of: any) => is(of.gatheringRisk, 'planned_or_occurring'),
  'skipLevelPetitionPlanned==true': (of: any) => flagged(of.skipLevelPetitionPlanned),
  'deathInvolved==true': (of: any) => flagged(of.deathInvolved),
  'suspectedCrime==true': (of: any) => flagged(of.suspectedCrime),
  'involvedPersons>=50': (of: any) => reaches(of.involvedPersons, 50),
  '(specialGroups contains migrant_wage) and involvedPersons>=30': (of: any) =>
    all(group(of, 'migrant_wage'), reaches(of.involvedPersons, 30)),
} satisfies { [trigger: string]: (of: any) => Cond };
export const yellowTriggers = {
  'violenceRisk==minor_physical': (of: any) => is(of.violenceRisk, 'minor_physical'),
  'selfHarmRisk==hinted': (of: any) => is(of.selfHarmRisk, 'hinted'),
  'specialGroups contains dv_victim': (of: any) => group(of, 'dv_victim'),
  'involvedPersons>=10': (of: any) => reaches(of.involvedPersons, 10),
  'policeCalls90d>=3': (of: any) => reaches(of.policeCalls90d, 3),
  'petitions>=2': (of: any) => reaches(of.petitions, 2),
  'priorMediationFailures>=2': (of: any) => reaches(of.priorMediationFailures, 2),
  'amountCny>=1000000': (of: any) => reaches(of.amountCny, 1000000),
  'publicity==trending_or_media': (of: any) => is(of.publicity, 'trending_or_media'),
  'safetyHazard==true': (of: any) => flagged(of.safetyHazard),
} satisfies { [trigger: string]: (of: any) => Cond };

/** Some red trigger hits: the police must be told (R-PM-23). */
export const hardRedOf = (of: Op<any>): Cond => any(...Object.values(redTriggers).map((trigger) => trigger(of)));
const hardYellowOf = (of: Op<any>): Cond => any(...Object.values(yellowTriggers).map((trigger) => trigger(of)));

/** Level by score alone. */
export const levelByScore = (of: Op<any>): Op<'blue' | 'yellow' | 'red'> =>
  table<'blue' | 'yellow' | 'red'>(
    [
      [le(scores.red, scoreFrom(of)), 'red'],
      [le(scores.yellow, scoreFrom(of)), 'yellow'],
    ],
    'blue',
  );
/** The proposed level of factors, of the case or of a payload. */
export const levelFrom = (of: Op<any>): Op<'blue' | 'yellow' | 'red'> =>
  table<'blue' | 'yellow' | 'red'>(
    [
      [any(hardRedOf(of), le(scores.red, scoreFrom(of))), 'red'],
      [any(hardYellowOf(of), le(scores.yellow, scoreFrom(of))), 'yellow'],
    ],
    'blue',
  );
/** The proposed level of the case, and whether a red trigger hits it. */
export const proposedLevel = levelFrom(v.data.factors);
export const hardRed = hardRedOf(v.data.factors);
