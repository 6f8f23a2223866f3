/** Buttons inside a form (`_op`): they change the tree of values and never send it. */
import type { Json, Schema } from '@fengqiao/core';
import { allowedSegment, componentOf, itemsOf, propertiesOf } from './component.ts';
import type { Operation, ParsedForm } from './model.ts';

/** An unreadable operation only shows the form again: a button must never send by accident. */
export function operationOf(asked: string, schema: Schema, prefix?: string): Operation {
  if (asked === 'draft') return { kind: 'draft' };
  const found = /^(add|del):([A-Za-z0-9_.-]{1,200})(?::(\d{1,3}))?$/.exec(asked);
  const path = found?.[2];
  if (!found || !path?.split('.').every(allowedSegment)) return { kind: 'edit' };
  const component = listAt(schema, prefix && path.startsWith(`${prefix}.`) ? path.slice(prefix.length + 1) : path);
  const index = found[3] === undefined ? undefined : Number(found[3]);
  if (found[1] === 'add' && (component === 'list' || component === 'refs')) return { kind: 'add', path };
  if (found[1] === 'del' && index === undefined && (component === 'file' || component === 'fileOrWords'))
    return { kind: 'del', path };
  if (
    found[1] === 'del' &&
    index !== undefined &&
    (component === 'list' || component === 'files' || component === 'refs')
  )
    return { kind: 'del', path, index };
  return { kind: 'edit' };
}

/** Component of the schema at a dotted path with indexes, or undefined where there is none. */
function listAt(schema: Schema, path: string) {
  let own: Schema | undefined = schema;
  for (const segment of path.split('.')) {
    own = /^\d+$/.test(segment) ? itemsOf(own) : propertiesOf(own).find(([key]) => key === segment)?.[1];
    if (!own?.type && !own?.anyOf) return undefined;
  }
  return componentOf(own, path);
}

/** The tree with the item added or removed; other trees are left as they are. */
export function operate(payload: ParsedForm['payload'], operation: Operation, prefix?: string): ParsedForm['payload'] {
  if (operation.kind !== 'add' && operation.kind !== 'del') return payload;
  const path =
    prefix && operation.path.startsWith(`${prefix}.`) ? operation.path.slice(prefix.length + 1) : operation.path;
  const segments = path.split('.');
  const copy = structuredClone(payload);
  let holder: any = copy;
  for (const [at, segment] of segments.slice(0, -1).entries()) {
    // A group that was empty so far is made, so that a list inside it can begin.
    const next = /^\d+$/.test(segments[at + 1]!) ? [] : {};
    if (typeof holder[segment] !== 'object' || holder[segment] === null) holder[segment] = next;
    holder = holder[segment];
  }
  const last = segments.at(-1)!;
  if (operation.kind === 'del' && operation.index === undefined) delete holder[last];
  else if (operation.kind === 'del')
    holder[last] = ((holder[last] ?? []) as Json[]).filter((_, index) => index !== operation.index);
  else holder[last] = [...((holder[last] ?? []) as Json[]), {}];
  return copy;
}
