/** Optional values that a rule reads without saying what absent means: missing refuses, which may not be what was meant. */

import type { Schema } from '../language/definition.ts';
import { walk } from '../language/reads.ts';
import type { Composed } from './composed.ts';
import type { Report } from './findings.ts';
import { ownerOf, sayAt } from './owner.ts';

export function checkOptional(composed: Composed, report: Report): void {
  for (const [name, rule] of Object.entries(composed.rules)) {
    const spoken = new Set<string>();
    walk([rule.need, rule.needOn], (part) => {
      const path = part.has?.get;
      if (typeof path === 'string') spoken.add(path);
    });
    walk([rule.need, rule.needOn], (part) => {
      if (typeof part.get !== 'string' || part.else !== undefined || spoken.has(part.get)) return;
      const [root, ...keys] = part.get.split('.') as [string, ...string[]];
      if (root === 'data' && optional(composed.data, keys))
        sayAt(report, { path: `rules.${name}`, plugin: ownerOf(composed, name) }, 'OPTIONAL_READ', part.get);
    });
  }
}

function optional(schema: Schema | undefined, keys: readonly string[]): boolean {
  const [key, ...rest] = keys;
  const properties = schema?.properties as { [name: string]: Schema } | undefined;
  if (key === undefined || !properties?.[key] || key === 'ext') return false;
  const part = properties[key];
  const required = (schema?.required as string[] | undefined)?.includes(key) ?? false;
  // Lists are read by loops, for which absent and empty are told apart by the loop itself.
  return part.type !== 'array' && (!required || optional(part, rest));
}
