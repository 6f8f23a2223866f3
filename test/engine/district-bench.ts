/** The engine on PostgreSQL over the districts that come with the project, with the loop of due work. */
import { createHash, randomBytes } from 'node:crypto';
import { type Actor, createEngine, type Json, mintedId, type Subject } from '@fengqiao/core';
import { catalogue, providerFactories } from '../../packages/server/src/district/catalogue.ts';
import { EXAMPLES, openDistricts } from '../../packages/server/src/district/index.ts';
import type { District } from '../../packages/server/src/host/context.ts';
import { createPostgresStore, type PostgresStore } from '../../packages/server/src/postgres/store.ts';
import { createRunner, type MovedClock, movedClock, type Runner } from '../../packages/server/src/runner/index.ts';
import { freshDatabase } from '../support/postgres.ts';

export interface DistrictBench {
  store: PostgresStore;
  clock: MovedClock;
  runner: Runner;
  /** What the loop of due work told: nothing, when all goes well. */
  lines: string[];
  district(): District;
  /** The post of somebody who holds the role today for the subjects of a unit. */
  actorOf(role: string, unit: string): Actor;
  send(
    kind: string,
    subject: string | undefined,
    type: string,
    payload: Payload,
    actor: Actor,
  ): ReturnType<Runner['submit']>;
  subjectOf(id: string): Promise<Subject>;
}
export type Payload = { [key: string]: Json };

export async function districtBench(id: string, start = '2026-03-02T01:00:00Z'): Promise<DistrictBench> {
  const { engine: login } = await freshDatabase();
  const store = createPostgresStore({ engine: login, keyFor: (name) => createHash('sha256').update(name).digest() });
  const clock = movedClock(start);
  const lines: string[] = [];
  const random = (bytes: number) => randomBytes(bytes);
  const districts = openDistricts(EXAMPLES, catalogue, providerFactories);
  await districts.attach({ store, query: (text, values) => store.pool.query(text, [...values]) as any }, clock.now());
  let wake: Runner['committed'] = () => {};
  const engine = createEngine({
    store,
    clock,
    random,
    payloadKey: 'test',
    district: (name) => districts.get(name),
    refresh: (name) => districts.refresh(name),
    linkedTo: store.linkedTo,
    committed: (done) => wake(done),
  });
  const runner = createRunner({ store, engine, clock, log: (line) => lines.push(JSON.stringify(line)) });
  wake = runner.committed;
  const district = () => districts.get(id)!;
  return {
    store,
    clock,
    runner,
    lines,
    district,
    actorOf(role, unit) {
      const [person] = district().holders(role, unit, district().calendar.dayOf(clock.now()));
      const post = district().posts.find((one) => one.person === person && one.role === role);
      if (!post) throw new Error(`nobody holds ${role}`);
      return { person: post.person, post: post.id, role, unit: post.unit };
    },
    send: (kind, subject, type, payload, actor) =>
      runner.submit({
        district: id,
        kind,
        ...(subject && { subject }),
        acts: [{ eventId: mintedId(clock.now(), random), type, payload, actor }],
      }),
    subjectOf: async (subject) => (await store.load(id, [subject]))[0] as Subject,
  };
}
