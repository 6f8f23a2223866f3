/** Values of the dispute chart with finite domains (`dispute.md` §8): what verification explores and pages show. */
import {
  all,
  any,
  type Cond,
  choose,
  eq,
  every,
  has,
  isIn,
  json,
  last,
  le,
  lookup,
  not,
  type Op,
  or,
  plain,
  pluck,
  type Ref,
  type Scalar,
  some,
  type Text,
  table,
} from '@fengqiao/core';
import * as codes from '../domain/index.ts';
import { levels, type Party, paperStates } from './data.ts';
import { everyNecessary, isNecessary, onEachSide, someNecessary } from './necessary.ts';
import { clear } from './rules/agreement.ts';
import {
  boundBy,
  d,
  hasVersion,
  openObligation,
  paperIn,
  runs,
  signedStates,
  someObligation,
  termIs,
  versionNo,
  yes,
} from './rules/common.ts';
import { documentsPresent } from './rules/documents.ts';
import { proposedLevel } from './warning.ts';
import { v } from './words.ts';

type Value = Text & { of: Op<any>; domain: Scalar[] };
const list = (items: readonly { code: string }[]) => items.map((item) => item.code);
const rows = (parts: readonly (readonly [Cond, string | number])[], otherwise: string | number): Op<any> =>
  table<any>(parts as any, otherwise);
const value = (zh: string, en: string, domain: Scalar[], of: Op<any>): Value => ({
  zh,
  en,
  domain,
  of: json(of),
});
/** None, some or all of the necessary parties. */
const share = (zh: string, en: string, of: (p: Ref<Party>) => Cond): Value =>
  value(
    zh,
    en,
    ['none', 'some', 'all'],
    rows(
      [
        [
          all(
            someNecessary(() => all()),
            everyNecessary(of),
          ),
          'all',
        ],
        [someNecessary(of), 'some'],
      ],
      'none',
    ),
  );
const someOr = (zh: string, en: string, is: Cond, word = 'some'): Value =>
  value(zh, en, ['none', word], rows([[is, word]], 'none'));
const coded = (zh: string, en: string, items: readonly { code: string }[], of: Op<any>): Value =>
  value(zh, en, ['none', ...list(items)], or(of, 'none' as any));

/** The text in question: the draft while there is one, else the version in force, else the present text (`dispute.md` §3). */
export const textInQuestion: Op<number> = table<any>(
  [
    [hasVersion('draft'), versionNo('draft')],
    [all(hasVersion('force'), not(isIn(v.stage, mediating()))), versionNo('force')],
  ],
  d.textNo as any,
);
function mediating() {
  return [
    'mediation.preparing',
    'mediation.scheduled',
    'mediation.inSession',
    'agreement.drafting',
    'agreement.signing',
  ] as const;
}
const allPapers = Object.keys(paperStates) as (keyof typeof paperStates)[];
const noticed = allPapers.filter((state) => state !== 'unnoticed');
/** A field of the draft, else of the version in force. */
const ofVersion = (field: string): Op<any> =>
  last(
    pluck(
      d.versions,
      (x: any) => x[field],
      (x) => eq(x.no, textInQuestion),
    ),
  ) as any;

/** Whom the dispute is about: an authority's act is none of the civil matters (R-PM-01, R-AD-13). */
const authority = (p: Ref<Party>): Cond => all(eq(p.kind, 'government_body'), eq(p.side, 'respondent'));
const matter = table<string>(
  [
    [isIn(d.matter, ['administrative', 'mixed', 'criminal']), d.matter],
    [eq(d.disputeType, 'administrative_dispute'), 'administrative'],
    [
      all(
        eq(d.disputeType, 'land_demolition'),
        someNecessary(authority),
        everyNecessary((p) => any(not(eq(p.side, 'respondent')), authority(p))),
      ),
      'administrative',
    ],
    [all(eq(d.disputeType, 'land_demolition'), someNecessary(authority)), 'mixed'],
  ],
  'civil',
);
const groups = (of: (p: Ref<Party>) => Cond): Cond =>
  some(d.parties, (p) => all(isNecessary(p), eq(p.kind, 'group'), of(p)));
const conflictIn = (waived: boolean): Cond =>
  some(d.declarations, (x) => all(not(eq(x.relation, 'none')), eq(x.waived, waived)));
const clauses = (of: (c: any) => Cond): Cond =>
  some(d.versions, (x) => all(eq(x.no, textInQuestion), some(x.clauses, of)));
const lastApplicants = last(
  pluck(
    d.applications,
    (a) => a.applicants,
    (a) => eq(a.open, true),
  ),
) as any;

export const values: { [value: string]: Text & { of: any; domain: Scalar[] } } = plain({
  matter: value('性质', 'matter', ['civil', 'administrative', 'mixed', 'criminal'], matter),
  proposedLevel: value('建议等级', 'proposed level', ['blue', 'yellow', 'red'], proposedLevel),
  level: value('预警等级', 'level', [...levels], v.state('warning')),
  consents: share('同意调解', 'consents', (p) => eq(p.will, 'consented')),
  notices: share('已告知权利义务', 'notices', (p) => paperIn(p.id, noticed, textInQuestion)),
  acceptances: share('已接受调解员', 'acceptances', (p) =>
    every(d.mediators, (m) => some(p.accepts, (x) => eq(x as any, m as any))),
  ),
  heard: share('已陈述', 'heard', (p) => eq(p.heard, true)),
  signatures: share('已签署', 'signatures', (p) => paperIn(p.id, signedStates, textInQuestion)),
  receipts: share('已签收', 'receipts', (p) => paperIn(p.id, ['served', 'objected'], textInQuestion)),
  visited: share('已回访', 'visited', (p) => isIn(p.visited, ['reached', 'waived'])),
  refusals: someOr(
    '拒绝',
    'refusals',
    some(d.parties, (p) => eq(p.will, 'refused')),
  ),
  leavers: someOr(
    '退出',
    'leavers',
    some(d.parties, (p) => eq(p.will, 'left')),
  ),
  sides: value('双方', 'sides', ['both', 'one'], choose<string>(onEachSide(), 'both', 'one')),
  groups: value(
    '群体',
    'groups',
    ['none', 'represented', 'unrepresented'],
    rows(
      [
        [
          groups((p) => any(not(has(p.representatives)), not(has(p.electionSheet)), not(yes(p.settleAuthority)))),
          'unrepresented',
        ],
        [groups(() => all()), 'represented'],
      ],
      'none',
    ),
  ),
  conflict: value(
    '回避',
    'conflict',
    ['none', 'waived', 'open'],
    rows(
      [
        [conflictIn(false), 'open'],
        [conflictIn(true), 'waived'],
      ],
      'none',
    ),
  ),
  version: value(
    '协议',
    'version',
    ['none', 'draft', 'force', 'draftAndForce'],
    rows(
      [
        [all(hasVersion('draft'), hasVersion('force')), 'draftAndForce'],
        [hasVersion('draft'), 'draft'],
        [hasVersion('force'), 'force'],
      ],
      'none',
    ),
  ),
  form: coded('协议形式', 'form', codes.agreementForms, ofVersion('form')),
  effectivenessRule: coded('生效规则', 'rule of effect', codes.effectivenessRules, ofVersion('effectivenessRule')),
  blockers: value(
    '确认障碍',
    'blockers',
    ['none', 'warn', 'block'],
    rows(
      [
        [clauses((c) => eq(lookup<boolean>('clauseKinds', c.kind, 'confirmable'), false)), 'block'],
        [clauses((c) => not(clear(c))), 'warn'],
      ],
      'none',
    ),
  ),
  window: value(
    '申请期限',
    'window',
    ['none', 'open', 'closed', 'restored'],
    rows(
      [
        [hasVersion('force', (x) => yes(x.restored)), 'restored'],
        [runs('DL-JC-APPLY'), 'open'],
        [termIs(['DL-JC-APPLY'], ['expired', 'ended']), 'closed'],
      ],
      'none',
    ),
  ),
  applicationBy: value(
    '确认申请人',
    'applied for by',
    ['none', 'some', 'all'],
    rows(
      [
        [
          all(
            has(lastApplicants),
            every(boundBy(versionNo('force')), (id) => some(lastApplicants, (x) => eq(x as any, id as any))),
          ),
          'all',
        ],
        [has(lastApplicants), 'some'],
      ],
      'none',
    ),
  ),
  confirmation: value(
    '司法确认',
    'confirmation',
    ['none', ...list(codes.confirmationOutcomes)],
    or(
      last(
        pluck(
          d.versions,
          (x) => x.confirmation,
          (x) => eq(x.no, textInQuestion),
        ),
      ) as any,
      'none' as any,
    ),
  ),
  title: coded('执行依据', 'title', codes.enforceableTitles, ofVersion('title')),
  objection: value(
    '异议',
    'objection',
    ['none', 'pending', 'dismissed', 'upheld'],
    or(last(pluck(d.objections, (x) => x.state)) as any, 'none' as any),
  ),
  obligations: value(
    '义务',
    'obligations',
    ['none', 'open', 'closed'],
    rows(
      [
        [openObligation, 'open'],
        [someObligation(() => all()), 'closed'],
      ],
      'none',
    ),
  ),
  channel: coded('调处方式', 'channel', codes.channels, d.channel),
  procedure: coded('程序', 'procedure', codes.procedures, d.procedure),
  planState: value('预案状态', 'plan', ['none', 'pending', 'current'], d.planState),
  policeReport: value('报告公安', 'police report', ['none', 'due', 'done'], d.policeReport),
  measure: value('防范措施', 'measure', ['none', 'due', 'recorded'], d.measure),
  paused: value(
    '中止',
    'paused',
    ['no', 'terms', 'steps'],
    rows(
      [
        [some(d.pauses, (x) => all(not(has(x.to)), eq(x.stopsSteps, true))), 'steps'],
        [some(d.pauses, (x) => not(has(x.to))), 'terms'],
      ],
      'no',
    ),
  ),
  attempts: value(
    '未联系上次数',
    'vain attempts',
    [0, 1, 2, 3],
    rows(
      [3, 2, 1].map((n) => [some(d.parties, (p) => le(n, p.attempts)), n] as const),
      0,
    ),
  ),
  documents: value(
    '卷宗',
    'documents',
    ['missing', 'complete'],
    choose<string>(documentsPresent, 'complete', 'missing'),
  ),
  ownDuties: someOr(
    '本单位期限',
    'own duties',
    some(v.terms, (t: any) => all(isIn(t.status, ['running', 'paused'] as any), eq(t.own, true))),
    'open',
  ),
  links: someOr(
    '等待的关联事项',
    'links',
    some(d.links, (x) => eq(x.waiting, true)),
    'open',
  ),
  outcome: coded('办结方式', 'outcome', codes.caseOutcomes, d.outcome),
  mediationResult: coded('调解结果', 'result of mediation', codes.mediationResults, d.mediationResult),
});
