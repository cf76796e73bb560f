import type { Writing } from '../../catalogue/index.ts';
import { mayReach, type Member, type Role } from '../../review/index.ts';
import type { Parts } from './parts.ts';
import { forbidden } from './refusals.ts';
import type { Draft, Refusal } from './results.ts';

type Reaching = Pick<Parts, 'catalogues' | 'ownersOf'>;

/**
 * Why `person` may not, as one of `roles`, decide on `files`, whose owners commit `main` tells; `undefined` where they
 * may.
 */
export async function outOfReach(
  { catalogues, ownersOf }: Reaching,
  { person, roles, files, main }: { person: Member; roles: readonly Role[]; files: Writing[]; main: string },
): Promise<Refusal | undefined> {
  const before = await catalogues.read(main);
  const owned = files.map((file) => ({ path: file.path, owners: ownersOf(file, before) }));
  const permission = mayReach(person, roles, owned);
  return permission.kind === 'refused' ? forbidden(permission) : undefined;
}

/** As `outOfReach`, of what somebody who drafts is about to put into a draft: bytes, a blob that is there, or nothing. */
export async function changesOutOfReach(
  parts: Reaching & Pick<Parts, 'repository'>,
  {
    person,
    draft,
    changes,
  }: { person: Member; draft: Draft; changes: ReadonlyMap<string, Uint8Array | { blob: string } | null> },
): Promise<Refusal | undefined> {
  const files = await Promise.all(
    [...changes].map(async ([path, content]) => ({ path, now: await bytesIn(parts, content) })),
  );
  return outOfReach(parts, { person, roles: ['drafter'], files, main: draft.main });
}

async function bytesIn(
  { repository }: Pick<Parts, 'repository'>,
  content: Uint8Array | { blob: string } | null,
): Promise<Uint8Array | undefined> {
  if (content === null || content instanceof Uint8Array) return content ?? undefined;
  return repository.readBlob(content.blob);
}

/** What a draft writes, each file as it has it. */
export async function writingsOf({ catalogues }: Reaching, draft: Draft): Promise<Writing[]> {
  const files = await catalogues.readWithDraft(draft, draft.main);
  return draft.changes.map(({ path }) => ({ path, now: files.get(path) }));
}
