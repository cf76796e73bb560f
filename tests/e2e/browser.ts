import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { findChromium } from './chromium.ts';

const require = createRequire(import.meta.url);

/** Chromium without a window that reads Chinese and calls nobody. The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findChromium();
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env } as Record<string, string>,
    // Its own sandbox will not start as root, which is what containers are.
    chromiumSandbox: false,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-gpu',
      '--no-first-run',
      '--font-render-hinting=none',
      '--lang=zh-CN',
    ],
  });
}

/** A person's own browser context, as they would have it at a desk (or, at 390 px, in the hand). */
export const desk: BrowserContextOptions = { locale: 'zh-CN', viewport: { width: 1440, height: 900 } };
export const phone: BrowserContextOptions = { locale: 'zh-CN', viewport: { width: 390, height: 844 } };

let axeSource: Promise<string> | undefined;

/**
 * What axe finds against WCAG 2.2 A and AA and its best practices in the page as it stands, or in the last element that
 * `within` selects, a line a violation: rule, what it is, and the elements. `more` names rules beyond those, such as
 * stricter contrast. Empty is good. It looks once the page has its heading: a page that has not come yet has no fault
 * to find.
 */
export async function axeViolations(page: Page, more: string[] = [], within = 'html'): Promise<string[]> {
  await page.locator('h1').first().waitFor({ state: 'attached' });
  axeSource ??= readFile(require.resolve('axe-core/axe.min.js'), 'utf8');
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(`${await axeSource};0`);
  const rules = Object.fromEntries(more.map((rule) => [rule, { enabled: true }]));
  const options = JSON.stringify({ resultTypes: ['violations'], rules });
  const context =
    within === 'html' ? 'document' : `[...document.querySelectorAll(${JSON.stringify(within)})].at(-1)`;
  const results = (await page.evaluate(`axe.run(${context}, ${options})`)) as AxeResults;
  return results.violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** A picture of the page as seen, once its fonts and images are there. `path` ends in `.png`. */
export async function screenshot(page: Page, path: string, { full = false } = {}): Promise<void> {
  await page.evaluate('document.fonts.ready.then(() => 0)');
  await page.screenshot({ path, fullPage: full, animations: 'disabled', caret: 'hide' });
}
