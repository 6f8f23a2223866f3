/** Plays the library chart: one subject, acts in order, as tests need them. */
import { chinaCalendar } from '../../calendar/index.ts';
import type { Subject } from '../../chart/subject.ts';
import type { Composed } from '../../compose/index.ts';
import type { Act, Answers } from '../../engine/act.ts';
import { carried } from '../../engine/carried.ts';
import { type Accepted, decide, type Refused } from '../../engine/decide.ts';
import type { Entry } from '../../engine/envelope.ts';
import type { Json } from '../../language/expressions.ts';

export interface Move {
  role?: string;
  payload?: { [key: string]: Json };
  at?: string;
  answers?: Answers;
  occurredOn?: string;
  behalf?: string[];
  evidence?: Json;
  number?: string;
}
export interface Game {
  definition: Composed;
  subject: Subject | undefined;
  entries: Entry[];
  bytes: string[];
  /** Sends an event; the subject moves only when it is accepted. */
  send(type: string, move?: Move): Accepted | Refused;
  /** Sends an event that must be accepted. */
  must(type: string, move?: Move): Accepted;
}

export const calendar = chinaCalendar();
export const cardOk: Answers = { 'cardValid{"card":"c1"}': true };
export const copies = (...kinds: ('regular' | 'rare')[]): Json =>
  kinds.map((kind, at) => ({ id: `b${at + 1}`, title: '书', kind }));

/** A game on a definition. Moments are Beijing days: `2026-11-24` or an instant in UTC. */
export function play(definition: Composed): Game {
  let n = 0;
  const game: Game = {
    definition,
    subject: undefined,
    entries: [],
    bytes: [],
    send(type, move = {}) {
      n += 1;
      const now = move.at ?? game.subject?.at ?? '2026-11-24T01:00:00Z';
      const act: Act = {
        eventId: `e${n}`,
        type,
        payload: move.payload ?? {},
        actor: {
          person: 'p1',
          post: 'post1',
          role: move.role ?? 'librarian',
          unit: 'u1',
          ...(move.behalf && { behalf: move.behalf }),
          ...(move.evidence !== undefined && { evidence: move.evidence }),
        },
        ...(move.occurredOn && { occurredOn: move.occurredOn }),
      };
      const decided = decide({
        definition,
        calendar,
        subject: game.subject,
        identity: { district: 'd', kind: definition.chart, id: 's1' },
        act,
        answers: move.answers ?? cardOk,
        moment: { now, today: calendar.dayOf(now) },
        ...(move.number !== undefined && { number: { series: 'loan', value: move.number } }),
      });
      if (decided.ok) {
        game.subject = carried(game.subject, decided.subject, decided.entry);
        game.entries.push(decided.entry);
        game.bytes.push(decided.bytes);
      }
      return decided;
    },
    must(type, move) {
      const decided = game.send(type, move);
      if (!decided.ok) throw new Error(`${type}: ${JSON.stringify(decided, null, 1)}`);
      return decided;
    },
  };
  return game;
}
