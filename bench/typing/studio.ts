import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { LookupData } from '../../src/catalogue/index.ts';
import { desk } from '../../tests/e2e/browser.ts';
import { begin, signIn } from '../../tests/e2e/studio.ts';
import { makeAccounts, password, RunningStudio } from '../../tests/runningStudio.ts';
import { makeCorpus } from '../check/corpus.ts';
import { withMaterials } from './items.ts';
import { stopwatch } from './stopwatchPath.ts';

/** Items beside those of the corpus, by what they are for. */
const made = {
  'form-200': { count: 10, note: 40 },
  'form-800': { count: 40, note: 40 },
  'source-8': { count: 3, note: 40 },
  'source-200': { count: 300, note: 100 },
} as const;
export type MadeItem = keyof typeof made;

/** The built studio on a catalogue of so many items, with somebody signed in. */
export class BenchStudio {
  readonly #running: RunningStudio;
  readonly texts = new Map<MadeItem, string>();

  private constructor(running: RunningStudio) {
    this.#running = running;
  }

  /** Writes the catalogue into `work` and starts the studio on it. The caller stops it. */
  static async start(work: string, items: number): Promise<BenchStudio> {
    const catalogueDir = join(work, 'catalogue');
    const dataDir = join(work, 'data');
    const [model] = await makeCorpus(catalogueDir, items);
    const text = await readFile(model!, 'utf8');
    const studio = new BenchStudio(new RunningStudio({ catalogueDir, dataDir }));
    for (const [id, size] of Object.entries(made) as [MadeItem, (typeof made)[MadeItem]][]) {
      const item = withMaterials(text, { id, ...size });
      studio.texts.set(id, item);
      await writeFile(join(catalogueDir, fileOf(id)), item);
    }
    await makeAccounts([{ user: 'drafter', name: '起草人', roles: ['drafter'] }], [dataDir]);
    await studio.#running.start();
    return studio;
  }

  get url(): string {
    return this.#running.url;
  }

  stop(): Promise<void> {
    return this.#running.kill({ all: true });
  }

  /** What the studio says with each page of who may share a process with it: a page kept apart begins one of its own. */
  async apartness(): Promise<Record<string, string>> {
    const { headers } = await fetch(this.url);
    const named = ['cross-origin-opener-policy', 'origin-agent-cluster'];
    return Object.fromEntries(named.map((name) => [name, headers.get(name)!]));
  }

  /** Somebody signed in, with the stopwatch in every page. */
  async person(browser: Browser, device = desk): Promise<Page> {
    const page = await (await browser.newContext(device)).newPage();
    await page.addInitScript({ path: stopwatch });
    await signIn(page, { url: this.url, newAccounts: [{ user: 'drafter', password }] }, 'drafter');
    return page;
  }

  /** A draft of `item`, open in the editor with the code editor there. Gives its id. */
  async open(page: Page, item: MadeItem): Promise<string> {
    const id = await begin(page, fileOf(item));
    await page.locator('.source .view-line').first().waitFor();
    return id;
  }

  async lookups(page: Page): Promise<LookupData> {
    return page.evaluate(async () => {
      const answer = await fetch('/api/catalogue');
      return ((await answer.json()) as { lookups: LookupData }).lookups;
    });
  }
}

export function fileOf(item: MadeItem): string {
  return `000000/${item}.yaml`;
}

/** The same person in a browser that has nothing in its cache. */
export async function freshContext(browser: Browser, page: Page): Promise<BrowserContext> {
  return browser.newContext({ ...desk, storageState: await page.context().storageState() });
}
