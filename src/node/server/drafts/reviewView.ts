import type { AttachmentChange, ReviewView } from '../../../api/index.ts';
import { divisionOf, namedFiles, ownName, placeOf, type Translation } from '../../../catalogue/index.ts';
import type { Draft, Store } from '../../review/index.ts';
import type { Files } from '../catalogue/catalogueOf.ts';
import { changedGuides } from './changedGuides.ts';
import { changedSince } from './changedSince.ts';
import { checkedFiles, riskBetween } from '../catalogue/checks.ts';
import { compareFindings, type Checked } from './compareFindings.ts';
import { shownChanges } from './fileChanges.ts';
import { referrersOf } from './referrers.ts';

/**
 * What main would be with `draft` in it, beside main as it is, and what that changes for readers. A draft that
 * is part of main already is shown beside main as it was when the draft began.
 */
export async function reviewView(draft: Draft, store: Store, since?: string): Promise<ReviewView> {
  const { isMerged, base, drafted } = await sidesOf(draft, store);
  const [before, after] = [checkedFiles(base), checkedFiles(drafted)];
  const touched = changedGuides(before, after);
  const seen = since === undefined ? undefined : await changedSince(draft, store, since);
  const files = await Promise.all(
    draft.changes.map(async ({ path, blob, mainBlob, beganBlob }) => {
      const { name, division } = nameOf(path, blob === null ? before : after);
      const did =
        blob === null ? ('removed' as const) : beganBlob === null ? ('added' as const) : ('changed' as const);
      const changes = shownChanges(path, before, after);
      const from = isMerged ? beganBlob : mainBlob;
      const compared = `${from ?? 'nothing'}..${blob ?? 'nothing'}`;
      if (placeOf(path).kind === 'attachment')
        return {
          path,
          did,
          compared,
          name,
          division,
          changes,
          textDiff: '',
          attachment: attachmentChange(path, before, after),
        };
      const textDiff = await store.repository.textDiff(from, blob);
      return { path, did, compared, name, division, changes, textDiff };
    }),
  );
  return {
    files,
    risk: riskBetween(base, drafted),
    ...compareFindings(before, after),
    touched,
    bundles: touchedBundles(draft, touched, after),
    referrers: referrersOf(gone(draft), before.catalogue, after.catalogue).map((one) => ({
      ...one,
      name: nameOf(one.file, after).name,
    })),
    ...(seen && { since: seen }),
  };
}

/** The catalogue that a draft is shown beside, and what it makes of it. */
export async function sidesOf(
  draft: Draft,
  store: Store,
): Promise<{ isMerged: boolean; base: Files; drafted: Files }> {
  const isMerged = draft.state.kind === 'merged';
  const onto = isMerged ? draft.began : draft.main;
  const [base, drafted] = [await store.readCatalogue(onto), await store.readWithDraft(draft, onto)];
  return { isMerged, base, drafted };
}

/** Paths that main has and the draft has no more. */
function gone({ changes }: Draft): string[] {
  return changes.filter(({ blob, beganBlob }) => blob === null && beganBlob !== null).map(({ path }) => path);
}

function touchedBundles(
  { changes }: Draft,
  touched: ReviewView['touched'],
  { catalogue }: Checked,
): ReviewView['bundles'] {
  const paths = new Set(changes.map(({ path }) => path));
  return catalogue.bundles.flatMap(({ path, value }): ReviewView['bundles'] => {
    const id = value.id ?? path;
    const entry = catalogue.lookupData.bundles.find((bundle) => bundle.id === id);
    const isTouched = touched.some(
      (guide) => entry?.items.includes(guide.id) && entry.divisions.includes(guide.division),
    );
    if (!paths.has(path) && !isTouched) return [];
    return [
      {
        id,
        name: value.name ?? id,
        divisions: (entry?.divisions ?? []).map((code) => catalogue.lookups.divisionName(code)),
      },
    ];
  });
}

function attachmentChange(path: string, before: Checked, { catalogue }: Checked): AttachmentChange {
  const [was, is] = [before.catalogue, catalogue].map(({ files }) => files.get(path)?.length);
  const usedBy = [...catalogue.sources.values()].flatMap((source) =>
    namedFiles(source.kind, source.written, source.shape)
      .filter(({ file }) => file === path)
      .map((named) => ({
        file: source.path,
        path: named.path,
        name: nameOf(source.path, { catalogue }).name,
        divisionName: catalogue.lookups.divisionName(divisionOf(source)),
      })),
  );
  return { ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }), usedBy };
}

function nameOf(path: string, { catalogue }: Pick<Checked, 'catalogue'>): { name: string; division: string } {
  const place = placeOf(path);
  if (place.kind !== 'file') return { name: path.replace(/^forms\//, ''), division: '000000' };
  const { id, division = '000000', fileKind } = place;
  const isItem = fileKind === 'item' || fileKind === 'layer';
  const value = catalogue.sources.get(path)?.value;
  if (fileKind === 'translation') {
    const item = catalogue.lookups.itemName((value as Translation | undefined)?.item ?? id ?? '');
    return { name: item === undefined ? path : `${item}（英文译文）`, division };
  }
  const name = isItem && id !== undefined ? catalogue.lookups.itemName(id) : ownName(value)?.zh;
  return { name: name ?? path, division };
}
