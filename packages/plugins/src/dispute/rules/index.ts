/** Every guard of `dispute.md` §6 by name. Rows refer to them by these names only. */
import type { RuleDef } from '@fengqiao/core';
import { agreement } from './agreement.ts';
import { channel } from './channel.ts';
import { closing } from './closing.ts';
import { confirmation } from './confirmation.ts';
import { ending } from './ending.ts';
import { enforcement } from './enforcement.ts';
import { intake } from './intake.ts';
import { leaving } from './leaving.ts';
import { mediation } from './mediation.ts';
import { parties } from './parties.ts';
import { session } from './session.ts';
import { warning } from './warning.ts';

export { documentNeeds, documentSets } from './documents.ts';
export { ruleParams } from './params.ts';
export { type When, when } from './when.ts';

const byPhase = {
  ...intake,
  ...leaving,
  ...warning,
  ...channel,
  ...parties,
  ...mediation,
  ...session,
  ...ending,
  ...agreement,
  ...confirmation,
  ...enforcement,
  ...closing,
};
export type GuardName = keyof typeof byPhase;
export const rules: Record<GuardName, RuleDef> = byPhase;
