/** @jsxRuntime automatic */
/** @jsxImportSource preact */
/** The whole document around a page: head, bar, navigation, footer. */
import type { ComponentChildren } from 'preact';
import { SCRIPT, STYLE } from '../assets.ts';
import type { Chrome } from '../model.ts';
import { PATHS } from '../paths.ts';
import { STRINGS, type Tell, tell } from '../strings.ts';
import { Lens, Mark } from './icons.tsx';

export interface LayoutProps {
  chrome: Chrome;
  title: string;
  /** The page shows faults: its title says so first. */
  faulty?: boolean;
  wide?: boolean;
  children: ComponentChildren;
}

/** Words that the script shows, handed over as data because a page has no inline code. */
const SCRIPT_WORDS = [
  'jsOffline',
  'jsOnline',
  'jsSaved',
  'jsFound',
  'jsRestore',
  'jsForget',
  'jsCount',
  'jsSession',
  'left',
  'leftHours',
  'overdueHours',
] as const;

export function Layout({ chrome, title, faulty, wide, children }: LayoutProps) {
  const t = tell(chrome.lang);
  const words = Object.fromEntries(SCRIPT_WORDS.map((key) => [key, STRINGS[key][chrome.lang]]));
  return (
    <html lang={chrome.lang === 'zh' ? 'zh-CN' : 'en'} data-size={chrome.fontSize}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${faulty ? t('errorPrefix') : ''}${title} - ${t('brand')}`}</title>
        <link rel="stylesheet" href={STYLE.href} />
        <link rel="icon" href="data:," />
        <script type="module" src={SCRIPT.href} />
      </head>
      <body
        data-words={JSON.stringify(words)}
        data-keys={chrome.shortcuts ? 'on' : 'off'}
        data-drafts={PATHS.drafts}
        data-help={PATHS.keys}
        data-who={chrome.user ? (chrome.user.key ?? chrome.user.name) : undefined}
      >
        <a class="skip" href="#main">
          {t('skip')}
        </a>
        <Top chrome={chrome} t={t} />
        <div id="live" class="live" role="status" aria-live="polite" />
        <main id="main" class={wide ? 'main wide' : 'main'} tabIndex={-1}>
          {chrome.flash ? (
            <p class={`flash flash-${chrome.flash.kind}`} role="status">
              {t.say(chrome.flash.text)}
            </p>
          ) : null}
          {children}
        </main>
        <Foot chrome={chrome} t={t} />
      </body>
    </html>
  );
}

const withQuery = (url: string, name: string, value: string): string => {
  const [path, query = ''] = url.split('?');
  const rest = query.split('&').filter((part) => part && !part.startsWith(`${name}=`));
  return `${path}?${[...rest, `${name}=${value}`].join('&')}`;
};

function Top({ chrome, t }: { chrome: Chrome; t: Tell }) {
  return (
    <header class="top">
      <div class="top-in">
        <a class="brand" href={PATHS.home}>
          <Mark />
          <span>
            {t('brand')}
            <small>{chrome.district ? t.say(chrome.district) : t('brandLine')}</small>
          </span>
        </a>
        {chrome.nav.length ? (
          <nav class="nav" aria-label={t('mainNav')}>
            <ul>
              {chrome.nav.map((item) => (
                <li>
                  <a href={item.href} aria-current={item.current ? 'page' : undefined} data-go={item.key}>
                    {t.say(item.text)}
                    {item.count ? (
                      <span class="cnt">
                        <span aria-hidden="true">{item.count}</span>
                        <span class="vh">{t('waiting', { n: item.count })}</span>
                      </span>
                    ) : null}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        ) : (
          <span class="nav" />
        )}
        {chrome.search ? (
          // biome-ignore lint/a11y/useSemanticElements: browsers of 2020 do not know the element search
          <form class="gs" role="search" action={chrome.search.action} method="post">
            <input type="hidden" name="_csrf" value={chrome.csrf} />
            <label class="vh" for="gs-q">
              {t('searchLabel')}
            </label>
            <input
              id="gs-q"
              name="words"
              type="text"
              value={chrome.search.words}
              placeholder={t('searchHint')}
              autocomplete="off"
              data-key="/"
            />
            <button type="submit">
              <span class="vh">{t('search')}</span>
              <Lens />
            </button>
          </form>
        ) : null}
        {chrome.user ? (
          <Me chrome={chrome} user={chrome.user} t={t} />
        ) : (
          <a
            class="lang"
            href={withQuery(chrome.url, 'lang', chrome.lang === 'zh' ? 'en' : 'zh')}
            lang={chrome.lang === 'zh' ? 'en' : 'zh-CN'}
            hreflang={chrome.lang === 'zh' ? 'en' : 'zh-CN'}
          >
            {t('otherLang')}
          </a>
        )}
      </div>
    </header>
  );
}

function Me({ chrome, user, t }: { chrome: Chrome; user: NonNullable<Chrome['user']>; t: Tell }) {
  const other = chrome.lang === 'zh' ? 'en' : 'zh';
  const hidden = (
    <>
      <input type="hidden" name="_csrf" value={chrome.csrf} />
      <input type="hidden" name="next" value={chrome.url} />
    </>
  );
  return (
    <details class="me">
      <summary>
        <span class="ava" aria-hidden="true">
          {[...user.name][0]}
        </span>
        <span class="me-n">
          {user.name}
          <small>{user.post ? `${t.say(user.post)}${user.unit ? ` · ${t.say(user.unit)}` : ''}` : t('noPost')}</small>
        </span>
      </summary>
      <div class="pop">
        {user.posts.length > 1 ? (
          <form method="post" action={PATHS.post} class="pop-f">
            {hidden}
            <label for="me-post">{t('postSwitch')}</label>
            <select id="me-post" name="post">
              {user.posts.map((post) => (
                <option value={post.id} selected={post.current}>
                  {t.say(post.text)}
                </option>
              ))}
            </select>
            <button class="btn btn-2 btn-s" type="submit">
              {t('postUse')}
            </button>
          </form>
        ) : null}
        <a
          href={withQuery(chrome.url, 'lang', other)}
          lang={other === 'en' ? 'en' : 'zh-CN'}
          hreflang={other === 'en' ? 'en' : 'zh-CN'}
        >
          {t('otherLang')}
        </a>
        <a href={PATHS.prefs}>{t('prefs')}</a>
        <a href={PATHS.keys}>{t('keys')}</a>
        <form method="post" action={PATHS.signOut}>
          {hidden}
          <button class="lnk" type="submit">
            {t('signOut')}
          </button>
        </form>
      </div>
    </details>
  );
}

const SIZES = ['standard', 'large', 'huge'] as const;
const Foot = ({ chrome, t }: { chrome: Chrome; t: Tell }) => (
  <footer class="foot">
    {chrome.demo ? <span>{t('demo')}</span> : null}
    <span>
      {t('size')}
      {t('colon')}
      {SIZES.map((size) => (
        <a
          class="foot-s"
          href={withQuery(chrome.url, 'size', size)}
          aria-current={size === chrome.fontSize ? 'true' : undefined}
        >
          {t(size)}
        </a>
      ))}
    </span>
    <a href={PATHS.help}>{t('help')}</a>
    <a href={PATHS.keys}>{t('keys')}</a>
    <span>{t('version', { v: chrome.version })}</span>
  </footer>
);
