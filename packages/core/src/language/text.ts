/** A shown string: Chinese first, English beside it. `{name}` marks a named parameter. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}

/** Values for the named parameters of a text. */
export type TextParams = Readonly<Record<string, string | number>>;

const PARAMETER = /\{([a-zA-Z][a-zA-Z0-9]*)\}/g;

/** Names of the parameters that a string expects, sorted, without duplicates. */
export function parametersOf(shown: string): string[] {
  return [...new Set([...shown.matchAll(PARAMETER)].map((found) => found[1]!))].sort();
}

/** Fills the named parameters in both languages. A parameter without a value stays visible, so that it is noticed. */
export function fill(text: Text, params: TextParams): Text {
  const put = (shown: string) => shown.replace(PARAMETER, (whole, name) => String(params[name] ?? whole));
  return { zh: put(text.zh), en: put(text.en) };
}

/** What is wrong with a shown string; empty when nothing is. Run over every text of a definition at start. */
export function textFaults(text: Text): string[] {
  const faults: string[] = [];
  if (!text.zh?.trim()) faults.push('zh is empty');
  if (!text.en?.trim()) faults.push('en is empty');
  if (text.zh && !/[\u3400-\u9fff]/u.test(text.zh)) faults.push('zh has no Chinese character');
  if (text.en && /[\u3400-\u9fff]/u.test(text.en)) faults.push('en has Chinese characters');
  const [zh, en] = [parametersOf(text.zh ?? ''), parametersOf(text.en ?? '')];
  if (zh.join() !== en.join()) faults.push(`parameters differ: zh ${zh.join(', ')}; en ${en.join(', ')}`);
  return faults;
}
