import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { searchPage } from '../../src/guide/index.ts';
import { readCatalogue } from '../../src/catalogue/index.ts';
import { readFolder } from '../../src/node/files/index.ts';
import { quantile } from '../../tests/faults/quantile.ts';
import { phone } from '../../tests/e2e/browser.ts';
import { sampleDir } from '../../tests/sampleCatalogue.ts';
import { serveCounting } from './askPagefind.ts';

const typed = [
  '食品经营许可',
  '开药店',
  '怎么办居住证',
  'shipinjingying',
  'spjyxk',
  '教师资格',
  '出租汽车经营',
  '许可',
];
/** A phone of the middle is so many times slower than this machine. */
const slower = 4;

/** Milliseconds of one key: by the clock until the answer is painted, and of the page's own thread. */
interface Key {
  clock: number;
  thread: number;
}

function figures(keys: readonly Key[]) {
  const at = (of: keyof Key, share: number) =>
    Math.round(
      quantile(
        keys.map((key) => key[of]),
        share,
      ) ?? Number.NaN,
    );
  return {
    clockP50Ms: at('clock', 0.5),
    clockP95Ms: at('clock', 0.95),
    threadP50Ms: at('thread', 0.5),
    threadP95Ms: at('thread', 0.95),
  };
}

/**
 * From a key to the painted answer in the search page over the index in `folder`, on a slowed processor, every key of
 * some questions typed one after another: for the first time, when each fetches its shards from this machine, and again.
 */
export async function answerTimes(browser: Browser, folder: string, script: string, count: number) {
  const { lookups } = readCatalogue(await readFolder(sampleDir));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'search.js'), script);
  await writeFile(
    join(folder, 'search.html'),
    searchPage({ lookups, root: '' }, { count, letters: [], divisions: [], themes: [] }),
  );
  const served = await serveCounting(folder);
  const context = await browser.newContext(phone);
  try {
    const page = await context.newPage();
    await page.goto(`${served.base}/search.html`);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
    // Of the page's own thread: others at work on the machine do not count.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const worked = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
    };
    const type = async () => {
      const times: Key[] = [];
      for (const query of typed)
        for (let length = 1; length <= query.length; length++) {
          const before = await worked();
          const clock = await timeOf(query.slice(0, length));
          times.push({ clock, thread: (await worked()) - before });
        }
      return times;
    };
    const first = await type();
    const again = await type();
    return { fetching: figures(first), loaded: figures(again) };

    function timeOf(text: string): Promise<number> {
      return page.evaluate(
        (value) =>
          new Promise<number>((done) => {
            const input = document.querySelector<HTMLInputElement>('#q')!;
            const said = document.querySelector('#count')!;
            const from = performance.now();
            const watch = new MutationObserver(() => {
              watch.disconnect();
              requestAnimationFrame(() => setTimeout(() => done(performance.now() - from)));
            });
            watch.observe(said, { childList: true });
            input.value = value;
            input.dispatchEvent(new InputEvent('input'));
          }),
        text,
      );
    }
  } finally {
    await context.close();
    served.close();
  }
}
