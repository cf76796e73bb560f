import type { Words } from '../../../model/schemas.ts';
import type { Version } from './keptVersions.ts';

/** A file that was written: what it holds, and which other files of the site it leads to (numbers of links). */
export interface FileRecord {
  path: string;
  hash: string;
  links: number[];
  /** It goes among the versions that are kept, and is no file of the site. */
  isKept?: true;
}

/** One guide as a build leaves it, all that the next build has to know to let it be. */
export interface GuideRecord {
  division: string;
  /**
   * Hash of what was read of the guide's own files, and the day of its adoption. Where nothing is left for another build
   * it is empty, as are all hashes but those of files of the site.
   */
  key: string;
  state: 'published' | 'unlisted' | 'not-in-force' | 'container';
  files: FileRecord[];
  /** What it says now, where versions are kept. */
  version?: Version;
  /** What its pages asked of the catalogue: numbers of questions. */
  reads: number[];
  /** Hashes of its digests, by their names. */
  digests: Record<string, string>;
}

export interface ItemRecord {
  id: string;
  /** Hash of its `slimText`. */
  slim: string;
  /** What its check asked of the catalogue. */
  checkReads: number[];
  guides: GuideRecord[];
}

/** What the next steps have to know of an item, in lines of JSON by the name of the digest. */
export interface ItemDigests {
  /** Of each published guide: `division → digest name → JSON`. */
  guides: Record<string, Record<string, string>>;
  /** As `slimText` writes it; nothing where nothing is checked. */
  slim: string;
}

/** Something wrong in a page, as people are told. */
export interface PageFault {
  page: string;
  words: Words;
}
