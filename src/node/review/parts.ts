import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Risk } from '../../model/schemas.ts';
import type { Writing } from '../../catalogue/index.ts';
import type { Owner } from '../../model/owner.ts';
import {
  encodeMessage,
  recordOf,
  type Member,
  type Person,
  type Role,
  type SignaturePolicy,
  type SignedAct,
} from '../../review/index.ts';
import type { NewCommit, Repository, RepositoryOptions } from '../git/index.ts';
import type { Catalogues } from './catalogues.ts';
import type { Drafts } from './drafts.ts';
import type { Queues } from './queues.ts';

/** What decides whether content may be submitted or become part of main. */
export type Gate = (
  files: ReadonlyMap<string, Uint8Array>,
  base: ReadonlyMap<string, Uint8Array>,
) => Promise<{ kind: 'pass'; risk: Risk; joint?: string[] } | { kind: 'blocked'; diagnostics: Diagnostic[] }>;

export interface StoreOptions extends RepositoryOptions {
  gate: Gate;
  /** Who must sign for a draft of `paths`, read from main's own `governance/` at every look. */
  policy(files: ReadonlyMap<string, Uint8Array>, paths: readonly string[]): SignaturePolicy;
  /** Whose a file is, as main and what is to be written say: who may write and sign follows. */
  ownersOf(writing: Writing, main: ReadonlyMap<string, Uint8Array>): Owner[];
  /** The one subject of all accounts of a person, by main's `governance/`. */
  subjectOf(files: ReadonlyMap<string, Uint8Array>): (subject: string) => string;
  /** The roles that somebody has now, none where they may not come in any more; `undefined` where that is not known. */
  rolesNow?(files: ReadonlyMap<string, Uint8Array>): (subject: string) => readonly Role[] | undefined;
  clock?: () => Date;
  /** Waits so many milliseconds before another attempt at a ref that others move too. */
  pause?: (ms: number) => Promise<unknown>;
}

/** Who does something, and which doing it is. */
export interface Doing {
  person: Person;
  /** ULID made by who asks; the same one again is the same operation, done once. */
  operation: string;
}

/** As `Doing`, of what only those may do in whose scope the files are. */
export interface ScopedDoing extends Doing {
  person: Member;
}

/** What every operation of the store is made with. */
export interface Parts {
  repository: Repository;
  catalogues: Catalogues;
  drafts: Drafts;
  queues: Queues;
  gate: Gate;
  ownersOf: StoreOptions['ownersOf'];
  policy: StoreOptions['policy'];
  clock(): Date;
  pause(ms: number): Promise<unknown>;
}

/** Writes a commit that tells `signed`, its author the person in it; nothing points at it yet. */
export async function commitAct(
  { repository, clock }: Pick<Parts, 'repository' | 'clock'>,
  signed: SignedAct,
  content: Pick<NewCommit, 'parents' | 'baseTree' | 'changes'>,
): Promise<{ oid: string; at: string }> {
  const time = clock();
  const { oid } = await repository.writeCommit({
    ...content,
    message: encodeMessage({ ...signed, person: recordOf(signed.person) }),
    author: signed.person,
    time,
  });
  return { oid, at: new Date(Math.floor(time.getTime() / 1000) * 1000).toISOString() };
}
