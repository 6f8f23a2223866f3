/** What a generated form is made of: one node per field, derived from the JSON Schema, drawn by `field.tsx`. */
import type { Json } from '@fengqiao/core';
import type { Lang } from '../text.ts';

/** Something that a field offers: `value` is sent, `label` is shown in the language of the page. */
export interface Choice {
  value: string;
  label: string;
  /** Heading under which it stands in a long list. */
  group?: string;
  note?: string;
}
/** What a `ref` chooses from, at the dotted path of the field; undefined: nothing is known, a text box is shown. */
export type ChoicesOf = (ref: string, path: string) => readonly Choice[] | undefined;

export interface FieldError {
  /** Dotted path of the field (`parties.0.name`); empty: the form as a whole. */
  path: string;
  text: string;
}

export interface FormOptions {
  /** The values as they stand: a payload, a draft, or what was typed and refused. */
  values?: Json;
  errors?: readonly FieldError[];
  lang: Lang;
  choices?: ChoicesOf;
  /** IANA zone of the district: instants are shown and read in it. */
  zone: string;
  /** Path before all names, `envelope` for instance. */
  prefix?: string;
}

interface NodeBase {
  /** Dotted name, as it is sent and as errors name it. */
  path: string;
  /** `f-parties-0-name` */
  id: string;
  title: string;
  help?: string;
  optional: boolean;
  error?: string;
  /** How wide the control is: a code, a name, a line. */
  width: 'short' | 'half' | 'full';
}
export interface TextNode extends NodeBase {
  kind: 'text';
  value: string;
  maxLength?: number;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel';
  autoComplete?: string;
  /** What stands after the box (元). */
  unit?: string;
  style: 'plain' | 'money' | 'number' | 'code';
}
export interface AreaNode extends NodeBase {
  kind: 'textarea';
  value: string;
  maxLength?: number;
  rows: number;
}
export interface DateNode extends NodeBase {
  kind: 'date' | 'datetime-local' | 'time';
  value: string;
}
export interface ChoiceNode extends NodeBase {
  kind: 'radios' | 'select' | 'lookup';
  value: string;
  options: readonly Choice[];
}
export interface ChecksNode extends NodeBase {
  kind: 'checkboxes';
  values: readonly string[];
  options: readonly Choice[];
}
export interface BooleanNode extends NodeBase {
  kind: 'boolean';
  checked: boolean;
}
export interface GroupNode extends NodeBase {
  kind: 'group';
  children: readonly FieldNode[];
}
export interface RepeatNode extends NodeBase {
  kind: 'repeat';
  items: readonly RepeatItem[];
  /** What one of them is called. */
  itemTitle: string;
  /** False where the most that the schema allows is reached. */
  canAdd: boolean;
}
export interface RepeatItem {
  path: string;
  /** `当事人 2` */
  title: string;
  /** Name typed so far, beside the title. */
  label?: string;
  removable: boolean;
  children: readonly FieldNode[];
}
export interface UploadedFile {
  sha256: string;
  size: string;
  type: string;
  name: string;
}
export interface FileNode extends NodeBase {
  kind: 'file';
  multiple: boolean;
  uploaded: readonly (UploadedFile & { path: string })[];
  /** The proof may be told in words instead: the text that was typed. */
  words?: { value: string; title: string; maxLength?: number };
}
export interface HiddenNode extends NodeBase {
  kind: 'hidden';
  value: string;
}
export type FieldNode =
  | TextNode
  | AreaNode
  | DateNode
  | ChoiceNode
  | ChecksNode
  | BooleanNode
  | GroupNode
  | RepeatNode
  | FileNode
  | HiddenNode;

/** What a button of the form asked for instead of sending it. */
export type Operation = { kind: 'add' | 'del'; path: string; index?: number } | { kind: 'draft' } | { kind: 'edit' };

export interface ParsedForm {
  /** Values by the schema; what cannot be read stays as it was typed, so that it is refused at its field. */
  payload: { [key: string]: Json };
  /** Set: nothing is to be decided, the form is shown again with the changed values. */
  operation?: Operation;
  /** Names that the schema does not have; those that begin with `_` are not among them. */
  unknown: string[];
}

/** A schema that no component exists for: found at start, never a silent text box. */
export class FormFieldUnknown extends Error {
  readonly code = 'FORM_FIELD_UNKNOWN';
  readonly path: string;
  constructor(path: string, why: string) {
    super(`FORM_FIELD_UNKNOWN ${path}: ${why}`);
    this.path = path;
  }
}

export const idOf = (path: string): string => `f-${path.replaceAll('.', '-')}`;
