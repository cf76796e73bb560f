import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { offeredBundles } from '../offeredBundles.ts';
import type { BundleFacts, SetFile, SitePart, SiteFacts } from '../parts/index.ts';
import { wholeItems } from './checkAcross.ts';
import { bundleFacts } from './guideFacts.ts';
import { hashOf, hashOfJson } from './hashOf.ts';
import { judgeFile } from './judgeFile.ts';
import { addVersion, type Version, type Versions } from './keptVersions.ts';
import type { PageFault } from './records.ts';
import type { Results } from './results.ts';
import { attachmentsOf } from './sourceHashes.ts';
import type { PartRecord, SetRecord } from './savedState.ts';
import type { Workbench } from './workbench.ts';

interface Making {
  bench: Workbench;
  results: Results;
  /** Questions that have other answers than the earlier build was given. */
  changed: ReadonlySet<number>;
  /** Places of all published guides, in order; whether that is what it was. */
  places: readonly string[];
  isSameOrder: boolean;
}

/** Makes the files about many guides, and those of bundles, that are not what they were. */
export function makeSets(making: Making): PageFault[] {
  const { bench, results, changed, places, isSameOrder } = making;
  const { site, bundles } = siteOf(bench, results, places);
  const stamp = () =>
    hashOfJson([
      bundles.map(({ view, place }) => [view, bench.kept?.known[place]]),
      site.attachments.map((one) => [one.path, one.stamp]),
      site.withdrawn,
    ]);
  const isSameSite = stamp() === results.site;
  const faults: PageFault[] = [];
  const read = digestReader(results, places);
  for (const part of bench.parts) {
    if (part.kind === 'guide') continue;
    const before = results.parts.get(part.name);
    const isSame = (reads: readonly number[]) => !reads.some((one) => changed.has(one));
    if (
      before !== undefined &&
      isSameSite &&
      isSameOrder &&
      !(part.kind === 'set' && results.changedDigests.has(part.digest.name)) &&
      isSame(before.reads) &&
      before.files.every(({ reads }) => isSame(reads))
    ) {
      continue;
    }
    const { result: files, reads } = bench.recorded.during(() => filesOf(part, site, read));
    const earlier = results.partFile(part.name);
    const record: PartRecord = { name: part.name, reads, files: [] };
    for (const file of files) {
      const key = bench.context.leaves ? keyOf(file, read.hashOf) : '';
      const known = earlier.get(file.path);
      const isKept =
        file.permanent !== true &&
        known?.key === key &&
        isSame(known.reads) &&
        before !== undefined &&
        isSame(before.reads);
      record.files.push(isKept ? known : made(file, key));
    }
    results.putPart(record);
  }
  if (bench.kept !== undefined)
    for (const { place, version } of bundles)
      if (addVersion(bench.kept.known, place, version)) results.newVersions.push({ place, version });
  results.site = stamp();
  return faults;

  function made(file: SetFile<unknown>, key: string): SetRecord {
    const { result, reads } = bench.recorded.during(() => judgeFile(file, bench.context));
    faults.push(...result.faults);
    return { ...result.record, key, reads };
  }
}

/** A bundle's version, under the place by which it is kept. */
interface BundleVersion {
  view: BundleFacts['view'];
  place: string;
  version: Version;
}

/** All that files about many guides may show beside the digests, and the versions of the bundles. */
function siteOf(
  bench: Workbench,
  results: Results,
  places: readonly string[],
): { site: SiteFacts; bundles: BundleVersion[] } {
  const { frame, site } = bench;
  const attachments = attachmentsOf(frame.files).map((path) => ({
    path,
    read: () => readFileSync(join(frame.dir, path)),
    stamp: results.sources.get(path)!.hash,
  }));
  const withdrawn = bench.kept && withdrawnGuides(new Set(places), bench.kept.known);
  const around = { ...site, attachments, ...(withdrawn && { withdrawn }) };
  if (frame.bundles.length === 0) return { site: { ...around, bundles: [] }, bundles: [] };
  const whole = wholeItems(frame);
  const members = [...whole.ids]
    .sort()
    .flatMap((id) =>
      (results.recordOf(id)?.guides ?? []).flatMap(({ division, state }) =>
        state === 'published' ? (whole.guide(id, division) ?? []) : [],
      ),
    );
  const facts = offeredBundles(frame.bundles, members, site.lookups).map((view) => bundleFacts(view, site));
  const bundles = facts.map(({ view, hash, version: { path, date } }) => ({
    view,
    place: `${view.division}/bundle/${view.id}`,
    version: { path, date, hash },
  }));
  return { site: { ...around, bundles: facts }, bundles };
}

/** What was published and is not among the places `standing` now; bundles have no line in the feed. */
function withdrawnGuides(standing: ReadonlySet<string>, ever: Versions): NonNullable<SiteFacts['withdrawn']> {
  return Object.entries(ever).flatMap(([key, versions]) => {
    const [division, id, ...more] = key.split('/');
    if (division === undefined || id === undefined || more.length > 0 || standing.has(key)) return [];
    return [{ division, id, versions: versions.map(({ path, date }) => ({ path, date })) }];
  });
}

function filesOf(part: SitePart, site: SiteFacts, read: DigestReader): SetFile<unknown>[] {
  if (part.kind === 'set') return part.files(read.all(part.digest.name), site);
  if (part.kind === 'guide') return [];
  return site.bundles.flatMap((bundle) =>
    part.files(bundle, site).map((file) => ({ ...file, of: [], also: [bundle.view, bundle.address] })),
  );
}

function keyOf({ of, also }: SetFile<unknown>, hashOfDigest: (digest: unknown) => string): string {
  return hashOf(`${of.map(hashOfDigest).join('')} ${JSON.stringify(also) ?? ''}`).slice(0, 32);
}

interface DigestReader {
  all(name: string): unknown[];
  hashOf(digest: unknown): string;
}

/** Digests in the order of the guides, read once; each with its hash. */
function digestReader(results: Results, places: readonly string[]): DigestReader {
  const read = new Map<string, unknown[]>();
  const texts = new Map<unknown, string>();
  return {
    all: (name) => {
      let all = read.get(name);
      if (all === undefined) {
        const of = results.digestsOf(name);
        all = places.map((place) => {
          const text = of.get(place)!;
          const digest: unknown = JSON.parse(text);
          texts.set(digest, text);
          return digest;
        });
        read.set(name, all);
      }
      return all;
    },
    hashOf: (digest) => {
      const text = texts.get(digest);
      if (text === undefined) throw new Error('A file is made of digests that were not handed over');
      if (text.length <= 32) return text;
      const hash = hashOf(text).slice(0, 32);
      texts.set(digest, hash);
      return hash;
    },
  };
}
