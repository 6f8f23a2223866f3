/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { Chrome, MembersProps, MemberView } from '../model.ts';
import { Card, KeyValue } from '../parts/bits.tsx';
import { Head } from '../parts/head.tsx';
import { Layout } from '../parts/layout.tsx';
import { renderPage } from '../render.ts';
import { type Tell, tell } from '../strings.ts';
import type { Shown } from '../text.ts';

/** Everyone who takes part, each at its own step; masked values are shown for a reason that is recorded. */
export function membersPage({ chrome, head, sections, add, error }: MembersProps): string {
  const t = tell(chrome.lang);
  return renderPage(
    <Layout
      chrome={chrome}
      title={`${sections.map((section) => t.say(section.title)).join(t('comma'))} ${head.number ?? ''}`.trim()}
      wide
      faulty={Boolean(error)}
    >
      <Head head={head} t={t} />
      {sections.map((section, index) => (
        <Card
          id={`sec-${index}`}
          title={t.say(section.title)}
          count={section.members.length}
          more={
            index === 0
              ? add.map((link) => (
                  <a class="btn btn-2 btn-s" href={link.href}>
                    {t.say(link.text)}
                  </a>
                ))
              : undefined
          }
        >
          {section.members.length ? (
            <ul class="mem">
              {section.members.map((member) => (
                <Member
                  member={member}
                  place={`${index}-${member.id}`}
                  chrome={chrome}
                  error={error?.member === member.id ? error.text : undefined}
                  t={t}
                />
              ))}
            </ul>
          ) : (
            <p class="muted">{t('memberNone')}</p>
          )}
        </Card>
      ))}
    </Layout>,
  );
}

function Member({
  member,
  place,
  chrome,
  error,
  t,
}: {
  member: MemberView;
  place: string;
  chrome: Chrome;
  error?: Shown;
  t: Tell;
}) {
  const field = `reason-${place}`;
  return (
    <li class="mem-i" id={`m-${place}`}>
      <div class="mem-h">
        <h3>
          {member.name}
          {member.role ? <span class="stg">{t.say(member.role)}</span> : null}
        </h3>
        <ul class="own">
          {member.states.map((state) => (
            <li class={state.done ? 'own-d' : undefined}>
              <span class="own-a">{t.say(state.aspect)}</span>
              <span class="own-s">
                <span aria-hidden="true">{state.done ? '✓ ' : '○ '}</span>
                {t.say(state.text)}
              </span>
            </li>
          ))}
        </ul>
      </div>
      <KeyValue pairs={member.facts} t={t} />
      {member.revealed ? <p class="ok">{t('revealed')}</p> : null}
      {member.reveal && !member.revealed ? (
        <form class={`rev${error ? ' fld-err' : ''}`} method="post" action={member.reveal.action}>
          <input type="hidden" name="_csrf" value={chrome.csrf} />
          {error ? (
            <p class="err" id={`${field}-e`}>
              <span class="vh">{t('errorPrefix')}</span>
              {t.say(error)}
            </p>
          ) : null}
          <label for={field}>
            {t('revealReason')}
            <span class="vh">{` ${member.name}`}</span>
          </label>
          <input
            id={field}
            name="reason"
            type="text"
            maxLength={200}
            autocomplete="off"
            aria-describedby={error ? `${field}-e` : undefined}
            aria-invalid={error ? 'true' : undefined}
          />
          <button class="btn btn-2 btn-s" type="submit">
            {t('reveal')}
            <span class="vh">{` ${member.name}`}</span>
          </button>
          <span class="muted sm">{t('revealNote')}</span>
        </form>
      ) : null}
      {member.actions.length ? (
        <p class="mem-a">
          {member.actions.map((link) => (
            <a href={link.href}>
              {t.say(link.text)}
              <span class="vh">{` ${member.name}`}</span>
            </a>
          ))}
        </p>
      ) : null}
    </li>
  );
}
