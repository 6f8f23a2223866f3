/**
 * Demo cases: the scripts of a district (`<folder>/<district>/demo.json`) are sent as staff send their forms, under the
 * posts of demo accounts, through the same gates and the same engine. Each act has an id that follows from its place,
 * so that a second start gets the first answers.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json, Submitted } from '@fengqiao/core';
import { derivedId, refusal } from '@fengqiao/core';
import type { Step } from './call.ts';
import type { Deps, District, SignedIn } from './context.ts';
import { definitionOf } from './context.ts';
import { submit } from './forms/submit.ts';
import { postFor, postsHeld } from './posts.ts';

export interface DemoStep {
  /** Login of the demo account that acts. */
  as: string;
  event?: string;
  sitting?: string;
  with?: { [key: string]: Json };
  behalf?: string[];
  evidence?: Json;
  /** Civil date, or days before today as a negative number. */
  on?: string | number;
}
export interface DemoScript {
  id: string;
  kind: string;
  steps: DemoStep[];
}

/** @throws Error naming script, step and code when a step is refused: a demo that does not play is a fault of the release */
export async function seedDemo(
  deps: Deps,
  folder: string,
): Promise<{ district: string; script: string; subject: string }[]> {
  const done: { district: string; script: string; subject: string }[] = [];
  for (const district of deps.districts.list()) {
    const file = join(folder, district.id, 'demo.json');
    if (!existsSync(file)) continue;
    for (const script of JSON.parse(readFileSync(file, 'utf8')) as DemoScript[]) {
      const subject = await play(deps, district, script);
      if (subject) done.push({ district: district.id, script: script.id, subject });
    }
  }
  return done;
}

async function play(deps: Deps, district: District, script: DemoScript): Promise<string | undefined> {
  let subject: string | undefined;
  for (const [at, step] of script.steps.entries()) {
    const eventId = derivedId('demo', district.id, script.id, at);
    const before = await deps.store.answer(district.id, eventId);
    if (before && !before.refusal) {
      subject = String(before.body.subject);
      continue;
    }
    const result = await act(deps, district, script, step, eventId, subject);
    if (!result.ok) {
      const why = result.reasons.map((reason) => reason.rule ?? reason.path ?? reason.code).join(', ');
      throw new Error(
        `demo ${district.id}/${script.id} step ${at + 1} ${step.event ?? step.sitting}: ${result.code} ${why}`,
      );
    }
    subject = result.subject;
  }
  return subject;
}

async function act(
  deps: Deps,
  district: District,
  script: DemoScript,
  step: DemoStep,
  eventId: string,
  id: string | undefined,
): Promise<Submitted> {
  const user = userOf(deps, district, step.as);
  const [found] = id === undefined ? [] : await deps.store.load(district.id, [id]);
  const definition = found
    ? ((await district.byConduct(found.conduct)) ?? definitionOf(district, script.kind))
    : definitionOf(district, script.kind);
  const own = stepOf(definition, step);
  if (!own) return refusal('UNKNOWN_EVENT');
  const post = own.type === 'event' ? postFor(definition, user, own.id)?.post : user.post;
  const today = district.calendar.dayOf(deps.clock.now());
  const on = typeof step.on === 'number' ? district.calendar.addDays(today, step.on) : step.on;
  const opened = found ? { subject: found } : undefined;
  return submit(
    {
      deps,
      user: { ...user, ...(post ? { post } : {}) },
      kind: script.kind,
      step: own,
      ...(opened ? { opened: opened as never } : {}),
    },
    {
      eventId,
      payload: filled(step.with ?? {}, district, today) as { [key: string]: Json },
      ...(on ? { occurredOn: on } : {}),
      ...(step.behalf ? { behalf: step.behalf } : {}),
      ...(step.evidence !== undefined ? { evidence: step.evidence } : {}),
    },
  );
}

function stepOf(definition: Step['definition'], { event, sitting }: DemoStep): Step | undefined {
  const [own, several] = [
    event === undefined ? undefined : definition.events[event],
    sitting === undefined ? undefined : definition.sittings[sitting],
  ];
  if (event !== undefined && own) return { definition, type: 'event', id: event, def: own };
  return sitting !== undefined && several ? { definition, type: 'sitting', id: sitting, def: several } : undefined;
}

function userOf({ clock }: Deps, district: District, login: string): SignedIn {
  const person = district.people.find((one) => one.login === login);
  if (!person) throw new Error(`demo: no account ${login} in ${district.id}`);
  const posts = postsHeld(district, person.id, clock.now());
  return {
    account: login,
    person: person.id,
    name: person.name,
    district,
    posts,
    ...(posts[0] ? { post: posts[0] } : {}),
    csrf: '',
    session: '',
  };
}

/** `{"$day": -3}` is the civil day three days ago. */
function filled(value: Json, district: District, today: string): Json {
  if (Array.isArray(value)) return value.map((item) => filled(item, district, today));
  if (value === null || typeof value !== 'object') return value;
  if (typeof value.$day === 'number') return district.calendar.addDays(today, value.$day);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, filled(part, district, today)]));
}
