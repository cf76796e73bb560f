import type { EffectiveItem, Lookups, Translation } from '../catalogue/index.ts';
import { englishPage } from './english/englishPage.ts';
import { bundlePage } from './pages/bundle/bundlePage.ts';
import { guidePage, type GuideAddress } from './pages/guide.ts';
import type { Site } from './pages/layout.ts';
import { bundlePath } from './view/bundle/bundlePath.ts';
import { bundleView, type BundlePlace } from './view/bundle/bundleView.ts';
import { guideView } from './view/guideView.ts';
import type { GuideView } from './view/types.ts';

export { html, raw, safeUrl, scriptJson, type Content, type Html } from './html.ts';
export { flowCurve } from './pages/guide/flowCurve.ts';
export { guidePage, guidePieces, type Checked, type GuideAddress } from './pages/guide.ts';
export { dataPage, type DataPage } from './pages/data.ts';
export { englishPage, englishTexts } from './english/englishPage.ts';
export { englishPath } from './sheetPaths.ts';
export { handbookPage } from './pages/handbook.ts';
export { bundlePage } from './pages/bundle/bundlePage.ts';
export { aboutPage, screensPath } from './pages/about.ts';
export { agencyPage } from './pages/agency.ts';
export type { Entry, GuideLine } from './pages/entries.ts';
export { centrePage, centrePath, windowPage, windowPath } from './pages/centre.ts';
export { figuresPage, type FiguresListing } from './pages/figures.ts';
export { homePage, type HomeWays } from './pages/home.ts';
export { bySound, initialOf, initials } from './pages/initialOf.ts';
export { lawPage, lawsPage } from './pages/laws.ts';
export { listPage, type GuideListing } from './pages/list.ts';
export { missingPage } from './pages/missing.ts';
export { pagesOf, type Paging } from './pages/paging.ts';
export { searchPage, type SearchListing } from './pages/search.ts';
export { waysPage, type WaysListing } from './pages/ways.ts';
export type { Site } from './pages/layout.ts';
export { calendarFile } from './renewalCalendar.ts';
export { renewalPath } from './pages/guide/result.ts';
export { bundleStatements } from './view/bundle/bundleStatements.ts';
export { bundlePath } from './view/bundle/bundlePath.ts';
export { bundleView, type BundlePlace } from './view/bundle/bundleView.ts';
export type { BundleView } from './view/bundle/types.ts';
export { figuresOf, guideNumbers, type GuideNumbers } from './view/figures.ts';
export { changedStatements, statementsOf, type ChangedStatement, type Statement } from './view/statements.ts';
export { guideView } from './view/guideView.ts';
export type { CitationView, GuideView } from './view/types.ts';

export interface RenderOptions {
  /** The studio's preview: links lead nowhere, and no version is shown. */
  preview?: boolean;
  site?: Partial<Site>;
  address?: Partial<GuideAddress>;
}

/** Path of a guide's page from the root of the site. */
export function guidePath({ division, id }: { division: string; id: string }): string {
  return `${division}/${id}.html`;
}

/**
 * The page of a guide as one HTML document: what the site publishes and what the studio previews. Never throws
 * on a draft; what is missing shows as not stated.
 */
export function renderGuidePage(
  effective: EffectiveItem,
  lookups: Lookups,
  options: RenderOptions = {},
): string {
  const view: GuideView = guideView(effective, lookups);
  const site: Site = {
    lookups,
    root: '../',
    ...options.site,
    ...(options.preview === true && { inert: true, placed: true }),
  };
  return guidePage(site, view, { path: guidePath(effective), versions: [], ...options.address });
}

/** The page of a bundle in one division, likewise. */
export function renderBundlePage(place: BundlePlace, options: RenderOptions = {}): string {
  const view = bundleView(place);
  const site: Site = {
    lookups: place.lookups,
    root: '../../',
    ...options.site,
    ...(options.preview === true && { inert: true, placed: true }),
  };
  return bundlePage(site, view, { path: bundlePath(view), versions: [], ...options.address });
}

/** The English page of a guide, likewise. */
export function renderEnglishPage(
  effective: EffectiveItem,
  translation: Translation,
  lookups: Lookups,
  options: Pick<RenderOptions, 'preview'> = {},
): string {
  const site: Site = {
    lookups,
    root: '../../',
    ...(options.preview === true && { inert: true, placed: true }),
  };
  return englishPage(site, effective, { translation, guide: guidePath(effective) });
}
