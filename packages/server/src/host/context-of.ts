/** What is known about a request: who asks, under which post, in which language. Read once per request. */
import type { Request, Response } from 'express';
import type { Context, Deps, SignedIn } from './context.ts';
import { COOKIES, cookieOf } from './cookies.ts';
import { langOf, sizeOf } from './language.ts';
import { postsHeld } from './posts.ts';

export async function contextOf(deps: Deps, req: Request, res: Response): Promise<Context> {
  const known = res.locals.context as Context | undefined;
  if (known) return known;
  const context: Context = { id: String(res.locals.id), lang: langOf(req), fontSize: sizeOf(req) };
  res.locals.context = context;
  const token = tokenOf(req);
  const user = token === undefined ? undefined : await signedIn(deps, token);
  if (user) context.user = user;
  return context;
}

/** An API client sends the token as `Authorization: Bearer`, a browser as a cookie. */
export const bearerOf = (req: Request): string | undefined =>
  /^Bearer ([A-Za-z0-9_-]{43})$/.exec(req.headers.authorization ?? '')?.[1];
const tokenOf = (req: Request): string | undefined => bearerOf(req) ?? cookieOf(req, COOKIES.session);

async function signedIn(deps: Deps, token: string): Promise<SignedIn | undefined> {
  const session = await deps.sessions.find(token);
  const district = session && deps.districts.get(session.account.district);
  if (!session || !district) return undefined;
  const { account } = session;
  const posts = postsHeld(district, account.person, deps.clock.now());
  const post = posts.find((held) => held.id === session.post) ?? posts[0];
  return {
    account: account.id,
    person: account.person,
    name: district.people.find((person) => person.id === account.person)?.name ?? account.login,
    district,
    posts,
    ...(post ? { post } : {}),
    csrf: deps.sessions.csrf(session.id),
    session: session.id,
  };
}

/** The same person under another post that is held today: the one under which a form was shown stays the one that it is sent under. */
export function underPost(user: SignedIn, post: string | undefined): SignedIn {
  const chosen = post === undefined ? undefined : user.posts.find((held) => held.id === post);
  return chosen ? { ...user, post: chosen } : user;
}
