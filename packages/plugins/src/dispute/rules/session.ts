/** Rules of a session: who is there, how it is held, and its record (`dispute.md` §6). */
import { all, any, type Cond, covers, eq, every, filter, has, includes, isIn, not, or, some } from '@fengqiao/core';
import { everyNecessary, isNecessary, partyWith, theNecessary } from '../necessary.ts';
import { v } from '../words.ts';
import { courtAnnexed, coversDay, d, fullCapacity, guard, listOf, no, specialGroup, yes } from './common.ts';

const opening = v.event('OPEN_SESSION');
const closing = v.event('CLOSE_SESSION');
/** The session that is about to be opened. */
const scheduled = (of: (s: any) => Cond): Cond => some(d.sessions, (s) => all(eq(s.state, 'scheduled'), of(s)));
const kindIs = (kind: 'joint' | 'separate'): Cond => scheduled((s) => eq(s.kind, kind));
const someoneFrom = (side: 'applicant' | 'respondent'): Cond =>
  some(opening.present, (x) => partyWith(x.party, (p) => all(isNecessary(p), eq(p.side, side))));
/** The session that is recorded: the one named, or the running one. */
const recordedSession = filter(d.sessions, (s) =>
  any(
    all(has(closing.session), eq(s.id, closing.session as any)),
    all(not(has(closing.session)), eq(s.state, 'running')),
  ),
);
const everyAttendant = (of: (id: any) => Cond): Cond =>
  all(
    has(recordedSession),
    every(recordedSession, (s) => every(s.present as any, (id) => of(id))),
  );
/** Nobody without full capacity, and no group that always calls for a report (R-PS-03). */
const nobodyWithoutCapacity = all(
  not(specialGroup('minor')),
  not(specialGroup('severe_mental_disorder')),
  everyNecessary((p) => fullCapacity(p, v.at.on)),
);

export const session = {
  attendanceSuffices: guard({
    zh: '到场人不足',
    en: 'not enough of the parties are there',
    law: ['R-PM-17', 'R-PT-04'],
    why: [
      '共同调解须双方都有人到场，分别调解须有当事人到场；代理人须有当日有效的授权',
      'a joint session needs somebody of each side, a separate one some party; an agent needs powers that cover the day',
    ],
    cures: ['CANCEL_SESSION'],
    need: all(
      any(
        all(kindIs('joint'), someoneFrom('applicant'), someoneFrom('respondent')),
        all(
          kindIs('separate'),
          some(opening.present, (x) => partyWith(x.party, (p) => isNecessary(p))),
        ),
      ),
      every(opening.present, (x) =>
        any(
          not(has(x.agent)),
          partyWith(x.party, (p) =>
            any(
              some(p.agents, (a) => all(eq(a.id, or(x.agent, '-')), has(a.document), coversDay(a, v.at.on))),
              some(listOf(p.representatives), (r) => eq((r as any).id, or(x.agent, '-'))),
            ),
          ),
        ),
      ),
    ),
  }),
  helpersConsented: guard({
    zh: '邀请人员未经各方同意',
    en: 'a helper was not agreed by every party',
    law: ['R-PM-15'],
    why: [
      '邀请亲属、邻里、专家等参与，须征得各方当事人同意',
      'relatives, neighbours and experts are invited with the consent of the parties',
    ],
    cures: ['OPEN_SESSION'],
    need: every(listOf(opening.helpers), (h) => covers((h as any).consents, theNecessary())),
  }),
  opennessAllowed: guard({
    zh: '不得公开调解',
    en: 'this mediation may not be open',
    law: ['R-PM-20', 'R-MD-06', 'R-CM-09'],
    why: [
      '公开调解须各方同意且不涉及隐私、商业秘密；医疗纠纷、法院委派委托的调解不公开',
      'an open session needs the consent of all and neither privacy nor trade secrets; medical and court-annexed mediation is closed',
    ],
    cures: ['OPEN_SESSION'],
    need: any(
      eq(opening.openness, 'closed'),
      all(
        no(opening.privacy),
        not(eq(d.disputeType, 'medical')),
        not(courtAnnexed),
        everyNecessary((p) => includes(listOf(opening.opennessAgreed), p.id)),
      ),
    ),
  }),
  protectionArranged: guard({
    zh: '家暴案件须分开调解并保护',
    en: 'with domestic violence: separate sessions and protection',
    law: ['R-PS-03'],
    why: [
      '涉家庭暴力的须分开调解、对住址保密；受害人无或者限制民事行为能力的，须先向公安机关报案',
      'with domestic violence the parties are heard apart and the address stays hidden; abuse of a person without full capacity is first reported to the police',
    ],
    cures: ['CANCEL_SESSION', 'REPORT_POLICE'],
    need: any(
      not(specialGroup('dv_victim')),
      all(
        any(kindIs('separate'), yes(opening.protection.bothConsent)),
        yes(opening.protection.addressHidden),
        any(nobodyWithoutCapacity, eq(d.policeReport, 'done')),
      ),
    ),
  }),
  courtClockStarted: guard({
    zh: '未签收法院材料',
    en: "the court's papers were not signed for",
    law: ['R-CM-06', 'R-CM-07', 'R-CM-08'],
    why: [
      '委派、委托调解的期限自调解组织签收法院材料（线上自确认）之日起算，未签收不得开始',
      'the time of a court-annexed mediation runs from the day the papers are signed for, or confirmed online; before that it does not begin',
    ],
    cures: ['RECORD_FACT'],
    need: any(
      not(courtAnnexed),
      some(d.recorded, (r) => isIn(r.fact, ['court_materials_signed_for', 'online_assignment_confirmed'])),
    ),
  }),
  onlineReady: guard({
    zh: '线上调解准备未完成',
    en: 'the online session is not prepared',
    law: ['R-CM-15'],
    why: [
      '线上调解前须核验身份、告知虚假调解的后果、填写送达地址确认书',
      'before an online session identities are checked, the warning of sham mediation is given and the address forms are filled in',
    ],
    cures: ['OPEN_SESSION'],
    need: any(
      not(scheduled((s) => eq(s.location, 'online'))),
      all(yes(opening.online.identityChecked), yes(opening.online.warned), yes(opening.online.addressForms)),
    ),
  }),
  recordSigned: guard({
    zh: '调解记录未签名',
    en: 'the record is not signed',
    law: ['R-PM-24'],
    why: [
      '调解记录由到场当事人、调解员、记录人签名，拒绝签名的须注明',
      'parties present, mediator and recorder sign the record; a refusal to sign is noted in it',
    ],
    cures: ['CLOSE_SESSION'],
    need: all(
      yes(closing.mediatorSigned),
      yes(closing.recorderSigned),
      has(closing.minutes),
      everyAttendant((id) => some(closing.signatures, (x) => eq(or(x.party, '-'), id))),
    ),
  }),
  everyAttendantHeard: guard({
    zh: '有当事人未陈述',
    en: 'a party present has made no statement',
    law: ['R-PM-17'],
    why: [
      '到场的每一方都应当有机会陈述，记录在案后方可起草协议',
      'each party present is heard and its statement recorded before an agreement is drafted',
    ],
    cures: ['CLOSE_SESSION'],
    need: everyAttendant((id) => some(closing.statements, (x) => eq(x.party, id))),
  }),
};
