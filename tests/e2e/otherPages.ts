import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readCatalogue } from '../../src/catalogue/index.ts';
import { handbookOf } from '../../src/exchange/handbook/handbookOf.ts';
import { openItem } from '../../src/exchange/open/index.ts';
import { bundlePage, guidePage, handbookPage } from '../../src/guide/index.ts';
import { readFolder } from '../../src/node/files/index.ts';
import { siteFacts } from '../../src/node/publish/siteFacts.ts';
import { recordPath } from '../../src/node/publish/versionRecord.ts';
import { sampleDir } from '../sampleCatalogue.ts';

/** What the first publish said otherwise: file, words of today, words of then. */
const before: readonly [file: string, now: string, then: string][] = [
  ['000000/hotel-special-trade-licence.yaml', 'promised: {value: 10,', 'promised: {value: 15,'],
  ['000000/hotel-special-trade-licence.yaml', '开旅馆、民宿的特种行业证', '开旅馆的证'],
  ['bundles/open-restaurant.yaml', '一张表、一套材料，由市场监管窗口收下', '由市场监管窗口收下'],
  ['bundles/open-restaurant.yaml', '领了营业执照，要开饭馆', '要开饭馆'],
];

const [firstDay, secondDay] = ['2026-03-01', '2026-03-02'];

/**
 * Writes into the site of the sample those pages that a build of a folder does not have: a guide and a bundle of which
 * something was published before, with both of their versions, and a handbook for staff. Gives the paths of all.
 */
export async function writeOtherPages(folder: string, baseUrl?: string): Promise<string[]> {
  const files = await readFolder(sampleDir);
  const earlier = new Map(files);
  for (const [file, now, then] of before) {
    const text = Buffer.from(earlier.get(file)!).toString();
    if (!text.includes(now)) throw new Error(`${file} says no more: ${now}`);
    earlier.set(file, Buffer.from(text.replace(now, then)));
  }
  const written = new Map<string, string>();
  const options = { ...(baseUrl !== undefined && { baseUrl }), pageAt: (path: string) => written.get(path) };
  const publish = (of: typeof files, date: string, first?: ReturnType<typeof siteFacts>) => {
    const versionsOf = (division: string, id: string) =>
      (first?.versions ?? [])
        .filter((one) => one.division === division && one.id === id)
        .map(({ version }) => version);
    const facts = siteFacts({ ...options, catalogue: readCatalogue(of), date, versionsOf });
    const guide = facts.guides.find(({ address }) =>
      address.path.endsWith('511500/hotel-special-trade-licence.html'),
    )!;
    const bundle = facts.site.bundles.find(
      ({ address }) => address.path === '511502/bundle/open-restaurant.html',
    )!;
    for (const { path, added, record } of [guide.version, bundle.version]) {
      if (added !== undefined) written.set(path, added());
      if (record !== undefined) written.set(recordPath(path), record());
    }
    written.set(guide.address.path, guidePage(facts.site.at('../'), guide.view, guide.address));
    written.set(bundle.address.path, bundlePage(facts.site.at('../../'), bundle.view, bundle.address));
    return facts;
  };
  const { guides, site } = publish(files, secondDay, publish(earlier, firstDay));
  const { effective } = guides.find(({ address }) => address.path === '511500/food-business-licence.html')!;
  const handbook = handbookOf(openItem(effective, site.lookups, 'staff'));
  written.set('handbook/511500/food-business-licence.html', handbookPage(handbook));
  for (const [path, content] of written) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return [...written.keys()];
}
