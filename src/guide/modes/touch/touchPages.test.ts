import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { sampleCatalogue } from '../../../../tests/sampleCatalogue.ts';
import { guidePath, guideView } from '../../index.ts';
import { touchGuide, touchHome } from './touchPages.ts';

const baseUrl = 'https://guide.example.cn';

it('a guide on the screen comes in one round trip, with the code to take it away', async () => {
  const { guides, lookups } = await sampleCatalogue();
  for (const guide of guides) {
    const path = guidePath(guide);
    const versions = [{ path: path.replace('.html', '/v/2026-03-02-0123abcd.html'), date: '2026-03-02' }];
    const page = touchGuide({ lookups, baseUrl, root: '../../../', inert: true }, guideView(guide, lookups), {
      path,
      versions,
    });
    expect(page, path).toContain('class="qr"');
    expect(gzipSync(page).length, path).toBeLessThanOrEqual(14 * 1024);
  }
});

it('no page of the screen has a style for paper', async () => {
  const { guides, lookups } = await sampleCatalogue();
  const site = { lookups, baseUrl, root: '../../../', inert: true };
  const address = { path: guidePath(guides[0]!), versions: [] };
  expect(touchGuide(site, guideView(guides[0]!, lookups), address)).not.toContain('@media print');
  expect(touchHome(site, '511500', { themes: [], bundles: [], count: 0 })).not.toContain('@media print');
});
