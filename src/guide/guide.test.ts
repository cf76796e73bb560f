import * as fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { anyDraft } from '../../tests/anyDraft.ts';
import { sampleCatalogue } from '../../tests/sampleCatalogue.ts';
import { lookupsOf, type Catalogue, type EffectiveItem } from '../catalogue/index.ts';
import type { Draft, Item } from '../model/item.ts';
import { schemas, vocabularySchema } from '../model/schemas.ts';
import { renderGuidePage } from './index.ts';

const elements = (vocabularySchema.properties!['x-element'] as { enum: string[] }).enum;
const subject = (item: Draft<Item>): EffectiveItem => ({
  id: 'x',
  division: '511500',
  item,
  files: [],
  originOf: (path) => ({ division: '511500', file: 'x', path }),
});

let catalogue: Catalogue;
beforeAll(async () => {
  catalogue = await sampleCatalogue();
});
const guide = (id: string, division = '511500') =>
  catalogue.guides.find((one) => one.id === id && one.division === division)!;

interface Named {
  name?: string;
}
const namesOf = (list: readonly Named[]) => list.map(({ name }) => name);

describe('the page of a guide', () => {
  it('every guide of the sample carries the fifteen elements, each once, none unstated', () => {
    expect(elements).toHaveLength(15);
    for (const one of catalogue.guides) {
      const page = renderGuidePage(one, catalogue.lookups);
      const found = [...page.matchAll(/data-element="(\w+)"/g)].map((match) => match[1]);
      expect(found.toSorted(), `${one.division}/${one.id}`).toEqual(elements.toSorted());
      expect(page, `${one.division}/${one.id}`).not.toContain('未写明');
    }
  });

  it('is at most 14 KB compressed, in one request', () => {
    for (const one of catalogue.guides) {
      const page = renderGuidePage(one, catalogue.lookups);
      expect(gzipSync(page).length, `${one.division}/${one.id}`).toBeLessThanOrEqual(14 * 1024);
      // The script comes after the page has been read.
      expect(page.replace('<script src="../guide.js" defer>', '')).not.toMatch(
        /<(?:img|link rel="stylesheet"|script src)/,
      );
    }
  });

  it('says who in this division decides, what a layer promises, and what a fee is', () => {
    const county = renderGuidePage(guide('food-business-licence', '511502'), catalogue.lookups);
    expect(county).toContain('宜宾市翠屏区市场监督管理局');
    expect(county).toContain('5 个工作日');
    expect(renderGuidePage(guide('urban-road-excavation-permit'), catalogue.lookups)).toContain(
      '每平方米 320 元',
    );
  });

  it('narrows by answers without a script', () => {
    const page = renderGuidePage(guide('food-business-licence'), catalogue.lookups);
    expect(page).toContain(
      'main:has(#q-activity-canteen:checked) [data-q-activity]:not([data-q-activity~="canteen"])',
    );
    expect(page).toMatch(/<li data-q-activity="canteen"[^>]*>\s*<b>供餐人数说明/);
  });

  it('lists a form for the case of its only material, one of several materials for all', () => {
    const subject = guide('food-business-licence');
    const shown = (item: typeof subject.item) =>
      renderGuidePage({ ...subject, item }, catalogue.lookups, { preview: true }).match(
        /<li[^>]*"\/forms\/list\/\d"/g,
      );
    expect(shown(subject.item)?.map((tag) => /data-q-\w+="\w+"/.exec(tag)?.[0])).toEqual([
      undefined,
      undefined,
      'data-q-activity="canteen"',
      'data-q-agent="other"',
    ]);
    const item = structuredClone(subject.item);
    for (const material of item.materials!.list!) if (material.id === 'contract') material.form = 'canteen';
    expect(shown(item)![2]).not.toContain('data-q-');
  });

  it('has a JSON-LD that reads back as a GovernmentService, in every guide', () => {
    for (const one of catalogue.guides) {
      const data = jsonLdOf(renderGuidePage(one, catalogue.lookups));
      expect(data, `${one.division}/${one.id}`).toMatchObject({
        '@context': 'https://schema.org',
        '@type': 'GovernmentService',
        name: one.item.basics!.name,
        areaServed: { '@type': 'AdministrativeArea', identifier: one.division },
        provider: { '@type': 'GovernmentOrganization', name: expect.stringMatching(/./) },
        offers: expect.arrayContaining([expect.objectContaining({ '@type': 'Offer', priceCurrency: 'CNY' })]),
        serviceOutput: { '@type': 'GovernmentPermit', name: one.item.result!.name },
        subjectOf: expect.arrayContaining([expect.objectContaining({ '@type': 'HowTo' })]),
      });
      const { materials, procedure, legalBasis, service } = one.item;
      const about = data['subjectOf'] as {
        '@type': string;
        name: string;
        supply: string[];
        step: string[];
      }[];
      const [howTo, ...laws] = about;
      expect(howTo!.supply).toEqual(namesOf(materials?.list ?? []));
      expect(howTo!.step.toSorted()).toEqual(namesOf(procedure?.steps ?? []).sort());
      expect(laws).toHaveLength(legalBasis?.length ?? 0);
      const { servicePhone = [] } = data['availableChannel'] as { servicePhone?: { telephone: string }[] };
      expect(servicePhone.map(({ telephone }) => telephone)).toEqual(
        [service?.phones?.advice, service?.phones?.complaint].filter((phone) => phone !== undefined),
      );
    }
  });

  it('offers what is free for 0, and a standard in words', () => {
    const offers = (id: string) => jsonLdOf(renderGuidePage(guide(id), catalogue.lookups))['offers'];
    expect(offers('food-business-licence')).toMatchObject([{ price: 0 }]);
    expect(offers('urban-road-excavation-permit')).toMatchObject([{ description: '每平方米 320 元' }]);
  });

  it('gives the absolute address where the site has one', () => {
    const page = renderGuidePage(guide('food-business-licence'), catalogue.lookups, {
      site: { baseUrl: 'https://example.cn/a' },
    });
    expect(jsonLdOf(page)['url']).toBe('https://example.cn/a/511500/food-business-licence.html');
    expect(page).toContain(
      '<link rel="canonical" href="https://example.cn/a/511500/food-business-licence.html"',
    );
  });

  it('says how days are counted, and leads each citation to its article', () => {
    const page = renderGuidePage(guide('food-business-licence'), catalogue.lookups);
    expect(page).toContain('首日不计');
    expect(page).toMatch(
      /href="\.\.\/laws\/food-safety-law\.html#a35">《中华人民共和国食品安全法》第三十五条第一款</,
    );
  });

  it('in the preview leads nowhere', () => {
    const page = renderGuidePage(guide('food-business-licence'), catalogue.lookups, { preview: true });
    expect(page).not.toMatch(/href="\.\.\//);
    expect(page).toContain('data-path="/limits/promised"');
  });
});

describe('a draft', () => {
  const lookups = lookupsOf({
    config: { title: 't', notice: 'n', calendar: '', divisions: [], codeLists: {} as never },
    laws: [],
    agencies: [],
    centres: [],
    calendars: [],
    items: [],
    suppressions: [],
    rules: [],
    translations: [],
    bundles: [],
  });

  it('of anything at all makes a page, and nothing in it becomes markup', () => {
    fc.assert(
      fc.property(anyDraft(schemas.item), (item) => {
        const page = renderGuidePage(subject(item as Draft<Item>), lookups, { preview: true });
        expect(page).toContain('</html>');
        expect(page).not.toMatch(/undefined|\[object|NaN/);
      }),
      { numRuns: Number(process.env['GUICHENG_RUNS'] ?? 300) },
    );
  });

  it('cannot break out of text, attribute, style or script', () => {
    const evil = '"></style></script><script>alert(1)</script>';
    const item = JSON.parse(
      JSON.stringify(guide('food-business-licence').item).replaceAll(
        '食品',
        JSON.stringify(evil).slice(1, -1),
      ),
    ) as Draft<Item>;
    const questions = [
      { id: 'q', text: evil, kind: 'choice' as const, options: [{ id: '"]{}</style>', text: evil }] },
    ];
    const page = renderGuidePage(subject({ ...item, questions }), lookups);
    expect(page).not.toContain('<script>alert');
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(jsonLdOf(page)).toMatchObject({ '@type': 'GovernmentService' });
    expect(page.match(/<\/style>/g)).toHaveLength(1);
  });
});

function jsonLdOf(page: string): Record<string, unknown> {
  const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)!;
  return JSON.parse(json!) as Record<string, unknown>;
}
