import { builtInShape } from '../model/catalogueShape.ts';
import type { Item, Layer } from '../model/item.ts';
import { placeOf } from './kinds.ts';
import { readSource } from './source.ts';
import type { ItemSource, Source } from './types.ts';

/**
 * The chain of one item from texts of its files, highest level first. Texts that cannot be read, or are no item's,
 * are left out: the check of their own files speaks of them.
 */
export function itemChain(
  files: readonly { path: string; text: string }[],
  shape = builtInShape,
): ItemSource[] {
  return files.flatMap(({ path, text }) => {
    const read = readSource(path, text, shape);
    return read.kind === 'source' ? itemSources(read.source) : [];
  });
}

/** `source` as a step of its item's chain; none where it is no item's file. */
export function itemSources(source: Source<unknown>): ItemSource[] {
  const division = divisionOf(source);
  // The kind of a source tells the type of its value.
  if (source.kind === 'item') return [{ role: 'base', division, source: source as Source<Item> }];
  return source.kind === 'layer' ? [{ role: 'layer', division, source: source as Source<Layer> }] : [];
}

/** The division that a file is for; the nation's where its place names none. */
export function divisionOf({ path }: { path: string }): string {
  const place = placeOf(path);
  return (place.kind === 'file' ? place.division : undefined) ?? '000000';
}
