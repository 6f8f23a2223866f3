/** Sources of the facts that the rules of a dispute ask for (`asks.ts`), over the reference data of a district. */
import type { FactProvider } from '@fengqiao/core';
import { bodyProviders } from './bodies.ts';
import { peopleProviders } from './people.ts';
import type { Reference } from './port.ts';
import { subjectProviders } from './subjects.ts';

export type { Reference, ReferenceCourt, ReferenceDuty, ReferenceUnit } from './port.ts';

export const disputeProviders = (reference: Reference): FactProvider[] => [
  ...peopleProviders(reference),
  ...bodyProviders(reference),
  ...subjectProviders(reference),
];
