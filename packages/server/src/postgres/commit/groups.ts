/** Splits the commits of one call into batches that one statement can judge each on its own. */
import type { Commit } from '@fengqiao/core';

/** What a commit touches that must not meet another commit in the same statement. */
function marks(commit: Commit): { own: string; wants: string[]; reads: string[] } {
  const at = (mark: string, ...parts: string[]) => JSON.stringify([mark, commit.district, ...parts]);
  return {
    own: at('subject', commit.subject),
    wants: [
      ...commit.keys.map(({ scope, key }) => at('key', scope, key)),
      ...commit.answers.map(({ eventId }) => at('event', eventId)),
    ],
    reads: commit.reads.map(({ subject }) => at('subject', subject)),
  };
}

/**
 * Batches of places in `commits`, each at most `most` long, in the order given. A batch holds a subject once, as
 * written or as read by others, and a key or event id once; a commit that takes a number is a batch of its own.
 */
export function groups(commits: readonly Commit[], most: number): number[][] {
  const batches: number[][] = [];
  let batch: number[] = [];
  let written = new Set<string>();
  let read = new Set<string>();
  const close = () => {
    if (batch.length) batches.push(batch);
    batch = [];
    written = new Set();
    read = new Set();
  };
  commits.forEach((commit, place) => {
    const { own, wants, reads } = marks(commit);
    const clash =
      [own, ...wants].some((mark) => written.has(mark)) || read.has(own) || reads.some((mark) => written.has(mark));
    if (clash || batch.length >= most || commit.number) close();
    batch.push(place);
    for (const mark of [own, ...wants]) written.add(mark);
    for (const mark of reads) read.add(mark);
    if (commit.number) close();
  });
  close();
  return batches;
}
