import {
  unlistedPermits,
  type Catalogue,
  type EffectiveItem,
  type Lookups,
  type Source,
} from '../../catalogue/index.ts';
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
  type GuideAddress,
  type GuideView,
  type Site,
  type Statement,
} from '../../guide/index.ts';
import { hashOf as sha256 } from './engine/hashOf.ts';
import { offeredBundles } from './offeredBundles.ts';
import { changesSince, recordOf, type VersionRecord } from './versionRecord.ts';
import type { Attachment, BundleFacts, GuideFacts, PageVersion, SiteFacts } from './parts/index.ts';
import type { SiteOptions, Version } from './siteFiles.ts';

/** A published version of a guide (`id`) or bundle (`bundle/<id>`) of a division. */
export interface PublishedVersion {
  division: string;
  id: string;
  version: Version;
}

/** What the site of a catalogue is made of: see `siteFiles`. */
export interface PlannedFacts {
  site: SiteFacts;
  guides: GuideFacts[];
  versions: PublishedVersion[];
  /** Permits in force that the published list of their division leaves out, as `division/id`: they have no page. */
  unlisted: string[];
}

/** What is in force on the day, with what each guide says and where its versions stand. */
export function siteFacts(options: SiteOptions): PlannedFacts {
  const { catalogue, date, baseUrl } = options;
  // What is not in force has no page that a guide could lead to.
  const inForceBundles = catalogue.bundles.filter(({ value }) => isInForce(value.inForce, date));
  const ids = new Set(inForceBundles.map(({ value }) => value.id));
  const { data } = catalogue.lookups;
  const lookups: Lookups = {
    ...catalogue.lookups,
    data: { ...data, bundles: data.bundles.filter(({ id }) => ids.has(id)) },
    bundlesOf: (item, division) =>
      catalogue.lookups.bundlesOf(item, division).filter(({ id }) => ids.has(id)),
  };
  const at = (root: string): Site => ({ lookups, root, ...(baseUrl !== undefined && { baseUrl }) });
  const standing = catalogue.guides.filter((guide) => inForce(guide, catalogue, date));
  const off = unlistedPermits(catalogue, date);
  const unlisted = standing.filter((guide) => off.has(guide)).map(({ division, id }) => `${division}/${id}`);
  const versions: PublishedVersion[] = [];
  const note = (division: string, id: string, { path, date: day }: PageVersion, hash: string) =>
    versions.push({ division, id, version: { path, date: day, hash } });
  const guides = standing
    .filter((guide) => !off.has(guide))
    .map((effective): GuideFacts => {
      const sources = effective.files.flatMap((file) => catalogue.sources.get(file) ?? []);
      const { hash, ...facts } = guideFacts(effective, sources, { ...options, lookups, at });
      note(effective.division, effective.id, facts.version, hash);
      return facts;
    });
  const offered = offeredBundles(
    inForceBundles,
    guides.map(({ effective }) => effective),
    lookups,
  );
  const bundles = offered.map((view): BundleFacts => {
    const { hash, ...facts } = bundleFacts(view, { ...options, at });
    note(view.division, `bundle/${view.id}`, facts.version, hash);
    return facts;
  });
  const attachments = [...catalogue.files]
    .filter(([path]) => path.startsWith('forms/'))
    .map(([path, bytes]): Attachment => ({ path, read: () => bytes, stamp: '' }));
  const site: SiteFacts = {
    date,
    lookups,
    bundles,
    attachments,
    at,
    withdrawn: withdrawnGuides(
      new Set(versions.map(({ division, id }) => `${division}/${id}`)),
      options.everPublished ?? {},
    ),
    ...(baseUrl !== undefined && { baseUrl }),
  };
  return { site, guides, versions, unlisted };
}

/** What was published and is not among the places `standing` now; bundles have no line in the feed. */
export function withdrawnGuides(
  standing: ReadonlySet<string>,
  ever: Readonly<Record<string, readonly Version[]>>,
): NonNullable<SiteFacts['withdrawn']> {
  return Object.entries(ever).flatMap(([key, versions]) => {
    const [division, id, ...more] = key.split('/');
    if (division === undefined || id === undefined || more.length > 0 || standing.has(key)) return [];
    return [{ division, id, versions: versions.map(({ path, date }) => ({ path, date })) }];
  });
}

/** What pages and their versions are made with. */
type Setting = Pick<SiteOptions, 'date' | 'versionsOf' | 'pageAt' | 'checkedOf'> & Pick<SiteFacts, 'at'>;

/** What the parts have to know of one guide; `hash` names what the guide says. */
export function guideFacts(
  effective: EffectiveItem,
  sources: readonly Source<unknown>[],
  setting: Setting & Pick<SiteFacts, 'lookups'>,
): GuideFacts & { hash: string } {
  const view = guideView(effective, setting.lookups);
  const page = (address: GuideAddress) => guidePage(setting.at('../../../'), view, address);
  const { division, id } = view;
  const place = { division, id, path: guidePath(effective), hash: hashOf(view), page };
  const said = versioned({ ...place, says: () => statementsOf(view) }, setting);
  const checked = setting.checkedOf?.(effective.files);
  const english = setting.lookups.translation(id) === undefined ? undefined : englishPath(view);
  const address = { ...said.address, ...(checked && { checked }), ...(english !== undefined && { english }) };
  return { effective, view, sources, ...said, address };
}

/** As `guideFacts`, of a bundle. */
export function bundleFacts(view: BundleView, setting: Setting): BundleFacts & { hash: string } {
  const page = (address: GuideAddress) => bundlePage(setting.at('../../../../'), view, address);
  const { division, id } = view;
  const place = { division, id: `bundle/${id}`, path: bundlePath(view), hash: hashOf(view), page };
  return { view, ...versioned({ ...place, says: () => bundleStatements(view) }, setting) };
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
  { date, versionsOf = () => [], pageAt }: Setting,
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
  pageAt: SiteOptions['pageAt'],
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

function isInForce({ from = '', to }: { from?: string; to?: string } = {}, date: string): boolean {
  return from <= date && (to === undefined || date <= to);
}

function inForce(effective: EffectiveItem, catalogue: Catalogue, date: string): boolean {
  const line = catalogue.adoptions
    .get(effective.division)
    ?.value.items?.find((one) => one.id === effective.id);
  return (
    isInForce(effective.item.inForce, date) &&
    (line?.from ?? '') <= date &&
    effective.item.basics?.state !== 'cancelled'
  );
}

/** What the guide says, and only that: a change of style or of other guides makes no new version. */
function hashOf(view: GuideView | BundleView): string {
  return sha256(JSON.stringify(view)).slice(0, 8);
}
