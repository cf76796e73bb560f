import type { DraftView } from '../../src/api/index.ts';
import { extensionPath, readSource, type LookupData, type Source } from '../../src/catalogue/index.ts';
import type { ExtensionFile } from '../../src/model/generated/schemas.ts';

/**
 * What may be asked of the catalogue while `draft` is written: what is approved, `data`, with the fields that the
 * draft itself adds, so that its items can be given them before anybody has approved of either.
 */
export function draftLookups(data: LookupData, { contents }: Pick<DraftView, 'contents'>): LookupData {
  const file = contents.find(({ path }) => path === extensionPath);
  if (file === undefined) return data;
  const read = readSource(extensionPath, file.text);
  // The kind of a source tells the type of its value; what cannot be read leaves what is approved.
  return read.kind === 'source' ? { ...data, extension: (read.source as Source<ExtensionFile>).value } : data;
}
