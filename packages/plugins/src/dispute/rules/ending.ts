/** Rules of ending and extending a mediation (`dispute.md` §6). */
import { all, any, type Cond, covers, eq, every, has, isIn, lt, not, some } from '@fengqiao/core';
import { theNecessary } from '../necessary.ts';
import { extendable } from '../terms.ts';
import { v } from '../words.ts';
import { d, guard, procedureField, procedureIs, runsInMediation, termIs, yes } from './common.ts';
import { param } from './params.ts';
import { endingTerms } from './when.ts';

const terminate = v.event('TERMINATE');
const extend = v.event('EXTEND');
const pausedFor = (ground: string): Cond => some(d.pauses, (x) => eq(x.ground, ground as any));
const reasonIs = (code: string): Cond => eq(terminate.reason, code as any);
const asks = (code: string, need: Cond): Cond => any(not(reasonIs(code)), need);
const official = isIn(v.actor.role, ['judge', 'arbitrator', 'departmentOfficer', 'courtLiaison', 'coordinator']);
const byRole = (role: string, own: Cond): Cond => all(eq(v.actor.role, role), own);
const ofCourt = procedureIs('litigation', 'administrative_litigation');
const ofTribunal = eq(procedureField<string>(d.procedure, 'group'), 'arbitration');
const ofBody = eq(procedureField<string>(d.procedure, 'channel'), 'administrative');

export const ending = {
  ownText: guard({
    zh: '只能终止（更正）本机关的文书',
    en: 'only a text of the own procedure may be ended or corrected',
    law: ['R-CM-11', 'R-AD-03'],
    why: [
      '法官、仲裁员、行政机关承办人只能终止或者更正在其本程序中形成的文书，不能代替调委会终止人民调解',
      "judge, arbitrator and officer end or correct only a text made in their own procedure; they do not end people's mediation in the committee's place",
    ],
    cures: [],
    need: any(
      not(official),
      all(
        isIn(v.stage, ['agreement.drafting', 'agreement.signing']),
        any(
          byRole('judge', ofCourt),
          byRole('arbitrator', ofTribunal),
          byRole('departmentOfficer', ofBody),
          byRole('courtLiaison', any(ofCourt, ofTribunal)),
          byRole('coordinator', any(ofCourt, ofTribunal, ofBody)),
        ),
      ),
    ),
  }),
  terminationReasoned: guard({
    zh: '终止理由不成立',
    en: 'the reason for ending does not hold',
    law: ['R-PM-31', 'R-CM-12', 'R-CM-13'],
    why: [
      '终止须有法定情形：期限届满的期限须已过，当事人死亡的须无人承继，行为能力存疑、涉嫌虚假调解的须先中止',
      'an end needs a ground that is there: the limit is over, nobody succeeds the party that died, and for doubtful capacity or suspected sham the mediation was first suspended',
    ],
    cures: ['PAUSE', 'TERMINATE', 'END_CASE'],
    need: all(
      not(reasonIs('agreement')),
      asks('time_limit', termIs([...endingTerms, 'DL-PM-MEDIATE', 'DL-PM-LABOUR'], ['expired'])),
      asks(
        'party_died',
        every(d.parties, (p) => not(has(p.succeededBy))),
      ),
      asks('capacity', pausedFor('capacity_doubt')),
      asks('false_mediation', pausedFor('sham_suspected')),
    ),
  }),
  extensionAgreed: guard({
    zh: '延期未经各方同意',
    en: 'the extension was not agreed by all',
    law: ['R-PR-05', 'R-PR-06', 'R-MD-02', 'R-CM-06', 'R-CM-07'],
    why: [
      '延长调解期限须在调解终结前由各方（医疗纠纷并由调委会）约定新的期限，且不超过规定次数',
      'before the mediation ends all parties (in a medical case the committee too) agree on a later day, within the number of extensions allowed',
    ],
    cures: ['EXTEND'],
    need: all(
      covers(extend.by, theNecessary()),
      any(not(eq(d.disputeType, 'medical')), yes(extend.committeeAgrees)),
      has(extend.document),
      has(extend.reason),
      isIn(extend.term, extendable as any),
      some(v.terms, (t) =>
        all(
          eq((t as any).id, extend.term),
          isIn((t as any).status, ['running', 'paused', 'expired']),
          lt((t as any).due, extend.newDue),
        ),
      ),
      lt(d.extensions, param.extensionLimit),
    ),
  }),
  runsInMediation: guard({
    zh: '本程序不回到调解',
    en: 'this procedure does not go back to mediation',
    law: [],
    why: [
      '行政、司法程序中的文书不成，回到该程序，而不是人民调解',
      'when a text of an authority or court fails the case goes back to that procedure, not to mediation',
    ],
    cures: ['TERMINATE'],
    need: runsInMediation,
  }),
};
