/** The clock region: grounds on which limits rest (`dispute.md` §5 R6, R7). */
import {
  all,
  append,
  type BaseRegion,
  eq,
  first,
  has,
  iff,
  lookup,
  not,
  notify,
  patch,
  pause,
  plain,
  pluck,
  type Row,
  resume,
  some,
} from '@fengqiao/core';
import { d, given, nextId } from './rows/common.ts';
import { v } from './words.ts';

const by = ['mediator', 'committeeChair', 'courtLiaison', 'departmentOfficer'];
const [pausing, resuming] = [v.event('PAUSE'), v.event('RESUME')];
const otherOpen = some(d.pauses, (p) => all(not(has(p.to)), not(eq(p.id, resuming.pauseId))));
const ground = first(
  pluck(
    d.pauses,
    (p) => p.ground,
    (p) => eq(p.id, resuming.pauseId),
  ),
) as any;

const resumes = (id: string, to: 'running' | undefined, when?: any): Row =>
  plain<Row>({
    id,
    on: 'RESUME',
    from: ['paused'],
    to,
    by,
    when,
    rules: ['pauseOpen'],
    do: [
      patch(
        d.pauses,
        (p) => eq(p.id, resuming.pauseId),
        () => ({ to: resuming.to }),
      ),
      resume(ground),
    ],
  });

export const clock: BaseRegion = {
  zh: '计时',
  en: 'clock',
  initial: 'running',
  states: { running: { zh: '计时', en: 'running' }, paused: { zh: '中止计时', en: 'paused' } },
  rows: [
    plain<Row>({
      id: 'R6',
      on: 'PAUSE',
      from: ['running', 'paused'],
      to: 'paused',
      by,
      rules: ['pauseGrounded'],
      do: [
        append(d.pauses, {
          id: nextId('z', d.pauses),
          ground: pausing.ground,
          from: pausing.from,
          stopsSteps: lookup('pauseGrounds', pausing.ground, 'stopsSteps'),
        }),
        pause(given(pausing.terms, lookup('pauseGrounds', pausing.ground, 'pauses')), pausing.ground),
        iff(eq(pausing.ground, 'sham_suspected'), [notify('shamSuspected', { role: 'courtLiaison' })]),
      ],
    }),
    resumes('R7.still', undefined, otherOpen),
    resumes('R7', 'running'),
  ],
};
