/** Statutory invariants of the dispute (`dispute.md` §12), proved on every composed chart. Each is named and versioned. */
import { all, type Cond, type InvariantDef, plain } from '@fengqiao/core';
import { stageRows } from './rows/index.ts';
import { type GuardName, rules } from './rules/index.ts';
import { adm, conf, early, med, open, perf, type Stage, textStates } from './states.ts';

type Check = InvariantDef['check'];
const invariant = (id: string, zh: string, en: string, law: string[], check: Check): InvariantDef => ({
  id,
  version: 1,
  zh,
  en,
  law,
  check,
});
const need = (event: string, ...names: GuardName[]): Cond =>
  all(...names.map((name) => rules[name].needOn?.[event] ?? rules[name].need));
const beforeEffect = [...early, ...med, ...textStates] as Stage[];
const afterEffect = ['agreement.effective', ...conf, ...perf] as Stage[];
const planned = ['SCHEDULE_SESSION', 'OPEN_SESSION', 'DRAFT_AGREEMENT', 'RECORD_ORAL'];

const named: InvariantDef[] = [
  invariant(
    'leaveUntilBound',
    '协议生效前，任何当事人都可以随时拒绝或退出',
    'until the agreement takes effect every party may refuse or leave',
    ['R-PM-02', 'R-PM-10', 'R-PM-18', 'R-PM-31'],
    { offered: ['LEAVE', 'REFUSE'], in: beforeEffect, unconditional: true },
  ),
  invariant(
    'memberMayLeave',
    '协议生效前，群体成员可以退出群体',
    'until the agreement takes effect a member may leave its group',
    ['R-PM-18'],
    { offered: ['MEMBER_OUT'], in: [...early, ...med, ...textStates], unconditional: true },
  ),
  invariant(
    'boundAfterEffect',
    '协议生效后不得单方退出、撤回',
    'after effect nobody leaves or withdraws from the agreement',
    ['R-PM-30'],
    { neverOffered: ['LEAVE', 'REFUSE', 'WITHDRAW', 'UNSIGN', 'TERMINATE'], in: afterEffect },
  ),
  invariant(
    'noSessionWithoutWill',
    '未经各方同意、告知、接受调解员，不得开始调解',
    'no session without consents, notices, accepted mediators and both sides',
    ['R-PM-02', 'R-PM-13', 'R-PM-14', 'R-PM-18', 'R-PM-21'],
    {
      before: ['OPEN_SESSION'],
      need: need(
        'OPEN_SESSION',
        'everyConsented',
        'everyNoticed',
        'everyAcceptsMediators',
        'mediatorUnconflicted',
        'bothSides',
        'notSuspended',
      ),
    },
  ),
  invariant(
    'noDraftUnheard',
    '未听取各方陈述，不得形成书面协议',
    'no written agreement before all were heard',
    ['R-PM-10', 'R-PM-17'],
    { before: ['DRAFT_AGREEMENT'], need: need('DRAFT_AGREEMENT', 'everyHeard', 'bothSides', 'restWilling') },
  ),
  invariant(
    'noOralUnheard',
    '未听取各方陈述，不得形成口头协议',
    'no oral agreement before all were heard',
    ['R-PM-10', 'R-PM-17'],
    { before: ['RECORD_ORAL'], need: need('RECORD_ORAL', 'everyHeard', 'bothSides', 'restWilling') },
  ),
  invariant(
    'confirmOnlyEffective',
    '司法确认须就生效协议由各方共同在期限内申请',
    'confirmation is asked jointly, in time, of an agreement in effect',
    ['R-JC-01', 'R-JC-02', 'R-PM-34'],
    {
      before: ['APPLY_CONFIRMATION'],
      need: need('APPLY_CONFIRMATION', 'versionEffective', 'jointApplication', 'withinWindow'),
    },
  ),
  invariant(
    'entrustedNeverConfirmed',
    '委托调解不得申请司法确认',
    'an entrusted mediation is never confirmed',
    ['R-CM-11'],
    { before: ['APPLY_CONFIRMATION'], need: need('APPLY_CONFIRMATION', 'confirmableProcedure') },
  ),
  invariant(
    'letterOnlySigned',
    '各方签署后法院才出具调解书',
    "the court's letter follows every signature in a pending suit",
    ['R-CM-11'],
    { before: ['COURT_LETTER'], need: need('COURT_LETTER', 'everySigned', 'suitPendingNow') },
  ),
  invariant(
    'noLeaveAskedConfirmed',
    '撤回申请未决时不得裁定确认',
    'nothing is confirmed while a withdrawal waits for leave',
    ['R-JC-13'],
    { before: ['CONFIRM'], need: need('CONFIRM', 'noLeaveAsked', 'jointApplication') },
  ),
  invariant(
    'refusedByGround',
    '不予确认须有法定情形',
    'a refusal has a ground of the law',
    ['R-JC-09', 'R-JC-10', 'R-JC-18'],
    { before: ['REFUSE_CONFIRMATION'], need: need('REFUSE_CONFIRMATION', 'groundListed') },
  ),
  invariant(
    'noAppeal',
    '司法确认裁定没有上诉程序',
    'there is no appeal against a ruling on confirmation',
    ['R-JC-11'],
    { absent: ['APPEAL', '上诉'] },
  ),
  invariant('titleBeforeForce', '没有执行依据不得强制执行', 'no enforcement without a title', ['R-EN-04', 'R-JC-17'], {
    before: ['APPLY_ENFORCEMENT'],
    need: need('APPLY_ENFORCEMENT', 'enforceable'),
  }),
  invariant('titleBeforeResume', '没有执行依据不得恢复执行', 'no enforcement is resumed without a title', ['R-EN-04'], {
    before: ['RESUME_ENFORCEMENT'],
    need: need('RESUME_ENFORCEMENT', 'enforceable'),
  }),
  ...planned.map((event) =>
    invariant(
      `redNeedsPlan.${event}`,
      `预案未启动或未报告，不得办理（${event === 'OPEN_SESSION' ? '开始调解' : event === 'SCHEDULE_SESSION' ? '约定调解' : event === 'DRAFT_AGREEMENT' ? '起草协议' : '口头协议'}）`,
      `nothing is done (${event.toLowerCase()}) before the plan is current and the police report made`,
      ['R-PM-22', 'R-PM-23'],
      { before: [event], need: need(event, 'planCurrent') },
    ),
  ),
  invariant(
    'planNotForParties',
    '预案未启动不影响当事人的途径',
    'a pending plan never stands in the way of a party or another route',
    ['R-PM-04', 'R-PM-23'],
    { offered: ['GUIDE', 'OTHER_ROUTE'], in: [...open], unconditional: true },
  ),
  invariant(
    'routesOpen',
    '其他途径随时可走',
    'other routes stay open in every state',
    ['R-PM-04', 'R-MD-04', 'R-LM-05'],
    { offered: ['OTHER_ROUTE'], in: [...open] },
  ),
  invariant('reportAlways', '报告公安随时可办', 'the police report can always be made', ['R-PM-23', 'R-PS-03'], {
    offered: ['REPORT_POLICE'],
    in: [...open],
    unconditional: true,
  }),
  invariant('referOpen', '尚未生效的事项可以移送', 'what is not in force may be referred', ['R-PM-04'], {
    offered: ['REFER'],
    in: [...early, ...med, ...adm, 'judicial.filing', ...textStates],
  }),
  invariant(
    'endTells',
    '终结办理须告知途径与期限',
    'ending the case tells the other routes with their limits',
    ['R-PM-31', 'R-PR-04', 'R-LM-04'],
    { before: ['END_CASE'], need: need('END_CASE', 'nextAuthorityNamed') },
  ),
  invariant(
    'declineTells',
    '不予受理须告知有权处理的机关',
    'declining tells the authority in charge',
    ['R-PR-04', 'R-AD-01'],
    { before: ['DECLINE'], need: need('DECLINE', 'nextAuthorityNamed') },
  ),
  invariant(
    'nothingLeftOpen',
    '归档时没有未了事项',
    'nothing is open when the file is archived',
    ['R-PM-32', 'R-PM-37', 'R-JC-20'],
    {
      entering: ['archived'],
      need: need('ARCHIVE', 'caseClosed', 'documentsComplete', 'loopClosed', 'objectionLimitOver'),
    },
  ),
  invariant(
    'noFee',
    '人民调解和司法确认不收费',
    'people’s mediation and confirmation are free of charge',
    ['R-PM-05', 'R-JC-15', 'R-LB-11'],
    { absent: ['调解费', '手续费', '收费', '诉讼费'] },
  ),
  invariant('civilOnly', '民间纠纷才进入人民调解', 'only civil matters enter mediation', ['R-PM-01', 'R-AD-01'], {
    before: ['HAND_TO_MEDIATION'],
    need: need('HAND_TO_MEDIATION', 'civilMatter'),
  }),
];

/** Each use of a rule of law in the tables, pinned on its own: taking the rule from the row breaks the invariant of that name. */
function statutoryUses(): InvariantDef[] {
  const uses = new Map<GuardName, Set<string>>();
  for (const row of stageRows)
    for (const name of (row.rules ?? []) as GuardName[])
      if (rules[name].hard) uses.set(name, (uses.get(name) ?? new Set()).add(row.id));
  return [...uses].map(([name, rows]) => {
    const { zh, en, law } = rules[name];
    return invariant(`law.${name}`, `违反“${zh}”的办理不得进行`, `nothing is done against: ${en}`, law, {
      rows: [...rows].sort(),
      need: rules[name].need,
      needOn: rules[name].needOn ?? {},
    });
  });
}

export const invariants: InvariantDef[] = plain([...named, ...statutoryUses()]);
