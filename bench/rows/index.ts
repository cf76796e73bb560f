// The catalogue page with ten thousand items in a real browser: what it loads, and how long a filter takes to be seen.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';
import { desk, launchBrowser } from '../../tests/e2e/browser.ts';
import { quantile } from '../../tests/faults/quantile.ts';
import { makeAccounts, password, RunningStudio } from '../../tests/runningStudio.ts';
import type { BenchOptions, BenchReport } from '../bench.ts';
import { makeCorpus } from '../check/corpus.ts';

const drafter = { user: 'drafter', name: '起草员', roles: ['drafter' as const] };

/** What is typed, each from an empty box on: names, sounds, initials, codes, what nothing has. */
const searches = [
  '桥梁',
  '审批',
  'qiaoliang',
  'shenpi',
  'qlsp',
  '0001',
  'item-77',
  '城市管理',
  '没有的',
  '国家 架设',
];

export async function run({ quick }: BenchOptions): Promise<BenchReport> {
  const count = quick ? 500 : 10_000;
  const rounds = quick ? 2 : 5;
  const work = await mkdtemp(join(tmpdir(), 'guicheng-bench-rows-'));
  const catalogueDir = join(work, 'catalogue');
  const dataDir = join(work, 'data');
  await makeCorpus(catalogueDir, count);
  const studio = new RunningStudio({ catalogueDir, dataDir });
  const browser = await launchBrowser();
  try {
    await makeAccounts([drafter], [dataDir]);
    await studio.start();
    const page = await (await browser.newContext(desk)).newPage();
    await page.goto(`${studio.url}/signin`);
    await page.fill('input[name=user]', drafter.user);
    await page.fill('input[name=password]', password);
    await page.click('button[type=submit]');
    // The first look makes the server check all of it.
    await page.locator('[role=row][data-index]').first().waitFor({ timeout: 300_000 });
    const loads = await loadsOf(page, rounds);
    const keys: number[] = [];
    const choices: number[] = [];
    const sorts: number[] = [];
    for (let round = 0; round < rounds; round++) {
      for (const words of searches) keys.push(...(await timesOfTyping(page, words)));
      choices.push(...(await timesOfChoosing(page)));
      sorts.push(...(await timesOfSorting(page)));
    }
    const timed = { 'key in the search': keys, 'choice of a filter': choices, 'sort by a column': sorts };
    return {
      versions: { chromium: browser.version() },
      rows: Object.entries(timed).map(([what, times]) => ({
        what,
        times: times.length,
        'p50 ms': rounded(quantile(times, 0.5)),
        'p95 ms': rounded(quantile(times, 0.95)),
        'max ms': rounded(Math.max(...times)),
      })),
      result: {
        items: count,
        ...loads,
        searchP50Ms: rounded(quantile(keys, 0.5)),
        searchP95Ms: rounded(quantile(keys, 0.95)),
        filterP50Ms: rounded(quantile([...keys, ...choices], 0.5)),
        sortP50Ms: rounded(quantile(sorts, 0.5)),
      },
    };
  } finally {
    await browser.close();
    await studio.kill({ all: true });
    await rm(work, { recursive: true, force: true });
  }
}

/** What a load of the page fetches, and how long it takes until rows are seen. */
async function loadsOf(page: Page, rounds: number) {
  const shown: number[] = [];
  let scripts = 0;
  let answer = { bytes: 0, sent: 0 };
  for (let round = 0; round < rounds; round++) {
    const bodies: Promise<void>[] = [];
    scripts = 0;
    page.removeAllListeners('response');
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith('.js')) bodies.push(packedSize(response).then((size) => void (scripts += size)));
      if (pathname === '/api/catalogue')
        bodies.push(sizesOf(response).then((sizes) => void (answer = sizes)));
    });
    // From an empty cache each time, as somebody who comes first.
    const client = await page.context().newCDPSession(page);
    await client.send('Network.clearBrowserCache');
    const from = performance.now();
    await page.reload({ waitUntil: 'commit' });
    await page.locator('[role=row][data-index]').first().waitFor();
    shown.push(performance.now() - from);
    await Promise.all(bodies);
  }
  return {
    shownP50Ms: rounded(quantile(shown, 0.5)),
    scriptKibGzip: rounded(scripts / 1024),
    answerKib: rounded(answer.bytes / 1024),
    answerKibSent: rounded(answer.sent / 1024),
  };
}

async function packedSize(response: Response): Promise<number> {
  return gzipSync(await response.body()).length;
}

async function sizesOf(response: Response): Promise<{ bytes: number; sent: number }> {
  const { length: bytes } = await response.body();
  const { responseBodySize: sent } = await response.request().sizes();
  return { bytes, sent };
}

/** In the page: does something, and gives the milliseconds until the frame that shows what came of it has ended. */
const timed = `async (act) => {
  const from = performance.now();
  act();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - from;
}`;

/** Types `words` a character at a time, and takes them back. */
async function timesOfTyping(page: Page, words: string): Promise<number[]> {
  const values = [...Array.from(words, (_, at) => words.slice(0, at + 1)), ''];
  return page.evaluate<number[]>(`(async (timed) => {
    const box = document.querySelector('input[type=search]');
    const times = [];
    for (const value of ${JSON.stringify(values)})
      times.push(await timed(() => {
        box.value = value;
        box.dispatchEvent(new Event('input', { bubbles: true }));
      }));
    return times;
  })(${timed})`);
}

/** Chooses one thing after the other in each of the filters, and nothing again. */
async function timesOfChoosing(page: Page): Promise<number[]> {
  return page.evaluate<number[]>(`(async (timed) => {
    const times = [];
    for (const select of document.querySelectorAll('.filters select'))
      for (const value of [...select.options].map((option) => option.value).reverse())
        times.push(await timed(() => {
          select.value = value;
          select.dispatchEvent(new Event('change', { bubbles: true }));
        }));
    return times;
  })(${timed})`);
}

/** Presses the head of each column: up, down and off. */
async function timesOfSorting(page: Page): Promise<number[]> {
  return page.evaluate<number[]>(`(async (timed) => {
    const times = [];
    for (const button of document.querySelectorAll('[role=columnheader] button'))
      for (let press = 0; press < 3; press++) times.push(await timed(() => button.click()));
    return times;
  })(${timed})`);
}

function rounded(value: number | null): number {
  return value === null ? Number.NaN : Math.round(value * 10) / 10;
}
