/** What the system offers in a form when it is opened: known from the case, checked again at commit (`dispute.md` §7). */
import { all, eq, isIn, list, not, object, pluck } from '@fengqiao/core';
import { d, isNecessary, theNecessary } from './rows/common.ts';
import { v } from './words.ts';

const signed = pluck(
  d.papers,
  (x) => x.party,
  (x) => all(eq(x.version, d.textNo), eq(x.state, 'signed')),
);
const namedAgain = pluck(
  d.parties,
  (p) => p.id,
  (p) => isIn(p.will, ['consented', 'refused']),
);
const openObligations = (...states: string[]) =>
  pluck(
    d.obligations,
    (o) => o.id,
    (o) => isIn(o.state, states as any),
  );
const today = v.at.on;

export const prefills: { [event: string]: { [field: string]: unknown } } = {
  OPEN: { noticeVersion: v.param.privacyNotice, source: 'party_application', applicationForm: 'written' },
  ACCEPT: { committee: v.actor.unit },
  RATE: { level: d.proposedLevel, factors: d.factors },
  ACTIVATE_PLAN: { lead: v.actor.person, members: list(v.actor.person) },
  CHOOSE_CHANNEL: {
    channel: 'peoplesMediation',
    procedure: 'people_mediation',
    platform: 'community',
    members: namedAgain,
  },
  HAND_TO_MEDIATION: { members: namedAgain },
  REOPEN: { members: namedAgain },
  NOTICE_RIGHTS: {
    parties: pluck(
      d.parties,
      (p) => p.id,
      (p) => isNecessary(p),
    ),
    mediators: d.mediators,
    version: v.param.rightsNotice,
    openness: 'closed',
  },
  ACCEPT_MEDIATOR: { mediators: d.mediators },
  DECLARE_CONFLICT: { mediator: v.actor.person, relation: 'none' },
  SCHEDULE_SESSION: { mediators: list(v.actor.person), presiding: v.actor.person, mode: 'assigned', kind: 'joint' },
  OPEN_SESSION: {
    present: pluck(
      d.parties,
      (p) => object({ party: p.id }),
      (p) => isNecessary(p),
    ),
    openness: 'closed',
  },
  LEAVE: { members: signed },
  TERMINATE: { members: signed },
  REDRAFT: { members: signed },
  ADD_PARTY: { members: signed },
  MEMBER_OUT: { members: signed },
  CONTINUE_REST: {
    by: theNecessary(),
    released: pluck(
      d.parties,
      (p) => p.id,
      (p) => eq(p.will, 'refused'),
    ),
  },
  DRAFT_AGREEMENT: { form: 'written' },
  RECORD_ORAL: { form: 'oral', reachedOn: today, members: theNecessary() },
  SIGN: { signedOn: today, kind: 'signature' },
  MEDIATOR_SIGN: { signedOn: today },
  SEAL: { sealedOn: today, kind: 'committeeSeal' },
  APPLY_CONFIRMATION: {
    applicants: theNecessary(),
    appliedOn: today,
    form: 'written',
    papers: ['agreement', 'mediation_proof', 'identity'],
  },
  JUDGMENT: {
    members: openObligations('pending', 'standing', 'contingent', 'overdue', 'enforcing'),
    inForceOn: today,
  },
  OBJECTION_DECIDED: { members: openObligations('enforcing') },
  APPLY_ENFORCEMENT: { obligationIds: openObligations('overdue'), appliedOn: today },
  ENFORCEMENT_ENDED: { obligationIds: openObligations('enforcing') },
  PERFORM: { performedOn: today },
  VISIT: { parties: theNecessary(), visitor: v.actor.person, method: 'visit', members: namedAgain },
  WAIVE_VISIT: {
    parties: pluck(
      d.parties,
      (p) => p.id,
      (p) => all(isNecessary(p), not(isIn(p.visited, ['reached', 'waived']))),
    ),
  },
  CLOSE_CASE: { closedOn: today },
};
