/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { CaseProps } from '../model.ts';
import { Card, Notice, Timeline } from '../parts/bits.tsx';
import { Actions, Claims, FileList, MembersTable, Papers, TermItem, ToldList } from '../parts/case-parts.tsx';
import { ErrorSummary, FormBlock, RestoredBanner } from '../parts/form.tsx';
import { Head } from '../parts/head.tsx';
import { Layout } from '../parts/layout.tsx';
import { renderPage } from '../render.ts';
import { type Tell, tell } from '../strings.ts';

/** One subject: the step that is to be taken now first, then all that is known, beside it the clocks and the flow. */
export function casePage(props: CaseProps): string {
  const { chrome, head, current } = props;
  const t = tell(chrome.lang);
  const running = props.terms.filter(({ due }) => due.status !== 'ended');
  const faulty = Boolean(current?.form.errors?.length || current?.form.problems?.length);
  return renderPage(
    <Layout chrome={chrome} title={`${t.say(head.title)} ${head.number ?? ''}`.trim()} wide faulty={faulty}>
      {current ? <ErrorSummary form={current.form} t={t} /> : null}
      <Head head={head} t={t} />
      <div class="two">
        <div>
          <Now props={props} t={t} />
          <Card id="can-t" title={t('actions')}>
            {props.claims.length ? <Claims claims={props.claims} csrf={chrome.csrf} t={t} /> : null}
            <Actions sittings={props.sittings} actions={props.actions} t={t} />
          </Card>
          {props.sections.map((section, index) => (
            <Card
              id={`sec-${index}`}
              title={t.say(section.title)}
              count={section.members.length}
              more={<a href={props.sectionsHref}>{t('all')}</a>}
            >
              <MembersTable section={section} t={t} />
            </Card>
          ))}
          <Card
            id="tl-t"
            title={t('latest')}
            more={<a href={props.eventsHref}>{t('allEntries', { n: props.entries })}</a>}
          >
            {props.timeline.length ? <Timeline items={props.timeline} t={t} /> : <p class="muted">{t('eventsNone')}</p>}
          </Card>
        </div>
        <aside aria-label={`${t('terms')}、${t('flow')}、${t('papers')}`}>
          <Card
            id="terms-t"
            title={t('terms')}
            count={running.length || undefined}
            more={<a href={props.termsHref}>{t('all')}</a>}
          >
            {running.length ? (
              <ul class="trms">
                {running.map((term) => (
                  <TermItem term={term} t={t} />
                ))}
              </ul>
            ) : (
              <p class="muted">{t('termsNone')}</p>
            )}
          </Card>
          {props.diagram ? (
            <Card id="flow-t" title={t('flow')} more={<a href={props.flowHref}>{t('enlarge')}</a>}>
              <div class="scw scw-s" dangerouslySetInnerHTML={{ __html: props.diagram }} />
            </Card>
          ) : null}
          <Card id="papers-t" title={t('papers')} count={props.papers.length || undefined}>
            <Papers papers={props.papers} t={t} />
          </Card>
          <Card id="files-t" title={t('files')} count={props.files.length || undefined}>
            <FileList files={props.files} t={t} />
          </Card>
          <Card id="told-t" title={t('told')}>
            <ToldList told={props.told} t={t} />
          </Card>
          {props.links.length ? (
            <Card id="rel-t" title={t('related')}>
              <ul>
                {props.links.map((link) => (
                  <li>
                    <a href={link.href}>{t.say(link.text)}</a>
                  </li>
                ))}
              </ul>
            </Card>
          ) : null}
        </aside>
      </div>
    </Layout>,
  );
}

function Now({ props, t }: { props: CaseProps; t: Tell }) {
  const { chrome, current, waiting, closed } = props;
  if (current)
    return (
      <section class="card act" aria-labelledby="now-t">
        <div class="card-h">
          <h2 id="now-t">{t('currentStep', { what: t.say(current.title) })}</h2>
        </div>
        <RestoredBanner form={current.form} csrf={chrome.csrf} t={t} />
        <FormBlock form={current.form} t={t} />
      </section>
    );
  if (closed)
    return (
      <Notice kind="done">
        <h2>{t('closedTitle')}</h2>
        <p>{t.say(closed)}</p>
      </Notice>
    );
  if (!waiting) return null;
  return (
    <Notice>
      <h2>{t('waitingFor')}</h2>
      {waiting.for.length ? (
        <p>
          {t('waitingWho', { who: t.list(waiting.for) })}
          {waiting.what.length ? `${t('colon')}${t.list(waiting.what)}` : ''}
          {waiting.since ? t('aside', { what: t('sinceDay', { day: waiting.since }) }) : ''}
        </p>
      ) : null}
    </Notice>
  );
}
