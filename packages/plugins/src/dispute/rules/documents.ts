/**
 * What the file must hold by the way in which the case ended (`documents.md`, `dispute.md` §13): each need is a fact
 * with its words, so that a refusal names the paper; the table says which outcome needs what.
 */
import {
  all,
  any,
  type Cond,
  count,
  eq,
  every,
  fact,
  filter,
  has,
  includes,
  isIn,
  le,
  not,
  or,
  some,
  type Text,
} from '@fengqiao/core';
import { everyNecessary, isNecessary, someNecessary } from '../necessary.ts';
import { v } from '../words.ts';
import { boundBy, d, hasVersion, listOf, materialOf, someObligation, termIs, versionNo, yes } from './common.ts';

const produced = (code: string): Cond => some(v.documents, (x) => eq(x.code, code));
const producedFor = (code: string, party: any): Cond =>
  some(v.documents, (x) => all(eq(x.code, code), eq(or(x.party, '-'), party)));
const attended = (id: any): Cond =>
  some(d.sessions, (s) => all(isIn(s.state, ['running', 'recorded', 'left']), includes(listOf(s.present), id)));
const began = yes(d.mediationBegan);
const everInForce: Cond = some(d.versions, (x) => isIn(x.state, ['force', 'replaced']));
const oral = (x: any): Cond => isIn(x.form, ['oral', 'immediate'] as any);

type Need = Text & { is: Cond };
export const documentNeeds = {
  paperRegister: {
    zh: '有申请书或者受理登记表',
    en: 'application or acceptance register',
    is: any(produced('application'), produced('acceptance-register')),
  },
  paperRights: {
    zh: '参加过调解的当事人都有权利义务告知书，未参加的有卷内说明',
    en: 'rights notice of every party that attended, a file note on one that did not',
    is: any(
      not(began),
      every(d.parties, (p) =>
        any(
          all(not(isNecessary(p)), not(attended(p.id))),
          producedFor('rights-notice', p.id),
          all(not(attended(p.id)), materialOf(['file-note'], p.id)),
        ),
      ),
    ),
  },
  paperSessions: {
    zh: '每场调解都有记录',
    en: 'every session is recorded',
    is: all(
      every(d.sessions, (s) => not(isIn(s.state, ['running', 'left']))),
      le(
        count(filter(d.sessions, (s) => eq(s.state, 'recorded'))),
        count(filter(v.documents, (x) => eq(x.code, 'mediation-record'))),
      ),
    ),
  },
  paperIdentity: {
    zh: '有各方身份证明（口头协议除外）',
    en: 'identity of every party, but for an oral agreement',
    is: any(
      not(hasVersion('force', (x) => not(oral(x)))),
      everyNecessary((p) =>
        any(
          has(p.idNumber),
          has(p.uscc),
          isIn(p.kind, ['group', 'government_body']),
          materialOf(['id_copy', 'identity'], p.id),
        ),
      ),
    ),
  },
  paperAgreement: {
    zh: '有协议书或者口头协议登记表',
    en: 'agreement, or the form of an oral one',
    is: any(
      all(hasVersion('force', oral), produced('oral-agreement')),
      all(
        hasVersion('force', (x) => not(oral(x))),
        produced('agreement'),
      ),
    ),
  },
  paperSealed: {
    zh: '协议已盖章（口头协议登记表也须盖章）',
    en: 'the agreement is sealed, the oral form too',
    is: hasVersion('force', (x) => any(has(x.sealedOn), has(x.letterOn))),
  },
  paperConfirmation: {
    zh: '经确认的，有申请书、受理通知、裁定书和送达回证',
    en: 'when confirmed: application, acceptance, ruling and proofs of service',
    is: any(
      not(hasVersion('force', (x) => eq(x.confirmation, 'confirmed'))),
      all(
        produced('confirmation-application'),
        produced('court-acceptance'),
        produced('court-confirm-ruling'),
        every(boundBy(versionNo('force')), (id) => producedFor('service-receipt', id)),
      ),
    ),
  },
  paperTermination: {
    zh: '有终止调解通知书',
    en: 'termination notice',
    is: produced('termination-notice'),
  },
  paperTerminationIfBegun: {
    zh: '进入过调解而未达成协议的，有终止调解通知书',
    en: 'termination notice, where mediation began and came to nothing',
    is: any(not(began), everInForce, produced('termination-notice')),
  },
  paperFollowUp: {
    zh: '有回访记录或者免予回访的理由',
    en: 'follow-up record, or the reason why it was waived',
    is: any(
      produced('followup-record'),
      some(d.parties, (p) => eq(p.visited, 'waived')),
      not(someNecessary(() => all())),
    ),
  },
  paperGroup: {
    zh: '群体有推选证明',
    en: 'election sheet of every group',
    is: everyNecessary((p) => any(not(eq(p.kind, 'group')), has(p.electionSheet))),
  },
  paperNonAcceptance: {
    zh: '有不予受理告知书',
    en: 'notice of non-acceptance',
    is: produced('non-acceptance'),
  },
  paperTransfer: { zh: '有移送函', en: 'transfer letter', is: produced('transfer-letter') },
  paperOriginal: {
    zh: '写明并入的原案',
    en: 'the original case is named',
    is: some(d.links, (x) => eq(x.kind, 'mergedInto')),
  },
  paperDecision: {
    zh: '有决定、答复或者裁判文书',
    en: 'the decision, reply, judgment or award',
    is: has(d.papersInForce),
  },
  paperPerformance: {
    zh: '文书确定的义务已履行的有履行凭证',
    en: 'proof of performance of what the decision orders',
    is: any(
      not(someObligation((o) => all(eq(o.version, 0), eq(o.state, 'performed'), eq(o.immediate, false)))),
      produced('performance-receipt'),
      produced('enforcement-application'),
    ),
  },
  paperEnforcement: {
    zh: '申请过执行的，有申请书和结案文书',
    en: 'when enforced: the application and the paper that ended it',
    is: any(
      not(termIs(['DL-EN-NOTICE', 'DL-EN-HIGHER'], ['running', 'paused', 'expired', 'ended'])),
      all(produced('enforcement-application'), not(someObligation((o) => eq(o.state, 'enforcing')))),
    ),
  },
} satisfies { [need: string]: Need };
type NeedId = keyof typeof documentNeeds;

const always = ['paperSessions', 'paperGroup'] as const satisfies readonly NeedId[];
const ended = [...always, 'paperRegister', 'paperRights', 'paperFollowUp'] as const satisfies readonly NeedId[];
/** Needs by outcome. Cover, index and back are made by the archiving itself. */
export const documentSets: { [outcome: string]: readonly NeedId[] } = {
  settled: [...ended, 'paperIdentity', 'paperAgreement', 'paperSealed', 'paperConfirmation', 'paperEnforcement'],
  failed: [...ended, 'paperTermination'],
  reconciled: [...ended, 'paperTerminationIfBegun'],
  withdrawn: [...ended, 'paperTerminationIfBegun'],
  not_accepted: [...always, 'paperRegister', 'paperNonAcceptance'],
  transferred: [...ended, 'paperTransfer', 'paperTerminationIfBegun'],
  merged: [...always, 'paperRegister', 'paperOriginal', 'paperFollowUp'],
  decided: [...ended, 'paperDecision', 'paperPerformance', 'paperTerminationIfBegun'],
  adjudicated: [...ended, 'paperDecision', 'paperPerformance', 'paperEnforcement', 'paperTerminationIfBegun'],
};
/** Everything that the outcome of the case needs is there. */
export const documentsPresent: Cond = all(
  has(d.outcome),
  ...Object.entries(documentSets).map(([outcome, needs]) =>
    any(not(eq(or(d.outcome as any, 'none'), outcome as any)), all(...needs.map((need) => fact(need)))),
  ),
);
