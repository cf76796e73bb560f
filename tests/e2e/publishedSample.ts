import { fork } from 'node:child_process';
import { on } from 'node:events';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readCatalogue } from '../../src/catalogue/index.ts';
import { handbookOf } from '../../src/exchange/handbook/handbookOf.ts';
import { openItem } from '../../src/exchange/open/index.ts';
import { handbookPage } from '../../src/guide/index.ts';
import { readFolder } from '../../src/node/files/index.ts';
import type { EngineReport } from '../../src/node/publish/engine/buildCatalogue.ts';
import {
  addVersion,
  keptVersions,
  versionFolder,
  versionList,
} from '../../src/node/publish/engine/keptVersions.ts';
import { placesOf } from '../../src/node/publish/engine/swapFiles.ts';
import type { JobMessage, JobResult, SiteJob } from '../../src/node/publish/siteJobs.ts';
import { binary } from '../cli/guicheng.ts';
import { sampleDir } from '../sampleCatalogue.ts';
import { writeFiles } from '../writeFiles.ts';

/** What the first publish said otherwise: file, words of today, words of then. */
const before: readonly [file: string, now: string, then: string][] = [
  ['000000/hotel-special-trade-licence.yaml', 'promised: {value: 10,', 'promised: {value: 15,'],
  ['000000/hotel-special-trade-licence.yaml', '开旅馆、民宿的特种行业证', '开旅馆的证'],
  ['bundles/open-restaurant.yaml', '一张表、一套材料，由市场监管窗口收下', '由市场监管窗口收下'],
  ['bundles/open-restaurant.yaml', '领了营业执照，要开饭馆', '要开饭馆'],
];

/** Days on which the sample was published. */
export const firstDay = '2026-03-01';
export const secondDay = '2026-03-02';

/**
 * Lays out in `folder` the site of the sample as a reader has it once it was published on two days, a guide and a bundle
 * of it changed between them, and beside it a page that no site has: a handbook for staff. Gives the paths of all.
 */
export async function publishedSample(
  folder: string,
  baseUrl?: string,
): Promise<{ guides: number; paths: string[] }> {
  const files = await readFolder(sampleDir);
  const earlier = new Map(files);
  for (const [file, now, then] of before) {
    const text = Buffer.from(earlier.get(file)!).toString();
    if (!text.includes(now)) throw new Error(`${file} says no more: ${now}`);
    earlier.set(file, Buffer.from(text.replace(now, then)));
  }
  const work = await mkdtemp(join(tmpdir(), 'guicheng-published-'));
  const places: Places = { catalogue: join(work, 'catalogue'), site: join(work, 'site'), kept: work };
  try {
    await publish(places, { files: earlier, date: firstDay, baseUrl });
    const { guides } = await publish(places, { files, date: secondDay, baseUrl });
    for (const part of [places.site, join(places.kept, versionFolder)])
      await cp(part, folder, { recursive: true });
    const { guides: all, lookups } = readCatalogue(files);
    const food = all.find(({ id, division }) => `${division}/${id}` === '511500/food-business-licence')!;
    const handbook = handbookPage(handbookOf(openItem(food, lookups, 'staff')));
    await writeFiles(folder, new Map([['handbook/511500/food-business-licence.html', handbook]]));
    return { guides, paths: [...(await readFolder(folder)).keys()] };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

interface Places {
  catalogue: string;
  site: string;
  /** Where versions are kept. */
  kept: string;
}

interface Publish {
  files: ReadonlyMap<string, Uint8Array>;
  date: string;
  baseUrl: string | undefined;
}

/** Builds the site by the program as it was built, and keeps the versions that it adds. */
async function publish(
  { catalogue, site, kept }: Places,
  { files, date, baseUrl }: Publish,
): Promise<EngineReport> {
  await writeFiles(catalogue, files);
  const address = baseUrl !== undefined && { baseUrl };
  const options = { dir: catalogue, out: site, versions: kept, date, program: 'p', ...address };
  const result = await job({ kind: 'build', options });
  if (result.kind !== 'built') throw new Error(JSON.stringify(result).slice(0, 3000));
  const { report } = result;
  const to = join(kept, versionFolder);
  await cp(join(placesOf(site).versions, versionFolder), to, { recursive: true });
  const { known } = keptVersions(kept);
  for (const { place, version } of report.versions) addVersion(known, place, version);
  await writeFile(join(kept, versionList), JSON.stringify(known));
  return report;
}

async function job(asked: SiteJob): Promise<JobResult> {
  const child = fork(join(dirname(binary), 'siteProcess.js'), { execArgv: [] });
  child.send(asked);
  for await (const [told] of on(child, 'message') as AsyncIterable<[JobMessage]>) {
    if (told.kind === 'failed') throw new Error(told.message);
    if (told.kind === 'result') return told.result;
  }
  throw new Error('The process of a build told nothing');
}
