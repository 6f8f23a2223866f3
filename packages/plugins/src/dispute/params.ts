/** Every number and switch of the base that a district may set, with its default (`dispute.md`, tag [default]). */
import { ruleParams } from './rules/params.ts';

export const params = {
  ...ruleParams,
  /** Version of the notice of rights and duties (R-PM-18). */
  rightsNotice: '2026',
  /** Sessions held before another channel is offered, by level (`dispute.md` §10). */
  sessionsBeforeChannel: { blue: 3, yellow: 2, red: 1 },
};
