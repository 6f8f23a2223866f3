/** The words of a chart with their types, and the builders that only accept those words. */
import type { z } from 'zod';
import { ask, json, type Op, type Ref, refTo } from './author.ts';
import type { AskDef, EventDef, MemberRow, Row, RuleDef, Schema } from './definition.ts';
import type { Cond, Update } from './expressions.ts';
import { schemaOf } from './forms.ts';
import type { Text } from './text.ts';

type Forms = Record<string, z.ZodObject>;
export interface EventWords<F extends z.ZodObject> extends Text {
  form: F;
  verb?: Text;
  correctable: EventDef['correctable'];
  internal?: true;
  opens?: true;
  occurredOn?: Text;
  prefill?: Record<string, unknown>;
  number?: { series: string; unit: unknown; format: Text };
}
export interface AskWords extends Text {
  version: number;
  args: z.ZodObject;
  gives: z.ZodType;
}
export interface ActorWords {
  role: string;
  part: string;
  unit: string;
  post: string;
  person: string;
  rank: number;
  /** Ids of the members for whom the actor acts; empty when the act is its own. */
  behalf: string[];
  evidence: string;
}
export interface TermInstance {
  id: string;
  key: string;
  kind: string;
  own: boolean;
  status: 'running' | 'paused' | 'expired' | 'ended';
  startedOn: string;
  due: string;
  party?: string;
}
export interface ProducedDocument {
  code: string;
  on: string;
  party?: string;
  version?: number;
}

/** Payload of an event plus what every rule may ask of the act itself. */
export type Payload<F> = Ref<F>;
type RowIn<E, R extends string, G extends string, S extends string> = {
  from: readonly S[];
  to?: S;
  by: readonly R[];
  when?: Cond | ((e: E) => Cond);
  rules?: readonly G[];
  do?: Update[] | ((e: E) => Update[]);
};

export interface Vocabulary<
  D,
  F extends Forms,
  R extends string,
  S extends string,
  A extends Record<string, AskWords>,
> {
  data: Ref<D>;
  actor: Ref<ActorWords>;
  /** Instant of recording, civil day of recording, civil day of the act. */
  at: Ref<{ now: string; today: string; on: string }>;
  param: Ref<any>;
  terms: Op<TermInstance[]>;
  documents: Op<ProducedDocument[]>;
  term(id: string): Ref<{ status: string; due: string; startedOn: string }>;
  state(region: string): Op<string>;
  stage: Op<S>;
  number(series: string): Op<string>;
  signalled: Ref<any>;
  event<E extends keyof F & string>(event: E): Ref<z.output<F[E]>>;
  ask: { [K in keyof A]: (args: Record<keyof z.output<A[K]['args']>, unknown>) => Op<z.output<A[K]['gives']>> };
  row<E extends keyof F & string>(id: string, on: E | readonly E[], row: RowIn<Ref<z.output<F[E]>>, R, any, S>): Row;
  auto(id: string, row: { from: readonly S[]; to: S; when: Cond; do?: Update[] }): Row;
  member<T>(
    id: string,
    on: readonly ((keyof F & string) | `@${string}`)[],
    row: {
      from: readonly string[];
      to: string;
      where: (it: Ref<T>, e: any) => Cond;
      with?: (it: Ref<T>, e: any) => Record<string, unknown>;
    },
  ): MemberRow;
  rule(rule: Omit<RuleDef, 'needOn'> & { needOn?: Partial<Record<keyof F & string, Cond>> }): RuleDef;
  forms: { [E in keyof F]: z.output<F[E]> };
}

/** Declares the words of a chart: the data of a subject, the events with their forms, roles, states and questions. */
export function vocabulary<
  D extends z.ZodObject,
  F extends Forms,
  R extends string,
  S extends string,
  A extends Record<string, AskWords>,
>(_: { data: D; forms: F; roles: readonly R[]; states: readonly S[]; asks: A }): Vocabulary<z.output<D>, F, R, S, A> {
  const event = refTo<any>('event');
  const got = (part: any) => (typeof part === 'function' ? part(event) : part);
  return {
    data: refTo('data'),
    actor: refTo('actor'),
    at: refTo('at'),
    param: refTo('param'),
    terms: refTo('terms'),
    documents: refTo('documents'),
    term: (id) => refTo(`term.${id}`),
    state: (region) => refTo(`state.${region}`),
    stage: refTo('state.stage') as any,
    number: (series) => refTo(`number.${series}`) as any,
    signalled: refTo('signal'),
    event: () => event as any,
    ask: new Proxy({}, { get: (_target, name) => (args: object) => ask(String(name), args) }) as any,
    row: (id, on, row) => {
      const events = typeof on === 'string' ? [on] : on;
      if (events.length !== 1) throw new Error(`${id}: one event a row`);
      return plain<Row>({
        id,
        on: events[0]! as string,
        from: [...row.from],
        to: row.to,
        by: [...row.by],
        when: got(row.when),
        rules: row.rules && ([...row.rules] as string[]),
        do: got(row.do),
      });
    },
    auto: (id, row) => plain({ id, on: 'auto', from: [...row.from], to: row.to, when: row.when, do: row.do }),
    member: (id, on, row) => {
      const it = refTo<any>('it') as any;
      const withFields = row.with?.(it, event);
      return plain({
        id,
        on: [...on] as string[],
        from: [...row.from],
        to: row.to,
        where: row.where(it, event),
        with: withFields && Object.fromEntries(Object.entries(withFields).map(([k, v]) => [k, json(v)])),
      });
    },
    rule: (rule) => plain(rule) as RuleDef,
    forms: null as any,
  };
}

/** JSON without undefined and without references: what a definition stores. */
export const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value));

/** The event table of a definition, from its words. */
export function eventsOf(words: Record<string, EventWords<z.ZodObject>>): Record<string, EventDef> {
  return Object.fromEntries(
    Object.entries(words).map(([id, word]) => [
      id,
      plain({
        ...word,
        verb: word.verb ?? { zh: word.zh, en: word.en },
        form: schemaOf(word.form),
        ...(word.prefill && {
          prefill: Object.fromEntries(Object.entries(word.prefill).map(([k, v]) => [k, json(v)])),
        }),
        ...(word.number && { number: { ...word.number, unit: json(word.number.unit) } }),
      }) as unknown as EventDef,
    ]),
  );
}
/** The question table of a definition, from its words. */
export function asksOf(words: Record<string, AskWords>): Record<string, AskDef> {
  return Object.fromEntries(
    Object.entries(words).map(([id, word]) => [
      id,
      {
        zh: word.zh,
        en: word.en,
        version: word.version,
        args: schemaOf(word.args) as Schema,
        gives: schemaOf(word.gives) as Schema,
      },
    ]),
  );
}
