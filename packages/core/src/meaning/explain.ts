/** Why not? The atoms that keep a condition from being true, in both languages, with what was found. */
import type { Schema } from '../language/definition.ts';
import type { Cond, Json, Op } from '../language/expressions.ts';
import { reads } from '../language/reads.ts';
import type { Text } from '../language/text.ts';
import type { Env } from './env.ts';
import { holds, type Vars, value } from './evaluate.ts';
import { absent, member } from './values.ts';
import { type Explained, type Named, type Names, opWords, sourceOf, valueWords } from './words.ts';

export interface Unmet extends Text {
  /** What was found, as words or codes; never a personal value. */
  found: Json;
  /** Full paths that the atom reads. */
  reads: string[];
  cond: Cond;
  not: boolean;
  /** Loop variables that are free in the condition. */
  names: Names;
}

interface Place {
  definition: Explained;
  env: Env;
  form: Schema | undefined;
}
interface Inner {
  not: boolean;
  vars: Vars;
  names: Names;
}

const OPS = {
  eq: ['应为', 'must be', '不得为', 'must not be'],
  lt: ['须小于（早于）', 'must be less (earlier) than', '不得小于（早于）', 'must not be less (earlier) than'],
  le: ['不得大于（晚于）', 'must be at most (not later than)', '须大于（晚于）', 'must be more (later) than'],
  in: ['须属于', 'must be one of', '不得属于', 'must not be one of'],
  covers: ['须包含', 'must include', '不得包含全部', 'must not include all of'],
  mentions: ['须提到', 'must mention', '不得提到', 'must not mention'],
  has: ['尚未填写', 'is not given', '不应填写', 'must be empty'],
} as const;

/** The unmet atoms of a condition, in order, each once. */
export function unmetOf(definition: Explained, cond: Cond, env: Env, form?: Schema): Unmet[] {
  const place: Place = { definition, env, form };
  const found = go(place, cond, { not: false, vars: {}, names: {} });
  return [...new Map(found.map((unmet) => [unmet.zh, unmet])).values()];
}

function go(place: Place, cond: Cond, inner: Inner): Unmet[] {
  const truth = holds(cond, place.env, inner.vars);
  if (inner.not ? truth === false : truth === true) return [];
  if ('not' in cond) return go(place, cond.not, { ...inner, not: !inner.not });
  if ('fact' in cond) return goFact(place, cond.fact, inner);
  if ('all' in cond || 'any' in cond) return goMany(place, cond, inner);
  if ('some' in cond || 'every' in cond) return goLoop(place, cond, inner);
  return [atom(place, cond, inner)];
}

function goFact(place: Place, name: string, inner: Inner): Unmet[] {
  const fact = place.definition.facts[name]!;
  const parts = go(place, fact.is, { not: inner.not, vars: {}, names: {} });
  if (parts.length) return parts;
  return [
    {
      ...(inner.not ? negated(fact) : text(fact)),
      found: null,
      reads: [...reads(fact.is)],
      cond: fact.is,
      not: inner.not,
      names: {},
    },
  ];
}
const text = ({ zh, en }: Text): Text => ({ zh, en });
const negated = ({ zh, en }: Text): Text => ({ zh: `不应：${zh}`, en: `must not hold: ${en}` });

function goMany(place: Place, cond: Extract<Cond, { all: Cond[] } | { any: Cond[] }>, inner: Inner): Unmet[] {
  const all = 'all' in cond;
  const parts = all ? cond.all : cond.any;
  if (all !== inner.not) return parts.flatMap((part) => go(place, part, inner));
  // “When … then …”: what it is about is given, so only the consequence is told.
  const [first, second] = parts;
  if (!all && parts.length === 2 && 'not' in first!) {
    const consequence = go(place, second!, inner);
    if (consequence.length) return consequence;
  }
  const many = parts.map((part) => go(place, part, inner));
  if (many.some((found) => found.length === 0)) return many.flat();
  if (many.length === 1) return many[0]!;
  return [
    {
      zh: many.map((found) => found.map((unmet) => unmet.zh).join('且')).join('；或'),
      en: many.map((found) => found.map((unmet) => unmet.en).join(' and ')).join('; or '),
      found: many.flat().map((unmet) => unmet.found),
      reads: [...new Set(many.flat().flatMap((unmet) => unmet.reads))],
      cond,
      not: inner.not,
      names: inner.names,
    },
  ];
}

function goLoop(place: Place, cond: Extract<Cond, { some: unknown } | { every: unknown }>, inner: Inner): Unmet[] {
  const every = 'every' in cond;
  const [list, name, where] = every ? cond.every : cond.some;
  const items = value(list, place.env, inner.vars);
  const source = sourceOf(list, inner.names);
  const names = { ...inner.names, [name]: `${source ?? 'list'}[]` };
  const of = opWords(place.definition, list, inner.names, place.form);
  if (every !== inner.not && Array.isArray(items))
    return items.flatMap((item) => {
      const label = itemLabel(of, item);
      return go(place, where, { not: inner.not, vars: { ...inner.vars, [name]: item }, names }).map((unmet) => ({
        ...unmet,
        zh: `${label.zh}：${unmet.zh}`,
        en: `${label.en}: ${unmet.en}`,
      }));
    });
  const told = inner.not
    ? { zh: `不得所有${of.zh}都符合条件`, en: `not every one of ${of.en} may fit` }
    : { zh: `须有符合条件的${of.zh}`, en: `there must be a fitting one among: ${of.en}` };
  return [
    {
      ...told,
      found: Array.isArray(items) ? items.map(idOf) : null,
      reads: fullReads(cond, inner),
      cond,
      not: inner.not,
      names: inner.names,
    },
  ];
}

/** Which member it is: by its id, for names are personal. */
function itemLabel(of: Named, item: unknown): Text {
  const id = idOf(item);
  return { zh: `${of.zh} ${id}`, en: `${of.en} ${id}` };
}
const idOf = (item: any): string => {
  const id = typeof item === 'object' && item !== null ? (item.id ?? item.no ?? item.code ?? '') : item;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : '';
};

function atom(place: Place, cond: Cond, inner: Inner): Unmet {
  const { definition, env, form } = place;
  const kind = Object.keys(cond)[0] as keyof typeof OPS;
  const [left, right] = kind === 'has' ? [(cond as { has: Op }).has] : (Object.values(cond)[0] as [Op, Op]);
  const words = OPS[kind];
  const [zh, en] = inner.not ? [words[2], words[3]] : [words[0], words[1]];
  const named = opWords(definition, left, inner.names, form);
  const found = value(left, env, inner.vars);
  const base = { reads: fullReads(cond, inner), cond, not: inner.not, names: inner.names };
  if (right === undefined) return { zh: `${named.zh}${zh}`, en: `${named.en} ${en}`, found: null, ...base };
  const wanted = value(right, env, inner.vars);
  if (kind === 'covers' && !inner.not && Array.isArray(found) && Array.isArray(wanted)) {
    const lack = wanted.filter((item) => member(item, found) === false);
    const shown = valueWords(definition, lack, named);
    return { zh: `${named.zh}缺少：${shown.zh}`, en: `${named.en} lacks: ${shown.en}`, found: scalars(lack), ...base };
  }
  const other = sideWords(definition, right, named, inner.names, form);
  const told = valueWords(definition, found, named);
  return {
    zh: `${named.zh}${zh}${other.zh}（现为${told.zh}）`,
    en: `${named.en} ${en} ${other.en} (found: ${told.en})`,
    found: told.zh === '已填' ? '已填' : scalars(found),
    ...base,
  };
}

/** The other side of a comparison: literals by the labels of this side. */
function sideWords(definition: Explained, op: Op, beside: Named, names: Names, form: Schema | undefined): Text {
  if (op === null || typeof op !== 'object' || Array.isArray(op))
    return valueWords(definition, op, { ...beside, schema: beside.schema && { ...beside.schema, personal: false } });
  return opWords(definition, op, names, form);
}

/** What may be kept of a found value: scalars and lists of them, no objects. */
function scalars(found: unknown): Json {
  if (absent(found) || typeof found === 'symbol') return null;
  if (Array.isArray(found)) return found.every((item) => typeof item !== 'object') ? (found as Json) : found.length;
  return typeof found === 'object' ? '已填' : (found as Json);
}

const fullReads = (cond: Cond, inner: Inner): string[] => [...reads(cond, { ...inner.names })];
