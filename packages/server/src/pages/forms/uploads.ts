/** Files that came with a form, as fields: the next rendering carries them unseen and nobody uploads twice. */
import type { Schema } from '@fengqiao/core';
import { componentOf, itemsOf, propertiesOf } from './component.ts';

export interface StoredUpload {
  /** Name of the file input: the path of its field. */
  field: string;
  sha256: string;
  size: number;
  type: string;
  name: string;
}

/** Fields with those of the stored files added: a single file replaces the one before, several are put behind. */
export function withUploads(
  schema: Schema,
  fields: Iterable<readonly [string, string]>,
  uploads: readonly StoredUpload[],
  prefix?: string,
): [string, string][] {
  let out = [...fields].map(([name, value]): [string, string] => [name, value]);
  for (const upload of uploads) {
    const kind = fileAt(schema, upload.field, prefix);
    if (!kind) continue;
    let path = upload.field;
    if (kind === 'files') {
      const taken = out.map(([name]) =>
        name.startsWith(`${path}.`) ? Number(name.slice(path.length + 1).split('.')[0]) : -1,
      );
      path = `${path}.${Math.max(-1, ...taken.filter(Number.isInteger)) + 1}`;
    } else out = out.filter(([name]) => !name.startsWith(`${path}.`));
    out.push(
      [`${path}.sha256`, upload.sha256],
      [`${path}.size`, String(upload.size)],
      [`${path}.type`, upload.type],
      [`${path}.name`, upload.name],
    );
  }
  return out;
}

/** Whether the field of this name takes a file or several; undefined: none, the upload is let go. */
function fileAt(schema: Schema, name: string, prefix?: string): 'file' | 'files' | undefined {
  let own: Schema | undefined = schema;
  const segments = (prefix && name.startsWith(`${prefix}.`) ? name.slice(prefix.length + 1) : name).split('.');
  for (const segment of segments) {
    own = /^\d{1,3}$/.test(segment) ? itemsOf(own) : propertiesOf(own).find(([key]) => key === segment)?.[1];
    if (!own) return undefined;
  }
  try {
    const component = componentOf(own, name);
    return component === 'files' ? 'files' : component === 'file' || component === 'fileOrWords' ? 'file' : undefined;
  } catch {
    return undefined;
  }
}
