/**
 * The stages of a step. All updates of a stage read the state before it; what they change is seen by the next one:
 * rows of the event → exits → entries → signals, each alone → automatic rows, each with its own exits, entries, signals.
 */

import type { RunningTerm } from '../chart/subject.ts';
import { pointOf } from '../compose/names.ts';
import type { Json } from '../language/expressions.ts';
import { changed, type Gathered, merged, type Run, type Work } from '../meaning/updates.ts';
import { dig } from '../meaning/values.ts';
import { type Draft, refresh, type StepFrame } from './draft.ts';
import type { Ready, ReadyRegion, ReadyRow } from './prepared.ts';
import { endTerms, expireTerm, pauseTerms, resumeTerms, startTerm, type TermSetting } from './terms.ts';

/** More automatic rows than this in one step is a definition that does not settle. */
const AUTOS = 16;
const SIGNALS = 64;

export interface Step {
  ready: Ready;
  draft: Draft;
  frame: StepFrame;
  setting: TermSetting;
  /** Signals that wait, in order. */
  signals: { name: string; args: { [key: string]: Json } }[];
  /** Number of the entry that the step will be. */
  seq: number;
}

/** Makes the whole step of an event whose rows are chosen. */
export function makeStep(step: Step, event: string, rows: readonly ReadyRow[], expired: RunningTerm | undefined): void {
  const { ready, draft } = step;
  const runs = rows.flatMap((row) => (row.run ? [row.run] : []));
  for (const { region, run } of ready.onBase.get(event) ?? []) if (draft.state[region]) runs.push(run);
  draft.taken.push(...rows.map((row) => row.row.id));
  stage(step, runs, event, expired && (() => expireTerm(draft, expired)));
  move(step, rows);
  runSignals(step);
  settle(step);
}

function stage(step: Step, runs: readonly Run[], on: string | undefined, before?: () => void): void {
  const { draft, frame } = step;
  const gathered: Gathered = { data: draft.data, work: [] };
  for (const run of runs) run(frame, gathered);
  if (on) moveMembers(step, on, gathered);
  before?.();
  draft.data = gathered.data;
  for (const work of gathered.work) doWork(step, work);
  refresh(frame, draft);
}

/** Each member of each list takes the first of its rows that fits the state before the stage. */
function moveMembers({ ready, draft, frame }: Step, on: string, gathered: Gathered): void {
  for (const member of ready.members) {
    const rows = member.rows.get(on);
    const list = rows && dig(draft.data, member.keys);
    if (!rows || !Array.isArray(list)) continue;
    const changes = new Map<number, { id: string; to: string; item: { [key: string]: Json }; keys: string[] }>();
    list.forEach((item, at) => {
      frame.vars[0] = item;
      const row = rows.find(({ row: { from }, where }) => from.includes(item[member.field]) && where(frame) === true);
      if (!row) return;
      frame.vars[0] = item;
      changes.set(at, {
        id: row.row.id,
        to: row.row.to,
        item: merged({}, row.fields, frame),
        keys: row.fields.map(([key]) => key),
      });
      draft.taken.push(`${row.row.id}:${item.id ?? at}`);
    });
    if (!changes.size) continue;
    gathered.data = changed(gathered.data, member.keys, (now: { [key: string]: Json }[]) =>
      now.map((item, at) => {
        const change = changes.get(at);
        if (!change) return item;
        const copy = { ...item, ...change.item, [member.field]: change.to };
        for (const key of change.keys) if (!(key in change.item)) delete copy[key];
        return copy;
      }),
    );
  }
}

function doWork(step: Step, work: Work): void {
  const { draft, setting } = step;
  if ('put' in work) startTerm(draft, work, setting);
  else if ('cancel' in work) endTerms(draft, work.cancel, work.key);
  else if ('pause' in work) pauseTerms(draft, work.pause, work.ground, setting);
  else if ('resume' in work) resumeTerms(draft, work.resume, setting);
  else if ('signal' in work) step.signals.push({ name: work.signal, args: work.with });
  else if ('notify' in work) {
    const { notify, ...rest } = work;
    draft.notices.push({ text: notify, ...rest });
  } else {
    const paper = {
      code: work.produce,
      on: setting.at.on,
      ...(work.party !== undefined && { party: work.party }),
      ...(work.with && { with: work.with }),
    };
    draft.produced.push(paper);
    draft.documents = [...draft.documents, { ...paper, seq: step.seq }];
  }
}

/** Moves the regions of the rows: exits read the state before the move, entries the state after it. */
function move(step: Step, rows: readonly ReadyRow[]): void {
  const { ready, draft } = step;
  const moves: { region: ReadyRegion; from: string | undefined; to: string }[] = [];
  for (const row of rows) {
    const from = draft.state[row.region];
    if (row.row.to === undefined || row.row.to === from) continue;
    moves.push({ region: regionOf(ready, row.region), from, to: row.row.to });
  }
  const body = moves.find((found) => found.region.name === 'stage');
  const leaves = body && (body.from === undefined || pointOf(body.from) !== pointOf(body.to)) ? body : undefined;
  const exits = moves.flatMap(({ region, from }) => found(region.exit, from));
  if (leaves?.from !== undefined && pointOf(leaves.from) !== leaves.from)
    exits.push(...found(leaves.region.exit, pointOf(leaves.from)));
  if (exits.length) stage(step, exits, undefined);
  for (const { region, to } of moves) draft.state[region.name] = to;
  const entries: Run[] = [];
  if (leaves) {
    draft.pointEntered = true;
    for (const region of ready.points) if (region.point!.point !== pointOf(leaves.to)) delete draft.state[region.name];
    if (pointOf(leaves.to) !== leaves.to) entries.push(...found(leaves.region.entry, pointOf(leaves.to)));
  }
  for (const { region, to } of moves) if (draft.state[region.name] === to) entries.push(...found(region.entry, to));
  if (!draft.exists)
    for (const region of ready.base)
      if (!moves.some((move) => move.region === region)) entries.push(...found(region.entry, region.initial));
  draft.exists = true;
  if (entries.length) stage(step, entries, undefined);
  syncRegions(step);
}

const found = (runs: Map<string, Run>, state: string | undefined): Run[] => {
  const run = state === undefined ? undefined : runs.get(state);
  return run ? [run] : [];
};
const regionOf = (ready: Ready, name: string): ReadyRegion =>
  ready.base.find((region) => region.name === name) ?? ready.points.find((region) => region.name === name)!;

/** Regions of the point enter when their condition holds; those marked `once` come back where they were done. */
export function syncRegions(step: Step): void {
  const { ready, draft, frame } = step;
  const point = pointOf(draft.state.stage!);
  for (const region of ready.points) {
    const def = region.point!;
    const now = draft.state[region.name];
    if (now !== undefined) {
      if (def.once && def.done.includes(now)) keepDone(draft, region.name, now);
      continue;
    }
    if (def.point !== point || (region.enter && region.enter(frame) !== true)) continue;
    const kept = def.once && draft.done.find((mark) => mark.startsWith(`${region.name}.`));
    draft.state[region.name] = kept ? kept.slice(region.name.length + 1) : region.initial;
    const entry = kept ? [] : found(region.entry, region.initial);
    if (entry.length) stage(step, entry, undefined);
  }
}

function keepDone(draft: Draft, region: string, state: string): void {
  const mark = `${region}.${state}`;
  if (draft.done.includes(mark)) return;
  draft.done = [...draft.done.filter((other) => !other.startsWith(`${region}.`)), mark].sort();
}

function runSignals(step: Step): void {
  const { ready, frame } = step;
  for (let n = 0; step.signals.length; n++) {
    if (n > SIGNALS) throw new Error('signals do not settle');
    const { name, args } = step.signals.shift()!;
    const run = ready.signals.get(name);
    if (!run) throw new Error(`no signal ${name}`);
    frame.roots.signal = args;
    stage(step, [run], `@${name}`);
    frame.roots.signal = undefined;
    syncRegions(step);
  }
}

/** Automatic rows of the body, one after the other, until none fires. */
function settle(step: Step): void {
  const { ready, draft, frame } = step;
  const body = ready.base[0]!;
  const rows = body.rows.get('auto') ?? [];
  for (let n = 0; ; n++) {
    const state = draft.state.stage!;
    const row = rows.find((found) => found.row.from.includes(state) && (!found.when || found.when(frame) === true));
    if (!row) return;
    if (n >= AUTOS) throw new Error(`automatic rows do not settle in ${state}`);
    draft.taken.push(row.row.id);
    stage(step, row.run ? [row.run] : [], undefined);
    move(step, [row]);
    runSignals(step);
  }
}
