/** The official papers by code, and the internal ones of the dispute chart. */
import { plain, wide } from './text.mjs';

export function documents(data) {
  const texts = data('document-texts');
  const official = data('documents')
    .documents.filter(({ code }) => !texts.blocks.includes(code))
    .map(({ code, zh, en }) => ({
      code,
      document: {
        zh: wide(zh),
        en: plain(texts.en[code] ?? en),
        ...(texts.internal.includes(code) ? { internal: true } : {}),
      },
    }));
  const made = [...official, ...Object.entries(texts.more).map(([code, document]) => ({ code, document }))];
  return [
    "import type { DocumentDef } from '@fengqiao/core';\n",
    `export type DocumentCode = ${made.map(({ code }) => JSON.stringify(code)).join(' | ')};\n`,
    'export const documents: { readonly [code in DocumentCode]: DocumentDef } = {',
    ...made.map(({ code, document }) => `  ${JSON.stringify(code)}: ${JSON.stringify(document)},`),
    '};\n',
  ].join('\n');
}
