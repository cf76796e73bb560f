import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vocabularySchema } from '../../src/model/schemas.ts';
import { sampleDir } from '../sampleCatalogue.ts';
import { axeViolations, desk, launchBrowser, phone } from './browser.ts';
import { layOutAll, pageText, shiftsOf, shownWidth, smallTargets, watchShifts } from './pageFaults.ts';
import { serveFolder, type ServedFolder } from './serveFolder.ts';
import { firstDay, publishedSample } from './publishedSample.ts';
import { addressOf, rulesOf, siteTemplates, type TemplatePage } from './siteTemplates.ts';

const elements = (vocabularySchema.properties!['x-element'] as { enum: string[] }).enum;

let dir: string;
/** How many guides it has. */
let guideCount: number;
let browser: Browser;
let served: ServedFolder;
let base: string;
/** Its files, with a page for staff. */
let files: string[];
/** One page of each template. */
let templates: TemplatePage[];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'guicheng-e2e-site-'));
  [{ guides: guideCount, paths: files }, browser] = await Promise.all([
    publishedSample(dir),
    launchBrowser(),
  ]);
  served = await serveFolder(dir);
  ({ base } = served);
  templates = siteTemplates(files, 'site');
});
afterAll(async () => {
  await browser?.close();
  served?.stop();
  await rm(dir, { recursive: true, force: true });
});

describe('the public site', () => {
  it('has at least 30 guides that carry the fifteen elements, to be seen with scripts off', async () => {
    const all = guidesOf(files);
    expect(all).toHaveLength(guideCount);
    // One of each item: all guides are looked over when they are built.
    const guides = [...new Map(all.map((path) => [posix.basename(path), path])).values()];
    expect(guides.length).toBeGreaterThanOrEqual(30);
    expect(elements).toHaveLength(15);
    await withPage({ ...phone, javaScriptEnabled: false }, async (page) => {
      for (const path of guides) {
        await page.goto(`${base}/${path}`);
        const shown = await elementsShown(page);
        expect(Object.keys(shown).toSorted(), path).toEqual(elements.toSorted());
        for (const [element, text] of Object.entries(shown)) {
          expect(text.trim(), `${path} ${element}`).not.toBe('');
          expect(text, `${path} ${element}`).not.toMatch(/undefined|null|NaN|\[object|未写明/);
        }
      }
    });
  });

  it('prints every element and every section but the questions and the report of errors', async () => {
    await withPage({ ...desk, javaScriptEnabled: false }, async (page) => {
      await page.goto(`${base}/511500/food-business-licence.html`);
      const sections = () => textsShown(page, 'section:not(#questions, #report)', 'id');
      const onScreen = await sections();
      expect(await page.locator('.paper').isVisible()).toBe(false);
      await page.emulateMedia({ media: 'print' });
      expect(Object.keys(onScreen).length).toBeGreaterThan(10);
      expect(await sections()).toEqual(onScreen);
      expect(await page.locator('.paper').innerText()).toMatch(new RegExp(`^版本 ${firstDay}-[0-9a-f]{8}$`));
      expect(Object.values(await elementsShown(page)).every((text) => text.trim() !== '')).toBe(true);
    });
  });

  it('prints a guide on at most two sheets of A4', async () => {
    await withPage(desk, async (page) => {
      for (const { name, path } of templates.filter((one) => one.name.startsWith('guide'))) {
        await page.goto(`${base}/${path}`);
        const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
        expect(pdf, name).toContain('/MediaBox [0 0 594.95');
        expect([...pdf.matchAll(/\/Type\s*\/Page\b/g)].length, name).toBeLessThanOrEqual(2);
      }
    });
  });

  // `npm run axe` looks at each template in all four; else one by day and one by night, one at a desk and one on a phone.
  it.each([
    ['desk, light', { ...desk, colorScheme: 'light' }, 0],
    ['phone, dark', { ...phone, colorScheme: 'dark' }, 0],
    ['desk, dark', { ...desk, colorScheme: 'dark' }, 1],
    ['phone, light', { ...phone, colorScheme: 'light' }, 1],
  ] as const)(
    'has no axe violation in any template, contrast of 7:1 included: %s',
    async (_, options, turn) => {
      const isWhole = process.env['npm_lifecycle_event'] === 'axe';
      const judged = siteTemplates(files, 'judged').filter((_, nth) => isWhole || nth % 2 === turn);
      expect(judged.length).toBeGreaterThan(10);
      await withPage(options, async (page) => {
        for (const template of judged) {
          const { name, isPrinted = false, window } = template;
          await page.emulateMedia({ media: isPrinted ? 'print' : null });
          const own = options.viewport!;
          const size = (own.width > phone.viewport!.width && window) || own;
          await page.setViewportSize(size);
          // The address before may differ by its fragment alone, which brings no new page.
          await page.goto('about:blank');
          await page.goto(addressOf(template, base));
          await layOutAll(page);
          expect(await axeViolations(page, rulesOf(template)), name).toEqual([]);
          if (!isPrinted) expect(await shownWidth(page), name).toBeLessThanOrEqual(size.width);
        }
      });
    },
  );

  it('fits into 320 px, with text of 18 px and targets of 44 px', async () => {
    await withPage({ ...phone, viewport: { width: 320, height: 640 } }, async (page) => {
      for (const { name, path } of templates) {
        await page.goto(`${base}/${path}`);
        expect(await shownWidth(page), name).toBe(320);
        const { size, height } = await page.evaluate<{ size: number; height: number }>(
          `(({fontSize, lineHeight}) => ({size: parseFloat(fontSize), height: parseFloat(lineHeight)}))(getComputedStyle(document.body))`,
        );
        expect(size, name).toBeGreaterThanOrEqual(18);
        expect(height / size, name).toBeGreaterThanOrEqual(1.5);
        expect(await smallTargets(page), name).toEqual([]);
      }
    });
  });

  it('says the same with scripts and without, and nothing moves while it comes', async () => {
    const paths = [...new Set(siteTemplates(files, 'judged').map(({ path }) => path))];
    const texts: Record<string, string>[] = [];
    for (const javaScriptEnabled of [false, true]) {
      const said: Record<string, string> = {};
      await withPage({ ...phone, javaScriptEnabled }, async (page) => {
        if (javaScriptEnabled) await watchShifts(page);
        for (const path of paths) {
          await page.goto(`${base}/${path}`);
          if (javaScriptEnabled) expect(await shiftsOf(page), path).toEqual([]);
          said[path] = await pageText(page);
        }
      });
      texts.push(said);
    }
    for (const path of paths) {
      expect(texts[0]![path]!.length, path).toBeGreaterThan(100);
      expect(texts[1]![path], path).toBe(texts[0]![path]);
    }
  });

  it('does not move when a slow line brings it in parts', async () => {
    const slow = await serveFolder(dir, {
      cuts: ['</a><nav', '</nav></div>', '</header>', '<h1', '<dl', '<section'],
    });
    const paths = [...new Set(siteTemplates(files, 'judged').map(({ path }) => path))];
    const moved: string[] = [];
    try {
      await withPage(phone, async (page) => {
        await watchShifts(page);
        for (const path of paths) {
          await page.goto(`${slow.base}/${path}`);
          for (const { value, what } of await shiftsOf(page)) moved.push(`${path} by ${value}: ${what}`);
        }
      });
      expect(moved).toEqual([]);
    } finally {
      slow.stop();
    }
  });

  it.each([320, 359, 375, 390, 600, 1440])(
    'keeps room for the button that reads aloud at %i px',
    async (width) => {
      const places: string[] = [];
      for (const voices of ['[]', '[{ lang: "zh-CN" }]'])
        await withPage({ ...phone, viewport: { width, height: 800 } }, async (page) => {
          await page.addInitScript(`speechSynthesis.getVoices = () => ${voices}`);
          await page.goto(`${base}/511500/food-business-licence.html`, { waitUntil: 'load' });
          expect(await page.locator('.aloud').count()).toBe(voices === '[]' ? 0 : 1);
          places.push(
            await page.evaluate<string>(
              `JSON.stringify([...document.querySelectorAll('.bar .home, .big input, main')].map((one) => one.getBoundingClientRect().y))`,
            ),
          );
          if (voices === '[]') return;
          expect(await shownWidth(page)).toBeLessThanOrEqual(width);
          expect(await smallTargets(page)).toEqual([]);
        });
      expect(places[1]).toBe(places[0]);
    },
  );

  it('gives every blank form and filled sample to whoever presses its link', async () => {
    await withPage(desk, async (page) => {
      await page.goto(`${base}/511500/medical-institution-registration.html`);
      const links = await page.locator('[data-element=materials] .files a').all();
      expect(links).toHaveLength(6);
      for (const link of links) {
        const path = new URL((await link.getAttribute('href'))!, page.url()).pathname.slice(1);
        const answer = await page.request.get(`${base}/${path}`);
        expect(answer.status(), path).toBe(200);
        const committed = await readFile(join(sampleDir, path));
        expect((await answer.body()).equals(committed), path).toBe(true);
      }
    });
  });

  it('narrows a guide to a case without a script', async () => {
    await withPage({ ...desk, javaScriptEnabled: false }, async (page) => {
      await page.goto(`${base}/511500/food-business-licence.html`);
      const canteen = (element: string) =>
        page.locator(`[data-element=${element}] li`, { hasText: '供餐人数说明' }).isVisible();
      for (const element of ['materials', 'forms']) expect(await canteen(element), element).toBe(true);
      await page.getByLabel('餐饮服务（餐馆、小吃店、饮品店）').check();
      for (const element of ['materials', 'forms']) expect(await canteen(element), element).toBe(false);
      await page.getByLabel('单位食堂').check();
      for (const element of ['materials', 'forms']) expect(await canteen(element), element).toBe(true);
    });
  });

  it.each(['http', 'file'])('answers while one types, over %s', async (scheme) => {
    const root = scheme === 'http' ? `${base}/` : pathToFileURL(`${dir}/`).href;
    await withPage(desk, async (page) => {
      const faults: string[] = [];
      page.on('pageerror', ({ message }) => faults.push(message));
      await page.goto(`${root}index.html`);
      await page.getByRole('searchbox').fill('砍树');
      await page.getByRole('button', { name: '搜索' }).click();
      await page.waitForURL(/search\.html\?q=/);
      const box = page.getByRole('searchbox');
      const first = page.locator('#results .list b').first();
      const said = page.getByRole('status');
      await expect.poll(() => said.textContent()).toContain('找到 1 项');
      // One item of two places: a link for each, and what was asked is marked.
      expect(await names(page)).toEqual(['林木采伐许可证核发']);
      expect(await page.locator('.places a').count()).toBe(2);
      expect(await page.locator('.several mark').allTextContents()).toEqual(['砍树']);
      expect(await axeViolations(page, ['color-contrast-enhanced', 'target-size'])).toEqual([]);
      for (const [query, name] of [
        ['挖', '挖掘城市道路审批'],
        ['水许', '取水许可'],
        ['qsxk', '取水许可'],
        ['jiaoshizige', '教师资格认定'],
        ['食品经菅许可', '食品经营许可'],
        ['我想开一家网吧要办什么手续', '互联网上网服务营业场所经营单位设立审批'],
      ] as const) {
        await box.fill(query);
        await expect.poll(() => first.textContent(), { message: query }).toBe(name);
      }
      expect(new URL(page.url()).searchParams.get('q')).toBe('我想开一家网吧要办什么手续');
      await box.fill('飞碟外星人');
      await expect.poll(() => said.textContent()).toContain('没有找到');
      expect(await page.locator('#nothing a').first().isVisible()).toBe(true);
      // A place in the question, or chosen, narrows the answers to it.
      await box.fill('取水');
      await expect.poll(() => page.locator('.places a').count()).toBeGreaterThan(1);
      await page.getByLabel('地区').selectOption('511502');
      await expect.poll(() => said.textContent()).toContain('在翠屏区找到');
      await page.getByLabel('地区').selectOption('');
      await box.fill('');
      await expect.poll(() => said.textContent()).toContain('共 ');
      await box.fill('取水 翠屏');
      await expect.poll(() => said.textContent()).toContain('在翠屏区找到');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await page.waitForURL(`${root}511502/water-abstraction-licence.html`);
      await page.goBack();
      await expect.poll(() => said.textContent()).toContain('在翠屏区找到');
      await page.keyboard.press('Escape');
      await expect.poll(() => said.textContent()).toContain('共 ');
      expect(faults).toEqual([]);
    });
  });

  it('keeps each version at an address of its own, which leads to the present guide', async () => {
    await withPage(desk, async (page) => {
      await page.goto(`${base}/511500/food-business-licence.html`);
      await page.getByRole('link', { name: `${firstDay} 发布的版本` }).click();
      expect(await page.locator('.version').textContent()).toContain(`这是 ${firstDay} 发布的版本`);
      expect(Object.keys(await elementsShown(page)).toSorted()).toEqual(elements.toSorted());
      await page.getByRole('link', { name: '当前指南' }).click();
      await page.waitForURL(`${base}/511500/food-business-licence.html`);
    });
  });

  it('shows every page in large type by one tap, without scripts too, and remembers it with them', async () => {
    const some = templates.filter(({ name }) => ['home', 'guide', 'law', 'bundle', 'centre'].includes(name));
    expect(some).toHaveLength(5);
    for (const device of [desk, phone])
      await withPage({ ...device, javaScriptEnabled: false }, async (page) => {
        for (const { name, path } of some) {
          await page.goto(`${base}/${path}`);
          const before = await pageText(page);
          await page.getByLabel('大字').check();
          expect(await textSize(page), name).toBe(30);
          expect(await smallTargets(page, 60), name).toEqual([]);
          expect(await shownWidth(page), name).toBe(page.viewportSize()!.width);
          expect(await pageText(page), name).toBe(before);
        }
      });
    await withPage(desk, async (page) => {
      await page.goto(`${base}/index.html`);
      await page.getByLabel('大字').check();
      await page.goto(`${base}/511500/food-business-licence.html`);
      expect(await textSize(page)).toBe(30);
      await page.getByLabel('大字').uncheck();
      await page.goto(`${base}/index.html`);
      expect(await textSize(page)).toBe(18);
    });
  });

  it('needs one request for a guide, at most 14 KB for any page, 5 KB for its script, 6 KB for that of search', async () => {
    for (const path of files.filter((one) => one.endsWith('.html')))
      expect(gzipSync(await readFile(join(dir, path))).length, path).toBeLessThanOrEqual(14 * 1024);
    for (const [script, most] of [
      ['guide.js', 5],
      ['search.js', 6],
    ] as const)
      expect(gzipSync(await readFile(join(dir, script))).length, script).toBeLessThanOrEqual(most * 1024);
    await withPage(desk, async (page) => {
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      await page.goto(`${base}/511500/food-business-licence.html`, { waitUntil: 'networkidle' });
      // What is seen needs the page alone; the script, which it is whole without, follows it.
      expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([
        `${base}/511500/food-business-licence.html`,
        `${base}/guide.js`,
      ]);
      // 2026-02-10 and 6 working days, over the Spring Festival and a Saturday that is worked.
      await page.getByLabel('如果这天受理').fill('2026-02-10');
      expect(await page.locator('[data-due] output').textContent()).toContain('承诺最迟 2026-02-25（周三）');
      await page.getByLabel('我的证哪天到期').fill('2030-02-28');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: '下载我的到期提醒' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('food-business-licence.ics');
      expect(await readFile(await download.path(), 'utf8')).toContain('DTSTART;VALUE=DATE:20300207');
    });
  });

  it('has no link that leads nowhere', async () => {
    const pages = files.filter((path) => path.endsWith('.html'));
    const texts = new Map(
      await Promise.all(pages.map(async (path) => [path, await readFile(join(dir, path), 'utf8')] as const)),
    );
    const there = new Set(files);
    const broken: string[] = [];
    let links = 0;
    for (const [path, text] of texts)
      for (const [, address] of text.matchAll(/ (?:href|src|action)="([^"]*)"/g)) {
        if (/^(?:https?|tel|mailto|data):/.test(address!)) continue;
        links++;
        const [, file, , id] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/.exec(address!)!;
        const target = file === '' ? path : posix.join(posix.dirname(path), file!);
        if (!there.has(target) || (id !== undefined && !texts.get(target)?.includes(` id="${id}"`)))
          broken.push(`${path} → ${address}`);
      }
    expect(links).toBeGreaterThan(1000);
    expect(broken).toEqual([]);
  });
});

async function withPage(options: BrowserContextOptions, act: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext(options);
  try {
    await act(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Pages of guides among `paths`. */
function guidesOf(paths: readonly string[]): string[] {
  return paths.filter((path) => /^\d{6}\/(?!index)[^/]+\.html$/.test(path));
}

/** Name of each element in the page and the text of it that is seen. */
function elementsShown(page: Page): Promise<Record<string, string>> {
  return textsShown(page, '[data-element]', 'data-element');
}

/** Text seen in each element of `selector`, by its `attribute`. (`innerText` also gives what is not rendered.) */
function textsShown(page: Page, selector: string, attribute: string): Promise<Record<string, string>> {
  return page.evaluate(`(() => {
    const seen = (node) => node.parentElement.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const text = (root) => {
      let out = '';
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) if (seen(walker.currentNode)) out += walker.currentNode.data;
      return out.replace(/\\s/g, '');
    };
    return Object.fromEntries(
      [...document.querySelectorAll(${JSON.stringify(selector)})]
        .map((one) => [one.getAttribute(${JSON.stringify(attribute)}), text(one)]),
    );
  })()`);
}

/** Names of the guides that the list shows. */
function names(page: Page): Promise<string[]> {
  return page.locator('#results b').allTextContents();
}

/** Pixels of the page's text. */
function textSize(page: Page): Promise<number> {
  return page.evaluate('parseFloat(getComputedStyle(document.body).fontSize)');
}
