import type { Html } from '../../../guide/index.ts';
import type { BundleFacts, GuideFacts, GuideSite, SiteFacts } from './siteFacts.ts';

/** A file of the site: where it stands, and how to make what it holds. */
export interface SiteFile {
  /** From the root of the site: `511500/x.html`. */
  path: string;
  /** Pure: the same facts give the same bytes. Called once, when the file has to be made. A page may come in pieces. */
  make(): string | Uint8Array | Html[];
  /** It stands for ever at its address and is never changed: the page of a version. */
  permanent?: true;
}

/**
 * Files that are each made of one guide, `facts` of the guide and settings of the site, and of nothing else: an edit
 * of another guide never makes them again.
 */
export interface GuidePart {
  kind: 'guide';
  /** Its name for who leaves it out. */
  name: string;
  files(guide: GuideFacts, site: GuideSite): SiteFile[];
}

/** As `GuidePart`, of a bundle (一件事) in one division. */
export interface BundlePart {
  kind: 'bundle';
  name: string;
  files(bundle: BundleFacts, site: GuideSite): SiteFile[];
}

/**
 * What files about many guides have to know of each: plain JSON, small, a pure function of one guide. It is what is
 * kept of a guide when its views are gone: in the cache of an incremental build, between the shards of a large one.
 */
export interface Digest<D> {
  name: string;
  of(guide: GuideFacts, site: GuideSite): D;
}

/** A file about many guides. It is made again when one of `of`, or what `also` holds, is not what it was. */
export interface SetFile<D> extends SiteFile {
  /** The digests that it shows, the very objects that were handed over, in the order in which it shows them. */
  of: readonly D[];
  /** Whatever else it is made of, but the settings of the site: plain JSON, compared by its text. */
  also?: unknown;
}

/** Files about many guides: lists, indexes, open data as a whole. They know each guide by its digest alone. */
export interface SetPart {
  kind: 'set';
  name: string;
  digest: Digest<unknown>;
  files(digests: readonly unknown[], site: SiteFacts): SetFile<unknown>[];
}

export type SitePart = GuidePart | BundlePart | SetPart;

/** A part about many guides, typed by its digest. */
export function setPart<D>(part: {
  name: string;
  digest: Digest<D>;
  /** `digests`: of every published guide, by division, then in the order of its adoption. */
  files(digests: readonly D[], site: SiteFacts): SetFile<D>[];
}): SetPart {
  // What comes back to a part is what its own digest gave.
  return { kind: 'set', ...part } as unknown as SetPart;
}
