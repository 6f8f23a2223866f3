/** Names of members of a subject. */
import type { Opened } from '../call.ts';
import { inClear } from './values.ts';

/** The name of a member by its id, wherever the definition's references find it; a role where it is one. */
export function memberName(
  { definition, subject, personal }: Pick<Opened, 'definition' | 'subject' | 'personal'>,
  id: string,
): string {
  for (const ref of Object.values(definition.refs ?? {})) {
    const path =
      typeof ref.list === 'object' && ref.list !== null && 'get' in ref.list ? ref.list.get.split('.').slice(1) : [];
    let list: any = subject.data;
    for (const key of path) list = list?.[key];
    const found = Array.isArray(list) ? list.find((item) => item?.[ref.id] === id) : undefined;
    const name =
      found &&
      ref.label.map((key) => inClear(found[key] ?? null, personal)).find((value) => typeof value === 'string' && value);
    if (typeof name === 'string') return name;
  }
  return definition.roles[id]?.zh ?? id;
}
