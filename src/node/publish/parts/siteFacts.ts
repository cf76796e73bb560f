import type { EffectiveItem, Lookups, Source } from '../../../catalogue/index.ts';
import type { BundleView, GuideAddress, GuideView, Site } from '../../../guide/index.ts';

/** What all files of a site are made with. */
export interface SiteFacts {
  /** Day for which the site is made, YYYY-MM-DD. */
  date: string;
  baseUrl?: string;
  /** The catalogue around the guides; of the bundles only those in force. */
  lookups: Lookups;
  /** Bundles that are offered, in every division that offers them. */
  bundles: readonly BundleFacts[];
  /** Guides that were published once and are not any more, with their versions, newest first. */
  withdrawn?: readonly {
    division: string;
    id: string;
    versions: readonly { path: string; date: string }[];
  }[];
  /** Attachments of the catalogue, in order of path: `forms/…`. */
  attachments: readonly Attachment[];
  /** The site as a page sees it from `root`, the way back to the top: `''`, `'../'`, … */
  at(root: string): Site;
}

/** A file of the catalogue that is published as it is. */
export interface Attachment {
  path: string;
  read(): string | Uint8Array;
  /** Tells it from what stood there before. */
  stamp: string;
}

/** What files of one guide are made with beside the guide: an edit elsewhere is seen in `lookups` alone. */
export type GuideSite = Omit<SiteFacts, 'bundles' | 'attachments' | 'withdrawn'>;

/** A version of a page, at an address that stays. */
export interface PageVersion {
  path: string;
  /** Day of its first publishing. */
  date: string;
  /** The page, where no site has shown it yet. */
  added?: () => string;
  /** What it says, thing by thing, for the versions after it; kept beside the page. */
  record?: () => string;
}

/** One published guide. */
export interface GuideFacts {
  effective: EffectiveItem;
  /** What the guide says: pages and documents are made of this. */
  view: GuideView;
  /** The files that the item was merged of, highest level first. */
  sources: readonly Source<unknown>[];
  address: GuideAddress;
  version: PageVersion;
}

/** One bundle as one division offers it. */
export interface BundleFacts {
  view: BundleView;
  address: GuideAddress;
  version: PageVersion;
}
