/** One submission decided: a part of a commit. */
import type { DecidedActs, Ground } from './decide-acts.ts';
import type { Submission } from './runner-port.ts';

export interface Piece {
  submission: Submission;
  hash: string;
  /** How many reactions stand between a person and this. */
  depth: number;
  ground: Ground;
  decided: DecidedActs;
}
