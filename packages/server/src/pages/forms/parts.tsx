/** @jsxRuntime automatic */
/** @jsxImportSource preact */
/** What all controls share: label, hint, fault. */
import type { ComponentChildren } from 'preact';
import type { Tell } from '../strings.ts';
import type { FieldNode } from './model.ts';

export interface FieldProps<N extends FieldNode = FieldNode> {
  node: N;
  t: Tell;
}

/** Names of what describes a control: its hint and its fault. */
export function described(node: FieldNode) {
  const by = [node.help && `${node.id}-h`, node.error && `${node.id}-e`].filter(Boolean).join(' ');
  return { ...(by ? { 'aria-describedby': by } : {}), ...(node.error ? { 'aria-invalid': 'true' as const } : {}) };
}
export const Fault = ({ node, t }: { node: FieldNode; t: Tell }) =>
  node.error ? (
    <p class="err" id={`${node.id}-e`}>
      <span class="vh">{t('errorPrefix')}</span>
      {node.error}
    </p>
  ) : null;
export const Hint = ({ node }: { node: FieldNode }) =>
  node.help ? (
    <p class="hint" id={`${node.id}-h`}>
      {node.help}
    </p>
  ) : null;
export const Optional = ({ node, t }: { node: FieldNode; t: Tell }) =>
  node.optional ? <span class="opt">{t('optional')}</span> : null;

/** A control with its label above it. */
export const Wrap = ({ node, t, children }: { node: FieldNode; t: Tell; children: ComponentChildren }) => (
  <div class={`fld w-${node.width}${node.error ? ' fld-err' : ''}`}>
    <label class="lbl" for={node.id}>
      {node.title}
      <Optional node={node} t={t} />
    </label>
    <Hint node={node} />
    <Fault node={node} t={t} />
    {children}
  </div>
);
/** Several controls that answer one question. */
export const Ask = ({ node, t, children }: { node: FieldNode; t: Tell; children: ComponentChildren }) => (
  <fieldset
    class={`fld w-${node.width === 'short' ? 'half' : node.width}${node.error ? ' fld-err' : ''}`}
    {...described(node)}
  >
    <legend class="lbl">
      {node.title}
      <Optional node={node} t={t} />
    </legend>
    <Hint node={node} />
    <Fault node={node} t={t} />
    {children}
  </fieldset>
);
