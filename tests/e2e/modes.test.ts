// The guide on paper: what the browser prints, read back by libraries.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsQR from 'jsqr';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCatalogue, type Catalogue } from '../../src/catalogue/index.ts';
import { guidePath, guideView } from '../../src/guide/index.ts';
import { printPage } from '../../src/guide/modes/index.ts';
import { buildSite, type BuildReport } from '../../src/node/publish/buildSite.ts';
import { smallSample } from '../smallSample.ts';
import { axeViolations, desk, launchBrowser, phone } from './browser.ts';
import { serveFolder } from './serveFolder.ts';
import { blocksShown, printedPages, textShown } from './printed.ts';

const baseUrl = 'https://guide.example.cn';
let dir: string;
let catalogue: Catalogue;
let report: BuildReport;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let base: string;
let stop: () => void;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'guicheng-e2e-modes-'));
  catalogue = readCatalogue(await smallSample());
  [report, browser] = await Promise.all([
    buildSite({ catalogue, out: dir, date: '2026-03-02', baseUrl }),
    launchBrowser(),
  ]);
  ({ base, stop } = await serveFolder(dir));
  context = await browser.newContext(desk);
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  stop?.();
  await rm(dir, { recursive: true, force: true });
});

const guide = '511500/food-business-licence';
const versionOf = (path: string) => report.files.find((file) => file.startsWith(`${path}/v/`))!;

describe('on paper', () => {
  it.each([
    ['the guide', `${guide}/print.html`, 2],
    ['the notice', `${guide}/notice.html`, 2],
  ])('%s says in the PDF what it says on the page, and leads to its version', async (_, path, most) => {
    await page.goto(`${base}/${path}`);
    await page.emulateMedia({ media: 'print' });
    const shown = await textShown(page);
    const blocks = await blocksShown(page);
    const sheets = await printedPages(await page.pdf({ preferCSSPageSize: true }));
    expect(sheets.length).toBeLessThanOrEqual(most);
    const printed = sheets.map(({ text }) => text).join('');
    expect(unlike(shown, printed)).toEqual({});
    expect(blocks.length).toBeGreaterThan(30);
    expect(blocks.filter((block) => !printed.includes(block))).toEqual([]);
    expect(await codeAt100Dpi(page, '.code .qr')).toBe(`${baseUrl}/${versionOf(guide)}`);
    await page.emulateMedia({ media: null });
  });

  it('has twenty materials of a guide on two sheets of A4', async () => {
    for (const one of catalogue.guides.filter(({ division }) => division === '511500').slice(0, 6)) {
      const view = guideView(one, catalogue.lookups);
      if (view.materials.none !== undefined) continue;
      const { list } = view.materials;
      const twenty = Array.from({ length: 20 }, (_, index) => ({ ...list[index % list.length]!, index }));
      const address = {
        path: `${one.division}/${one.id}/print.html`,
        guide: guidePath(one),
        version: { path: versionOf(`${one.division}/${one.id}`), date: '2026-03-02' },
      };
      const site = { lookups: catalogue.lookups, root: '../../', baseUrl };
      await page.setContent(printPage(site, { ...view, materials: { list: twenty } }, address));
      const pdf = await page.pdf({ preferCSSPageSize: true });
      const sheets = await printedPages(pdf);
      expect(
        sheets.map(({ width, height }) => `${width} x ${height}`),
        one.id,
      ).toContain('210 x 297');
      expect(sheets.length, one.id).toBeLessThanOrEqual(2);
    }
  });

  it('has a notice for one case, on A5 and on a roll, without a script', async () => {
    const plain = await browser.newContext({ ...desk, javaScriptEnabled: false });
    const sheet = await plain.newPage();
    await sheet.goto(`${base}/${guide}/notice.html`);
    await sheet.getByLabel('餐饮服务（餐馆、小吃店、饮品店）').check();
    for (const [paper, width] of [
      ['A5', 148],
      ['80 毫米小票', 80],
    ] as const) {
      await sheet.getByLabel(paper).check();
      const pdf = await sheet.pdf({ preferCSSPageSize: true });
      const sheets = await printedPages(pdf);
      expect(sheets[0]!.width, paper).toBe(width);
      const text = sheets.map((one) => one.text).join('');
      expect(text).toContain('从业人员健康证明');
      expect(text).not.toContain('供餐人数说明');
      expect(text).toContain('告知人(签名)');
    }
    await plain.close();
  });

  it('has a poster for a window whose codes lead to the present guides', async () => {
    const path = report.files.find((file) => file.endsWith('/poster.html'))!;
    await page.goto(`${base}/${path}`);
    await page.emulateMedia({ media: 'print' });
    expect(await codeAt100Dpi(page, '.top .qr')).toBe(`${baseUrl}/${path.replace('/poster.html', '.html')}`);
    const item = await codeAt100Dpi(page, '.codes .qr');
    expect(report.files).toContain(item?.slice(baseUrl.length + 1));
    await page.emulateMedia({ media: null });
  });
});

describe('every mode', () => {
  const paths = () => [
    `${guide}/print.html`,
    `${guide}/notice.html`,
    report.files.find((file) => file.endsWith('/poster.html'))!,
  ];

  it.each([
    ['at a desk, by day', { ...desk, colorScheme: 'light' }],
    ['on a phone, by night', { ...phone, colorScheme: 'dark' }],
  ] as const)('has no axe violation %s', async (_, options) => {
    const other = await browser.newContext(options);
    const shown = await other.newPage();
    for (const path of paths()) {
      await shown.goto(`${base}/${path}`);
      expect(await axeViolations(shown, ['color-contrast-enhanced', 'target-size']), path).toEqual([]);
      expect(await shown.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(
        options.viewport!.width,
      );
    }
    await other.close();
  });
});

/** How many more of each character `b` has than `a`: the columns of a sheet are read in an order of their own. */
function unlike(a: string, b: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of b) counts[one] = (counts[one] ?? 0) + 1;
  for (const one of a) counts[one] = (counts[one] ?? 0) - 1;
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
}

/** What a reader makes of the code in `selector` at 100 dots an inch, about what a cheap printer leaves of it. */
async function codeAt100Dpi(of: Page, selector: string): Promise<string | undefined> {
  const svg = of.locator(selector).first();
  const { width } = (await svg.boundingBox())!;
  const side = Math.round((width / 96) * 100);
  const markup = await svg.evaluate((one) => one.outerHTML);
  // Drawn anew at that size: a browser's own pixels are 96 an inch.
  const pixels = await of.evaluate(
    async ([source, size]) => {
      const picture = new Image();
      const named = source.replace(
        '<svg ',
        `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" `,
      );
      picture.src = `data:image/svg+xml,${encodeURIComponent(named)}`;
      await picture.decode();
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = size;
      const drawing = canvas.getContext('2d')!;
      drawing.drawImage(picture, 0, 0, size, size);
      return [...drawing.getImageData(0, 0, size, size).data];
    },
    [markup, side] as const,
  );
  return jsQR(Uint8ClampedArray.from(pixels), side, side)?.data;
}
