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
      const why = result.reasons
        .map(
          (reason) =>
            `${reason.rule ?? reason.path ?? reason.code}${reason.unmet?.length ? ` (${reason.unmet.map((one) => one.en).join('; ')})` : ''}`,
        )
        .join(', ');
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
      payload: (await filled(step.with ?? {}, deps, user, today)) as { [key: string]: Json },
      ...(on ? { occurredOn: on } : {}),
      ...(step.behalf ? { behalf: step.behalf } : {}),
      ...(step.evidence !== undefined ? { evidence: await filled(step.evidence, deps, user, today) } : {}),
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

/**
 * `{"$day": -3}` is the civil day three days ago; with `"$time": "T14:30:00+08:00"` the instant on that day.
 * `{"$file": "签名页.pdf"}` is a small paper that goes through the file port like any upload.
 */
async function filled(value: Json, deps: Deps, user: SignedIn, today: string): Promise<Json> {
  if (Array.isArray(value)) return Promise.all(value.map((item) => filled(item, deps, user, today)));
  if (value === null || typeof value !== 'object') return value;
  if (typeof value.$day === 'number')
    return `${user.district.calendar.addDays(today, value.$day)}${typeof value.$time === 'string' ? value.$time : ''}`;
  if (typeof value.$file === 'string') {
    const stored = await deps.files.put(user.district.id, demoPaper(value.$file), value.$file, user.person);
    return { ...stored, name: value.$file };
  }
  const parts = await Promise.all(
    Object.entries(value).map(async ([key, part]) => [key, await filled(part, deps, user, today)] as const),
  );
  return Object.fromEntries(parts);
}

/** One blank page; the comment makes papers of different names different. */
const demoPaper = (name: string): Buffer =>
  Buffer.from(
    `%PDF-1.4\n% ${name}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n` +
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  );
