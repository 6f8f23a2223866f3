/** My work: what I have taken, what waits for my post, what I was told, what I left half-written. */

import type { Composed } from '@fengqiao/core';
import type { TasksProps, TaskView } from '../../pages/model.ts';
import type { UserCall } from '../call.ts';
import { definitionOf } from '../context.ts';
import { addressOfKey } from '../form-key.ts';
import { personalOf } from '../opened.ts';
import { sightOf } from '../posts.ts';
import type { TaskItem } from '../reader-port.ts';
import { claimView } from './case.ts';
import { chromeOf, roleText } from './chrome.ts';
import { dueView, isInstant, localTime } from './days.ts';
import { columnsOf, nameOf } from './ledger.ts';
import type { Personal } from './values.ts';
import { levelOf, personName, stageText } from './values.ts';

const MOST = 200;

export async function tasksProps(call: UserCall): Promise<TasksProps> {
  const { deps, user } = call;
  const { district } = user;
  const first = district.charts[0];
  const definition = first && definitionOf(district, first.kind);
  const posts = definition ? postsAtWork(call, definition) : [];
  const sight = { person: user.person, units: [...new Set(posts.map((post) => post.unit))] };
  const { tasks, notices, personal } = await deps.reader.page(district.id, async (read) => {
    const query = { posts, person: user.person, sight, limit: MOST };
    const tasks = await read.tasks(query);
    const notices = await read.notices({ ...query, limit: 20 });
    return {
      tasks,
      notices,
      personal: await personalOf(
        read,
        tasks.map((task) => task.columns),
      ),
    };
  });
  const drafts = await deps.drafts.list(district.id, user.person);
  const views = tasks.flatMap((task) => {
    const view = taskView(call, task, personal);
    return view ? [{ task, view }] : [];
  });
  return {
    chrome: chromeOf(call),
    mine: views.filter(({ task }) => task.claimedBy === user.person).map(({ view }) => view),
    open: views.filter(({ task }) => task.claimedBy !== user.person).map(({ view }) => view),
    notices: notices.flatMap((notice) => {
      const chart = district.charts.find((offer) => offer.kind === notice.kind);
      return chart
        ? [
            {
              text: notice.text,
              at: localTime(district, notice.at),
              href: `/${chart.path}/${notice.subject}`,
              title: { zh: definitionOf(district, chart.kind).zh, en: definitionOf(district, chart.kind).en },
            },
          ]
        : [];
    }),
    drafts: drafts.map(({ key, at }) => ({
      text: draftText(call, key),
      at: localTime(district, at),
      href: addressOfKey(key),
    })),
    ...(first ? { ledger: { href: `/${first.path}`, text: { zh: '查看台账', en: 'See the ledger' } } } : {}),
  };
}

/** Every post of the person with its role in each unit whose subjects it works on: my work is mine, whatever post is chosen. */
const postsAtWork = ({ user }: UserCall, definition: Composed): { role: string; unit: string }[] =>
  user.posts.flatMap((post) =>
    (sightOf({ ...user, post }, definition).units ?? []).map((unit) => ({ role: post.role, unit })),
  );

function taskView(call: UserCall, task: TaskItem, personal: Personal): TaskView | undefined {
  const { user, deps } = call;
  const chart = user.district.charts.find((offer) => offer.kind === task.kind);
  if (!chart) return undefined;
  const definition = definitionOf(user.district, task.kind);
  const base = `/${chart.path}/${task.subject}`;
  const level = levelOf(definition, task.level);
  const holder = [user.post, ...user.posts].find((post) => post && task.roles.includes(post.role));
  const claim = holder ? claimView({ ...call, user: { ...user, post: holder } }, base, task) : undefined;
  return {
    href: base,
    ...nameOf(definition, columnsOf(definition), task.columns, personal),
    text: task.text,
    stage: stageText(definition, task.stage),
    ...(level ? { level } : {}),
    ...(task.due ? { due: dueView(user.district, task.due, deps.clock.now()) } : {}),
    since: isInstant(task.since) ? localTime(user.district, task.since) : task.since,
    ...(task.rung !== undefined ? { rung: roleText(user.district, task.roles[0] ?? '') } : {}),
    ...(task.claimedBy ? { heldBy: personName(user.district, task.claimedBy) } : {}),
    ...(claim ? { claim: { action: claim.action, hidden: claim.hidden, mine: claim.mine } } : {}),
  };
}

/** What the form of a draft is called: its event or sitting, in whatever chart it is of. */
function draftText({ user }: UserCall, key: string) {
  const [path, , ...rest] = key.split('~');
  const chart = user.district.charts.find((offer) => offer.path === path);
  const definition = chart && definitionOf(user.district, chart.kind);
  const id = rest.at(-1) ?? '';
  const def = definition?.events[id] ?? definition?.sittings[id];
  return def ? { zh: def.zh, en: def.en } : { zh: '未完成的表单', en: 'a form not finished' };
}
