/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { LedgerFilter, LedgerProps } from '../model.ts';
import { Empty, Hidden, PageHead, Tabs } from '../parts/bits.tsx';
import { Layout } from '../parts/layout.tsx';
import { SubjectTable } from '../parts/rows.tsx';
import { renderPage } from '../render.ts';
import { type Tell, tell } from '../strings.ts';

/** All subjects of a kind that the reader may see. Every choice is in the address. */
export function ledgerPage(props: LedgerProps): string {
  const { chrome, title, views, chips, rows, create } = props;
  const t = tell(chrome.lang);
  const name = t.say(title);
  return renderPage(
    <Layout chrome={chrome} title={name} wide>
      <PageHead title={name} sub={props.summary ? t.say(props.summary) : undefined}>
        {create.map((link) => (
          <a class="btn" href={link.href}>
            {t.say(link.text)}
          </a>
        ))}
      </PageHead>
      {views.length ? <Tabs label={t('views')} links={views} t={t} /> : null}
      <Filters props={props} t={t} />
      <div class="chips">
        {chips.length ? (
          <>
            <span class="muted">{t('chosen')}</span>
            {chips.map((chip) => (
              <a class="chip" href={chip.removeHref}>
                <span class="vh">{t('removeChip')}</span>
                {t.say(chip.text)}
                <span aria-hidden="true" class="chip-x">
                  ×
                </span>
              </a>
            ))}
            <a href={props.clearHref}>{t('clear')}</a>
          </>
        ) : null}
        <span class="chips-r muted">
          {props.total === undefined ? '' : t('total', { n: props.total })}
          {props.order ? `${props.total === undefined ? '' : ' · '}${t.say(props.order)}` : ''}
        </span>
      </div>
      {rows.length ? (
        <SubjectTable
          columns={props.columns}
          rows={rows}
          caption={t('listOf', { what: name })}
          first={t('thing')}
          t={t}
        />
      ) : (
        <Empty text={chips.length ? t('ledgerNone') : t('ledgerFirst')}>
          {chips.length ? (
            <p>
              {t('ledgerNoneWhy', { what: t.list(chips.map((chip) => chip.text)) })}{' '}
              <a href={props.clearHref}>{t('clear')}</a>
            </p>
          ) : (
            create.map((link) => (
              <p>
                <a class="btn" href={link.href}>
                  {t.say(link.text)}
                </a>
              </p>
            ))
          )}
        </Empty>
      )}
      <div class="bar">
        <p class="muted">
          {t('perPage')}
          {props.sizes.map((size) => (
            <a class="foot-s" href={size.href} aria-current={size.current ? 'true' : undefined}>
              {t.say(size.text)}
            </a>
          ))}
        </p>
        {props.firstHref || props.nextHref ? (
          <nav class="pg" aria-label={t('paging')}>
            {props.firstHref ? <a href={props.firstHref}>{t('firstPage')}</a> : null}
            {props.nextHref ? (
              <a href={props.nextHref} rel="next">
                {t('nextPage')}
              </a>
            ) : null}
          </nav>
        ) : null}
      </div>
    </Layout>,
  );
}

function Filters({ props, t }: { props: LedgerProps; t: Tell }) {
  const more = props.filters.filter((filter) => filter.more);
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers of 2020 do not know the element search
    <form class="flt" method="post" action={props.action} role="search" aria-label={t('filters')}>
      <Hidden fields={props.keep} />
      {props.filters
        .filter((filter) => !filter.more)
        .map((filter) => (
          <Filter filter={filter} t={t} />
        ))}
      {more.length ? (
        <details class="fl-more" open={more.some((filter) => filter.value !== '')}>
          <summary>{t('more')}</summary>
          <div class="fl-m">
            {more.map((filter) => (
              <Filter filter={filter} t={t} />
            ))}
          </div>
        </details>
      ) : null}
      <div class="fl-b">
        <button class="btn btn-2" type="submit">
          {t('query')}
        </button>
      </div>
    </form>
  );
}

function Filter({ filter, t }: { filter: LedgerFilter; t: Tell }) {
  const id = `fl-${filter.name}`;
  const groups = [...new Set((filter.options ?? []).map((option) => (option.group ? t.say(option.group) : '')))];
  const options = (group: string) =>
    (filter.options ?? [])
      .filter((option) => (option.group ? t.say(option.group) : '') === group)
      .map((option) => (
        <option value={option.value} selected={option.value === filter.value}>
          {t.say(option.text)}
        </option>
      ));
  return (
    <div class="fl">
      <label for={id}>{t.say(filter.label)}</label>
      {filter.kind === 'select' ? (
        <select id={id} name={filter.name}>
          {groups.map((group) => (group ? <optgroup label={group}>{options(group)}</optgroup> : options('')))}
        </select>
      ) : (
        <input
          id={id}
          name={filter.name}
          type={filter.kind}
          value={filter.value}
          placeholder={filter.placeholder ? t.say(filter.placeholder) : undefined}
          autocomplete="off"
        />
      )}
    </div>
  );
}
