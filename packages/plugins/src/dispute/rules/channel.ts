/** Rules of the choice of channel, of authorities and of courts (`dispute.md` §6). */
import { all, any, covers, eq, has, includes, isIn, not, or, pluck } from '@fengqiao/core';
import { everyNecessary, onEachSide, theNecessary } from '../necessary.ts';
import { nextInstanceTerms } from '../terms.ts';
import { v } from '../words.ts';
import { d, guard, listOf, procedureField, procedureIs, runs, someObligation, yes } from './common.ts';
import { matter, open } from './procedures.ts';

const choose = v.event('CHOOSE_CHANNEL');
const hand = v.event('HAND_TO_MEDIATION');
const settle = v.event('ADMIN_SETTLE').settlement;
const next = v.event('NEXT_INSTANCE');
/** Nobody necessary has clearly refused, but for those who consent now. */
const noneRefuses = (consents: any) => everyNecessary((p) => any(not(eq(p.will, 'refused')), includes(consents, p.id)));

export const channel = {
  procedureInChannel: guard({
    zh: '程序与调处方式不符',
    en: 'the procedure does not belong to the channel',
    law: [],
    why: ['每个程序只属于一种调处方式', 'each procedure belongs to one channel'],
    cures: ['CHOOSE_CHANNEL'],
    need: eq(procedureField<string>(choose.procedure, 'channel'), choose.channel),
  }),
  procedureOpen: guard({
    zh: '该程序目前不可用',
    en: 'this procedure is not open now',
    law: [
      'R-CM-02',
      'R-CM-11',
      'R-LB-04',
      'R-AD-04',
      'R-AD-05',
      'R-AD-08',
      'R-AD-10',
      'R-AD-11',
      'R-AR-01',
      'R-AR-02',
      'R-AR-03',
      'R-TR-01',
      'R-TR-02',
      'R-TR-03',
      'R-PE-01',
    ],
    why: [
      '有的程序须有前置：劳动争议先仲裁，部分行政行为先复议，权属争议先由政府处理，委派、委托须有法院材料，交警调解须在期限内共同申请',
      'some procedures come after another: labour arbitration before suit, reconsideration of some acts, the government on land title, the court’s letter for a delegated mediation, a joint application in time to the traffic police',
    ],
    cures: ['CHOOSE_CHANNEL', 'NEXT_INSTANCE', 'RECORD_FACT', 'ADD_MATERIAL'],
    need: open(choose),
    needOn: { NEXT_INSTANCE: open({ procedure: next.procedure }) },
  }),
  civilMatter: guard({
    zh: '不属民间纠纷，不得人民调解',
    en: "not a civil dispute: no people's mediation",
    law: ['R-PM-01', 'R-AD-01', 'R-PS-04'],
    why: [
      '人民调解只解决民间纠纷；行政争议、刑事责任不得调解，民行交叉的先分案',
      "people's mediation is for civil disputes: an authority's act and criminal liability are not mediated, a mixed case is split first",
    ],
    cures: ['SPLIT', 'CHOOSE_CHANNEL'],
    need: all(eq(matter, 'civil'), not(eq(d.disputeType, 'administrative_dispute'))),
  }),
  noClearRefusal: guard({
    zh: '一方明确拒绝调解',
    en: 'a party clearly refuses mediation',
    law: ['R-PM-10', 'R-CM-01'],
    why: [
      '当事人一方明确拒绝调解的，不得调解；多方的，其余当事人可以商定继续',
      'where a party clearly refuses there is no mediation; among several, the rest may agree to go on',
    ],
    cures: ['CONSENT', 'CONTINUE_REST'],
    need: noneRefuses([]),
    needOn: {
      CHOOSE_CHANNEL: noneRefuses(pluck(listOf(choose.consents), (c) => c.party)),
      HAND_TO_MEDIATION: noneRefuses(hand.consents),
    },
  }),
  bothSides: guard({
    zh: '一方已无当事人',
    en: 'one side has no party any more',
    law: ['R-PT-07'],
    why: [
      '调解须双方都有当事人，一方全部退出就无从达成协议',
      'there are two sides to every mediation; with nobody on one of them no agreement can be made',
    ],
    cures: ['ADD_PARTY', 'CONSENT', 'END_CASE', 'TERMINATE'],
    need: onEachSide(),
  }),
  unitCompetent: guard({
    zh: '非主管单位',
    en: 'not the competent unit',
    law: ['R-AD-12'],
    why: [
      '按职责清单确定主管单位，交给不主管的单位只会被退回',
      'the duty list says which unit is competent; another one would only send the case back',
    ],
    cures: ['CHOOSE_CHANNEL'],
    need: all(
      has(choose.unit),
      eq(
        v.ask.unitCompetent({
          unit: choose.unit,
          procedure: choose.procedure,
          disputeType: d.disputeType,
          gridCode: d.gridCode,
        }),
        true,
      ),
    ),
  }),
  obligationLeft: guard({
    zh: '没有待履行义务',
    en: 'there is no obligation',
    law: [],
    why: ['没有任何义务就没有可以恢复的履行', 'without an obligation there is no performance to go back to'],
    cures: [],
    need: someObligation((o) => not(eq(o.state, 'replaced'))),
  }),
  instanceInTime: guard({
    zh: '已过下一程序期限',
    en: 'the limit of the next instance is over',
    law: ['R-LM-05', 'R-LB-10', 'R-PE-03'],
    why: [
      '决定、裁决作出后，复查、复核、起诉有期限，逾期不再受理；程序进行中不受此限',
      'after a decision or award the review or suit must be taken in time; while the procedure is still open no such limit runs',
    ],
    cures: ['ASK_RESTORATION'],
    need: any(isIn(v.stage, ['administrative.handling', 'judicial.hearing']), runs(...nextInstanceTerms)),
  }),
  delegationAgreed: guard({
    zh: '当事人不同意委派（委托）调解',
    en: 'a party does not agree to court-annexed mediation',
    law: ['R-CM-01', 'R-CM-02'],
    why: [
      '委派、委托调解须经各方当事人同意，拒绝的由法院直接立案或者恢复审理',
      'the court hands a case to mediation only with the consent of the parties; otherwise filing or trial goes on',
    ],
    cures: ['FILE_SUIT', 'JUDGMENT'],
    need: covers(hand.consents, theNecessary()),
  }),
  lettersAllowed: guard({
    zh: '该案不得调解',
    en: 'this case may not be settled by mediation',
    law: ['R-AD-03', 'R-AD-07', 'R-PE-04'],
    why: [
      '行政诉讼只有赔偿、补偿和裁量权案件可以调解；复议、信访中的调解须合法、自愿，并在裁量范围内',
      'an administrative suit is settled only on compensation or discretion; in reconsideration and petition a settlement is lawful, voluntary and within discretion',
    ],
    cures: ['ADMIN_DECIDE', 'JUDGMENT'],
    need: all(
      any(
        not(procedureIs('administrative_litigation')),
        isIn(or(settle.subject, 'other'), ['compensation', 'discretion']),
      ),
      any(
        not(procedureIs('administrative_reconsideration', 'petition')),
        all(
          yes(settle.lawful),
          yes(settle.voluntary),
          isIn(or(settle.subject, 'other'), ['compensation', 'discretion']),
        ),
      ),
    ),
  }),
  notMediationOnly: guard({
    zh: '调解程序不得作出决定',
    en: 'a procedure of mediation makes no decision',
    law: ['R-AD-05', 'R-AD-12', 'R-PS-01'],
    why: [
      '行政调解、治安调解只促成协议，不作决定；不成的，终结并告知途径',
      'administrative and public-order mediation bring about a settlement and never decide; if there is none they end and the routes are told',
    ],
    cures: ['ADMIN_SETTLE', 'ADMIN_END'],
    need: not(procedureIs('administrative_mediation', 'police_mediation')),
  }),
  suitPendingNow: guard({
    zh: '没有正在审理的案件',
    en: 'no suit is pending',
    law: ['R-CM-11'],
    why: [
      '法院、仲裁机构只能在其受理的案件中出具调解书',
      'a court or tribunal issues a letter only in a case that it has accepted',
    ],
    cures: [],
    need: eq(d.suitPending, true),
  }),
};
