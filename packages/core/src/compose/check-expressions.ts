/** Names and paths in conditions, operands, updates and effects: everything that they speak of must be there. */
import type { Cond, Effect, Op, OpMap, Update } from '../language/expressions.ts';
import type { Report } from './findings.ts';
import { listKeys } from './names.ts';
import { type Place, sayAt } from './owner.ts';
import { itemsOf, resolve, type Scope, type Shape, shapeAt, shapeOf } from './shapes.ts';

export interface Checker {
  ops(node: unknown, scope: Scope, place: Place): void;
  updates(updates: readonly Update[] | undefined, scope: Scope, place: Place): void;
  effects(effects: readonly Effect[], scope: Scope, place: Place): void;
}

export function expressionChecker(report: Report): Checker {
  /** Facts and values that were followed from one place already. */
  const followed = new Set<string>();

  function ops(node: unknown, scope: Scope, place: Place): void {
    if (node === null || typeof node !== 'object') return;
    if (Array.isArray(node)) {
      for (const part of node) ops(part, scope, place);
      return;
    }
    const part = node as { [key: string]: any };
    const loop = (part.some ?? part.every ?? part.pluck) as [Op, string, ...unknown[]] | undefined;
    if (typeof part.get === 'string') get(part.get, scope, place, part.else !== undefined);
    else if (Array.isArray(loop)) inLoop(loop, scope, place, (inner) => ops(loop.slice(2), inner, place));
    else if (!reference(part, scope, place)) for (const inner of Object.values(part)) ops(inner, scope, place);
  }

  /** Expressions that name a part of the definition; false where this is none of them. */
  function reference(part: { [key: string]: any }, scope: Scope, place: Place): boolean {
    const { composed } = scope;
    if (typeof part.fact === 'string')
      follow('facts', 'UNKNOWN_FACT', part.fact, scope, place, composed.facts[part.fact]?.is);
    else if (typeof part.value === 'string')
      follow('values', 'UNKNOWN_VALUE', part.value, scope, place, composed.values[part.value]?.of);
    else if (typeof part.ask === 'string') question(part as { ask: string; with: OpMap }, scope, place);
    else if (Array.isArray(part.due)) {
      if (!composed.terms[part.due[0]]) sayAt(report, place, 'UNKNOWN_TERM', part.due[0]);
      ops(part.due[1], scope, place);
    } else if (Array.isArray(part.lookup)) {
      if (!composed.codes[part.lookup[0]]) sayAt(report, place, 'UNKNOWN_CODES', part.lookup[0]);
      ops(part.lookup[1], scope, place);
    } else if (Array.isArray(part.field)) field(part.field as [Op, string], scope, place);
    else if (part.object) map(part.object, scope, place);
    else return false;
    return true;
  }

  function question(part: { ask: string; with: OpMap }, scope: Scope, place: Place): void {
    const def = scope.composed.asks[part.ask];
    if (!def) sayAt(report, place, 'UNKNOWN_ASK', part.ask);
    else
      for (const arg of Object.keys(part.with ?? {}))
        if (shapeAt(def.args, [arg]) === undefined) sayAt(report, place, 'UNKNOWN_FIELD', `${part.ask}.${arg}`);
    map(part.with, scope, place);
  }

  function get(path: string, scope: Scope, place: Place, otherwise: boolean): void {
    const found = resolve(path, scope);
    if ('wrong' in found && !(otherwise && found.wrong === 'FIELD_NOT_ON_EVENT'))
      sayAt(report, place, found.wrong, found.name);
  }
  function field([of, path]: [Op, string], scope: Scope, place: Place): void {
    ops(of, scope, place);
    if (shapeAt(shapeOf(of, scope), path.split('.')) === undefined) sayAt(report, place, 'UNKNOWN_PATH', path);
  }
  function map(entries: OpMap | undefined, scope: Scope, place: Place): void {
    for (const op of Object.values(entries ?? {})) ops(op, scope, place);
  }
  function inLoop(
    [list, name]: [Op, string, ...unknown[]],
    scope: Scope,
    place: Place,
    body: (inner: Scope) => void,
  ): void {
    ops(list, scope, place);
    body({ ...scope, vars: { ...scope.vars, [name]: itemsOf(shapeOf(list, scope)) ?? 'unknown' } });
  }
  function follow(
    table: string,
    code: 'UNKNOWN_FACT' | 'UNKNOWN_VALUE',
    name: string,
    scope: Scope,
    place: Place,
    node: Cond | Op | undefined,
  ): void {
    if (node === undefined) {
      sayAt(report, place, code, name);
      return;
    }
    const key = `${place.path} ${name} ${scope.forms?.map((form) => form.event).join()}`;
    if (followed.has(key)) return;
    followed.add(key);
    ops(node, { ...scope, vars: {} }, { ...place, path: `${table}.${name} (${place.path})` });
  }

  function updates(list: readonly Update[] | undefined, scope: Scope, place: Place): void {
    for (const [at, update] of (list ?? []).entries())
      oneUpdate(update, scope, { ...place, path: `${place.path}.${at}` });
  }

  /** The shape of the place that an update writes, or a finding. */
  function target(path: string, scope: Scope, place: Place): Shape | undefined {
    const [root, ...keys] = path.split('.') as [string, ...string[]];
    const under = root === 'data' ? scope.composed.data : scope.vars[root];
    const shape = under === undefined ? undefined : shapeAt(under, keys);
    if (shape === undefined) sayAt(report, place, 'UNKNOWN_DATA', root === 'data' ? keys.join('.') : path);
    return shape;
  }
  /** Fields that an item of a list must have. */
  function fields(item: Shape | undefined, names: readonly string[], list: string, place: Place): void {
    if (item === undefined || item === 'unknown') return;
    for (const name of names)
      if (shapeAt(item, [name]) === undefined) sayAt(report, place, 'UNKNOWN_DATA', `${list}[].${name}`);
  }
  function listTarget(path: string, scope: Scope, place: Place): Shape | undefined {
    const shape = target(path, scope, place);
    if (shape === undefined) return undefined;
    const item = itemsOf(shape);
    if (item === undefined) sayAt(report, place, 'UNKNOWN_DATA', `${path}[]`);
    return item;
  }
  function guarded(path: string, keys: readonly string[], scope: Scope, place: Place): void {
    for (const member of Object.values(scope.composed.members)) {
      if (path !== `data.${listKeys(member.list).join('.')}`) continue;
      if (keys.includes(member.field)) sayAt(report, place, 'MEMBER_PATCHED_OUTSIDE', `${path}[].${member.field}`);
    }
  }

  function oneUpdate(update: Update, scope: Scope, place: Place): void {
    const { composed } = scope;
    if ('set' in update) {
      target(update.set, scope, place);
      ops(update.to, scope, place);
    } else if ('append' in update) {
      fields(listTarget(update.append, scope, place), Object.keys(update.item), update.append, place);
      map(update.item, scope, place);
    } else if ('patch' in update) {
      const item = listTarget(update.patch, scope, place);
      fields(item, Object.keys(update.with), update.patch, place);
      guarded(update.patch, Object.keys(update.with), scope, place);
      const inner = { ...scope, vars: { ...scope.vars, [update.name]: item ?? 'unknown' } };
      ops(update.where, inner, place);
      map(update.with, inner, place);
    } else if ('each' in update) {
      inLoop(update.each, scope, place, (inner) => {
        ops(update.each[2], inner, place);
        updates(update.do, inner, place);
      });
    } else if ('if' in update) {
      ops(update.if, scope, place);
      updates(update.do, scope, place);
      updates(update.else, scope, place);
    } else work(update, scope, place, composed);
  }

  function work(
    update: Exclude<
      Update,
      { set: string } | { append: string } | { patch: string } | { each: unknown } | { if: unknown }
    >,
    scope: Scope,
    place: Place,
    composed: Scope['composed'],
  ): void {
    const term = (id: unknown) => {
      if (typeof id === 'string' && !composed.terms[id]) sayAt(report, place, 'UNKNOWN_TERM', id);
    };
    if ('put' in update) {
      term(update.put);
      for (const op of [update.key, update.from, update.due, update.party]) ops(op, scope, place);
    } else if ('cancel' in update) {
      for (const id of [update.cancel].flat()) term(id);
      ops(update.key, scope, place);
    } else if ('pause' in update) {
      if (Array.isArray(update.pause)) for (const id of update.pause) term(id);
      ops([update.pause, update.ground], scope, place);
    } else if ('resume' in update) ops(update.resume, scope, place);
    else if ('produce' in update) {
      if (!composed.documents[update.produce]) sayAt(report, place, 'UNKNOWN_DOCUMENT', update.produce);
      ops(update.party, scope, place);
      map(update.with, scope, place);
    } else if ('notify' in update) {
      if (!composed.notices?.[update.notify] && !composed.terms[update.notify])
        sayAt(report, place, 'UNKNOWN_NOTICE', update.notify);
      if (typeof update.role === 'string' && !composed.roles[update.role])
        sayAt(report, place, 'UNKNOWN_ROLE', update.role);
      ops([update.role, update.person], scope, place);
      map(update.with, scope, place);
    } else {
      if (!composed.signals[update.signal]) sayAt(report, place, 'UNKNOWN_SIGNAL', update.signal);
      map(update.with, scope, place);
    }
  }

  function effects(list: readonly Effect[], scope: Scope, place: Place): void {
    for (const effect of list) {
      if ('each' in effect)
        inLoop(effect.each, scope, place, (inner) => {
          ops(effect.each[2], inner, place);
          effects(effect.do, inner, place);
        });
      else if ('entry' in effect) ops([effect.account, effect.points, effect.reason], scope, place);
      else map('values' in effect ? effect.values : effect.with, scope, place);
    }
  }

  return { ops, updates, effects };
}
