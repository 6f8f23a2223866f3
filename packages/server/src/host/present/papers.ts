/** Papers that were produced, and files that came with acts. */

import type { Json } from '@fengqiao/core';
import { isPersonalRef } from '@fengqiao/core';
import type { FileView, PaperView } from '../../pages/model.ts';
import type { Opened } from '../call.ts';
import { memberName } from './names.ts';
import { eventText } from './timeline.ts';

/** Internal papers are not shown to parties. */
export function papersOf(opened: Opened, party: boolean): PaperView[] {
  return [...opened.subject.documents].reverse().flatMap((paper) => {
    const def = opened.definition.documents[paper.code];
    if (party && def?.internal) return [];
    return [
      {
        title: def ? { zh: def.zh, en: def.en } : paper.code,
        ...(paper.party ? { of: memberName(opened, paper.party) } : {}),
        on: paper.on,
        ...(def?.internal ? { internal: true } : {}),
      },
    ];
  });
}

/** Every file in the history, once, newest first. */
export function filesOf(opened: Opened, base: string): FileView[] {
  const found = new Map<string, FileView>();
  for (const entry of opened.entries)
    for (const file of filesIn([entry.payload, entry.actor.evidence ?? null])) {
      const name = isPersonalRef(file.name) ? opened.personal.get(file.name.ref) : String(file.name ?? '');
      found.set(file.sha256, {
        name: name || file.sha256.slice(0, 12),
        size: file.size,
        type: file.type,
        sha256: file.sha256,
        href: `${base}/files/${file.sha256}`,
        with: eventText(opened, entry),
        on: entry.effectiveAt,
      });
    }
  return [...found.values()].reverse();
}

export interface FileInside {
  sha256: string;
  size: number;
  type: string;
  name?: Json;
}
/** Objects that are files, anywhere inside. */
export function filesIn(value: Json): FileInside[] {
  if (Array.isArray(value)) return value.flatMap(filesIn);
  if (value === null || typeof value !== 'object') return [];
  if (typeof value.sha256 === 'string' && typeof value.size === 'number') return [value as unknown as FileInside];
  return Object.values(value).flatMap(filesIn);
}
