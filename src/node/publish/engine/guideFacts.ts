import type { EffectiveItem, Source } from '../../../catalogue/index.ts';
import {
  bundlePage,
  bundlePath,
  bundleStatements,
  englishPath,
  guidePage,
  guidePath,
  guideView,
  statementsOf,
  type BundleView,
  type Checked,
  type GuideAddress,
  type Statement,
} from '../../../guide/index.ts';
import type { BundleFacts, GuideFacts, GuideSite, PageVersion } from '../parts/index.ts';
import { changesSince, recordOf, type VersionRecord } from '../versionRecord.ts';
import { hashOf } from './hashOf.ts';
import type { Version } from './keptVersions.ts';
import { viewHash } from './viewHash.ts';

/** What pages of a build are made with: the site around them, and what was published and approved before. */
export interface BuildSite extends GuideSite {
  /** Versions already published of a guide, newest first. */
  versionsOf?(division: string, id: string): readonly Version[];
  /** The page that stands at a permanent address already, whether any site ever listed it or not. */
  pageAt?(path: string): string | undefined;
  /** Who approved last what these files of the catalogue say; unknown where nothing records it. */
  checkedOf?(files: readonly string[]): Checked | undefined;
}

/** What the parts have to know of one guide; `hash` names what the guide says. */
export function guideFacts(
  effective: EffectiveItem,
  sources: readonly Source<unknown>[],
  site: BuildSite,
): GuideFacts & { hash: string } {
  const view = guideView(effective, site.lookups);
  const page = (address: GuideAddress) => guidePage(site.at('../../../'), view, address);
  const { division, id } = view;
  const place = { division, id, path: guidePath(effective), hash: shortened(viewHash(view)), page };
  const said = versioned({ ...place, says: () => statementsOf(view) }, site);
  const checked = site.checkedOf?.(effective.files);
  const english = site.lookups.translation(id) === undefined ? undefined : englishPath(view);
  const address = { ...said.address, ...(checked && { checked }), ...(english !== undefined && { english }) };
  return { effective, view, sources, ...said, address };
}

/** As `guideFacts`, of a bundle. */
export function bundleFacts(view: BundleView, site: BuildSite): BundleFacts & { hash: string } {
  const page = (address: GuideAddress) => bundlePage(site.at('../../../../'), view, address);
  const { division, id } = view;
  const place = {
    division,
    id: `bundle/${id}`,
    path: bundlePath(view),
    hash: shortened(hashOf(JSON.stringify(view))),
    page,
  };
  return { view, ...versioned({ ...place, says: () => bundleStatements(view) }, site) };
}

/** A page that is kept for ever in each of its versions. */
interface VersionedPage {
  division: string;
  /** Under which its versions are known in the division. */
  id: string;
  path: string;
  hash: string;
  /** The page as a version. */
  page(address: GuideAddress): string;
  /** What it says, thing by thing, by which versions of it are compared. */
  says(): Statement[];
}

/** The version that shows what a page says now, and the page's address with it. */
function versioned(
  { division, id, path, hash, page, says }: VersionedPage,
  { date, versionsOf = () => [], pageAt }: BuildSite,
): { version: PageVersion; hash: string; address: GuideAddress } {
  const before = versionsOf(division, id);
  const known = before.find((version) => version.hash === hash);
  // A folder keeps no versions: there is nothing to compare with, and nothing that would be compared.
  const said = pageAt === undefined ? undefined : says();
  const record = (of: string | undefined) => (pageAt === undefined ? undefined : recordOf(of, pageAt));
  // What came after it and was taken back is no part of what it changed.
  const last = known === undefined ? before[0]?.path : record(known.path)?.after;
  const list = said && changesSince(record(last), said);
  const changes = list && { changes: { date: known?.date ?? date, list } };
  const pageFor = (to: string) => page({ path: to, versions: [], versionOf: { path, date }, ...changes });
  const version =
    known === undefined
      ? {
          date,
          ...freePage(`${division}/${id}/v/${date}-${hash}`, pageAt, pageFor),
          ...(said && {
            record: () =>
              JSON.stringify({ ...(last && { after: last }), says: said } satisfies VersionRecord),
          }),
        }
      : { path: known.path, date: known.date };
  // What was gone back to stands before what was shown after it.
  const all = [version, ...before.filter((one) => one !== known)];
  return {
    version,
    hash,
    address: { path, versions: all.map((one) => ({ path: one.path, date: one.date })), ...changes },
  };
}

/**
 * The first of `name.html`, `name-2.html`, … that is free or holds this very page. A publish that was cut off leaves
 * pages that no list names yet; when the templates have changed since, they stay and the new page stands beside them.
 */
function freePage(
  name: string,
  pageAt: BuildSite['pageAt'],
  pageFor: (path: string) => string,
): { path: string; added: () => string } {
  if (pageAt === undefined) {
    const path = `${name}.html`;
    return { path, added: () => pageFor(path) };
  }
  for (let n = 1; ; n++) {
    const path = `${name}${n === 1 ? '' : `-${n}`}.html`;
    const page = pageFor(path);
    if ((pageAt(path) ?? page) === page) return { path, added: () => page };
  }
}

/** Of a hash of what a page says, and only that: a change of style or of other guides makes no new version. */
function shortened(hash: string): string {
  return hash.slice(0, 8);
}
