/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { ConflictProps, ErrorProps } from '../model.ts';
import { Hidden, PageHead, Reasons, ScrollBox } from '../parts/bits.tsx';
import { Layout } from '../parts/layout.tsx';
import { renderPage } from '../render.ts';
import { type StringKey, tell } from '../strings.ts';

const KNOWN: { [status: number]: [title: StringKey, text: StringKey] } = {
  403: ['e403', 'e403d'],
  404: ['e404', 'e404d'],
  409: ['e409', 'e409d'],
  413: ['e413', 'e413d'],
  422: ['e422', 'e422d'],
  500: ['e500', 'e500d'],
  503: ['e503', 'e503d'],
};

/** What went wrong in plain words, with the number to tell the administrator and a way back. */
export function errorPage({ chrome, status, code, ref, reasons, back, retry }: ErrorProps): string {
  const t = tell(chrome.lang);
  const [title, text] = KNOWN[status] ?? (status >= 500 ? KNOWN[500]! : KNOWN[422]!);
  return renderPage(
    <Layout chrome={chrome} title={t(title)} faulty>
      <section class="card trouble" aria-labelledby="trouble-t">
        <h1 id="trouble-t">{t(title)}</h1>
        <p>{t(text)}</p>
        {reasons?.length ? <Reasons reasons={reasons} t={t} /> : null}
        <p class="acts">
          {retry ? (
            <a class="btn" href={retry}>
              {t('retry')}
            </a>
          ) : null}
          {back ? (
            <a class="btn btn-2" href={back.href}>
              {t.say(back.text)}
            </a>
          ) : null}
        </p>
        <p class="muted sm">
          {ref === code ? null : (
            <>
              {t('ref')}
              {t('colon')}
              <code>{ref}</code> ·{' '}
            </>
          )}
          {status} {code}
        </p>
      </section>
    </Layout>,
  );
}

/** Somebody changed what this form was filled upon: both values side by side, every typed word kept. */
export function conflictPage({
  chrome,
  back,
  title,
  by,
  at,
  rows,
  action,
  hidden,
  fields,
  ref,
}: ConflictProps): string {
  const t = tell(chrome.lang);
  return renderPage(
    <Layout chrome={chrome} title={`${t('conflict')} ${t.say(title)}`} faulty>
      <nav class="bc" aria-label={t('crumbs')}>
        <a href={back.href}>{t.say(back.text)}</a>
        <span aria-hidden="true">›</span>
        <span>{t.say(title)}</span>
      </nav>
      <PageHead title={t('conflict')} />
      <section class="errsum" aria-labelledby="errsum-t" tabIndex={-1} data-focus="">
        <div role="alert">
          <h2 id="errsum-t">{by && at ? t('conflictWho', { who: t.say(by), at }) : t('conflict')}</h2>
          <p>{t('conflictWhy')}</p>
        </div>
      </section>
      {rows.length ? (
        <ScrollBox label={t('changes')}>
          <table class="tbl cmp">
            <caption class="vh">{t('changes')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('field')}</th>
                <th scope="col">{t('conflictShown')}</th>
                <th scope="col">{t('conflictNow')}</th>
                <th scope="col">{t('conflictYours')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr>
                  <th scope="row" data-l={t('field')}>
                    {t.say(row.label)}
                  </th>
                  <td data-l={t('conflictShown')}>{row.shown === undefined ? t('dash') : t.say(row.shown)}</td>
                  <td data-l={t('conflictNow')}>
                    <b>{row.now === undefined ? t('dash') : t.say(row.now)}</b>
                  </td>
                  <td data-l={t('conflictYours')}>{row.yours === undefined ? t('dash') : t.say(row.yours)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      ) : null}
      <form class="acts" method="post" action={action}>
        <Hidden fields={hidden} />
        <Hidden fields={fields} />
        <button class="btn" type="submit">
          {t('conflictSend')}
        </button>
        <button class="btn btn-2" type="submit" name="_op" value="edit">
          {t('conflictEdit')}
        </button>
        <a href={back.href}>{t('conflictDrop')}</a>
      </form>
      <p class="muted sm">
        {t('ref')}
        {t('colon')}
        <code>{ref}</code>
      </p>
    </Layout>,
  );
}
