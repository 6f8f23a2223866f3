/** Walks a dispute through `decide` on the calendar of China, with the outside answered as a test district would. */
import {
  type Accepted,
  type Act,
  type Answers,
  askKey,
  type Composed,
  chinaCalendar,
  compose,
  decide,
  type Json,
  type Question,
  type Subject,
} from '@fengqiao/core';
import { disputeChart } from '../index.ts';

export type Payload = { [key: string]: Json };
export interface Act1 {
  by: string;
  event: string;
  with?: Payload | ((walk: Walk) => Payload);
  /** Whose act it is, where somebody enters it for others. */
  behalf?: string[];
  /** Person that acts, where not the one of the role. */
  person?: string;
  /** Civil day on which the act happens. */
  on?: string;
}
export type Outcome =
  | { ok: true; stage: string; made: Accepted }
  | { ok: false; code: string; rules: string[]; said: string };

const made = compose(disputeChart, [], { id: 'base', params: {} });
export const findings = made.findings;
export const composed: Composed = made.composed;
export const calendar = chinaCalendar({ zone: 'Asia/Shanghai' });

/** What the outside answers: everybody is fit and competent, unless the walk says otherwise. */
const outside: { [ask: string]: (args: Payload) => Json } = {
  inJurisdiction: () => true,
  unitKind: () => 'committee',
  unitCompetent: () => true,
  onRoster: () => true,
  onCourtRoster: () => true,
  holdsRole: ({ person, role }) => people[String(role)] === person,
  rankOf: ({ person }) => ({ mediator1: 0, chair1: 1, secretary1: 2, leader1: 3 })[String(person)] ?? -1,
  capacityOf: () => 'full',
  underFourteen: () => false,
  electedFromMembers: () => true,
  agentOpposes: () => false,
  originalFits: () => 'fits',
  linkedWaiting: () => 0,
  courtCandidates: () => [
    { court: 'court1', basis: 'organisation_place' },
    { court: 'court1', basis: 'inviting_court' },
  ],
  enforcementCourtFits: () => true,
  penaltyWords: () => false,
};
const people: { [role: string]: string } = {
  mediator: 'mediator1',
  committeeChair: 'chair1',
  communitySecretary: 'secretary1',
  streetLeader: 'leader1',
};

/** Decides until nothing is asked any more, with the answers of the test district. */
export function answering<T extends { ok: boolean }>(decideWith: (answers: Answers) => T): T {
  const answers: Answers = {};
  for (;;) {
    const decided = decideWith(answers);
    const asked = ((decided as unknown as { questions?: Question[] }).questions ?? []).filter(
      (question) => !(askKey(question.ask, question.with) in answers),
    );
    if (decided.ok || !asked.length) return decided;
    for (const question of asked) answers[askKey(question.ask, question.with)] = outside[question.ask]!(question.with);
  }
}

export class Walk {
  subject: Subject | undefined;
  today: string;
  last: Accepted | undefined;
  private n = 0;
  private answers: typeof outside;

  constructor(today = '2026-03-02', answers: Partial<typeof outside> = {}) {
    this.today = today;
    this.answers = { ...outside, ...answers } as typeof outside;
  }

  get stage(): string {
    return this.subject?.state.stage ?? 'none';
  }
  get data(): any {
    return this.subject?.data;
  }
  running(id: string, key?: string) {
    return this.subject?.terms.find(
      (term) => term.id === id && term.status === 'running' && (key === undefined || term.key === key),
    );
  }

  /** Decides an act; answers are asked for and given until it is decided. */
  act({ by, event, with: payload = {}, behalf, person, on }: Act1): Outcome {
    if (on && on > this.today) this.today = on;
    this.n += 1;
    const minute = String(this.n % 60).padStart(2, '0');
    const hour = String(8 + Math.floor(this.n / 60)).padStart(2, '0');
    const act: Act = {
      eventId: `00000000-0000-7000-8000-${String(this.n).padStart(12, '0')}`,
      type: event,
      payload: typeof payload === 'function' ? payload(this) : payload,
      actor: {
        person: person ?? people[by] ?? `${by}1`,
        post: `${by}-post`,
        role: by,
        unit: 'unit1',
        ...(behalf && { behalf, evidence: 'paper' }),
      },
      ...(on && on < this.today && { occurredOn: on }),
    };
    const answers: Answers = {};
    const numbered = composed.events[event]?.number;
    for (;;) {
      const decided = decide({
        definition: composed,
        calendar,
        subject: this.subject,
        identity: { district: 'test', kind: 'dispute', id: 'D' },
        act,
        answers,
        moment: { now: `${this.today}T${hour}:${minute}:00.000000Z`, today: this.today },
        ...(numbered && { number: { series: numbered.series, value: `（2026）测调字第${this.n}号` } }),
      });
      if (decided.ok) {
        this.subject = decided.subject;
        this.last = decided;
        return { ok: true, stage: this.stage, made: decided };
      }
      const asked: Question[] = ((decided as { questions?: Question[] }).questions ?? []).filter(
        (question) => !(askKey(question.ask, question.with) in answers),
      );
      if (!asked.length) {
        const rules = decided.reasons.flatMap((reason) =>
          reason.rule && !/^[TRC]\d/.test(reason.rule) ? [reason.rule] : [],
        );
        const said = decided.reasons
          .map((reason) => `${reason.path ?? reason.rule ?? ''} ${reason.text.zh}`)
          .join('; ');
        return { ok: false, code: decided.code, rules, said };
      }
      for (const question of asked)
        answers[askKey(question.ask, question.with)] = this.answers[question.ask]!(question.with);
    }
  }

  /** An act that must be taken; the reasons are thrown where it is not. */
  must(act: Act1): Accepted {
    const outcome = this.act(act);
    if (!outcome.ok)
      throw new Error(`${act.by} ${act.event} at ${this.stage}: ${outcome.code} ${outcome.rules} ${outcome.said}`);
    return outcome.made;
  }

  /** The clock fires a running term on its last day. */
  expire(id: string, key = ''): Act1 {
    const term = this.running(id, key) ?? this.running(id);
    if (!term) throw new Error(`${id} ${key} does not run`);
    const day = term.due.slice(0, 10);
    return {
      by: 'clock',
      event: 'TERM_EXPIRED',
      with: { termId: id, key: term.key, token: term.token },
      on: day > this.today ? day : this.today,
    };
  }
}
