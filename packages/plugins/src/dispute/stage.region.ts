/** The body: states of `dispute.md` §3 with what entering and leaving them does, and all rows of §4. */
import { type BaseRegion, cancel, eq, patch, plain, put, type StateDef, set, type Update } from '@fengqiao/core';
import { d } from './rows/common.ts';
import { stageRows } from './rows/index.ts';
import { statusTerm } from './signals/warning.ts';
import { type Stage, stages, stageTexts } from './states.ts';
import { endedByFollowUp } from './terms.ts';

/** A session that the case leaves unrecorded is marked: its record is still due (T47a). */
const sessionLeft: Update = patch(
  d.sessions,
  (s) => eq(s.state, 'running'),
  () => ({ state: 'left' }),
);
const sessionCalledOff: Update = patch(
  d.sessions,
  (s) => eq(s.state, 'scheduled'),
  () => ({ state: 'cancelled' }),
);
const parts: { [stage in Stage]?: Partial<StateDef> } = {
  channelChoice: { entry: [put('DL-FQ-CHOOSE'), ...statusTerm()], exit: [cancel('DL-FQ-CHOOSE')] },
  'mediation.scheduled': { exit: [sessionCalledOff] },
  'mediation.inSession': { exit: [sessionLeft] },
  'performance.overdue': { exit: [cancel('DL-PM-PERF-CHECK')] },
  followUp: { entry: [cancel(endedByFollowUp), put('DL-FQ-VISIT')], exit: [cancel('DL-FQ-VISIT')] },
  archive: { entry: [set(d.caseClosed, false)], exit: [cancel('DL-PM-ARCHIVE')] },
  archived: { final: true },
  // What waits here is told apart from what is merely possible.
  intake: { expects: { roles: ['registrar'], events: ['ACCEPT', 'SUPPLEMENT', 'DECLINE'] } },
  triage: { expects: { roles: ['coordinator'], events: ['RATE'] } },
  plan: { expects: { roles: ['coordinator'], events: ['ACTIVATE_PLAN'] } },
};
const expects: { [stage in Stage]?: StateDef['expects'] } = {
  channelChoice: { roles: ['coordinator'], events: ['CHOOSE_CHANNEL', 'RESUME_PERFORMANCE', 'END_CASE'] },
  'mediation.preparing': {
    roles: ['mediator'],
    events: ['NOTICE_RIGHTS', 'DECLARE_CONFLICT', 'SCHEDULE_SESSION', 'CONTINUE_REST'],
  },
  'mediation.scheduled': { roles: ['mediator'], events: ['NOTICE_RIGHTS', 'DECLARE_CONFLICT', 'OPEN_SESSION'] },
  'mediation.inSession': { roles: ['mediator'], events: ['CLOSE_SESSION'] },
  'administrative.accepting': {
    roles: ['departmentOfficer'],
    events: ['ADMIN_ACCEPT', 'ADMIN_ASK_SUPPLEMENT', 'ADMIN_DECLINE'],
  },
  'administrative.supplementing': { roles: ['applicant', 'coordinator'], events: ['ADMIN_SUPPLEMENT'] },
  'administrative.handling': { roles: ['departmentOfficer'], events: ['ADMIN_SETTLE', 'ADMIN_DECIDE', 'ADMIN_END'] },
  'judicial.filing': {
    roles: ['courtClerk', 'arbitrator'],
    events: ['FILE_SUIT', 'SUIT_NOT_ACCEPTED', 'HAND_TO_MEDIATION'],
  },
  'judicial.hearing': { roles: ['judge', 'arbitrator'], events: ['JUDGMENT', 'JUDICIAL_SETTLE', 'HAND_TO_MEDIATION'] },
  'agreement.drafting': { roles: ['mediator'], events: ['DRAFT_AGREEMENT', 'RECORD_ORAL'] },
  'agreement.signing': {
    roles: ['applicant', 'respondent', 'thirdParty', 'mediator', 'committeeChair'],
    events: ['SIGN', 'MEDIATOR_SIGN', 'SEAL', 'COURT_LETTER'],
  },
  'agreement.effective': {
    roles: ['applicant', 'respondent', 'mediator'],
    events: ['APPLY_CONFIRMATION', 'SKIP_CONFIRMATION', 'PERFORM'],
  },
  'confirmation.lodged': {
    roles: ['courtClerk'],
    events: ['COURT_ACCEPT', 'COURT_ASK_SUPPLEMENT', 'REFUSE_CONFIRMATION'],
  },
  'confirmation.supplementing': { roles: ['applicant', 'respondent'], events: ['SUPPLY'] },
  'confirmation.examining': { roles: ['judge'], events: ['CONFIRM', 'REFUSE_CONFIRMATION', 'END_CONFIRMATION'] },
  'performance.performing': { roles: ['mediator', 'applicant', 'respondent'], events: ['PERFORM', 'VISIT'] },
  'performance.overdue': { roles: ['mediator', 'applicant'], events: ['URGE', 'PERFORM', 'APPLY_ENFORCEMENT'] },
  'performance.enforcing': { roles: ['courtLiaison', 'judge'], events: ['ENFORCEMENT_ENDED'] },
  followUp: { roles: ['gridWorker', 'mediator', 'councilSecretary'], events: ['VISIT'] },
  archive: { roles: ['committeeChair', 'archivist', 'mediator'], events: ['CLOSE_CASE', 'SEAL', 'ARCHIVE'] },
  referred: { roles: ['coordinator', 'registrar'], events: ['REFERRAL_TAKEN', 'REFERRAL_RETURNED'] },
};

export const stage: BaseRegion = plain({
  zh: '办理环节',
  en: 'stage',
  initial: 'intake',
  states: Object.fromEntries(
    stages.map((name) => [
      name,
      { ...stageTexts[name], ...(expects[name] && { expects: expects[name] }), ...parts[name] },
    ]),
  ) as BaseRegion['states'],
  rows: stageRows,
});
