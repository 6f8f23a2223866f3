/** Chinese strings get full-width punctuation; English ones lose Chinese asides, which a reader of English cannot use. */
const WIDE = { '(': '（', ')': '）', ',': '，', ';': '；', ':': '：', '?': '？', '!': '！' };
const HAN = /[\u3400-\u9fff]/u;

/** Full-width punctuation; a bracket or comma between Latin letters or digits stays as it is. */
export const wide = (zh) =>
  zh
    .replace(/ ?([(),;:?!]) ?/g, (whole, mark, at) => {
      const [before, after] = [zh[at - 1] ?? '', zh[at + whole.length] ?? ''];
      return /[0-9]/.test(before) && /[0-9]/.test(after) ? whole : WIDE[mark];
    })
    .trim();

/** English without its Chinese asides in brackets. What is left in Chinese is an error: give it in a text file. */
export const plain = (en) => {
  const without = en
    .replace(/ ?\([^()]*[\u3400-\u9fff][^()]*\)/gu, '')
    .replaceAll('`', '')
    .trim();
  if (HAN.test(without)) throw new Error(`Chinese left in an English text: ${without}`);
  return without;
};
export const hasHan = (text) => HAN.test(text);
