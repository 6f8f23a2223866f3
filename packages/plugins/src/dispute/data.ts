/** What a dispute holds (`dispute.md` §1, §3, §8): the case data that rules read. Names of persons and free text are personal. */
import { z } from 'zod';
import { ending, handling, merged, progress, registered, response } from './data/case.ts';
import { agreementData, mediationData } from './data/mediation.ts';

export * from './data/agreement.ts';
export * from './data/factors.ts';
export * from './data/material.ts';
export * from './data/party.ts';
export * from './data/session.ts';

export const data = z.object({
  ...registered,
  ...merged,
  ...progress,
  ...response,
  ...handling,
  ...mediationData,
  ...agreementData,
  ...ending,
});
export type Data = z.output<typeof data>;
