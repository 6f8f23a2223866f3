/** One commit of one subject: what several submissions made of it, in order (design §9). */
import type { Subject } from '../chart/subject.ts';
import { answersOf, bodyOf } from './answers.ts';
import { decideActs } from './decide-acts.ts';
import { dueOfTerms } from './due-diff.ts';
import type { Piece } from './piece.ts';
import { projectionOf } from './project.ts';
import { reactionsOf } from './reactions.ts';
import type { Done } from './runner-port.ts';
import type { Commit } from './store-port.ts';
import { keysOf } from './unique-keys.ts';

/** What the person is told when the commit is durable. */
export function doneOf({ decided, submission }: Pick<Piece, 'decided' | 'submission'>): Done {
  const { subject } = decided;
  const eventIds = submission.acts.map(({ eventId }) => eventId);
  const done = { subject: subject.id, seq: subject.seq, state: subject.state };
  return { ok: true, ...done, answer: bodyOf({ ...done, at: subject.at, eventIds }) };
}

/** The commit of pieces that follow each other on one subject. A piece that takes a number must be alone. */
export function commitOf(before: Subject | undefined, pieces: readonly Piece[]): Commit {
  const last = pieces.at(-1)!;
  const { definition, district, kind, id } = last.ground;
  const after = last.decided.subject;
  const made = pieces.flatMap((piece) => piece.decided.made);
  const terms = dueOfTerms(definition, district.calendar, before, after);
  const reads = new Map(
    pieces.flatMap((piece) => piece.ground.reads.map(({ subject, seq }) => [subject, seq] as const)),
  );
  reads.delete(id);
  const { numbering } = last.decided;
  const numbered = pieces.length === 1 && numbering && last.ground.number === undefined;
  return {
    district: district.id,
    kind,
    subject: id,
    expectedSeq: before?.seq ?? 0,
    entries: made.map(({ entry }) => entry),
    bytes: made.map(({ bytes }) => bytes),
    snapshot: after,
    answers: pieces.flatMap((piece) => answersOf(piece.submission, piece.hash, doneOf(piece).answer)),
    due: [...terms.put, ...pieces.flatMap((piece) => reactionsOf(definition, piece))],
    dueCancel: terms.cancel,
    keys: keysOf(definition, before, after),
    personal: pieces.flatMap((piece) => piece.decided.personal),
    projection: projectionOf(
      definition,
      after,
      made.map(({ entry }) => entry),
      district,
    ),
    reads: [...reads].map(([subject, seq]) => ({ subject, seq })),
    reference: district.reference,
    ...(numbered && {
      number: { series: numbering.series, build: (value: number) => withNumber(before, last, value) },
    }),
  };
}

/** The commit again with the number that it got: everything is decided once more, on the same facts. */
function withNumber(before: Subject | undefined, piece: Piece, value: number): Commit {
  const ground = { ...piece.ground, number: value };
  const decided = decideActs(ground);
  if (!decided.ok) throw new Error('a decision may not depend on the number that it takes');
  piece.ground = ground;
  piece.decided = decided;
  return commitOf(before, [piece]);
}
