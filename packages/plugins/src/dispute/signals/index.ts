import { plain, type SignalDef } from '@fengqiao/core';
import { childSignal } from '../rows/child.ts';
import { administrativeSignals } from './administrative.ts';
import { effectSignals } from './effect.ts';
import { mediationSignals } from './mediation.ts';
import { warningSignals } from './warning.ts';

/** Bundles of updates that rows start by name, each a stage of its own after them. */
export const signals: { [signal: string]: SignalDef } = plain({
  ...mediationSignals,
  ...effectSignals,
  ...administrativeSignals,
  ...warningSignals,
  childOpened: childSignal,
});
