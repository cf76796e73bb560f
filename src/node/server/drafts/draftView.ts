import type { AttachmentView, DraftFile, DraftRow, DraftView, Member } from '../../../api/index.ts';
import {
  filesOfBundle,
  placeOf,
  type Catalogue,
  type ItemSource,
  type Translation,
} from '../../../catalogue/index.ts';
import { dayOf } from '../../../model/dayOf.ts';
import { askedSigners, foldThreads, mayAct, type Signer } from '../../../review/index.ts';
import type { Draft, Store } from '../../review/index.ts';
import { actViews } from './actView.ts';
import { draftOwners } from './draftOwners.ts';
import { filesOf } from './filesOf.ts';
import { mayDo, mayWrite, ownedFiles, permissions } from './permissions.ts';
import { catalogueOf, type Files } from '../catalogue/catalogueOf.ts';
import { reviewWait } from './reviewWait.ts';

/** Whether a draft may still become part of main. */
export function isOpen({ state }: Draft): boolean {
  return state.kind !== 'withdrawn' && state.kind !== 'merged';
}

/** A draft as lists have it, for `person`. */
export async function draftRow(draft: Draft, person: Member, store: Store): Promise<DraftRow> {
  return {
    ...(await rowForAll(draft, store)),
    maySign: (await signersOf(draft, person, store)).length > 0,
    isMine: draft.writers.has(person.subject),
  };
}

type RowForAll = Omit<DraftRow, 'maySign' | 'isMine'>;

const rowsForAll = new WeakMap<Draft, { day: string; row: RowForAll }>();

/** What a row says to everybody; kept for the day, as long as the draft stays what it is. */
async function rowForAll(draft: Draft, store: Store): Promise<RowForAll> {
  const day = dayOf(new Date());
  const known = rowsForAll.get(draft);
  if (known?.day === day) return known.row;
  const { id, tip, title, author, holder, state, createdAt, updatedAt, commits } = draft;
  const wait = reviewWait(state, catalogueOf(await store.readCatalogue(draft.main)), day);
  const row = {
    id,
    tip,
    title,
    author,
    holder,
    state,
    files: filesOf(draft),
    createdAt,
    updatedAt,
    openThreads: foldThreads(commits).filter((thread) => thread.state === 'open').length,
    ...(wait && { wait }),
  };
  rowsForAll.set(draft, { day, row });
  return row;
}

/** The signatures that `person` may give now. */
async function signersOf(draft: Draft, person: Member, store: Store): Promise<Signer[]> {
  const kind = draft.state.kind === 'merged' ? 'ratify' : 'approve';
  // Whose its files are is asked for what somebody could sign at all: a list has thousands.
  if (mayAct(draft, person, { kind }).kind === 'refused') return [];
  const main = await store.readCatalogue(draft.main);
  const owned = await draftOwners(draft, store, main);
  return askedSigners(draft).filter(
    ({ role, of }) =>
      mayDo(draft, person, { kind, role, ...(of !== undefined && { of }) }, owned).kind === 'allowed',
  );
}

/** A draft with its texts, that of `file` among them, its acts, and what `person` may do with it. */
export async function draftView(
  draft: Draft,
  person: Member,
  store: Store,
  file?: string,
): Promise<DraftView> {
  const began = await store.readCatalogue(draft.began);
  const files = await store.readCatalogue(draft.tip);
  const main = await store.readCatalogue(draft.main);
  const paths = [...new Set([...filesOf(draft), ...(file === undefined ? [] : [file])])];
  return {
    ...(await draftRow(draft, person, store)),
    contents: paths
      .filter((path) => placeOf(path).kind === 'file')
      .map((path) => draftFile(path, began, files)),
    attachments: attachmentViews(draft, files),
    acts: actViews(draft),
    threads: foldThreads(draft.commits).map((thread) => ({
      ...thread,
      maySettle: mayAct(draft, person, { kind: 'resolve', by: thread.by.subject }),
    })),
    signers: await signersOf(draft, person, store),
    may: permissions(draft, person, ownedFiles(draft, files, main)),
    mayWrite: mayWrite(draft, person, ownedFiles(draft, files, main, paths)),
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

/**
 * Texts of the item's files at the divisions above, highest first; of a bundle, of what its members are made of; of a
 * translation, of all levels of its item.
 */
function upperTexts(
  { path, id, division }: { path: string; id: string | undefined; division: string },
  catalogue: Catalogue,
): DraftFile['upper'] {
  const { chains, lookups } = catalogue;
  const bundle = catalogue.bundles.find((source) => source.path === path);
  if (bundle !== undefined) return filesOfBundle(bundle.value, catalogue);
  if (id === undefined) return [];
  const place = placeOf(path);
  if (place.kind === 'file' && place.fileKind === 'translation') {
    const { item = id } = (catalogue.sources.get(path)?.value ?? {}) as Translation; // its place tells the type
    return textsOf(chains.get(item) ?? []);
  }
  const above = new Set(lookups.divisionChain(division).slice(1));
  return textsOf((chains.get(id) ?? []).filter((step) => above.has(step.division)));
}

function textsOf(chain: readonly ItemSource[]): DraftFile['upper'] {
  return chain.map(({ source: { path, text } }) => ({ path, text }));
}

function textOf(bytes: Uint8Array | undefined): string | undefined {
  return bytes === undefined ? undefined : new TextDecoder('utf-8').decode(bytes);
}
