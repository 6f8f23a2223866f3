/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { DeadlinesProps } from '../model.ts';
import { Card } from '../parts/bits.tsx';
import { TermItem } from '../parts/case-parts.tsx';
import { Head } from '../parts/head.tsx';
import { Layout } from '../parts/layout.tsx';
import { renderPage } from '../render.ts';
import { tell } from '../strings.ts';

/** Every clock of the subject with its working: start, rule, rest days skipped, pauses. */
export function deadlinesPage({ chrome, head, terms }: DeadlinesProps): string {
  const t = tell(chrome.lang);
  const open = terms.filter(({ due }) => due.status !== 'ended');
  const ended = terms.filter(({ due }) => due.status === 'ended');
  return renderPage(
    <Layout chrome={chrome} title={`${t('deadlines')} ${head.number ?? ''}`.trim()} wide>
      <Head head={head} t={t} />
      <Card id="open-t" title={t('deadlines')} count={open.length}>
        {open.length ? (
          <ul class="trms">
            {open.map((term) => (
              <TermItem term={term} t={t} open />
            ))}
          </ul>
        ) : (
          <p class="muted">{t('termsNone')}</p>
        )}
      </Card>
      {ended.length ? (
        <Card id="ended-t" title={t('endedTerms', { n: ended.length })}>
          <ul class="trms">
            {ended.map((term) => (
              <TermItem term={term} t={t} />
            ))}
          </ul>
        </Card>
      ) : null}
    </Layout>,
  );
}
