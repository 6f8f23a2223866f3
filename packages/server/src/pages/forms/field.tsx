/** @jsxRuntime automatic */
/** @jsxImportSource preact */
/** Draws the nodes of a generated form. Works without script: adding and removing are buttons of the form. */
import type { Tell } from '../strings.ts';
import { Area, Day, Line, Options, Select, Tick } from './controls.tsx';
import { FileField } from './file-field.tsx';
import type { FieldNode, GroupNode, RepeatNode } from './model.ts';
import { ITEM_MARK } from './parse.ts';
import { Fault, type FieldProps, Hint, Optional } from './parts.tsx';

type Deep<N extends FieldNode = FieldNode> = FieldProps<N> & {
  /** Depth of nesting, for the frames. */
  depth: number;
};

export const Fields = ({ nodes, t, depth = 0 }: { nodes: readonly FieldNode[]; t: Tell; depth?: number }) => (
  <div class="grid">
    {nodes.map((node) => (
      <Field node={node} t={t} depth={depth} />
    ))}
  </div>
);

function Field({ node, t, depth }: Deep) {
  switch (node.kind) {
    case 'hidden':
      return <input type="hidden" name={node.path} value={node.value} />;
    case 'text':
      return <Line node={node} t={t} />;
    case 'textarea':
      return <Area node={node} t={t} />;
    case 'date':
    case 'datetime-local':
    case 'time':
      return <Day node={node} t={t} />;
    case 'radios':
    case 'checkboxes':
      return <Options node={node} t={t} />;
    case 'select':
    case 'lookup':
      return <Select node={node} t={t} />;
    case 'boolean':
      return <Tick node={node} t={t} />;
    case 'file':
      return <FileField node={node} t={t} />;
    case 'group':
      return <Group node={node} t={t} depth={depth} />;
    case 'repeat':
      return <Repeat node={node} t={t} depth={depth} />;
  }
}

const Group = ({ node, t, depth }: Deep<GroupNode>) => (
  <fieldset class={`grp w-full${node.error ? ' fld-err' : ''}`} id={node.id} tabIndex={-1}>
    <legend class="grp-t">
      {node.title}
      <Optional node={node} t={t} />
    </legend>
    <Hint node={node} />
    <Fault node={node} t={t} />
    <Fields nodes={node.children} t={t} depth={depth + 1} />
  </fieldset>
);

/** A list of parts, each its own fieldset. */
function Repeat({ node, t, depth }: Deep<RepeatNode>) {
  // A list of single values needs no frame around each.
  const single = node.items.every(({ path, children }) => children[0]?.path === path);
  return (
    <fieldset
      class={`rep w-full rep-${depth > 0 ? 'in' : 'top'}${node.error ? ' fld-err' : ''}`}
      id={node.id}
      tabIndex={-1}
    >
      <legend class="grp-t">
        {node.title}
        <Optional node={node} t={t} />
      </legend>
      <Hint node={node} />
      <Fault node={node} t={t} />
      {node.items.length ? null : <p class="rep-0">{t('noneYet')}</p>}
      {node.items.map((item) => {
        const remove = item.removable ? (
          <button
            class="btn btn-q btn-s rep-x"
            type="submit"
            name="_op"
            value={`del:${node.path}:${item.path.split('.').at(-1)}`}
            formNoValidate
          >
            {t('remove')}
            <span class="vh">{` ${item.title}`}</span>
          </button>
        ) : null;
        if (single)
          return (
            <div class="rep-l">
              <Field node={item.children[0]!} t={t} depth={depth + 1} />
              {remove}
            </div>
          );
        return (
          <fieldset class="rep-i" id={`f-${item.path.replaceAll('.', '-')}`} tabIndex={-1}>
            <legend>
              {item.title}
              {item.label ? <span class="rep-n">{item.label}</span> : null}
            </legend>
            <input type="hidden" name={`${item.path}.${ITEM_MARK}`} value="1" />
            {remove}
            <Fields nodes={item.children} t={t} depth={depth + 1} />
          </fieldset>
        );
      })}
      {node.canAdd ? (
        <button class="btn btn-2 btn-s rep-a" type="submit" name="_op" value={`add:${node.path}`} formNoValidate>
          {t('add', { what: node.itemTitle })}
        </button>
      ) : null}
    </fieldset>
  );
}
