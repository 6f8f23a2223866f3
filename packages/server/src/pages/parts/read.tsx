/** @jsxRuntime automatic */
/** @jsxImportSource preact */
/** Values to be read, drawn from their schema: labels with texts, lists of parts, marks at the items. */
import type { ReadView } from '../model.ts';
import type { Tell } from '../strings.ts';

export const Read = ({ parts, t, class: own = 'read' }: { parts: readonly ReadView[]; t: Tell; class?: string }) => (
  <dl class={own}>
    {parts.map((part) => (
      <div
        class={`${part.parts ? 'read-g' : ''}${part.marks?.length ? ' read-m' : ''}`.trim() || undefined}
        id={part.id}
        tabIndex={part.id ? -1 : undefined}
      >
        <dt>{t.say(part.label)}</dt>
        <dd>
          {part.value === undefined ? null : <span class="read-v">{t.say(part.value)}</span>}
          {part.parts ? <Read parts={part.parts} t={t} /> : null}
          {part.marks?.map((mark) => (
            <span class="mark">
              <span aria-hidden="true">▸ </span>
              {t.say(mark)}
            </span>
          ))}
        </dd>
      </div>
    ))}
  </dl>
);
