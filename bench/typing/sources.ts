import type { Browser, Page } from 'playwright-core';
import { schemas } from '../../src/model/schemas.ts';
import { inlined } from '../check/peers.ts';
import { ratio, row, spreadOf } from './figures.ts';
import { openPage } from './forms.ts';
import type { Pages } from './servePages.ts';
import type { BenchStudio, MadeItem } from './studio.ts';
import { letterTooMany, typeKeys } from './typeKeys.ts';

/** Key to markers in Monaco on one text: by our check in the studio, and by monaco-yaml's own validation. */
export async function measureSources(
  { browser, studio, pages }: { browser: Browser; studio: BenchStudio; pages: Pages },
  item: Extract<MadeItem, `source-${string}`>,
  { rounds, keys }: { rounds: number; keys: number },
) {
  const text = studio.texts.get(item)!;
  const ours = await studio.person(browser);
  await studio.open(ours, item);
  const theirs = await openPage(
    browser,
    pages.address('monacoYaml', { text, schema: inlined(schemas.item) }),
  );
  // What breaks the schema is an error to us and a warning to monaco-yaml.
  const all = {
    ours: { page: ours, error: '.squiggly-error' },
    'monaco-yaml': { page: theirs, error: '.squiggly-warning' },
  };
  for (const { page, error } of Object.values(all)) await putCursor(page, error);
  const times: Record<string, number[]> = { ours: [], 'monaco-yaml': [] };
  for (let i = 0; i <= rounds; i++)
    for (const [name, { page, error }] of Object.entries(all)) {
      await page.bringToFront();
      const { shown } = await typeKeys(page, letterTooMany(keys), {
        after: 'shown',
        error,
      });
      // The first round warms both.
      if (i > 0) times[name]!.push(...shown);
    }
  for (const { page } of Object.values(all)) await page.context().close();
  const kb = Math.round(Buffer.byteLength(text) / 1024);
  return {
    kb,
    ratio: ratio(spreadOf(times['ours']!).p95, spreadOf(times['monaco-yaml']!).p95),
    rows: Object.entries(times).map(([name, shown]) => row(`${name}, ${kb} KB, key to markers`, shown)),
  };
}

/** The cursor stands behind a word of a fixed set, and nothing around it is marked. */
async function putCursor(page: Page, error: string): Promise<void> {
  await page.locator('.monaco-editor .view-lines').click();
  await page.keyboard.press('Control+F');
  await page.keyboard.insertText('handling: promised');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(`document.querySelector('${error}') === null`);
}
