// The public site in a real browser, a page of each template: what it weighs, who can use it, how soon it is seen.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';
import { axeViolations, desk, launchBrowser, phone } from '../../tests/e2e/browser.ts';
import { findChromium } from '../../tests/e2e/chromium.ts';
import { layOutAll, pageText, shownWidth, smallTargets } from '../../tests/e2e/pageFaults.ts';
import { serveFolder } from '../../tests/e2e/serveFolder.ts';
import { publishedSample } from '../../tests/e2e/publishedSample.ts';
import { addressOf, rulesOf, siteTemplates, type TemplatePage } from '../../tests/e2e/siteTemplates.ts';
import type { BenchOptions, BenchReport } from '../bench.ts';
import { lighthouseScores, type Category, type Judgement } from './lighthouseScores.ts';
import { slowPaint } from './slowPaint.ts';

const schemes = ['light', 'dark'] as const;
const kb = (bytes: number) => Math.round((bytes / 1024) * 100) / 100;

export async function run({ quick }: BenchOptions): Promise<BenchReport> {
  const work = await mkdtemp(join(tmpdir(), 'guicheng-bench-pages-'));
  const served = await serveFolder(work, { packed: true });
  const { base } = served;
  const port = await freePort();
  const browser = await launchBrowser();
  const judged = await listening(port);
  try {
    const { paths: files } = await publishedSample(work, base);
    const weights = await guideWeights(work, files);
    const templates = siteTemplates(files, 'all').filter(isWanted(quick));
    const rows: Record<string, string | number>[] = [];
    const faults: string[] = [];
    const scores: Record<Category, number[]> = {
      performance: [],
      accessibility: [],
      'best-practices': [],
      seo: [],
    };
    let lighthouse = '';
    for (const template of templates) {
      const { name, path } = template;
      const url = addressOf(template, base);
      const page = await judgePage(browser, template, url);
      const paints = [];
      for (let round = 0; round < (quick ? 1 : 3); round++) paints.push(await slowPaint(browser, url));
      const { version, scores: got, lost } = await steadyScores(url, port, template);
      lighthouse = version;
      for (const category of Object.keys(scores) as Category[])
        if (got[category] !== undefined) scores[category].push(got[category]);
      faults.push(
        ...[...page.faults, ...new Set(paints.flatMap(({ moved }) => moved)), ...lost].map(
          (fault) => `${name}: ${fault}`,
        ),
      );
      rows.push({
        template: name,
        'page KB': kb(gzipSync(await readFile(join(work, path))).length),
        'requests before paint': Math.max(...paints.map(({ requests }) => requests)),
        axe: page.axe,
        'small targets': page.targets,
        'px at 320': page.width,
        'text differs': page.differs,
        'LCP ms': Math.round(median(paints.map(({ lcp }) => lcp))),
        CLS: Math.max(...paints.map(({ cls }) => cls)),
        Lighthouse: Object.values(got).join(' '),
      });
    }
    for (const fault of faults) console.error(fault);
    const most = (column: string) => Math.max(...rows.map((row) => row[column] as number));
    return {
      versions: { chromium: browser.version(), lighthouse },
      rows,
      result: {
        templates: rows.length,
        guides: weights.length,
        maxKb: Math.max(...weights),
        maxTemplateKb: most('page KB'),
        scriptKb: kb(gzipSync(await readFile(join(work, 'guide.js'))).length),
        requestsBeforePaint: most('requests before paint'),
        axe: rows.reduce((sum, row) => sum + (row['axe'] as number), 0),
        smallTargets: most('small targets'),
        widthAt320: most('px at 320'),
        textDiffers: most('text differs'),
        lcpMaxMs: most('LCP ms'),
        clsMax: most('CLS'),
        lighthouseMin: Object.fromEntries(
          Object.entries(scores).map(([category, got]) => [category, Math.min(...got)]),
        ),
        faults,
      },
    };
  } finally {
    await Promise.all([browser.close(), judged.close()]);
    served.stop();
    await rm(work, { recursive: true, force: true });
  }
}

/** By `--quick` three of the templates; by the environment those whose name matches `TEMPLATES`. */
function isWanted(quick: boolean): (template: TemplatePage, index: number) => boolean {
  const { TEMPLATES: named } = process.env;
  const pattern = named === undefined ? undefined : new RegExp(named);
  return ({ name }, index) => (pattern === undefined ? !quick || index < 3 : pattern.test(name));
}

/** Where two texts part. */
function unlike([a = '', b = '']: readonly string[]): string {
  let at = 0;
  while (a[at] !== undefined && a[at] === b[at]) at++;
  return `“${a.slice(at, at + 30)}”, without “${b.slice(at, at + 30)}”`;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/**
 * What Lighthouse says. Its performance hangs on what else the machine does: where it is not full, the middle one of
 * three looks counts.
 */
async function steadyScores(
  url: string,
  port: number,
  { isUnlisted = false }: TemplatePage,
): Promise<Judgement> {
  const look = () => lighthouseScores(url, port, { isUnlisted });
  const first = await look();
  if (first.scores.performance === 100) return first;
  const looks = [first, await look(), await look()];
  return looks.toSorted((a, b) => a.scores.performance! - b.scores.performance!)[1]!;
}

/** KB of every guide's page, gzipped, style and all. */
async function guideWeights(folder: string, files: readonly string[]): Promise<number[]> {
  const guides = files.filter((path) => /^\d{6}\/(?!index)[^/]+\.html$/.test(path));
  return Promise.all(guides.map(async (path) => kb(gzipSync(await readFile(join(folder, path))).length)));
}

/** Who can use a page: axe in both schemes at both widths, targets and 400 % on a phone, text without scripts. */
async function judgePage(browser: Browser, template: TemplatePage, url: string) {
  const { window, isPrinted = false } = template;
  const faults: string[] = [];
  const own = window === undefined ? [] : [{ ...desk, viewport: window }];
  for (const device of [desk, phone, ...own])
    for (const colorScheme of schemes) {
      const context = await browser.newContext({ ...device, colorScheme });
      const page = await context.newPage();
      if (isPrinted) await page.emulateMedia({ media: 'print' });
      await page.goto(url);
      await layOutAll(page);
      faults.push(...(await axeViolations(page, rulesOf(template))));
      await context.close();
    }
  const axe = faults.length;
  const narrow = { ...phone, viewport: { width: 320, height: 640 } };
  const texts: string[] = [];
  let targets: string[] = [];
  let width = 0;
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ ...narrow, javaScriptEnabled });
    const page = await context.newPage();
    // What stands after the address is a reader's own answer: without scripts it is not given.
    await page.goto(url.replace(/#.*/, ''), { waitUntil: 'networkidle' });
    texts.push(await pageText(page));
    if (javaScriptEnabled) {
      targets = await smallTargets(page);
      width = await shownWidth(page);
    }
    await context.close();
  }
  if (texts[0] !== texts[1]) faults.push(`says otherwise with scripts: ${unlike(texts)}`);
  faults.push(...targets.map((target) => `small target ${target}`));
  return { faults, axe, targets: targets.length, width, differs: texts[0] === texts[1] ? 0 : 1 };
}

/** A Chromium of its own for Lighthouse, which speaks to a port. */
async function listening(port: number): Promise<Browser> {
  const { executablePath, env } = await findChromium();
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env } as Record<string, string>,
    chromiumSandbox: false,
    args: [`--remote-debugging-port=${port}`, '--disable-gpu', '--no-first-run', '--lang=zh-CN'],
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
