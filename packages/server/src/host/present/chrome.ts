/** What every page has around it: district, person, post, navigation. */

import { readFileSync } from 'node:fs';
import type { Text } from '@fengqiao/core';
import type { Chrome, NavItem } from '../../pages/model.ts';
import type { Call } from '../call.ts';
import type { District, Post, SignedIn } from '../context.ts';
import { definitionOf } from '../context.ts';
import { COOKIES, cookieOf } from '../cookies.ts';
import { loginToken } from '../login-token.ts';

const manifest = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
export const VERSION = manifest.version;

type Asked = Pick<Call, 'deps' | 'req' | 'res' | 'context'>;

export function chromeOf({ deps, req, res, context }: Asked, nav: readonly NavItem[] = []): Chrome {
  const { user } = context;
  return {
    lang: context.lang,
    fontSize: context.fontSize,
    url: req.originalUrl,
    csrf: user?.csrf ?? loginToken(deps, req, res),
    nav: nav.length || !user ? [...nav] : navOf(user, req.path),
    ...(user ? { district: { zh: user.district.zh, en: user.district.en }, user: personOf(user) } : {}),
    ...(user?.district.charts[0] ? { search: { action: `/${user.district.charts[0].path}/search` } } : {}),
    demo: deps.settings.demo,
    version: VERSION,
    shortcuts: cookieOf(req, COOKIES.shortcuts) !== 'off',
  };
}

function personOf(user: SignedIn): NonNullable<Chrome['user']> {
  const posts = user.posts.map((post) => ({
    id: post.id,
    text: postText(user.district, post),
    current: post.id === user.post?.id,
  }));
  const unit = user.post && unitText(user.district, user.post.unit);
  return {
    name: user.name,
    posts,
    ...(user.post ? { post: roleText(user.district, user.post.role) } : {}),
    ...(unit ? { unit } : {}),
  };
}

/** Tasks, the ledger of each chart, and the desks of the post. */
function navOf(user: SignedIn, path: string): NavItem[] {
  const { district } = user;
  const items: NavItem[] = [{ href: '/tasks', text: { zh: '我的待办', en: 'My tasks' } }];
  for (const { kind, path: word } of district.charts) {
    const definition = definitionOf(district, kind);
    items.push({ href: `/${word}`, text: { zh: `${definition.zh}台账`, en: `Ledger: ${definition.en}` } });
    for (const [id, desk] of Object.entries(definition.desks))
      if (user.post && desk.roles.includes(user.post.role))
        items.push({ href: `/desks/${id}`, text: { zh: desk.zh, en: desk.en } });
  }
  return items.map((item) =>
    path === item.href || path.startsWith(`${item.href}/`) ? { ...item, current: true } : item,
  );
}

/** The name of a role in any of the charts of the district. */
export function roleText(district: District, role: string): Text {
  for (const { kind } of district.charts) {
    const found = definitionOf(district, kind).roles[role];
    if (found) return { zh: found.zh, en: found.en };
  }
  return { zh: role, en: role };
}
export const unitText = (district: District, unit: string): Text | undefined => {
  const found = district.units.find((one) => one.id === unit);
  return found && { zh: found.zh, en: found.en };
};
export function postText(district: District, post: Post): Text {
  const role = roleText(district, post.role);
  const unit = unitText(district, post.unit);
  return { zh: `${unit?.zh ?? ''} ${role.zh}`.trim(), en: `${role.en}, ${unit?.en ?? ''}`.replace(/, $/, '') };
}
