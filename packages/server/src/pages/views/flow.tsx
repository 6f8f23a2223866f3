/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { FlowProps, FlowStateView } from '../model.ts';
import { Card, KeyValue, Notice, ScrollBox } from '../parts/bits.tsx';
import { Head } from '../parts/head.tsx';
import { Layout } from '../parts/layout.tsx';
import { renderPage } from '../render.ts';
import { type Tell, tell } from '../strings.ts';

/** The chart that the subject runs on, drawn, and the same as a list. */
export function flowPage({ chrome, head, diagram, states, version, superseded }: FlowProps): string {
  const t = tell(chrome.lang);
  const words = { done: t('legendDone'), now: t('legendNow'), next: t('legendNext'), todo: t('legendTodo') };
  return renderPage(
    <Layout chrome={chrome} title={`${t('flow')} ${head.number ?? ''}`.trim()} wide>
      <Head head={head} t={t} />
      {superseded ? <Notice>{t('superseded')}</Notice> : null}
      <Card
        id="flow-t"
        title={t('flow')}
        more={
          <ul class="lgd" aria-label={t('flowLegend')}>
            {(['done', 'now', 'next', 'todo'] as const).map((status) => (
              <li class={`lgd-${status}`}>{words[status]}</li>
            ))}
          </ul>
        }
      >
        <ScrollBox label={t('drawing')} class="scw">
          <div dangerouslySetInnerHTML={{ __html: diagram }} />
        </ScrollBox>
      </Card>
      <Card id="list-t" title={t('flowList')}>
        <ol class="flw">
          {states.map((state) => (
            <li class={`flw-${state.status}`}>
              {state.ways.length ? (
                <details open={state.status === 'now'}>
                  <summary>
                    <StateName state={state} word={words[state.status]} t={t} />
                  </summary>
                  <ul>
                    {state.ways.map((way) => (
                      <li>
                        {t.say(way.text)}
                        {way.to ? ` → ${t.say(way.to)}` : t('aside', { what: t('stays') })}
                        {way.who.length ? `${t('comma')}${t('by')} ${t.list(way.who)}` : ''}
                      </li>
                    ))}
                  </ul>
                </details>
              ) : (
                <StateName state={state} word={words[state.status]} t={t} />
              )}
            </li>
          ))}
        </ol>
      </Card>
      <Card id="ver-t" title={t('runsOn')}>
        <KeyValue pairs={version} t={t} />
      </Card>
    </Layout>,
  );
}

const StateName = ({ state, word, t }: { state: FlowStateView; word: string; t: Tell }) => (
  <span class="flw-t">
    {t.say(state.text)}
    <span class="flw-s">{word}</span>
  </span>
);
