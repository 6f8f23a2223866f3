/** RECORD_FACT: which terms start from a fact that happened outside, and which it ends (R-SW-01, `dispute.md` §11). */
import { all, any, append, type Cond, cancel, eq, has, iff, isIn, lt, not, or, put, type Update } from '@fengqiao/core';
import { terms } from '../terms.ts';
import { v } from '../words.ts';
import { d } from './common.ts';

type Starts = [term: string, when?: Cond];
const is = (...codes: string[]) => isIn(d.procedure, codes as any);
const type = (...codes: string[]) => isIn(d.disputeType, codes as any);
const simplified = isIn(d.suit.kind as any, ['simplified', 'small_claims']);
const ordinary = not(isIn(or(d.suit.kind as any, 'ordinary'), ['simplified', 'small_claims']));

/** Fact → terms that it starts, with the condition under which each applies. */
const starts: { [fact: string]: Starts[] } = {
  court_materials_signed_for: [
    ['DL-CM-WEIPAI', is('court_delegated')],
    ['DL-CM-WEITUO-ORD', all(is('court_entrusted'), ordinary)],
    ['DL-CM-WEITUO-SIM', all(is('court_entrusted'), simplified)],
  ],
  online_assignment_confirmed: [
    ['DL-CM-ONLINE', is('court_delegated')],
    ['DL-CM-ONLINE-ORD', all(is('court_entrusted'), ordinary)],
    ['DL-CM-ONLINE-SIM', all(is('court_entrusted'), simplified)],
    ['DL-CM-ASK'],
  ],
  online_consent_given: [['DL-CM-CHOOSE']],
  online_application_received: [['DL-CM-DESIGNATE']],
  assignment_received: [['DL-CM-CONFIRM']],
  infringement_known: [['DL-JC-OBJ-THIRD']],
  obstacle_removed: [['DL-PD-RESTORE']],
  complaint_received: [
    ['DL-CT-FILE', is('litigation')],
    ['DL-AD-CONSUMER', all(type('consumer'), is('administrative_mediation'))],
  ],
  complaint_accepted: [['DL-AD-CONSUMER-END']],
  payment_order_application: [['DL-PO-ACCEPT']],
  payment_order_accepted: [['DL-PO-ISSUE']],
  payment_order_received: [['DL-PO-DEBTOR']],
  right_harm_known: [
    ['DL-LM-LABOUR', type('labour')],
    ['DL-LM-RURAL', type('forest_land')],
  ],
  arbitration_application_received: [['DL-LA-ACCEPT', type('labour')]],
  arbitration_accepted: [
    ['DL-LA-AWARD', type('labour')],
    ['DL-RL-AWARD', not(type('labour'))],
  ],
  award_received: [
    ['DL-LA-SUE', type('labour')],
    ['DL-RL-SUE', not(type('labour'))],
  ],
  inspection_case_filed: [['DL-LI-CASE']],
  admin_act_known: [['DL-AD-RECON'], ['DL-AD-SUE']],
  reconsideration_application_received: [['DL-AD-REVIEW'], ['DL-AD-SUPP-NOTICE']],
  supplement_notice_received: [['DL-AD-SUPP']],
  reconsideration_accepted: [['DL-AD-DECIDE']],
  reconsideration_decision_received: [['DL-AD-SUE-AFTER']],
  land_decision_notified: [['DL-AD-LAND']],
  penalty_case_filed: [['DL-AD-PENALTY']],
  accident_certificate_received: [['DL-AD-TRAFFIC-APPLY']],
  accident_certificate_served: [['DL-AD-TRAFFIC-REVIEW']],
  traffic_mediation_started: [['DL-AD-TRAFFIC-END']],
  petition_received: [['DL-PE-ROUTE']],
  petition_transferred: [['DL-PE-OBJECT']],
  petition_accepted: [['DL-PE-DECIDE']],
  petition_reply_received: [['DL-PE-REVIEW-APPLY']],
  review_request_received: [['DL-PE-REVIEW']],
  review_reply_received: [['DL-PE-RECHECK-APPLY']],
  recheck_request_received: [['DL-PE-RECHECK']],
  legal_aid_application_received: [['DL-AID-DECIDE']],
  legal_aid_granted: [['DL-AID-ASSIGN']],
  before_other_deadline: [['DL-AID-URGENT']],
  protection_order_application_accepted: [['DL-DV-ORDER']],
  divorce_application_received: [['DL-MA-COOL']],
  cooling_off_ended: [['DL-MA-FETCH']],
  last_incident: [['DL-FQ-LOWER']],
  last_performance_due: [['DL-EN-APPLY', has(v.term('DL-EN-APPLY').due)]],
};
/** Fact → terms that it ends: the next fact of the same procedure. */
const ends: { [fact: string]: string[] } = {
  online_assignment_confirmed: ['DL-CM-CONFIRM', 'DL-CM-DESIGNATE', 'DL-CM-CHOOSE'],
  court_materials_signed_for: ['DL-CM-CONFIRM'],
  complaint_accepted: ['DL-AD-CONSUMER'],
  payment_order_accepted: ['DL-PO-ACCEPT'],
  payment_order_received: ['DL-PO-ISSUE'],
  arbitration_application_received: ['DL-LM-LABOUR', 'DL-LM-RURAL'],
  arbitration_accepted: ['DL-LA-ACCEPT'],
  award_received: ['DL-LA-AWARD', 'DL-RL-AWARD'],
  reconsideration_application_received: ['DL-AD-RECON'],
  supplement_notice_received: ['DL-AD-SUPP-NOTICE'],
  reconsideration_accepted: ['DL-AD-REVIEW', 'DL-AD-SUPP'],
  reconsideration_decision_received: ['DL-AD-DECIDE', 'DL-AD-DECIDE-SIM'],
  traffic_mediation_started: ['DL-AD-TRAFFIC-APPLY', 'DL-PM-TRAFFIC-SWITCH'],
  petition_transferred: ['DL-PE-ROUTE'],
  petition_accepted: ['DL-PE-OBJECT'],
  petition_reply_received: ['DL-PE-DECIDE'],
  review_request_received: ['DL-PE-REVIEW-APPLY'],
  review_reply_received: ['DL-PE-REVIEW'],
  recheck_request_received: ['DL-PE-RECHECK-APPLY'],
  legal_aid_granted: ['DL-AID-DECIDE'],
  cooling_off_ended: ['DL-MA-COOL'],
};

/** What a recorded fact does to the terms. `on`: civil day of the fact. */
export const factTerms = (fact: any, on: any): Update[] => [
  ...Object.entries(ends).map(([name, terms]) => iff(eq(fact, name), [cancel(terms)])),
  ...Object.entries(starts).map(([name, list]) =>
    iff(
      eq(fact, name),
      list.map(([term, when]) => {
        // A limit in hours counts from the instant of recording: the fact has only a day.
        const start = terms[term]!.unit === 'hour' ? put(term) : put(term, { from: on });
        return when ? iff(when, [start]) : start;
      }),
    ),
  ),
  // A later interruption already counts: an earlier fact does not move the limitation back (R-LM-01).
  iff(
    all(
      eq(fact, 'right_harm_and_obligor_known'),
      any(not(has(v.term('DL-LM-GEN').startedOn)), lt(v.term('DL-LM-GEN').startedOn, on)),
    ),
    [put('DL-LM-GEN', { from: on })],
  ),
];
export const recordFact = (e: any): Update[] => [
  append(d.recorded, { fact: e.fact, on: e.on, party: e.party }),
  ...factTerms(e.fact, e.on),
];
