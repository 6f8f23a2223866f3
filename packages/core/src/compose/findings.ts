/** What may be wrong with a definition: a closed list of codes with their words and remedies. */
import type { Text } from '../language/text.ts';
import { fill } from '../language/text.ts';
import type { Finding } from './composed.ts';

interface FindingDef extends Text {
  level: 'error' | 'warning';
  remedy?: Text;
}
const def = (level: 'error' | 'warning', zh: string, en: string, remedy?: [zh: string, en: string]): FindingDef => ({
  level,
  zh,
  en,
  ...(remedy && { remedy: { zh: remedy[0], en: remedy[1] } }),
});
const unknown = (zh: string, en: string) =>
  def('error', `没有定义${zh}“{name}”`, `no ${en} “{name}” is defined`, [
    `更正名称或补充定义`,
    `correct the name or define it`,
  ]);

export const FINDINGS = {
  BAD_PLUGIN_ID: def('error', '插件编号“{name}”不符合格式', 'the plugin id “{name}” has the wrong form', [
    '只用小写字母和连字符，以字母开头',
    'use lower-case letters and hyphens, a letter first',
  ]),
  WRONG_BASE: def('error', '插件面向的流程“{name}”不是本流程', 'the plugin is written for the chart “{name}”', [
    '在对应流程中安装',
    'install it with that chart',
  ]),
  DUPLICATE_ID: def('error', '“{name}”重复定义', '“{name}” is defined twice', ['改用其他名称', 'use another name']),
  DECLARED_DIFFERENTLY: def('error', '“{name}”与已有的定义不一致', '“{name}” is declared differently elsewhere', [
    '使两处定义一致',
    'make both declarations equal',
  ]),
  MISSING_CAPABILITY: def('error', '缺少所需的能力“{name}”', 'the required capability “{name}” is missing', [
    '安装提供该能力的插件',
    'install the plugin that gives it',
  ]),
  UNKNOWN_STATE: unknown('状态', 'state'),
  UNKNOWN_POINT: unknown('扩展点', 'point'),
  UNKNOWN_EVENT: unknown('事件', 'event'),
  UNKNOWN_RULE: unknown('规则', 'rule'),
  UNKNOWN_TERM: unknown('期限', 'term'),
  UNKNOWN_DOCUMENT: unknown('文书', 'document'),
  UNKNOWN_NOTICE: unknown('通知', 'notice'),
  UNKNOWN_SIGNAL: unknown('信号', 'signal'),
  UNKNOWN_FACT: unknown('判断', 'fact'),
  UNKNOWN_VALUE: unknown('取值', 'value'),
  UNKNOWN_ASK: unknown('查询', 'question'),
  UNKNOWN_CODES: unknown('代码表', 'code list'),
  UNKNOWN_ROLE: unknown('角色', 'role'),
  UNKNOWN_REGION: unknown('区域', 'region'),
  UNKNOWN_LAW: def('warning', '没有收录法规条目“{name}”', 'the rule of law “{name}” is not in the table', [
    '补充法规条目',
    'add it to the table of law',
  ]),
  UNKNOWN_PARAM: unknown('参数', 'parameter'),
  UNKNOWN_DATA: def('error', '案件数据中没有“{name}”', 'the data of the subject has no “{name}”', [
    '更正路径或在数据中增加该项',
    'correct the path or add the field to the data',
  ]),
  UNKNOWN_FIELD: def('error', '表单中没有“{name}”', 'the form has no field “{name}”', [
    '更正路径或在表单中增加该项',
    'correct the path or add the field to the form',
  ]),
  FIELD_NOT_ON_EVENT: def(
    'warning',
    '部分事件的表单中没有“{name}”',
    'some forms of its events have no field “{name}”',
    ['用 needOn 区分或用 or 说明', 'tell the events apart by needOn, or say or'],
  ),
  UNKNOWN_PATH: def('error', '无法读取“{name}”', '“{name}” cannot be read', ['更正路径', 'correct the path']),
  UNREACHABLE_STATE: def('error', '没有通往状态“{name}”的途径', 'no way leads to the state “{name}”', [
    '增加到该状态的转换或删除该状态',
    'add a row to it or remove it',
  ]),
  UNUSED_EVENT: def('warning', '事件“{name}”在任何状态下都不能办理', 'the event “{name}” can be taken in no state', [
    '增加使用该事件的转换或删除该事件',
    'add a row for it or remove it',
  ]),
  NOBODY_MAY: def('error', '没有任何角色可以办理“{name}”', 'no role may send “{name}”', [
    '在转换中写明可以办理的角色',
    'name the roles in the row',
  ]),
  REGION_TAKES_FOREIGN_EVENT: def(
    'error',
    '区域使用了不属于本插件的事件“{name}”',
    'the region takes the event “{name}”, which is not of its plugin',
    ['改用本插件的事件，或用 onBase 写更新', 'use an event of the plugin, or updates under onBase'],
  ),
  REGION_WRITES_OUTSIDE: def(
    'error',
    '区域写入了本插件以外的数据“{name}”',
    'the region writes “{name}”, which is outside its slice',
    ['只写 data.ext.<插件>', 'write under data.ext.<plugin> only'],
  ),
  BLOCKS_NEVER_BLOCKED: def('error', '任何区域都不得阻止“{name}”', 'no region may block “{name}”', [
    '从阻止列表中删除',
    'take it off the list',
  ]),
  REGION_NEVER_DONE: def('error', '区域“{name}”无法到达完成状态', 'the region “{name}” cannot reach a done state', [
    '增加通往完成状态的转换',
    'add rows that lead to a done state',
  ]),
  RESERVED_STATE: def('error', '“none”是保留名称，不能用作状态', '“none” is reserved and cannot be a state', [
    '改用其他名称',
    'use another name',
  ]),
  AUTO_OUTSIDE_BODY: def(
    'error',
    '只有主流程可以有自动转换（“{name}”）',
    'only the body may have automatic rows (“{name}”)',
    ['改为事件转换', 'make it a row of an event'],
  ),
  AUTO_WITHOUT_WHEN: def('error', '自动转换“{name}”没有条件', 'the automatic row “{name}” has no condition', [
    '写明条件',
    'give it a condition',
  ]),
  FIELD_WITHOUT_TITLE: def('error', '字段“{name}”没有中英文名称', 'the field “{name}” has no title in both languages', [
    '写明 title 和 en',
    'give it title and en',
  ]),
  CODE_WITHOUT_LABEL: def('error', '选项“{name}”没有中英文名称', 'the choice “{name}” has no label in both languages', [
    '写明 labels',
    'give it labels',
  ]),
  BAD_TEXT: def('error', '文字有误：{name}', 'a text is wrong: {name}', [
    '更正中英文文字',
    'correct the text in both languages',
  ]),
  SCHEMA_OUTSIDE_SUBSET: def(
    'error',
    '表单使用了不支持的写法“{name}”',
    'the schema uses “{name}”, which is not supported',
    ['只用列出的 zod 子集', 'use the listed subset of zod'],
  ),
  OPTIONAL_READ: def(
    'warning',
    '可能没有值的“{name}”未作说明就被读取',
    '“{name}” may be absent and is read without must, or, or has',
    ['用 must、or 或 has 说明', 'say must, or, or has'],
  ),
  MEMBER_PATCHED_OUTSIDE: def(
    'error',
    '成员状态“{name}”只能由成员转换改变',
    'the state of a member, “{name}”, is changed outside member rows',
    ['改为成员转换', 'make it a row of the member region'],
  ),
  MEMBER_STATE_UPDATES: def(
    'error',
    '成员状态“{name}”不能有进入或离开更新',
    'the member state “{name}” cannot have entry or exit updates',
    ['写在成员转换中', 'write them in the member rows'],
  ),
  TERM_EVENT_MISSING: def('error', '定义了期限，但没有事件 TERM_EXPIRED', 'there are terms but no event TERM_EXPIRED', [
    '增加由时钟发出的 TERM_EXPIRED',
    'add TERM_EXPIRED, sent by the clock',
  ]),
  UNKNOWN_MEMBER_LIST: def(
    'error',
    '成员列表“{name}”不在案件数据中',
    'the list of members “{name}” is not in the data',
    ['更正列表名称', 'correct the name of the list'],
  ),
} as const satisfies { [code: string]: FindingDef };
export type FindingCode = keyof typeof FINDINGS;

export type Report = (code: FindingCode, at: { path: string; plugin?: string; name: string }) => void;

/** Collects findings; the same one at the same place is kept once. */
export function reporter(): { report: Report; findings: Finding[] } {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  return {
    findings,
    report(code, { path, plugin, name }) {
      const key = `${code} ${path} ${name}`;
      if (seen.has(key)) return;
      seen.add(key);
      const { level, remedy, ...text }: FindingDef = FINDINGS[code];
      findings.push({
        code,
        level,
        path,
        ...(plugin && { plugin }),
        ...fill({ zh: text.zh, en: text.en }, { name }),
        ...(remedy && { remedy }),
      });
    },
  };
}
