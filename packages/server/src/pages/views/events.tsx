/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { EntryView, EventsProps } from '../model.ts';
import { Card } from '../parts/bits.tsx';
import { Head } from '../parts/head.tsx';
import { Layout } from '../parts/layout.tsx';
import { Read } from '../parts/read.tsx';
import { renderPage } from '../render.ts';
import { type Tell, tell } from '../strings.ts';

/** The history of the subject: who, when, on whose behalf, what was filled in and what became of it. */
export function eventsPage({ chrome, head, entries, older, filter }: EventsProps): string {
  const t = tell(chrome.lang);
  return renderPage(
    <Layout chrome={chrome} title={`${t('events')} ${head.number ?? ''}`.trim()} wide>
      <Head head={head} t={t} />
      <Card id="ev-t" title={t('events')}>
        {filter ? (
          <form class="flt flt-in" method="get">
            <div class="fl">
              <label for="ev-kind">{t('kindFilter')}</label>
              <select id="ev-kind" name={filter.name}>
                {filter.options.map((option) => (
                  <option value={option.value} selected={option.value === filter.value}>
                    {t.say(option.text)}
                  </option>
                ))}
              </select>
            </div>
            <div class="fl-b">
              <button class="btn btn-2" type="submit">
                {t('query')}
              </button>
            </div>
          </form>
        ) : null}
        {entries.length ? (
          <ol class="tl">
            {entries.map((entry) => (
              <Entry entry={entry} t={t} />
            ))}
          </ol>
        ) : (
          <p class="muted">{t('eventsNone')}</p>
        )}
        {older ? (
          <p>
            <a class="btn btn-2" href={older}>
              {t('older')}
            </a>
          </p>
        ) : null}
      </Card>
    </Layout>,
  );
}

const Entry = ({ entry, t }: { entry: EntryView; t: Tell }) => (
  <li class={entry.system ? 'sys' : undefined} id={`e-${entry.seq}`}>
    <div class="tl-h">
      <h3>
        <span class="muted num">{entry.seq}</span> {t.say(entry.text)}
      </h3>
      <span class="muted">
        {t.say(entry.by)}
        {entry.post ? t('aside', { what: t.say(entry.post) }) : ''} ·{' '}
        <time dateTime={entry.at.replace(' ', 'T')}>{entry.at}</time>
      </span>
    </div>
    {entry.behalf ? <p>{t('forWhom', { who: t.say(entry.behalf) })}</p> : null}
    {entry.on ? <p>{t('happened', { day: entry.on })}</p> : null}
    {entry.moved.length ? (
      <p>
        {t('moved')} <b>{t.list(entry.moved)}</b>
      </p>
    ) : null}
    {entry.payload.length || entry.changes.length ? (
      <details class="wrk">
        <summary>
          {entry.payload.length ? t('filledIn') : t('changes')}
          <span class="vh">{` ${entry.seq}`}</span>
        </summary>
        {entry.payload.length ? <Read parts={entry.payload} t={t} /> : null}
        {entry.changes.length ? (
          <table class="tbl tbl-s">
            <caption>{t('changes')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('field')}</th>
                <th scope="col">{t('beforeCol')}</th>
                <th scope="col">{t('afterCol')}</th>
              </tr>
            </thead>
            <tbody>
              {entry.changes.map((change) => (
                <tr>
                  <th scope="row" data-l={t('field')}>
                    {t.say(change.label)}
                  </th>
                  <td data-l={t('beforeCol')}>{change.before === undefined ? t('dash') : t.say(change.before)}</td>
                  <td data-l={t('afterCol')}>{change.after === undefined ? t('dash') : t.say(change.after)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
        <p class="sub">
          {t('hash')} <code class="sha">{entry.hash}</code>
        </p>
      </details>
    ) : null}
  </li>
);
