/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { DeskProps, DeskSubjectProps } from '../model.ts';
import { Card, Empty, PageHead, Reasons } from '../parts/bits.tsx';
import { ErrorSummary, FormBlock, RestoredBanner } from '../parts/form.tsx';
import { Crumbs, Identity } from '../parts/head.tsx';
import { Layout } from '../parts/layout.tsx';
import { Read } from '../parts/read.tsx';
import { SubjectTable } from '../parts/rows.tsx';
import { DueTag } from '../parts/tags.tsx';
import { renderPage } from '../render.ts';
import { type Tell, tell } from '../strings.ts';

/** The queue of a desk. */
export function deskPage({ chrome, title, intro, columns, rows }: DeskProps): string {
  const t = tell(chrome.lang);
  const name = t.say(title);
  return renderPage(
    <Layout chrome={chrome} title={name} wide>
      <PageHead title={name} sub={`${t('queue')} ${rows.length}${intro ? ` · ${t.say(intro)}` : ''}`} />
      {rows.length ? (
        <SubjectTable columns={columns} rows={rows} caption={t('listOf', { what: name })} first={t('thing')} t={t} />
      ) : (
        <Empty text={t('queueNone')} />
      )}
    </Layout>,
  );
}

/** One subject at a desk: what is to be read in one pane, the points to check and the decision in the other. */
export function deskSubjectPage(props: DeskSubjectProps): string {
  const { chrome, head, decisions } = props;
  const t = tell(chrome.lang);
  const open = decisions.find((decision) => decision.open);
  const faulty = Boolean(open?.form?.errors?.length || open?.form?.problems?.length);
  return renderPage(
    <Layout chrome={chrome} title={`${t.say(props.title)} ${head.number ?? t.say(head.title)}`} wide faulty={faulty}>
      {open?.form ? <ErrorSummary form={open.form} t={t} /> : null}
      <Crumbs head={{ ...head, back: { href: props.deskHref, text: props.title } }} t={t} />
      <Identity head={head} t={t} />
      <div class="tri">
        <Queue props={props} t={t} />
        <Paper props={props} t={t} />
        <div class="ckl">
          <Card id="marks-t" title={t('marks')}>
            {props.marks.map((mark) => (
              <section class="chk" aria-label={t.say(mark.title)}>
                <h3>
                  {t.say(mark.title)}
                  <span class="n">{mark.items.length}</span>
                </h3>
                {mark.items.length ? (
                  <ul>
                    {mark.items.map((item) => (
                      <li>{item.href ? <a href={item.href}>{t.say(item.text)}</a> : t.say(item.text)}</li>
                    ))}
                  </ul>
                ) : (
                  <p class="ok">✓ {t('marksNone')}</p>
                )}
              </section>
            ))}
            {props.marks.length ? null : <p class="muted">{t('marksNone')}</p>}
          </Card>
          <section class="card act" aria-labelledby="dec-t">
            <div class="card-h">
              <h2 id="dec-t">{t('decide')}</h2>
            </div>
            <ul class="dec">
              {decisions.map((decision) => (
                <li>
                  <a
                    class={decision.open ? 'btn' : 'btn btn-2'}
                    href={decision.href}
                    aria-current={decision.open ? 'true' : undefined}
                  >
                    {t.say(decision.text)}
                  </a>
                  {decision.available || decision.open ? null : <span class="sub">{t('problems')}</span>}
                </li>
              ))}
            </ul>
            {open && !open.available && !open.form?.problems?.length ? (
              <div class="dec-w">
                <p>{t('whyNot')}</p>
                <Reasons reasons={open.reasons} t={t} />
              </div>
            ) : null}
            {open?.form ? (
              <div class="dec-f">
                <h3>{t.say(open.text)}</h3>
                <RestoredBanner form={open.form} csrf={chrome.csrf} t={t} />
                <FormBlock form={open.form} t={t} quiet />
              </div>
            ) : null}
          </section>
        </div>
      </div>
    </Layout>,
  );
}

const Queue = ({ props, t }: { props: DeskSubjectProps; t: Tell }) => (
  <nav class="q" aria-label={t('queue')}>
    <p class="q-h">
      <b>{t('queue')}</b>
      <span class="muted">{props.queue.length}</span>
    </p>
    <ul>
      {props.queue.map((item) => (
        <li>
          <a href={item.href} aria-current={item.current ? 'page' : undefined}>
            <span class="q-t">{t.say(item.title)}</span>
            {item.number ? <span class="sub cn">{item.number}</span> : null}
            {item.due ? <DueTag due={item.due} t={t} date={false} /> : null}
          </a>
        </li>
      ))}
    </ul>
    <a class="q-m" href={props.deskHref}>
      {t('all')}
    </a>
  </nav>
);

const Paper = ({ props, t }: { props: DeskSubjectProps; t: Tell }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must take the focus
  <section class="pap" tabIndex={0} aria-label={t('deskRead')}>
    <p class="pap-b">
      <b class="num">{props.head.number ?? t.say(props.head.title)}</b>
      {props.files.map((file) => (
        <a href={file.href}>{t.say(file.text)}</a>
      ))}
    </p>
    <div class="paper">
      {props.read.map((part, index) => (
        <section aria-labelledby={`read-${index}`}>
          <h2 id={`read-${index}`}>{t.say(part.title)}</h2>
          {part.marks.map((mark) => (
            <p class="mark">
              <span aria-hidden="true">▸ </span>
              {mark.href ? <a href={mark.href}>{t.say(mark.text)}</a> : t.say(mark.text)}
            </p>
          ))}
          {part.parts.length ? <Read parts={part.parts} t={t} /> : <p class="muted">{t('none')}</p>}
        </section>
      ))}
    </div>
  </section>
);
