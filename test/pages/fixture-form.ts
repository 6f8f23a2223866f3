/** A form with every kind of field. */
import {
  date,
  file,
  files,
  instant,
  int,
  label,
  money,
  oneOf,
  refer,
  refers,
  type Schema,
  schemaOf,
  text,
  titled,
  yes,
} from '@fengqiao/core';
import { z } from 'zod';

const many = Object.fromEntries(Array.from({ length: 18 }, (_, n) => [`k${n}`, [`选项${n}`, `option ${n}`] as const]));
const some = Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`s${n}`, [`类别${n}`, `kind ${n}`] as const]));

export const FORM: Schema = schemaOf(
  z.object({
    kind: oneOf({ joint: ['共同调解', 'joint'], separate: ['背对背', 'separate'] }, '形式', 'form'),
    when: instant('调解时间', 'time', { help: { zh: '按当地时间填写', en: 'local time' } }),
    day: date('日期', 'day').optional(),
    place: label('地点', 'place').optional(),
    type: oneOf(some, '类别', 'kind').optional(),
    list: oneOf(many, '事由', 'ground').optional(),
    people: refers('party', '到场当事人', 'present', 1),
    who: refer('party', '发言人', 'speaker').optional(),
    amount: money('协议金额', 'amount').optional(),
    count: int('人数', 'number').optional(),
    idNo: label('证件号码', 'ID number', 1, 40, { ui: 'idcard', personal: true }).optional(),
    note: text('调解经过', 'minutes', 20, 2000, {
      help: { zh: '记录各方主张、争议焦点和调解意见', en: 'what each side said' },
    }),
    clauses: titled(
      z
        .array(
          z.object({
            id: label('编号', 'id', 1, 20, { auto: 'id' }),
            no: int('条款号', 'no', 1, 200),
            text: text('内容', 'text', 1, 1000),
            amount: money('金额', 'amount').optional(),
            names: titled(z.array(label('姓名', 'name')).max(5), '涉及人员', 'people named').optional(),
          }),
        )
        .min(1)
        .max(100),
      '条款',
      'clauses',
      { label: 'no' },
    ),
    check: titled(
      z.object({ lawful: yes('内容不违反法律', 'lawful'), free: yes('各方自愿', 'of free will') }),
      '审查',
      'review',
    ),
    handed: titled(
      z.object({ unit: label('移送单位', 'unit'), sealed: yes('已盖章', 'sealed') }),
      '移送',
      'handed over by',
    ).optional(),
    proof: titled(z.union([file('文件', 'file'), text('凭据说明', 'description', 2, 300)]), '凭据', 'proof').optional(),
    papers: files('材料', 'files'),
    sure: yes('各方已核对笔录并同意', 'all have read and agree'),
  }),
);
