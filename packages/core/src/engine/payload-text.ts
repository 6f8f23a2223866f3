/** Words for what is wrong with a field. No value that somebody typed is repeated. */
import type { Schema } from '../language/definition.ts';
import type { Text } from '../language/text.ts';

export type Fault =
  | { kind: 'required'; path: PropertyKey[] }
  | { kind: 'unknown'; path: PropertyKey[]; name: string }
  | { kind: 'issue'; path: PropertyKey[]; issue: any };

/** A sentence in both languages that names the field and the rule of the schema that it breaks. */
export function faultText(fault: Fault, field: Schema | undefined): Text {
  const name = String(fault.path.findLast((key) => typeof key === 'string') ?? '');
  const position = fault.path.findLast((key) => typeof key === 'number');
  const zh = typeof field?.title === 'string' ? field.title : name || '表单';
  const en = typeof field?.en === 'string' ? field.en : name || 'the form';
  const [placeZh, placeEn] =
    typeof position === 'number' ? [`第${position + 1}项`, ` (item ${position + 1})`] : ['', ''];
  const say = (restZh: string, restEn: string): Text => ({
    zh: `${placeZh}${zh}${restZh}`,
    en: `${capital(en)}${placeEn} ${restEn}`,
  });
  if (fault.kind === 'unknown')
    return { zh: `表单中没有“${fault.name}”这一项`, en: `The form has no field “${fault.name}”` };
  if (fault.kind === 'required')
    return isFile(field) ? say('须上传', 'must be uploaded') : say('须填写', 'is required');
  return issueText(fault.issue, field, say);
}

type Say = (zh: string, en: string) => Text;

function issueText(issue: any, field: Schema | undefined, say: Say): Text {
  const money = field?.unit === 'fen';
  const n = (value: number) => (money ? (value / 100).toFixed(2) : String(value));
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string')
        return issue.minimum <= 1
          ? say('须填写', 'is required')
          : say(`至少须有${issue.minimum}个字`, `must have at least ${issue.minimum} characters`);
      if (issue.origin === 'array')
        return say(
          `至少须有${issue.minimum}项`,
          `must have at least ${issue.minimum} ${issue.minimum === 1 ? 'item' : 'items'}`,
        );
      return say(
        `不得小于${n(issue.minimum)}${money ? '元' : ''}`,
        `must be at least ${n(issue.minimum)}${money ? ' yuan' : ''}`,
      );
    case 'too_big':
      if (issue.origin === 'string')
        return say(`不得超过${issue.maximum}个字`, `must have at most ${issue.maximum} characters`);
      if (issue.origin === 'array')
        return say(
          `不得超过${issue.maximum}项`,
          `must have at most ${issue.maximum} ${issue.maximum === 1 ? 'item' : 'items'}`,
        );
      return say(
        `不得大于${n(issue.maximum)}${money ? '元' : ''}`,
        `must be at most ${n(issue.maximum)}${money ? ' yuan' : ''}`,
      );
    case 'invalid_format':
      if (issue.format === 'date') return say('须是日期（年-月-日）', 'must be a date (year-month-day)');
      if (issue.format === 'datetime') return say('须是日期和时间', 'must be a date and time');
      return say('格式不正确', 'has the wrong form');
    case 'invalid_value':
      return say('须从所列选项中选择', 'must be one of the listed choices');
    case 'not_multiple_of':
      return say(`须是${issue.divisor}的倍数`, `must be a multiple of ${issue.divisor}`);
    case 'invalid_type':
      return typeText(issue.expected, say);
    default:
      return say('填写有误', 'is not valid');
  }
}

function typeText(expected: string, say: Say): Text {
  if (expected === 'int' || expected === 'integer') return say('须是整数', 'must be a whole number');
  if (expected === 'number') return say('须是数字', 'must be a number');
  if (expected === 'boolean') return say('须选择是或否', 'must be yes or no');
  if (expected === 'array') return say('须是列表', 'must be a list');
  if (expected === 'string') return say('须是文字', 'must be text');
  return say('填写有误', 'is not valid');
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const isFile = (field: Schema | undefined) => field?.ui === 'file' || field?.ui === 'files';
