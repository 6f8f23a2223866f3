/** Addresses that pages send people to by themselves; all others come in the props. */
export const PATHS = {
  home: '/',
  signIn: '/login',
  signOut: '/logout',
  /** POST `post`: the post under which acts are taken. */
  post: '/post',
  prefs: '/prefs',
  help: '/help',
  keys: '/help/keys',
  tasks: '/tasks',
  /** POST /drafts/:key — fields as they stand; answers 204. */
  drafts: '/drafts',
  /** Static files by hashed name. */
  assets: '/assets',
} as const;
