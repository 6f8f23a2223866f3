/** @jsxRuntime automatic */
/** @jsxImportSource preact */
/** The top of every page of a subject: where it is, who it is, how far it is, what it holds. */
import type { SubjectHead } from '../model.ts';
import type { Tell } from '../strings.ts';
import { KeyValue, Stepper, Tabs } from './bits.tsx';
import { DueTag, LevelTag } from './tags.tsx';

export const Crumbs = ({ head, t }: { head: SubjectHead; t: Tell }) => (
  <nav class="bc" aria-label={t('crumbs')}>
    <a href={head.back.href}>{t.say(head.back.text)}</a>
    <span aria-hidden="true">›</span>
    <span>{head.number ?? t.say(head.title)}</span>
    <span class="bc-r">
      {head.previous ? (
        <a href={head.previous} rel="prev">
          {t('previous')}
        </a>
      ) : null}
      {head.next ? (
        <a href={head.next} rel="next">
          {t('next')}
        </a>
      ) : null}
    </span>
  </nav>
);

/** `small`: the page has a heading of its own. */
export const Identity = ({ head, t, small }: { head: SubjectHead; t: Tell; small?: boolean }) => (
  <div class={`idb${head.level?.rank ? ` edge-${Math.min(head.level.rank, 3)}` : ''}`}>
    <div class="idb-t">
      {small ? <p class="idb-h">{t.say(head.title)}</p> : <h1>{t.say(head.title)}</h1>}
      {head.number ? <p class="idb-n cn">{head.number}</p> : null}
    </div>
    <div class="idb-s">
      <span class="stg">{t.say(head.stage)}</span>
      {head.level?.rank ? <LevelTag level={head.level} t={t} /> : null}
      {head.due ? <DueTag due={head.due} t={t} /> : null}
    </div>
    {head.facts.length ? <KeyValue pairs={head.facts} t={t} class="idb-d" /> : null}
  </div>
);

export const Head = ({ head, t }: { head: SubjectHead; t: Tell }) => (
  <>
    <Crumbs head={head} t={t} />
    <Identity head={head} t={t} />
    {head.steps.length ? <Stepper steps={head.steps} t={t} /> : null}
    <Tabs label={t('contents')} links={head.tabs} t={t} />
  </>
);
