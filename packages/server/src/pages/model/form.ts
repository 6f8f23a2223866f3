/** A form on a page: the generated fields and what surrounds them. */
import type { FieldError, FieldNode } from '../forms/model.ts';
import type { Shown } from '../text.ts';
import type { Link, ReasonView } from './chrome.ts';

export interface FormView {
  action: string;
  /** Sent unseen, in order: `_csrf`, `_id` (event id), `_basis` … */
  hidden: readonly (readonly [name: string, value: string])[];
  /** From `formModel(schema, …)`. */
  fields: readonly FieldNode[];
  /** From `formModel(envelopeSchema(…), { prefix: 'envelope', … })`: day of the act, on whose behalf, evidence. */
  envelope?: readonly FieldNode[];
  /** All faults of the fields, in order: shown in the summary with links. */
  errors?: readonly FieldError[];
  /** Refusals that belong to no field: rules, blocks, state. */
  problems?: readonly ReasonView[];
  /** What the main button says. */
  submit: Shown;
  /** Sentence under the title. */
  intro?: Shown;
  /** Way out without sending. */
  cancel?: Link;
  /** Key of the draft; the button 暂存 and the autosave are there when set. */
  draft?: {
    key: string;
    /** Instant at which it was kept last, as text in the zone of the district. */
    savedAt?: string;
    /** The values shown come from the draft. */
    restored?: boolean;
    /** POST address that drops it (restored banner). */
    dropAction?: string;
  };
  /** True when the form was changed by a button (add, remove): the page says so politely. */
  changed?: boolean;
}
