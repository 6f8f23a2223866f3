/** What paths and operands are called, in both languages, from the schemas of a definition. Personal values are never shown. */
import { isPersonalRef } from '../chart/personal.ts';
import type { ChartDefinition, PointRegion, Schema } from '../language/definition.ts';
import type { Op } from '../language/expressions.ts';
import type { Text } from '../language/text.ts';
import { absent } from './values.ts';

/** What explaining needs of a definition; a composed one has it. */
export type Explained = Omit<ChartDefinition, 'kind'> & { pointRegions: { [region: string]: PointRegion } };

/** Words for something, with its schema where it has one. */
export interface Named extends Text {
  schema?: Schema | undefined;
  /** Words for its values, where the schema does not have them: roles, states, statuses. */
  labels?: { readonly [code: string]: Text } | undefined;
}
/** Loop variables → path of the list that they run over, ending in `[]`. */
export type Names = { readonly [variable: string]: string };

const ACTOR: { [field: string]: Text } = {
  role: { zh: '办理人的岗位角色', en: 'the role of the one who acts' },
  part: { zh: '办理人的身份', en: 'the part of the one who acts' },
  unit: { zh: '办理人的单位', en: 'the unit of the one who acts' },
  post: { zh: '办理人的岗位', en: 'the post of the one who acts' },
  person: { zh: '办理人', en: 'the one who acts' },
  rank: { zh: '办理人的级别', en: 'the rank of the one who acts' },
  behalf: { zh: '所代表的当事人', en: 'those for whom it is done' },
  evidence: { zh: '签名材料', en: 'the signed paper' },
};
const AT: { [field: string]: Text } = {
  now: { zh: '现在', en: 'now' },
  today: { zh: '今日', en: 'today' },
  on: { zh: '发生日期', en: 'the day on which it happened' },
};
const TERM: { [field: string]: Text } = {
  status: { zh: '', en: '' },
  due: { zh: '的届满日', en: 'last day of ' },
  startedOn: { zh: '的起算日', en: 'first day of ' },
};

const same = (zh: string): Text => ({ zh, en: zh });

/** The full path of a path that may begin with a loop variable. */
export function fullPath(path: string, names: Names): string {
  const [head, ...rest] = path.split('.') as [string, ...string[]];
  return names[head] === undefined ? path : [names[head], ...rest].join('.');
}

/** The schema at a path under a schema; `[]` steps into the items of a list. */
export function schemaAt(schema: Schema | undefined, keys: readonly string[]): Schema | undefined {
  let at: any = schema;
  for (const key of keys) {
    const list = key.endsWith('[]');
    const name = list ? key.slice(0, -2) : key;
    const object = at?.properties?.[name]
      ? at
      : (at?.anyOf ?? at?.oneOf)?.find((branch: any) => branch?.properties?.[name]);
    at =
      object?.properties?.[name] ??
      (typeof at?.additionalProperties === 'object' ? at.additionalProperties : undefined);
    if (list) at = at?.items;
    if (at === undefined) return undefined;
  }
  return at;
}

/** The path that an operand reads, where it is a path, a list taken from one, or a member of one. */
export function sourceOf(op: Op, names: Names): string | undefined {
  if (op === null || typeof op !== 'object' || Array.isArray(op)) return undefined;
  if ('get' in op) return fullPath(op.get, names);
  if ('pluck' in op) {
    const list = sourceOf(op.pluck[0], names);
    const take = op.pluck[3];
    if (list === undefined) return undefined;
    const inner = { ...names, [op.pluck[1]]: `${list}[]` };
    return typeof take === 'object' && take !== null && 'get' in take
      ? fullPath(take.get, inner).replace(/\[\]$/, '')
      : list;
  }
  if ('first' in op) return listItem(sourceOf(op.first, names));
  if ('last' in op) return listItem(sourceOf(op.last, names));
  if ('field' in op) {
    const of = sourceOf(op.field[0], names);
    return of && `${of}.${op.field[1]}`;
  }
  if ('concat' in op) return op.concat.map((part) => sourceOf(part, names)).find((path) => path !== undefined);
  return undefined;
}
const listItem = (path: string | undefined) => path && `${path}[]`;

/** Words for a path. */
export function pathWords(definition: Explained, path: string, names: Names, form?: Schema): Named {
  const keys = fullPath(path, names).split('.');
  const [root, ...rest] = keys as [string, ...string[]];
  if (root === 'actor')
    return { ...(ACTOR[rest[0] ?? ''] ?? same(path)), ...(rest[0] === 'role' && { labels: definition.roles }) };
  if (root === 'at') return AT[rest[0] ?? ''] ?? same(path);
  if (root === 'param') return same(rest.join('.'));
  if (root === 'number') return { zh: '编号', en: 'the number' };
  if (root === 'terms' || root === 'terms[]') return { zh: '期限', en: 'terms' };
  if (root === 'documents' || root === 'documents[]') return { zh: '文书', en: 'documents' };
  if (root === 'state') return stateWords(definition, rest.join('.'));
  if (root === 'term') return termWords(definition, keys);
  if (root === 'data' || root === 'event') return fieldWords(root === 'data' ? definition.data : form, rest);
  return same(rest.at(-1) ?? root);
}

function stateWords(definition: Explained, region: string): Named {
  const known = definition.regions[region] ?? definition.pointRegions[region];
  return known ? { zh: known.zh, en: known.en, labels: { none: NOT_ENTERED, ...known.states } } : same(region);
}

function termWords(definition: Explained, keys: readonly string[]): Named {
  const [id, field] = [keys.slice(1, -1).join('.'), TERM[keys.at(-1)!]];
  const term = definition.terms[id] ?? same(id);
  return { zh: `“${term.zh}”${field?.zh ?? ''}`, en: `${field?.en ?? ''}“${term.en}”`, labels: STATUS };
}

/** The title of the last field of the path that has one, or the name of the field. */
function fieldWords(schema: Schema | undefined, keys: readonly string[]): Named {
  let named: Text | undefined;
  let last: Schema | undefined;
  for (let n = 1; n <= keys.length; n++) {
    const outer = schemaAt(schema, [...keys.slice(0, n - 1), keys[n - 1]!.replace(/\[\]$/, '')]);
    last = schemaAt(schema, keys.slice(0, n)) ?? outer;
    if (typeof outer?.title === 'string')
      named = { zh: outer.title, en: typeof outer.en === 'string' ? outer.en : outer.title };
    else if (n === keys.length) named = undefined;
  }
  return { ...(named ?? same(keys.at(-1)?.replace('[]', '') ?? '')), schema: last };
}

/** Words for an operand. */
export function opWords(definition: Explained, op: Op, names: Names, form?: Schema): Named {
  if (op === null || typeof op !== 'object') return same(String(op));
  if (Array.isArray(op)) return { zh: op.join('、'), en: op.join(', ') };
  const inner = (part: Op) => opWords(definition, part, names, form);
  if ('get' in op) return pathWords(definition, op.get, names, form);
  if ('ask' in op) return textOf(definition.asks[op.ask]) ?? same(op.ask);
  if ('value' in op) return textOf(definition.values[op.value]) ?? same(op.value);
  if ('count' in op)
    return wrap(
      inner(op.count),
      (zh) => `${zh}的数量`,
      (en) => `number of ${en}`,
    );
  if ('sum' in op)
    return wrap(
      inner(op.sum),
      (zh) => `${zh}合计`,
      (en) => `total of ${en}`,
    );
  if ('max' in op)
    return wrap(
      inner(op.max),
      (zh) => `${zh}中最大（最晚）者`,
      (en) => `the greatest (latest) of ${en}`,
    );
  if ('min' in op)
    return wrap(
      inner(op.min),
      (zh) => `${zh}中最小（最早）者`,
      (en) => `the smallest (earliest) of ${en}`,
    );
  if ('rank' in op) return inner(op.rank[0]);
  if ('times' in op) return inner(op.times[0]);
  if ('due' in op)
    return wrap(
      definition.terms[op.due[0]] ?? same(op.due[0]),
      (zh) => `“${zh}”届满日`,
      (en) => `the last day of “${en}”`,
    );
  if ('between' in op) {
    const [from, to] = [inner(op.between[1]), inner(op.between[2])];
    const unit = { y: ['满年数', 'full years'], d: ['天数', 'days'], min: ['分钟数', 'minutes'] }[op.between[0]] as [
      string,
      string,
    ];
    return { zh: `${from.zh}至${to.zh}的${unit[0]}`, en: `${unit[1]} from ${from.en} to ${to.en}` };
  }
  if ('lookup' in op) return inner(op.lookup[1]);
  const source = sourceOf(op, names);
  if (source) return pathWords(definition, source, {}, form);
  if ('of' in op) return listed(op.of.map(inner));
  if ('join' in op) return listed(op.join.map(inner));
  return { zh: '测算值', en: 'the computed value' };
}
const textOf = (text: Text | undefined): Named | undefined => text && { zh: text.zh, en: text.en };
const wrap = (text: Text, zh: (text: string) => string, en: (text: string) => string): Named => ({
  zh: zh(text.zh),
  en: en(text.en),
});
const listed = (parts: Text[]): Named => ({
  zh: parts.map((part) => part.zh).join('、'),
  en: parts.map((part) => part.en).join(', '),
});

/** A value as people read it: labels for codes, “given” for what is personal, “nothing” for what is absent. */
export function valueWords(definition: Explained, value: unknown, named: Named): Text {
  if (absent(value) || value === '') return { zh: '空', en: 'nothing' };
  if (isPersonalRef(value) || named.schema?.personal === true) return { zh: '已填', en: 'given' };
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  if (typeof value === 'symbol') return { zh: '未知', en: 'not known' };
  if (Array.isArray(value)) {
    if (value.length === 0) return { zh: '空', en: 'nothing' };
    const items = { ...named, schema: (named.schema?.items as Schema | undefined) ?? named.schema };
    return value.every((item) => typeof item !== 'object' || isPersonalRef(item))
      ? listed(value.map((item) => valueWords(definition, item, items)))
      : { zh: `${value.length}项`, en: `${value.length} items` };
  }
  if (typeof value === 'object') return { zh: '已填', en: 'given' };
  return (
    labelOf(String(value), named) ??
    (named.schema?.unit === 'fen' && typeof value === 'number' ? yuan(value) : same(String(value)))
  );
}
const yuan = (fen: number): Text => ({ zh: `${(fen / 100).toFixed(2)}元`, en: `${(fen / 100).toFixed(2)} yuan` });

/** The label of a code, from the schema, or from what the words stand for. */
function labelOf(code: string, named: Named): Text | undefined {
  const labels = named.schema?.labels as { [code: string]: Text } | undefined;
  return textOf(labels?.[code] ?? named.labels?.[code]);
}
const NOT_ENTERED: Text = { zh: '未开始', en: 'not started' };
const STATUS: { [status: string]: Text } = {
  none: NOT_ENTERED,
  running: { zh: '计时中', en: 'running' },
  paused: { zh: '中止', en: 'paused' },
  expired: { zh: '已届满', en: 'expired' },
  ended: { zh: '已结束', en: 'ended' },
};
