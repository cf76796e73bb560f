import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleCatalogue } from '../../../../tests/sampleCatalogue.ts';
import { lookupsOf, type Catalogue } from '../../../catalogue/index.ts';
import { renderGuidePage } from '../../index.ts';

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await sampleCatalogue();
});
const feedback = { url: 'https://studio.example.cn/feedback', mail: 'guides@example.cn', phone: '12345' };
const version = { path: '511500/food-business-licence/v/2026-03-02-0123abcd.html', date: '2026-03-02' };
const page = (config: object, preview = false) => {
  const guide = catalogue.guides.find(
    ({ id, division }) => id === 'food-business-licence' && division === '511500',
  )!;
  const { lookupData } = catalogue;
  const lookups = lookupsOf({ ...lookupData, config: { ...lookupData.config, ...config } });
  const site = { baseUrl: 'https://guide.example.cn' };
  return renderGuidePage(guide, lookups, { preview, site, address: { versions: [version] } });
};
const section = (text: string) => /<section id="report".*?<\/section>/.exec(text)?.[0] ?? '';

describe('an error', () => {
  it('is reported by a link that knows guide, version and section', () => {
    const text = page({ feedback });
    const links = section(text);
    for (const [, id] of text.matchAll(/<section id="([a-z]+)"/g))
      if (!['report', 'questions', 'version'].includes(id!))
        expect(links).toContain(
          `href="https://studio.example.cn/feedback?division=511500&amp;item=food-business-licence&amp;version=2026-03-02-0123abcd&amp;section=${id}"`,
        );
    expect(gzipSync(text).length).toBeLessThanOrEqual(14 * 1024);
  });

  it('is told by phone and mail where nothing receives it', () => {
    expect(section(page({ feedback: { mail: feedback.mail } }))).toContain(
      `mailto:guides@example.cn?subject=${encodeURIComponent('511500 food-business-licence 2026-03-02-0123abcd')}`,
    );
    expect(section(page({}))).toContain('href="tel:08310003001"');
    expect(section(page({}))).not.toContain('Which part');
    expect(section(page({ feedback }, true))).toBe('');
  });

  it('is no reason to leave the site: a window leads to a map only where the catalogue names one', () => {
    expect(page({ mapUrl: 'https://map.example.cn/?q={address}&z=1' })).toContain(
      'href="https://map.example.cn/?q=%E5%AE%9C%E5%AE%BE',
    );
    expect(page({})).not.toContain('>地图 ');
  });
});
