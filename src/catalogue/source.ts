import { builtInShape, type CatalogueShape } from '../model/catalogueShape.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { resolveRef, type FileKind, type Schema } from '../model/schemas.ts';
import { soundForGood } from '../model/soundValue.ts';
import type { Shape } from '../model/shape.ts';
import { decode, readValue, shapeOf, type RecurringParts } from '../text/index.ts';
import { placeOf } from './kinds.ts';
import { schemaOf } from './layerSchema.ts';
import type { Source } from './types.ts';

const scalars = new WeakMap<CatalogueShape, Map<FileKind, Shape>>();

/** The kinds of scalars that files of `kind` hold, from their schema in the catalogue's `shape`. */
export function shapeOfKind(kind: FileKind, shape = builtInShape): Shape {
  let known = scalars.get(shape);
  if (known === undefined) scalars.set(shape, (known = new Map()));
  let found = known.get(kind);
  if (found === undefined) {
    found = shapeOf(schemaOf(kind, shape), (ref) => resolveRef(ref) as Schema & object);
    known.set(kind, found);
  }
  return found;
}

/** What became of a file: its source, or why it cannot be read. Attachments and reports are not read. */
export type ReadResult =
  | { kind: 'source'; source: Source<unknown> }
  | { kind: 'problems'; diagnostics: Diagnostic[] }
  | { kind: 'attachment' }
  | { kind: 'report' };

/** Reads one file of a catalogue by the catalogue's shape, as `readSource` does. */
export type ReadFile = (path: string, content: string | Uint8Array, shape: CatalogueShape) => ReadResult;

/**
 * Reads one file of a catalogue: encoding, place, then values by the shape of its kind, which is where the rest
 * of the guard stands. Never throws on content. Read without the catalogue's `shape`, a file lacks in its `value` what
 * the catalogue adds: enough to know whose it is. Files that are read with the same `recurring` share what they have in
 * common.
 */
export function readSource(
  path: string,
  content: string | Uint8Array,
  shape = builtInShape,
  recurring?: RecurringParts,
): ReadResult {
  const { kind: unread } = placeOf(path);
  if (unread === 'attachment' || unread === 'report') return { kind: unread };
  const guarded = decode(content, path);
  if (guarded.kind === 'refused') return { kind: 'problems', diagnostics: guarded.diagnostics };
  const place = placeOf(path, guarded.text);
  if (place.kind !== 'file') return { kind: 'problems', diagnostics: [unknownPlace(path)] };
  const read = readValue(guarded.text, shapeOfKind(place.fileKind, shape), path, recurring);
  if (read.kind === 'problems') return { kind: 'problems', diagnostics: read.diagnostics };
  const { fileKind: kind } = place;
  // A map without anything in it has the types of every kind of file.
  const value = (soundForGood(schemaOf(kind, shape), read.value) ?? {}) as Source<unknown>['value'];
  return { kind: 'source', source: { path, kind, text: guarded.text, value, written: read.value, shape } };
}

function unknownPlace(file: string): Diagnostic {
  return {
    code: 'catalogue/unknown-place',
    severity: 'error',
    message: `目录中没有“${file}”这样的位置。请把文件移到它应在的位置，如 000000/<标识>.yaml、laws/<标识>.yaml。`,
    messageEn: `A catalogue has no place for "${file}". Move it where it belongs, such as 000000/<id>.yaml or laws/<id>.yaml.`,
    file,
    path: [],
    cites: [],
  };
}
