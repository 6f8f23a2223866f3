/** The glossary: the field's terms in Chinese, their usual English and the project's identifier. */
import { wide } from './text.mjs';

export function glossary(data) {
  const { entries } = data('glossary');
  return [
    'export interface GlossaryEntry { section: string; zh: string; en: string; id?: string; definition: string }\n',
    'export const glossary: readonly GlossaryEntry[] = [',
    ...entries.map((entry) => `  ${JSON.stringify({ ...entry, zh: wide(entry.zh) })},`),
    '];\n',
  ].join('\n');
}
