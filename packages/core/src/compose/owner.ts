/** Whose a part of a composed definition is. */
import type { Composed } from './composed.ts';
import type { FindingCode, Report } from './findings.ts';
import { isBlock } from './names.ts';

/** The plugin that a full name belongs to; undefined for the base. */
export const ownerOf = (composed: Composed, name: string): string | undefined =>
  composed.plugins.find(
    (plugin) =>
      name.startsWith(`${plugin}.`) || (isBlock(name) && name.slice('BLOCKED_BY:'.length).startsWith(`${plugin}.`)),
  );

/** Reports at a place of which the owner is known. */
export interface Place {
  path: string;
  plugin?: string | undefined;
}
export const sayAt = (report: Report, place: Place, code: FindingCode, name: string, inner = ''): void =>
  report(code, {
    path: inner ? `${place.path}.${inner}` : place.path,
    name,
    ...(place.plugin && { plugin: place.plugin }),
  });
