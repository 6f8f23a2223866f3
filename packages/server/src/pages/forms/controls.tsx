/** @jsxRuntime automatic */
/** @jsxImportSource preact */
/** The controls of a form: one for each kind of answer. */

import type { AreaNode, BooleanNode, ChecksNode, ChoiceNode, DateNode, TextNode } from './model.ts';
import { Ask, described, Fault, type FieldProps, Hint, Wrap } from './parts.tsx';

/** One box with the whole sentence as its label. */
export const Tick = ({ node, t }: FieldProps<BooleanNode>) => (
  <div class={`fld w-full${node.error ? ' fld-err' : ''}`}>
    <Fault node={node} t={t} />
    <label class="op">
      <input id={node.id} name={node.path} type="checkbox" value="true" checked={node.checked} {...described(node)} />
      <span>{node.title}</span>
    </label>
    <Hint node={node} />
  </div>
);

export function Line({ node, t }: FieldProps<TextNode>) {
  const { id, path, value, maxLength, inputMode, autoComplete, style, unit } = node;
  const box = (
    <input
      class={`in-${style}`}
      id={id}
      name={path}
      type="text"
      value={value}
      maxLength={maxLength}
      inputMode={inputMode}
      autocomplete={autoComplete ?? 'off'}
      {...described(node)}
    />
  );
  return (
    <Wrap node={node} t={t}>
      {unit ? (
        <div class="aff">
          {box}
          <span class="aff-s">{unit}</span>
        </div>
      ) : (
        box
      )}
    </Wrap>
  );
}

export const Area = ({ node, t }: FieldProps<AreaNode>) => (
  <Wrap node={node} t={t}>
    <textarea id={node.id} name={node.path} rows={node.rows} maxLength={node.maxLength} {...described(node)}>
      {/* A browser drops the first line end of a textarea. */}
      {node.value.startsWith('\n') ? `\n${node.value}` : node.value}
    </textarea>
    {node.maxLength ? (
      <p class="count" data-most={node.maxLength}>
        {t('atMost', { n: node.maxLength })}
      </p>
    ) : null}
  </Wrap>
);

export const Day = ({ node, t }: FieldProps<DateNode>) => (
  <Wrap node={node} t={t}>
    <input
      class={`in-${node.kind}`}
      id={node.id}
      name={node.path}
      type={node.kind}
      value={node.value}
      step={node.value.length > 16 ? 1 : undefined}
      {...described(node)}
    />
  </Wrap>
);

/** Short answers stand in a row. */
const inRow = (options: readonly { label: string }[]): boolean =>
  options.length <= 5 && options.reduce((sum, { label }) => sum + label.length, 0) <= 36;

export function Options({ node, t }: FieldProps<ChoiceNode | ChecksNode>) {
  const many = node.kind === 'checkboxes';
  if (!node.options.length)
    return (
      <Ask node={node} t={t}>
        <p class="muted" id={node.id}>
          {t('noChoices')}
        </p>
      </Ask>
    );
  return (
    <Ask node={node} t={t}>
      <div class={inRow(node.options) ? 'opts opts-in' : node.options.length > 9 ? 'opts opts-col' : 'opts'}>
        {node.options.map((option, index) => (
          <label class="op">
            <input
              id={index ? `${node.id}--${index}` : node.id}
              name={node.path}
              type={many ? 'checkbox' : 'radio'}
              value={option.value}
              checked={many ? node.values.includes(option.value) : option.value !== '' && option.value === node.value}
            />
            <span>
              {option.label}
              {option.note ? <span class="opt"> {option.note}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </Ask>
  );
}

export function Select({ node, t }: FieldProps<ChoiceNode>) {
  const groups = [...new Set(node.options.map((option) => option.group))];
  const options = (group: string | undefined) =>
    node.options
      .filter((option) => option.group === group)
      .map((option) => (
        <option value={option.value} selected={option.value === node.value}>
          {option.note ? `${option.label}${t('aside', { what: option.note })}` : option.label}
        </option>
      ));
  return (
    <Wrap node={node} t={t}>
      <select id={node.id} name={node.path} {...described(node)}>
        <option value="">{node.options.length ? t('choose') : t('noChoices')}</option>
        {groups.map((group) => (group ? <optgroup label={group}>{options(group)}</optgroup> : options(undefined)))}
      </select>
    </Wrap>
  );
}
