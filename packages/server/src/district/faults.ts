/** What is wrong with district files: all of it at once, before anything runs. */
import type { Text } from '@fengqiao/core';

export interface DistrictFault {
  /** Stable code. */
  code: string;
  /** File and place in it. */
  path: string;
  text: Text;
}

const TEXTS = {
  DISTRICT_UNREADABLE: { zh: '文件无法读取或不是 JSON', en: 'the file cannot be read or is not JSON' },
  DISTRICT_SHAPE: { zh: '内容不符合辖区文件的格式', en: 'this does not fit the form of a district file' },
  DISTRICT_NONE: { zh: '目录中没有辖区文件', en: 'the folder has no district file' },
  DISTRICT_TWICE: { zh: '编号重复', en: 'the id is used twice' },
  DISTRICT_UNKNOWN: { zh: '引用的编号不存在', en: 'the id that is referred to does not exist' },
  DISTRICT_CIRCLE: { zh: '上级单位形成循环', en: 'units are above each other in a circle' },
  DISTRICT_DATES: { zh: '结束日期早于开始日期', en: 'the last day is before the first' },
  DISTRICT_ZONE: { zh: '时区不存在', en: 'there is no such time zone' },
  DISTRICT_CHART: { zh: '没有这种流程', en: 'there is no such chart' },
  DISTRICT_PLUGIN: { zh: '没有这个插件', en: 'there is no such plugin' },
  DISTRICT_ROLE: { zh: '各流程中没有这个角色', en: 'no chart of the district has this role' },
  DISTRICT_CODE: { zh: '各流程的代码表中没有这个代码', en: 'no code list of the charts has this code' },
} as const satisfies { [code: string]: Text };

export const faultOf = (code: keyof typeof TEXTS, path: string, more?: string): DistrictFault => ({
  code,
  path,
  text: more === undefined ? TEXTS[code] : { zh: `${TEXTS[code].zh}：${more}`, en: `${TEXTS[code].en}: ${more}` },
});

/** Thrown with every fault of every file. */
export class DistrictsRefused extends Error {
  readonly code = 'DISTRICTS_REFUSED';
  readonly faults: readonly DistrictFault[];
  constructor(faults: readonly DistrictFault[]) {
    super(faults.map(({ code, path, text }) => `${code} ${path}: ${text.zh} (${text.en})`).join('\n'));
    this.name = 'DistrictsRefused';
    this.faults = faults;
  }
}
