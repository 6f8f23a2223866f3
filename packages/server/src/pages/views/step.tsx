/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { StepProps } from '../model.ts';
import { PageHead, Reasons } from '../parts/bits.tsx';
import { ErrorSummary, FormBlock, RestoredBanner } from '../parts/form.tsx';
import { Identity } from '../parts/head.tsx';
import { Layout } from '../parts/layout.tsx';
import { renderPage } from '../render.ts';
import { tell } from '../strings.ts';

/** One generated form by itself: any event or sitting of any chart, and the one that opens a subject. */
export function stepPage({ chrome, head, back, title, form, reasons, several }: StepProps): string {
  const t = tell(chrome.lang);
  const name = t.say(title);
  const faulty = Boolean(form?.errors?.length || form?.problems?.length);
  const parts = form?.fields.filter((node) => node.kind === 'group' || node.kind === 'repeat') ?? [];
  const whole = form && form.fields.length > 6 && parts.length > 1;
  return renderPage(
    <Layout chrome={chrome} title={`${name}${head?.number ? ` ${head.number}` : ''}`} faulty={faulty}>
      {form ? <ErrorSummary form={form} t={t} /> : null}
      <nav class="bc" aria-label={t('crumbs')}>
        <a href={back.href}>{t.say(back.text)}</a>
        <span aria-hidden="true">›</span>
        <span>{name}</span>
      </nav>
      {head ? <Identity head={head} t={t} small /> : null}
      <PageHead title={name} />
      {several ? (
        <p class="muted several">
          {t('sittingNote')}
          {t('colon')}
          {several.map((one, index) => (
            <>
              {index ? <span aria-hidden="true"> → </span> : null}
              {t.say(one)}
            </>
          ))}
        </p>
      ) : null}
      {form ? (
        <div class={whole ? 'sheet' : undefined}>
          {whole ? (
            <nav class="toc" aria-label={t('contents')}>
              <ol>
                {form.fields
                  .filter(
                    (node) =>
                      node.kind === 'group' ||
                      node.kind === 'repeat' ||
                      node.kind === 'file' ||
                      node.kind === 'textarea',
                  )
                  .map((node) => {
                    const faults = (form.errors ?? []).filter(
                      ({ path }) => path === node.path || path.startsWith(`${node.path}.`),
                    ).length;
                    return (
                      <li>
                        <a href={`#${node.id}`}>
                          {node.title}
                          {faults ? (
                            <span class="toc-e">{faults === 1 ? t('faultOne') : t('faults', { n: faults })}</span>
                          ) : null}
                        </a>
                      </li>
                    );
                  })}
              </ol>
            </nav>
          ) : null}
          <div class="card act">
            <RestoredBanner form={form} csrf={chrome.csrf} t={t} />
            <FormBlock form={form} t={t} />
          </div>
        </div>
      ) : (
        <section class="card" aria-labelledby="whynot-t">
          <div class="card-h">
            <h2 id="whynot-t">{t('whyNot')}</h2>
          </div>
          <Reasons reasons={reasons} t={t} />
          <p>
            <a class="btn btn-2" href={back.href}>
              {t('back')}
            </a>
          </p>
        </section>
      )}
    </Layout>,
  );
}
