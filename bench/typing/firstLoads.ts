import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { freshContext, type BenchStudio } from './studio.ts';

const router = fileURLToPath(new URL('../../studio/router.ts', import.meta.url));

/** The addresses of all pages but the editor, as the router has them, with a draft in the place of `:id`. */
async function addresses(draft: string): Promise<string[]> {
  const text = await readFile(router, 'utf8');
  const paths = [...text.matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path!);
  return paths
    .filter((path) => path !== '/drafts/:id')
    .map((path) => path.replace(/:pathMatch.*$/, 'nowhere').replace(':id', draft));
}

/** Kilobytes of script, gzipped, that each page loads before somebody does anything in it. */
export async function measureFirstLoads(browser: Browser, studio: BenchStudio, person: Page) {
  const draft = await studio.open(person, 'source-8');
  const rows = [];
  for (const address of await addresses(draft)) {
    const context = await freshContext(browser, person);
    const page = await context.newPage();
    const sizes: Promise<number>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script') return;
      sizes.push(response.body().then((body) => gzipSync(body).length));
    });
    await page.goto(studio.url + address, { waitUntil: 'networkidle' });
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    rows.push({ page: address.replace(draft, ':id'), 'script, KB gzipped': Math.round(bytes / 102.4) / 10 });
    await context.close();
  }
  return { most: Math.max(...rows.map((one) => one['script, KB gzipped'])), rows };
}
