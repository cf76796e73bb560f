import { createHash } from 'node:crypto';
import { unlistedPermits, type Catalogue, type EffectiveItem, type Lookups } from '../../catalogue/index.ts';
import {
  aboutPage,
  agencyPage,
  bundlePage,
  bundlePath,
  guidePage,
  guidePath,
  guideView,
  homePage,
  lawPage,
  lawsPage,
  listPage,
  searchPage,
  type BundleView,
  type Entry,
  type GuideAddress,
  type GuideLine,
  type GuideView,
  type Site,
} from '../../guide/index.ts';
import type { SearchEntry } from '../../search/index.ts';
import { bundleEntry, bundleLine, offeredBundles } from './offeredBundles.ts';
// oxlint-disable-next-line import/default -- the build makes this module of the script: see vite.config.ts
import searchScript from '../../search/client/search.ts?script';

/** File of the site that lists all others with their hashes. */
export const manifestName = 'manifest.json';

/** A published content of a guide: where it stands for ever, and the day it was first published. */
export interface Version {
  path: string;
  date: string;
  /** First 8 hex digits of the hash of what the guide says. */
  hash: string;
}

export interface SiteOptions {
  catalogue: Catalogue;
  /** Day for which the site is made, YYYY-MM-DD. */
  date: string;
  baseUrl?: string;
  /** Versions already published of a guide, newest first. */
  versionsOf?(division: string, id: string): readonly Version[];
  /** The page that stands at a permanent address already, whether any site ever listed it or not. */
  pageAt?(path: string): string | undefined;
}

export interface SiteFiles {
  /** Every file of the site by its path from the root, in a fixed order. */
  files: Map<string, string | Uint8Array>;
  /** SHA-256 of each, the manifest itself left out. */
  hashes: Record<string, string>;
  /** Pages of versions that this site adds, or that stand there as they are: never changed. */
  newVersions: Map<string, string>;
  versions: { division: string; id: string; version: Version }[];
  guides: number;
  /** Permits in force that the published list of their division leaves out, as `division/id`: they have no page. */
  unlisted: string[];
}

/**
 * The whole site as values: the same catalogue, date and versions give the same bytes. What is not yet in force
 * on `date`, or no longer, is left out, and so is a permit that is not on its division's list.
 */
export function siteFiles({
  catalogue,
  date,
  baseUrl,
  versionsOf = () => [],
  pageAt = () => undefined,
}: SiteOptions): SiteFiles {
  // What is not in force has no page that a guide could lead to.
  const inForceBundles = catalogue.bundles.filter(({ value }) => isInForce(value.inForce, date));
  const ids = new Set(inForceBundles.map(({ value }) => value.id));
  const { data } = catalogue.lookups;
  const lookups: Lookups = {
    ...catalogue.lookups,
    data: { ...data, bundles: data.bundles.filter(({ id }) => ids.has(id)) },
  };
  const at = (root: string): Site => ({ lookups, root, ...(baseUrl !== undefined && { baseUrl }) });
  const files = new Map<string, string | Uint8Array>();
  const newVersions = new Map<string, string>();
  const versions: SiteFiles['versions'] = [];
  const standing = catalogue.guides.filter((guide) => inForce(guide, catalogue, date));
  const off = unlistedPermits(catalogue, date);
  const guides = standing
    .filter((guide) => !off.has(guide))
    .map((effective) => ({ effective, view: guideView(effective, lookups) }));
  const unlisted = standing.filter((guide) => off.has(guide)).map(({ division, id }) => `${division}/${id}`);
  const lines = guides.map(({ effective, view }) => lineOf(effective, view));

  const bundles = offeredBundles(
    inForceBundles,
    guides.map(({ effective }) => effective),
    lookups,
  );
  const bundleLines = bundles.map(bundleLine);

  /** Puts a page at its address, and once for ever at that of its version. `depth`: folders above the page. */
  const publish = ({ division, id, path, hash, depth, page }: VersionedPage) => {
    const before = versionsOf(division, id);
    const known = before.find((version) => version.hash === hash);
    let version = known;
    if (version === undefined) {
      const added = freePage(`${division}/${id}/v/${date}-${hash}`, pageAt, (to) =>
        page(at('../'.repeat(depth + 2)), { path: to, versions: [], versionOf: { path, date } }),
      );
      newVersions.set(added.path, added.page);
      version = { path: added.path, date, hash };
    }
    versions.push({ division, id, version });
    // What was gone back to stands before what was shown after it.
    const all = [version, ...before.filter((one) => one !== known)];
    const address = { path, versions: all.map((one) => ({ path: one.path, date: one.date })) };
    files.set(path, page(at('../'.repeat(depth)), address));
  };
  for (const { effective, view } of guides)
    publish({
      division: view.division,
      id: view.id,
      path: guidePath(effective),
      hash: hashOf(view),
      depth: 1,
      page: (site, address) => guidePage(site, view, address),
    });
  for (const view of bundles)
    publish({
      division: view.division,
      id: `bundle/${view.id}`,
      path: bundlePath(view),
      hash: hashOf(view),
      depth: 2,
      page: (site, address) => bundlePage(site, view, address),
    });

  const by = (key: (line: GuideLine) => readonly string[]) => {
    const groups = new Map<string, GuideLine[]>();
    for (const line of lines)
      for (const one of key(line)) groups.set(one, [...(groups.get(one) ?? []), line]);
    return groups;
  };
  const divisions: Entry[] = [];
  for (const [code, of] of by((line) => [line.division])) {
    const name = lookups.divisionName(code);
    const path = `${code}/index.html`;
    divisions.push({ path, label: name, note: `${of.length} 项` });
    files.set(
      path,
      listPage(at('../'), {
        path,
        title: `${name}办事指南`,
        lead: `${name}实施的 ${of.length} 项许可。`,
        bundles: bundleLines.filter(({ division }) => division === code),
        lines: of,
      }),
    );
  }
  const themes: Entry[] = [];
  for (const [code, of] of by((line) => line.themes)) {
    const name = lookups.codeLabel('themes', code).zh;
    const path = `themes/${code}.html`;
    themes.push({ path, label: name, note: `${of.length} 份指南` });
    const page = {
      path,
      title: name,
      lead: `与“${name}”有关的指南。`,
      bundles: bundleLines.filter((line) => line.themes.includes(code)),
      lines: of,
    };
    files.set(path, listPage(at('../'), page));
  }
  const bundleEntries = bundleLines.map(({ path, name, divisionName }): Entry => ({
    path,
    label: name,
    note: divisionName,
  }));
  const agencies: Entry[] = [];
  const ofAgency = by((line) => (line.agency === undefined ? [] : [line.agency]));
  for (const agency of catalogue.lookupData.agencies) {
    const of = ofAgency.get(agency.id) ?? [];
    const path = `agencies/${agency.id}.html`;
    if (of.length > 0)
      agencies.push({
        path,
        label: agency.name,
        note: `${of.length} 项`,
        group: lookups.divisionName(agency.division),
      });
    files.set(path, agencyPage(at('../'), agency, of));
  }
  const laws = [...catalogue.lookupData.laws].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const law of laws)
    files.set(
      `laws/${law.id}.html`,
      lawPage(at('../'), law, [
        ...bundleLines.filter((_, i) => bundles[i]!.laws.includes(law.id)),
        ...lines.filter((_, i) => guides[i]!.view.laws.includes(law.id)),
      ]),
    );
  files.set('laws/index.html', lawsPage(at('../'), laws));
  files.set('about.html', aboutPage(at(''), { date, guides: guides.length }));
  files.set('search.html', searchPage(at(''), [...bundleLines, ...lines]));
  files.set(
    'search-index.js',
    `var guichengIndex=${JSON.stringify([...bundles.map(bundleEntry), ...guides.map(({ effective, view }) => entryOf(effective, view))])};\n`,
  );
  files.set('search.js', searchScript);
  files.set('index.html', homePage(at(''), { divisions, themes, bundles: bundleEntries, agencies }));
  for (const [path, bytes] of catalogue.files) if (path.startsWith('forms/')) files.set(path, bytes);
  const hashes = hashesOf(files);
  files.set(manifestName, `${JSON.stringify({ files: hashes }, null, 1)}\n`);
  return { files, hashes, newVersions, versions, guides: guides.length, unlisted };
}

/** A page that is kept for ever in each of its versions. */
interface VersionedPage {
  division: string;
  /** Under which its versions are known in the division. */
  id: string;
  path: string;
  hash: string;
  /** How many folders it stands in. */
  depth: number;
  page: (site: Site, address: GuideAddress) => string;
}

/**
 * The first of `name.html`, `name-2.html`, … that is free or holds this very page. A publish that was cut off leaves
 * pages that no list names yet; when the templates have changed since, they stay and the new page stands beside them.
 */
function freePage(
  name: string,
  pageAt: (path: string) => string | undefined,
  pageFor: (path: string) => string,
): { path: string; page: string } {
  for (let n = 1; ; n++) {
    const path = `${name}${n === 1 ? '' : `-${n}`}.html`;
    const page = pageFor(path);
    if ((pageAt(path) ?? page) === page) return { path, page };
  }
}

/** `{path: sha256}` of `files`, in order of path. */
function hashesOf(files: ReadonlyMap<string, string | Uint8Array>): Record<string, string> {
  const paths = [...files.keys()].sort();
  return Object.fromEntries(
    paths.map((path) => [path, createHash('sha256').update(files.get(path)!).digest('hex')]),
  );
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
  return createHash('sha256').update(JSON.stringify(view)).digest('hex').slice(0, 8);
}

function feeWord(view: GuideView): string {
  return view.fees.none === undefined ? '收费' : '不收费';
}

function lineOf(effective: EffectiveItem, view: GuideView): GuideLine {
  return {
    path: guidePath(effective),
    id: view.id,
    name: view.name,
    everydayName: view.everydayName,
    summary: view.summary,
    division: view.division,
    divisionName: view.divisionName,
    authority: view.decides.name,
    agency: view.decides.agency,
    promised: view.promised,
    fee: feeWord(view),
    themes: effective.item.service?.themes ?? [],
  };
}

function entryOf(effective: EffectiveItem, view: GuideView): SearchEntry {
  const materials =
    view.materials.none === undefined ? view.materials.list.map((material) => material.text) : [];
  return {
    path: guidePath(effective),
    name: view.name,
    words: [view.everydayName ?? '', ...view.synonyms],
    note: [view.everydayName, view.decides.name].filter(Boolean).join(' · '),
    facts: [view.promised, feeWord(view)],
    more: [
      ...materials,
      ...view.basis.map((basis) => basis.words),
      view.divisionName,
      view.summary ?? '',
    ].join(' '),
  };
}
