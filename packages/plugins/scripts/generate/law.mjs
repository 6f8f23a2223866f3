/** The rules of law by id: Chinese and English, with the basis in Chinese. */
import { basisOf, DEFAULT_BASIS } from './basis.mjs';
import { plain, wide } from './text.mjs';

/** The law that a bare article number means, by the section of the rule. */
const SECTION = {
  PM: '人民调解法',
  CM: '特邀调解规定',
  JC: '民诉法解释',
  LB: '劳动争议调解仲裁法',
  MD: '医疗纠纷预防和处理条例',
  TR: '道路交通事故处理程序规定',
  AD: '行政复议法',
  PE: '信访工作条例',
  PI: '个人信息保护法',
  LA: '法律援助法',
};

export function law(data) {
  const texts = data('law-texts');
  const made = data('law').rules.map(({ id, title, rule, basis, status }) => {
    const en = texts.en[id] ?? `${plain(title)}. ${plain(rule)}`.trim().replace(/\.$/, '.');
    const found = texts.basis[id] ?? (basis === '-' ? DEFAULT_BASIS : basisOf(basis, SECTION[id.split('-')[1]]));
    // Verified means that the article was read; the rest says so where the rule is shown.
    return {
      id,
      rule: { zh: wide(texts.zh[id]), en: plain(en), basis: found, verified: status.startsWith('[verified') },
    };
  });
  return [
    `export type LawId = ${made.map(({ id }) => JSON.stringify(id)).join(' | ')};\n`,
    'export const law: { readonly [id in LawId]: { zh: string; en: string; basis: string; verified: boolean } } = {',
    ...made.map(({ id, rule }) => `  ${JSON.stringify(id)}: ${JSON.stringify(rule)},`),
    '};\n',
  ].join('\n');
}
