/** Which time limits the dispute chart carries, and the groups in which its rows start and end them (`dispute.md` §11). */
import type { TermDef } from '@fengqiao/core';
import { terms as known, type TermId } from '../domain/index.ts';

/** Every term of the domain but the retention minimum of privacy records, which is master data. */
export const terms: { [term: string]: TermDef } = Object.fromEntries(
  Object.entries(known).filter(([id]) => id !== 'DL-PI-PIA'),
);

const group = <const T extends readonly TermId[]>(...ids: T): T => ids;
const where = (keep: (term: TermDef) => boolean) => Object.keys(terms).filter((id) => keep(terms[id]!));

export const sessionTerms = group('DL-PM-SESSION-BLUE', 'DL-PM-SESSION-YELLOW');
export const courtMediationTerms = group(
  'DL-CM-WEIPAI',
  'DL-CM-WEITUO-ORD',
  'DL-CM-WEITUO-SIM',
  'DL-CM-ONLINE',
  'DL-CM-ONLINE-ORD',
  'DL-CM-ONLINE-SIM',
  'DL-CM-CHOOSE',
  'DL-CM-DESIGNATE',
  'DL-CM-CONFIRM',
  'DL-CM-ASK',
);
/** Terms of the mediation itself: they end with it (E2) and with effect (F1). */
export const mediationTerms = group(
  'DL-PM-MEDIATE',
  'DL-PM-MED',
  'DL-PM-LABOUR',
  ...sessionTerms,
  ...courtMediationTerms,
  'DL-FQ-CONSENT',
  'DL-FQ-SIGN',
);
/** Mediation terms that fall when another channel is chosen. */
export const otherChannelTerms = group('DL-PM-MEDIATE', 'DL-PM-MED', 'DL-PM-LABOUR', ...sessionTerms);
/** Limits that an agreed extension may move. */
export const extendable = group(
  'DL-PM-MEDIATE',
  'DL-PM-MED',
  'DL-PM-LABOUR',
  'DL-CM-WEIPAI',
  'DL-CM-WEITUO-ORD',
  'DL-CM-WEITUO-SIM',
  'DL-CM-ONLINE',
  'DL-CM-ONLINE-ORD',
  'DL-CM-ONLINE-SIM',
  'DL-FQ-SIGN',
);
export const planTerms = group('DL-FQ-PLAN-BLUE', 'DL-FQ-PLAN-YELLOW', 'DL-FQ-PLAN-RED');
export const statusTerms = group('DL-FQ-STATUS-BLUE', 'DL-FQ-STATUS-YELLOW', 'DL-FQ-STATUS-RED');
/** The court's own limits on an application for confirmation. */
export const confirmationTerms = group('DL-JC-ACCEPT', 'DL-JC-DECIDE', 'DL-JC-DECIDE-2011', 'DL-JC-SUPPLEMENT');
/** Limits of first instances, awards and payment orders, ended by the paper that ends the procedure. */
export const suitTerms = group(
  'DL-CT-FILE',
  'DL-CT-ORD',
  'DL-CT-SIM',
  'DL-CT-SMALL',
  'DL-AD-FIRST',
  'DL-LA-ACCEPT',
  'DL-LA-AWARD',
  'DL-RL-AWARD',
  'DL-PO-ACCEPT',
  'DL-PO-ISSUE',
  'DL-PO-DEBTOR',
);
export const courtTrialTerms = group('DL-CT-ORD', 'DL-CT-SIM', 'DL-CT-SMALL');
/** Limits inside an administrative procedure, ended by its decision or end. */
export const adminTerms = group(
  'DL-AD-REVIEW',
  'DL-AD-SUPP-NOTICE',
  'DL-AD-SUPP',
  'DL-AD-DECIDE',
  'DL-AD-DECIDE-SIM',
  'DL-AD-PENALTY',
  'DL-AD-CONSUMER',
  'DL-AD-CONSUMER-END',
  'DL-AD-TRAFFIC-END',
  'DL-AD-MED-ACCEPT',
  'DL-AD-MED',
  'DL-LI-CASE',
  'DL-PE-ROUTE',
  'DL-PE-OBJECT',
  'DL-PE-DECIDE',
  'DL-PE-REVIEW',
  'DL-PE-RECHECK',
);
/** Limits of the next instance: used up when it is taken. */
export const nextInstanceTerms = group(
  'DL-AD-SUE-AFTER',
  'DL-AD-LAND',
  'DL-PE-REVIEW-APPLY',
  'DL-PE-RECHECK-APPLY',
  'DL-LA-SUE',
  'DL-RL-SUE',
  'DL-PO-DEBTOR',
);
export const ownDuties = where((term) => term.own === true);
/** Entering followUp ends every own duty but these. */
export const endedByFollowUp = ownDuties.filter(
  (id) => !['DL-PM-RED-REPORT', 'DL-PM-FOLLOWUP', 'DL-FQ-VISIT'].includes(id),
);
export const ladderTerms = where((term) => term.ladder === true);
/** Rights of a party that a court may restore after an obstacle (R-PD-06). */
export const restorable = where((term) => term.kind === 'right');
export const all = Object.keys(terms);
