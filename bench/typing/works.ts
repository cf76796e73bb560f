import type { Browser, Page } from 'playwright-core';
import { ratio, row, spreadOf } from './figures.ts';
import { openPage } from './forms.ts';
import type { WorkTimes } from './pages/work.ts';
import type { Pages } from './servePages.ts';
import { fileOf, type BenchStudio } from './studio.ts';

/** All that we do at one change of a text, without waiting, beside a bare parse of that text by `yaml`. */
export async function measureWork(
  { browser, studio, pages }: { browser: Browser; studio: BenchStudio; pages: Pages },
  person: Page,
  rounds: number,
) {
  const texts = Object.fromEntries(
    (['source-8', 'source-200'] as const).map((item) => [item, studio.texts.get(item)!]),
  );
  const setUp = { lookups: await studio.lookups(person), file: fileOf('source-8'), texts, rounds };
  const page = await openPage(browser, pages.address('work', setUp));
  const times = (await page.evaluate('measure()')) as WorkTimes;
  await page.context().close();
  const warm = rounds / 5;
  const cases = Object.entries(times).map(([item, { ours, parse }]) => ({
    kb: Math.round(Buffer.byteLength(texts[item]!) / 1024),
    ours: ours.slice(warm),
    parse: parse.slice(warm),
  }));
  return {
    ratios: cases.map(({ kb, ours, parse }) => ({
      kb,
      ratio: ratio(spreadOf(ours).p95, spreadOf(parse).p95),
    })),
    rows: cases.flatMap(({ kb, ours, parse }) => [
      row(`${kb} KB, read, check, rules, markers, no waiting`, ours),
      row(`${kb} KB, bare yaml parse`, parse),
    ]),
  };
}
