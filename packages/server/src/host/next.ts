/** Where sign-in leads to, and what comes along with it. */
/** Fields of a form that was sent without a session travel through the sign-in page under this prefix. */
export const CARRIED = 'carried.';

/** An address of this host, never another one. */
export const safeNext = (next: string | undefined): string =>
  next && /^\/(?![/\\])[^\\\s]*$/.test(next) && !next.startsWith('/login') ? next : '/';
