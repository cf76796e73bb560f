import { expect, it } from 'vitest';
import { lookupsOf, readCatalogue } from '../../../catalogue/index.ts';
import { html } from '../../html.ts';
import { versionsSection } from './versions.ts';

const site = { lookups: lookupsOf(readCatalogue(new Map()).lookupData), root: '../' };
const shown = (...dates: string[]) =>
  [
    ...html`${
      versionsSection(
        site,
        { promulgation: [], sources: [] },
        { path: 'x.html', versions: dates.map((date) => ({ path: `v/${date}.html`, date })) },
      ).body
    }`.markup.matchAll(/<li>(.*?)<a/g),
  ].map(([, words]) => words);

it('says of each version on which days it was the one in force', () => {
  expect(shown('2026-03-02', '2026-01-05', '2025-12-31')).toEqual([
    '2026-03-02 起至今：',
    '2026-01-05 至 2026-03-01：',
    '2025-12-31 至 2026-01-04：',
  ]);
  expect(shown('2026-03-02', '2026-03-02')).toEqual(['2026-03-02 起至今：', '2026-03-02 当天：']);
});

it('says no stretch of days where an old version was gone back to', () => {
  expect(shown('2026-01-05', '2026-03-02')).toEqual(['', '']);
});
