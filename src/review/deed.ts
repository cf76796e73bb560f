import type { Plain } from '../model/edit.ts';
import type { Path } from '../model/path.ts';
import type { Signer } from './act.ts';

/** An act somebody may do by a button. */
export type Deed =
  | { kind: 'submit' }
  | { kind: 'withdraw' }
  | ({ kind: 'approve'; text?: string } & Pick<Signer, 'role' | 'of'>)
  /** Into main in an emergency, in the place of the signatures that are missing. */
  | { kind: 'override'; reason: string }
  /** A signature after the fact. */
  | ({ kind: 'ratify'; upheld: boolean; text: string } & Pick<Signer, 'role' | 'of'>)
  /** `threads`: what has to be changed is said in them. */
  | { kind: 'return'; reason: string; threads?: string[] }
  /** With `thread` an answer; `path` is kept by the ids of elements. */
  | { kind: 'comment'; text: string; file?: string; path?: Path; thread?: string }
  | { kind: 'suggest'; file: string; path: Path; value: Plain; text?: string }
  /** `take` puts a suggestion into the text, and ends the review of what stood there. */
  | { kind: 'resolve' | 'reopen' | 'take' | 'decline'; thread: string }
  | { kind: 'takeOver'; reason: string }
  /** `to`: the subject of somebody who drafts here. */
  | { kind: 'assign'; to: string; reason: string }
  | { kind: 'remove'; file: string; reason: string }
  | { kind: 'rename'; file: string; to: string; reason: string };
