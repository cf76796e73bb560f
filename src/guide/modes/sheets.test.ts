import jsQR from 'jsqr';
import { encode } from 'uqr';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleCatalogue } from '../../../tests/sampleCatalogue.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import { guidePath, guideView, type GuideView, type Site } from '../index.ts';
import { noticePage, printPage, posterPage, type SheetAddress } from './index.ts';
import { lawReferences, parted } from './print/lawReferences.ts';

let catalogue: Catalogue;
let site: Site;
beforeAll(async () => {
  catalogue = await sampleCatalogue();
  site = { lookups: catalogue.lookups, root: '../../', baseUrl: 'https://guide.example.cn' };
});

function viewOf(id: string, division = '511500'): GuideView {
  return guideView(
    catalogue.guides.find((one) => one.id === id && one.division === division)!,
    catalogue.lookups,
  );
}

function addressOf(view: GuideView): SheetAddress {
  const version = { path: `${view.division}/${view.id}/v/2026-03-02-0123abcd.html`, date: '2026-03-02' };
  return { path: `${view.division}/${view.id}/print.html`, guide: guidePath(view), version };
}

/** What a page says, without white space, marks of lists and entities. */
function wordsOf(page: string): string {
  return page
    .replace(/^[\s\S]*<body>/, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replace(/\s/g, '');
}

describe('the printed guide', () => {
  /** Keys that are for the machine, and what the sheet says in other words or has no use for. */
  const unsaid = new Set([
    'id',
    'division',
    'when',
    'questions',
    'href',
    'pointer',
    'law',
    'laws',
    'gist',
    'section',
  ]);
  const elsewhere = new Set([
    'ref',
    'due',
    'dueExample',
    'renewal',
    'links',
    'bundles',
    'file',
    'sample',
    'form',
    'resultSample',
    'agency',
    'en',
    'key',
  ]);

  /** Every sentence in the view. */
  function sentences(value: unknown, key = ''): string[] {
    if (typeof value === 'string') return key === 'kind' || key === 'after' ? [] : [value];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, one]) =>
      unsaid.has(name) || elsewhere.has(name) ? [] : sentences(one, Array.isArray(value) ? key : name),
    );
  }

  it('says everything that the guide says, in every guide of the sample', () => {
    for (const guide of catalogue.guides) {
      const view = guideView(guide, catalogue.lookups);
      const words = wordsOf(printPage(site, view, addressOf(view)));
      const missing = sentences(view)
        .flatMap((one) => Object.values(parted(one)))
        .map((one) => one.replace(/\s/g, ''))
        .filter((one) => !words.includes(one));
      // What stands in a phrase of its own on the sheet.
      expect(
        missing.filter((one) => one !== view.path?.days.replace(/\s/g, '')),
        `${view.division}/${view.id}`,
      ).toEqual([]);
    }
  });

  it('writes each law out once and cites it by its number', () => {
    const view = viewOf('food-business-licence');
    const { titles, cite } = lawReferences(view);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles[0]).toBe(parted(view.basis[0]!.words).title);
    expect(cite(view.basis.slice(0, 1))).toBe(`〔1〕${parted(view.basis[0]!.words).place}`);
    expect(cite([])).toBe('');
    expect(cite([{ law: undefined, words: '样例办法', gist: undefined, article: undefined }])).toBe(
      '样例办法',
    );
  });
});

/** Draws the path of the code that stands under `label` and reads it. */
function read(page: string, label: string): string | undefined {
  const [, size, path] = new RegExp(
    `viewBox="0 0 (\\d+) \\1" role="img" aria-label="${label}[^"]*"[^>]*><path[^>]*><path stroke="#000" d="([^"]*)"`,
  ).exec(page)!;
  const [scale, modules] = [4, Number(size)];
  const side = modules * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  let [x, y] = [0, 0];
  for (const [, move, step, row, width] of path!.matchAll(/([Mm])(\d+) (\d+)(?:\.5)?h(\d+)/g)) {
    [x, y] = move === 'M' ? [Number(step), Number(row)] : [x + Number(step), y];
    const to = x + Number(width);
    for (let line = y * scale; line < (y + 1) * scale; line++)
      pixels.fill(0, (line * side + x * scale) * 4, (line * side + to * scale) * 4);
    x = to;
  }
  for (let i = 3; i < pixels.length; i += 4) pixels[i] = 255;
  return jsQR(pixels, side, side)?.data;
}

describe('codes', () => {
  it('lead to the version from the printed guide and the notice', () => {
    const view = viewOf('food-business-licence');
    const address = addressOf(view);
    const url = `https://guide.example.cn/${address.version.path}`;
    for (const page of [printPage(site, view, address), noticePage(site, view, address)]) {
      expect(read(page, '二维码')).toBe(url);
      expect(page).toContain('版本 2026-03-02-0123abcd');
    }
  });

  it('lead to the window and the present guides from a poster', () => {
    const window = {
      path: 'centres/yibin/market.html',
      centre: '中心',
      number: '5',
      name: '综合',
      floor: '',
      hours: '',
    };
    const items = [
      { path: '511500/a.html', name: '甲', divisionName: '某市', promised: '1 天', fee: '不收费' },
    ];
    const page = posterPage(site, window, items);
    expect(read(page, '二维码：5 号窗口')).toBe('https://guide.example.cn/centres/yibin/market.html');
    expect(read(page, '二维码：甲')).toBe('https://guide.example.cn/511500/a.html');
  });

  it('are left out where the site does not know its address, which then stands in words', () => {
    const { baseUrl: _, ...nowhere } = site;
    const view = viewOf('food-business-licence');
    const page = printPage(nowhere, view, addressOf(view));
    expect(page).not.toContain('class="qr"');
    expect(page).toContain(addressOf(view).version.path);
  });

  it('have the quiet margin of four modules that readers want', () => {
    const { data } = encode('https://guide.example.cn', { ecc: 'M', border: 4 });
    expect(data.slice(0, 4).flat().some(Boolean)).toBe(false);
  });
});

describe('the one-time notice', () => {
  it('narrows by the same marks as the guide, and names each answer', () => {
    const page = noticePage(
      site,
      viewOf('food-business-licence'),
      addressOf(viewOf('food-business-licence')),
    );
    expect(page).toContain('main:has(#q-activity-canteen:checked) [data-q-activity]');
    expect(page).toMatch(/<li data-q-activity="canteen"[^>]*>[^]*?供餐人数说明/);
    expect(page).toContain('said-activity');
    expect(wordsOf(page)).toContain('告知人（签名）');
  });
});
