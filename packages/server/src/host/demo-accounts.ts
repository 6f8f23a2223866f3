/** Demo accounts: one for each person that the district file gives a login, with one public password. Local address only. */
import type { SignInProps } from '../pages/model.ts';
import type { DemoLogin } from './accounts.ts';
import type { Deps, District } from './context.ts';
import { postsHeld } from './posts.ts';
import { postText } from './present/chrome.ts';

export const DEMO_PASSWORD = 'fengqiao-demo';

export const demoAccountsOf = (district: District): DemoLogin[] =>
  district.people.flatMap((person) =>
    person.login ? [{ login: person.login, district: district.id, person: person.id }] : [],
  );

/** Makes those that are missing; one that somebody changed is left as it is. */
export const makeDemoAccounts = ({ accounts, districts }: Pick<Deps, 'accounts' | 'districts'>): Promise<void> =>
  accounts.createDemo(districts.list().flatMap(demoAccountsOf), DEMO_PASSWORD);

/** As the sign-in page tells them. */
export function demoAccounts({
  districts,
  clock,
}: Pick<Deps, 'districts' | 'clock'>): NonNullable<SignInProps['demo']> {
  const accounts = districts.list().flatMap((district) =>
    demoAccountsOf(district).map(({ login, person }) => {
      const posts = postsHeld(district, person, clock.now()).map((post) => postText(district, post));
      return {
        account: login,
        name: district.people.find((one) => one.id === person)?.name ?? login,
        post: { zh: posts.map((post) => post.zh).join('、'), en: posts.map((post) => post.en).join('; ') },
      };
    }),
  );
  return { accounts, password: DEMO_PASSWORD };
}
