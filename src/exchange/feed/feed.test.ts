import { parseAtomFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { payloads } from '../../../tests/security/payloads.ts';
import { shapeOfXml } from '../../../tests/security/shapeOfXml.ts';
import { atomFeed, mostEntries, type FeedEntry } from './atomFeed.ts';
import { robotsTxt, sitemap, sitemapFiles, sitemapIndex } from './sitemap.ts';

const entry = (date: string, more: Partial<FeedEntry> = {}): FeedEntry => ({
  kind: 'published',
  date,
  name: '食品经营许可',
  divisionName: '宜宾市',
  path: `511500/food/v/${date}-0123abcd.html`,
  current: '511500/food.html',
  ...more,
});
const feed = (entries: readonly FeedEntry[], baseUrl?: string) =>
  atomFeed({ title: '办事指南', author: '编写组', entries, ...(baseUrl !== undefined && { baseUrl }) });

test('a feed parser reads the changes, newest first', () => {
  const read = parseAtomFeed(
    feed(
      [
        entry('2026-01-05'),
        entry('2026-03-01', { kind: 'changed' }),
        entry('2026-02-01', { kind: 'withdrawn' }),
      ],
      'https://guide.example',
    ),
  );
  expect(read.id).toBe('https://guide.example/changes.atom');
  expect(read.updated).toBe('2026-03-01T00:00:00+08:00');
  expect(read.authors?.[0]?.name).toBe('编写组');
  expect(read.entries?.map(({ title }) => title?.value)).toEqual([
    '修改：食品经营许可（宜宾市）',
    '停止公布：食品经营许可（宜宾市）',
    '公布：食品经营许可（宜宾市）',
  ]);
  expect(read.entries?.[0]?.links?.[0]?.href).toBe(
    'https://guide.example/511500/food/v/2026-03-01-0123abcd.html',
  );
  expect(new Set(read.entries?.map(({ id }) => id)).size).toBe(3);
});

test('the order of the same changes makes no difference, nor does an empty list fail', () => {
  const list = [entry('2026-01-05'), entry('2026-01-05', { path: 'a.html' }), entry('2026-01-06')];
  expect(feed(list.toReversed())).toBe(feed(list));
  expect(parseAtomFeed(feed([])).entries ?? []).toEqual([]);
});

test('only the newest are told', () => {
  const many = Array.from({ length: mostEntries + 5 }, (_, n) => entry('2026-01-05', { path: `${n}.html` }));
  expect(parseAtomFeed(feed(many)).entries).toHaveLength(mostEntries);
});

test('what people write makes no element', () => {
  for (const payload of payloads) {
    const made = feed([entry('2026-01-05', { name: payload, divisionName: payload })]);
    expect(shapeOfXml(made)).toEqual(shapeOfXml(feed([entry('2026-01-05')])));
    expect(parseAtomFeed(made).entries).toHaveLength(1);
  }
});

test('pages beyond the most stand in further files that the first names', () => {
  const pages = Array.from({ length: 5 }, (_, n) => ({ path: `${n}.html`, changed: '2026-01-05' }));
  expect(sitemapFiles(pages, 5)).toEqual([{ path: 'sitemap.xml', pages }]);
  const split = sitemapFiles(pages, 2);
  expect(split.map(({ path, pages }) => [path, pages.length])).toEqual([
    ['sitemap-1.xml', 2],
    ['sitemap-2.xml', 2],
    ['sitemap-3.xml', 1],
  ]);
  expect(split.flatMap(({ pages }) => pages)).toEqual(pages);
  const made = sitemap('https://guide.example', pages);
  expect(
    made.match(/<loc>https:\/\/guide\.example\/\d\.html<\/loc>\s*<lastmod>2026-01-05<\/lastmod>/g),
  ).toHaveLength(5);
  expect(sitemapIndex('https://guide.example', ['sitemap-1.xml'])).toContain(
    '<loc>https://guide.example/sitemap-1.xml</loc>',
  );
  expect(robotsTxt('https://guide.example')).toContain('Sitemap: https://guide.example/sitemap.xml');
});
