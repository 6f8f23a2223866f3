import { agreement } from './agreement.ts';
import { anytime } from './anytime.ts';
import { bodies } from './bodies.ts';
import { children } from './children.ts';
import { closing } from './closing.ts';
import { intake } from './intake.ts';
import { mediation } from './mediation.ts';
import { parties } from './parties.ts';
import { performance } from './performance.ts';

/** Every event of the dispute chart with its form. */
export const eventWords = {
  ...intake,
  ...parties,
  ...mediation,
  ...bodies,
  ...agreement,
  ...performance,
  ...closing,
  ...anytime,
  ...children,
};
export type EventId = keyof typeof eventWords;
export const forms = Object.fromEntries(Object.entries(eventWords).map(([id, word]) => [id, word.form])) as {
  [E in EventId]: (typeof eventWords)[E]['form'];
};
