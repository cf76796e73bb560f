import type { DraftView } from '../../src/api/index.ts';
import { extensionPath, readSource, type LookupData, type Source } from '../../src/catalogue/index.ts';
import type { CatalogueFile, ExtensionFile } from '../../src/model/generated/schemas.ts';
import type { Draft } from '../../src/model/item.ts';

const settingsPath = 'catalogue.yaml';

/**
 * What may be asked of the catalogue while `draft` is written: what is approved, `data`, with the fields, codes and
 * divisions that the draft itself adds, so that its items can be given them before anybody has approved of either.
 */
export function draftLookups(data: LookupData, draft: Pick<DraftView, 'contents'>): LookupData {
  const extension = saidIn<ExtensionFile>(draft, extensionPath);
  const settings = saidIn<CatalogueFile>(draft, settingsPath);
  // The same data stay the same object: what is made of them is kept by it.
  if (extension === undefined && settings === undefined) return data;
  return {
    ...data,
    ...(extension !== undefined && { extension }),
    ...(settings !== undefined && { config: withSettings(data.config, settings) }),
  };
}

/** What the draft's file at `path` says; what cannot be read leaves what is approved. */
function saidIn<T>({ contents }: Pick<DraftView, 'contents'>, path: string): Draft<T> | undefined {
  const file = contents.find((one) => one.path === path);
  const read = file && readSource(path, file.text);
  // The kind of a source tells the type of its value.
  return read?.kind === 'source' ? (read.source as Source<T>).value : undefined;
}

/** Only entries that are whole: what is half written has no name yet that anybody could choose it by. */
function withSettings(config: CatalogueFile, said: Draft<CatalogueFile>): CatalogueFile {
  const divisions = (said.divisions ?? []).filter((one) => one?.code !== undefined && one.name !== undefined);
  const lists = Object.entries(said.codeLists ?? {}).map(([list, codes]) => [
    list,
    (codes ?? []).filter((one) => one?.id !== undefined && one.zh !== undefined),
  ]);
  // What was left in has all that its type asks for.
  return {
    ...config,
    ...(divisions.length > 0 && { divisions: divisions as CatalogueFile['divisions'] }),
    codeLists: { ...config.codeLists, ...(Object.fromEntries(lists) as CatalogueFile['codeLists']) },
  };
}
