import type { ActView, AttachmentView, DraftFile, DraftRow, DraftView, Member } from '../../api/index.ts';
import { filesOfBundle, placeOf, type Catalogue } from '../../catalogue/index.ts';
import type { Draft, Store } from '../review/index.ts';
import { filesOf } from './filesOf.ts';
import { ownedFiles, permissions } from './permissions.ts';
import { catalogueOf, type Files } from './catalogueOf.ts';

/** Whether a draft may still become part of main. */
export function isOpen({ state }: Draft): boolean {
  return state.kind !== 'withdrawn' && state.kind !== 'merged';
}

export function draftRow(draft: Draft): DraftRow {
  const { id, tip, title, author, state, createdAt, updatedAt } = draft;
  return { id, tip, title, author, state, files: filesOf(draft), createdAt, updatedAt };
}

/** A draft with its texts, its acts, and what `person` may do with it. */
export async function draftView(draft: Draft, person: Member, store: Store): Promise<DraftView> {
  const began = await store.readCatalogue(draft.began);
  const files = await store.readCatalogue(draft.tip);
  return {
    ...draftRow(draft),
    contents: filesOf(draft)
      .filter((path) => placeOf(path).kind === 'file')
      .map((path) => draftFile(path, began, files)),
    attachments: attachmentViews(draft, files),
    acts: draft.commits.map(actView),
    may: permissions(draft, person, ownedFiles(draft, files, await store.readCatalogue(draft.main))),
  };
}

function attachmentViews({ changes }: Draft, files: Files): AttachmentView[] {
  const changed = new Map(
    changes.map(({ path, beganBlob }) => [
      path,
      beganBlob === null ? ('added' as const) : ('changed' as const),
    ]),
  );
  return [...files]
    .filter(([path]) => placeOf(path).kind === 'attachment')
    .map(([path, { length: bytes }]) => ({ path, bytes, change: changed.get(path) ?? ('none' as const) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function draftFile(path: string, began: Files, files: Files): DraftFile {
  const catalogue = catalogueOf(files);
  const text = textOf(files.get(path)) ?? '';
  const baseText = textOf(began.get(path));
  const place = placeOf(path, text);
  const division = (place.kind === 'file' ? place.division : undefined) ?? '000000';
  const id = place.kind === 'file' ? place.id : undefined;
  return {
    path,
    text,
    ...(baseText !== undefined && { baseText }),
    upper: upperTexts({ path, id, division }, catalogue),
    division,
  };
}

/** Texts of the item's files at the divisions above, highest first; of a bundle, of what its members are made of. */
function upperTexts(
  { path, id, division }: { path: string; id: string | undefined; division: string },
  catalogue: Catalogue,
): DraftFile['upper'] {
  const { chains, lookups } = catalogue;
  const bundle = catalogue.bundles.find((source) => source.path === path);
  if (bundle !== undefined) return filesOfBundle(bundle.value, catalogue);
  if (id === undefined) return [];
  const above = new Set(lookups.divisionChain(division).slice(1));
  return (chains.get(id) ?? [])
    .filter((step) => above.has(step.division))
    .map(({ source }) => ({ path: source.path, text: source.text }));
}

function actView({ act, person, at, oid }: Draft['commits'][number]): ActView {
  const kind = act.kind === 'import' ? 'create' : act.kind;
  const text = act.kind === 'comment' ? act.text : act.kind === 'return' ? act.reason : undefined;
  return {
    kind,
    person,
    at,
    commit: oid,
    ...(text !== undefined && { text }),
    ...(act.kind === 'approve' && { role: act.role }),
    ...(act.kind === 'comment' && act.file !== undefined && { file: act.file }),
    ...(act.kind === 'comment' && act.path !== undefined && { path: act.path }),
  };
}

function textOf(bytes: Uint8Array | undefined): string | undefined {
  return bytes === undefined ? undefined : new TextDecoder('utf-8').decode(bytes);
}
