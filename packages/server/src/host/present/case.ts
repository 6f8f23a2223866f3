/** The page of one subject: the step of this reader first, then all that may be done or why not, then the case itself. */

import type { Actor, Offers, TaskRow } from '@fengqiao/core';
import { linksOf } from '@fengqiao/core';
import type { ActionView, CaseProps, ClaimView, FormView, Link, Shown } from '../../pages/model.ts';
import type { StepCall, SubjectCall } from '../call.ts';
import { definitionOf } from '../context.ts';
import { draftKey } from '../forms/draft-key.ts';
import { stateOfNew } from '../forms/state.ts';
import { formView } from '../forms/view.ts';
import { isParty, may, rolesOf, workingPost } from '../posts.ts';
import { uuid7 } from '../uuid.ts';
import { drawDiagram } from '../views.ts';
import { chromeOf, roleText } from './chrome.ts';
import { isInstant, localTime } from './days.ts';
import { headOf } from './head.ts';
import { sectionsOf } from './members.ts';
import { filesOf, papersOf } from './papers.ts';
import { reasonView } from './reasons.ts';
import { termsOf } from './terms.ts';
import { entriesFor, timelineOf, toldOf } from './timeline.ts';
import { personName, stageText } from './values.ts';

const LATEST = 8;

export const actorOf = ({ user }: Pick<SubjectCall, 'user'>): Actor => ({
  person: user.person,
  post: user.post?.id ?? '',
  role: user.post?.role ?? '',
  unit: user.post?.unit ?? '',
});
export const rolesHeld = ({ user }: Pick<SubjectCall, 'user'>): string[] => [
  ...new Set(user.posts.map((post) => post.role)),
];

export async function caseProps(reader: SubjectCall): Promise<CaseProps> {
  const { opened, deps, path, kind } = reader;
  const { subject, definition, projection } = opened;
  const waits = stageFirst(projection.tasks).map((task) => task.roles);
  const call = { ...reader, user: workingPost(reader.user, projection.unit, waits) };
  const { user } = call;
  const base = `/${path}/${subject.id}`;
  const now = deps.clock.now();
  const party = isParty(user, definition);
  const offers = await deps.engine.offers({
    district: user.district.id,
    kind,
    subject,
    actor: actorOf(call),
    roles: rolesHeld(call),
    only: 'here',
  });
  const current = projection.final ? undefined : await currentStep(call, offers);
  const stage = definition.regions.stage?.states[subject.state.stage ?? ''];
  return {
    chrome: chromeOf(reader),
    head: headOf(call, opened, 'case'),
    ...(current ? { current } : {}),
    ...(current || stage?.final ? {} : { waiting: waitingFor(call) }),
    ...(stage?.final ? { closed: stageText(definition, subject.state.stage) } : {}),
    claims: party ? [] : claimsOf(call),
    sittings: sittingsOf(call, offers),
    actions: actionsOf(call, offers),
    sections: sectionsOf({ user, opened, base }),
    sectionsHref: `${base}/members`,
    terms: termsOf(user.district, opened, now)
      .filter((term) => term.due.status !== 'ended')
      .slice(0, LATEST),
    termsHref: `${base}/deadlines`,
    papers: papersOf(opened, party),
    files: filesOf(opened, base),
    told: party ? [] : toldOf(user.district, opened, LATEST),
    timeline: timelineOf(user.district, opened, LATEST, party, party ? undefined : (seq) => `${base}/events#e${seq}`),
    entries: entriesFor(opened, party).length,
    eventsHref: `${base}/events`,
    diagram: await drawDiagram(definition, opened, call.context.lang, 'card'),
    flowHref: `${base}/flow`,
    links: await linkedOf(call),
  };
}

/** What leads on from the present stage comes before the duties beside it: the page opens on the step. */
const stageFirst = (tasks: readonly TaskRow[]): TaskRow[] =>
  [...tasks].sort((a, b) => Number(b.key.startsWith('stage:')) - Number(a.key.startsWith('stage:')));

/** The first event of the waiting work that this post may take now. */
async function currentStep(call: SubjectCall, offers: Offers): Promise<CaseProps['current']> {
  const { opened, user } = call;
  if (!user.post) return undefined;
  const role = user.post.role;
  const mine = stageFirst(opened.projection.tasks).filter(
    (task) => task.claimedBy === undefined || task.claimedBy === user.person,
  );
  const party = isParty(user, opened.definition);
  const ofParties = (event: string) =>
    [...rolesOf(opened.definition, event)].every((one) => opened.definition.roles[one]?.part === 'party');
  // Work of the office waits for its roles; a party is shown only what nobody but a party does.
  const wanted = [
    ...new Set(
      mine
        .filter((task) => party || task.roles.includes(role))
        .flatMap((task) => task.events)
        .filter((event) => !party || ofParties(event)),
    ),
  ];
  const open = wanted
    .map((event) => offers.options.find((option) => option.event === event))
    .filter((option) => option?.available && may(opened.definition, role, option.event) === 'self');
  const event = open[0]?.event;
  const def = event === undefined ? undefined : opened.definition.events[event];
  if (event === undefined || !def) return undefined;
  const step: StepCall = { ...call, step: { definition: opened.definition, type: 'event', id: event, def } };
  return { title: { zh: def.zh, en: def.en }, form: await formOf(step) };
}

/** The form of a step as it opens, with the draft of the person where there is one. */
export async function formOf(step: StepCall): Promise<FormView> {
  const draft = await step.deps.drafts.find(step.user.district.id, step.user.person, draftKey(step));
  return formView(step, await stateOfNew(step, draft?.fields), draft ? { draft, restored: true } : {});
}

function waitingFor({ opened, user }: SubjectCall): NonNullable<CaseProps['waiting']> {
  const { tasks } = opened.projection;
  const since = tasks.map((task) => task.since).sort()[0];
  return {
    for: tasks
      .flatMap((task): Shown[] =>
        task.claimedBy
          ? [personName(user.district, task.claimedBy)]
          : task.roles.map((role) => roleText(user.district, role)),
      )
      .slice(0, 8),
    what: tasks.map((task) => task.text),
    ...(since ? { since: isInstant(since) ? localTime(user.district, since) : since } : {}),
  };
}

export function claimView(
  call: Pick<SubjectCall, 'user' | 'deps'>,
  base: string,
  task: Pick<TaskRow, 'key' | 'text' | 'claimedBy'>,
): ClaimView {
  const mine = task.claimedBy === call.user.person;
  return {
    text: task.text,
    action: `${base}/tasks`,
    hidden: [
      ['_csrf', call.user.csrf],
      ['_id', uuid7(call.deps.clock)],
      ...(call.user.post ? [['_post', call.user.post.id] as const] : []),
      ['task', task.key],
      ['do', mine ? 'release' : 'claim'],
    ],
    ...(task.claimedBy ? { heldBy: personName(call.user.district, task.claimedBy) } : {}),
    mine,
  };
}
const claimsOf = (call: SubjectCall): ClaimView[] =>
  call.opened.projection.tasks
    .filter((task) => call.user.post !== undefined && task.roles.includes(call.user.post.role))
    .map((task) => claimView(call, `/${call.path}/${call.opened.subject.id}`, task));

function sittingsOf({ opened, path }: SubjectCall, { sittings }: Offers): ActionView[] {
  return sittings
    .filter((sitting) => sitting.available)
    .map((sitting) => ({
      text: sitting.text,
      verb: sitting.text,
      href: `/${path}/${opened.subject.id}/sit/${encodeURIComponent(sitting.sitting)}`,
      available: true,
      reasons: [],
      several: (opened.definition.sittings[sitting.sitting]?.steps ?? []).flatMap(({ event }) => {
        const def = opened.definition.events[event];
        return def ? [{ zh: def.zh, en: def.en }] : [];
      }),
    }));
}

/** What may be done, then what belongs to this step but may not be done yet, each with all that stands against it. */
function actionsOf({ opened, user, path }: SubjectCall, { options }: Offers): ActionView[] {
  const base = `/${path}/${opened.subject.id}/do/`;
  const role = user.post?.role ?? '';
  const canEver = (event: string) => may(opened.definition, role, event) !== 'no';
  const hrefOf = (event: string) =>
    canEver(event) && !opened.definition.events[event]?.opens ? `${base}${encodeURIComponent(event)}` : undefined;
  const shown = options.filter((option) => option.available || option.here);
  const rank = (option: (typeof shown)[number]) =>
    option.available ? (option.here ? 0 : 1) : canEver(option.event) ? 2 : 3;
  return shown
    .sort((a, b) => rank(a) - rank(b))
    .map((option) => ({
      text: option.text,
      verb: option.verb,
      href: `${base}${encodeURIComponent(option.event)}`,
      available: option.available,
      reasons: option.available ? [] : option.reasons.map((reason) => reasonView(reason, opened.definition, hrefOf)),
    }));
}

/** Subjects that this one names, as far as the reader may see them; the others by what they are only. */
async function linkedOf({ opened, user, deps }: SubjectCall): Promise<Link[]> {
  const links = linksOf(opened.definition, opened.subject);
  if (!links.length) return [];
  return deps.reader.page(user.district.id, async (read) => {
    const found: Link[] = [];
    for (const { to } of links) {
      const other = await read.subject(to);
      const chart = other && user.district.charts.find((offer) => offer.kind === other.subject.kind);
      if (!other || !chart) continue;
      const definition = definitionOf(user.district, other.subject.kind);
      const state = stageText(definition, other.subject.state.stage);
      found.push({
        href: `/${chart.path}/${to}`,
        text: { zh: `${definition.zh}（${state.zh}）`, en: `${definition.en} (${state.en})` },
      });
    }
    return found;
  });
}
