import type { Page } from 'playwright-core';

/** Lays out what the page leaves for when it is scrolled to (`content-visibility`): else it has no size to judge. */
export async function layOutAll(page: Page): Promise<void> {
  await page.evaluate(`{
    const style = document.createElement('style');
    style.textContent = '*{content-visibility:visible!important}';
    document.head.append(style);
  }`);
}

/**
 * What is pressed in the page and lower than `least` pixels, by the beginning of its markup. Links within a sentence
 * are as high as its line, which WCAG 2.2 lets be; of a box to tick its label is pressed; everything else that is pressed is a target.
 */
export async function smallTargets(page: Page, least = 44): Promise<string[]> {
  await layOutAll(page);
  return page.evaluate(`[...document.querySelectorAll('a:not(.skip), button, label, select, textarea, input:not([type=radio], [type=checkbox], [type=hidden])')]
    .filter((one) => one.checkVisibility() && getComputedStyle(one).display !== 'inline' && one.getBoundingClientRect().height < ${least})
    .map((one) => one.outerHTML.slice(0, 80))`);
}

/** Width of what the page shows, in a window of 320 px: more than that has to be scrolled sideways. */
export function shownWidth(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth');
}

/**
 * All text of the page that is seen, without white space. What only a script brings (`data-live`: a field to reckon
 * with, and its answer) is no text of the page, nor is what only says that there are no scripts.
 */
export function pageText(page: Page): Promise<string> {
  return page.evaluate(`(() => {
    const seen = (node) => node.parentElement.closest('[data-live], noscript') === null && node.parentElement.checkVisibility({ visibilityProperty: true });
    let out = '';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (seen(walker.currentNode)) out += walker.currentNode.data;
    return out.replace(/\\s/g, '');
  })()`);
}

/** Notes from now on what moves while a page comes, for `shiftsOf`. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(`
    globalThis.shifts = [];
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries())
        shifts.push({ value, what: sources.map(({ node }) => node?.outerHTML?.slice(0, 60) ?? node?.data ?? '').join(' | ') });
    }).observe({ type: 'layout-shift', buffered: true });`);
}

/** Every movement of the page since it began to come: how much, as the layout instability metric counts, and of what. */
export async function shiftsOf(page: Page): Promise<{ value: number; what: string }[]> {
  // Observers are told of a frame after it.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 200)))');
  return page.evaluate('shifts');
}
