import type { CodeUseView, RecodedFile } from '../../../api/index.ts';
import {
  codeUses,
  placeOf,
  recoded,
  shapeOfKind,
  type Catalogue,
  type Recoding,
} from '../../../catalogue/index.ts';
import { edit } from '../../../text/index.ts';

/** Names of files that a use is told with; all are counted. */
const mostNames = 20;

/** How many files have each code, with the first of them by name. */
export function codeUseViews(catalogue: Catalogue): CodeUseView[] {
  return codeUses(catalogue).map(({ list, code, files }) => ({
    list,
    code,
    count: files.length,
    names: files.slice(0, mostNames).map((file) => nameOf(file, catalogue)),
  }));
}

/** The files of `catalogue` in which a code is used, with their texts as they would be with its new name. */
export function recodedFiles(catalogue: Catalogue, recoding: Recoding): RecodedFile[] {
  return recoded(catalogue, recoding).map(({ file, edits }) => {
    const source = catalogue.sources.get(file)!; // it was found there
    const made = edit(source.text, edits, { shape: shapeOfKind(source.kind, catalogue.lookups.shape) });
    const named = { file, name: nameOf(file, catalogue) };
    // A text that cannot be changed in place is left to people, who are told of it.
    return made.kind === 'impossible' ? named : { ...named, text: made.text };
  });
}

function nameOf(file: string, { lookups }: Catalogue): string {
  const place = placeOf(file);
  if (place.kind !== 'file') return file;
  const name = place.id === undefined ? undefined : lookups.itemName(place.id);
  const division = place.division === undefined ? '' : ` · ${lookups.divisionName(place.division)}`;
  return name === undefined ? file : `${name}${division}`;
}
