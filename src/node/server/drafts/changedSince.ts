import type { ReviewView } from '../../../api/index.ts';
import type { Draft, Store } from '../../review/index.ts';
import { catalogueOf, type Files } from '../catalogue/catalogueOf.ts';
import { changedPaths } from '../catalogue/checks.ts';
import type { Checked } from './compareFindings.ts';
import { shownChanges } from './fileChanges.ts';

/** What a draft says otherwise than in its commit `since`; nothing where that is none of its commits. */
export async function changedSince(draft: Draft, store: Store, since: string): Promise<ReviewView['since']> {
  const seen = draft.commits.find(({ oid }) => oid === since);
  if (seen === undefined) return undefined;
  const [then, now] = [await store.readCatalogue(since), await store.readCatalogue(draft.tip)];
  const [before, after] = [unchecked(then), unchecked(now)];
  const fields = changedPaths(then, now).flatMap((file) =>
    shownChanges(file, before, after).map(({ path }) => ({ file, path })),
  );
  return { commit: since, at: seen.at, fields };
}

/** Differences of fields are told without findings, which take their time to reckon. */
function unchecked(files: Files): Checked {
  return { catalogue: catalogueOf(files), diagnostics: [] };
}
