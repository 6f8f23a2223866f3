/** The three sittings of the plain quarrel (`dispute.md` §16); with ARCHIVE it takes four forms from registration to file. */
import type { SittingDef } from '@fengqiao/core';
import { visitAndClose } from './sittings/closing.ts';
import { onTheSpot } from './sittings/mediation.ts';
import { reception } from './sittings/reception.ts';

export const sittings: { [sitting: string]: SittingDef } = { reception, onTheSpot, visitAndClose };
