/** One step of the abstract model: the successors of a state by an event, an expiry or an automatic row. */
import type { Composed } from '../compose/composed.ts';
import type { Row, StateDef } from '../language/definition.ts';
import type { Cond, Update } from '../language/expressions.ts';
import { span, value } from '../meaning/evaluate.ts';
import { TRUE } from '../meaning/truth.ts';
import { ANY, Members, vague } from '../meaning/values.ts';
import { type Abstract, envOf, keyOf, type Tracked } from './model.ts';

export interface Taken {
  row: string;
  region: string;
  event: string;
  before: Abstract;
  after: Abstract;
  /** Conditions that held: the row's `when` and every rule. */
  held: Cond[];
}

const point = (state: string): string => state.split('.')[0]!;
/** The event by which the clock says that a term has run out. */
export const EXPIRY = 'TERM_EXPIRED';

/** The rows of a region for an event in a state, with the conditions that the earlier ones failed. */
export function rowsFor(rows: readonly Row[], event: string, state: string): Row[] {
  return rows.filter((row) => row.on === event && row.from.includes(state));
}

/** Everything that must hold for a row to be taken by an event. */
export function conditionsOf(definition: Composed, row: Row, event: string): Cond[] {
  const rules = [...(definition.eventRules[event] ?? []), ...(row.rules ?? [])];
  return [
    ...(row.when ? [row.when] : []),
    ...rules.flatMap((id) => {
      const rule = definition.rules[id];
      return rule ? [rule.needOn?.[event] ?? rule.need] : [];
    }),
  ];
}

export class Stepper {
  private readonly definition: Composed;
  private readonly tracked: Tracked;
  private readonly settled = new Map<string, Abstract[]>();
  constructor(definition: Composed, tracked: Tracked) {
    this.definition = definition;
    this.tracked = tracked;
  }

  /** The state of a subject that does not exist yet: initial states, nothing known but what is absent. */
  initial(): Abstract {
    const at = Object.fromEntries(
      Object.entries(this.definition.regions).map(([name, region]) => [name, region.initial]),
    );
    const known: { [path: string]: unknown } = {};
    for (const path of this.tracked.paths) known[path] = null;
    for (const list of this.tracked.lists) known[list.path] = new Members([], list.field);
    for (const term of this.tracked.terms) known[`term.${term}.status`] = 'none';
    return { at, known };
  }

  /** All ways in which an event may be taken from a state. */
  byEvent(state: Abstract, event: string): Taken[] {
    if (this.definition.regions.stage!.states[state.at.stage!]?.final) return [];
    const before = event === EXPIRY ? this.expired(state) : [state];
    return before.flatMap((from) => this.ways(from, event));
  }

  private ways(from: Abstract, event: string): Taken[] {
    const regions = this.regions(from).map(([name, rows, here]) => ({
      name,
      ...this.rowsOf(from, this.rowsIn(name, rows, event, here), event),
    }));
    // Where a region may or may not take the event, both are explored.
    const choices = regions.map(({ name, options, sure }) => [
      ...options.map((option) => ({ name, ...option })),
      ...(sure && options.length ? [] : [null]),
    ]);
    return combinations(choices).flatMap((chosen) => {
      const rows = chosen.filter((one) => one !== null);
      if (!rows.length) return [];
      const held = rows.flatMap((one) => one.held);
      return this.run(from, rows, event).flatMap((after) =>
        rows.map(({ name, row }) => ({ row: row.id, region: name, event, before: from, after, held })),
      );
    });
  }

  private regions(state: Abstract): [string, readonly Row[], string][] {
    const base = Object.entries(this.definition.regions).map(
      ([name, region]) => [name, region.rows, state.at[name]!] as [string, readonly Row[], string],
    );
    const points = Object.entries(this.definition.pointRegions)
      .filter(([name]) => state.at[name])
      .map(([name, region]) => [name, region.rows, state.at[name]!] as [string, readonly Row[], string]);
    return [...base, ...points];
  }

  /** A subject that does not exist yet takes any opening row, whatever state it starts from. */
  private rowsIn(region: string, rows: readonly Row[], event: string, here: string): Row[] {
    if (!this.definition.events[event]?.opens || region !== 'stage') return rowsFor(rows, event, here);
    const { initial } = this.definition.regions.stage!;
    return rows.filter((row) => row.on === event).map((row) => ({ ...row, to: row.to ?? initial }));
  }

  private rowsOf(
    state: Abstract,
    rows: Row[],
    event: string,
  ): { options: { row: Row; held: Cond[] }[]; sure: boolean } {
    const env = envOf(this.definition, this.tracked, state);
    const found: { row: Row; held: Cond[] }[] = [];
    for (const row of rows) {
      const chosen = row.when ? span(row.when, env) : [2, 2];
      if (chosen[1] < 2) continue;
      const held = conditionsOf(this.definition, row, event);
      if (held.every((cond) => span(cond, env)[1] === 2)) found.push({ row, held });
      else if (chosen[0] === 2) return { options: found, sure: found.length > 0 };
      if (chosen[0] === 2) return { options: found, sure: true };
    }
    return { options: found, sure: false };
  }

  private run(from: Abstract, rows: { name: string; row: Row }[], event: string): Abstract[] {
    let states: Abstract[] = [from];
    const env = envOf(this.definition, this.tracked, from);
    for (const { row } of rows) states = distinct(states.flatMap((state) => this.update(row.do ?? [], [state], env)));
    states = states.flatMap((state) => this.members(state, event, env));
    for (const { name, row } of rows) if (row.to) states = states.flatMap((state) => this.move(state, name, row.to!));
    return distinct(distinct(states).flatMap((state) => this.settle(state)));
  }

  /** Leaves and enters states of a region with their updates; leaving a point drops its regions. */
  private move(state: Abstract, region: string, to: string): Abstract[] {
    const states = (this.definition.regions[region] ?? this.definition.pointRegions[region])!.states;
    const from = state.at[region]!;
    let at: { [region: string]: string } = { ...state.at, [region]: to };
    if (region === 'stage' && point(from) !== point(to))
      at = Object.fromEntries(Object.entries(at).filter(([name]) => !(name in this.definition.pointRegions)));
    const run = (kind: 'exit' | 'entry', of: string, list: Abstract[]): Abstract[] => {
      const updates = (states[of] as StateDef | undefined)?.[kind] ?? [];
      return updates.length
        ? list.flatMap((one) => this.update(updates, [one], envOf(this.definition, this.tracked, one)))
        : list;
    };
    const crosses = point(from) !== point(to);
    const left = run('exit', from, [state]);
    const outside = crosses && point(from) !== from ? run('exit', point(from), left) : left;
    const inside = outside.map((one) => ({ ...one, at }));
    return run('entry', to, crosses && point(to) !== to ? run('entry', point(to), inside) : inside);
  }

  /** Where signals, entries of regions and automatic rows come to rest from a state; they read no event, so it is kept. */
  private settle(state: Abstract): Abstract[] {
    const key = keyOf(state);
    const known = this.settled.get(key);
    if (known) return known;
    const seen = new Set([key]);
    const rest: Abstract[] = [];
    for (const queue = [state]; queue.length; ) {
      const here = queue.pop()!;
      const { next, rests } = this.onward(here);
      if (rests) rest.push(here);
      for (const one of next) {
        const mark = keyOf(one);
        if (seen.has(mark)) continue;
        seen.add(mark);
        queue.push(one);
      }
    }
    this.settled.set(key, rest);
    return rest;
  }

  /** One stage of settling: the next signal, else a region that enters, else an automatic row; whether it may also rest. */
  private onward(state: Abstract): { next: Abstract[]; rests: boolean } {
    const [signal, ...pending] = state.pending ?? [];
    const env = envOf(this.definition, this.tracked, state);
    if (signal !== undefined) {
      const begun = { ...state, pending };
      const done = this.update(this.definition.signals[signal]?.do ?? [], [begun], env);
      return { next: done.flatMap((one) => this.members(one, `@${signal}`, env)), rests: false };
    }
    const next: Abstract[] = [];
    for (const [name, region] of Object.entries(this.definition.pointRegions)) {
      if (region.point !== point(state.at.stage!) || state.at[name]) continue;
      const enters = region.enter ? span(region.enter, env) : TRUE;
      if (enters[1] < 2) continue;
      const entered = { ...state, at: { ...state.at, [name]: region.initial } };
      next.push(...this.update(region.states[region.initial]?.entry ?? [], [entered], env));
      if (enters[0] === 2) return { next, rests: false };
    }
    for (const row of rowsFor(this.definition.regions.stage!.rows, 'auto', state.at.stage!)) {
      const fires = row.when ? span(row.when, env) : TRUE;
      if (fires[1] < 2) continue;
      const done = this.update(row.do ?? [], [state], env);
      next.push(...(row.to ? done.flatMap((one) => this.move(one, 'stage', row.to!)) : done));
      if (fires[0] === 2) return { next, rests: false };
    }
    return { next, rests: true };
  }

  /** Any running term may run out now. */
  private expired(state: Abstract): Abstract[] {
    return [
      state,
      ...this.tracked.terms
        .filter((term) => [ANY, 'running'].includes(state.known[`term.${term}.status`] as string))
        .map((term) => ({ ...state, known: { ...state.known, [`term.${term}.status`]: 'expired' } })),
    ];
  }

  private members(state: Abstract, on: string, env: ReturnType<typeof envOf>): Abstract[] {
    let states = [state];
    for (const list of this.tracked.lists) {
      const region = this.definition.members[list.member]!;
      for (const row of region.rows.filter((one) => one.on.includes(on)))
        states = states.flatMap((one) => {
          const occupied = one.known[list.path] as Members;
          let ways = [new Set(occupied.states)];
          for (const from of row.from) {
            if (!occupied.states.has(from)) continue;
            const [it] = new Members([from], list.field).representatives();
            const moves = span(row.where, env, { it });
            if (moves[1] < 2) continue;
            const all = ways.map((way) => new Set([...[...way].filter((other) => other !== from), row.to]));
            const someOf = ways.map((way) => new Set([...way, row.to]));
            ways = moves[0] === 2 ? all : [...ways, ...someOf, ...all];
          }
          return ways.map((way) => ({ ...one, known: { ...one.known, [list.path]: new Members(way, list.field) } }));
        });
    }
    return states;
  }

  private update(updates: readonly Update[], states: Abstract[], env: ReturnType<typeof envOf>): Abstract[] {
    for (const update of updates) {
      if ('signal' in update)
        states = states.map((state) => ({ ...state, pending: [...(state.pending ?? []), update.signal] }));
      else if ('if' in update) {
        const when = span(update.if, env);
        const then = when[1] === 2 ? this.update(update.do, states, env) : [];
        const otherwise = when[0] < 2 ? this.update(update.else ?? [], states, env) : [];
        states = distinct([...then, ...otherwise]);
      } else if ('each' in update) states = distinct([...states, ...this.update(update.do, states, env)]);
      else states = states.map((state) => this.change(state, update, env));
    }
    return states;
  }

  private change(state: Abstract, update: Update, env: ReturnType<typeof envOf>): Abstract {
    const know = (path: string, to: unknown): Abstract => ({ ...state, known: { ...state.known, [path]: to } });
    if ('set' in update) {
      if (this.tracked.paths.includes(update.set)) {
        const to = value(update.to, env);
        return know(update.set, to === undefined ? null : vague(to) || typeof to === 'object' ? ANY : to);
      }
      const list = this.tracked.lists.find((one) => one.path === update.set);
      if (list)
        return know(
          list.path,
          new Members(
            Array.isArray(update.to) && !update.to.length
              ? []
              : Object.keys(this.definition.members[list.member]!.states),
            list.field,
          ),
        );
    }
    if ('append' in update) {
      const list = this.tracked.lists.find((one) => one.path === update.append);
      if (list) {
        const first = value(update.item[list.field] ?? null, env);
        const added = typeof first === 'string' ? [first] : this.definition.members[list.member]!.initial;
        return know(list.path, new Members([...(state.known[list.path] as Members).states, ...added], list.field));
      }
    }
    if ('put' in update && this.tracked.terms.includes(update.put)) return know(`term.${update.put}.status`, 'running');
    if ('cancel' in update) {
      // One instance of several may end while others run: then nothing is known.
      const status = update.key === undefined ? 'ended' : ANY;
      const ids = [update.cancel].flat().filter((term) => this.tracked.terms.includes(term));
      return ids.reduce<Abstract>(
        (one, term) => ({ ...one, known: { ...one.known, [`term.${term}.status`]: status } }),
        state,
      );
    }
    return state;
  }
}

/** One of each: branches that change nothing that is kept are the same state. */
function distinct(states: readonly Abstract[]): Abstract[] {
  return states.length < 2 ? [...states] : [...new Map(states.map((state) => [keyOf(state), state])).values()];
}

function combinations<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>((sum, list) => sum.flatMap((chosen) => list.map((item) => [...chosen, item])), [[]]);
}
