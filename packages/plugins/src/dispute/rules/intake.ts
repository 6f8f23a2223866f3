/** Rules of registration, acceptance and declining (`dispute.md` §6). */
import { all, any, count, eq, every, has, implies, isIn, le, lookup, named, not, or, some } from '@fengqiao/core';
import { everyNecessary, someNecessary } from '../necessary.ts';
import { v } from '../words.ts';
import { d, guard, materialOf, no, yes } from './common.ts';
import { param } from './params.ts';

const open = v.event('OPEN');
const accept = v.event('ACCEPT');
const decline = v.event('DECLINE');
const end = v.event('END_CASE');
const material = v.event('ADD_MATERIAL');
/** Kinds of material that are sensitive whatever the sender says (R-PI-04). */
const sensitiveKinds = ['health', 'medical_record', 'bank_account', 'fingerprint', 'biometric'];

const matter = named<string>('matter');
/** Nobody else has accepted or resolved it; or that body handed it over, with its document kept (R-PR-03, R-PM-11). */
const notHandledElsewhere = any(
  has(d.handedOverBy),
  has(d.courtCaseNo),
  all(
    no(accept.handledElsewhere),
    eq(d.suitPending, false),
    not(some(d.otherRoutes, (r) => eq(r.accepted, true))),
    not(eq(lookup<string>('caseSources', d.source, 'group'), 'entrusted')),
  ),
);
const routesNamed = (routes: typeof decline.nextAuthority) =>
  all(
    has(routes),
    every(routes, (r) => has(r.dueDate)),
  );
const risky = isIn(d.proposedLevel, ['yellow', 'red']);

export const intake = {
  privacyNotified: guard({
    zh: '尚未告知个人信息处理事项',
    en: 'the notice on personal information was not acknowledged',
    law: ['R-PI-02', 'R-PI-03'],
    why: [
      '收集个人信息前，须向本人告知处理者、目的、方式、种类、保存期限和权利；由他人提供的，首次联系时告知',
      'before data is collected its owner is told by whom, why and how it is used; one whose data others gave is told at first contact',
    ],
    cures: ['OPEN'],
    need: all(
      eq(open.noticeVersion, param.privacyNotice),
      every(open.parties, (p) => any(not(has(p.noticeVersion)), eq(p.noticeVersion, param.privacyNotice))),
    ),
  }),
  sensitiveConsented: guard({
    zh: '敏感个人信息未取得单独同意',
    en: 'no separate consent for sensitive information',
    law: ['R-PI-04'],
    why: [
      '健康、账户、生物识别以及不满十四周岁未成年人的信息，须有单独同意（未成年人由父母或监护人同意）',
      'health, accounts, biometrics and data of children under fourteen need a consent of their own, the parents’ for a child',
    ],
    cures: ['ADD_MATERIAL'],
    need: any(
      yes(material.separateConsent),
      eq(material.kind, 'consent-personal-info'),
      materialOf(['consent-personal-info'], or(material.party, '-')),
      all(
        no(material.sensitive),
        not(isIn(material.kind, sensitiveKinds)),
        any(not(has(material.party)), eq(v.ask.underFourteen({ party: material.party, on: v.at.on }), false)),
      ),
    ),
  }),
  partiesIdentified: guard({
    zh: '当事人信息不完整',
    en: 'the parties are not fully identified',
    law: ['R-PM-26', 'R-PR-09'],
    why: [
      '不知道双方是谁、怎样联系、诉求是什么，就无法通知、签署和履行',
      'unless it is known who they are, how to reach them and what is asked, nobody can be invited, sign or perform',
    ],
    cures: ['SUPPLEMENT'],
    need: all(
      someNecessary((p) => eq(p.role, 'applicant')),
      someNecessary((p) => eq(p.role, 'respondent')),
      le(2, count(d.parties)),
      le(count(d.parties), 100),
      has(d.claims),
      has(d.involvedPersons),
      everyNecessary((p) => all(has(p.name), any(has(p.phone), has(p.address), eq(p.kind, 'group')))),
      everyNecessary((p) =>
        any(
          not(eq(p.kind, 'group')),
          all(
            any(has(p.members), all(has(p.memberCount), has(p.electionSheet))),
            isIn(p.role, ['applicant', 'respondent']),
            le(1, count(p.representatives)),
            le(count(p.representatives), 5),
            every(p.representatives, (r) => any(has(r.phone), has(r.address))),
          ),
        ),
      ),
    ),
  }),
  inJurisdiction: guard({
    zh: '不属本调委会管辖',
    en: 'not within the area of this committee',
    law: ['R-PR-02'],
    why: [
      '由当事人所在地、所在单位或者纠纷发生地的调委会受理；跨地区的共同调解，由其中一个牵头',
      'the committee of a party’s place or unit, or of the place of the dispute, takes it; across areas one of them leads',
    ],
    cures: ['REFER'],
    need: eq(v.ask.inJurisdiction({ committee: accept.committee, gridCode: d.gridCode }), true),
  }),
  mediable: guard({
    zh: '不属于人民调解受理范围',
    en: "not within what people's mediation may accept",
    law: ['R-PR-01', 'R-PR-03', 'R-AD-01', 'R-PM-01', 'R-PE-01'],
    why: [
      '只受理民事权利义务争议；专属专门机关、禁止调解的，或者其他机关已受理解决的，不受理，该机关移交的除外',
      'only civil rights and duties are taken up: not what a special authority decides, what may not be mediated, or what another body has unless it hands it over',
    ],
    cures: ['DECLINE', 'REFER', 'SPLIT'],
    need: all(
      no(accept.excluded),
      notHandledElsewhere,
      any(
        eq(matter, 'civil'),
        all(eq(matter, 'administrative'), isIn(v.ask.unitKind({ unit: accept.committee }), ['centre', 'authority'])),
      ),
    ),
  }),
  consentAtAcceptance: guard({
    zh: '医疗纠纷须双方申请或同意',
    en: 'a medical dispute needs the application or consent of both sides',
    law: ['R-MD-01'],
    why: [
      '医疗纠纷人民调解由双方共同申请；一方申请的，须征得另一方同意后方可受理',
      'both sides apply for medical mediation; where one applies, the other must agree before it is accepted',
    ],
    cures: ['CONSENT'],
    need: implies(
      eq(d.disputeType, 'medical'),
      all(
        everyNecessary((p) => any(eq(p.role, 'applicant'), eq(p.will, 'consented'))),
        everyNecessary((p) => not(eq(p.will, 'refused'))),
        someNecessary((p) => eq(p.side, 'respondent')),
      ),
    ),
  }),
  oneTrack: guard({
    zh: '同一医疗纠纷已由其他机关受理',
    en: 'another body has the same medical dispute',
    law: ['R-MD-04'],
    why: [
      '同一医疗纠纷，法院、卫生健康主管部门或者其他调解组织已受理的，不再受理；已受理的终止',
      'one medical dispute has one track: what a court, an authority or another mediation has is not accepted, and one accepted ends',
    ],
    cures: ['TERMINATE', 'DECLINE'],
    need: implies(
      eq(d.disputeType, 'medical'),
      all(eq(d.exclusiveTaken, false), eq(d.suitPending, false), not(some(d.otherRoutes, (r) => eq(r.accepted, true)))),
    ),
  }),
  nextAuthorityNamed: guard({
    zh: '须告知有权处理的机关及期限',
    en: 'name the authority to turn to, with its limit',
    law: ['R-PR-04', 'R-AD-01', 'R-LM-04'],
    why: [
      '不予受理或者终结的，须告知有权处理的机关、途径、期限和届满日；不属本会管辖的，告知应当受理的调委会',
      'who is turned away learns which authority may deal with it, by which route, within which limit and to which day; without jurisdiction also the right committee',
    ],
    cures: ['DECLINE', 'END_CASE'],
    need: all(
      routesNamed(decline.nextAuthority),
      any(
        not(eq(decline.reason, 'no_jurisdiction')),
        some(decline.nextAuthority, (r) => eq(r.route, 'people_mediation')),
      ),
    ),
    needOn: { END_CASE: routesNamed(end.nextAuthority) },
  }),
  handoverIfRisky: guard({
    zh: '有激化可能，须先稳控并立即移交',
    en: 'it may escalate: calm it and hand it over at once',
    law: ['R-PR-04'],
    why: [
      '随时可能激化的，不能一推了之，应当采取疏导措施后立即移交，并记录接收单位和时间',
      'what may escalate at any time is not simply sent away: it is calmed and handed over at once, and to whom and when is recorded',
    ],
    cures: ['DECLINE', 'END_CASE'],
    need: implies(risky, has(decline.handover)),
  }),
};
