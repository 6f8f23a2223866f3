/** @jsxRuntime automatic */
/** @jsxImportSource preact */
import type { Chrome, TasksProps, TaskView } from '../model.ts';
import { Card, Empty, Hidden, PageHead, ScrollBox } from '../parts/bits.tsx';
import { Layout } from '../parts/layout.tsx';
import { DueTag, LevelTag } from '../parts/tags.tsx';
import { renderPage } from '../render.ts';
import { type Tell, tell } from '../strings.ts';

/** What waits for the reader: claimed first, then what the post may claim, both by urgency. */
export function tasksPage({ chrome, mine, open, notices, drafts, ledger }: TasksProps): string {
  const t = tell(chrome.lang);
  return renderPage(
    <Layout chrome={chrome} title={t('tasks')} wide>
      <PageHead title={t('tasks')} sub={t('total', { n: mine.length + open.length })} />
      <div class="two">
        <div>
          {mine.length + open.length === 0 ? (
            <Empty text={t('tasksNone')}>
              {ledger ? (
                <p>
                  {t('tasksNoneHint')} <a href={ledger.href}>{t.say(ledger.text)}</a>
                </p>
              ) : null}
            </Empty>
          ) : null}
          {mine.length ? <TaskTable id="mine" title={t('tasksMine')} tasks={mine} chrome={chrome} t={t} /> : null}
          {open.length ? <TaskTable id="open" title={t('tasksOpen')} tasks={open} chrome={chrome} t={t} /> : null}
        </div>
        <aside aria-label={t('notices')}>
          <Card id="notices-t" title={t('notices')} count={notices.length || undefined}>
            {notices.length ? (
              <ul class="told">
                {notices.map((notice) => (
                  <li>
                    <a href={notice.href}>{t.say(notice.title)}</a>
                    <time class="muted" dateTime={notice.at.replace(' ', 'T')}>
                      {notice.at}
                    </time>
                    <p>{t.say(notice.text)}</p>
                  </li>
                ))}
              </ul>
            ) : (
              <p class="muted">{t('noticesNone')}</p>
            )}
          </Card>
          {drafts.length ? (
            <Card id="drafts-t" title={t('draftsTitle')} count={drafts.length}>
              <ul class="told">
                {drafts.map((draft) => (
                  <li>
                    <a href={draft.href}>{t.say(draft.text)}</a>
                    <span class="muted">{draft.at}</span>
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

const TaskTable = ({
  id,
  title,
  tasks,
  chrome,
  t,
}: {
  id: string;
  title: string;
  tasks: readonly TaskView[];
  chrome: Chrome;
  t: Tell;
}) => (
  <Card id={`${id}-t`} title={title} count={tasks.length}>
    <ScrollBox label={title}>
      <table class="tbl" data-list="">
        <caption class="vh">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('thing')}</th>
            <th scope="col">{t('toDo')}</th>
            <th scope="col">{t('dueCol')}</th>
            <th scope="col">{t('sinceCol')}</th>
            <th scope="col">{t('action')}</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <tr class={task.level?.rank ? `edge-${Math.min(task.level.rank, 3)}` : undefined}>
              <td class="c-no">
                <a href={task.href}>{t.say(task.title)}</a>
                {task.number ? <span class="sub cn">{task.number}</span> : null}
                {task.level?.rank ? <LevelTag level={task.level} t={t} /> : null}
              </td>
              <td data-l={t('toDo')}>
                {t.say(task.text)}
                {task.rung ? <span class="sub">{t.say(task.rung)}</span> : null}
                {task.stage ? <span class="sub">{t.say(task.stage)}</span> : null}
              </td>
              <td data-l={t('dueCol')}>
                {task.due ? <DueTag due={task.due} t={t} /> : <span class="muted">{t('dash')}</span>}
              </td>
              <td data-l={t('sinceCol')} class="num">
                {t('since', { day: task.since })}
              </td>
              <td class="c-do">
                {task.claim ? (
                  <form method="post" action={task.claim.action}>
                    <input type="hidden" name="_csrf" value={chrome.csrf} />
                    <Hidden fields={task.claim.hidden} />
                    <button class="btn btn-2 btn-s" type="submit">
                      {task.claim.mine ? t('release') : t('claim')}
                      <span class="vh">{` ${t.say(task.title)}`}</span>
                    </button>
                  </form>
                ) : task.heldBy ? (
                  <span class="sub">{t('heldBy', { name: task.heldBy })}</span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  </Card>
);
