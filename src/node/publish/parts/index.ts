import { agencyPages } from './agencyPages.ts';
import { attachments } from './attachments.ts';
import { bundlePages } from './bundlePages.ts';
import { changeFeed, crawlerFiles } from './changes.ts';
import { centrePages } from './centrePages.ts';
import { divisionLists } from './divisionLists.ts';
import { englishGuides } from './englishGuides.ts';
import { figures } from './figures.ts';
import { guidePages } from './guidePages.ts';
import { guideVersions } from './guideVersions.ts';
import { guideScript } from './guideScript.ts';
import { home } from './home.ts';
import { lawPages } from './lawPages.ts';
import { letterLists } from './letterLists.ts';
import { openData } from './openData.ts';
import { openWhole } from './openWhole.ts';
import { renewalCalendars } from './renewalCalendars.ts';
import { boards, screensPage, touchBundles, touchGuides, touchLists } from './screens.ts';
import { searchIndex, searchPages } from './searchFiles.ts';
import { guideSheets, posters } from './sheets.ts';
import type { SitePart } from './sitePart.ts';
import { themeLists } from './themeLists.ts';

export type { Attachment, BundleFacts, GuideFacts, GuideSite, PageVersion, SiteFacts } from './siteFacts.ts';
export type { BundlePart, Digest, GuidePart, SetFile, SetPart, SiteFile, SitePart } from './sitePart.ts';

/** Everything that a site is made of. */
export const siteParts: readonly SitePart[] = [
  guidePages,
  guideVersions,
  renewalCalendars,
  guideSheets,
  englishGuides,
  touchGuides,
  bundlePages,
  touchBundles,
  divisionLists,
  themeLists,
  letterLists,
  agencyPages,
  centrePages,
  posters,
  touchLists,
  boards,
  screensPage,
  lawPages,
  home,
  figures,
  guideScript,
  searchPages,
  searchIndex,
  attachments,
  openData,
  openWhole,
  changeFeed,
  crawlerFiles,
];

/** Names of the parts, each once. */
export const partNames: readonly string[] = siteParts.map(({ name }) => name);
