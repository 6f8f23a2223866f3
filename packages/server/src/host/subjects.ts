/** Pages of a chart and of one subject: ledger, case, members, deadlines, flow, history. */

import type { Express } from 'express';
import { logAccess } from './access-log.ts';
import { answerTrouble } from './answers.ts';
import { fieldOf } from './body.ts';
import type { KindCall, SubjectCall } from './call.ts';
import type { Deps } from './context.ts';
import { definitionOf } from './context.ts';
import { personalOf } from './opened.ts';
import { isParty, sightOf } from './posts.ts';
import { caseProps } from './present/case.ts';
import { chromeOf } from './present/chrome.ts';
import { flowProps } from './present/flow.ts';
import { headOf, listsOf } from './present/head.ts';
import { askedOf, hrefOf, ledgerProps } from './present/ledger.ts';
import { sectionsOf } from './present/members.ts';
import { termsOf } from './present/terms.ts';
import { entryView } from './present/timeline.ts';
import { addRoutes } from './routes.ts';
import { casePage, deadlinesPage, eventsPage, flowPage, ledgerPage, membersPage } from './views.ts';

/** Entries on one page of the history. */
const PAGE = 50;

export function subjects(app: Express, deps: Deps): void {
  const page = (path: string, view: (call: SubjectCall) => Promise<string | undefined> | string | undefined) => ({
    method: 'get' as const,
    path,
    who: 'subject' as const,
    async handle(call: SubjectCall) {
      const html = await view(call);
      if (html === undefined) return answerTrouble(call, 404, 'unknown');
      call.res.type('html').send(html);
    },
  });
  addRoutes(app, deps, [
    { method: 'get', path: '/:kind', who: 'kind', handle: ledger },
    { method: 'post', path: '/:kind/search', who: 'kind', handle: search },
    page('/:kind/:id', async (call) => casePage(withFlash(call, await caseProps(call)))),
    page('/:kind/:id/members', (call) => (listsOf(call.opened.definition).length ? members(call) : undefined)),
    page('/:kind/:id/deadlines', (call) =>
      deadlinesPage({
        chrome: chromeOf(call),
        head: headOf(call, call.opened, 'deadlines'),
        terms: termsOf(call.user.district, call.opened, deps.clock.now()),
      }),
    ),
    page('/:kind/:id/flow', async (call) => flowPage(await flowProps(call))),
    page('/:kind/:id/events', (call) => (isParty(call.user, call.opened.definition) ? undefined : history(call))),
    { method: 'post', path: '/:kind/:id/members/:member/reveal', who: 'subject', handle: reveal },
  ]);
}

/** Names of people do not stand in addresses: what is searched for comes by POST and goes on sealed. */
function search(call: KindCall): void {
  const { deps, user, form, kind, path, res } = call;
  const sent = Object.fromEntries(form.fields);
  const asked = askedOf(sent, definitionOf(user.district, kind));
  const find = asked.words ? deps.seal.close(asked.words, placeOf(call)).toString('base64url') : '';
  res.redirect(303, hrefOf(path, asked, { find }));
}
const placeOf = ({ user }: KindCall): string => `${user.district.id}\0${user.person}`;
function wordsOf(call: KindCall): { words: string; find: string } {
  const find = typeof call.req.query.find === 'string' ? call.req.query.find.slice(0, 1000) : '';
  const words = find ? (call.deps.seal.open(Buffer.from(find, 'base64url'), placeOf(call)) ?? '') : '';
  return { words, find: words ? find : '' };
}

async function ledger(call: KindCall): Promise<void> {
  const { deps, user, kind, req, res } = call;
  const definition = definitionOf(user.district, kind);
  const asked = { ...askedOf(req.query, definition), ...wordsOf(call) };
  const sight = sightOf(user, definition);
  const found = await deps.reader.page(user.district.id, async (read) => {
    const page = await read.ledger({
      kind,
      sight,
      view: asked.view,
      today: user.district.calendar.dayOf(deps.clock.now()),
      size: asked.size,
      ...(asked.words ? { words: asked.words } : {}),
      ...(asked.stage ? { stages: [asked.stage] } : {}),
      ...(asked.level && !isParty(user, definition) ? { level: asked.level } : {}),
      ...(asked.sort ? { sort: asked.sort } : {}),
      ...(asked.after ? { after: asked.after } : {}),
    });
    return {
      page,
      personal: await personalOf(
        read,
        page.rows.map((row) => row.columns),
      ),
    };
  });
  res.type('html').send(ledgerPage(ledgerProps(call, definition, asked, found.page, found.personal)));
}

/** What has just been done is said once, on the page that it led to. */
function withFlash(call: SubjectCall, props: Awaited<ReturnType<typeof caseProps>>): typeof props {
  const id = typeof call.req.query.done === 'string' ? call.req.query.done : '';
  const { events, sittings } = call.opened.definition;
  const def = Object.hasOwn(events, id) ? events[id] : Object.hasOwn(sittings, id) ? sittings[id] : undefined;
  if (!def) return props;
  return {
    ...props,
    chrome: { ...props.chrome, flash: { kind: 'done', text: { zh: `已保存：${def.zh}`, en: `Saved: ${def.en}` } } },
  };
}

function members(
  call: SubjectCall,
  revealed?: ReadonlySet<string>,
  error?: { member: string; text: { zh: string; en: string } },
): string {
  const { opened, user, path } = call;
  return membersPage({
    chrome: chromeOf(call),
    head: headOf(call, opened, 'members'),
    sections: sectionsOf({ user, opened, base: `/${path}/${opened.subject.id}`, ...(revealed ? { revealed } : {}) }),
    add: [],
    ...(error ? { error } : {}),
  });
}

/** Masked values in clear: an act with a reason, kept in the access log, shown in this answer only. */
async function reveal(call: SubjectCall): Promise<void> {
  const { form, params, res, opened, user } = call;
  if (isParty(user, opened.definition)) return answerTrouble(call, 404, 'unknown');
  const member = params.member ?? '';
  const reason = (fieldOf(form, 'reason') ?? '').trim();
  if ([...reason].length < 2 || [...reason].length > 300) {
    const text = { zh: '请写明查看的理由（2 至 300 字）', en: 'Say why (2 to 300 characters)' };
    return void res
      .status(422)
      .type('html')
      .send(members(call, undefined, { member, text }));
  }
  await logAccess(call, `members/${member}`, reason);
  res.type('html').send(members(call, new Set([member])));
}

function history(call: SubjectCall): string {
  const { opened, user, path, req } = call;
  const before = Number(req.query.before);
  const entries =
    Number.isSafeInteger(before) && before > 0 ? opened.entries.filter((entry) => entry.seq < before) : opened.entries;
  const shown = entries.slice(-PAGE).reverse();
  const oldest = shown.at(-1)?.seq ?? 0;
  return eventsPage({
    chrome: chromeOf(call),
    head: headOf(call, opened, 'events'),
    entries: shown.map((entry) => entryView(user.district, opened, entry)),
    ...(oldest > 1 ? { older: `/${path}/${opened.subject.id}/events?before=${oldest}` } : {}),
  });
}
