/** Code lists with literal code types: `readonly DisputeTypesItem[]`, so that a form infers the union of its codes. */
import { plain, wide } from './text.mjs';

/** Fields of the research that are notes to the reader, or kept elsewhere. */
const NOTES = new Set([
  'code',
  'label_zh',
  'label_en',
  'status',
  'note',
  'criteria',
  'caution',
  'basis',
  'format',
  'subtypes',
  'legalKind',
  'statGroup',
  'next',
  'mandatory',
  'requiresDocument',
  'requiresConsentBefore',
  'owner_zh',
  'plan',
]);

/** The three groups of sources in the Ministry's statistics. */
const STAT_GROUP = { 依申请: 'application', 主动: 'initiative', 接受委托移送: 'entrusted' };

const isLabel = (value) => typeof value === 'string';
function typeOf(values) {
  const kinds = new Set();
  const words = new Set(values.filter(isLabel));
  for (const value of values) {
    if (Array.isArray(value)) kinds.add('string[]');
    else if (value === null) kinds.add('null');
    else if (isLabel(value)) for (const word of words.size <= 12 ? words : []) kinds.add(JSON.stringify(word));
    else kinds.add(typeof value);
    if (isLabel(value) && words.size > 12) kinds.add('string');
  }
  return [...kinds].join(' | ');
}

function list(name, items) {
  const fields = [...new Set(items.flatMap((item) => Object.keys(item)))];
  const full = items.map((item) => Object.fromEntries(fields.map((field) => [field, item[field] ?? null])));
  const extra = fields.filter((field) => !['code', 'zh', 'en'].includes(field));
  const type = `${name[0].toUpperCase()}${name.slice(1)}Code`;
  const shape = extra.map((field) => `; ${field}: ${typeOf(full.map((item) => item[field]))}`).join('');
  return [
    `export type ${type} = ${items.map((item) => JSON.stringify(item.code)).join(' | ')};`,
    `export const ${name}: readonly (CodeItem & { code: ${type}${shape} })[] = [`,
    ...full.map((item) => `  ${JSON.stringify(item)},`),
    '];',
    '',
  ].join('\n');
}

export function codes(data) {
  const { lists } = data('code-lists');
  const texts = data('code-texts');
  const out = ["import type { CodeItem } from '@fengqiao/core';\n"];
  const item = (name) => (raw) => {
    const key = `${name}.${raw.code}`;
    const kept = Object.fromEntries(Object.entries(raw).filter(([field]) => !NOTES.has(field)));
    if (raw.statGroup) kept.group = STAT_GROUP[raw.statGroup];
    return {
      code: raw.code,
      zh: texts.zh[key] ?? wide(raw.label_zh),
      en: texts.en[key] ?? plain(raw.label_en),
      ...kept,
    };
  };
  const made = {};
  for (const [name, { items }] of Object.entries(lists)) if (items) made[name] = items.map(item(name));
  made.warningLevels = lists.warningRules.levels.map(item('warningLevels'));
  Object.assign(made, texts.lists);
  for (const [name, items] of Object.entries(made)) out.push(list(name, items));
  const { factors, hardTriggers } = lists.warningRules;
  const scoring = Object.fromEntries(factors.map(({ code, name_zh, ...score }) => [code, score]));
  out.push(`/** Default decision table of the warning level: product default, not law; a district replaces it. */`);
  out.push(`export const warningScoring = ${JSON.stringify(scoring, null, 2)} as const;\n`);
  out.push(`export const warningTriggers = ${JSON.stringify(hardTriggers, null, 2)} as const;\n`);
  out.push(`export const codeLists = { ${Object.keys(made).join(', ')} };`);
  return `${out.join('\n')}\n`;
}
