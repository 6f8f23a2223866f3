/** The scenario tables of `dispute.md` §17 as data: each row is walked and compared. */
import { expect, test } from 'vitest';
import { type Act1, type Payload, Walk } from './walk.ts';

type Send = Omit<Act1, 'by' | 'event'>;
export interface Line {
  n: number;
  by: string;
  event: string;
  /** One act, or several of one kind. */
  acts?: Send[] | ((walk: Walk) => Send[]);
  with?: Act1['with'];
  behalf?: string[];
  on?: string;
  to: string;
  /** Names of the guards that refuse, exactly; or the code. */
  refused?: string[] | 'ROLE_NOT_ALLOWED' | 'WRONG_STATE';
}
export interface Scenario {
  id: string;
  title: string;
  given?: () => Walk;
  start?: string;
  lines: Line[];
}
/** The expiry of a running term, with the key of its instance. */
export const expires =
  (id: string, ...keys: string[]) =>
  (walk: Walk): Send[] =>
    (keys.length ? keys : ['']).map((key) => {
      const act = walk.expire(id, key);
      return { with: act.with as Payload, ...(act.on && { on: act.on }) };
    });

export function walkScenario(scenario: Scenario): void {
  test(`${scenario.id} ${scenario.title}`, () => {
    const walk = scenario.given?.() ?? new Walk(scenario.start);
    for (const line of scenario.lines) walkLine(walk, scenario.id, line);
  });
}

function walkLine(walk: Walk, id: string, line: Line): void {
  const place = `${id}.${line.n} ${line.by} ${line.event}`;
  const single: Send = {
    ...(line.with && { with: line.with }),
    ...(line.behalf && { behalf: line.behalf }),
    ...(line.on && { on: line.on }),
  };
  const sends = typeof line.acts === 'function' ? line.acts(walk) : (line.acts ?? [single]);
  const before = walk.subject;
  for (const send of sends) {
    const outcome = walk.act({ by: line.by, event: line.event, ...send });
    if (line.refused === undefined) {
      expect(outcome.ok ? '' : `${outcome.code} ${outcome.rules} ${outcome.said}`, place).toBe('');
      continue;
    }
    expect(outcome.ok, `${place} must be refused`).toBe(false);
    if (outcome.ok) continue;
    if (typeof line.refused === 'string') expect(outcome.code, place).toBe(line.refused);
    else expect([...outcome.rules].sort(), `${place}: ${outcome.said}`).toEqual([...line.refused].sort());
    expect(walk.subject, place).toBe(before);
  }
  expect(walk.stage, place).toBe(line.to);
}
