/** Which procedure is open to a dispute (`dispute.md` §6 `procedureOpen`): one condition for each, over a chosen procedure. */
import { all, any, type Cond, eq, every, has, isIn, mentions, named, not, type Op, or, some } from '@fengqiao/core';
import { d, hasVersion, materialOf, procedureIs, runs } from './common.ts';

export const matter: Op<'civil' | 'administrative' | 'mixed' | 'criminal'> = named('matter');
const typeIs = (...codes: string[]): Cond => isIn(d.disputeType, codes as any);
const subtypeSays = (...words: string[]): Cond => mentions(or(d.subtype, ''), words);
export const recorded = (...facts: string[]): Cond => some(d.recorded, (r) => isIn(r.fact, facts as any));
const paper = (...kinds: string[]): Cond => some(d.papersInForce, (x) => isIn(x.kind, kinds as any));
const ofAuthority = paper('decision', 'adjudication', 'order', 'reply');

/** A suit on wages alone needs no arbitration before it (R-LB-04): a mediation agreement on wages, or a wage IOU. */
export const wageException: Cond = any(
  all(
    subtypeSays('欠薪'),
    hasVersion('force', (x) => every(x.clauses, (c) => eq(c.kind, 'payment'))),
  ),
  materialOf(['wage_iou']),
);
/** Acts that go to reconsideration before any suit (R-AD-04). */
const reconsiderationFirst = subtypeSays('当场处罚', '自然资源', '未履行法定职责', '不履行职责', '信息公开');
const reconsidered = any(
  recorded('reconsideration_decision_received'),
  all(procedureIs('administrative_reconsideration'), ofAuthority),
);
const arbitrable = not(
  typeIs('marriage_family', 'labour', 'administrative_dispute', 'forest_land', 'land_demolition', 'village_affairs'),
);
const landTitle = all(typeIs('forest_land'), subtypeSays('权属'));
const governmentFirst = any(not(landTitle), paper('decision', 'adjudication'));

/** Something for the parties to mediate elsewhere while a court has the suit: only what the court entrusts (R-CM-11). */
const mediationElsewhere = [
  'people_mediation',
  'court_delegated',
  'administrative_mediation',
  'police_mediation',
  'commercial_mediation',
];

interface Chosen {
  procedure: Op<any>;
  arbitrationAgreement?: Op<unknown>;
  joint?: Op<boolean | undefined>;
}
/** Each named procedure asks its own condition; a procedure that is not named asks none. */
export function open(e: Chosen): Cond {
  const asks = (codes: string[], need: Cond): Cond => any(not(isIn(e.procedure, codes as any)), need);
  const agreed = any(
    ...(e.arbitrationAgreement ? [has(e.arbitrationAgreement)] : []),
    materialOf(['arbitration_agreement']),
  );
  return all(
    asks(['court_delegated'], all(eq(d.source, 'court_pre_filing'), any(has(d.handedOverBy), has(d.courtCaseNo)))),
    asks(['court_entrusted'], eq(d.suitPending, true)),
    asks(mediationElsewhere, eq(d.suitPending, false)),
    asks(
      ['litigation'],
      all(
        isIn(matter, ['civil', 'mixed']),
        any(not(typeIs('labour')), paper('award'), recorded('award_received'), wageException),
        governmentFirst,
      ),
    ),
    asks(['labour_arbitration'], typeIs('labour')),
    asks(['commercial_arbitration'], all(agreed, arbitrable, eq(d.suitPending, false))),
    asks(['rural_land_arbitration'], all(typeIs('forest_land'), not(landTitle), not(subtypeSays('征收')))),
    asks(['administrative_litigation'], all(aboutAct, any(not(reconsiderationFirst), reconsidered))),
    asks(['administrative_reconsideration'], aboutAct),
    asks(
      ['administrative_mediation'],
      any(
        not(typeIs('traffic_accident')),
        all(...(e.joint ? [eq(or(e.joint, false), true)] : []), runs('DL-PM-TRAFFIC-SWITCH', 'DL-AD-TRAFFIC-APPLY')),
      ),
    ),
    asks(
      ['petition'],
      all(
        eq(d.suitPending, false),
        not(runs('DL-AD-RECON', 'DL-AD-SUE', 'DL-AD-SUE-AFTER')),
        not(paper('judgment', 'award')),
      ),
    ),
  );
}
/** An act of an authority is contested; an authority's mediation of a civil dispute is none (R-AD-05, R-AD-08). */
const aboutAct: Cond = any(
  isIn(matter, ['administrative', 'mixed']),
  all(ofAuthority, not(procedureIs('administrative_mediation', 'police_mediation'))),
);
/** An arbitration agreement bars the suit: the court sends the plaintiff to arbitration; shown, never a refusal (R-AR-02). */
export const suitBarred: Cond = materialOf(['arbitration_agreement']);
