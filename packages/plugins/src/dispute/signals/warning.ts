/** Signals of the warning: what is proposed from the factors, what a raise and a plan start (`dispute.md` §5, §10). */
import {
  all,
  any,
  cancel,
  eq,
  iff,
  isIn,
  max,
  not,
  notify,
  plain,
  put,
  type SignalDef,
  set,
  table,
  type Update,
} from '@fengqiao/core';
import { d } from '../rows/common.ts';
import { planTerms } from '../terms.ts';
import { hardRed, proposedLevel } from '../warning.ts';
import { v } from '../words.ts';

const s = v.signalled;
const level = v.state('warning');
const colours = ['blue', 'yellow', 'red'] as const;
const upper = { blue: 'BLUE', yellow: 'YELLOW', red: 'RED' } as const;
const notRunning = (term: string) => not(isIn(v.term(term).status, ['running', 'paused']));
const unlessFollowing = (updates: Update[]) => iff(not(isIn(v.stage, ['followUp', 'archive'])), updates);

/** The police must be told; the duty ends only with the report (R-PM-23, R-PS-03). */
export const policeDue = (): Update[] => [
  set(d.policeReport, 'due'),
  put('DL-PM-RED-REPORT'),
  notify('policeReportDue', { role: 'streetLeader' }),
  notify('policeReportDue', { role: 'communityPoliceOfficer' }),
];
/** The status term of the present level, where none runs. */
export const statusTerm = (of: any = level): Update[] =>
  colours.map((colour) =>
    iff(all(eq(of, colour), notRunning(`DL-FQ-STATUS-${upper[colour]}`)), [put(`DL-FQ-STATUS-${upper[colour]}`)]),
  );
/** A level is set: the plan of that level must start, the highest level is kept. */
export const levelSet = (to: any): Update[] => [
  set(d.planState, 'pending'),
  cancel(planTerms),
  ...colours.map((colour) => iff(eq(to, colour), [put(`DL-FQ-PLAN-${upper[colour]}`)])),
  set(
    d.highestLevel,
    table<any>(
      [
        [any(eq(to, 'red'), eq(d.highestLevel, 'red')), 'red'],
        [any(eq(to, 'yellow'), eq(d.highestLevel, 'yellow')), 'yellow'],
      ],
      'blue',
    ),
  ),
  iff(all(isIn(to, ['yellow', 'red']), eq(d.measure, 'none')), [set(d.measure, 'due')]),
  iff(eq(to, 'red'), [set(d.rung, max([d.rung, 2] as any) as any), unlessFollowing([put('DL-FQ-TEAM-RED')])]),
];

export const warningSignals: { [name: string]: SignalDef } = plain({
  assessed: {
    zh: '重新研判',
    en: 'the level is proposed anew',
    do: [set(d.proposedLevel, proposedLevel), iff(all(hardRed, eq(d.policeReport, 'none')), policeDue())],
  },
  raised: {
    zh: '预警调高',
    en: 'the warning is raised',
    do: [...levelSet(s.level), iff(eq(s.level, 'red'), policeDue())],
  },
  lowered: {
    zh: '预警调低',
    en: 'the warning is lowered',
    do: [
      iff(not(isIn(v.stage, ['followUp', 'archive'])), [
        ...colours.map((colour) => iff(eq(s.level, colour), [put(`DL-FQ-STATUS-${upper[colour]}`)])),
      ]),
      iff(eq(d.planState, 'pending'), [
        cancel(planTerms),
        ...colours.map((colour) => iff(eq(s.level, colour), [put(`DL-FQ-PLAN-${upper[colour]}`)])),
      ]),
    ],
  },
});
