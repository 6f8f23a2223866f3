/** @jsxRuntime automatic */
/** @jsxImportSource preact */
/** What a case page shows beside its form: members, terms, papers, files, notices, actions. */

import { sizeText } from '../forms/file-field.tsx';
import type { ActionView, ClaimView, FileView, MemberSection, PaperView, TermView, ToldView } from '../model.ts';
import type { Tell } from '../strings.ts';
import { Empty, Hidden, Reasons, ScrollBox } from './bits.tsx';
import { DueTag } from './tags.tsx';

/** Facts of a member in the table of the case page; the page of the members has all. */
const FACTS = 5;

export const MembersTable = ({ section, t }: { section: MemberSection; t: Tell }) =>
  section.members.length ? (
    <ScrollBox label={t.say(section.title)}>
      <table class="tbl">
        <caption class="vh">{t.say(section.title)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('ownStep')}</th>
            <th scope="col">{t('contact')}</th>
          </tr>
        </thead>
        <tbody>
          {section.members.map((member) => (
            <tr>
              <td data-l={t('name')}>
                <b>{member.name}</b>
                {member.role ? <span class="sub">{t.say(member.role)}</span> : null}
              </td>
              <td data-l={t('ownStep')}>
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
              </td>
              <td data-l={t('contact')} class="num">
                {member.facts.slice(0, FACTS).map((fact) => (
                  <span class="sub">
                    {t.say(fact.label)}
                    {t('colon')}
                    {t.say(fact.value)}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  ) : (
    <p class="muted">{t('memberNone')}</p>
  );

export const TermItem = ({ term, t, open }: { term: TermView; t: Tell; open?: boolean }) => (
  <li class="trm">
    <div class="trm-h">
      <span class="trm-t">
        {t.say(term.title)}
        {term.of ? t('aside', { what: t.say(term.of) }) : ''}
      </span>
      <DueTag due={term.due} t={t} />
    </div>
    <p class="sub">
      {t.say(term.kind)} · {t('from')} {term.startedOn}
      {term.startedBy ? t('aside', { what: t.say(term.startedBy) }) : ''}
    </p>
    <details class="wrk" open={open}>
      <summary>
        {t('working')}
        <span class="vh">{`${t('colon')}${t.say(term.title)}${term.of ? ` ${t.say(term.of)}` : ''}`}</span>
      </summary>
      <ol class="wrk-l">
        {term.working.map((step) => (
          <li>{t.say(step)}</li>
        ))}
      </ol>
      {term.pauses.length ? (
        <ul class="wrk-p">
          {term.pauses.map((pause) => (
            <li>
              {t('pauses')}
              {t('colon')}
              {t.say(pause.ground)} {pause.from} {t('to')} {pause.to ?? '…'}
            </li>
          ))}
        </ul>
      ) : null}
      <p class="sub">
        {t('basis')}
        {t('colon')}
        {t.say(term.basis)}
      </p>
      {term.onExpiry ? (
        <p class="sub">
          {t('onExpiry')}
          {t('colon')}
          {t.say(term.onExpiry)}
        </p>
      ) : null}
    </details>
    {term.actions.length ? (
      <p class="trm-a">
        {term.actions.map((link) => (
          <a href={link.href}>{t.say(link.text)}</a>
        ))}
      </p>
    ) : null}
  </li>
);

export const Papers = ({ papers, t }: { papers: readonly PaperView[]; t: Tell }) =>
  papers.length ? (
    <ul class="doc">
      {papers.map((paper) => (
        <li>
          <span class="ft" aria-hidden="true">
            文
          </span>
          <span class="doc-t">
            {paper.href ? <a href={paper.href}>{t.say(paper.title)}</a> : t.say(paper.title)}
            <span class="sub">
              {paper.on}
              {paper.of ? ` · ${t.say(paper.of)}` : ''}
              {paper.internal ? ` · ${t('internal')}` : ''}
            </span>
          </span>
        </li>
      ))}
    </ul>
  ) : (
    <p class="muted">{t('papersNone')}</p>
  );

const kindMark = (type: string): string =>
  type.startsWith('image/')
    ? '图'
    : type === 'application/pdf'
      ? 'PDF'
      : type.startsWith('audio/') || type.startsWith('video/')
        ? '音'
        : '件';
export const FileList = ({ files, t }: { files: readonly FileView[]; t: Tell }) =>
  files.length ? (
    <ul class="doc">
      {files.map((file) => (
        <li>
          <span class="ft" aria-hidden="true">
            {kindMark(file.type)}
          </span>
          <span class="doc-t">
            <a href={file.href}>{file.name}</a>
            <span class="sub">
              {sizeText(file.size)}
              {file.with ? ` · ${t.say(file.with)}` : ''}
              {file.on ? ` · ${file.on}` : ''}
            </span>
            <code class="sha" title={file.sha256}>
              SHA-256 {file.sha256.slice(0, 16)}…
            </code>
          </span>
        </li>
      ))}
    </ul>
  ) : (
    <p class="muted">{t('filesNone')}</p>
  );

export const ToldList = ({ told, t }: { told: readonly ToldView[]; t: Tell }) =>
  told.length ? (
    <ul class="told">
      {told.map((one) => (
        <li>
          <b>{t.say(one.to)}</b>
          <time class="muted" dateTime={one.at.replace(' ', 'T')}>
            {one.at}
          </time>
          <p>{t.say(one.text)}</p>
        </li>
      ))}
    </ul>
  ) : (
    <p class="muted">{t('toldNone')}</p>
  );

/** What can be done now as buttons; what cannot, with all its reasons. */
export function Actions({
  sittings,
  actions,
  t,
}: {
  sittings: readonly ActionView[];
  actions: readonly ActionView[];
  t: Tell;
}) {
  const now = [...sittings, ...actions].filter(({ available }) => available);
  const not = [...sittings, ...actions].filter(({ available }) => !available);
  return (
    <>
      {now.length ? (
        <ul class="can">
          {now.map((action) => (
            <li class={action.several ? 'can-s' : undefined}>
              <a class="btn btn-2" href={action.href}>
                {t.say(action.text)}
              </a>
              {action.several ? (
                <span class="sub">
                  {t('sittings')}
                  {t('colon')}
                  {t.list(action.several)}
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <Empty text={t('actionsNone')} />
      )}
      {not.length ? (
        <details class="cannot">
          <summary>{t('unavailable', { n: not.length })}</summary>
          <ul class="cannot-l">
            {not.map((action) => (
              <li>
                <details>
                  <summary>
                    {t.say(action.text)}
                    <span class="why-q">{t('why')}</span>
                  </summary>
                  <Reasons reasons={action.reasons} t={t} />
                </details>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

export const Claims = ({ claims, csrf, t }: { claims: readonly ClaimView[]; csrf: string; t: Tell }) => (
  <ul class="clm">
    {claims.map((claim) => (
      <li>
        <span>
          {t.say(claim.text)}
          {claim.heldBy ? <span class="sub">{t('heldBy', { name: claim.heldBy })}</span> : null}
        </span>
        <form method="post" action={claim.action}>
          <input type="hidden" name="_csrf" value={csrf} />
          <Hidden fields={claim.hidden} />
          <button class="btn btn-2 btn-s" type="submit">
            {claim.mine ? t('release') : t('claim')}
            <span class="vh">{` ${t.say(claim.text)}`}</span>
          </button>
        </form>
      </li>
    ))}
  </ul>
);
