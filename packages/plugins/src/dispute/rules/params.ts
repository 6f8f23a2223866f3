/** Settings of the district that rules of the dispute read, with their defaults. */
import { type Ref, refTo } from '@fengqiao/core';

export const ruleParams = {
  /** Version of the notice on personal information that must be acknowledged (R-PI-03). */
  privacyNotice: '2026',
  /** How often a limit may be extended by agreement (R-PR-06). */
  extensionLimit: 2,
  /** Types of dispute for which a local rule asks for a written agreement (R-PM-25). */
  writtenTypes: [] as string[],
  /** The visitor must not be a mediator of the case (§6 `visitorFree`). */
  independentVisit: false,
};
export const param: Ref<typeof ruleParams> = refTo('param');
