/** The warning region: levels, their plan and what each start ends (`dispute.md` §5 R1–R5, §10). */
import {
  all,
  any,
  type BaseRegion,
  cancel,
  eq,
  has,
  iff,
  isIn,
  not,
  notify,
  plain,
  produce,
  put,
  type Row,
  set,
  signal,
} from '@fengqiao/core';
import { levelTexts } from './data.ts';
import { staff } from './roles.ts';
import { d, given } from './rows/common.ts';
import { planTerms, statusTerms } from './terms.ts';
import { v } from './words.ts';

const leaders = ['coordinator', 'communitySecretary', 'streetLeader'] as const;
type Level = 'unrated' | 'blue' | 'yellow' | 'red';
const levels: Level[] = ['unrated', 'blue', 'yellow', 'red'];

/** Rows of the warning have states of their own; their words are those of the chart. */
const row = (
  id: string,
  on: string,
  part: { from: Level[]; to?: Level; by: readonly string[]; when?: any; rules?: string[]; do?: any },
): Row =>
  plain<Row>({
    id,
    on,
    ...part,
    by: [...part.by],
    do: typeof part.do === 'function' ? part.do(v.event(on as any)) : part.do,
  });

/** When it happened: as stated, else now. */
const incidentAt = (e: any) => given(e.incidentAt, v.at.now);

const rates = (['blue', 'yellow', 'red'] as const).map((to) =>
  row(`R1.${to}`, 'RATE', {
    from: levels,
    to,
    by: leaders,
    when: all(eq(v.stage, 'triage'), eq(v.event('RATE').level, to)),
    rules: ['levelReasoned'],
  }),
);
const raises = (['blue', 'yellow', 'red'] as const).map((to) =>
  row(`R2.${to}`, 'RAISE_WARNING', {
    from: ['unrated', 'blue', 'yellow', 'red'],
    to,
    by: [...staff, 'streetLeader', 'gridWorker', 'communityPoliceOfficer'],
    when: eq(v.event('RAISE_WARNING').level, to),
    rules: ['levelHigher'],
    do: (e: any) => [
      set(d.lastIncidentAt, incidentAt(e)),
      put('DL-FQ-LOWER', { from: incidentAt(e) }),
      produce('warning-assessment', { with: { level: to, raised: true } }),
      ...(to === 'red' ? [notify('redSet', { role: 'topLeader' })] : []),
      notify('raised', { role: 'coordinator' }),
      signal('raised', { level: to }),
    ],
  }),
);
const lowers = (['blue', 'yellow', 'red'] as const).map((to) =>
  row(`R3.${to}`, 'LOWER_WARNING', {
    from: ['unrated', 'blue', 'yellow', 'red'],
    to,
    by: ['communitySecretary', 'streetLeader'],
    when: eq(v.event('LOWER_WARNING').level, to),
    rules: ['levelLower', 'lowerable'],
    do: [cancel(['DL-FQ-TEAM-RED', ...statusTerms]), signal('lowered', { level: to })],
  }),
);
export const warning: BaseRegion = {
  zh: '三色预警',
  en: 'warning level',
  initial: 'unrated',
  states: Object.fromEntries(levels.map((level) => [level, { zh: levelTexts[level][0], en: levelTexts[level][1] }])),
  rows: [
    ...rates,
    ...raises,
    ...lowers,
    row('R4', 'ACTIVATE_PLAN', {
      from: ['blue', 'yellow', 'red'],
      by: leaders,
      when: any(eq(v.stage, 'plan'), eq(d.planState, 'pending')),
      rules: ['planMatchesLevel', 'leadHoldsRank'],
      do: (e: any) => [
        set(d.planState, 'current'),
        set(d.planId, e.planId),
        set(d.lead, e.lead),
        set(d.team, e.members),
        produce('plan-order', { with: { plan: e.planId, lead: e.lead } }),
        cancel([...planTerms, ...statusTerms]),
        iff(eq(v.state('warning'), 'red'), [cancel('DL-FQ-TEAM-RED')]),
        iff(not(isIn(v.stage, ['followUp', 'archive'])), [
          ...(['blue', 'yellow', 'red'] as const).map((level, i) =>
            iff(eq(v.state('warning'), level), [put(statusTerms[i]!)]),
          ),
        ]),
      ],
    }),
    row('R5', 'SET_FACTORS', {
      from: levels,
      by: [...staff, 'gridWorker', 'communityPoliceOfficer'],
      do: (e: any) => [
        set(d.factors, e.factors),
        iff(has(e.incidentAt), [set(d.lastIncidentAt, e.incidentAt), put('DL-FQ-LOWER', { from: e.incidentAt })]),
        signal('assessed'),
      ],
    }),
    ...(['blue', 'yellow', 'red'] as const).map((to) =>
      row(`C1.${to}`, 'OPEN_CHILD', {
        from: ['unrated'],
        to,
        by: ['coordinator', 'committeeChair', 'mediator', 'clock', 'applicant', 'respondent', 'thirdParty'],
        when: eq(v.event('OPEN_CHILD').level as any, to),
      }),
    ),
  ],
};
