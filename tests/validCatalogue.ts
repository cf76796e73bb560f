import { fileURLToPath } from 'node:url';
import { placeOf, shapeOfKind, type CatalogueFiles } from '../src/catalogue/index.ts';
import type { Plain } from '../src/model/edit.ts';
import type { Shape } from '../src/model/shape.ts';
import { readFolder } from '../src/node/files/index.ts';
import { serialize } from '../src/text/index.ts';

/** Folder of a small catalogue in which no rule finds anything: examples and mutations of rules stand in it. */
export const validDir = fileURLToPath(new URL('fixtures/valid/', import.meta.url));

/** The files of that catalogue. */
export function validFiles(): Promise<CatalogueFiles> {
  return readFolder(validDir);
}

/** The text of a file of a catalogue that says `value`; a string is the text itself, as of an attachment. */
export function fileText(path: string, value: unknown): string {
  if (typeof value === 'string') return value;
  const isLayer = typeof value === 'object' && value !== null && 'overlay' in value;
  // Whoever writes an example writes what a file can hold.
  return serialize(value as Plain, { shape: shapeAt(path, isLayer ? 'overlay:' : '') });
}

/** The kinds of scalars in the file at `path`; `text` tells a layer from an item. */
export function shapeAt(path: string, text: string): Shape {
  const place = placeOf(path, text);
  if (place.kind !== 'file') throw new Error(`A catalogue has no place for ${path}`);
  return shapeOfKind(place.fileKind);
}
