/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { SignInProps } from '../model.ts';
import { Hidden, ScrollBox } from '../parts/bits.tsx';
import { Mark } from '../parts/icons.tsx';
import { Layout } from '../parts/layout.tsx';
import { renderPage } from '../render.ts';
import { tell } from '../strings.ts';

/** The first page of a stranger, and of one whose session has ended. */
export function signInPage({ chrome, action, hidden, account, error, note, demo }: SignInProps): string {
  const t = tell(chrome.lang);
  return renderPage(
    <Layout chrome={chrome} title={t('signIn')} faulty={Boolean(error)}>
      <div class="door">
        <section class="door-f card">
          <div class="door-h">
            <Mark />
            <h1>{t('brand')}</h1>
            <p class="muted">{t('signInIntro')}</p>
          </div>
          {error ? (
            <section class="errsum" aria-labelledby="errsum-t" tabIndex={-1} data-focus="">
              <div role="alert">
                <h2 id="errsum-t">{t.say(error)}</h2>
              </div>
            </section>
          ) : null}
          {note ? <p class="flash flash-note">{t.say(note)}</p> : null}
          <form method="post" action={action} class="frm">
            <Hidden fields={hidden} />
            <div class="fld">
              <label class="lbl" for="login">
                {t('accountName')}
              </label>
              <input
                id="login"
                name="login"
                type="text"
                value={account}
                autocomplete="username"
                autocapitalize="none"
                spellcheck={false}
              />
            </div>
            <div class="fld">
              <label class="lbl" for="password">
                {t('password')}
              </label>
              <input id="password" name="password" type="password" autocomplete="current-password" />
            </div>
            <button class="btn btn-p btn-w" type="submit">
              {t('signIn')}
            </button>
          </form>
        </section>
        {demo ? (
          <div class="door-d card">
            <h2>{t('demoAccounts')}</h2>
            <p class="muted">
              {t('demo')}
              {t('colon')}
              {t('demoPassword', { password: demo.password })}
            </p>
            <ScrollBox label={t('demoAccounts')}>
              <table class="tbl tbl-s">
                <caption class="vh">{t('demoAccounts')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('accountName')}</th>
                    <th scope="col">{t('name')}</th>
                    <th scope="col">{t('post')}</th>
                  </tr>
                </thead>
                <tbody>
                  {demo.accounts.map((own) => (
                    <tr>
                      <td data-l={t('accountName')}>
                        <code>{own.account}</code>
                      </td>
                      <td data-l={t('name')}>{own.name}</td>
                      <td data-l={t('post')}>{t.say(own.post)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollBox>
          </div>
        ) : null}
      </div>
    </Layout>,
  );
}
