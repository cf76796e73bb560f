import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export interface GuidePictures {
  browser: Browser;
  /** How the reader's device is: at a desk, or in the hand. */
  options: BrowserContextOptions;
  /** Address of the public site, without a slash at the end. */
  site: string;
  /** A page of the inner handbook, which no site has. */
  handbook: string;
  picture(page: Page, name: string): Promise<void>;
}

const guide = '511500/food-business-licence';

/** Pages for readers by the name of their picture, with what is done on them before it is taken. */
const read: readonly [name: string, path: string, act?: (page: Page) => Promise<void>][] = [
  ['site', 'index.html'],
  [
    'site-search',
    `search.html?q=${encodeURIComponent('取水')}`,
    (page) => page.locator('mark').first().waitFor(),
  ],
  ['guide', `${guide}.html`],
  [
    'reckoner',
    `${guide}.html`,
    async (page) => {
      await page.getByLabel('如果这天受理').fill('2026-02-10');
      await page.getByLabel('如果这天受理').blur();
      await page.locator('[data-due]').evaluate((place) => place.scrollIntoView({ block: 'center' }));
    },
  ],
  ['bundle', '511502/bundle/open-restaurant.html'],
  ['print', `${guide}/print.html`],
  ['notice', `${guide}/notice.html#q-activity-catering,a5`],
  ['poster', 'centres/yibin/market/poster.html'],
  ['touch', 'touch/511500/index.html'],
  ['touch-guide', 'touch/511500/g/food-business-licence.html', (page) => page.getByLabel('English').check()],
  ['board', 'board/yibin/index.html'],
  ['screens', 'screens.html'],
];

/** Takes a picture of each kind of page that the public reads, and of the handbook. */
export async function guidePictures({
  browser,
  options,
  site,
  handbook,
  picture,
}: GuidePictures): Promise<void> {
  const context = await browser.newContext(options);
  const addresses = read.map(([name, path, act]) => ({ name, url: `${site}/${path}`, act }));
  for (const { name, url, act } of [...addresses, { name: 'handbook', url: handbook, act: undefined }]) {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'networkidle' });
    await act?.(page);
    await picture(page, name);
    await page.close();
  }
  await context.close();
}

/**
 * Writes the site of the sample below `folder`, as one that knows its address, and the handbook of an item: the folder
 * of the site and the address of the handbook.
 */
export async function writtenGuides(
  root: string,
  folder: string,
): Promise<{ site: string; handbook: string }> {
  const [site, out] = [join(folder, 'guides'), join(folder, 'handbook')];
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, ['dist/node/guicheng.js', ...args], { cwd: root });
  await run(
    'build',
    'items',
    '--out',
    site,
    '--date',
    '2026-03-02',
    '--base-url',
    'https://guide.example.cn',
  );
  await run('export', 'items', '--format', 'handbook', '--select', '511500', '--out', out);
  return { site, handbook: pathToFileURL(join(out, `${guide}.html`)).href };
}
