import type { Browser, Page } from 'playwright-core';
import { ratio, row, spreadOf } from './figures.ts';
import type { Pages } from './servePages.ts';
import { stopwatch } from './stopwatchPath.ts';
import { freshContext, type BenchStudio } from './studio.ts';

/** Milliseconds of quiet before each opening: the browser still clears the page before away. */
const quiet = 200;

/**
 * From the address to the text in sight: the editor on an item, with its form and its source, and a page that has
 * nothing but Monaco as the studio loads it. Each time in a browser with an empty cache, in turns.
 */
export async function measureOpenings(
  { browser, studio, pages }: { browser: Browser; studio: BenchStudio; pages: Pages },
  person: Page,
  rounds: number,
) {
  const draft = await studio.open(person, 'source-8');
  const text = studio.texts.get('source-8')!;
  const editor = { address: `${studio.url}/drafts/${draft}`, shows: ['.view-line', '.pane.form .field'] };
  const times = { editor: [] as number[], bare: [] as number[] };
  for (let i = 0; i <= rounds; i++) {
    const bare = { address: pages.address('bareMonaco', { text }), shows: ['.view-line'] };
    const took = { editor: await opened(browser, person, editor), bare: await opened(browser, person, bare) };
    if (i === 0) continue;
    times.editor.push(took.editor);
    times.bare.push(took.bare);
  }
  return {
    ratio: ratio(spreadOf(times.editor).p50, spreadOf(times.bare).p50),
    rows: [
      row('the editor opens on an item', times.editor),
      row('a bare page with Monaco opens', times.bare),
    ],
  };
}

async function opened(
  browser: Browser,
  person: Page,
  { address, shows }: { address: string; shows: string[] },
): Promise<number> {
  const context = await freshContext(browser, person);
  const page = await context.newPage();
  await page.addInitScript({ path: stopwatch });
  await page.waitForTimeout(quiet);
  await page.goto(address, { waitUntil: 'commit' });
  const at = (await page.evaluate(`stopwatch.opened(${JSON.stringify(shows)})`)) as number;
  await context.close();
  return at;
}
