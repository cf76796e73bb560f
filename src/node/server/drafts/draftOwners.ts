import { placeOf } from '../../../catalogue/index.ts';
import type { Owner } from '../../../model/owner.ts';
import type { OwnedFile } from '../../../review/index.ts';
import type { Draft, Store } from '../../review/index.ts';
import type { Files } from '../catalogue/catalogueOf.ts';
import { changedPaths, ownersOf } from '../catalogue/checks.ts';
import { filesOf } from './filesOf.ts';

interface Known {
  main: Files;
  /** By the path and what the draft made of it. */
  owners: Map<string, { item: string; owners: Owner[] }>;
}

const known = new WeakMap<Store, Known>();

/**
 * Whose the files of `draft` are, by `main` and by what the draft says. A list asks it of thousands of drafts at every
 * look, so what was found of a text is kept as long as nothing on main changes that it follows from.
 */
export async function draftOwners(draft: Draft, store: Store, main: Files): Promise<OwnedFile[]> {
  const { owners } = upTo(store, main);
  const changed = new Map(draft.changes.map(({ path, blob }) => [path, blob]));
  return Promise.all(
    filesOf(draft).map(async (path): Promise<OwnedFile> => {
      const blob = changed.get(path);
      const key = `${path} ${blob ?? String(blob)}`;
      const kept = owners.get(key);
      if (kept !== undefined) return { path, owners: kept.owners };
      const bytes = typeof blob === 'string' ? await store.repository.readBlob(blob) : main.get(path);
      const found = ownersOf({ path, now: blob === null ? undefined : (bytes ?? '') }, main);
      const item = itemOf(path);
      // Whose any other file is may follow from everything that names it.
      if (item !== undefined) owners.set(key, { item, owners: found });
      return { path, owners: found };
    }),
  );
}

/**
 * What is known under `main`. Of an item's file it follows from the files of that item and from what all share, the
 * agencies say: a merge of other items leaves it as it is.
 */
function upTo(store: Store, main: Files): Known {
  const last = known.get(store);
  if (last?.main === main) return last;
  const now: Known = { main, owners: new Map() };
  const changed = last === undefined ? [] : changedPaths(last.main, main).map(itemOf);
  if (last !== undefined && !changed.includes(undefined))
    for (const [key, one] of last.owners) if (!changed.includes(one.item)) now.owners.set(key, one);
  known.set(store, now);
  return now;
}

/** The item whose file stands at `path`. */
function itemOf(path: string): string | undefined {
  const place = placeOf(path);
  if (place.kind !== 'file') return undefined;
  return place.fileKind === 'item' || place.fileKind === 'layer' ? place.id : undefined;
}
