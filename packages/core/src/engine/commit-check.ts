/** What any store checks of a commit before it looks at its rows. */
import type { Commit } from './store-port.ts';
import { UnwritableText, unwritableAt } from './writable-text.ts';

/** What is wrong with the commit by itself: text that cannot be stored, or numbers that do not follow each other. */
export function commitFault(commit: Commit): Error | undefined {
  const { number: _, ...plain } = commit;
  const at = unwritableAt(plain);
  if (at !== undefined) return new UnwritableText(at);
  const last = commit.expectedSeq + commit.entries.length;
  const inOrder = commit.entries.every(
    (entry, n) => entry.seq === commit.expectedSeq + 1 + n && entry.subject === commit.subject,
  );
  if (
    !commit.entries.length ||
    !inOrder ||
    commit.snapshot.seq !== last ||
    commit.bytes.length !== commit.entries.length
  ) {
    return new Error('the entries of a commit do not follow its expected head');
  }
  return undefined;
}
