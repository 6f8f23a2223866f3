/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { AdminProps, HelpProps, PrefsProps } from '../model.ts';
import { Card, Hidden, KeyValue, PageHead, ScrollBox } from '../parts/bits.tsx';
import { Layout } from '../parts/layout.tsx';
import { PATHS } from '../paths.ts';
import { renderPage } from '../render.ts';
import { type StringKey, tell } from '../strings.ts';

/** Letter size, language, shortcuts: works before sign-in too. */
export function prefsPage({ chrome, action, hidden, values, saved }: PrefsProps): string {
  const t = tell(chrome.lang);
  const radios = (
    name: string,
    title: string,
    options: readonly (readonly [value: string, text: string])[],
    chosen: string,
  ) => (
    <fieldset class="fld">
      <legend class="lbl">{title}</legend>
      <div class="opts opts-in">
        {options.map(([value, text]) => (
          <label class="op">
            <input type="radio" name={name} value={value} checked={value === chosen} />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
  return renderPage(
    <Layout chrome={chrome} title={t('prefs')}>
      <PageHead title={t('prefs')} />
      {saved ? (
        <p class="flash flash-done" role="status">
          {t('saved')}
        </p>
      ) : null}
      <form class="card frm" method="post" action={action}>
        <Hidden fields={hidden} />
        {radios(
          'size',
          t('size'),
          [
            ['standard', t('standard')],
            ['large', t('large')],
            ['huge', t('huge')],
          ],
          values.size,
        )}
        {radios(
          'lang',
          t('language'),
          [
            ['zh', '中文'],
            ['en', 'English'],
          ],
          values.lang,
        )}
        <div class="fld">
          <label class="op">
            <input type="checkbox" name="shortcuts" value="on" checked={values.shortcuts} aria-describedby="keys-h" />
            <span>{t('shortcutsOn')}</span>
          </label>
          <p class="hint" id="keys-h">
            {t('shortcutsHelp')} <a href={PATHS.keys}>{t('keys')}</a>
          </p>
        </div>
        <div class="acts">
          <button class="btn btn-p" type="submit">
            {t('save')}
          </button>
        </div>
      </form>
    </Layout>,
  );
}

const KEYS: readonly (readonly [keys: readonly string[], does: StringKey])[] = [
  [['/'], 'keySlash'],
  [['?'], 'keyHelp'],
  [['J', 'K'], 'keyJK'],
  [['Enter'], 'keyEnter'],
  [['[', ']'], 'keyPrevNext'],
  [['G T', 'G C'], 'keyGo'],
];

export function helpPage({ chrome, page, glossary }: HelpProps): string {
  const t = tell(chrome.lang);
  if (page === 'keys')
    return renderPage(
      <Layout chrome={chrome} title={t('keys')}>
        <PageHead title={t('keys')} />
        <ScrollBox label={t('keys')}>
          <table class="tbl">
            <caption class="vh">{t('keys')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('keyCol')}</th>
                <th scope="col">{t('keyDoes')}</th>
              </tr>
            </thead>
            <tbody>
              {KEYS.map(([keys, does]) => (
                <tr>
                  <th scope="row">
                    {keys.map((key) => (
                      <kbd>{key}</kbd>
                    ))}
                  </th>
                  <td>{t(does)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
        <p class="muted">
          {t('shortcutsHelp')}。{t('keysOff')} <a href={PATHS.prefs}>{t('prefs')}</a>
        </p>
      </Layout>,
    );
  return renderPage(
    <Layout chrome={chrome} title={t('helpTitle')}>
      <PageHead title={t('helpTitle')} />
      <Card id="start-t" title={t('helpStart')}>
        <ol class="steps">
          {(['help1', 'help2', 'help3', 'help4'] as const).map((key) => (
            <li>{t(key)}</li>
          ))}
        </ol>
      </Card>
      <Card id="a11y-t" title={t('helpA11y')}>
        <p>
          {t('helpA11yText')} <a href={PATHS.prefs}>{t('prefs')}</a> · <a href={PATHS.keys}>{t('keys')}</a>
        </p>
      </Card>
      {glossary?.length ? (
        <Card id="gloss-t" title={t('glossary')}>
          <KeyValue pairs={glossary} t={t} />
        </Card>
      ) : null}
    </Layout>,
  );
}

/** Charts and plugins that are in force, with what the check found. */
export function adminPage({ chrome, charts }: AdminProps): string {
  const t = tell(chrome.lang);
  return renderPage(
    <Layout chrome={chrome} title={t('admin')} wide>
      <PageHead title={t('admin')} />
      {charts.map((chart, index) => (
        <Card
          id={`chart-${index}`}
          title={t.say(chart.title)}
          more={<span class="muted">{t('statesEvents', { s: chart.states, e: chart.events })}</span>}
        >
          <KeyValue pairs={chart.facts} t={t} />
          <h3>{t('plugins')}</h3>
          {chart.plugins.length ? (
            <ul class="plain">
              {chart.plugins.map((plugin) => (
                <li>
                  {t.say(plugin.title)} <code>{plugin.id}</code>
                  {plugin.preset ? <span class="muted"> {plugin.preset}</span> : null}
                </li>
              ))}
            </ul>
          ) : (
            <p class="muted">{t('pluginsNone')}</p>
          )}
          <h3>{t('findings')}</h3>
          {chart.findings.length ? (
            <ul class="plain">
              {chart.findings.map((finding) => (
                <li>
                  <b>{t(finding.level)}</b> <code>{finding.code}</code> <code>{finding.path}</code>{' '}
                  {t.say(finding.text)}
                </li>
              ))}
            </ul>
          ) : (
            <p class="ok">✓ {t('findingsNone')}</p>
          )}
          {chart.diagram ? (
            <details class="wrk">
              <summary>
                {t('flow')}
                <span class="vh"> {t.say(chart.title)}</span>
              </summary>
              <ScrollBox label={`${t('drawing')} ${t.say(chart.title)}`} class="scw">
                <div dangerouslySetInnerHTML={{ __html: chart.diagram }} />
              </ScrollBox>
            </details>
          ) : null}
        </Card>
      ))}
    </Layout>,
  );
}
