// The guide in its other media: on paper, as libraries read back what the browser prints; on a touch screen and a
// display board, with the network and without.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCatalogue, type Catalogue } from '../../src/catalogue/index.ts';
import { guidePath, guideView } from '../../src/guide/index.ts';
import { printPage } from '../../src/guide/modes/index.ts';
import { builtSite } from '../builtSite.ts';
import { smallSample } from '../smallSample.ts';
import { writeFiles } from '../writeFiles.ts';
import { desk, launchBrowser } from './browser.ts';
import { serveFolder, type ServedFolder } from './serveFolder.ts';
import { blocksShown, printedPages, textShown } from './printed.ts';
import { printedCodes } from './printedCodes.ts';

const baseUrl = 'https://guide.example.cn';
let dir: string;
let catalogue: Catalogue;
/** Of the files of the site. */
let paths: string[];
let browser: Browser;
let context: BrowserContext;
let page: Page;
let base: string;
let served: ServedFolder;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'guicheng-e2e-modes-'));
  const files = await smallSample();
  catalogue = readCatalogue(files);
  const site = await builtSite(files, { date: '2026-03-02', baseUrl });
  paths = [...site.files.keys()];
  await writeFiles(dir, site.files);
  browser = await launchBrowser();
  served = await serveFolder(dir, { under: '/guides' });
  ({ base } = served);
  context = await browser.newContext(desk);
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  served?.stop();
  await rm(dir, { recursive: true, force: true });
});

const guide = '511500/food-business-licence';
const versionOf = (path: string) => paths.find((file) => file.startsWith(`${path}/v/`))!;

describe('on paper', () => {
  it.each([
    ['the guide', `${guide}/print.html`, 2],
    ['the notice', `${guide}/notice.html`, 2],
  ])('%s says in the PDF what it says on the page, and leads to its version', async (_, path, most) => {
    await page.goto(`${base}/${path}`);
    await page.emulateMedia({ media: 'print' });
    const shown = await textShown(page);
    const blocks = await blocksShown(page);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const sheets = await printedPages(pdf);
    expect(sheets.length).toBeLessThanOrEqual(most);
    const printed = sheets.map(({ text }) => text).join('');
    expect(unlike(shown, printed)).toEqual({});
    expect(blocks.length).toBeGreaterThan(30);
    expect(blocks.filter((block) => !printed.includes(block))).toEqual([]);
    const [first, ...others] = await printedCodes(browser, pdf);
    expect(first).toEqual([`${baseUrl}/${versionOf(guide)}`]);
    expect(others.flat()).toEqual([]);
    await page.emulateMedia({ media: null });
  });

  it('the page of a guide, as the browser prints it, says all, and leads to its version by a code, too', async () => {
    const reader = await browser.newContext(desk);
    const read = await reader.newPage();
    await read.goto(`${base}/${guide}.html`);
    await read.locator('img.paper').waitFor({ state: 'attached' });
    const pdf = await read.pdf({ preferCSSPageSize: true });
    const sheets = await printedPages(pdf);
    expect(sheets.length).toBeLessThanOrEqual(2);
    await read.emulateMedia({ media: 'print' });
    const blocks = await blocksShown(read);
    const printed = sheets.map(({ text }) => text).join('');
    expect(blocks.length).toBeGreaterThan(30);
    expect(blocks.filter((block) => !printed.includes(block))).toEqual([]);
    const [first, ...others] = await printedCodes(browser, pdf);
    expect(first).toEqual([`${baseUrl}/${versionOf(guide)}`]);
    expect(others.flat()).toEqual([]);
    await reader.close();
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
    const path = paths.find((file) => file.endsWith('/poster.html'))!;
    await page.goto(`${base}/${path}`);
    const drawn = await page.locator('.qr').count();
    const codes = (await printedCodes(browser, await page.pdf({ preferCSSPageSize: true }), 46)).flat();
    expect(codes).toContain(`${baseUrl}/${path.replace('/poster.html', '.html')}`);
    expect(new Set(codes).size).toBe(drawn);
    for (const code of codes) expect(paths).toContain(code.slice(baseUrl.length + 1));
  });
});

const touch = 'touch/511500';

describe('the touch screen', () => {
  const hall: BrowserContextOptions = { locale: 'zh-CN', viewport: { width: 1080, height: 1920 } };

  it('goes on without the network after the first load, and says of which day it is', async () => {
    const screen = await browser.newContext(hall);
    const shown = await screen.newPage();
    await shown.goto(`${base}/${touch}/index.html`);
    await shown.locator('html[data-kept]').waitFor();
    await shown.goto(`${base}/${guide}.html`);
    served.cut(true);
    await shown.goto(`${base}/${touch}/index.html`);
    expect(await shown.locator('.offline').textContent()).toContain('现在没有网络');
    await shown
      .getByRole('link', { name: /按字母找/ })
      .first()
      .click();
    for (const letter of 'SPJY') await shown.getByRole('button', { name: letter, exact: true }).click();
    expect(await shown.locator('.items li:visible').count()).toBe(1);
    await shown.getByRole('link', { name: /食品经营许可/ }).click();
    await shown.getByRole('heading', { level: 1, name: '食品经营许可' }).waitFor();
    const version = versionOf(guide).slice(`${guide}/v/`.length, -'.html'.length);
    expect(await shown.locator('.offline').textContent()).toContain(`版本 ${version}`);
    // A page of the site that was read before, likewise; one that was not is not there.
    await shown.goto(`${base}/${guide}.html`);
    expect(await shown.locator('.offline').textContent()).toContain(`版本 ${version}`);
    const other = await screen.newPage();
    await expect(other.goto(`${base}/about.html`)).rejects.toThrow();
    await other.close();
    served.cut(false);
    await shown.goto(`${base}/${guide}.html`);
    expect(await shown.locator('.offline').count()).toBe(0);
    await screen.close();
  });

  it('asks after a minute without a touch, and goes home', async () => {
    const screen = await browser.newContext(hall);
    const shown = await screen.newPage();
    await shown.clock.install();
    await shown.goto(`${base}/${touch}/g/food-business-licence.html`);
    await shown.clock.runFor(59_000);
    expect(await shown.getByRole('dialog').isVisible()).toBe(false);
    await shown.clock.runFor(4_000);
    expect(await shown.getByRole('dialog').textContent()).toContain('12 秒后回到首页');
    await shown.getByRole('button', { name: '继续看' }).click();
    expect(await shown.getByRole('dialog').isVisible()).toBe(false);
    await shown.clock.runFor(76_000);
    await shown.waitForURL(`${base}/${touch}/index.html`);
    await screen.close();
  });

  it('speaks English on every page once asked, until nobody is there any more', async () => {
    const screen = await browser.newContext(hall);
    const shown = await screen.newPage();
    await shown.clock.install();
    await shown.goto(`${base}/${touch}/index.html`);
    const heading = shown.getByRole('heading', { level: 1 });
    expect(await heading.innerText()).toBe('您要办什么事？');
    await shown.getByLabel('English').check();
    expect(await heading.innerText()).toBe('What would you like to do?');
    await shown.getByRole('link', { name: 'Catering' }).click();
    await shown.getByRole('link', { name: /食品经营许可/ }).click();
    await shown.getByRole('heading', { level: 2, name: 'What to bring' }).waitFor();
    expect(await shown.getByRole('link', { name: 'Home' }).isVisible()).toBe(true);
    await shown.clock.runFor(76_000);
    await shown.waitForURL(`${base}/${touch}/index.html`);
    expect(await heading.innerText()).toBe('您要办什么事？');
    await screen.close();
  });

  it('has targets of 60 px and no way out', async () => {
    const screen = await browser.newContext(hall);
    const shown = await screen.newPage();
    for (const path of ['index', 'all', 'theme-catering', 'g/food-business-licence']) {
      await shown.goto(`${base}/${touch}/${path}.html`);
      const small = await shown.evaluate(
        `[...document.querySelectorAll('a, button, label')].filter((one) => one.checkVisibility())
          .filter((one) => one.getBoundingClientRect().height < 60).map((one) => one.outerHTML.slice(0, 90))`,
      );
      expect(small, path).toEqual([]);
    }
    await screen.close();
    const pages = paths.filter((path) => path.startsWith('touch/'));
    expect(pages.length).toBeGreaterThan(20);
    for (const path of pages) {
      const text = await readFile(join(dir, path), 'utf8');
      const body = text.slice(text.indexOf('<body'));
      const [, division] = path.split('/');
      for (const [, address] of body.matchAll(/ (?:href|action)="([^"#]*)[^"]*"/g))
        if (address !== '') {
          expect(address, path).not.toMatch(/^[a-z]+:/);
          expect(posix.join(posix.dirname(path), address!), path).toMatch(new RegExp(`^touch/${division}/`));
        }
    }
  });
});

describe('the display board', () => {
  it('turns its pages, stops for who reads, and goes on without the network', async () => {
    const wall = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1920, height: 1080 } });
    const shown = await wall.newPage();
    await shown.goto(`${base}/board/yibin/index.html`);
    await shown.locator('html[data-kept]').waitFor();
    const { height, sizes } = await shown.evaluate<{ height: number; sizes: number[] }>(
      `({ height: document.documentElement.scrollHeight, sizes: [...document.querySelectorAll('body *')]
        .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ''))
        .filter((one) => one.checkVisibility()).map((one) => parseFloat(getComputedStyle(one).fontSize)) })`,
    );
    expect(height).toBe(1080);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(48);
    served.cut(true);
    await shown.clock.install();
    await shown.goto(`${base}/board/yibin/index.html`);
    expect(await shown.locator('.offline').isVisible()).toBe(true);
    expect(await shown.evaluate('document.documentElement.scrollHeight')).toBe(1080);
    await shown.getByRole('button', { name: '暂停' }).click();
    await shown.clock.runFor(30_000);
    expect(shown.url()).toBe(`${base}/board/yibin/index.html`);
    await shown.keyboard.press('Tab');
    await shown.getByRole('button', { name: '继续' }).click();
    await shown.clock.runFor(15_000);
    await shown.waitForURL(`${base}/board/yibin/2.html`);
    served.cut(false);
    await wall.close();
  });

  it('turns without a script', async () => {
    const text = await readFile(join(dir, 'board/yibin/index.html'), 'utf8');
    expect(text).toContain('<noscript><meta http-equiv="refresh" content="14;url=2.html" /></noscript>');
  });
});

/** How many more of each character `b` has than `a`: the columns of a sheet are read in an order of their own. */
function unlike(a: string, b: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of b) counts[one] = (counts[one] ?? 0) + 1;
  for (const one of a) counts[one] = (counts[one] ?? 0) - 1;
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
}
