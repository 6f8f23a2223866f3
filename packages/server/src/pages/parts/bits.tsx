/** @jsxRuntime automatic */
/** @jsxImportSource preact */
/** Small pieces that all pages share. */
import type { ComponentChildren } from 'preact';
import type { Link, Pair, ReasonView, StepView, TimelineItem } from '../model.ts';
import type { Tell } from '../strings.ts';
import type { Shown } from '../text.ts';

export const Hidden = ({ fields }: { fields: readonly (readonly [string, string])[] }) => (
  <>
    {fields.map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
);

/** Title of a page with a sentence and buttons. */
export const PageHead = ({
  title,
  sub,
  children,
}: {
  title: string;
  sub?: ComponentChildren;
  children?: ComponentChildren;
}) => (
  <div class="ph">
    <h1>{title}</h1>
    {sub ? <p class="ph-s">{sub}</p> : <span class="ph-s" />}
    {children ? <div class="ph-a">{children}</div> : null}
  </div>
);

/** A framed part of a page with its heading. */
export const Card = ({
  id,
  title,
  count,
  more,
  act,
  children,
}: {
  id: string;
  title: string;
  count?: number;
  more?: ComponentChildren;
  act?: boolean;
  children: ComponentChildren;
}) => (
  <section class={act ? 'card act' : 'card'} aria-labelledby={id}>
    <div class="card-h">
      <h2 id={id}>
        {title}
        {count === undefined ? null : <span class="n">{count}</span>}
      </h2>
      {more ? <div class="h-a">{more}</div> : null}
    </div>
    {children}
  </section>
);

export const Empty = ({ text, children }: { text: string; children?: ComponentChildren }) => (
  <div class="empty">
    <p>{text}</p>
    {children}
  </div>
);

export const KeyValue = ({ pairs, t, class: own = 'kv' }: { pairs: readonly Pair[]; t: Tell; class?: string }) => (
  <dl class={own}>
    {pairs.map(({ label, value, href }) => (
      <div>
        <dt>{t.say(label)}</dt>
        <dd>{href ? <a href={href}>{t.say(value)}</a> : t.say(value)}</dd>
      </div>
    ))}
  </dl>
);

export const Tabs = ({
  label,
  links,
  t,
}: {
  label: string;
  links: readonly (Link & { current?: boolean; count?: number })[];
  t: Tell;
}) => (
  <nav class="views" aria-label={label}>
    <ul>
      {links.map((link) => (
        <li>
          <a href={link.href} aria-current={link.current ? 'page' : undefined}>
            {t.say(link.text)}
            {link.count === undefined ? null : <span class="cnt2">{link.count}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

export const Stepper = ({ steps, t }: { steps: readonly StepView[]; t: Tell }) => (
  <ol class="stepper" aria-label={t('progress')}>
    {steps.map((step, index) => (
      <li class={step.status} aria-current={step.status === 'now' ? 'step' : undefined}>
        <span class="k" aria-hidden="true">
          {step.status === 'done' ? '✓' : index + 1}
        </span>
        <span class="st-t">{t.say(step.text)}</span>
        {step.status === 'done' ? <span class="vh">{t('aside', { what: t('done') })}</span> : null}
      </li>
    ))}
  </ol>
);

export const Timeline = ({ items, t }: { items: readonly TimelineItem[]; t: Tell }) => (
  <ol class="tl">
    {items.map((item) => (
      <li class={item.system ? 'sys' : undefined}>
        <div class="tl-h">
          {item.href ? <a href={item.href}>{t.say(item.text)}</a> : <b>{t.say(item.text)}</b>}
          <span class="muted">
            {t.say(item.by)} · <time dateTime={item.at.replace(' ', 'T')}>{item.at}</time>
          </span>
        </div>
        {item.on ? <p>{t('happened', { day: item.on })}</p> : null}
        {item.detail ? <p>{t.say(item.detail)}</p> : null}
      </li>
    ))}
  </ol>
);

/** All reasons against an act, with what would cure them and who can. */
export const Reasons = ({
  reasons,
  t,
}: {
  reasons: readonly (ReasonView | { text: Shown; unmet?: Shown[]; basis?: Shown })[];
  t: Tell;
}) => (
  <ul class="why">
    {reasons.map((reason: ReasonView) => (
      <li>
        <span class="why-t">
          {reason.step ? `${t.say(reason.step)}${t('colon')}` : ''}
          {t.say(reason.text)}
        </span>
        {reason.unmet?.length ? (
          <ul class="why-u">
            {reason.unmet.map((one) => (
              <li>{t.say(one)}</li>
            ))}
          </ul>
        ) : null}
        {reason.cure?.length ? (
          <span class="why-c">
            {t('cure')}
            {reason.cure.map((cure, index) => (
              <>
                {index ? t('comma') : ''}
                {cure.href ? <a href={cure.href}>{t.say(cure.text)}</a> : t.say(cure.text)}
                {cure.who?.length ? t('aside', { what: t('cureWho', { who: t.list(cure.who) }) }) : ''}
              </>
            ))}
          </span>
        ) : null}
        {reason.basis ? (
          <span class="why-b">
            {t('basis')}
            {t('colon')}
            {t.say(reason.basis)}
          </span>
        ) : null}
      </li>
    ))}
  </ul>
);

/** A paragraph that stays: nothing that vanishes by itself. */
export const Notice = ({ children, kind = 'note' }: { children: ComponentChildren; kind?: 'note' | 'done' }) => (
  <div class={`flash flash-${kind}`}>{children}</div>
);

/** A box that may scroll sideways: it can be reached and scrolled with the keyboard. */
export const ScrollBox = ({
  label,
  class: own = 'tblw',
  children,
}: {
  label: string;
  class?: string;
  children: ComponentChildren;
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must take the focus
  <section class={own} tabIndex={0} aria-label={label}>
    {children}
  </section>
);
