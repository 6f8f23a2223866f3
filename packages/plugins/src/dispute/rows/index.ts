/** All rows of the body, in the order of the tables (`dispute.md` §4). */
import type { Row } from '@fengqiao/core';
import { administrativeRows } from './administrative.ts';
import { agreementRows, revisionRows } from './agreement.ts';
import { anytimeRows } from './anytime.ts';
import { childRows } from './child.ts';
import { confirmationRows } from './confirmation.ts';
import { followUpRows } from './followUp.ts';
import { intakeRows } from './intake.ts';
import { judicialRows } from './judicial.ts';
import { leavingRows } from './leaving.ts';
import { mediationRows } from './mediation.ts';
import { partyRows } from './parties.ts';
import { performanceRows } from './performance.ts';
import { serviceRows } from './service.ts';

export const stageRows: Row[] = [
  ...childRows,
  ...intakeRows,
  ...leavingRows,
  ...partyRows,
  ...mediationRows,
  ...administrativeRows,
  ...judicialRows,
  ...agreementRows,
  ...confirmationRows,
  ...revisionRows,
  ...performanceRows,
  ...serviceRows,
  ...followUpRows,
  ...anytimeRows,
];
