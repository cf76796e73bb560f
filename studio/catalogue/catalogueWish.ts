import type { CatalogueRow } from '../../src/api/index.ts';

/** A file of the catalogue that is to be called otherwise, or taken out: an item's, or another. */
export type WishedFile = Pick<CatalogueRow, 'file' | 'id' | 'name' | 'divisionName'>;

/** What somebody wants to change in the catalogue as a whole. */
export type CatalogueWish = { kind: 'set'; files: string[] } | { kind: 'rename' | 'remove'; row: WishedFile };
