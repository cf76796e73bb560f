import type { ExtensionFile } from './generated/schemas.ts';
import type { Draft } from './item.ts';
import { schemas, type FileKind, type Schema } from './schemas.ts';

/**
 * The fields that the files of one catalogue have: the schema of every kind of file, with what the catalogue adds
 * and tightens. Whatever reads, shows, judges or compares an item takes the shape of the item's catalogue.
 */
export interface CatalogueShape {
  schemas: Readonly<Record<FileKind, Schema>>;
  /** What the catalogue itself says of its fields; none where it says nothing. */
  extension: Draft<ExtensionFile> | undefined;
}

/** The shape of a catalogue that adds nothing; also right for files of kinds that cannot be extended. */
export const builtInShape: CatalogueShape = { schemas, extension: undefined };
