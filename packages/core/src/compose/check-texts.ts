/** Every shown string of a definition, in both languages. */
import type { Json } from '../language/expressions.ts';
import { textFaults } from '../language/text.ts';
import type { Composed } from './composed.ts';
import type { Report } from './findings.ts';
import { ownerOf, sayAt } from './owner.ts';

export function checkTexts(composed: Composed, report: Report): void {
  for (const [part, value] of Object.entries(composed))
    if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value as { [name: string]: Json }))
        visit(inner, `${part}.${name}`, ownerOf(composed, name), report);
}

function visit(node: Json, path: string, plugin: string | undefined, report: Report): void {
  if (node === null || typeof node !== 'object') return;
  if (!Array.isArray(node) && typeof node.zh === 'string' && typeof node.en === 'string')
    for (const fault of textFaults({ zh: node.zh, en: node.en }))
      sayAt(report, { path, plugin }, 'BAD_TEXT', `${node.zh || node.en}: ${fault}`);
  for (const [key, inner] of Object.entries(node))
    if (typeof inner === 'object') visit(inner, `${path}.${key}`, plugin, report);
}
