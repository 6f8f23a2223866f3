/** The library chart on an engine, over either store; a clock that tests move; chance that is the same every time. */
import { createHash, randomUUID } from 'node:crypto';
import {
  type Act,
  type Actor,
  type Composed,
  chinaCalendar,
  compose,
  createEngine,
  createMemoryStore,
  type DistrictRuntime,
  type Engine,
  type EngineParts,
  type FactProvider,
  type Json,
  mintedId,
  type PluginDefinition,
  type Store,
  type Submission,
} from '@fengqiao/core';
import { libraryChart } from '../../packages/core/src/testing/library/index.ts';
import { createPostgresStore } from '../../packages/server/src/postgres/store.ts';
import { freshDatabase } from '../support/postgres.ts';

export interface TestStore extends Store {
  setReference(district: string, number: number): Promise<void>;
  personal(district: string, refs: string[]): Promise<Map<string, string>>;
}
export const stores: [string, () => Promise<TestStore>][] = [
  ['memory', async () => createMemoryStore() as TestStore],
  [
    'postgres',
    async () => {
      const { engine } = await freshDatabase();
      return createPostgresStore({ engine, keyFor: (district) => createHash('sha256').update(district).digest() });
    },
  ],
];

/** Moves only when it is told to. */
export function movedClock(start = '2026-03-02T01:00:00.000000Z') {
  let at = Date.parse(start);
  return {
    now: () => new Date(at).toISOString().replace('Z', '000Z'),
    set: (instant: string) => {
      at = Date.parse(instant);
    },
    pass: (ms: number) => {
      at += ms;
    },
  };
}

export const librarian: Actor = { person: 'p-li', post: 'post-li', role: 'librarian', unit: 'u-main' };
export const head: Actor = { person: 'p-he', post: 'post-he', role: 'head', unit: 'u-main' };
export const reader: Actor = { person: 'p-re', post: 'post-re', role: 'reader', unit: 'u-main' };

export function libraryDefinition(plugins: PluginDefinition[] = [], change: (chart: any) => void = () => {}): Composed {
  const chart = structuredClone(libraryChart) as any;
  change(chart);
  const { composed, findings } = compose(chart, plugins, { id: 'plain', params: {} });
  const faults = findings.filter((finding) => finding.level === 'error');
  if (faults.length) throw new Error(JSON.stringify(faults));
  return composed;
}

export interface Bench {
  engine: Engine;
  store: TestStore;
  clock: ReturnType<typeof movedClock>;
  district: DistrictRuntime & { reference: number };
  id(): string;
  act(type: string, payload?: { [key: string]: Json }, actor?: Actor, more?: Partial<Act>): Act;
  send(subject: string | undefined, ...acts: Act[]): ReturnType<Engine['submit']>;
  open(copies?: { title: string; kind: string }[]): Promise<string>;
  asked: { ask: string; with: unknown }[];
}

export interface BenchOptions {
  definitions?: { [kind: string]: Composed };
  provider?: (ask: string) => FactProvider | undefined;
  parts?: Partial<EngineParts>;
  holders?: DistrictRuntime['holders'];
  holds?: DistrictRuntime['holds'];
}

export function benchOn(store: TestStore, options: BenchOptions = {}): Bench {
  const definitions = options.definitions ?? { loan: libraryDefinition() };
  const clock = movedClock();
  const asked: Bench['asked'] = [];
  const valid: FactProvider = {
    id: 'cardValid',
    version: 1,
    answer: (args) => {
      asked.push({ ask: 'cardValid', with: args });
      return String(args.card).startsWith('C');
    },
  };
  const district: Bench['district'] = {
    id: `d-${randomUUID().slice(0, 8)}`,
    calendar: chinaCalendar(),
    reference: 0,
    current: (kind) => definitions[kind],
    byConduct: async (conduct) => Object.values(definitions).find((one) => one.conduct === conduct),
    provider: options.provider ?? ((ask) => (ask === 'cardValid' ? valid : undefined)),
    holders: options.holders ?? ((role) => (role === 'librarian' ? ['p-li'] : role === 'head' ? ['p-he'] : [])),
    ...(options.holds && { holds: options.holds }),
    unitName: () => ({ zh: '总馆', en: 'main' }),
  };
  let n = 0;
  const random = (bytes: number) => createHash('sha512').update(`${district.id} ${n++}`).digest().subarray(0, bytes);
  const engine = createEngine({
    store,
    clock,
    random,
    payloadKey: 'test',
    district: (id) => (id === district.id ? district : undefined),
    refresh: async (_id, number) => {
      district.reference = number;
    },
    ...options.parts,
  });
  const id = () => mintedId(clock.now(), random);
  const act: Bench['act'] = (type, payload = {}, actor = librarian, more = {}) => ({
    eventId: id(),
    type,
    payload,
    actor,
    ...more,
  });
  const send: Bench['send'] = (subject, ...acts) => {
    const submission: Submission = { district: district.id, kind: 'loan', acts, ...(subject && { subject }) };
    return engine.submit(submission);
  };
  return {
    engine,
    store,
    clock,
    district,
    id,
    act,
    send,
    asked,
    async open(copies = [{ title: '红楼梦', kind: 'regular' }]) {
      const done = await send(
        undefined,
        act('REQUEST', { reader: '周桂芬', card: 'C-1', copies: copies as unknown as Json }, reader),
      );
      if (!done.ok) throw new Error(JSON.stringify(done));
      return done.subject;
    },
  };
}
