import { parseAtomFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { sampleCatalogue } from '../../../../tests/sampleCatalogue.ts';
import { changeFeed, crawlerFiles } from './changes.ts';
import type { SiteFacts } from './siteFacts.ts';

const food = {
  path: '511500/food-business-licence.html',
  division: '511500',
  divisionName: '宜宾市',
  name: '食品经营许可',
  versions: [
    { path: '511500/food-business-licence/v/2026-03-01-b.html', date: '2026-03-01' },
    { path: '511500/food-business-licence/v/2026-01-05-a.html', date: '2026-01-05' },
  ],
};

async function site(more: Partial<SiteFacts> = {}): Promise<SiteFacts> {
  const { lookups } = await sampleCatalogue();
  // The parts ask for no more of a site than this.
  return { lookups, date: '2026-11-26', ...more } as SiteFacts;
}

test('the feed tells a first version, a change of it, and what is not there any more', async () => {
  const withdrawn = [
    {
      division: '511500',
      id: 'tobacco-retail-licence',
      versions: [{ path: '511500/tobacco-retail-licence/v/2026-02-01-c.html', date: '2026-02-01' }],
    },
  ];
  const [file] = changeFeed.files([food], await site({ withdrawn }));
  const { entries = [] } = parseAtomFeed(String(file!.make()));
  expect(entries.map(({ title, links }) => [title?.value, links?.[0]?.href])).toEqual([
    ['修改：食品经营许可（宜宾市）', food.versions[0]!.path],
    [expect.stringMatching(/^停止公布：烟草/), withdrawn[0]!.versions[0]!.path],
    ['公布：食品经营许可（宜宾市）', food.versions[1]!.path],
  ]);
});

test('only a site that knows its address has a sitemap, with the day of each guide’s last change', async () => {
  expect(crawlerFiles.files([food], await site())).toEqual([]);
  const files = crawlerFiles.files([food], await site({ baseUrl: 'https://guide.example' }));
  expect(files.map(({ path }) => path)).toEqual(['sitemap.xml', 'robots.txt']);
  expect(String(files[0]!.make())).toMatch(
    /food-business-licence\.html<\/loc>\s*<lastmod>2026-03-01<\/lastmod>/,
  );
});
